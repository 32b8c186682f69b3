/** Which paragraphs in the style of a heading are headings. */
import { isTitleLike } from '../flow/titles.ts';

/** A paragraph in a heading's style with more characters is a numbered clause. */
const LONGEST = 160;
/** A heading with a full stop has no more words. */
const MOST_WORDS = 4;

/**
 * Whether a paragraph in the style of a heading is running text: too long, or a sentence. `Purpose.` is none.
 * @param text without the number that is counted out before it
 */
export function isClause(text: string): boolean {
  if (text.length > LONGEST) return true;
  const words = text.trim();
  if (!/\w{2}[.;]$/.test(words)) return false;
  return words.split(/\s+/).length > MOST_WORDS || !isTitleLike(words.slice(0, -1));
}
