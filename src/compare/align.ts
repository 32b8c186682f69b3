/** Which sentence of the new version is which sentence of the old one. */

import { assign, type Pair } from './assign.ts';
import { candidates } from './candidates.ts';
import { contextOf } from './neighbours.ts';
import { sameWords } from './same-words.ts';
import { similarityOf } from './similarity.ts';
import { type Unit, weightsOf } from './units.ts';

/** Two units that are versions of one sentence. */
export interface Match {
  readonly before: Unit;
  readonly after: Unit;
  /** Calibrated: 1 for the same words; 0.6 means that six in ten such pairs are one commitment. */
  readonly similarity: number;
}

/** The units matched, and for every unit left alone how near its nearest neighbour came (0 where none shares a word). */
export interface Alignment {
  readonly matches: readonly Match[];
  readonly nearestOld: ReadonlyMap<number, Nearest>;
  readonly nearestNew: ReadonlyMap<number, Nearest>;
  /** How much each stem tells, over both versions. */
  readonly weights: ReadonlyMap<string, number>;
}

export interface Nearest {
  readonly unit: Unit;
  readonly similarity: number;
}

/** How much less alike two sentences may be that stand between the same neighbours. */
const ALLOWANCE = 0.15;
/** Least similarity of a commitment and a statement, and of a commitment and a sentence that is neither. */
const LEAST_STATEMENT = 0.75;
const LEAST_MENTION = 0.85;

/**
 * Aligns two lists of units one to one: sentences with the same words first, then by an optimal assignment on
 * similarity, twice, because neighbours found in the first round tell more in the second. Only pairs that share a rare
 * stem or stand between the same neighbours are ever compared, so cost is near linear in the number of units. The same
 * sentences belong together whichever version is called the old one: among equal solutions the words decide.
 * @param match least similarity at which two units are the same one, 0 to 1
 */
export function align(before: readonly Unit[], after: readonly Unit[], match: number): Alignment {
  if (!isSecond(before, after)) return alignInOrder(before, after, match);
  const { matches, nearestOld, nearestNew, weights } = alignInOrder(after, before, match);
  const turned = matches
    .map((one) => ({ before: one.after, after: one.before, similarity: one.similarity }))
    .sort((a, b) => a.before.index - b.before.index);
  return { matches: turned, nearestOld: nearestNew, nearestNew: nearestOld, weights };
}

/** Whether the longer list, or of lists as long the one whose words come later in the alphabet, stands first. */
function isSecond(before: readonly Unit[], after: readonly Unit[]): boolean {
  if (before.length !== after.length) return before.length > after.length;
  const at = before.findIndex((unit, index) => unit.key !== after[index]?.key);
  return (before[at]?.key ?? '') > (after[at]?.key ?? '');
}

function alignInOrder(before: readonly Unit[], after: readonly Unit[], match: number): Alignment {
  const found = sameWords(before, after);
  const weights = weightsOf([...before, ...after]);
  const similarity = similarityOf(weights);
  const scores = new Map<number, number>([...found.keys()].map((old) => [old, 1]));
  const nearestOld = new Map<number, Nearest>();
  const nearestNew = new Map<number, Nearest>();
  for (let round = 0; round < 2; round++) {
    const context = contextOf(found, before.length, after.length);
    const pairs: Pair[] = [];
    for (const [left, right] of candidates(before, after, found, context, weights)) {
      const old = before[left];
      const now = after[right];
      if (!old || !now) continue;
      const nearness = context.nearness(left, right);
      const score = similarity(old, now, nearness);
      if (score > (nearestOld.get(left)?.similarity ?? 0)) nearestOld.set(left, { unit: now, similarity: score });
      if (score > (nearestNew.get(right)?.similarity ?? 0)) nearestNew.set(right, { unit: old, similarity: score });
      if (score >= leastFor(old, now, match, nearness === 1)) pairs.push({ left, right, benefit: score });
    }
    for (const { left, right, benefit } of pairs) scores.set(left * after.length + right + before.length, benefit);
    for (const [left, right] of assign(pairs)) {
      found.set(left, right);
      scores.set(left, scores.get(left * after.length + right + before.length) ?? match);
    }
  }
  const matches = [...found]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([left, right]) => {
      const old = before[left];
      const now = after[right];
      return old && now ? { before: old, after: now, similarity: scores.get(left) ?? 1 } : [];
    });
  return { matches, nearestOld, nearestNew, weights };
}

/**
 * A commitment goes over into another kind of sentence only where the two are plainly one: else it was removed. Between
 * the same neighbours there is little else that a sentence can have become.
 */
function leastFor(old: Unit, now: Unit, match: number, isBetween: boolean): number {
  if (old.commitments.length > 0 === now.commitments.length > 0) return isBetween ? match - ALLOWANCE : match;
  if (isBetween) return match;
  const other = old.commitments.length > 0 ? now : old;
  return Math.max(match, other.statements.length > 0 ? LEAST_STATEMENT : LEAST_MENTION);
}
