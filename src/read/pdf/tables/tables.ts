/** A table's segments → drafts of its rows, each with the names of its columns. */
import { tidy } from '../glyphs/characters.ts';
import type { Fonts } from '../glyphs/fonts.ts';
import { findColumns } from '../page/columns.ts';
import { type Draft, draftOf } from '../page/drafts.ts';
import { findRows, type Line, lineOf, type Segment } from '../page/lines.ts';
import { quantile } from '../page/quantile.ts';
import { styleOf } from '../page/style.ts';
import { type MarkedRow, markedRows } from './marked-rows.ts';
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
  const [left, right] = [columns[0]?.x0 ?? 0, columns.at(-1)?.x1 ?? 0];
  const items = columns.length === 2 ? markedRows(rows.map(({ cells }) => cells)) : null;
  if (items !== null) return items.map((item) => itemDraft(item, page, fonts, left, right));
  const names = namesByRow(rows, fonts);
  return rows.map((row, k) => {
    const draft = { ...rowDraft(row, page, fonts, table, names[k] ?? null), left, right };
    // A head has the names that it gives, so that they are known on the next page too.
    const given = names[k + 1] ?? null;
    return given !== null && names[k] !== given ? { ...draft, header: null, names: given } : draft;
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

/** A row whose first cell is but a mark: a paragraph with that mark. */
function itemDraft({ marker, lines }: MarkedRow, page: number, fonts: Fonts, left: number, right: number): Draft {
  const style = styleOf(lines, fonts);
  return draftOf({ lines, marker, style, left, right, above: 1, closed: true, contents: false }, page);
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
    header: names === null || isOver(row, names.length / 2) ? null : namesOver(row, names),
    names,
    table,
  };
}

/** Whether a cell of a row reaches over as many columns, so that the row is divided in a way of its own. */
function isOver({ row }: TableRow, columns: number): boolean {
  return row.some((p) => p.last > p.column && p.last - p.column + 1 >= columns);
}

/** The names of the columns that a row's cells stand in; a cell over several columns has none. */
function namesOver({ cells, row }: TableRow, names: readonly string[]): string[] {
  const wide = new Set(row.filter((p) => p.last > p.column).map((p) => p.column));
  const own = names.map((name, c) => (wide.has(c) ? '' : name));
  return headerOf(cells, own);
}

/** The names of the columns whose cells have text. */
export function headerOf(cells: readonly (readonly Line[])[], names: readonly string[]): string[] {
  return cells.flatMap((cell, c) => (cell.length > 0 ? [names[c] ?? ''] : []));
}

/** The text of every cell of a row of a table. */
export function cellTexts(cells: readonly (readonly Line[])[]): string[] {
  return cells.map((lines) =>
    tidy(lines.reduce((text, line) => (/^$|\p{L}-$/u.test(text) ? text + line.text : `${text} ${line.text}`), '')),
  );
}

/** Rows over several columns may stand above the row of names: a title, or names of groups of columns. */
const mostAbove = 3;

/**
 * The names of the columns for every row of a table: those of the nearest head above it, null where there is none. The
 * first row of several cells may be a head for any reason; a later one must be bold over rows that are not.
 */
function namesByRow(rows: readonly TableRow[], fonts: Fonts): (readonly string[] | null)[] {
  const first = rows.slice(0, mostAbove).findIndex((row) => filled(row) > 1);
  let names: readonly string[] | null = null;
  return rows.map((row, k) => {
    const own = names;
    const next = rows[k + 1];
    if (
      next !== undefined &&
      (k === first ? isHeader(row, next, fonts) || isBriefHead(row, rows.slice(k + 1)) : isBoldHead(row, next, fonts))
    )
      names = cellTexts(row.cells);
    return names === own ? own : null;
  });
}

/** Rows are longer than their head by this much. */
const longer = 2.5;

/** Whether a first row of short names, without figures or sentences, stands over rows of much longer text. */
function isBriefHead(row: TableRow, below: readonly TableRow[]): boolean {
  const names = cellTexts(row.cells).filter((text) => text !== '');
  if (names.length < 3 || names.length < 0.8 * row.cells.length) return false;
  if (names.some((name) => name.length > longestHeader || /\d|[.;,]$/.test(name) || !/^\p{Lu}/u.test(name)))
    return false;
  const lengths = below.map(({ cells }) => cellTexts(cells).join(' ').length);
  return quantile(lengths, 0.5) >= longer * names.join(' ').length;
}

/** Whether a row inside a table names its columns anew. */
function isBoldHead(row: TableRow, next: TableRow, fonts: Fonts): boolean {
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
