/** we-undefined: nothing says who "we" is. */
import type { Draft, Examined } from '../draft.ts';

const PRONOUN = /^(?:we|us|our|ours|i|my)$/i;

/** Told once a document, of its first commitment of the kind. */
export function* weUndefined({ own }: Examined): Generator<Draft> {
  const all = own.filter(({ actor }) => actor.name === null && PRONOUN.test(actor.text ?? ''));
  const [first] = all;
  if (first === undefined) return;
  const others = all.length === 1 ? '' : `, here and in ${all.length - 1} more`;
  yield { commitment: first, message: `"we": no publisher was found for whom it stands${others}` };
}
