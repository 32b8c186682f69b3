/** The days of an event as far as they are known, and those of its parts. */
import { addMonths, type Day } from '../../../model/days.ts';
import { type Cell, cellOfIso, type FiscalStart, firstDay, lastDay, shift } from '../../calendar/cells.ts';
import type { EventPart } from './event-rules.ts';

/** The first and the last cell of an event; null where it is not known. An event of one day has it twice. */
export interface EventDays {
  readonly first: Cell | null;
  readonly last: Cell | null;
  /** Of a term that is defined by a length ("short term: two years"): the TIMEX3 value of the length. */
  readonly length?: string;
}

/** Reads `2025-03-01` or `2026-04..2028-03`; null where it is neither, or ends before it begins. */
export function readEventDays(text: string): EventDays | null {
  const [first = '', last = first, ...more] = text.split('..');
  if (more.length > 0) return null;
  const [from, to] = [cellOfIso(first), cellOfIso(last)];
  if (!from || !to) return null;
  const plain: FiscalStart = { month: 1, day: 1 };
  return firstDay(from, plain) > lastDay(to, plain) ? null : { first: from, last: to };
}

/** The nth to the mth year of what begins with a cell. */
export function yearsFrom(start: Cell, [n, m]: readonly [number, number], fiscal: FiscalStart): EventDays {
  if (start.grain === 'year' || start.grain === 'fiscal-year' || start.grain === 'academic-year')
    return { first: shift(start, n - 1), last: shift(start, m - 1) };
  if (start.grain === 'month') return { first: shift(start, 12 * (n - 1)), last: shift(start, 12 * m - 1) };
  const day = firstDay(start, fiscal);
  return {
    first: { grain: 'day', index: addMonths(day, 12 * (n - 1)) },
    last: { grain: 'day', index: addMonths(day, 12 * m) - 1 },
  };
}

/**
 * A part of an event.
 * @param today the document's first day, from which "the rest" runs; null where it is unknown
 */
export function partOfEvent(days: EventDays, part: EventPart, today: Day | null, fiscal: FiscalStart): EventDays {
  const { first, last } = days;
  switch (part) {
    case 'whole':
      return days;
    case 'start':
      return { first: first && edge(firstDay(first, fiscal)), last: first && edge(firstDay(first, fiscal)) };
    case 'end':
      return { first: last && edge(lastDay(last, fiscal)), last: last && edge(lastDay(last, fiscal)) };
    case 'rest': {
      const isRunning =
        today !== null && first && last && today > firstDay(first, fiscal) && today <= lastDay(last, fiscal);
      return isRunning ? { first: edge(today), last } : days;
    }
    case 'first-year':
      return first ? yearsFrom(first, [1, 1], fiscal) : { first: null, last: null };
    case 'last-year': {
      if (!last) return { first: null, last: null };
      const end = lastDay(last, fiscal);
      return { first: edge(addMonths(end + 1, -12)), last };
    }
    case 'first-half':
    case 'second-half':
    case 'middle': {
      if (!first || !last) return { first: null, last: null };
      const [from, to] = [firstDay(first, fiscal), lastDay(last, fiscal)];
      const half = Math.floor((from + to) / 2);
      if (part === 'middle') return { first: edge(half), last: edge(half) };
      return part === 'first-half' ? { first, last: edge(half) } : { first: edge(half + 1), last };
    }
  }
}

const edge = (day: Day): Cell => ({ grain: 'day', index: day });
