/** A table's segments → drafts of its rows, each with the names of its columns. */
import { tidy } from './characters.ts';
import { findColumns } from './columns.ts';
import type { Draft } from './drafts.ts';
import type { Fonts } from './fonts.ts';
import { findRows, type Line, lineOf, type Segment } from './lines.ts';
import { styleOf } from './style.ts';
import { findTableRows, type Row } from './table-rows.ts';

/** A row of a table: lines of its cells by column, empty where a cell is. */
interface TableRow {
  readonly cells: readonly (readonly Line[])[];
  readonly row: Row;
}

/**
 * The rows of a table region as drafts, from the top down; null where columns cannot be told apart.
 * @param table the number of the table in the document
 */
export function tableDrafts(segments: readonly Segment[], page: number, fonts: Fonts, table: number): Draft[] | null {
  const { columns, pieces } = findColumns(segments);
  if (columns.length < 2) return null;
  const rows = findTableRows(pieces).map((row): TableRow => ({ row, cells: cellsOf(row, columns.length) }));
  if (rows.length < 2 || !rows.some((row) => filled(row) > 1)) return null;
  const head = findHead(rows, fonts);
  const [left, right] = [columns[0]?.x0 ?? 0, columns.at(-1)?.x1 ?? 0];
  let names: readonly string[] | null = null;
  return rows.map((row, k) => {
    if (k === head?.to) names = head.names;
    const draft = { ...rowDraft(row, page, fonts, table, names), left, right };
    const next = rows[k + 1];
    if (names === null || next === undefined || !isHeadAgain(row, next, fonts)) return draft;
    names = cellTexts(row.cells);
    return { ...draft, header: null, names };
  });
}

function cellsOf(row: Row, columns: number): Line[][] {
  return Array.from({ length: columns }, (_, c) =>
    findRows(row.filter((p) => p.column === c).map((p) => p.segment)).map((line) => lineOf(line)),
  );
}

function filled({ cells }: TableRow): number {
  return cells.filter((lines) => lines.length > 0).length;
}

function rowDraft(row: TableRow, page: number, fonts: Fonts, table: number, names: readonly string[] | null): Draft {
  const segments = row.row.map((p) => p.segment);
  const box = [
    Math.min(...segments.map((s) => s.x0)),
    Math.min(...segments.map((s) => s.bottom)),
    Math.max(...segments.map((s) => s.x1)),
    Math.max(...segments.map((s) => s.top)),
  ] as const;
  return {
    kind: 'cell',
    level: 1,
    parts: [{ page, cells: row.cells, box }],
    marker: null,
    sign: null,
    style: styleOf(row.cells.flat(), fonts),
    left: box[0],
    right: box[2],
    above: 1,
    closed: true,
    contents: false,
    role: null,
    header: names === null ? null : headerOf(row.cells, names),
    names,
    table,
  };
}

/** The names of the columns whose cells have text. */
export function headerOf(cells: readonly (readonly Line[])[], names: readonly string[]): string[] {
  return cells.flatMap((cell, c) => (cell.length > 0 ? [names[c] ?? ''] : []));
}

/** The text of every cell of a row of a table. */
export function cellTexts(cells: readonly (readonly Line[])[]): string[] {
  return cells.map((lines) => tidy(lines.map((line) => line.text).join(' ')));
}

/** The rows that name a table's columns: the row after them, and the names. */
interface Head {
  readonly to: number;
  readonly names: readonly string[];
}

/** Rows over several columns may stand above the row of names: a title, or names of groups of columns. */
const mostAbove = 3;

function findHead(rows: readonly TableRow[], fonts: Fonts): Head | null {
  for (let k = 0; k < Math.min(mostAbove, rows.length - 1); k++) {
    const [row, next] = [rows[k], rows[k + 1]];
    if (row === undefined || next === undefined || filled(row) < 2) continue;
    if (!isHeader(row, next, fonts)) return null;
    const names = cellTexts(row.cells);
    return { to: k + 1, names };
  }
  return null;
}

/** Whether a row inside a table names its columns anew: bold over rows that are not. */
function isHeadAgain(row: TableRow, next: TableRow, fonts: Fonts): boolean {
  const bold = styleOf(row.cells.flat(), fonts).bold && !styleOf(next.cells.flat(), fonts).bold;
  return bold && filled(row) >= 3 && isHeader(row, next, fonts);
}

/** Fewest and most characters that the cells of a header row have. */
const longestHeader = 80;

/**
 * Whether the first of two rows names the columns: short words in each, set apart from the next row by weight, capitals
 * or size, or standing over columns of figures.
 */
export function isHeader(first: Pick<TableRow, 'cells'>, second: Pick<TableRow, 'cells'>, fonts: Fonts): boolean {
  const texts = cellTexts(first.cells).filter((text) => text !== '');
  if (texts.length < 2 || texts.length < 0.6 * first.cells.length) return false;
  if (texts.some((text) => text.length > longestHeader || !/\p{L}/u.test(text))) return false;
  const a = styleOf(first.cells.flat(), fonts);
  const b = styleOf(second.cells.flat(), fonts);
  if (a.bold !== b.bold) return a.bold;
  if (a.capitals !== b.capitals) return a.capitals;
  if (a.font !== b.font || Math.abs(a.size - b.size) > 0.06 * b.size) return true;
  return cellTexts(second.cells).some((text) => /^[£$€]?[\d.,%()-]+$/.test(text));
}
