/** What became of some sentences of an old version, without all that became of the others. */
import { LEVELS } from '../model/change-levels.ts';
import type { Version } from '../model/version.ts';
import { withoutCount } from '../model/without-count.ts';
import { align, type Match } from './align.ts';
import { changesOf } from './changes.ts';
import { whyNotComparable } from './comparable.ts';
import { aroundOf, type Compared, type DiffOptions } from './diff.ts';
import { draftsOf } from './drafts.ts';
import { saidOf } from './said.ts';
import type { Unit } from './units.ts';

/** A version with its sentences. */
export interface Side {
  readonly version: Version;
  readonly units: readonly Unit[];
}

/**
 * Aligns all of two versions, as `diff` does, and tells the changes of some old sentences alone: those that `diff` tells
 * of them where they live on, by the same ids. Most of what `diff` costs is in the changes of the others.
 * @param asked units of the old side
 */
export function compareSome(before: Side, after: Side, asked: readonly Unit[], options: DiffOptions): Compared {
  const [olds, news] = [before.units, after.units];
  const alignment = align(olds, news, options.match ?? 0.6);
  if (whyNotComparable(before.version, after.version, olds, news, alignment) !== null) {
    return { changes: [], matches: [], news };
  }
  const said = saidOf(before.version, after.version, olds, news);
  const around = { ...aroundOf(before.version, after.version), said };
  const drafts = draftsOf(olds, news, alignment, around, withNamesakes(asked, alignment.matches));
  return {
    changes: changesOf(drafts, { ...LEVELS, ...options.levels }),
    matches: alignment.matches,
    news,
  };
}

/** Units with those whose changes could have the same id but for its number, `#2`: of commitments in the same words. */
function withNamesakes(asked: readonly Unit[], matches: readonly Match[]): ReadonlySet<Unit> {
  const all = new Set(asked);
  const namesOf = ({ before, after }: Match) =>
    [...before.commitments, ...after.commitments].map(({ id }) => withoutCount(id));
  const names = new Set(matches.filter(({ before }) => all.has(before)).flatMap(namesOf));
  for (const match of matches) if (namesOf(match).some((name) => names.has(name))) all.add(match.before);
  return all;
}
