/** Lengths of time: an amount of a unit, their ISO 8601 form, and where they lead from a given day. */

import { addWorkingDays, type Day } from '../../model/days.ts';
import { type Grain, monthsIn, stepDay } from './cells.ts';

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'working-day'
  | 'fortnight'
  | 'unknown'
  | Exclude<Grain, 'fiscal-half' | 'weekend'>
  | 'weekend';

/** How many; both null for "several". `low` differs from `high` in "two to three". */
export interface Amount {
  readonly low: number | null;
  readonly high: number | null;
}

/** Grain of the cells that a unit counts; null for units shorter than a day. */
export function grainOf(unit: Unit): Grain | null {
  switch (unit) {
    case 'second':
    case 'minute':
    case 'hour':
    case 'unknown':
      return null;
    case 'working-day':
      return 'day';
    case 'fortnight':
      return 'week';
    default:
      return unit;
  }
}

const DESIGNATORS: Readonly<Record<Unit, readonly [number, string]>> = {
  second: [1, 'S'],
  minute: [1, 'M'],
  hour: [1, 'H'],
  day: [1, 'D'],
  'working-day': [1, 'D'],
  week: [1, 'W'],
  weekend: [1, 'WE'],
  fortnight: [2, 'W'],
  month: [1, 'M'],
  quarter: [3, 'M'],
  'fiscal-quarter': [3, 'M'],
  season: [3, 'M'],
  half: [6, 'M'],
  year: [1, 'Y'],
  'fiscal-year': [1, 'Y'],
  'academic-year': [1, 'Y'],
  decade: [10, 'Y'],
  century: [100, 'Y'],
  millennium: [1000, 'Y'],
  unknown: [1, 'X'],
};

const CLOCKED = new Set<Unit>(['second', 'minute', 'hour']);

/** Units that TIMEX3 names only where the amount is unknown: `PXDE` for "decades". */
const VAGUE: Readonly<Partial<Record<Unit, string>>> = { decade: 'DE', century: 'CE', millennium: 'L', quarter: 'Q' };

/** `P5Y`, `PT2H`, `PXM`; halves become the next smaller unit (`P2Y6M`, `PT1H30M`). */
export function isoLength(number: number | null, unit: Unit): string {
  const [factor, letter] = DESIGNATORS[unit];
  const head = CLOCKED.has(unit) ? 'PT' : 'P';
  if (number === null) return `${head}X${VAGUE[unit] ?? letter}`;
  const total = number * factor;
  const whole = Math.floor(total);
  const rest = total - whole;
  if (rest === 0) return `${head}${whole}${letter}`;
  const finer = FINER[letter];
  const isClock = CLOCKED.has(unit);
  const key = finer?.[isClock ? 1 : 0];
  if (!key) return `${head}${trimmed(total)}${letter}`;
  const [next, size] = key;
  const small = Math.round(rest * size);
  return whole === 0 ? `${head}${small}${next}` : `${head}${whole}${letter}${small}${next}`;
}

const trimmed = (n: number): string => String(Math.round(n * 100) / 100);

/** Letter → the next smaller designator and how many make one: outside and inside the time of day. */
const FINER: Readonly<Record<string, readonly [readonly [string, number] | null, readonly [string, number] | null]>> = {
  Y: [['M', 12], null],
  M: [null, ['S', 60]],
  H: [null, ['M', 60]],
};

/** The day that a length leads to from a day, or null where the amount is unknown. Hours and less stay on the day. */
export function addLength(day: Day, number: number | null, unit: Unit): Day | null {
  if (number === null || Math.abs(number) > 1_000_000) return null;
  const grain = grainOf(unit);
  if (unit === 'unknown') return null;
  if (grain === null) {
    const hours = unit === 'hour' ? number : unit === 'minute' ? number / 60 : number / 3600;
    return day + Math.trunc(hours / 24);
  }
  if (unit === 'working-day') return addWorkingDays(day, Math.trunc(number));
  const factor = unit === 'fortnight' ? 2 : 1;
  const whole = Math.trunc(number);
  const at = stepDay(day, grain, whole * factor);
  const rest = number - whole;
  if (rest === 0) return at;
  const months = grain === 'month' ? 0 : Math.round(rest * monthsIn(grain));
  return months
    ? stepDay(at, 'month', months)
    : at + Math.round(rest * (grain === 'week' ? 7 : grain === 'month' ? 30 : 1));
}
