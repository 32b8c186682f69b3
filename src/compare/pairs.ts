/** Which commitment of a sentence is which in its other version, where a sentence makes several. */
import type { Commitment } from '../model/report.ts';
import { FUNCTION_WORDS, stemOf, wordsOf } from '../words/words.ts';
import { assign, type Pair } from './assign.ts';

/** Commitments of two versions of a sentence: those that belong together and those left over on either side. */
export interface Paired {
  readonly pairs: readonly (readonly [before: Commitment, after: Commitment])[];
  readonly lost: readonly Commitment[];
  readonly gained: readonly Commitment[];
}

/** Pairs by the words of the action; a lone commitment on both sides is one pair whatever its words. */
export function pairCommitments(before: readonly Commitment[], after: readonly Commitment[]): Paired {
  const [old, now] = [before[0], after[0]];
  if (old && now && before.length === 1 && after.length === 1) return { pairs: [[old, now]], lost: [], gained: [] };
  const news = after.map(stemsOfAction);
  const options: Pair[] = [];
  for (const [left, commitment] of before.entries()) {
    const own = stemsOfAction(commitment);
    for (const [right, other] of news.entries()) {
      const shared = [...own].filter((stem) => other.has(stem)).length;
      const benefit = (2 * shared + 0.1) / (own.size + other.size + 0.1) - 0.001 * Math.abs(left - right);
      if (benefit > 0) options.push({ left, right, benefit });
    }
  }
  const matched = assign(options);
  const taken = new Set(matched.values());
  const pairs: [Commitment, Commitment][] = [];
  for (const [left, right] of matched) {
    const [one, two] = [before[left], after[right]];
    if (one && two) pairs.push([one, two]);
  }
  return {
    pairs,
    lost: before.filter((_, left) => !matched.has(left)),
    gained: after.filter((_, right) => !taken.has(right)),
  };
}

/** The telling stems of an action. */
export function stemsOfAction({ action }: Commitment): ReadonlySet<string> {
  const words = wordsOf(`${action.verb ?? ''} ${action.text}`);
  const telling = words.filter((word) => !FUNCTION_WORDS.has(word.text)).map((word) => word.stem);
  return new Set(telling.length > 0 ? telling : words.map((word) => stemOf(word.text)));
}
