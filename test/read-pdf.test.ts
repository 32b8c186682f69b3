/** PDFs: what their blocks, pages, spans and faults look like to a reader. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { show, widthOf, writePdf } from '../fixtures/write-pdf.mjs';
import { PmedError } from '../src/model/fault.ts';
import { listPages } from '../src/model/page-list.ts';
import type { PdfContent } from '../src/read/pdf/content.ts';
import { isoDate } from '../src/read/pdf/file/info.ts';
import { isGarbled } from '../src/read/pdf/file/legibility.ts';
import { joinLine } from '../src/read/pdf/flow/hyphens.ts';
import { isShifted, readAsGlyphs } from '../src/read/pdf/glyphs/shifted.ts';
import { findMarker } from '../src/read/pdf/page/marker.ts';
import { readPdf } from '../src/read/pdf/read-pdf.ts';

/** Lines one under the other: each is a text, or a text with its place and style. */
type Row = string | { text: string; x?: number; size?: number; bold?: boolean; gap?: number };

function page(rows: readonly Row[], left = 72, top = 760, leading = 14): string {
  let y = top;
  let out = '';
  for (const row of rows) {
    const { text, x = left, size = 11, bold = false, gap = 0 } = typeof row === 'string' ? { text: row } : row;
    y -= gap;
    if (text !== '') out += show(text, x, y, size, bold);
    y -= leading;
  }
  return out;
}

/** Words filled into lines of a width, as a typesetter would. */
function filled(text: string, width: number, size = 11): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

const kinds = (content: PdfContent): string[] => content.blocks.map((b) => `${b.kind} ${b.marker ?? '-'} ${b.text}`);
const texts = (content: PdfContent, kind: string): string[] =>
  content.blocks.filter((b) => b.kind === kind).map((b) => b.text);

const prose =
  'The Partnership looks after the rivers of the county and of its neighbours. It was founded by seven parishes after the great flood, and it has kept the dykes ever since with the help of farmers and of schools.';
const more =
  'Every spring the wardens walk the whole length of the main river and write down what they find. Their notes are open to anyone who asks, and many people do.';

async function fault(bytes: Uint8Array, password?: string): Promise<PmedError> {
  try {
    await readPdf(bytes, password === undefined ? {} : { password });
  } catch (error) {
    if (error instanceof PmedError) return error;
    throw error;
  }
  throw new Error('it was read');
}

/** What holds for every PDF that is read. */
function expectSound(content: PdfContent): void {
  let last = 0;
  for (const block of content.blocks) {
    expect(content.text.slice(block.start, block.end)).toBe(block.text);
    expect(block.text).toBe(block.text.trim());
    expect(block.text).not.toMatch(/\n| {2}/);
    expect(block.start).toBeGreaterThanOrEqual(last);
    last = block.end;
    expect(block.pieces).toEqual([{ at: 0, start: block.start }]);
    let at = block.start;
    for (const part of block.parts) {
      expect(part.start).toBe(at);
      at = part.end;
      const own = content.pages[part.page - 1];
      expect(own?.start).toBeLessThanOrEqual(part.start);
      expect(own?.end).toBeGreaterThanOrEqual(part.end);
    }
    expect(at).toBe(block.end);
    const numbers = block.parts.map((part) => part.page);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  }
  content.pages.forEach((own, index) => {
    expect(own.page).toBe(index + 1);
    expect(own.end).toBeGreaterThanOrEqual(own.start);
    expect(own.start).toBeGreaterThanOrEqual(content.pages[index - 1]?.start ?? 0);
  });
}

describe('blocks', () => {
  test('paragraphs, headings and items, wrapped lines put together', async () => {
    const content = await readPdf(
      writePdf({
        pages: [
          page([
            { text: '1. Rivers', size: 16, bold: true },
            { text: '', gap: 6 },
            ...filled(prose, 440),
            { text: 'By 2030 we will:', gap: 8 },
            { text: '• plant 400 willows', x: 90 },
            { text: '• open the weir at Thornby', x: 90 },
            { text: '(a) for the salmon, and', x: 110 },
            { text: '(b) for the eels', x: 110 },
            ...filled(more, 440).map((text, k) => (k === 0 ? { text, gap: 8 } : text)),
          ]),
        ],
      }),
      {},
    );
    expect(kinds(content)).toEqual([
      'heading 1. Rivers',
      `paragraph - ${prose}`,
      'paragraph - By 2030 we will:',
      'item • plant 400 willows',
      'item • open the weir at Thornby',
      'item (a) for the salmon, and',
      'item (b) for the eels',
      `paragraph - ${more}`,
    ]);
    expect(content.blocks.filter((b) => b.kind === 'item').map((b) => b.level)).toEqual([1, 1, 2, 2]);
    // Numbers and letters are printed before the block that they mark; bullets are not.
    expect(content.text).toContain('1. Rivers');
    expect(content.text).toContain('(a) for the salmon');
    expect(content.text).not.toContain('•');
    expectSound(content);
  });

  test('words broken at line ends are put together as the rest of the document writes them', async () => {
    const content = await readPdf(
      writePdf({
        pages: [
          page([
            'The partnership keeps a long-term plan, and the partnership keeps it well. All of the partner-',
            'ship has agreed to it. There is a second plan, which is for the short term, and a long-',
            'term plan for the dykes, which was written by the wardens of the rivers.',
          ]),
        ],
      }),
      {},
    );
    expect(content.text).toContain('All of the partnership has agreed');
    expect(content.text).toContain('a long-term plan for the dykes');
  });

  test('two columns are read one after the other, and a paragraph goes on in the next', async () => {
    const lines = filled(`${prose} ${more} ${prose.replace('rivers', 'lakes')}`, 200);
    const half = Math.ceil(lines.length / 2);
    const wide = filled(more.replace('main river', 'canal'), 450);
    const content = await readPdf(
      writePdf({
        pages: [page(wide) + page(lines.slice(0, half), 72, 680) + page(lines.slice(half), 310, 680)],
      }),
      {},
    );
    expect(texts(content, 'paragraph')).toEqual([wide.join(' '), lines.join(' ')]);
  });

  test('a table is rows, each with the names of its columns', async () => {
    const cells = (a: string, b: string, c: string, y: number, bold = false): string =>
      show(a, 72, y, 10, bold) + show(b, 280, y, 10, bold) + show(c, 430, y, 10, bold);
    const content = await readPdf(
      writePdf({
        pages: [
          page(filled(prose, 450)) +
            cells('Action', 'Lead', 'By when', 600, true) +
            cells('Plant 400 willows', 'Wardens', 'May 2027', 580) +
            cells('Open the weir', 'Thornby Parish', '2028', 560) +
            cells('Count the eels', 'Schools', 'every spring', 540),
        ],
      }),
      {},
    );
    const rows = content.blocks.filter((b) => b.kind === 'cell');
    expect(rows.map((b) => b.text)).toEqual([
      'Action | Lead | By when',
      'Plant 400 willows | Wardens | May 2027',
      'Open the weir | Thornby Parish | 2028',
      'Count the eels | Schools | every spring',
    ]);
    expect(rows.map((b) => b.header)).toEqual([null, ...Array(3).fill(['Action', 'Lead', 'By when'])]);
  });

  test('footnotes stand apart, and their marks are not part of the words', async () => {
    const [first = '', ...rest] = filled(prose, 440);
    const content = await readPdf(
      writePdf({
        pages: [
          page([first, ...rest]) +
            show('1', 72 + widthOf(first, 11), 764, 6) +
            show('1', 72, 104, 6) +
            show('Minutes of the seven parishes, page 12.', 76, 100, 8),
        ],
      }),
      {},
    );
    expect(texts(content, 'paragraph')).toEqual([prose]);
    expect(kinds(content)).toContain('note 1 Minutes of the seven parishes, page 12.');
  });
});

describe('pages', () => {
  const leaf = (number: number, rows: readonly Row[]): string =>
    show('Rivers and dykes: a plan', 72, 810, 9) + page(rows) + show(`${number}`, 290, 30, 9);

  test('running heads and page numbers are furniture, and the numbers are labels', async () => {
    const pages = [7, 8, 9, 10].map((n) => leaf(n, filled(`${prose} ${'On page '}${n}. ${more}`, 440)));
    const content = await readPdf(writePdf({ pages }), {});
    expect(texts(content, 'furniture').filter((t) => t.startsWith('Rivers'))).toHaveLength(4);
    expect(content.pages.map((p) => p.label)).toEqual(['7', '8', '9', '10']);
    expect(texts(content, 'paragraph').join(' ')).not.toContain('Rivers and dykes: a plan');
    expectSound(content);
  });

  test("the file's own labels win", async () => {
    const content = await readPdf(writePdf({ pages: [1, 2, 3].map((n) => leaf(n, [prose])), roman: 1 }), {});
    expect(content.pages.map((p) => p.label)).toEqual(['i', '1', '2']);
  });

  test('a paragraph over a page break is one block with a part on each page', async () => {
    const lines = filled(`${prose} ${more}`, 440);
    const content = await readPdf(
      writePdf({ pages: [leaf(1, lines.slice(0, 3)), leaf(2, lines.slice(3)), leaf(3, [prose])] }),
      {},
    );
    const [block] = content.blocks.filter((b) => b.kind === 'paragraph');
    expect(block?.text).toBe(`${prose} ${more}`);
    expect(block?.parts.map((p) => p.page)).toEqual([1, 2]);
    const [one, two] = block?.parts ?? [];
    expect(content.text.slice(one?.start, one?.end).trim()).toBe(lines.slice(0, 3).join(' '));
    expect(content.text.slice(two?.start, two?.end)).toBe(lines.slice(3).join(' '));
    expectSound(content);
  });

  test('boxes are in points from the bottom left of the page', async () => {
    const content = await readPdf(writePdf({ pages: [show('Hello rivers', 100, 500, 10)] }), {});
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = content.blocks[0]?.parts[0]?.box ?? [];
    expect(x0).toBeCloseTo(100, 0);
    expect(x1).toBeCloseTo(100 + widthOf('Hello rivers', 10), 0);
    expect(y0).toBeLessThan(500);
    expect(y0).toBeGreaterThan(494);
    expect(y1).toBeGreaterThan(505);
    expect(y1).toBeLessThan(512);
  });

  test('what the file says about itself', async () => {
    const info = { Title: 'Rivers', Author: 'The Partnership', CreationDate: "D:20240314090000+01'00'" };
    const outline = [{ title: 'Rivers', page: 0 }];
    const content = await readPdf(writePdf({ pages: [page([prose])], info, outline }), {});
    expect(content.info).toMatchObject({
      title: 'Rivers',
      author: 'The Partnership',
      creationDate: '2024-03-14T09:00:00+01:00',
      language: 'en-GB',
    });
    expect(content.outline).toEqual([{ title: 'Rivers', level: 1 }]);
  });
});

describe('what cannot be read', () => {
  test('an encrypted file asks for its password', async () => {
    const locked = writePdf({ pages: [page([prose])], password: 'weir' });
    expect(await fault(locked)).toMatchObject({
      code: 'PMED-I105',
      exitCode: 3,
      message: expect.stringContaining('needs a password'),
    });
    expect(await fault(locked, 'dyke')).toMatchObject({
      code: 'PMED-I105',
      message: expect.stringContaining('does not open'),
    });
    const content = await readPdf(locked, { password: 'weir' });
    expect(content.text).toContain('The Partnership looks after');
  });

  test('a damaged file, a file without pages, and no PDF at all', async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    for (const damaged of [bytes(''), bytes('hello'), bytes('%PDF-1.7\n'), writePdf({ pages: [] })]) {
      const error = await fault(damaged);
      expect(error).toMatchObject({ code: 'PMED-I106', exitCode: 3 });
      expect(error.hint).not.toBeNull();
    }
  });

  test('pages that are pictures are counted and listed', async () => {
    const picture = 'q 500 0 0 700 50 50 cm /Im1 Do Q';
    const image = '####\n#..#\n####';
    const some = await readPdf(
      writePdf({ pages: [page([prose, more]), picture, picture, page([prose, more])], image }),
      {},
    );
    expect(some.pages.map((p) => p.legible)).toEqual([true, false, false, true]);
    expect(some).toMatchObject({ status: 'partial', textCoverage: 0.5 });
    expect(some.diagnostics).toMatchObject([{ code: 'PMED-I104', level: 'error', page: null }]);
    expect(some.diagnostics[0]?.message).toContain('2 of 4 pages have no text (2, 3)');
    expect(some.diagnostics[0]?.hint).toContain('ocrmypdf');
    const none = await readPdf(writePdf({ pages: [picture], image }), {});
    expect(none).toMatchObject({ status: 'failed', textCoverage: 0, text: '' });
  });

  test('an empty page is not a fault', async () => {
    const content = await readPdf(writePdf({ pages: [page([prose]), '', page([more])] }), {});
    expect(content).toMatchObject({ status: 'read', textCoverage: 1, diagnostics: [] });
    expectSound(content);
  });

  test('text of bare glyph numbers is told from text, and read where it can be', () => {
    const line = 'the rivers of the county and of its neighbours are for all of us to look after in the spring ';
    const shifted = (text: string): string => [...text].map((c) => String.fromCharCode(c.charCodeAt(0) - 29)).join('');
    const sample = shifted(line.repeat(3));
    expect(isShifted(sample)).toBe(true);
    expect(isShifted(line.repeat(3))).toBe(false);
    expect(readAsGlyphs(sample)).toBe(line.repeat(3));
    // Where the spaces are lost too, the page is at least known to be unreadable.
    expect(isGarbled(shifted('informationandregulationoftheenvironmentarestanding'.repeat(4)))).toBe(true);
    expect(isGarbled('\uf0b7\uf0a7'.repeat(40))).toBe(true);
    expect(isGarbled(`${prose} ${more}`)).toBe(false);
    expect(isGarbled('東京都は河川を守る。'.repeat(30))).toBe(false);
    expect(isGarbled('Ž™Š›•Ž—•1œ‘Š••1™ž‹•’œ‘1Š1™•Š—1‹¢1XVYV '.repeat(20))).toBe(true);
    expect(
      isGarbled('Město obnoví řeku • Rada vydá plán do jara • Úřad určí termín – nejpozději příští rok. '.repeat(12)),
    ).toBe(false);
    expect(
      isGarbled('Ủy ban sẽ công bố kế hoạch trước năm tới và báo cáo tiến độ mỗi quý cho người dân. '.repeat(8)),
    ).toBe(false);
    expect(
      isGarbled('ÖNKORMÁNYZAT: ÚJ UTAK ÉPÜLNEK, A FOLYÓ PARTJA MEGÚJUL, A TERV ŐSSZEL JELENIK MEG. '.repeat(10)),
    ).toBe(false);
  });

  test('the console stays silent, and the bytes stay as they were', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const bytes = writePdf({ pages: [page([prose])] });
    const before = Uint8Array.from(bytes);
    await readPdf(bytes, {});
    expect(Uint8Array.from(bytes)).toEqual(before);
    await fault(bytes.subarray(0, 300));
    expect(log).not.toHaveBeenCalled();
    expect(warn).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

describe('for all pages', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9(),.;-]{1,12}$/);
  const row = fc.record({
    text: fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')),
    x: fc.integer({ min: 20, max: 400 }),
    y: fc.integer({ min: 10, max: 830 }),
    size: fc.integer({ min: 6, max: 24 }),
    bold: fc.boolean(),
  });

  test('spans are true, parts tile their blocks, and pages are in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row, { maxLength: 12 }), { minLength: 1, maxLength: 4 }), async (pages) => {
        const content = await readPdf(
          writePdf({ pages: pages.map((rows) => rows.map((r) => show(r.text, r.x, r.y, r.size, r.bold)).join('')) }),
          {},
        );
        expectSound(content);
        expect(content.pages).toHaveLength(pages.length);
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  test('the same bytes give the same blocks', async () => {
    const bytes = readFileSync(new URL('../fixtures/northshire-2024.pdf', import.meta.url));
    expect(await readPdf(bytes, {})).toEqual(await readPdf(bytes, {}));
  });
});

describe('small parts', () => {
  test.each([
    ['• item', null, 'bullet', '•'],
    ['– item', null, 'bullet', '–'],
    ['\uf0b7 item', null, 'bullet', '\uf0b7'],
    ['(iv) item', null, 'letter', '(iv)'],
    ['a) item', null, 'letter', 'a)'],
    ['3. Item', null, 'number', '3.'],
    ['2.1 Workforce', null, 'number', '2.1'],
    ['12 Workforce', 2, 'number', '12'],
  ])('%s begins with a mark', (text, tab, kind, mark) => {
    expect(findMarker(text, tab, false)).toMatchObject({ kind, text: mark });
  });

  test.each(['12 months from now', '2024 was dry', '3.5% of homes', '2,000 willows', 'I said so', 'and so on'])(
    '%s does not',
    (text) => {
      expect(findMarker(text, null, false)).toBeNull();
    },
  );

  test.each([
    ["D:20230523130155-04'00'", '2023-05-23T13:01:55-04:00'],
    ['D:20230523', '2023-05-23'],
    ['D:2023', '2023'],
    ['20230523130155Z', '2023-05-23T13:01:55Z'],
    ['D:20231340', null],
    ['yesterday', null],
    [null, null],
  ])('date %s', (written, iso) => {
    expect(isoDate(written)).toBe(iso);
  });

  test('lines joined', () => {
    const counts: Readonly<Record<string, number>> = { waterway: 2, 'long-term': 1 };
    const words = { countOf: (word: string) => counts[word] ?? 0 };
    expect(joinLine('the water-', 'way', words)).toBe('the water');
    expect(joinLine('a long-', 'term plan', words)).toBe('a long-');
    expect(joinLine('short-', 'and long-term', words)).toBe('short- ');
    expect(joinLine('Sub-', 'Saharan', words)).toBe('Sub-');
    expect(joinLine('the river', 'bank', words)).toBe('the river ');
  });

  test('pages listed as people do', () => {
    expect(listPages([3, 17, 18, 19, 26, 27])).toBe('3, 17-19, 26, 27');
  });
});
