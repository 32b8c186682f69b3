/** TIMEX3 values of dates that cannot be placed: X stands for each unknown figure. */
import { pad } from '../../../model/days.ts';
import { type Cell, type Grain, timexOf } from '../../calendar/cells.ts';
import type { DateTerm } from '../term.ts';

/** What a date says without its year: `XXXX-04-12`, `XXXX-WXX-5`, `XXXX-SU`. */
export function fieldsOnly(term: DateTerm, within?: Cell): string {
  const year = within?.grain === 'year' ? pad(within.index, 4) : 'XXXX';
  if (term.month !== undefined)
    return `${year}-${pad(term.month, 2)}${term.day === undefined ? '' : `-${pad(term.day, 2)}`}`;
  if (term.day !== undefined) return `${year}-XX-${pad(term.day, 2)}`;
  if (term.weekday !== undefined) return `${year}-WXX-${term.weekday}`;
  if (term.season !== undefined) return `${year}-${['SP', 'SU', 'FA', 'WI'][term.season] ?? 'SP'}`;
  if (term.quarter !== undefined) return `${year}-Q${term.quarter}`;
  if (term.half !== undefined) return `${year}-H${term.half}`;
  if (term.feast !== undefined) return `${year}-${/^\d\d-\d\d$/.test(term.feast) ? term.feast : 'XX-XX'}`;
  if (term.time) return 'XXXX-XX-XX';
  return year;
}

/**
 * The value of a cell counted from an unknown anchor: "next month" without a date.
 * @param within the month or year that is known of it: "the next day" in June 1745
 */
export function unknownShift(grain: Grain, within: Cell | null = null): string {
  const year = within?.grain === 'year' ? timexOf(within) : 'XXXX';
  switch (grain) {
    case 'day':
      return `${within?.grain === 'month' ? timexOf(within) : `${year}-XX`}-XX`;
    case 'week':
      return `${year}-WXX`;
    case 'weekend':
      return 'XXXX-WXX-WE';
    case 'month':
      return `${year}-XX`;
    case 'quarter':
    case 'fiscal-quarter':
      return 'XXXX-QX';
    case 'decade':
      return 'XXX';
    case 'century':
      return 'XX';
    default:
      return 'XXXX';
  }
}
