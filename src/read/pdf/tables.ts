/** A table's segments → its rows and cells. */
import type { Box } from '../../model/document.ts';
import type { Fonts } from './fonts.ts';
import { findRows, type Line, lineOf, type Segment } from './lines.ts';
import { quantile } from './regions.ts';
import { styleOf } from './style.ts';

/** A row of a table: lines of its cells by column, empty where a cell is. */
export interface TableRow {
  readonly cells: readonly (readonly Line[])[];
  readonly box: Box;
}

/** The rows of a table region, from the top down; null where columns cannot be told apart. */
export function findTableRows(segments: readonly Segment[]): TableRow[] | null {
  const columns = findColumns(segments);
  if (columns.length < 2) return null;
  const visual = findRows(segments);
  const pitches: number[] = [];
  for (let k = 0; k + 1 < visual.length; k++) pitches.push((visual[k]?.[0]?.y ?? 0) - (visual[k + 1]?.[0]?.y ?? 0));
  const size = quantile(
    segments.map((s) => s.size),
    0.5,
  );
  const tight = Math.max(quantile(pitches, 0.1), 0.9 * size);
  const loose = pitches.some((p) => p > 1.25 * tight + 1);
  const spread = tight > 1.5 * size;
  const groups: Segment[][] = [];
  visual.forEach((row, k) => {
    const gap = pitches[k - 1] ?? Infinity;
    const starts = row.some((s) => columnOf(s, columns) === 0);
    const open = groups.at(-1);
    if (open !== undefined && !spread && gap <= 1.25 * tight + 1 && (loose || !starts)) open.push(...row);
    else groups.push([...row]);
  });
  return groups.map((group) => ({
    cells: columns.map((_, c) => findRows(group.filter((s) => columnOf(s, columns) === c)).map((row) => lineOf(row))),
    box: [
      Math.min(...group.map((s) => s.x0)),
      Math.min(...group.map((s) => s.bottom)),
      Math.max(...group.map((s) => s.x1)),
      Math.max(...group.map((s) => s.top)),
    ],
  }));
}

interface Column {
  readonly x0: number;
  readonly x1: number;
}

/** The columns that segments fall into, leaving out the few that span several. */
function findColumns(segments: readonly Segment[]): Column[] {
  const sorted = [...segments].sort((a, b) => a.x1 - a.x0 - (b.x1 - b.x0));
  const kept = sorted.slice(0, Math.max(2, Math.ceil(0.94 * sorted.length))).sort((a, b) => a.x0 - b.x0);
  const columns: { x0: number; x1: number }[] = [];
  for (const { x0, x1, size } of kept) {
    const last = columns.at(-1);
    if (last !== undefined && x0 < last.x1 + 0.4 * size) last.x1 = Math.max(last.x1, x1);
    else columns.push({ x0, x1 });
  }
  return columns;
}

/** Fewest and most characters that the cells of a header row have. */
const longestHeader = 80;

/**
 * Whether the first of a table's rows names its columns: short words in each, set apart from the next row by weight,
 * capitals or size, or standing over columns of figures.
 */
export function isHeader(first: TableRow, second: TableRow, fonts: Fonts): boolean {
  const filled = first.cells.filter((lines) => lines.length > 0);
  if (filled.length < 2 || filled.length < 0.6 * first.cells.length) return false;
  const texts = filled.map((lines) => lines.map((line) => line.text).join(' '));
  if (texts.some((text) => text.length > longestHeader || !/\p{L}/u.test(text))) return false;
  const a = styleOf(first.cells.flat(), fonts);
  const b = styleOf(second.cells.flat(), fonts);
  if (a.bold !== b.bold) return a.bold;
  if (a.capitals !== b.capitals) return a.capitals;
  if (a.font !== b.font || Math.abs(a.size - b.size) > 0.06 * b.size) return true;
  return second.cells.some((lines) => lines.length > 0 && lines.every((line) => /^[£$€]?[\d.,%()-]+$/.test(line.text)));
}

/** The column in which most of a segment's start stands. */
function columnOf(segment: Segment, columns: readonly Column[]): number {
  let found = 0;
  columns.forEach((column, k) => {
    if (segment.x0 >= column.x0 - 2) found = k;
  });
  return found;
}
