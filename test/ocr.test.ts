/** Pages that are pictures, read with `--ocr` by the built command and, offline, by the sources. */
import fs, { readdirSync, readFileSync } from 'node:fs';
import net from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { show, writePdf } from '../fixtures/write-pdf.mjs';
import type { Report } from '../src/model/report.ts';
import type { TextReport } from '../src/model/text.ts';
import { mendInitials } from '../src/read/pdf/ocr/initials.ts';
import { withLabelsInPlace } from '../src/read/pdf/ocr/labels.ts';
import { evenSizes } from '../src/read/pdf/ocr/run-page.ts';
import { writingOf } from '../src/read/pdf/ocr/writing.ts';
import { readPdf } from '../src/read/pdf/read-pdf.ts';
import { folder, pmed, type Run } from './run.ts';
import { drawn, LAID, lines, PICTURE, scanOf } from './scan.ts';

const strategy = readFileSync(fileURLToPath(new URL('../fixtures/northshire-2024.pdf', import.meta.url)));
const letter = writePdf({
  pages: [
    lines(
      'The council will mend the roads of Thornby by 2030.',
      'It will ask every parish which of them come first, and the',
      'schools will look after the trees along the river.',
      'We aim to plant four hundred willows a year from 2027.',
    ),
  ],
});

const roads = lines('The council will open three parks by 2031.');
/** Small print that takes an engine half a minute. */
const dense = writePdf({
  pages: [
    Array.from({ length: 130 }, (_, at) => {
      return show(
        'the council will mend every road of the county and ask its parishes '.repeat(4),
        10,
        830 - 6 * at,
        5,
      );
    }).join(''),
  ],
});

let place: { path: string; remove: () => void };
beforeAll(async () => {
  const image = await drawn(letter, 1);
  place = folder({
    'strategy.pdf': scanOf(await drawn(strategy, 4)),
    'side.pdf': scanOf(image, LAID['on its side']),
    'head.pdf': scanOf(image, LAID['on its head']),
    'mixed.pdf': writePdf({ pages: [roads, PICTURE, PICTURE], image }),
    'dense.pdf': writePdf({ pages: [roads, PICTURE, PICTURE], image: await drawn(dense, 1) }),
    'blank.pdf': scanOf('####\n####\n####'),
  });
});
afterAll(() => place.remove());
afterEach(() => vi.restoreAllMocks());

function json<T>(run: Run): T {
  return JSON.parse(run.stdout);
}

describe('a scanned page of the strategy', () => {
  let run: Run;
  let born: Report;
  beforeAll(async () => {
    run = await pmed(['analyse', 'strategy.pdf', '--ocr', '--doc-date', '2024-03-14', '-f', 'json'], {
      cwd: place.path,
    });
    const path = fileURLToPath(new URL('../fixtures/northshire-2024.pdf', import.meta.url));
    born = json(await pmed(['analyse', path, '--pages', '4', '-f', 'json']));
  });

  test('gives the commitments of the page as it was written', () => {
    const said = (report: Report): string[] => report.commitments.map(({ evidence }) => evidence.quote);
    const read = said(json(run));
    const written = said(born);
    expect(written.length).toBeGreaterThan(5);
    expect(written.filter((quote) => read.includes(quote)).length).toBeGreaterThanOrEqual(0.8 * written.length);
    expect(read.length).toBeLessThanOrEqual(written.length + 1);
  });

  test('counts as read, and the report says how', () => {
    const report: Report = json(run);
    expect(run.code).toBe(0);
    expect(report.documents[0]).toMatchObject({ status: 'read', textCoverage: 1, pages: 1 });
    const [note] = report.diagnostics.filter(({ code }) => code === 'PMED-I112');
    expect(note).toMatchObject({ level: 'note' });
    expect(note?.message).toMatch(/^The only page was read from its picture: mean confidence 9\d %\.$/);
  });

  test('leaves no file behind and shows no progress in a pipe', () => {
    expect(readdirSync(place.path).sort()).toEqual([
      'blank.pdf',
      'dense.pdf',
      'head.pdf',
      'mixed.pdf',
      'side.pdf',
      'strategy.pdf',
    ]);
    expect(run.stderr).toBe('');
  });

  test('has its words where they stand', async () => {
    const boxes = async (path: string, page: string): Promise<Map<string, readonly number[]>> => {
      const args = ['text', path, '--ocr', '--pages', page, '-f', 'json'];
      const { pages }: TextReport = json(await pmed(args, { cwd: place.path }));
      return new Map(pages[0]?.blocks.flatMap(({ text, box }) => (box === null ? [] : [[text, box]])));
    };
    const read = await boxes('strategy.pdf', '1');
    const written = await boxes(fileURLToPath(new URL('../fixtures/northshire-2024.pdf', import.meta.url)), '4');
    const both = [...written].flatMap(([text, box]) => [[box, read.get(text)] as const].filter(([, other]) => other));
    expect(both.length).toBeGreaterThan(5);
    for (const [box, other] of both) {
      const off = box.map((edge, at) => Math.abs(edge - (other?.[at] ?? 0)));
      expect(Math.max(...off)).toBeLessThan(5);
    }
  });
});

describe('scans that lie', () => {
  test.each(['side', 'head'])('%s: are read, and their places are those of the page as shown', async (name) => {
    const { text, pages }: TextReport = json(
      await pmed(['text', `${name}.pdf`, '--ocr', '-f', 'json'], { cwd: place.path }),
    );
    expect(text).toContain('The council will mend the roads of Thornby by 2030.');
    const [x0, y0, x1, y1] = pages[0]?.blocks[0]?.box ?? [0, 0, 0, 0];
    // The text begins at the upper left of its sheet: on its side that is the lower left, on its head the lower right.
    if (name === 'side') expect([x0 < 130, y0 < 100, y1 - y0 > x1 - x0]).toEqual([true, true, true]);
    else expect([x1 > 500, y0 < 130, x1 - x0 > y1 - y0]).toEqual([true, true, true]);
  });
});

describe('a document of text and pictures', () => {
  test('has both, in order', async () => {
    const run = await pmed(['text', 'mixed.pdf', '--ocr', '-f', 'json', '-v'], { cwd: place.path });
    const { pages, document }: TextReport = json(run);
    expect(pages.map(({ legible }) => legible)).toEqual([true, true, true]);
    expect(pages[0]?.blocks[0]?.text).toContain('three parks');
    expect(pages[1]?.blocks[0]?.text).toContain('roads of Thornby');
    expect(document).toMatchObject({ status: 'read', textCoverage: 1 });
    expect(run.stderr).toMatch(/2 of 3 pages were read from their pictures \(2, 3\): mean confidence 9\d %/);
  });

  test('gives the same bytes each time', async () => {
    const args = ['text', 'mixed.pdf', '--ocr', '--pages', '2', '-f', 'json'];
    const once = await pmed(args, { cwd: place.path });
    expect((await pmed(args, { cwd: place.path })).stdout).toBe(once.stdout);
  });

  test('only the pages asked for are read', async () => {
    const run = await pmed(['text', 'mixed.pdf', '--ocr', '--pages', '2', '-v'], { cwd: place.path });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('roads of Thornby');
    expect(run.stderr).toMatch(/1 of 3 pages was read from its picture \(2\)/);
  });

  test('pictures that take too long are told, and the text is kept', async () => {
    const run = await pmed(['text', 'dense.pdf', '--ocr', '--timeout', '10', '-f', 'json'], { cwd: place.path });
    const { pages }: TextReport = json(run);
    expect(pages.map(({ legible }) => legible)).toEqual([true, false, false]);
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/2 of 3 pages could not be read in time \(2, 3\)/);
    expect(run.stderr).toContain('[PMED-I107]');
  });

  test('without --ocr the pictures are told, with what to do', async () => {
    const { stderr, code } = await pmed(['text', 'mixed.pdf'], { cwd: place.path });
    expect(code).toBe(3);
    expect(stderr).toContain('--ocr');
  });
});

test('a document in which nothing can be made out is told', async () => {
  const { stdout, stderr } = await pmed(['text', 'blank.pdf', '--ocr'], { cwd: place.path });
  expect(stdout.trim()).toBe('');
  expect(stderr).toContain('nothing can be made out');
});

test('the engine uses no network and writes no file', async () => {
  const calls = [
    vi.spyOn(globalThis, 'fetch'),
    vi.spyOn(net.Socket.prototype, 'connect'),
    vi.spyOn(fs, 'writeFile'),
    vi.spyOn(fs, 'writeFileSync'),
  ];
  const { text } = await readPdf(readFileSync(`${place.path}/mixed.pdf`), { ocr: true });
  expect(text).toContain('roads of Thornby');
  for (const call of calls) expect(call).not.toHaveBeenCalled();
});

test('what was read when the time is up is kept', async () => {
  // From the sources nothing ends a page at work, so that the first picture is read to its end.
  const content = await readPdf(readFileSync(`${place.path}/mixed.pdf`), { ocr: true, timeout: 0.1 });
  expect(content.pages.map(({ legible }) => legible)).toEqual([true, true, false]);
  expect(content.text).toContain('roads of Thornby');
  expect(content.status).toBe('partial');
  expect(content.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringMatching(/^PMED-I107 1 of 3 pages could not be read in time \(3\)/),
    expect.stringMatching(/^PMED-I112 1 of 3 pages was read from its picture \(2\)/),
  ]);
});

describe('lines on a picture', () => {
  const line = (...words: readonly (readonly [text: string, confidence: number])[]) => ({
    words: words.map(([text, confidence], at) => ({ text, confidence, x0: 60 * at, y0: 0, x1: 60 * at + 40, y1: 30 })),
    height: 30,
    base: { x0: 0, y0: 24, x1: 600, y1: 24 },
  });
  const said = (...words: readonly (readonly [text: string, confidence: number])[]): string | undefined =>
    writingOf(line(...words))
      ?.words.map(({ text }) => text)
      .join(' ');

  test.each([
    ['e', 20],
    ['¢', 10],
    ['*', 70],
    ['«', 40],
  ])('%s before a gap is a bullet', (sign, confidence) => {
    expect(said([sign, confidence], ['mend', 95], ['roads', 95])).toBe('• mend roads');
  });

  test('a bullet that sticks to its text is set free', () => {
    expect(said(['«A', 80], ['workforce', 95])).toBe('• A workforce');
  });

  test('a letter that is sure is a letter', () => {
    expect(said(['e', 95], ['mend', 95])).toBe('e mend');
  });

  test('an unsure word stays among sure ones, and texture goes', () => {
    expect(said(['37signals', 11], ['shall', 96], ['treat', 96], ['everything', 96])).toBe(
      '37signals shall treat everything',
    );
    expect(said(['Ww', 30], ['iy', 20])).toBeUndefined();
    expect(said(['the', 95], ['roads', 95], ['~~', 20])).toBe('the roads');
  });
});

test('a number to the left of its text stands right before it', () => {
  const at = (text: string, x0: number, x1: number, y: number) => ({
    words: text.split(' ').map((word) => ({ text: word, confidence: 95, x0, y0: y - 24, x1, y1: y + 6 })),
    height: 30,
    base: { x0, y0: y, x1, y1: y },
  });
  const [one, two, first, second, third] = [
    at('1.1', 60, 100, 100),
    at('1.2', 60, 100, 200),
    at('The council mends', 150, 600, 102),
    at('the roads.', 150, 300, 140),
    at('It plants trees.', 150, 500, 199),
  ];
  expect(withLabelsInPlace([one, two, first, second, third])).toEqual([one, first, second, two, third]);
});

describe('"Al" on a picture', () => {
  const read = (...words: readonly string[]): string | undefined => {
    const runs = words.map((text, at) => {
      return { text, x0: 60 * at, x1: 60 * at + 40, y: 0, size: 11, font: 'picture', spaced: true, raw: null };
    });
    const pages = mendInitials([{ page: 1, width: 595, height: 842, runs, aslant: [], turns: 0, cut: false }]);
    return pages[0]?.runs.map(({ text }) => text).join(' ');
  };

  test('is AI where it stands alone', () => {
    expect(read('the', 'Al', 'Act', 'says', 'what', '(Al)', 'does', 'and', 'Al’s', 'risks')).toBe(
      'the AI Act says what (AI) does and AI’s risks',
    );
  });

  test('is a name where a surname follows', () => {
    expect(read('Mr', 'Al', 'Green', 'asked')).toBe('Mr Al Green asked');
  });
});

test('lines of nearly one height are of one size', () => {
  const runs = [10.9, 11.2, 11.0, 10.4, 16.1, 15.8].map((size) => {
    return { text: 'words of a line', x0: 0, x1: 80, y: 0, size, font: 'picture', spaced: true, raw: null };
  });
  const page = { page: 1, width: 595, height: 842, runs, aslant: [], turns: 0, cut: false };
  expect(evenSizes([page])[0]?.runs.map(({ size }) => size)).toEqual([11, 11, 11, 11, 16, 16]);
});
