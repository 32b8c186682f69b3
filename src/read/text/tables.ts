/** Tables of plain texts: rows between bars, and rows whose cells are set apart by spaces below one another. */
import type { Span } from '../../model/document.ts';
import type { Line } from './lines.ts';

/** A row of a table. */
export interface TextRow {
  /** A segment for each line of each cell, in the order of the text; empty cells have one too. */
  readonly cells: readonly (readonly Span[])[];
  /** Index of the line after it. */
  readonly end: number;
  /** Whether it names the columns. */
  readonly isHead: boolean;
}

const RULE = /^[+|][-=+:| ]{3,}[+|]$/;
/** What stands below the names of columns. */
const UNDERLINES = /^[-=]{2,}(?: +[-=]{2,})+$/;
const BARRED = /^\|.*\|$/;
/** Rows set apart by spaces: so many at least. */
const FEWEST = 3;
/** Cells beginning this near to one another stand below one another. */
const NEAR = 2;
/** Gaps that make columns, and gaps that keep to columns known from other rows. */
const WIDE = 3;
const NARROW = 2;
/** The name of a column has no more words. */
const LONGEST_NAME = 4;
/** Lines with more cells are something else. */
const MOST_COLUMNS = 20;

/** The rows of tables by the index of their first line. */
export function rowsOf(text: string, lines: readonly Line[]): ReadonlyMap<number, TextRow> {
  const rows = new Map<number, TextRow>();
  for (let i = 0; i < lines.length; ) {
    const next = barredFrom(text, lines, i, rows) ?? spacedFrom(text, lines, i, rows);
    i = next ?? i + 1;
  }
  return rows;
}

/** Takes up a table between bars; gives the index of the line after it, or null. */
function barredFrom(text: string, lines: readonly Line[], from: number, rows: Map<number, TextRow>): number | null {
  let end = from;
  const found: { at: number; cells: (readonly Span[])[] }[] = [];
  let rules = 0;
  let head = -1;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (line === undefined || (end > from && line.afterBlank)) break;
    const printed = text.slice(line.start, line.end);
    if (RULE.test(printed) && /[-=]/.test(printed)) {
      rules++;
      if (found.length === 1 && head < 0) head = found[0]?.at ?? -1;
    } else if (BARRED.test(printed)) found.push({ at: end, cells: between(text, line) });
    else break;
  }
  if (found.length === 0) return null;
  const isEven = found.length >= FEWEST && found.every(({ cells }) => cells.length === found[0]?.cells.length);
  if (found.length < 2 || (rules === 0 && !isEven)) return end;
  found.forEach(({ at, cells }, index) => {
    const next = found[index + 1]?.at ?? end;
    rows.set(at, { cells, end: next, isHead: at === head });
  });
  // A rule above the first row belongs to it.
  const first = found[0];
  if (first !== undefined && first.at > from) {
    const row = rows.get(first.at);
    rows.delete(first.at);
    if (row !== undefined) rows.set(from, row);
  }
  return end;
}

/** The cells of a line between its bars. */
function between(text: string, line: Line): (readonly Span[])[] {
  const cells: (readonly Span[])[] = [];
  let start = line.start + 1;
  for (let at = start; at < line.end; at++) {
    if (text.charAt(at) !== '|') continue;
    cells.push([{ start, end: at }]);
    start = at + 1;
  }
  return cells;
}

/** Takes up rows whose cells are set apart by spaces; gives the index of the line after them, or null. */
function spacedFrom(text: string, lines: readonly Line[], from: number, rows: Map<number, TextRow>): number | null {
  const first = lines[from];
  if (first === undefined) return null;
  const columns = cellsIn(text, first, WIDE).map(({ column }) => column);
  if (columns.length < 2) return null;
  const below = lines[from + 1];
  const isUnderlined = below !== undefined && !below.afterBlank && UNDERLINES.test(text.slice(below.start, below.end));
  const body = isUnderlined ? from + 2 : from + 1;
  const found = [{ at: from, cells: inColumnsOf(text, first, columns) }];
  let end = body;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (line === undefined || line.afterBlank) break;
    const cells = inColumnsOf(text, line, columns);
    if (cells.filter((cell) => cell !== null).length < 2) break;
    found.push({ at: end, cells });
  }
  if (end - from < FEWEST) return null;
  const hasNames =
    isUnderlined ||
    namesColumns(
      text,
      found.map(({ cells }) => cells),
    );
  for (const { at, cells } of found) {
    const isHead = hasNames && at === from;
    rows.set(at, { cells: spansOf(lines[at], cells), end: at === from ? body : at + 1, isHead });
  }
  return end;
}

/** Whether the first row names what stands below: short words without figures, over a column of figures or dates. */
function namesColumns(text: string, rows: readonly (readonly (Span | null)[])[]): boolean {
  const [head, ...body] = rows.map((cells) =>
    cells.map((cell) => (cell === null ? '' : text.slice(cell.start, cell.end))),
  );
  if (head === undefined || body.length < 2) return false;
  if (!head.every((name) => /^\p{Lu}\D*$/u.test(name) && name.split(/\s+/).length <= LONGEST_NAME)) return false;
  return head.some((_, column) => body.every((cells) => cells[column] === '' || /\d/.test(cells[column] ?? '')));
}

/** The cells of a row with a segment each, empty ones but for those at its end, which are left out. */
function spansOf(line: Line | undefined, cells: readonly (Span | null)[]): (readonly Span[])[] {
  let at = line?.start ?? 0;
  const last = cells.findLastIndex((cell) => cell !== null);
  return cells.slice(0, last + 1).map((cell) => {
    const span = cell ?? { start: at, end: at };
    at = span.end;
    return [{ start: span.start, end: span.end }];
  });
}

interface Cell extends Span {
  /** Of characters, from the left of the line. */
  readonly column: number;
}

/** The words of a line below each column; words that begin below none belong to the cell before. */
function inColumnsOf(text: string, line: Line, columns: readonly number[]): (Span | null)[] {
  const cells: (Span | null)[] = columns.map(() => null);
  let open = -1;
  for (const { start, end, column } of cellsIn(text, line, NARROW)) {
    const index = columns.findIndex((each) => Math.abs(each - column) <= NEAR);
    const before = cells[open];
    if (index > open) {
      open = index;
      cells[index] = { start, end };
    } else if (before !== null && before !== undefined) cells[open] = { start: before.start, end };
    else return columns.map(() => null);
  }
  return cells;
}

/** The words of a line between gaps of so many spaces at least. */
function cellsIn(text: string, line: Line, narrowest: number): readonly Cell[] {
  const printed = text.slice(line.start, line.end);
  if (!printed.includes('  ') || printed.includes('\t')) return [];
  const cells: Cell[] = [];
  let at = 0;
  for (const match of printed.matchAll(/ {2,}/g)) {
    if (match[0].length < narrowest) continue;
    cells.push({ start: line.start + at, end: line.start + match.index, column: line.indent + at });
    at = match.index + match[0].length;
  }
  cells.push({ start: line.start + at, end: line.end, column: line.indent + at });
  return cells.length > MOST_COLUMNS ? [] : cells;
}
