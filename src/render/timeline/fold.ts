/** Rows that would be the same line of a chart as one row, with all that hangs on them. */
import type { PlanRow } from './row.ts';

/**
 * @param which the rows that may be put together
 * @returns the rows in their order, each standing where the first of its kind stood
 */
export function foldRows(rows: readonly PlanRow[], which: (row: PlanRow) => boolean): PlanRow[] {
  const folded = new Map<string, PlanRow>();
  for (const [index, row] of rows.entries()) {
    const { kind, label, start, end, every, uncertain } = row;
    const key = which(row) ? [kind, label, start, end, every, uncertain?.first].join(' ') : String(index);
    const one = folded.get(key);
    folded.set(key, one === undefined ? row : together(one, row));
  }
  return [...folded.values()];
}

function together(one: PlanRow, other: PlanRow): PlanRow {
  return {
    ...one,
    items: [...one.items, ...other.items],
    times: [...one.times, ...other.times],
    refs: [...one.refs, ...other.refs],
  };
}
