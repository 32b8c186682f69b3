/** Captures → ranges: from one expression to another, and lengths that end with one. */

import { daysInMonth } from '../../../model/days.ts';
import { monthsIn } from '../../calendar/cells.ts';
import { grainOf } from '../../calendar/durations.ts';
import type { DateTerm, RangeTerm } from '../term.ts';
import type { Captured, Constants } from './captured.ts';
import { dateFields } from './fields.ts';

/** "3 to 26 May", "2019 to 2024"; null where the two ends are no range together. */
export function range(captured: Captured, constants: Constants): RangeTerm | null {
  if (captured.has('month')) return daysOfMonth(captured, constants);
  const first = captured.term('first');
  const isBefore = captured.entry('era') === 'bc';
  const last = captured.term('last') ?? yearOf(captured.number('last'), isBefore);
  if (!last) return null;
  const year = yearOf(captured.number('first'), isBefore);
  if (year && !captured.term('first')) return { kind: 'range', first: year, last };
  // "a cut Tuesday to August's rota" is no range.
  if (first?.kind === 'date' && last.kind === 'date' && (first.weekday === undefined) !== (last.weekday === undefined))
    if (first.day === undefined && last.day === undefined && first.shift === undefined) return null;
  // "last year - FY2023" is an apposition: a dash joins only what says its year or day itself.
  if (captured.has('dash') && first?.kind === 'date' && first.shift) return null;
  if (first) return { kind: 'range', first, last };
  // "3 to 26 May", "April to June": the first end says only what differs.
  const bare = dateFields(captured, constants);
  // "12-2015" is no span of days: its last end has no day.
  if (bare?.day !== undefined && bare.month === undefined && last.kind === 'date' && last.day === undefined)
    return null;
  return bare ? { kind: 'range', first: bare, last } : null;
}

/** "June 3-5": two days of one month, the later after the earlier. */
function daysOfMonth(captured: Captured, constants: Constants): RangeTerm | null {
  const first = dateFields(captured, constants);
  const day = captured.number('last');
  if (!first || first.day === undefined || day === null || day <= first.day) return null;
  if (first.month === undefined || day > daysInMonth(first.year ?? 2000, first.month)) return null;
  return { kind: 'range', first, last: { ...first, day } };
}

/** Year 1 BC is year 0. */
const yearOf = (year: number | null, isBefore: boolean): DateTerm | null =>
  year === null ? null : { kind: 'date', year: isBefore ? 1 - year : year };

/** "the year to March 2025". */
export function yearTo(captured: Captured): RangeTerm | null {
  const last = captured.term('of');
  return last ? { kind: 'range', first: { kind: 'year-before', end: last, months: 12 }, last } : null;
}

/** "the nine months to December"; null for lengths that are no whole number of months. */
export function lengthTo(captured: Captured): RangeTerm | null {
  const last = captured.term('of');
  const length = captured.term('duration');
  if (!last || length?.kind !== 'duration' || length.amount.low === null) return null;
  const grain = grainOf(length.unit);
  const months = (grain ? monthsIn(grain) : 0) * length.amount.low;
  return months > 0 && Number.isInteger(months)
    ? { kind: 'range', first: { kind: 'year-before', end: last, months }, last }
    : null;
}
