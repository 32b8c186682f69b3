/** What time expressions are placed by, and where they come to stand. */
import type { Day } from '../../../model/days.ts';
import type { TimeRecord } from '../../../model/report.ts';
import type { Cell, FiscalStart } from '../../calendar/cells.ts';
import type { FoundEvent } from '../events/event.ts';
import type { Direction } from '../term.ts';

/** What expressions are placed by. */
export interface Anchors {
  /** The document's date: a day, month or year; null where it is unknown. */
  readonly document: Cell | null;
  /** The date that the text last spoke of, if any. */
  readonly narrative: Cell | null;
  /** Dates that the text spoke of, the last first, for "that quarter" and "the following day". */
  readonly mentions: readonly Cell[];
  /** The quarter whose results are spoken of, if any. */
  readonly quarter: Cell | null;
  /** Whether the text tells of its last date's time rather than of the document's. */
  readonly isNarrative: boolean;
  /** Whether the clause says outright what will be, or the verb right before the date what was. */
  readonly isSure: boolean;
  /** Where bare months, weekdays and days lie, as the tense of the clause has it. */
  readonly direction: Direction;
  /** The year that the whole of a chronicle gives to a date without one, or null. */
  readonly year: number | null;
  readonly fiscal: FiscalStart;
  /** When an event is, by the words of an expression. */
  readonly events: (said: string) => FoundEvent;
}

/** Where a term was placed. */
export type Resolution = Pick<
  TimeRecord,
  'type' | 'value' | 'start' | 'end' | 'precision' | 'calendar' | 'recurrence' | 'resolved'
> & {
  /** The anchor used, or null for what needs none. */
  readonly anchor: TimeRecord['anchor'];
  /** The cell meant, for later expressions to hang on; null for lengths, sets and the unknown. */
  readonly cell: Cell | null;
};

/** First and last day, inclusive; null where open or unknown. */
export type Interval = readonly [Day | null, Day | null];
