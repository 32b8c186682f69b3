/** Dates that no calendar has: 31 June, 29 February 2023, the 13th month of 2025. */

import { daysInMonth } from '../../../model/days.ts';
import type { Unit } from '../../calendar/durations.ts';
import type { Captured, Constants } from './captured.ts';
import { unitOf } from './units.ts';

/** Most units in a year. */
const MOST: Readonly<Partial<Record<Unit, number>>> = { day: 366, week: 53, month: 12, quarter: 4, season: 4, half: 2 };

/** Whether captures name a day that their month lacks, or a month, week or quarter that no year has. */
export function isImpossible(captured: Captured, constants: Constants): boolean {
  const day = captured.number('day');
  const month = captured.number('month');
  if (day !== null && month !== null && day > daysInMonth(captured.number('year') ?? 2000, month)) return true;
  const nth = captured.number('nth');
  const unit = unitOf(captured, constants);
  const outer = captured.term('in');
  if (nth === null || unit === null || outer?.kind !== 'date') return false;
  const isLong = outer.decade !== undefined || outer.century !== undefined;
  return !isLong && nth > (MOST[unit] ?? Number.POSITIVE_INFINITY);
}
