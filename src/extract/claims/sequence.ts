/** The words that rules see: a sentence's own, or those of its stem and its own run together. */
import type { Sentence, Words } from '../../model/annotated.ts';

/** A token sequence with its origin: the first `borrowed` tokens belong to the stem, the rest to the sentence. */
export interface Sequence extends Words {
  readonly sentence: Sentence;
  readonly stem: Sentence | null;
  /** How many tokens come from the stem. */
  readonly borrowed: number;
  /** Position in the stem of its first token used. */
  readonly stemFrom: number;
}

/** Longest part of a stem that is carried to its items, in words: bounds the work on long lists. */
const LONGEST_STEM = 80;
const CLOSING = new Set([':', '–', '-', '.', '...']);

/** The sentence by itself. */
export const alone = (sentence: Sentence): Sequence => ({
  sentence,
  stem: null,
  tokens: sentence.tokens,
  words: sentence.words,
  borrowed: 0,
  stemFrom: 0,
});

/**
 * Stem and item as one running sentence: "We will:" + "publish a plan" reads "We will publish a plan". The item goes on
 * in the stem's last clause.
 */
export function joined(stem: Sentence, sentence: Sentence): Sequence {
  let end = stem.tokens.length;
  while (end > 0 && CLOSING.has(stem.tokens[end - 1]?.text ?? '')) end--;
  const stemFrom = Math.max(0, end - LONGEST_STEM);
  const head = stem.tokens.slice(stemFrom, end);
  const clause = head.at(-1)?.clause ?? 0;
  const tail =
    clause === 0 ? sentence.tokens : sentence.tokens.map((token) => ({ ...token, clause: token.clause + clause }));
  return {
    sentence,
    stem,
    tokens: [...head, ...tail],
    words: [...stem.words.slice(stemFrom, end), ...sentence.words],
    borrowed: head.length,
    stemFrom,
  };
}
