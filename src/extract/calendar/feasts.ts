/** The days of feasts: fixed ones, those on a weekday of a month, and those that move with Easter. */
import { type Day, dayOf, isCivilDate, weekdayOf } from '../../model/days.ts';

/** The first year of the calendar by which Easter is reckoned here. */
const GREGORIAN = 1583;

/**
 * The day of a feast in a year.
 * @param rule `12-25` (a day), `11-22>4` (the first Thursday on or after a day; 1 is Monday, 7 Sunday), or `easter-2`
 *   (days before or after Easter Sunday), as the table `feast` of the time pack has it
 * @returns null for a rule that says nothing, and for Easter before the Gregorian calendar
 */
export function dayOfFeast(rule: string, year: number): Day | null {
  const moving = /^easter([+-]\d{1,3})$/.exec(rule);
  if (moving) return year < GREGORIAN ? null : easter(year) + Number(moving[1]);
  const fixed = /^(\d\d)-(\d\d)(?:>([1-7]))?$/.exec(rule);
  if (!fixed) return null;
  const [month, date] = [Number(fixed[1]), Number(fixed[2])];
  if (!isCivilDate(year, month, date)) return null;
  const day = dayOf(year, month, date);
  return fixed[3] === undefined ? day : day + ((Number(fixed[3]) - weekdayOf(day) + 7) % 7);
}

/** Easter Sunday by the anonymous Gregorian computus (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}
