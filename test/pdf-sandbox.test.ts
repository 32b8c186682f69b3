/** The sandbox that PDFs and web pages are read in, as users of the built command and library meet it. */
import { spawnSync } from 'node:child_process';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { show, writePdf } from '../fixtures/write-pdf.mjs';
import type { TextReport } from '../src/model/text.ts';
import { folder, pmed, type Run } from './run.ts';

/** A page of a few lines. */
function page(...lines: readonly string[]): string {
  return lines.map((line, index) => show(line, 72, 740 - 16 * index, 11)).join('');
}

const roads = page('The council will mend the roads by 2030.', 'It will ask every parish which of them come first.');
const parks = page('The council will open three parks by 2031.', 'It will ask the schools to look after their trees.');
/** Takes a parser very long: every `q` makes its state deeper. */
const deep = `${'q '.repeat(5_000_000)}${show('At the bottom.', 72, 700, 11)}`;

/** Words set one by one, a quarter of a million of them. */
const words = 'the council will mend the road by the river and ask the parish which is next '.trim().split(' ');
const crowd = `BT /F1 6 Tf\n${Array.from({ length: 250_000 }, (_, k) => `1 0 0 1 ${30 * (k % 18)} ${Math.floor(k / 18) / 20} Tm (${words[k % words.length]}) Tj\n`).join('')}ET`;

/** A PDF of one page whose content is a gigabyte of spaces, in about a megabyte. */
function bomb(): Uint8Array {
  const chunk = deflateRawSync(Buffer.alloc(2 ** 20, ' '), { finishFlush: 3 });
  const data = Buffer.concat([Buffer.from([0x78, 0x9c]), ...new Array(1024).fill(chunk), Buffer.from([3, 0])]);
  const file = Buffer.from(writePdf({ pages: ['BOMB'] })).toString('latin1');
  const stream = `<< /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data.toString('latin1')}`;
  return Buffer.from(
    file.replace(/<< \/Length 4 >>\nstream\nBOMB/, () => stream),
    'latin1',
  );
}

function textOf(run: Run): TextReport {
  return JSON.parse(run.stdout);
}

let place: { path: string; remove: () => void };
beforeAll(() => {
  place = folder({
    'roads.pdf': writePdf({ pages: [roads, parks], info: { Title: 'Roads and parks' } }),
    'deep.pdf': writePdf({ pages: [roads, deep, parks] }),
    'bomb.pdf': bomb(),
    'locked.pdf': writePdf({ pages: [roads], password: 'river' }),
    'crowded.pdf': writePdf({ pages: [crowd] }),
    'broken.pdf': new TextEncoder().encode('%PDF-1.4\nnothing else'),
    // Each new link closes the one before, and opens again all the formats that were open in it.
    'knots.html': `<!doctype html><body>${'<a href=x><b><i>'.repeat(300_000)}`,
    'plain.html': '<!doctype html><title>Roads</title><p>The council will mend the roads by 2030.</p>',
    'list.pdf': writePdf({
      pages: [
        page(
          'The council has agreed the following steps, which it will carry out with its partners:',
          '',
          '1. It will mend the roads by 2030.',
          '2. It will open three parks by 2031.',
          '• It will ask the schools.',
        ),
      ],
    }),
  });
});
afterAll(() => place.remove());

describe('a page that takes too long', () => {
  let run: Run;
  beforeAll(async () => {
    run = await pmed(['text', 'deep.pdf', '--timeout', '10', '-f', 'json'], { cwd: place.path });
  });

  test('is left out, and the others are kept', () => {
    const { text, pages, document } = textOf(run);
    expect(text).toContain('mend the roads');
    expect(text).toContain('open three parks');
    expect(pages.map(({ legible }) => legible)).toEqual([true, false, true]);
    expect(document.status).toBe('partial');
  });

  test('is told, as one input that was not read completely', () => {
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/deep\.pdf: 1 of 3 pages could not be read in time \(2\)/);
    expect(run.stderr).toContain('[PMED-I107]');
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });
});

describe('a file that needs too much memory', () => {
  test('is refused with what to do, and one report stays on stdout', async () => {
    // Time enough, so that memory is what it lacks on slow machines too.
    const args = ['analyse', 'bomb.pdf', 'roads.pdf', '-f', 'json', '--timeout', '600'];
    const run = await pmed(args, { cwd: place.path });
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/cannot read 'bomb\.pdf': .*memory/);
    expect(run.stderr).toContain('[PMED-I103]');
    const { documents } = JSON.parse(run.stdout);
    expect(documents.map(({ name, status }: { name: string; status: string }) => [name, status])).toEqual([
      ['bomb.pdf', 'failed'],
      ['roads.pdf', 'read'],
    ]);
  });
});

describe('a page with more text than anyone can read', () => {
  test('gives its beginning, and what is left of it at work holds nobody up', async () => {
    const run = await pmed(['text', 'crowded.pdf', '--timeout', '600', '-f', 'json'], { cwd: place.path });
    expect(run.stderr).toMatch(/more text than anyone can read; only the beginning was read/);
    expect(textOf(run).document).toMatchObject({ pages: 1, status: 'partial' });
  });
});

describe('a web page that takes too long', () => {
  test('is ended, and what is named beside it is read', async () => {
    const run = await pmed(['analyse', 'knots.html', 'plain.html', '--timeout', '1', '-f', 'json'], {
      cwd: place.path,
    });
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/cannot read 'knots\.html': this web page takes too long to read/);
    expect(run.stderr).toContain('[PMED-I107]');
    const { documents } = JSON.parse(run.stdout);
    expect(documents.map(({ name, status }: { name: string; status: string }) => [name, status])).toEqual([
      ['knots.html', 'failed'],
      ['plain.html', 'read'],
    ]);
  });
});

describe('faults of PDFs', () => {
  test.each([
    ['locked.pdf', 'PMED-I105', /cannot read 'locked\.pdf': .*password/, 'qpdf --decrypt'],
    ['broken.pdf', 'PMED-I106', /cannot read 'broken\.pdf': .*damaged/, 'qpdf broken.pdf out.pdf'],
  ])('%s keeps its code, words and hint', async (name, code, words, hint) => {
    const run = await pmed(['text', name], { cwd: place.path });
    expect(run.code).toBe(3);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(words);
    expect(run.stderr).toContain(hint);
    expect(run.stderr).toContain(`[${code}]`);
  });

  test('a time that is no time is refused', async () => {
    const run = await pmed(['text', 'roads.pdf', '--timeout', 'soon'], { cwd: place.path });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('--timeout');
  });
});

describe('the library', () => {
  test('reads one after the other in one thread, leaves bytes alone, and does not keep the process', () => {
    const program = `
      import { readFileSync } from 'node:fs';
      import { read } from ${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)};
      const bytes = new Uint8Array(readFileSync('roads.pdf'));
      const length = bytes.length;
      const first = await read({ name: 'a.pdf', bytes });
      const many = await Promise.allSettled(['roads.pdf', 'broken.pdf', 'roads.pdf'].map((path) => read(path)));
      const opened = await read('locked.pdf', { password: 'river' });
      console.log(JSON.stringify({
        same: bytes.length === length && bytes[0] === 37, words: first.words, title: first.title,
        many: many.map((one) => one.status === 'fulfilled' ? one.value.words : one.reason.constructor.name + one.reason.code),
        opened: opened.words,
      }));`;
    const run = spawnSync(process.env.PMED_NODE ?? process.execPath, ['--input-type=module', '-e', program], {
      cwd: place.path,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    const said = JSON.parse(run.stdout);
    expect(said.same).toBe(true);
    expect(said.many).toEqual([said.words, 'PmedErrorPMED-I106', said.words]);
    expect(said.opened).toBeGreaterThan(10);
    expect(said.title).toBe('Roads and parks');
  });
});

describe('pmed text', () => {
  test('shows the numbers of items with them, and no bullets', async () => {
    const { text, pages } = textOf(await pmed(['text', 'list.pdf', '-f', 'json'], { cwd: place.path }));
    const blocks = pages.flatMap((one) => one.blocks);
    for (const block of blocks) expect(text.slice(block.start, block.end)).toBe(block.text);
    expect(blocks.map((block) => block.text).slice(1)).toEqual([
      '1. It will mend the roads by 2030.',
      '2. It will open three parks by 2031.',
      'It will ask the schools.',
    ]);
  });
});
