/** A commitment on its way through the versions: where it stands in each, and what happened to it. */
import type { Change } from '../../model/diff.ts';
import type { HistoryKind } from '../../model/history.ts';
import type { Commitment } from '../../model/report.ts';
import type { Unit } from '../units.ts';

/** Where a commitment stands in one version; `commitment` is null where its sentence is none there. */
export interface Node {
  readonly unit: Unit;
  readonly commitment: Commitment | null;
}

/** What happened to it in one version. Positions are those of compared versions, from 0. */
export interface Event {
  readonly at: number;
  /** The position it was compared with. */
  readonly against: number;
  readonly kinds: readonly HistoryKind[];
  readonly change: Change | null;
  readonly node: Node | null;
}

/** Grows as versions are followed. */
export interface Thread {
  /** By position, those versions that have it. */
  readonly nodes: Map<number, Node>;
  readonly events: Event[];
  /** Whether the version followed last has it. */
  isAlive: boolean;
  /** Whether that version says its words, though no sentence there is its own. */
  isSaid: boolean;
  /** Where it goes on, once it was merged into another. */
  into: Thread | null;
}

/** A commitment that the version at this position is the first to have. */
export function threadAt(at: number, node: Node): Thread {
  return { nodes: new Map([[at, node]]), events: [], isAlive: true, isSaid: false, into: null };
}

/** Position of the first version that has it. */
export const firstOf = ({ nodes }: Thread): number => Math.min(...nodes.keys());

/** Position of the last version that has it. */
export const lastOf = ({ nodes }: Thread): number => Math.max(...nodes.keys());

/** The last version in which it is a commitment, with its position; the first always is one. */
export function lastSaid({ nodes }: Thread): { readonly at: number; readonly commitment: Commitment } | null {
  let last: { at: number; commitment: Commitment } | null = null;
  for (const [at, { commitment }] of nodes) {
    if (commitment && (last === null || at > last.at)) last = { at, commitment };
  }
  return last;
}
