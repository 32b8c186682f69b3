/** By when something is due, as people type it: a year, a month or a day. */
import { daysInMonth, isCivilDate } from '../model/days.ts';
import type { Deadline } from '../model/report.ts';

/** What was typed, as it stands in results. */
export interface Due {
  /** `2026`, `2026-03` or `2026-03-31`. */
  readonly value: string;
  /** The last ISO day of it, inclusive. */
  readonly end: string;
  readonly precision: 'year' | 'month' | 'day';
}

/** @returns null for anything but a year, a month or a day that there is, in the forms of ISO 8601 */
export function dueOf(typed: string): Due | null {
  const [, years, months, days] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(typed.trim()) ?? [];
  if (years === undefined || Number(years) < 1000) return null;
  if (months === undefined) return { value: years, end: `${years}-12-31`, precision: 'year' };
  const month = Number(months);
  if (month < 1 || month > 12) return null;
  const value = `${years}-${months}`;
  if (days === undefined) return { value, end: `${value}-${daysInMonth(Number(years), month)}`, precision: 'month' };
  if (!isCivilDate(Number(years), month, Number(days))) return null;
  return { value: `${value}-${days}`, end: `${value}-${days}`, precision: 'day' };
}

/**
 * A deadline as people would type it: `2026` where it ends with that year, `2026-03` with that month, else its last day;
 * where it has none, the words of the document. Null without a deadline.
 */
export function typedDue(deadline: Pick<Deadline, 'text' | 'end' | 'precision'> | null): string | null {
  if (deadline === null) return null;
  const { end, precision, text } = deadline;
  if (end === null) return text;
  const short = end.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10);
  return dueOf(short)?.end === end ? short : end;
}
