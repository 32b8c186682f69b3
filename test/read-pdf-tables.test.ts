/** Tables of PDFs: rows, cells of several lines, and the names of their columns. */
import { describe, expect, test } from 'vitest';
import { show, writePdf } from '../fixtures/write-pdf.mjs';
import type { PdfContent } from '../src/read/pdf/content.ts';
import { roleOf } from '../src/read/pdf/page/captions.ts';
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

  test('short names over long rows are a head, though set like the rest', async () => {
    const long = 'the willows along the upper river and its brooks, and keep a book of it';
    const rows = [
      [['Action'], ['Lead'], ['Time']],
      ...['Plant', 'Cut', 'Count'].map((verb) => [
        [
          `${verb} all of`,
          ...[0, 22, 44].map((at) => long.slice(at, at + 22).trim()),
          'in every parish',
          'of the county',
        ],
        ['Wardens'],
        ['May'],
      ]),
    ];
    const content = await readPdf(writePdf({ pages: [grid(rows, { xs, top: 700, head: false })] }), {});
    expect(headersOf(content)).toEqual([null, ...Array(3).fill(['Action', 'Lead', 'Time'])]);
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

  test('cells in the middle of their rows, and cells over several columns written last', async () => {
    const wide = (text: string, y: number): string => show(text, 300, y, 10);
    const row = (y: number, lines: Cell, lead: string, due: string): string =>
      lines.map((line, k) => show(line, 72, y - 12 * k, 10)).join('') +
      show(lead, 260, y - 6 * (lines.length - 1), 10) +
      (due === '' ? '' : show(due, 420, y - 6 * (lines.length - 1), 10));
    const content = await readPdf(
      writePdf({
        pages: [
          row(700, ['Plant 400 willows along the', 'upper river and its brooks'], 'Wardens', 'May 2027') +
            row(674, ['Open the weir at Thornby'], 'Parish', '2028') +
            row(660, ['Count the eels every spring', 'and write the number down'], 'Schools', '2029') +
            row(634, ['Mend the dykes of the lower', 'river'], '', '') +
            row(608, ['Clear the ditches'], '', '') +
            wide('As the flood plan says', 628) +
            wide('As the drainage plan says', 608),
        ],
      }),
      {},
    );
    expect(rowsOf(content)).toEqual([
      'Plant 400 willows along the upper river and its brooks | Wardens | May 2027',
      'Open the weir at Thornby | Parish | 2028',
      'Count the eels every spring and write the number down | Schools | 2029',
      'Mend the dykes of the lower river | As the flood plan says',
      'Clear the ditches | As the drainage plan says',
    ]);
  });

  test('a table may name its columns again, and rows over all columns have no names', async () => {
    const line = (y: number, cells: readonly string[], bold = false): string =>
      cells.map((text, c) => show(text, 72 + 110 * c, y, 10, bold)).join('');
    const wide = (y: number, text: string): string => show('Strategy', 72, y, 10, true) + show(text, 182, y, 10);
    const names = ['Timeline', 'Impact', 'Lead', 'Partner'];
    const content = await readPdf(
      writePdf({
        pages: [
          wide(700, 'Plant 400 willows along the upper river and all of its brooks') +
            line(686, names, true) +
            line(672, ['Short-term', 'Large', 'Wardens', 'Schools']) +
            wide(658, 'Open the weir at Thornby for the eels and for the salmon') +
            line(644, names, true) +
            line(630, ['Long-term', 'Small', 'Parish', 'Farmers']),
        ],
      }),
      {},
    );
    expect(headersOf(content)).toEqual([null, null, names, null, null, names]);
    expect(rowsOf(content)[3]).toBe('Strategy | Open the weir at Thornby for the eels and for the salmon');
  });

  test('the blanks of a form are no cells', async () => {
    const rows = ['Name of the warden', 'Parish', 'Length of river walked', 'Date'];
    const page = rows.map((text, k) => show(text, 72, 700 - 16 * k, 10) + show('. .', 320, 700 - 16 * k, 10)).join('');
    expect(rowsOf(await readPdf(writePdf({ pages: [page] }), {}))).toEqual([]);
  });

  test('a short last line of the text above is no row, and a list of tables no table', async () => {
    const entry = (text: string, y: number, page: string): string =>
      show(page.replace('-', '.'), 72, y, 10) + show(`${text} ${'.'.repeat(60)} ${page}`, 110, y, 10);
    const content = await readPdf(
      writePdf({
        pages: [
          show('Below is what the Partnership does for the rivers of the county and for those who', 66, 730, 10) +
            show('fish.', 66, 717, 10) +
            grid(actions, { xs, top: 702 }) +
            ['Willows', 'Weirs', 'Eels', 'Dykes'].map((text, k) => entry(text, 400 - 14 * k, `3-${k + 1}`)).join(''),
        ],
      }),
      {},
    );
    expect(rowsOf(content)).toEqual(told);
  });

  test('the head of a table at the top of every page is no running head', async () => {
    const pages = [1, 2, 3, 4].map(
      (n) => grid(actions, { xs, top: 800 }) + show(`${n}`, 290, 30, 9) + show('Rivers and dykes', 72, 60, 9),
    );
    const content = await readPdf(writePdf({ pages }), {});
    expect(rowsOf(content)).toHaveLength(4 * actions.length);
    expect(headersOf(content).at(-1)).toEqual(['Action', 'Lead', 'By when']);
  });
});

describe('captions and legends', () => {
  const texts = (content: PdfContent, role: string): string[] =>
    content.blocks.filter((b) => b.role === role).map((b) => b.text);

  test('captions stand apart from the text', async () => {
    const content = await readPdf(
      writePdf({
        pages: [
          show('Table 2.1 What is done for the rivers', 72, 720, 10, true) +
            grid(actions, { xs, top: 700 }) +
            show('Source: the book of the river', 72, 560, 8) +
            show('Figure 3: Eels by year', 72, 520, 10) +
            show('Table 2 shows what the wardens did last year.', 72, 480, 10),
        ],
      }),
      {},
    );
    expect(texts(content, 'caption')).toEqual([
      'Table 2.1 What is done for the rivers',
      'Source: the book of the river',
      'Figure 3: Eels by year',
    ]);
    expect(rowsOf(content)).toEqual(told);
  });

  test('what the words of a table mean is kept, though it stands at the foot of every page', async () => {
    const legend = 'Short-term - 2020; Medium-term - 2025; Long-term - after 2030';
    const pages = [1, 2, 3, 4].map(
      (n) => grid(actions, { xs, top: 700 }) + show(legend, 72, 90, 9) + show(`${n}`, 290, 30, 9),
    );
    const content = await readPdf(writePdf({ pages }), {});
    expect(texts(content, 'legend')).toEqual(Array(4).fill(legend));
  });

  test.each([
    ['Figure 3: Eels by year', 'caption'],
    ['TABLE IV - Willows', 'caption'],
    ['Chart 2.1', 'caption'],
    ['Fig. 12b Wardens and their dogs', 'caption'],
    ['Table 2 shows what was done', null],
    ['Tables are set in small type', null],
    ['Map makers are welcome', null],
    ['Figures for 2024: see below', null],
    ['Key: S = short term', 'legend'],
    ['H = high; M = medium; L = low', 'legend'],
    ['Short term (1-2 years), Medium term (3-5 years)', 'legend'],
    ['Short-term: within 12 months', 'legend'],
    ['What the wardens found in the two rivers. *** = High, ** = Medium, * = Low.', 'legend'],
    ['In the short term we will plant 400 willows', null],
    ['Short-term measures: 12 willows and a weir for the upper river, and whatever else the wardens ask for', null],
    ['Long-term sickness fell by 3%', null],
  ])('%s', (text, role) => {
    expect(roleOf(text)).toBe(role);
  });
});
