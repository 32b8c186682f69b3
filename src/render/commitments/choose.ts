/** Which commitments, or documents, a screen shows where it has no room for all. */
import type { Distinct } from './distinct.ts';

/** A few lines more are better than a line that says that they were left out. */
const GRACE = 5;

/**
 * The firmest and most specific that fit, in their order; at least three.
 * @param heights lines that each row takes
 * @param room lines in all
 */
export function chooseFirmest(rows: readonly Distinct[], heights: readonly number[], room: number): Distinct[] {
  const order = rows
    .map(({ commitment }, index) => ({ index, weight: commitment.strength * 2 + commitment.specificity }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  return kept(
    rows,
    order.map(({ index }) => index),
    heights,
    room,
  );
}

/** The first that fit; at least three. */
export function chooseFirst<T>(rows: readonly T[], heights: readonly number[], room: number): T[] {
  return kept(
    rows,
    rows.map((_, index) => index),
    heights,
    room,
  );
}

function kept<T>(rows: readonly T[], order: readonly number[], heights: readonly number[], room: number): T[] {
  const total = heights.reduce((sum, height) => sum + height, 0);
  if (total <= room + GRACE) return [...rows];
  const taken = new Set<number>();
  let used = 0;
  for (const index of order) {
    const height = heights[index] ?? 1;
    if (taken.size >= 3 && used + height > room) break;
    taken.add(index);
    used += height;
  }
  return rows.filter((_, index) => taken.has(index));
}
