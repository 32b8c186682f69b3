/** Days of the proleptic Gregorian calendar as integers, and the arithmetic of months and years on them. */

/** Days since 1970-01-01. */
export type Day = number;

/** Year 0 is 1 BC, as in ISO 8601. */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Number of days in a month, 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 30);

/** Whether a month has such a day. */
export const isCivilDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/**
 * The day of a civil date. Eras of 400 years that begin on 1 March make leap days fall at the end (Hinnant,
 * "chrono-compatible low-level date algorithms", days_from_civil).
 */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The civil date of a day: the inverse of `dayOf`. */
export function civilOf(day: Day): CivilDate {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** 1 for Monday to 7 for Sunday, as in ISO 8601. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The day `months` later; a day that the month does not have becomes its last ("one month after 31 January"). */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = civilOf(day);
  const index = year * 12 + month - 1 + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return dayOf(y, m, Math.min(date, daysInMonth(y, m)));
}

/** The day that is `count` working days (Monday to Friday) later; public holidays are not known. */
export function addWorkingDays(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  const weeks = Math.floor(Math.abs(count) / 5);
  let at = day + step * weeks * 7;
  for (let left = Math.abs(count) % 5; left > 0; ) {
    at += step;
    if (weekdayOf(at) <= 5) left--;
  }
  while (weekdayOf(at) > 5) at += step;
  return at;
}

export const pad = (n: number, width: number): string => String(Math.abs(n)).padStart(width, '0');

/** `2016-09-08`, or null for years that ISO 8601 cannot write with four digits. */
export function isoDay(day: Day): string | null {
  const { year, month, day: date } = civilOf(day);
  return year < 0 || year > 9999 ? null : `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}
