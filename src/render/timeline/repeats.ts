/** Recurrences as rules of calendars. */
import { civilOf, type Day, daysInMonth } from '../../model/days.ts';

const FREQUENCIES: Readonly<Record<string, string>> = { D: 'DAILY', W: 'WEEKLY', M: 'MONTHLY', Y: 'YEARLY' };

/**
 * The value of an RRULE (RFC 5545, 3.3.10); null for what is less than a day or has no number. What first falls on the
 * last day of a month that others do not have keeps to the last day.
 * @param period ISO 8601, such as `P3M`
 * @param first the first day
 * @param last the last day on which it may fall, or null, as `20301231`
 */
export function repeatRule(period: string, first: Day, last: string | null): string | null {
  const [, digits = '', unit = ''] = /^P(\d{1,4})([DWMY])$/.exec(period) ?? [];
  const frequency = FREQUENCIES[unit];
  const interval = Number(digits);
  if (frequency === undefined || interval === 0) return null;
  const { year, month, day } = civilOf(first);
  const isLast = day > 28 && day === daysInMonth(year, month);
  const parts = [`FREQ=${frequency}`];
  if (interval > 1) parts.push(`INTERVAL=${interval}`);
  if (isLast && unit === 'M') parts.push('BYMONTHDAY=-1');
  if (isLast && unit === 'Y' && month === 2) parts.push('BYMONTH=2', 'BYMONTHDAY=-1');
  if (last !== null) parts.push(`UNTIL=${last}`);
  return parts.join(';');
}
