/** Which sentence of the new version is which sentence of the old one. */

import { stemOf } from '../words/words.ts';
import { assign, type Pair } from './assign.ts';
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
}

export interface Nearest {
  readonly unit: Unit;
  readonly similarity: number;
}

/** How much less alike two sentences may be that stand between the same neighbours. */
const ALLOWANCE = 0.1;
/** Least similarity of a commitment and a statement, and of a commitment and a sentence that is neither. */
const LEAST_STATEMENT = 0.8;
const LEAST_MENTION = 0.9;
const CANDIDATES = 12;
const COMMON = 60;

/**
 * Aligns two lists of units one to one: sentences with the same words first, then by an optimal assignment on
 * similarity, twice, because neighbours found in the first round tell more in the second. Only pairs that share a rare
 * stem or stand between the same neighbours are ever compared, so cost is near linear in the number of units.
 * @param match least similarity at which two units are the same one, 0 to 1
 */
export function align(before: readonly Unit[], after: readonly Unit[], match: number): Alignment {
  const found = sameWords(before, after);
  const similarity = similarityOf(weightsOf([...before, ...after]));
  const scores = new Map<number, number>([...found.keys()].map((old) => [old, 1]));
  const nearestOld = new Map<number, Nearest>();
  const nearestNew = new Map<number, Nearest>();
  for (let round = 0; round < 2; round++) {
    const context = contextOf(found, before.length, after.length);
    const pairs: Pair[] = [];
    for (const [left, right] of candidates(before, after, found, context)) {
      const old = before[left];
      const now = after[right];
      if (!old || !now) continue;
      const nearness = context.nearness(left, right);
      const score = similarity(old, now, nearness);
      if (score > (nearestOld.get(left)?.similarity ?? 0)) nearestOld.set(left, { unit: now, similarity: score });
      if (score > (nearestNew.get(right)?.similarity ?? 0)) nearestNew.set(right, { unit: old, similarity: score });
      const least = leastFor(old, now, match);
      if (score >= (nearness === 1 ? least - ALLOWANCE : least)) pairs.push({ left, right, benefit: score });
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
  return { matches, nearestOld, nearestNew };
}

/** A commitment goes over into another kind of sentence only where the two are plainly one: else it was removed. */
function leastFor(old: Unit, now: Unit, match: number): number {
  if (old.commitments.length > 0 === now.commitments.length > 0) return match;
  const other = old.commitments.length > 0 ? now : old;
  return Math.max(match, other.statements.length > 0 ? LEAST_STATEMENT : LEAST_MENTION);
}

/** Pairs units with the same words: those under the same stem and heading first, then ever less alike, in order. */
function sameWords(before: readonly Unit[], after: readonly Unit[]): Map<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const keys: readonly ((unit: Unit) => string)[] = [
    (unit) => `${unit.key}\n${unit.stemKey}\n${unit.sectionKey}`,
    (unit) => `${unit.key}\n${unit.sectionKey}`,
    (unit) => `${unit.key}\n${unit.stemKey}`,
    (unit) => unit.key,
  ];
  for (const keyOf of keys) {
    const free = new Map<string, number[]>();
    for (const unit of after) {
      if (taken.has(unit.index) || unit.key === '') continue;
      const key = keyOf(unit);
      const list = free.get(key);
      if (list) list.push(unit.index);
      else free.set(key, [unit.index]);
    }
    for (const list of free.values()) list.reverse();
    for (const unit of before) {
      if (found.has(unit.index)) continue;
      const right = free.get(keyOf(unit))?.pop();
      if (right === undefined) continue;
      found.set(unit.index, right);
      taken.add(right);
    }
  }
  return found;
}

/** What the matches so far say about where the others belong. */
interface Context {
  /** 1 where the pair stands just between the same neighbours, falling to 0 four sentences off. */
  readonly nearness: (left: number, right: number) => number;
  /** Where in the new version an old unit is expected, judged by the matched neighbour before and after it. */
  readonly expected: (left: number) => readonly number[];
}

function contextOf(found: ReadonlyMap<number, number>, olds: number, news: number): Context {
  const forth = neighbours(found, olds, news);
  const back = neighbours(new Map([...found].map(([left, right]) => [right, left])), news, olds);
  const near = (expected: readonly number[], at: number) =>
    Math.max(0, ...expected.map((place) => 1 - Math.abs(place - at) / 4));
  return {
    nearness: (left, right) => (near(forth[left] ?? [], right) + near(back[right] ?? [], left)) / 2,
    expected: (left) => forth[left] ?? [],
  };
}

/** For each unit of one side, its place on the other side if it kept its distance to the matched unit before and after it. */
function neighbours(found: ReadonlyMap<number, number>, length: number, other: number): readonly (readonly number[])[] {
  const places: number[][] = Array.from({ length }, () => []);
  let at = -1;
  let to = -1;
  for (let index = 0; index < length; index++) {
    const match = found.get(index);
    if (match === undefined) places[index]?.push(to + (index - at));
    else {
      at = index;
      to = match;
    }
  }
  at = length;
  to = other;
  for (let index = length - 1; index >= 0; index--) {
    const match = found.get(index);
    if (match === undefined) places[index]?.push(to - (at - index));
    else {
      at = index;
      to = match;
    }
  }
  return places;
}

/** The pairs worth comparing: those that share rare stems, most rare ones first, and those in the same gap. */
function* candidates(
  before: readonly Unit[],
  after: readonly Unit[],
  found: ReadonlyMap<number, number>,
  context: Context,
): Generator<readonly [left: number, right: number]> {
  const taken = new Set(found.values());
  const weights = weightsOf([...before, ...after]);
  const postings = new Map<string, number[]>();
  for (const unit of after) {
    if (taken.has(unit.index)) continue;
    for (const stem of unit.bag.keys()) {
      const list = postings.get(stem);
      if (list) list.push(unit.index);
      else postings.set(stem, [unit.index]);
    }
  }
  for (const unit of before) {
    if (found.has(unit.index)) continue;
    const shared = new Map<number, number>();
    for (const stem of unit.bag.keys()) {
      const list = postings.get(stem);
      if (!list || list.length > COMMON) continue;
      for (const right of list) shared.set(right, (shared.get(right) ?? 0) + (weights.get(stem) ?? 0));
    }
    const best = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES);
    const rights = new Set(best.map(([right]) => right));
    for (const place of context.expected(unit.index)) {
      for (let right = Math.max(0, place - 2); right <= place + 2 && right < after.length; right++) {
        if (!taken.has(right)) rights.add(right);
      }
    }
    for (const right of [...rights].sort((a, b) => a - b)) yield [unit.index, right];
  }
}

/**
 * How likely two units are versions of one sentence: a logistic curve over shared words by weight (Dice, and the share
 * of the shorter in the longer), verb, actor, section and neighbours. Weights were set by reading
 * pairs about the threshold in revisions of real documents: of those near 0.6, some six in ten are the same sentence.
 */
function similarityOf(weights: ReadonlyMap<string, number>): (old: Unit, now: Unit, nearness: number) => number {
  const mass = (unit: Unit) => {
    let sum = 0;
    for (const [stem, count] of unit.bag) sum += count * (weights.get(stem) ?? 0);
    return sum;
  };
  return (old, now, nearness) => {
    let shared = 0;
    for (const [stem, count] of old.bag) shared += Math.min(count, now.bag.get(stem) ?? 0) * (weights.get(stem) ?? 0);
    const [one, two] = [mass(old), mass(now)];
    if (shared === 0) return 0;
    const dice = (2 * shared) / (one + two);
    const within = shared / Math.min(one, two);
    const z =
      -5.5 +
      7.5 * dice +
      1.5 * within +
      1 * sameVerb(old, now) +
      0.5 * sameOf(old.actors, now.actors) +
      1.6 * nearness +
      0.5 * (old.sectionKey === now.sectionKey ? 1 : 0);
    return 1 / (1 + Math.exp(-z));
  };
}

/** Whether an action verb is shared; a verb of one side that stands in the words of the other counts too. */
function sameVerb(old: Unit, now: Unit): number {
  for (const verb of old.verbs) if (now.verbs.has(verb) || now.bag.has(stemOf(verb))) return 1;
  for (const verb of now.verbs) if (old.bag.has(verb)) return 1;
  return 0;
}

function sameOf(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  for (const item of one) if (two.has(item)) return 1;
  return 0;
}
