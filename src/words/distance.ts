/** How different two words are. Loaded only to suggest what was meant; natural's root is never imported. */
import levenshtein from 'natural/lib/natural/distance/levenshtein_distance.js';

/** Fewest single-letter edits, a swap of neighbours counting one. */
export function distance(one: string, other: string): number {
  return levenshtein.DamerauLevenshteinDistance(one, other, { restricted: true });
}
