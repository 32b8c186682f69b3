/** Years and decades: `2025`, `1990s`, `'99`, and the end of `1990-94`. */

import type { Token } from '../../../model/annotated.ts';
import { dash } from './joins.ts';
import type { Shape } from './shape.ts';

/** A two-digit year: those up to 49 are of this century. */
export const fullYear = (short: number): number => short + (short < 50 ? 2000 : 1900);

/** A decade by its one figure: 0 to 3 are of this century. */
const fullDecade = (digit: number): number => digit + (digit < 4 ? 200 : 190);

/** A number of four digits as a year; one that is seldom a year is an `old-year`. */
export function plainYear(i: number, number: number, shapes: Shape[]): void {
  if (number >= 1000 && number <= 2199)
    shapes.push({ kind: number >= 1600 && number <= 2100 ? 'year' : 'old-year', from: i, to: i + 1, number });
}

/** `1990s`, `90s`; `470s` as an `old-decade`, which needs its era. */
export function decade(i: number, lower: string): Shape | null {
  const match = /^(\d{1,3})0s$/.exec(lower);
  if (!match) return null;
  const number = Number(match[1]);
  if (number >= 10 && number < 100) return { kind: 'old-decade', from: i, to: i + 1, number };
  return { kind: 'decade', from: i, to: i + 1, number: number < 10 ? fullDecade(number) : number };
}

/** "the 1990's", "early 1990's": the genitive of a year stands elsewhere. */
export function decadeGenitive(tokens: readonly Token[], i: number, number: number): Shape | null {
  if (number % 10 !== 0 || tokens[i + 1]?.lower !== "'s") return null;
  const isDecade = DECADE_WORDS.has(tokens[i - 1]?.lower ?? '');
  return isDecade ? { kind: 'decade', from: i, to: i + 2, number: number / 10 } : null;
}
const DECADE_WORDS = new Set(['the', 'early', 'late', 'mid', '-']);

/** The end of `1990-94`. */
export function yearSpan(tokens: readonly Token[], i: number, shapes: Shape[]): void {
  const next = tokens[i + 2];
  const year = Number(tokens[i]?.text);
  if (!dash(tokens[i + 1]) || !next || next.spaced || !/^\d\d$/.test(next.text)) return;
  const its = Math.floor(year / 100) * 100 + Number(next.text);
  if (year >= 1600 && year <= 2100 && its > year + 1 && (its > year + 12 || Number(next.text) > 12))
    shapes.push({ kind: 'year-span', from: i + 2, to: i + 3, number: its });
}

/** `'90s`, `'99`. */
export function apostrophe(tokens: readonly Token[], i: number, shapes: Shape[]): void {
  const next = tokens[i + 1]?.lower ?? '';
  const decade = /^(\d)0s$/.exec(next);
  if (decade) {
    const number = Number(decade[1]);
    shapes.push({ kind: 'decade', from: i, to: i + 2, number: fullDecade(number) });
  }
  if (/^\d\d$/.test(next)) shapes.push({ kind: 'short-year', from: i, to: i + 2, number: fullYear(Number(next)) });
}
