/** Which pairs of sentences are worth comparing. */
import type { Context } from './neighbours.ts';
import type { Unit } from './units.ts';

/** How many pairs a unit has at most for its words. */
const CANDIDATES = 12;
/** A stem in more units than this tells nothing of its own. */
const COMMON = 60;

/** The pairs worth comparing: those that share rare stems, most rare ones first, and those in the same gap. */
export function* candidates(
  before: readonly Unit[],
  after: readonly Unit[],
  found: ReadonlyMap<number, number>,
  context: Context,
  weights: ReadonlyMap<string, number>,
): Generator<readonly [left: number, right: number]> {
  const taken = new Set(found.values());
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
