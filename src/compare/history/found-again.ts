/** Commitments that were gone and are back: matched against every earlier version that still had them. */
import { FUNCTION_WORDS, stemOf } from '../../words/words.ts';
import type { Unit } from '../units.ts';
import type { Followed, Path } from './follow.ts';
import type { Node, Thread } from './thread.ts';

/** A thread that is back, the position that it was found by, and what it is like against that. */
export interface FoundAgain {
  readonly thread: Thread;
  readonly against: number;
  readonly found: Followed & { readonly node: Node };
}

/**
 * Looks for commitments that the versions before have lost among those that a version is said to have added. The later
 * of two earlier versions is asked first; a version is compared only where the words of a lost and an added sentence
 * could be those of one.
 * @param at position of the version
 * @param added its added commitments: id and sentence
 * @param pathFrom compares some sentences of an earlier version with it
 * @returns by the id of the added commitment
 */
export function foundAgain(
  lost: readonly Thread[],
  at: number,
  added: ReadonlyMap<string, Unit>,
  pathFrom: (earlier: number, asked: readonly Unit[]) => Path,
): ReadonlyMap<string, FoundAgain> {
  const found = new Map<string, FoundAgain>();
  const free = new Set(lost);
  for (let earlier = at - 2; earlier >= 0 && free.size > 0 && found.size < added.size; earlier--) {
    const pool = [...free].flatMap((thread) => {
      const node = thread.nodes.get(earlier);
      return node && isLastOfItsWords(thread, earlier) ? [{ thread, node }] : [];
    });
    const open = [...added].flatMap(([id, unit]) => (found.has(id) ? [] : [unit]));
    const units = pool.map(({ node }) => node.unit);
    if (!couldMeet(units, open)) continue;
    const path = pathFrom(earlier, units);
    for (const { thread, node } of pool) {
      const followed = path.follow(node);
      const id = followed.node?.commitment?.id;
      if (!followed.node || id === undefined || !added.has(id) || found.has(id)) continue;
      found.set(id, { thread, against: earlier, found: { ...followed, node: followed.node } });
      free.delete(thread);
    }
  }
  return found;
}

/** Whether no later version has it in the same words: with those it has been looked for already. */
function isLastOfItsWords({ nodes }: Thread, at: number): boolean {
  const key = nodes.get(at)?.unit.key;
  for (const [later, { unit }] of nodes) if (later > at && unit.key === key) return false;
  return true;
}

/** Least share of the telling words of the shorter of two sentences that both must have to be compared at all. */
const LEAST_SHARED = 0.4;
const FUNCTION_STEMS = new Set([...FUNCTION_WORDS].map(stemOf));

/** Whether any sentence of one list shares a good part of its telling words with any of the other. */
function couldMeet(olds: readonly Unit[], news: readonly Unit[]): boolean {
  const postings = new Map<string, number[]>();
  const sizes = news.map((unit) => tellingStems(unit).length);
  for (const [index, unit] of news.entries()) {
    for (const stem of tellingStems(unit)) {
      const list = postings.get(stem);
      if (list) list.push(index);
      else postings.set(stem, [index]);
    }
  }
  return olds.some((unit) => {
    const stems = tellingStems(unit);
    const shared = new Map<number, number>();
    for (const stem of stems)
      for (const index of postings.get(stem) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    return [...shared].some(([index, count]) => count >= LEAST_SHARED * Math.min(stems.length, sizes[index] ?? 0));
  });
}

const tellingStems = ({ bag }: Unit): string[] => [...bag.keys()].filter((stem) => !FUNCTION_STEMS.has(stem));
