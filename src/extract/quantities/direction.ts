/** Tells whether more or less is meant, by the words around an amount. */
import { has, Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';

/** Words after an amount that may say which way it goes: "a 25% reduction", "20% fewer". */
const LOOK_AHEAD = 2;

/**
 * The direction of an amount: by a word within it or right after it, else by the nearest word before it in its claim,
 * as far as the verb that governs it.
 * @param directions words that say which way
 * @param first first token of the claim
 */
export function directionOf(
  tokens: readonly Token[],
  at: number,
  to: number,
  first: number,
  directions: ReadonlyMap<string, 'up' | 'down'>,
): 'up' | 'down' | null {
  const isOf = (k: number) => k >= to && has(tokens[k]?.tags ?? 0, Tag.preposition | Tag.punctuation | Tag.conjunction);
  for (let k = at; k < Math.min(tokens.length, to + LOOK_AHEAD) && !isOf(k); k++) {
    const said = directions.get(tokens[k]?.lower ?? '');
    if (said) return said;
  }
  for (let k = at - 1; k >= first; k--) {
    const token = tokens[k];
    const said = token && directions.get(token.lower);
    // "No fewer than", "more than" say how it binds, not which way it goes.
    if (said && tokens[k + 1]?.lower !== 'than') return said;
    if (token && governs(token, tokens[k - 1])) return null;
  }
  return null;
}

/** A verb of its own between a word of direction and the amount: "reduce waste and hold 12 meetings". */
const governs = ({ tags }: Token, before: Token | undefined): boolean =>
  has(tags, Tag.base) && before !== undefined &&
  (has(before.tags, Tag.modal | Tag.conjunction) || before.lower === 'to' || (before.text === ',' && has(tags, Tag.verbal))); // biome-ignore format: one condition
