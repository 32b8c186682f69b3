/** Shortens texts for places that have little room and give the whole elsewhere. */
import { characters } from './width.ts';

/**
 * The text, or its beginning with `…`, cut after a word where one ends in the last third.
 * @param most characters as a reader counts them, the `…` included
 */
export function shortened(text: string, most: number): string {
  // Each of them has one unit or more.
  if (text.length <= most) return text;
  // A character has a handful of units at most, but for rare stacks of accents, which may be cut earlier.
  const all = characters(text.slice(0, most * 8), most + 1);
  if (all.length <= most && text.length <= most * 8) return text;
  const start = all.slice(0, most - 1).join('');
  const word = start.lastIndexOf(' ');
  return `${(word > (start.length * 2) / 3 ? start.slice(0, word) : start).trimEnd()}…`;
}
