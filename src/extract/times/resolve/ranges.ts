/** Ranges of two expressions: what each end leaves out, and the days from the first to the last. */

import { civilOf, type Day, weekdayOf } from '../../../model/days.ts';
import { firstDay } from '../../calendar/cells.ts';
import type { DateTerm, RangeTerm, Term } from '../term.ts';
import { place } from './dates.ts';
import type { Anchors, Resolution } from './placement.ts';
import { NOTHING } from './resolution.ts';

/** The first end of a range, with what it takes from the last: "3 to 26 May 2025", "April to June 2023". */
export function firstEnd({ first, last }: RangeTerm, resolved: Resolution, anchors: Anchors): Term {
  if (first.kind !== 'date' || !resolved.cell || last.kind !== 'date') return first;
  const isComplete =
    first.year !== undefined ||
    first.fiscalYear !== undefined ||
    first.decade !== undefined ||
    first.century !== undefined ||
    first.shift ||
    first.within;
  if (isComplete) return first;
  const end = firstDay(resolved.cell, anchors.fiscal);
  const { year, month } = civilOf(end);
  if (first.day !== undefined && first.month === undefined) {
    const wrapped = (last.day ?? 31) < first.day ? 1 : 0;
    const index = year * 12 + month - 1 - wrapped;
    return { ...first, year: Math.floor(index / 12), month: (index % 12) + 1 };
  }
  if (first.month === undefined && first.season === undefined && first.quarter === undefined) return first;
  const within = last.fiscalYear !== undefined ? { kind: 'date' as const, fiscalYear: last.fiscalYear } : null;
  if (within && first.quarter !== undefined) return { ...first, within };
  const same: DateTerm = { ...first, year };
  const its = place(same, null, anchors);
  return its.interval[0] !== null && its.interval[0] > end ? { ...first, year: year - 1 } : same;
}

/** The last end in the year after the first, when it would come before it ("from October to March"); null when not. */
export function laterEnd(term: RangeTerm, first: Resolution, last: Resolution, anchors: Anchors): DateTerm | null {
  const isTurned = first.start !== null && last.end !== null && first.start > last.end && first.cell && last.cell;
  if (isTurned && first.cell && term.last.kind === 'date' && term.last.weekday !== undefined && isBareDay(term.last))
    return dayAfter(firstDay(first.cell, anchors.fiscal), term.last.weekday);
  if (!isTurned || !first.cell || term.last.kind !== 'date' || term.last.year !== undefined) return null;
  const { year } = civilOf(firstDay(first.cell, anchors.fiscal));
  return { ...term.last, within: { kind: 'date', year: year + 1 } };
}

const isBareDay = ({ day, month, within, shift }: DateTerm): boolean =>
  day === undefined && month === undefined && !within && !shift;

/** The first such weekday after a day: "from Monday to Thursday". */
function dayAfter(first: Day, weekday: number): DateTerm {
  const { year, month, day } = civilOf(first + ((weekday - weekdayOf(first) + 7) % 7));
  return { kind: 'date', year, month, day };
}

/** From the first day of the first end to the last day of the last; of ends that are turned round no day is known. */
export function joined(first: Resolution, last: Resolution): Resolution {
  const isTurned = first.start !== null && last.end !== null && first.start > last.end;
  const isOpen = isTurned || (first.start === null && last.end === null);
  return {
    ...NOTHING,
    type: first.type === 'TIME' || last.type === 'TIME' ? 'TIME' : 'DATE',
    value: `${first.value}/${last.value}`,
    start: isTurned ? null : first.start,
    end: isTurned ? null : last.end,
    precision: last.precision ?? first.precision,
    calendar: last.calendar,
    resolved: !isOpen && first.resolved && last.resolved,
    anchor: last.anchor ?? first.anchor,
    cell: last.cell,
  };
}
