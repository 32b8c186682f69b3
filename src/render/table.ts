/** A table without borders whose cells are wrapped before it is drawn, so that nothing is ever cut. */
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
export function draw({ columns, rows }: Layout, paintHead: (text: string) => string): readonly string[][] {
  const widths = columns.map(({ head }, at) => Math.max(widest([head]), widest(rows.flatMap((row) => row[at] ?? []))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => pad(cell, widths[at] ?? 0, columns[at]?.align === 'right' ? 'end' : 'start'))
      .join(' '.repeat(GAP))
      .trimEnd();
  const body = rows.map((row, index) =>
    Array.from({ length: Math.max(...row.map((cell) => cell.length)) }, (_, at) =>
      line(row.map((cell, column) => painted(cell[at] ?? '', columns[column]?.paint, index))),
    ),
  );
  return [[line(columns.map(({ head }) => paintHead(head)))], ...body];
}

const painted = (text: string, paint: Column['paint'], row: number): string =>
  text === '' || paint === undefined ? text : paint(text, row);
