/** Lengths of time: their TIMEX3 values, and the days of those that run from an anchor or within a period. */

import type { Day } from '../../../model/days.ts';
import { type Cell, calendarOf, cellAt, firstDay, lastDay, monthsIn, shift, stepDay } from '../../calendar/cells.ts';
import { type Amount, addLength, grainOf, isoLength, type Unit } from '../../calendar/durations.ts';
import type { DurationTerm } from '../term.ts';
import { anchorOf } from './anchors.ts';
import { edgeOfEvent } from './events.ts';
import { wholeOf } from './placed.ts';
import type { Anchors, Resolution } from './placement.ts';
import { days, NOTHING, precisionOf } from './resolution.ts';

/** The number to reckon with: of "two to three years" the three; null where it is unknown. */
export const amountFor = (amount: Amount): number | null => amount.high ?? amount.low;

/** The TIMEX3 value of a length: `P5Y`, `P2Y/P3Y`, `P1Y6M`, `PXM`. */
export function lengthValue(term: DurationTerm): string {
  const { low, high } = term.amount;
  if (term.more) {
    const [a, b] = [low, term.more.amount.low];
    if (a !== null && b !== null)
      return `${isoLength(a, term.unit)}${isoLength(b, term.more.unit).slice(isClockUnit(term.more.unit) && isClockUnit(term.unit) ? 2 : 1)}`;
  }
  if (low !== high && low !== null && high !== null)
    return `${isoLength(low, term.unit)}/${isoLength(high, term.unit)}`;
  return isoLength(low ?? high, term.unit);
}
const isClockUnit = (unit: Unit): boolean => unit === 'second' || unit === 'minute' || unit === 'hour';

/**
 * The days of "the next five years", and the value alone of "five years".
 * @param outer where `term.within` was placed; null when the term lies within nothing
 */
export function resolveLength(term: DurationTerm, outer: Resolution | null, anchors: Anchors): Resolution {
  const value = lengthValue(term);
  const base: Resolution = { ...NOTHING, type: 'DURATION', value };
  const number = amountFor(term.amount);
  const grain = grainOf(term.unit);
  if (outer && term.within?.kind === 'event') {
    // Of an event that lasts, the beginning or end is enough.
    const from = edgeOfEvent(term.within, (term.sign ?? 1) > 0 ? -1 : 1, anchors);
    if (!from.cell || number === null) return { ...base, anchor: from.anchor };
    const [first, last] = wholeOf(from.cell, anchors);
    const its =
      (term.sign ?? 1) > 0
        ? days(first, first === null ? null : lastOf(first, addLength(first, number, term.unit)))
        : days(last === null ? null : firstOf(addLength(last + 1, -number, term.unit), last), last);
    return { ...base, ...its, anchor: from.anchor, precision: grain && precisionOf(grain) };
  }
  if (outer) {
    if (!outer.cell || number === null) return { ...base, anchor: outer.anchor };
    const [first, last] = wholeOf(outer.cell, anchors);
    if (first === null || last === null) return base;
    const [from, to] =
      (term.sign ?? 1) > 0
        ? [first, lastOf(first, addLength(first, number, term.unit))]
        : [firstOf(addLength(last + 1, -number, term.unit), last), last];
    return { ...base, ...days(from, to), anchor: outer.anchor, precision: grain && precisionOf(grain) };
  }
  if (!term.sign) return base;
  // What is to be done within minutes or hours is counted from what happens, never from the document's day.
  if (term.through && isClockUnit(term.unit) && (term.from ?? 'document') === 'document') return base;
  const from =
    typeof term.from === 'object'
      ? edgeOfEvent(term.from, term.sign, anchors)
      : anchorOf(term.from ?? 'document', anchors);
  const withAnchor: Resolution = { ...base, anchor: from.anchor };
  if (!from.cell) return withAnchor;
  const first = firstDay(from.cell, anchors.fiscal);
  const last = lastDay(from.cell, anchors.fiscal);
  if (number === null) return { ...withAnchor, ...(term.sign > 0 ? days(first, null) : days(null, last)) };
  if (term.unit === 'fiscal-year' || term.unit === 'academic-year') {
    if (number < 1) return withAnchor;
    const its = cellAt(term.unit, first, anchors.fiscal);
    const [a, b] = term.sign > 0 ? [shift(its, 1), shift(its, number)] : [shift(its, -number), shift(its, -1)];
    return {
      ...withAnchor,
      ...days(firstDay(a, anchors.fiscal), lastDay(b, anchors.fiscal)),
      precision: 'year',
      calendar: calendarOf(term.unit),
    };
  }
  const isDay = from.cell.grain === 'day';
  if (term.sign > 0) {
    const next = isDay ? addLength(first, number, term.unit) : null;
    const to = isDay
      ? term.through
        ? next
        : lastOf(first, next)
      : addLengthToCell(from.cell, number, term.unit, anchors);
    return { ...withAnchor, ...days(first, to), precision: grain && precisionOf(grain) };
  }
  const since = addLength(first, -number, term.unit);
  return { ...withAnchor, ...days(since, last), precision: grain && precisionOf(grain) };
}

/** The last day before another: of hours that end on the first day, that day. */
const lastOf = (first: Day, next: Day | null): Day | null => (next === null ? null : Math.max(first, next - 1));

/** The first day, no later than the last: hours that end on a day begin on it. */
const firstOf = (first: Day | null, last: Day): Day | null => (first === null ? null : Math.min(first, last));

/** The last day of the month or year that lies a length after an anchor known only to the month or year. */
function addLengthToCell(cell: Cell, number: number, unit: Unit, { fiscal }: Anchors): Day | null {
  const last = lastDay(cell, fiscal);
  const grain = grainOf(unit);
  if (!grain) return last;
  const months = monthsIn(grain);
  if (!months) return addLength(last, number, unit);
  return stepDay(last + 1, 'month', Math.round(number * months)) - 1;
}
