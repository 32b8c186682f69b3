/** What a time is called on the screen and in files: `31 Mar 2026`, `in 2027`, `2024-2030`, `yearly`. */

import { dayNumber } from '../../model/day-spans.ts';
import { civilOf, type Day, daysInMonth, isoDay } from '../../model/days.ts';
import type { TimeRecord } from '../../model/report.ts';
import { readableDate } from '../dates.ts';

/** The fields of a time that its label is made of. */
type Dated = Pick<TimeRecord, 'start' | 'end' | 'precision' | 'calendar' | 'recurrence'>;

/** The name of the last day as precisely as it was meant: `Dec 2026`, `2029`, and `31 Mar 2028` of a financial year. */
export function dayLabel(iso: string, { precision, calendar }: Pick<Dated, 'precision' | 'calendar'>): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const endsMonth = Number(day) === daysInMonth(Number(year), Number(month));
  if (precision === null || precision === 'day' || precision === 'week' || !endsMonth) return readableDate(iso);
  if (precision === 'year' || precision === 'decade' || precision === 'century') {
    if (month === '12') return year;
    return calendar === 'gregorian' ? `${readableDate(iso.slice(0, 7))}` : readableDate(iso);
  }
  return readableDate(iso.slice(0, 7));
}

/**
 * The name of a stretch of days: `2027`, `2027/28`, `2020s`, `2024-2030`, `Jul-Sep 2026`, `3-7 Mar 2026`.
 * @param start first day, ISO
 * @param end last day, ISO, inclusive
 */
export function spanLabel(
  start: string,
  end: string,
  { precision, calendar }: Pick<Dated, 'precision' | 'calendar'>,
): string {
  if (start === end) return readableDate(start);
  const [firstYear, lastYear] = [start.slice(0, 4), end.slice(0, 4)];
  if (start.endsWith('-01-01') && end.endsWith('-12-31')) {
    if (firstYear === lastYear) return firstYear;
    if (precision === 'decade' && firstYear.endsWith('0') && Number(lastYear) - Number(firstYear) === 9)
      return `${firstYear}s`;
    return `${firstYear}-${lastYear}`;
  }
  if (calendar !== 'gregorian' && isYear(start, end)) return `${firstYear}/${lastYear.slice(2)}`;
  const hasWholeMonths = start.endsWith('-01') && endsMonth(end);
  const isRound = precision !== null && precision !== 'day' && precision !== 'week';
  const parts = hasWholeMonths || isRound ? 2 : 3;
  const from = readableDate(start.split('-').slice(0, parts).join('-'));
  const to = readableDate(end.split('-').slice(0, parts).join('-'));
  if (from === to) return from;
  if (firstYear !== lastYear) return `${from}-${to}`;
  if (parts === 3 && start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}-${to}`;
  return `${from.slice(0, -5)}-${to}`;
}

/** `yearly`, `every 5 years`, `recurring`, with its bounds where it has them: `yearly from Apr 2027`. */
export function recurrenceLabel({ recurrence, ...bounds }: Dated): string {
  const every = everyName(recurrence);
  const { start, end } = bounds;
  if (start !== null && end !== null) return `${every}, ${spanLabel(start, end, bounds)}`;
  if (start !== null) return `${every} from ${startLabel(start, bounds.precision)}`;
  return end === null ? every : `${every} until ${dayLabel(end, bounds)}`;
}

/** The name of a first day: `Apr 2027` where a month was meant, `2027` of a year. */
export function startLabel(iso: string, precision: Dated['precision']): string {
  if (precision === null || precision === 'day' || precision === 'week' || !iso.endsWith('-01'))
    return readableDate(iso);
  const isYears = precision === 'year' || precision === 'decade' || precision === 'century';
  return isYears && iso.endsWith('-01-01') ? iso.slice(0, 4) : readableDate(iso.slice(0, 7));
}

const named: Readonly<Record<string, string>> = {
  PT1H: 'hourly',
  P1D: 'daily',
  P1W: 'weekly',
  P7D: 'weekly',
  P1M: 'monthly',
  P3M: 'quarterly',
  P1Q: 'quarterly',
  P1Y: 'yearly',
  P12M: 'yearly',
};
const units: Readonly<Record<string, string>> = {
  D: 'days',
  W: 'weeks',
  M: 'months',
  Q: 'quarters',
  Y: 'years',
  H: 'hours',
};

/** `yearly`, `every 5 years`, `recurring`: an ISO 8601 period as the rhythm of something. */
export function everyName(recurrence: string | null): string {
  if (recurrence === null) return 'recurring';
  const known = named[recurrence];
  if (known !== undefined) return known;
  const [, count, unit = ''] = /^PT?(\d+)([DWMQYH])$/.exec(recurrence) ?? [];
  return count === undefined ? 'recurring' : `every ${count} ${units[unit] ?? ''}`;
}

function endsMonth(iso: string): boolean {
  const [year, month, day] = iso.split('-').map(Number);
  return day === daysInMonth(year ?? 0, month ?? 1);
}

/** Whether the days are one year, wherever it begins. */
function isYear(start: string, end: string): boolean {
  const next = civilOf(dayNumber(end) + 1);
  const first = civilOf(dayNumber(start));
  return next.year === first.year + 1 && next.month === first.month && next.day === first.day;
}

/** The ISO day of a day number; days before the year 0 or after 9999 count as the first or last that can be written. */
export function isoOf(day: Day): string {
  return isoDay(day) ?? (day < 0 ? '0000-01-01' : '9999-12-31');
}
