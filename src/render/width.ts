/** How many columns a text takes on a terminal. */
import { eastAsianWidth } from 'get-east-asian-width';

/** Printable ASCII, Latin letters, and the dashes, quotes, arrows, blocks and box characters that take one column. */
const narrow = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2500-\u259f]*$/;
const colourCode = /\u001b\[[\d;]*m/g;
/** The start or end of a link of a terminal, OSC 8. */
const linkCode = /\u001b\]8;;[^\u001b]*\u001b\\/g;
const invisible = /^[\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u;
/** Shown as a picture: by itself, by a selector, or as a flag of two letters. */
const picture = /^\p{Emoji_Presentation}|\ufe0f|^[\u{1f1e6}-\u{1f1ff}]{2}/u;

let segmenter: Intl.Segmenter | undefined;

/**
 * The characters of a text as a reader counts them: a letter with its accents is one, so is an emoji of several parts.
 * @param most after how many of them to stop
 */
export function characters(text: string, most = Number.POSITIVE_INFINITY): string[] {
  // None of these joins its neighbours, and looking for those that do takes a hundred times as long.
  if (narrow.test(text)) return text.slice(0, most).split('');
  // Made when it is first needed: making one takes as long as starting the rest of the command.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const found: string[] = [];
  if (most <= 0) return found;
  for (const { segment } of segmenter.segment(text)) {
    found.push(segment);
    if (found.length >= most) break;
  }
  return found;
}

/** The text without the links that it was given for a terminal. */
export const withoutLinks = (text: string): string => text.replace(linkCode, '');

/** Columns of the text; wide characters count two, combining ones, colour codes and links none. */
export function displayWidth(text: string): number {
  if (narrow.test(text)) return text.length;
  const plain = withoutLinks(text).replace(colourCode, '');
  if (narrow.test(plain)) return plain.length;
  return characters(plain).reduce((sum, character) => sum + widthOf(character), 0);
}

/** Columns of the widest of any number of texts; 0 for none. */
export function widest(texts: Iterable<string>): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, displayWidth(text));
  return most;
}

function widthOf(character: string): number {
  if (invisible.test(character)) return 0;
  return picture.test(character) ? 2 : eastAsianWidth(character.codePointAt(0) ?? 0);
}

/** The text with spaces after it (`start`) or before it (`end`) up to `width` columns; longer text stays whole. */
export function pad(text: string, width: number, align: 'start' | 'end' = 'start'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'start' ? text + space : space + text;
}
