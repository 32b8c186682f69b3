/**
 * Cells that several rows of a table share, such as the owner of three actions. Each row has to say by itself who does
 * what, so the words are printed again in the text of every row: spans hold, and the words count as often as they stand
 * there. Long cells are printed once, or what they say would be found over and over.
 */
import { cleanWords } from './passages.ts';

/** The most characters of a cell that is printed in each of its rows. */
const LONGEST = 100;
/** The same with the white space that the source may have between its words. */
const MOST_RAW = 1000;
/** No row has more cells from above. */
export const MOST_SHARED = 8;

/** Whether the words of a cell are few enough to stand in each of its rows. */
export function isShared(text: string): boolean {
  const { length } = cleanWords(text.slice(0, MOST_RAW));
  return text.length <= MOST_RAW && length > 0 && length <= LONGEST;
}
