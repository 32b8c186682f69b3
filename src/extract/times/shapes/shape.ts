/** A span of tokens that is a number of some kind, with its reading. */

import type { Term } from '../term.ts';

/** A span with its reading: a number, or a term where the shape alone is a date. */
export interface Shape {
  readonly kind: ShapeKind;
  /** First token, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly number: number;
  readonly term?: Term;
}

/** `:year` … as patterns name them. */
export type ShapeKind =
  | 'year'
  | 'short-year'
  | 'day-number'
  | 'no-day'
  | 'ordinal'
  | 'cardinal'
  | 'clock'
  | 'hours'
  | 'numeric-date'
  | 'decade'
  | 'old-decade'
  | 'fiscal'
  | 'fiscal-mark'
  | 'academic'
  | 'quarter-mark'
  | 'half-mark'
  | 'glued'
  | 'two-digits'
  | 'year-span'
  | 'old-year'
  | 'noted-year'
  | 'reference-number'
  | 'code'
  | 'impossible-date'
  | 'address'
  | 'plural';
