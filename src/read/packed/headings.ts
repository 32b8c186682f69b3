/** Which paragraphs in the style of a heading are headings, and what captions begin with. */
import { isTitleLike } from '../flow/titles.ts';

/** A paragraph in a heading's style with more characters is a numbered clause. */
const LONGEST = 160;
/** A heading with a full stop has no more words. */
const MOST_WORDS = 4;

/**
 * Whether a paragraph in the style of a heading is running text: too long, or a sentence. `Purpose.` is a heading.
 * @param text without the number that is counted out before it
 */
export function isClause(text: string): boolean {
  if (text.length > LONGEST) return true;
  const words = text.trim();
  if (!/\w{2}[.;]$/.test(words)) return false;
  return words.split(/\s+/).length > MOST_WORDS || !isTitleLike(words.slice(0, -1));
}

/** Whether words can stand before the number of a table or figure: its kind, `Table`, and no more than a word besides. */
export function isCaptionStart(text: string): boolean {
  if (text.length > 80) return false;
  const words = text.trim();
  return words.length <= 40 && words.split(/\s+/).length <= 2;
}
