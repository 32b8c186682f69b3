/** `pmed inspect`, and `--pages` wherever it is taken, on the built `dist`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { read } from '../src/read/read.ts';
import { parsePages, selectPages } from '../src/read/selection.ts';
import { displayWidth } from '../src/render/width.ts';
import { folder, pmed } from './run.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const strategy = fixture('northshire-2024.pdf');
const half = fixture('odd/half-scanned.pdf');

const shelf = folder({ 'list.txt': `${strategy}\nmissing.pdf\n` });
afterAll(() => shelf.remove());

describe('pmed inspect', () => {
  test('reads its own date in the order of its other dates, as analyse and text do', async () => {
    const text = 'Harbour plan\n\nPublished 03/04/2023\n\nThe board met on 12/25/2022.\n';
    const dates = folder({ 'plan.txt': text });
    const path = join(dates.path, 'plan.txt');
    const { stdout } = await pmed(['inspect', path]);
    expect(stdout).toContain('4 Mar 2023');
    expect(stdout).toContain('WARNINGS  none');
    for (const command of ['analyse', 'text']) {
      const made = await pmed([command, path, '-f', 'json']);
      expect(made.stdout).toContain('"value": "2023-03-04"');
    }
    dates.remove();
  });

  test('shows on one screen what was read', async () => {
    const { code, stdout, stderr } = await pmed(['inspect', strategy]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').length).toBeLessThan(45);
    for (const fact of [
      'northshire-2024.pdf\napplication/pdf · ',
      'Living Well in Northshire: a health strategy for 2024 to 2030',
      'Northshire Health and Care Partnership (from its text)',
      '14 Mar 2024 (from its text: "14 March 2024")',
      'English',
      '6 pages, 1,0',
      'all 6 pages',
      'CHARACTERS  on each page: 96 (PDF page 1) to ',
      '5 × "Living Well in Northshire"',
      '5 × page number, as "ii"',
      'OUTLINE  12 headings of 3 levels',
      'WARNINGS  none',
    ])
      expect(stdout).toContain(fact);
    expect(stdout).toMatch(/\n +3 Digital and data ·+ {2}p\. 2\n/);
  });

  test.each([40, 60, 80, 120])('fits %i columns, in ASCII too', async (width) => {
    const args = ['inspect', strategy, half, '--all', '--width', String(width)];
    const [drawn, plain] = await Promise.all([pmed(args), pmed([...args, '--ascii'])]);
    for (const line of `${drawn.stdout}${plain.stdout}`.split('\n'))
      expect(displayWidth(line), line).toBeLessThanOrEqual(width);
    expect(plain.stdout).not.toMatch(/[·×▁-█]/);
    expect(drawn.stdout).toContain('×');
  });

  test('names pages that cannot be read, and exits as analyse does', async () => {
    const [shown, analysed] = await Promise.all([pmed(['inspect', half]), pmed(['analyse', half])]);
    expect(shown.stdout).toContain('1 of 2 pages (50 %); without legible text: page 2');
    expect(shown.stdout).toMatch(/\n 1 {2}█×\n/);
    expect(shown.stdout).toMatch(/WARNINGS\n error {3}1 of 2 pages has no text/);
    expect([shown.code, analysed.code]).toEqual([3, 3]);
  });

  test('goes on after a file that is missing', async () => {
    const { code, stdout, stderr } = await pmed(['inspect', '@list.txt', '-f', 'json'], { cwd: shelf.path });
    expect(code).toBe(3);
    expect(stderr).toContain("cannot read 'missing.pdf': no such file.");
    const { kind, documents, diagnostics } = JSON.parse(stdout);
    expect(kind).toBe('inspect');
    expect(documents).toMatchObject([
      {
        name: 'northshire-2024.pdf',
        pages: 6,
        origins: { title: { source: 'metadata', quote: null }, publisher: { source: 'text' } },
        blocks: { heading: 12, furniture: 10 },
        furniture: [
          { text: 'Living Well in Northshire', count: 5 },
          { text: 'ii', count: 5, pages: [2, 3, 4, 5, 6] },
        ],
      },
    ]);
    expect(documents[0].pageDetails.map(({ label }: { label: string }) => label)).toEqual([
      'i',
      'ii',
      'iii',
      '1',
      '2',
      '3',
    ]);
    expect(diagnostics).toMatchObject([{ code: 'PMED-I101', documentId: null }]);
  });

  test('writes files, and takes a document from stdin', async () => {
    const args = ['inspect', '-', '--stdin-name', 'plan.md', '-o', 'plan.json', '-q', '--publisher', 'Harbour Board'];
    const input = '# Harbour plan\n\nPublished 14 March 2024\n\nWe will open two piers.\n';
    expect(await pmed(args, { cwd: shelf.path, input })).toMatchObject({ code: 0, stdout: '', stderr: '' });
    const { documents } = JSON.parse(readFileSync(join(shelf.path, 'plan.json'), 'utf8'));
    expect(documents).toMatchObject([
      {
        name: 'plan.md',
        publisher: 'Harbour Board',
        origins: { publisher: { source: 'flag', quote: null } },
        pages: null,
        pageDetails: [],
        sections: [{ title: 'Harbour plan', page: null }],
      },
    ]);
  });

  test('shows nothing that could move a terminal', async () => {
    const args = ['inspect', '-', '--type', 'md', '--publisher', 'Board \u001b[2J'];
    const { stdout } = await pmed(args, { input: '# Plan \u202eof it\n\nText.\n' });
    expect(stdout).toContain('Board \u241b[2J (as given)');
    expect(stdout).not.toContain('\u202e');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('--pages', () => {
  test.each([
    [
      '3-10,15',
      {
        kind: 'physical',
        ranges: [
          { from: 3, to: 10 },
          { from: 15, to: 15 },
        ],
      },
    ],
    ['12-', { kind: 'physical', ranges: [{ from: 12, to: Number.POSITIVE_INFINITY }] }],
    ['labels:i-x, A-1', { kind: 'printed', ranges: ['i-x', 'A-1'] }],
    ['', null],
    ['0', null],
    ['-3', null],
    ['3,', null],
    ['labels:', null],
  ])('reads %j', (given, selection) => {
    expect(parsePages(given)).toEqual(selection);
  });

  test('keeps the places of the whole document', async () => {
    const whole = await analyse(strategy);
    const some = await analyse(strategy, { pages: 'labels:1-2' });
    const facts = ({ commitments }: typeof whole) =>
      commitments.map(({ id, evidence }) => ({ id, ...evidence, sectionId: null }));
    const expected = facts(whole).filter(({ page }) => page === 4 || page === 5);
    expect(facts(some)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(10);
    expect(some.documents).toMatchObject([
      { pages: 2, title: whole.documents[0]?.title, date: whole.documents[0]?.date },
    ]);
    expect(some.documents[0]?.words).toBeLessThan(whole.documents[0]?.words ?? 0);
    expect(some.diagnostics).toMatchObject([
      { code: 'PMED-I111', message: 'Only pages 4, 5 of 6 were looked at.' },
      { code: 'PMED-D204' },
    ]);
  });

  test('cites as the whole document does, what runs over the edge too', async () => {
    const edition = fixture('northshire-2026.pdf');
    const whole = await read(edition);
    const edges = whole.blocks.filter(({ parts }) => parts.length > 1);
    expect(edges.length).toBeGreaterThan(0);
    const cites = new Set((await analyse(edition)).timeline.map(({ evidence: { cite, quote } }) => `${cite} ${quote}`));
    for (const { page } of whole.pages) {
      const { timeline } = await analyse(edition, { pages: String(page) });
      for (const { evidence } of timeline) expect(cites).toContain(`${evidence.cite} ${evidence.quote}`);
    }
  });

  test('gives all words, page by page', async () => {
    const document = await read(strategy);
    const words = document.pages.map(({ page }) => selectPages(document, String(page)).words);
    // A paragraph that runs over the end of a page is read whole with either.
    expect(words.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(document.words);
    expect(selectPages(document, '1-').words).toBe(document.words);
  });

  test('narrows the text, its pages and their blocks', async () => {
    const args = ['text', strategy, '--pages', '1,4-5'];
    const [plain, marked, json] = await Promise.all([
      pmed(args),
      pmed([...args, '--marks']),
      pmed([...args, '-f', 'json']),
    ]);
    expect(plain.stdout).toMatch(/^Living Well in Northshire: a health/);
    expect(plain.stdout).not.toContain('Foreword');
    expect(marked.stdout.match(/^— p\. .*—$/gm)).toEqual([
      '— p. i (PDF page 1) —',
      '— p. 1 (PDF page 4) —',
      '— p. 2 (PDF page 5) —',
    ]);
    const { text, pages } = JSON.parse(json.stdout);
    // Every line has its number in the whole text, whichever pages are shown.
    const lines = text.split('\n');
    const numbered = marked.stdout.match(/^ *\d+ {2}.+$/gm) ?? [];
    expect(numbered.length).toBeGreaterThan(20);
    for (const each of numbered) {
      const [, number = '', words] = /^ *(\d+) {2}(?:\[(?:left out|note)\] )?(.+)$/.exec(each) ?? [];
      expect(lines[Number(number) - 1]).toContain(words);
    }
    expect(pages.map(({ page }: { page: number }) => page)).toEqual([1, 4, 5]);
    for (const { start, end } of pages) expect(plain.stdout).toContain(text.slice(start, end).trim());
  });

  test('marks what yields no findings as what it is', async () => {
    const { stdout } = await pmed(['text', strategy, '--pages', '2', '--marks']);
    expect(stdout).toContain('[left out] Living Well in Northshire\n');
    expect(stdout).toMatch(/^ +\d+ {2}\[contents\] Foreword … iii$/m);
  });

  test('leaves the trouble of other pages alone', async () => {
    const [good, bad] = await Promise.all([
      pmed(['inspect', half, '--pages', '1']),
      pmed(['inspect', half, '--pages', '2']),
    ]);
    expect(good).toMatchObject({ code: 0, stderr: '' });
    expect(good.stdout).toContain('Only page 1 of 2 was looked at.');
    expect(bad.code).toBe(3);
  });

  test.each([
    ['analyse', '4-9', "cannot look at page 7 of 'northshire-2024.pdf': it has 6 pages."],
    ['text', '9', "cannot look at page 9 of 'northshire-2024.pdf': it has 6 pages."],
    ['inspect', 'labels:iv', "'northshire-2024.pdf' has no pages numbered 'iv'."],
  ])('says when %s is asked for %s', async (command, pages, message) => {
    const { code, stderr } = await pmed([command, 'northshire-2024.pdf', '--pages', pages], { cwd: fixture('.') });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('[PMED-U011]');
  });

  test.each(['analyse', 'text', 'inspect'])('warns in %s of a document without pages', async (command) => {
    const { code, stdout, stderr } = await pmed([command, fixture('northshire-2024.md'), '--pages', '3', '-f', 'json']);
    expect(code).toBe(0);
    expect(stderr).toContain('The document has no pages of its own; all of it was looked at.');
    expect(JSON.parse(stdout).diagnostics[0]).toMatchObject({ code: 'PMED-U012', level: 'warning' });
  });
});
