/** What was probably meant by a word that is not known. */
import { distance } from './distance.ts';

/** Longer words are nobody's slip of the pen. */
const LONGEST = 200;

/**
 * The nearest of the known words: one edit away for up to four letters, two for up to twelve, else three, and fewer than it has letters.
 * @param given the word as typed; dashes before it do not count as letters
 * @returns null when none is near
 */
export function nearest(given: string, known: Iterable<string>): string | null {
  if (given.length > LONGEST) return null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const word of known) {
    if (Math.abs(word.length - given.length) > 3) continue;
    const edits = distance(given.toLowerCase(), word.toLowerCase());
    if (edits < least) [best, least] = [word, edits];
  }
  const letters = given.replace(/^-+/, '').length;
  return least < letters && least <= (letters <= 4 ? 1 : letters <= 12 ? 2 : 3) ? best : null;
}
