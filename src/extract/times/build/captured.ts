/** What an operation works on: the captures of a match, and the constants of its rule. */

import type { Unit } from '../../calendar/durations.ts';
import type { Direction, From, Part, Term } from '../term.ts';

/** What a rule captured, as its operation reads it. */
export interface Captured {
  /** The number that a captured shape, number word or word of a table stands for. */
  readonly number: (name: string) => number | null;
  /** The term of a captured span of an earlier step. */
  readonly term: (name: string) => Term | null;
  /** What a table of the pack says of the captured word. */
  readonly entry: (name: string) => string | null;
  /** The captured words as written. */
  readonly words: (name: string) => string;
  readonly has: (name: string) => boolean;
}

/** Constant fields of a rule; each operation reads those that it knows. */
export interface Constants {
  readonly value?: string;
  readonly by?: number;
  readonly from?: From;
  readonly sign?: 1 | -1;
  readonly unit?: Unit;
  readonly amount?: number | null;
  readonly part?: Part;
  readonly direction?: Direction;
  readonly ref?: string;
  readonly name?: string;
  readonly fields?: Readonly<Record<string, number | string>>;
}
