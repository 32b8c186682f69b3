/** A date as placed in the calendar, or what is known of one that cannot be. */

import type { TimeRecord } from '../../../model/report.ts';
import { type Cell, firstDay, lastDay } from '../../calendar/cells.ts';
import type { Anchors, Interval } from './placement.ts';

/** A placed date, or what is known of it when it cannot be placed. */
export interface Placed {
  readonly cell: Cell | null;
  /** TIMEX3 value with X for what is unknown, when there is no cell. */
  readonly value: string;
  readonly interval: Interval;
  readonly anchor: TimeRecord['anchor'];
}

/** What has no place: its value, with X for what is unknown. */
export const unplaced = (value: string): Placed => ({ cell: null, value, interval: [null, null], anchor: null });

/** First and last day of a cell. */
export const wholeOf = (cell: Cell, { fiscal }: Anchors): Interval => [firstDay(cell, fiscal), lastDay(cell, fiscal)];

/** A cell, with all its days. */
export const placedAt = (cell: Cell, anchor: TimeRecord['anchor'], anchors: Anchors): Placed => ({
  cell,
  value: '',
  interval: wholeOf(cell, anchors),
  anchor,
});
