/** The unchanged commitments around a change. */
import type { Diff } from '../../model/diff.ts';
import type { Commitment } from '../../model/report.ts';
import { harmless } from '../harmless.ts';
import { place } from '../place.ts';
import { pad } from '../width.ts';
import { hang } from '../wrap.ts';
import { type AnyChange, isOfCommitment } from './any-change.ts';
import type { DiffContext, DiffScreenOptions } from './options.ts';

/** Gives the lines of the unchanged commitments just before and just after a change. */
export interface Around {
  readonly before: (change: AnyChange) => readonly string[];
  readonly after: (change: AnyChange) => readonly string[];
}

/** The commitments of one version, where each stands, and which of them changed. */
interface Version {
  readonly commitments: readonly Commitment[];
  readonly places: ReadonlyMap<string, number>;
  readonly changed: ReadonlySet<string>;
}

/** Gives the unchanged commitments nearest to a change, in the order of the text. */
export type Neighbours = (change: AnyChange, side: 'before' | 'after') => readonly Commitment[];

/** What was removed has the neighbours that it had in the old version, everything else those of the new one. */
export function neighboursIn({ changes }: Diff, context: DiffContext | undefined): Neighbours {
  const { count, commitments, removed = [] }: DiffContext = context ?? { count: 0, commitments: [] };
  if (count === 0) return () => [];
  const ids = (side: 'oldId' | 'newId') =>
    new Set(
      changes.flatMap((change) => [change[side], ...change.also.map((one) => one[side])]).filter((id) => id !== null),
    );
  const [old, now] = [versionOf(removed, ids('oldId')), versionOf(commitments, ids('newId'))];
  return (change, side) => {
    if (!isOfCommitment(change)) return [];
    const step = side === 'before' ? -1 : 1;
    return change.newId === null ? near(change.oldId, old, count, step) : near(change.newId, now, count, step);
  };
}

/** The same as lines of a screen. */
export function aroundOf(diff: Diff, screen: DiffScreenOptions): Around {
  const neighbours = neighboursIn(diff, screen.context);
  const lines = (change: AnyChange, side: 'before' | 'after'): string[] =>
    neighbours(change, side).flatMap((one) => unchanged(one, screen));
  return { before: (change) => lines(change, 'before'), after: (change) => lines(change, 'after') };
}

function versionOf(commitments: readonly Commitment[], changed: ReadonlySet<string>): Version {
  return { commitments, places: new Map(commitments.map(({ id }, index) => [id, index])), changed };
}

/** The nearest unchanged ones in one direction, in the order of the text. */
function near(id: string | null, { commitments, places, changed }: Version, count: number, step: -1 | 1): Commitment[] {
  const at = id === null ? undefined : places.get(id);
  const found: Commitment[] = [];
  if (at === undefined) return found;
  for (let index = at + step; found.length < count; index += step) {
    const one = commitments[index];
    if (one === undefined) break;
    if (!changed.has(one.id)) found.push(one);
  }
  return step < 0 ? found.reverse() : found;
}

function unchanged({ ref, action, evidence }: Commitment, { width, paint }: DiffScreenOptions): string[] {
  const head = `   ${pad('unchanged', 10)}${pad(ref, 4)} `;
  const where = place(evidence);
  const text = `${harmless(action.text)}${where === '' ? '' : ` (${where})`}`;
  return hang(text, width, head, ' '.repeat(head.length)).map(paint.quiet);
}
