/** Captures → amounts and lengths of time. */

import type { Amount } from '../../calendar/durations.ts';
import type { DurationTerm } from '../term.ts';
import type { Captured, Constants } from './captured.ts';
import { isUnit, unitOf } from './units.ts';

export const ONE: Amount = { low: 1, high: 1 };
const UNKNOWN: Amount = { low: null, high: null };

/** How many: the captured amount or numbers, else that of the rule, else one. */
export function amountOf(captured: Captured, constants: Constants): Amount {
  const whole = captured.term('amount');
  if (whole?.kind === 'amount') return whole.amount;
  const high = captured.number('high');
  const low = captured.number('low') ?? captured.number('amount') ?? constants.amount ?? high;
  if (low === null) return constants.amount === null ? UNKNOWN : ONE;
  const extra = captured.number('fraction') ?? 0;
  return { low: low + extra, high: (high ?? low) + extra };
}

/** "five years", "a year and six months"; null where nothing says of what. */
export function duration(captured: Captured, constants: Constants): DurationTerm | null {
  const unit = unitOf(captured, constants);
  if (!unit) return null;
  const within = captured.term('in');
  const second = captured.entry('more-unit');
  // "100 days, 1,000 days" are two lengths.
  if (second === unit) return null;
  const more = second !== null && isUnit(second) ? captured.number('more') : null;
  return {
    kind: 'duration',
    amount: amountOf(captured, constants),
    unit,
    ...(second !== null && isUnit(second) && more !== null
      ? { more: { amount: { low: more, high: more }, unit: second } }
      : {}),
    ...(constants.sign ? { sign: constants.sign, from: constants.from ?? 'document' } : {}),
    ...(within ? { within } : {}),
  };
}
