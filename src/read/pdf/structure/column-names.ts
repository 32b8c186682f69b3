/** The names of the columns that the cells of a tagged table stand in. */

import type { Fonts } from '../glyphs/fonts.ts';
import { boxOf } from '../page/drafts.ts';
import type { Line } from '../page/lines.ts';
import { cellTexts, isHeader } from '../tables/tables.ts';

/** A row of a tagged table. */
export interface TagRow {
  readonly cells: readonly { readonly lines: readonly Line[]; readonly isHeader: boolean }[];
}

/** What the cells of a row stand under. */
export interface RowNames {
  /** The names of all columns of its table, and those of its filled cells; null where it has none. */
  readonly names: readonly string[] | null;
  readonly header: readonly string[] | null;
}

/**
 * The names of the columns that each row's cells stand in. Header cells are the file's own where the tree knows any that
 * fill a row, and those that look like it otherwise.
 */
export function columnNames(rows: readonly TagRow[], fonts: Fonts): RowNames[] {
  const at = headerRow(rows, fonts);
  const head = rows[at]?.cells ?? [];
  const names = cellTexts(head.map(({ lines }) => lines));
  return rows.map(({ cells }, k) => {
    if (at < 0 || k <= at) return { names: null, header: null };
    const header = cells.flatMap(({ lines }, c) => {
      return lines.length === 0 ? [] : [names[cells.length === head.length ? c : under(lines, head)] ?? ''];
    });
    return { names, header };
  });
}

/** The index of the row of names, -1 where there is none. */
function headerRow(rows: readonly TagRow[], fonts: Fonts): number {
  const filled = rows.map(({ cells }) => cells.filter(({ lines }) => lines.length > 0));
  let last = -1;
  for (const [k, cells] of filled.entries()) {
    if (cells.length === 0 || cells.some((cell) => !cell.isHeader)) break;
    if (cells.length > 1) last = k;
  }
  if (last >= 0) return last;
  // A title that spans the table may stand over the row of its column names.
  return (
    [0, 1].find((k) => {
      const [first, second] = [rows[k], rows[k + 1]];
      return first !== undefined && second !== undefined && isHeader(plain(first), plain(second), fonts);
    }) ?? -1
  );
}

function plain({ cells }: TagRow) {
  return { cells: cells.map(({ lines }) => lines), box: boxOf(cells.flatMap(({ lines }) => lines)) };
}

/** The header cell over the middle of a cell's lines, -1 where there is none. */
function under(lines: readonly Line[], header: TagRow['cells']): number {
  const [x0, , x1] = boxOf(lines);
  let best = -1;
  let nearest = Infinity;
  header.forEach((cell, c) => {
    if (cell.lines.length === 0) return;
    const [left, , right] = boxOf(cell.lines);
    const apart = Math.max(left - x1, x0 - right, 0);
    if (apart < nearest) [best, nearest] = [c, apart];
  });
  return best;
}
