/** Which sentences say again what another sentence of their version says, so that nothing goes or comes with them. */
import type { Unit } from './units.ts';

/**
 * Units left alone whose commitments all stand in another unit of the same version that has its like in the other one:
 * what is said three times and then twice is not removed.
 * @param alone units that nothing matches
 * @param units all of their version
 * @param living units of the version that live on in the other
 */
export function restatedAmong(
  alone: readonly Unit[],
  units: readonly Unit[],
  living: ReadonlySet<Unit>,
): ReadonlySet<Unit> {
  const lives = new Set<string>();
  for (const unit of units) if (living.has(unit)) for (const root of rootsOf(unit)) lives.add(root);
  return new Set(alone.filter((unit) => rootsOf(unit).every((root) => lives.has(root))));
}

/** The ids of the commitments that a unit's own restate, or are themselves where they are said first. */
function rootsOf({ commitments }: Unit): readonly string[] {
  return commitments.map(({ id, restates }) => restates ?? id);
}
