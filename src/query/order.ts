/** The orders that commitments may be asked for in. */
import type { Commitment } from '../model/report.ts';

/** `by` the earliest first, `strength` the firmest, `page` as in the document, `actor` by name. */
export const SORT_KEYS = ['by', 'strength', 'page', 'actor'] as const;
type SortKey = (typeof SORT_KEYS)[number];

/** A key, and whether it runs the other way. */
export interface Order {
  readonly key: SortKey;
  readonly isReversed: boolean;
}

type Rank = (commitment: Commitment) => number | string | null;

const ranks: Readonly<Record<SortKey, Rank>> = {
  by: ({ deadline }) => deadline?.end ?? null,
  strength: ({ strength }) => -strength,
  page: ({ evidence }) => evidence.start,
  actor: ({ actor }) => (actor.name ?? actor.text)?.toLowerCase() ?? null,
};

/**
 * The commitments sorted by the keys, the first counting most; equal ones keep their order, and those without a date or
 * actor come last either way.
 */
export function inOrder(commitments: readonly Commitment[], orders: readonly Order[]): readonly Commitment[] {
  if (orders.length === 0) return commitments;
  return [...commitments].sort((a, b) => {
    for (const { key, isReversed } of orders) {
      const difference = compared(ranks[key](a), ranks[key](b), isReversed);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function compared(a: number | string | null, b: number | string | null, isReversed: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b !== isReversed ? -1 : 1;
}
