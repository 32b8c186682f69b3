/** What a time expression says before it is placed in a calendar: fields, lengths, offsets, ranges, sets. */
import type { Grain } from '../calendar/cells.ts';
import type { Amount, Unit } from '../calendar/durations.ts';

/**
 * What an expression is counted from: the document's date, the date that the text last spoke of, whichever of the two
 * the text is set in (`setting`; `story` never counts from another date where the document's is unknown), or the quarter
 * whose results are spoken of (`results`).
 */
export type From = 'document' | 'narrative' | 'setting' | 'story' | 'results';

/**
 * Which of several like days, months or seasons is meant, seen from the anchor. `same` stays in the anchor's year,
 * `onward` is the nearest that moves a story on.
 */
export type Direction = 'past' | 'future' | 'near' | 'same' | 'onward';

/** Part of a period: "early 2025", "the end of March". */
export type Part = 'early' | 'mid' | 'late' | 'start' | 'end' | 'later' | 'earlier';

/** A date or time of day, as far as the words say it. What is missing comes from `within` or from the anchor. */
export interface DateTerm {
  readonly kind: 'date';
  readonly century?: number;
  readonly decade?: number;
  readonly year?: number;
  /** Year in which the financial year begins. */
  readonly fiscalYear?: number;
  /** Whether `fiscalYear` was named by the year in which it ends: where it begins in January, that is the same year. */
  readonly isNamedByEnd?: boolean;
  /** The year by which a financial year goes where it is not said in which of its two years it begins. */
  readonly label?: number;
  /** Year in which the academic year begins. */
  readonly academicYear?: number;
  readonly half?: number;
  readonly quarter?: number;
  /** 0 for spring to 3 for winter. */
  readonly season?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday?: number;
  /** A day known by its name, as `dayOfFeast` reads it: `12-25`, `11-22>4`, `easter-2`. */
  readonly feast?: string;
  /** The cell of this grain around the day: the week of 6 March. */
  readonly around?: Grain;
  /** `T17:00`, or a part of the day such as `TMO`. */
  readonly time?: string;
  /** A cell counted from the anchor's: next month is `month`, 1. */
  readonly shift?: { readonly grain: Grain; readonly by: number; readonly from: From };
  /** The nth cell of a grain in what it lies in, of days also the nth from Monday to Friday; −1 is the last. */
  readonly nth?: { readonly grain: Grain; readonly n: number; readonly isWorking?: boolean };
  readonly within?: Term;
  readonly part?: Part;
  readonly direction?: Direction;
}

export interface DurationTerm {
  readonly kind: 'duration';
  readonly amount: Amount;
  readonly unit: Unit;
  /** The second part of "a year and six months". */
  readonly more?: { readonly amount: Amount; readonly unit: Unit };
  /** "the next five years" runs on from the anchor (1), "the last five years" up to it (−1). */
  readonly sign?: 1 | -1;
  /** What it is counted from: "within six months of Royal Assent" from an event. */
  readonly from?: From | EventTerm;
  /** Whether the day on which it has passed is still in time: "within 100 days". */
  readonly through?: boolean;
  /** A year, quarter or the like whose part it is: "the first nine months of 2024". */
  readonly within?: Term;
}

/** A day, month or year at a distance: "two years ago", "three months after publication". */
export interface OffsetTerm {
  readonly kind: 'offset';
  readonly length: DurationTerm;
  readonly sign: 1 | -1;
  readonly from: From | Term;
}

/** The month or day with which a year, or a number of months, that ends with another one begins. */
export interface YearBeforeTerm {
  readonly kind: 'year-before';
  readonly end: Term;
  readonly months: number;
}

export interface RangeTerm {
  readonly kind: 'range';
  readonly first: Term;
  readonly last: Term;
}

/** A recurrence. */
export interface SetTerm {
  readonly kind: 'set';
  readonly amount: Amount;
  readonly unit: Unit;
  /** What recurs: "every April", "Tuesday nights". */
  readonly of?: DateTerm;
}

/** `PAST_REF`, `PRESENT_REF`, `FUTURE_REF` or a vague length such as `PXY`. */
export interface ReferenceTerm {
  readonly kind: 'reference';
  readonly value: string;
}

/** Something that happens on a day unknown to the calendar: "this Parliament", "Royal Assent", "Phase 2". */
export interface EventTerm {
  readonly kind: 'event';
  readonly name: string;
  /** Whether it is a term whose reach the document defines: "short term". */
  readonly isHorizon?: boolean;
}

/** A number of something, not yet of a unit. */
export interface AmountTerm {
  readonly kind: 'amount';
  readonly amount: Amount;
}

export type Term =
  | DateTerm
  | DurationTerm
  | OffsetTerm
  | RangeTerm
  | YearBeforeTerm
  | SetTerm
  | ReferenceTerm
  | EventTerm
  | AmountTerm;
