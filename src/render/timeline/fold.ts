/** Rows that would be the same line of a chart as one row, with all that hangs on them. */
import type { PlanRow } from './row.ts';

/**
 * @param which the rows that may be put together
 * @returns the rows in their order, each standing where the first of its kind stood
 */
export function foldRows(rows: readonly PlanRow[], which: (row: PlanRow) => boolean): PlanRow[] {
  const groups = new Map<string, [PlanRow, ...PlanRow[]]>();
  for (const [index, row] of rows.entries()) {
    const { kind, label, start, end, every, uncertain } = row;
    const key = which(row) ? [kind, label, start, end, every, uncertain?.first].join(' ') : String(index);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map(together);
}

function together(rows: readonly [PlanRow, ...PlanRow[]]): PlanRow {
  const [first, ...others] = rows;
  if (others.length === 0) return first;
  return {
    ...first,
    items: rows.flatMap(({ items }) => items),
    times: [first.times[0], ...first.times.slice(1), ...others.flatMap(({ times }) => times)],
    refs: rows.flatMap(({ refs }) => refs),
  };
}
