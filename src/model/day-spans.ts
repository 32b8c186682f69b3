/** Days of ISO dates as integers, and the first and last days of the periods that a date stands for. */
import { civilOf, type Day, dayOf } from './days.ts';
import type { Precision } from './report.ts';

const MONTHS: Partial<Record<Precision, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export function dayNumber(iso: string): Day {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return dayOf(year, month, day);
}

/** How many days a precision spans at most, for ordering: day 1, week 7, month 31 and so on. */
export function spanOf(precision: Precision): number {
  if (precision === 'day') return 1;
  if (precision === 'week') return 7;
  return (MONTHS[precision] ?? 0) * 31;
}

/**
 * The first day of the period that ends on `end`: for a month that of the month, for a financial year that of the year.
 * @param end last day, `YYYY-MM-DD`
 */
export function firstDay(end: string, precision: Precision): number {
  const last = dayNumber(end);
  if (precision === 'day') return last;
  if (precision === 'week') return last - 6;
  return shifted(end, -(MONTHS[precision] ?? 0), 1);
}

/** The last day of the period that begins on `start`. */
export function lastDay(start: string, precision: Precision): number {
  const first = dayNumber(start);
  if (precision === 'day') return first;
  if (precision === 'week') return first + 6;
  return shifted(start, MONTHS[precision] ?? 0, 0) - 1;
}

/** The day number of `iso` moved by `days`, then by `months`; days past a month's end become its first of the next. */
function shifted(iso: string, months: number, days: number): Day {
  const { year, month, day } = civilOf(dayNumber(iso) + days);
  const at = year * 12 + (month - 1) + months;
  const y = Math.floor(at / 12);
  return dayOf(y, at - y * 12 + 1, day);
}
