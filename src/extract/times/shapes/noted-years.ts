/** Years with the mark of a note written on to them, as texts have them that have lost their raised figures: `2023.116`. */

import type { Shape } from './shape.ts';

/** A year, and a note of one to three figures after a full stop, or of one or two right behind it. */
const NOTED = /^((?:19|20)\d\d)(?:\.[1-9]\d{0,2}|[1-9]\d?)$/;

/** `2023.116`, `202031`: a year and a note's number, where the words around let it be a year; `202303` may be a month. */
export function notedYear(i: number, lower: string): Shape | null {
  const match = NOTED.exec(lower);
  return match ? { kind: 'noted-year', from: i, to: i + 1, number: Number(match[1]) } : null;
}

/** A year and raised figures, which are a note's and nothing else's. */
const RAISED = /^((?:19|20)\d\d)[¹²³⁰⁴-⁹]{1,3}$/;

/** `2019²`: a year wherever one may stand. */
export function raisedYear(i: number, lower: string): Shape | null {
  const match = RAISED.exec(lower);
  return match ? { kind: 'year', from: i, to: i + 1, number: Number(match[1]) } : null;
}

/** How many characters of a word are not the year, where it is a year with a note's mark; else 0. */
export const noteLength = (word: string): number => (NOTED.test(word) || RAISED.test(word) ? word.length - 4 : 0);
