/** Which words of a text are near one that it does not have: of the same stem, or a slip of the pen away. */
import { nearest } from './nearest.ts';
import { stemOf } from './words.ts';

/**
 * The words of the same Porter stem, the commonest first; where there are none, the nearest by its letters.
 * @param given in lower case
 * @param counts the words of the text in lower case, and how often each stands in it
 * @param most how many of them
 */
export function nearWords(given: string, counts: ReadonlyMap<string, number>, most: number): readonly string[] {
  const stem = stemOf(given);
  const kin = [...counts]
    .filter(([word]) => word !== given && stemOf(word) === stem)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .map(([word]) => word);
  if (kin.length > 0) return kin.slice(0, most);
  const near = nearest(given, counts.keys());
  return near === null ? [] : [near];
}
