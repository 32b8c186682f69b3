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
  const columns = cellsIn(text, first).map(({ column }) => column);
  if (columns.length < 2) return null;
  const below = lines[from + 1];
  const isHead = below !== undefined && !below.afterBlank && UNDERLINES.test(text.slice(below.start, below.end));
  const body = isHead ? from + 2 : from + 1;
  let end = body;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (line === undefined || line.afterBlank) break;
    const cells = cellsIn(text, line);
    if (cells.length < 2 || !cells.every(({ column }) => columns.some((each) => Math.abs(each - column) <= NEAR)))
      break;
  }
  if (end - from < FEWEST) return null;
  for (let i = from; i < end; i++) {
    const line = lines[i];
    if (line === undefined || (isHead && i === from + 1)) continue;
    const own = cellsIn(text, line);
    const cells = columns.map((column) => {
      const cell = own.find((each) => Math.abs(each.column - column) <= NEAR);
      return cell === undefined ? null : { start: cell.start, end: cell.end };
    });
    let at = line.start;
    rows.set(i, {
      cells: cells.map((cell) => {
        const span = cell ?? { start: at, end: at };
        at = span.end;
        return [span];
      }),
      end: isHead && i === from ? body : i + 1,
      isHead: isHead && i === from,
    });
  }
  return end;
}

interface Cell extends Span {
  /** Of characters, from the left of the line. */
  readonly column: number;
}

/** The words of a line between gaps of spaces. */
function cellsIn(text: string, line: Line): readonly Cell[] {
  const printed = text.slice(line.start, line.end);
  if (!printed.includes('   ') || printed.includes('\t')) return [];
  const cells: Cell[] = [];
  let at = 0;
  for (const match of printed.matchAll(/ {3,}/g)) {
    cells.push({ start: line.start + at, end: line.start + match.index, column: line.indent + at });
    at = match.index + match[0].length;
  }
  cells.push({ start: line.start + at, end: line.end, column: line.indent + at });
  return cells.length > MOST_COLUMNS ? [] : cells;
}
