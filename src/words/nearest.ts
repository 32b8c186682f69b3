/** What was probably meant by a word that is not known. */
import { distance } from './distance.ts';

/** Longer words are nobody's slip of the pen. */
const LONGEST = 200;
/** Fewer letters are the beginning of too much. */
const FEWEST = 3;

/**
 * The nearest of the known words: one edit away for up to five letters, two for up to twelve, else three, and fewer than it
 * has letters; else the only one that it is the beginning of.
 * @param given the word as typed; dashes before it do not count as letters
 * @returns null when none is near
 */
export function nearest(given: string, known: Iterable<string>): string | null {
  if (given.length > LONGEST) return null;
  const words = [...known];
  const letters = given.replace(/^-+/, '').length;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (Math.abs(word.length - given.length) > 3) continue;
    const edits = distance(given.toLowerCase(), word.toLowerCase());
    if (edits < least) [best, least] = [word, edits];
  }
  if (least < letters && least <= (letters <= 5 ? 1 : letters <= 12 ? 2 : 3)) return best;
  if (letters < FEWEST) return null;
  const begun = new Set(words.filter((word) => word.toLowerCase().startsWith(given.toLowerCase())));
  return begun.size === 1 ? ([...begun][0] ?? null) : null;
}
