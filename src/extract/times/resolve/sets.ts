/** Recurrences: "every April", "Tuesday nights", "every two years". */

import { isoLength } from '../../calendar/durations.ts';
import type { SetTerm } from '../term.ts';
import { amountFor } from './lengths.ts';
import type { Resolution } from './placement.ts';
import { NOTHING } from './resolution.ts';
import { fieldsOnly } from './underspecified.ts';

/** The period of a recurrence, and what recurs as its TIMEX3 value. */
export function recurrence(term: SetTerm): Resolution {
  const period = isoLength(amountFor(term.amount), term.unit);
  const of = term.of;
  const day =
    of && (of.weekday !== undefined || of.month !== undefined || of.season !== undefined || of.quarter !== undefined);
  const value = of ? (day ? `${fieldsOnly(of)}${of.time ?? ''}` : `XXXX-XX-XX${of.time ?? ''}`) : period;
  return { ...NOTHING, type: 'SET', value, recurrence: period, resolved: true, precision: null };
}
