/** Which rows a screen shows where it has no room for all: what is undertaken before what is only mentioned. */
import type { PlanItem, PlanRow } from './row.ts';

/**
 * The rows to show, in their order.
 * @param heights lines that each row takes
 * @param room lines in all
 */
export function chooseRows(rows: readonly PlanRow[], heights: readonly number[], room: number): PlanRow[] {
  const total = heights.reduce((sum, height) => sum + height, 0);
  // A few lines more are better than a line that says that they were left out.
  if (total <= room + 3) return [...rows];
  const order = rows.map((row, index) => ({ index, weight: weightOf(row) })).sort((a, b) => b.weight - a.weight);
  const kept = new Set<number>();
  let used = 0;
  for (const { index } of order) {
    const height = heights[index] ?? 1;
    // What is too long for the lines that are left makes way for what is not.
    if (kept.size >= 3 && used + height > room) continue;
    kept.add(index);
    used += height;
  }
  return rows.filter((_, index) => kept.has(index));
}

const byKind: Readonly<Record<PlanRow['kind'], number>> = {
  deadline: 4,
  start: 3,
  period: 3,
  recurrence: 1,
  point: 2,
};

function weightOf({ kind, items, isOwnDate }: PlanRow): number {
  if (isOwnDate && items.length === 0) return 100;
  // What comes again and again is of every day; what has a day of its own comes first.
  const weight = items.reduce((most, item) => Math.max(most, itemWeight(item)), 0);
  return weight * 10 + byKind[kind] - (kind === 'recurrence' ? 35 : 0);
}

/** The weightiest of many items, in their order. */
export function chooseItems(items: readonly PlanItem[], most: number): PlanItem[] {
  const kept = new Set([...items].sort((a, b) => itemWeight(b) - itemWeight(a)).slice(0, most));
  return items.filter((item) => kept.has(item));
}

/** Firm ones first; then what is asked of others; then what is foreseen, said or done. */
function itemWeight({ commitment, kind }: PlanItem): number {
  if (commitment !== null) return 3 + commitment.strength;
  return kind === 'obligation' ? 3 : kind === 'recommendation' || kind === 'need' ? 2 : 1;
}
