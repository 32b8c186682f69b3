/** Sentences that were split in two or merged into one. */
import type { Match } from './align.ts';
import type { Unit } from './units.ts';

/** How far off, in units, a part may stand from its fellow. */
const REACH = 3;
/** Least share of a part's weight that the other side says at all, and says beyond what its match takes up. */
const SAID = 0.7;
const SPARE = 0.35;

/**
 * For each unit left alone, the match whose other side says it too: the second half of a split sentence belongs to the
 * match of the first half.
 * @param alone units of one side that nothing matches
 * @param side the side that `alone` is on
 */
export function partsOf(
  alone: readonly Unit[],
  matches: readonly Match[],
  side: 'before' | 'after',
  weights: ReadonlyMap<string, number>,
): ReadonlyMap<Unit, Match> {
  const byPlace = new Map(matches.map((match) => [match[side].index, match]));
  const other = side === 'before' ? 'after' : 'before';
  const found = new Map<Unit, Match>();
  for (const unit of alone) {
    let best: Match | null = null;
    let most = 0;
    for (let place = unit.index - REACH; place <= unit.index + REACH; place++) {
      const match = byPlace.get(place);
      if (!match || match.before.key === match.after.key) continue;
      const { said, spare } = coverage(unit, match[side], match[other], weights);
      if (said >= SAID && spare >= SPARE && spare > most) {
        best = match;
        most = spare;
      }
    }
    if (best) found.set(unit, best);
  }
  return found;
}

/** How much of a part stands in the whole, and how much of it in what the whole has over the fellow. */
function coverage(
  part: Unit,
  fellow: Unit,
  whole: Unit,
  weights: ReadonlyMap<string, number>,
): { said: number; spare: number } {
  let total = 0;
  let said = 0;
  let spare = 0;
  for (const [stem, count] of part.bag) {
    const weight = weights.get(stem) ?? 0;
    const here = whole.bag.get(stem) ?? 0;
    total += count * weight;
    said += Math.min(count, here) * weight;
    spare += Math.min(count, Math.max(0, here - (fellow.bag.get(stem) ?? 0))) * weight;
  }
  return total === 0 ? { said: 0, spare: 0 } : { said: said / total, spare: spare / total };
}
