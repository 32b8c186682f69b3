/** Units of time by their names in the packs. */

import type { Unit } from '../../calendar/durations.ts';
import type { Captured, Constants } from './captured.ts';

const UNITS: Readonly<Record<Unit, true>> = {
  second: true,
  minute: true,
  hour: true,
  day: true,
  'working-day': true,
  week: true,
  weekend: true,
  fortnight: true,
  month: true,
  quarter: true,
  'fiscal-quarter': true,
  season: true,
  half: true,
  year: true,
  'fiscal-year': true,
  'academic-year': true,
  decade: true,
  century: true,
  millennium: true,
  unknown: true,
};

/** Whether a word of a pack names a unit. */
export const isUnit = (word: string): word is Unit => Object.hasOwn(UNITS, word);

/** The captured unit, else that of the rule. */
export function unitOf(captured: Captured, constants: Constants): Unit | null {
  const word = captured.entry('unit');
  if (word !== null && isUnit(word)) return word;
  return constants.unit ?? null;
}
