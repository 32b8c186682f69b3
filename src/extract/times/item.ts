/** A time expression as parsed, not yet placed in the calendar, with the cue that stands by it. */
import type { TimeRule } from './rules.ts';
import type { Term } from './term.ts';

/** A time expression of a sentence, or a part of one, not yet placed in the calendar. */
export interface Item {
  readonly makes: string;
  readonly from: number;
  readonly to: number;
  readonly term: Term;
  readonly rule: TimeRule;
  /** Rules that took part, the outermost first. */
  readonly rules: readonly string[];
  /** The expressions that it joins, of a range. */
  readonly ends: readonly Item[];
  /** What the words around say of it. */
  readonly cue: Cue | null;
}

/** The words around a time expression that say what it is for it. */
export interface Cue {
  readonly rule: TimeRule;
  /** First token of the cue, or of the expression when the cue follows it. */
  readonly from: number;
}

/** Whether an item is a time expression of its own: no amount, no part, no veto. */
export const isTime = (item: Item): boolean => item.rule.isTime && item.makes !== 'veto';
