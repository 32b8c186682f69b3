/** Picks a finer cell out of a coarser one: the third quarter of 2025, the second Tuesday of May, 5 April of a financial year. */

import { addWorkingDays, civilOf, weekdayOf } from '../../../model/days.ts';
import {
  type Cell,
  cellAt,
  dayInMonth,
  type FiscalStart,
  firstDay,
  isFiner,
  lastDay,
  shift,
} from '../../calendar/cells.ts';
import { dayOfFeast } from '../../calendar/feasts.ts';
import type { DateTerm } from '../term.ts';

/** The cell that the finer fields of a term pick out of a cell; null where there is none such. */
export function refine(base: Cell, term: DateTerm, fiscal: FiscalStart): Cell | null {
  let cell = base;
  const isFiscal = base.grain === 'fiscal-year';
  const year = (): Cell | null =>
    cell.grain === 'year' || isFiscal
      ? cell
      : isFiner(cell.grain, 'year')
        ? cellAt('year', firstDay(cell, fiscal), fiscal)
        : null;
  if (term.nth && term.weekday !== undefined) return nthWeekday(base, term.weekday, term.nth.n, fiscal);
  if (term.nth && isFiner(term.nth.grain, cell.grain)) {
    const isWeekOfYear = term.nth.grain === 'week' && cell.grain === 'year';
    // Week 1 of a year is the one with its first Thursday (ISO 8601).
    const first = firstDay(cell, fiscal) + (isWeekOfYear ? 3 : 0);
    const last = lastDay(cell, fiscal) - (isWeekOfYear ? 3 : 0);
    const grain = isFiscal && term.nth.grain === 'quarter' ? 'fiscal-quarter' : term.nth.grain;
    const { n, isWorking } = term.nth;
    const at = isWorking
      ? { grain, index: n > 0 ? addWorkingDays(first - 1, n) : addWorkingDays(last + 1, n) }
      : n > 0
        ? shift(cellAt(grain, first, fiscal), n - 1)
        : shift(cellAt(grain, last, fiscal), n + 1);
    if (firstDay(at, fiscal) > last || lastDay(at, fiscal) < first) return null;
    cell = at;
  }
  if (term.half !== undefined) {
    const its = year();
    if (!its) return null;
    cell = { grain: isFiscal ? 'fiscal-half' : 'half', index: its.index * 2 + term.half - 1 };
  }
  if (term.quarter !== undefined) {
    const its = year();
    if (!its) return null;
    cell = { grain: isFiscal ? 'fiscal-quarter' : 'quarter', index: its.index * 4 + term.quarter - 1 };
  }
  if (term.season !== undefined) {
    const its = year();
    if (!its) return null;
    const offset = isFiscal && term.season * 3 + 3 < fiscal.month - 1 ? 1 : 0;
    cell = { grain: 'season', index: (its.index + offset) * 4 + term.season };
  }
  if (term.month !== undefined) {
    if (isFiscal || cell.grain === 'academic-year') {
      const first = cellAt('month', firstDay(cell, fiscal), fiscal);
      const begin = ((first.index % 12) + 12) % 12;
      cell = { grain: 'month', index: first.index + ((term.month - 1 - begin + 12) % 12) };
    } else {
      const its = year();
      if (!its) return null;
      cell = { grain: 'month', index: its.index * 12 + term.month - 1 };
    }
  }
  if (term.day !== undefined) {
    const month =
      cell.grain === 'month'
        ? cell
        : isFiner(cell.grain, 'month')
          ? cellAt('month', firstDay(cell, fiscal), fiscal)
          : null;
    const day = month && dayInMonth(month, term.day);
    if (!day) return null;
    cell = day;
  } else if (term.weekday !== undefined) {
    if (cell.grain === 'month' && term.nth === undefined) return null;
    const week =
      cell.grain === 'week'
        ? cell
        : isFiner(cell.grain, 'week')
          ? cellAt('week', firstDay(cell, fiscal), fiscal)
          : null;
    if (!week) return null;
    cell = { grain: 'day', index: firstDay(week, fiscal) + term.weekday - 1 };
  }
  if (term.feast !== undefined) {
    const its = feastIn(cell, term.feast, fiscal);
    if (!its) return null;
    cell = its;
  }
  return term.around !== undefined && isFiner(cell.grain, term.around)
    ? cellAt(term.around, firstDay(cell, fiscal), fiscal)
    : cell;
}

/** The first Monday, the last Friday of a month or a longer cell; null where it has no such day. */
function nthWeekday(cell: Cell, weekday: number, n: number, fiscal: FiscalStart): Cell | null {
  const first = firstDay(cell, fiscal);
  const last = lastDay(cell, fiscal);
  const index =
    n > 0
      ? first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1)
      : last - ((weekdayOf(last) - weekday + 7) % 7) + 7 * (n + 1);
  return isFiner(cell.grain, 'month') || index < first || index > last ? null : { grain: 'day', index };
}

/** A feast in a year of any calendar, or in the year of a finer cell. */
function feastIn(cell: Cell, rule: string, fiscal: FiscalStart): Cell | null {
  const first = firstDay(cell, fiscal);
  const { year } = civilOf(first);
  const day = dayOfFeast(rule, year);
  const isBefore = day !== null && day < first && !isFiner(cell.grain, 'year');
  const its = isBefore ? dayOfFeast(rule, year + 1) : day;
  return its === null ? null : { grain: 'day', index: its };
}
