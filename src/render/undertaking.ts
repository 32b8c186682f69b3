/** Who undertakes what, in a few words. */
import type { Commitment } from '../model/report.ts';
import { harmless } from './harmless.ts';

/** By name, but "we" as it is where it means the publisher, whose name stands in the head of the screen. */
export function who({ actor, action, attribution }: Commitment, publisher: string | null): string {
  const passive = action.voice === 'passive' ? ' (passive)' : '';
  const isOurs =
    actor.name !== null && actor.name === publisher && attribution === 'own' && actor.resolvedBy !== 'review';
  const name = isOurs ? (actor.text ?? actor.name) : (actor.name ?? actor.text);
  return (name === null ? `not named${passive}` : harmless(name)) + (attribution === 'reported' ? ' (reported)' : '');
}

/** What is undertaken, with `not:` where the words alone do not say so, and the first condition. */
export function what({ actor, action, polarity, conditions }: Commitment): string {
  const isSaid = /\b(?:not?|never)\b/i.test(action.text) || /^(?:no|none|nobody|neither)\b/i.test(actor.text ?? '');
  const not = polarity === 'negative' && !isSaid ? 'not: ' : '';
  const condition = conditions[0] === undefined ? '' : ` (${conditions[0].text})`;
  return not + harmless(action.text) + harmless(condition);
}
