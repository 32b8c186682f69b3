/** Tables of PDFs: rows, cells of several lines, and the names of their columns. */
import { describe, expect, test } from 'vitest';
import { show, writePdf } from '../fixtures/write-pdf.mjs';
import type { PdfContent } from '../src/read/pdf/content.ts';
import { readPdf } from '../src/read/pdf/read-pdf.ts';

/** A cell: its lines, from the top down. */
type Cell = readonly string[];

/** A table's rows set cell by cell, as word processors write them. */
function grid(
  rows: readonly (readonly Cell[])[],
  { xs, top, leading = 12, padding = 6, size = 10, head = true }: Grid,
): string {
  let y = top;
  let out = '';
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      cell.forEach((line, k) => {
        out += show(line, xs[c] ?? 0, y - k * leading, size, head && r === 0);
      });
    });
    y -= Math.max(...row.map((cell) => cell.length)) * leading + padding;
  });
  return out;
}

interface Grid {
  readonly xs: readonly number[];
  readonly top: number;
  readonly leading?: number;
  readonly padding?: number;
  readonly size?: number;
  /** Whether the first row is bold. */
  readonly head?: boolean;
}

const rowsOf = (content: PdfContent): string[] => content.blocks.filter((b) => b.kind === 'cell').map((b) => b.text);
const headersOf = (content: PdfContent): unknown[] =>
  content.blocks.filter((b) => b.kind === 'cell').map((b) => b.header);

const xs = [72, 260, 420];
const actions = [
  [['Action'], ['Lead'], ['By when']],
  [['Plant 400 willows along the', 'upper river and its brooks'], ['Wardens of the', 'county'], ['May 2027']],
  [['Open the weir at Thornby'], ['Thornby Parish'], []],
  [['Count the eels every spring', 'and write the number down', 'in the book of the river'], [], ['every spring']],
  [['Mend the dykes'], ['Farmers'], ['2028']],
];
const told = [
  'Action | Lead | By when',
  'Plant 400 willows along the upper river and its brooks | Wardens of the county | May 2027',
  'Open the weir at Thornby | Thornby Parish',
  'Count the eels every spring and write the number down in the book of the river | every spring',
  'Mend the dykes | Farmers | 2028',
];

describe('tables', () => {
  test.each([
    ['with room between the rows', 6],
    ['set tight', 0],
  ])('cells of several lines, %s', async (_, padding) => {
    const content = await readPdf(writePdf({ pages: [grid(actions, { xs, top: 700, padding })] }), {});
    expect(rowsOf(content)).toEqual(told);
  });

  test('an empty cell takes no name from its neighbours', async () => {
    const content = await readPdf(writePdf({ pages: [grid(actions, { xs, top: 700 })] }), {});
    const names = ['Action', 'Lead', 'By when'];
    expect(headersOf(content)).toEqual([null, names, ['Action', 'Lead'], ['Action', 'By when'], names]);
  });

  test('a table set column by column is read row by row', async () => {
    const byColumn = xs.map((x, c) =>
      actions
        .map((_, r) => {
          const above = actions.slice(0, r).reduce((n, row) => n + Math.max(...row.map((cell) => cell.length)), 0);
          return (actions[r]?.[c] ?? []).map((line, k) => show(line, x, 700 - 8 * r - 12 * (above + k), 10)).join('');
        })
        .join(''),
    );
    const content = await readPdf(writePdf({ pages: [byColumn.join('')] }), {});
    expect(rowsOf(content)).toEqual(told);
  });

  test('a table that goes on over the page keeps its names, whether they are printed again or not', async () => {
    const [head = [], ...rest] = actions;
    for (const again of [rest, [head, ...rest]]) {
      const content = await readPdf(
        writePdf({
          pages: [grid(actions, { xs, top: 700 }), grid(again, { xs, top: 700, head: again.length > rest.length })],
        }),
        {},
      );
      expect(rowsOf(content).slice(-4)).toEqual(told.slice(1));
      expect(headersOf(content).at(-1)).toEqual(['Action', 'Lead', 'By when']);
      expect(headersOf(content).at(-2)).toEqual(['Action', 'By when']);
      if (again.length > rest.length) expect(headersOf(content).at(-5)).toBeNull();
    }
  });
});
