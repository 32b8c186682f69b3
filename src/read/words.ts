/** How many words a text has. */
import type { Block } from '../model/document.ts';

/** Runs of letters and digits; apostrophes and hyphens inside a word do not divide it. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’\u2010\u2011-][\p{L}\p{M}\p{N}]+)*/gu;

/** Number of words: `£1.5 million` has three (`1`, `5`, `million`), `whole-body` and `NHS’s` one each. */
export function countWords(text: string): number {
  let count = 0;
  let isInside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Letters beyond Latin ones are counted by the full rule.
    if (code >= 0x250 && !isPunctuation(code)) return text.match(WORD)?.length ?? 0;
    if (isWordCode(code)) {
      if (!isInside) count++;
      isInside = true;
    } else if (isInside) {
      isInside =
        (code === 0x27 || code === 0x2019 || code === 0x2d || code === 0x2010 || code === 0x2011) &&
        isWordCode(text.charCodeAt(i + 1));
    }
  }
  return count;
}

/** Number of words in all blocks but furniture and struck words. */
export function wordsOf(blocks: readonly Block[]): number {
  let count = 0;
  for (const block of blocks)
    if (block.kind !== 'furniture' && block.role !== 'struck') count += countWords(block.text);
  return count;
}

/** Letters and digits below U+0250: ASCII and Latin. */
function isWordCode(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  if (code < 0xc0) return '\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc\u00bd\u00be'.includes(String.fromCharCode(code));
  return code < 0x250 && code !== 0xd7 && code !== 0xf7;
}

/** Dashes, quotation marks, bullets and currency signs: the marks beyond Latin that stand in Latin texts. */
function isPunctuation(code: number): boolean {
  return (code >= 0x2010 && code <= 0x205e) || (code >= 0x20a0 && code <= 0x20cf);
}
