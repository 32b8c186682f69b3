/** Resolutions of the usual kinds: of nothing, of a placed date, of days from and to. */

import { type Day, isoDay } from '../../../model/days.ts';
import type { TimeRecord } from '../../../model/report.ts';
import { calendarOf, type Grain, timexOf } from '../../calendar/cells.ts';
import type { Placed } from './placed.ts';
import type { Resolution } from './placement.ts';

/** What has no value and no days. */
export const NOTHING: Resolution = {
  type: 'DATE',
  value: '',
  start: null,
  end: null,
  precision: null,
  calendar: 'gregorian',
  recurrence: null,
  resolved: false,
  anchor: null,
  cell: null,
};

/**
 * The resolution of a placed date.
 * @param time its time of day, `T17:00` or `TMO`, which makes it a TIME
 */
export function dated(placed: Placed, time: string | undefined): Resolution {
  const { cell, interval } = placed;
  const value = cell ? timexOf(cell) : placed.value;
  const start = interval[0] === null ? null : isoDay(interval[0]);
  const end = interval[1] === null ? null : isoDay(interval[1]);
  return {
    ...NOTHING,
    type: time ? 'TIME' : 'DATE',
    value: time ? withTime(value, time) : value,
    start,
    end,
    precision: cell ? precisionOf(cell.grain) : null,
    calendar: cell ? calendarOf(cell.grain) : 'gregorian',
    resolved: start !== null || end !== null || (cell !== null && cell.grain !== 'day'),
    anchor: placed.anchor,
    cell,
  };
}

const withTime = (value: string, time: string): string =>
  /^(?:BC)?[\dX]{4}-(?:\d\d|XX|W)/.test(value) ? `${value}${time}` : `XXXX-XX-XX${time}`;

/** The name that the contract gives to a grain. */
export function precisionOf(grain: Grain): TimeRecord['precision'] {
  switch (grain) {
    case 'weekend':
      return 'week';
    case 'fiscal-year':
    case 'academic-year':
      return 'year';
    case 'fiscal-quarter':
      return 'quarter';
    case 'fiscal-half':
      return 'half';
    case 'millennium':
      return 'century';
    default:
      return grain;
  }
}

/** First and last day as the report has them; null where open. */
export function days(first: Day | null, last: Day | null): Pick<Resolution, 'start' | 'end' | 'resolved'> {
  const start = first === null ? null : isoDay(first);
  const end = last === null ? null : isoDay(last);
  return { start, end, resolved: start !== null || end !== null };
}
