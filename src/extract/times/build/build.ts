/** The operations that a time rule may name in `value:`: captures → term. Arithmetic only; the words are in the pack. */

import type { Term } from '../term.ts';
import type { Captured, Constants } from './captured.ts';
import { dateFields, shifted } from './fields.ts';
import { amountOf, duration, ONE } from './lengths.ts';
import { lengthTo, range, yearTo } from './ranges.ts';
import { recurrence } from './sets.ts';

/** What `value:` may say. */
export type Operation =
  | 'fields'
  | 'shift'
  | 'numeric'
  | 'duration'
  | 'signed'
  | 'offset'
  | 'range'
  | 'set'
  | 'reference'
  | 'event'
  | 'amount'
  | 'same'
  | 'year-to'
  | 'length-to'
  | 'year-ago'
  | 'nothing';

/** The term of a match, or null where its captures make no sense together (hour 30, an empty amount). */
export function build(operation: Operation, captured: Captured, constants: Constants): Term | null {
  switch (operation) {
    case 'fields':
      return dateFields(captured, constants);
    case 'shift':
      return shifted(captured, constants);
    case 'numeric':
    case 'same':
      return captured.term('time');
    case 'amount':
      return { kind: 'amount', amount: amountOf(captured, constants) };
    case 'duration':
      return duration(captured, constants);
    case 'signed': {
      const length = captured.term('duration');
      if (length?.kind !== 'duration') return null;
      const { sign = 1, from = 'document' } = constants;
      const within = captured.term('in');
      return { ...length, sign, from, ...(within ? { within } : {}) };
    }
    case 'offset': {
      const length = captured.term('duration');
      if (length?.kind !== 'duration') return null;
      const of = captured.term('of');
      return { kind: 'offset', length, sign: constants.sign ?? 1, from: of ?? constants.from ?? 'document' };
    }
    case 'range':
      return range(captured, constants);
    case 'set':
      return recurrence(captured, constants);
    case 'reference':
      return { kind: 'reference', value: constants.ref ?? 'PRESENT_REF' };
    case 'event':
      return { kind: 'event', name: constants.name ?? captured.words('event') };
    case 'year-ago':
      return {
        kind: 'offset',
        length: { kind: 'duration', amount: ONE, unit: 'year' },
        sign: -1,
        from: constants.from ?? 'document',
      };
    case 'year-to':
      return yearTo(captured);
    case 'length-to':
      return lengthTo(captured);
    case 'nothing':
      return null;
  }
}
