/** Captures → recurrences: "every April", "every two years", "Tuesday nights". */

import type { Unit } from '../../calendar/durations.ts';
import type { SetTerm } from '../term.ts';
import type { Captured, Constants } from './captured.ts';
import { dateFields } from './fields.ts';
import { amountOf, ONE } from './lengths.ts';
import { unitOf } from './units.ts';

/** What recurs, and how often; null where the captures say neither. */
export function recurrence(captured: Captured, constants: Constants): SetTerm | null {
  const of = captured.term('of');
  const length = captured.term('duration');
  if (length?.kind === 'duration') return { kind: 'set', amount: length.amount, unit: length.unit };
  const fields = of?.kind === 'date' ? of : dateFields(captured, constants);
  const named =
    fields &&
    (fields.month ?? fields.weekday ?? fields.season ?? fields.quarter ?? fields.feast ?? fields.time) !== undefined;
  const unit = unitOf(captured, constants);
  if (named) {
    const yearly = (fields.month ?? fields.season ?? fields.quarter ?? fields.feast) !== undefined;
    const its: Unit = yearly ? 'year' : fields.weekday !== undefined ? 'week' : 'day';
    return { kind: 'set', amount: ONE, unit: its, of: fields };
  }
  return unit ? { kind: 'set', amount: amountOf(captured, constants), unit } : null;
}
