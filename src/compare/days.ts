/** Days as integers, for the distance between two deadlines: the proleptic Gregorian calendar, no clock, no zone. */
import type { Precision } from '../model/report.ts';

const MONTHS: Partial<Record<Precision, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};

/** Days since 1970-01-01 of `YYYY-MM-DD`, after Hinnant, "chrono-compatible low-level date algorithms" (2013). */
export function dayNumber(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
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
function shifted(iso: string, months: number, days: number): number {
  const [year, month, day] = civil(dayNumber(iso) + days);
  const at = year * 12 + (month - 1) + months;
  const y = Math.floor(at / 12);
  const m = at - y * 12 + 1;
  return dayNumber(`${y}-${m}-${day}`);
}

/** Year, month and day of a day number (Hinnant 2013, the inverse of `dayNumber`). */
function civil(number: number): readonly [year: number, month: number, day: number] {
  const shiftedDay = number + 719_468;
  const era = Math.floor(shiftedDay / 146_097);
  const dayOfEra = shiftedDay - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * mp + 2) / 5) + 1];
}
