/** A table without borders whose cells are wrapped before it is drawn, so that nothing is ever cut. */
import Table from 'cli-table3';
import { pad, widest } from './width.ts';
import { wrap } from './wrap.ts';

/** One column: its head, and how wide it may be made. */
export interface Column {
  readonly head: string;
  readonly least: number;
  /** Widest; `rest` takes what the others leave. */
  readonly most: number | 'rest';
  readonly align?: 'left' | 'right';
  /** Colours or links a line of a cell after it was wrapped. */
  readonly paint?: (line: string, row: number) => string;
}

/** A table laid out for a width: rows of cells of lines. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (readonly string[])[])[];
  /** Lines that each row takes. */
  readonly heights: readonly number[];
}

const GAP = 2;

/** Wraps every cell to the width that its column gets out of `width`. */
export function layOut(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): Layout {
  const wished = columns.map(({ head, least, most }, index) => {
    if (most === 'rest') return least;
    const cells = [head, ...rows.map((row) => row[index] ?? '')];
    const natural = widest(cells);
    const longest = widest(cells.flatMap((cell) => cell.split(/[ \n]/)));
    // A column may grow by half for a word that would else be broken.
    const word = longest <= most * 1.5 ? longest : 0;
    return Math.max(least, word, Math.min(most, natural));
  });
  const room = width - GAP * (columns.length - 1);
  const spare = Math.max(0, room - wished.reduce((sum, each) => sum + each, 0));
  const flexible = columns.filter((column) => column.most === 'rest').length;
  const widths = wished.map((each, index) =>
    columns[index]?.most === 'rest' ? each + Math.floor(spare / flexible) : each,
  );
  const wrapped = rows.map((row) => row.map((cell, index) => wrap(cell, widths[index] ?? width)));
  return { columns, rows: wrapped, heights: wrapped.map((row) => Math.max(...row.map((cell) => cell.length))) };
}

/** The lines of the head and of each row. */
export function draw({ columns, rows, heights }: Layout, paintHead: (text: string) => string): readonly string[][] {
  const widths = columns.map(({ head }, at) => Math.max(widest([head]), widest(rows.flatMap((row) => row[at] ?? []))));
  // A row of the drawing is one line: the time cli-table3 takes for a cell grows with the square of its lines.
  const cells = rows.flatMap((row, index) =>
    Array.from({ length: heights[index] ?? 0 }, (_, line) => row.map((cell) => cell[line] ?? '')),
  );
  const heads = columns.map(({ head }) => head);
  const [top = '', ...lines] = drawn([heads, ...cells], columns, widths);
  let at = 0;
  const body = heights.map((height, index) => {
    const paint = (text: string, column: number): string => columns[column]?.paint?.(text, index) ?? text;
    const own = lines.slice(at, at + height).map((line, below) => painted(line, cells[at + below] ?? [], paint));
    at += height;
    return own;
  });
  return [[painted(top, heads, paintHead)], ...body];
}

/** Lines that are drawn at once: the time cli-table3 takes for a table grows with the square of them. */
const AT_ONCE = 200;

/** Each row as a line; all columns have their width, whichever of their cells are drawn together. */
function drawn(rows: readonly (readonly string[])[], columns: readonly Column[], widths: readonly number[]): string[] {
  const lines: string[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const table = new Table({
      chars: blank,
      style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP, compact: true },
    });
    for (const row of rows.slice(from, from + AT_ONCE)) {
      table.push(row.map((cell, at) => pad(cell, widths[at] ?? 0, columns[at]?.align === 'right' ? 'end' : 'start')));
    }
    for (const line of table.toString().split('\n')) lines.push(line.trimEnd());
  }
  return lines;
}

/** A drawn line with its cells coloured or linked: after drawing, since cli-table3 counts the addresses of links as words. */
function painted(line: string, cells: readonly string[], paint: (text: string, column: number) => string): string {
  let result = '';
  let at = 0;
  for (const [column, cell] of cells.entries()) {
    const text = cell.trimEnd();
    // Between two cells are only blanks.
    const from = text === '' ? -1 : line.indexOf(text, at);
    if (from < 0) continue;
    result += line.slice(at, from) + paint(text, column);
    at = from + text.length;
  }
  return result + line.slice(at);
}

const blank = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};
