/** What is left of PDFs that were cut short or damaged, and of documents with a page that cannot be laid out. */
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { show, writePdf } from '../fixtures/write-pdf.mjs';
import { PmedError } from '../src/model/fault.ts';
import { openPdf } from '../src/read/pdf/file/open.ts';
import { arrange } from '../src/read/pdf/flow/arrange.ts';
import { readFonts } from '../src/read/pdf/glyphs/fonts.ts';
import { readRuns } from '../src/read/pdf/glyphs/runs.ts';
import { readPdf } from '../src/read/pdf/read-pdf.ts';
import { rebuild } from '../src/read/pdf/recover/rebuild.ts';
import { read } from '../src/read/read.ts';
import { UNWATCHED } from '../src/read/sandbox/watch.ts';

const names = ['first', 'second', 'third', 'fourth'];
const whole = Buffer.from(
  writePdf({
    pages: names.map((name) => show(`The council will mend the ${name} road by 2030.`, 72, 740, 11)),
    info: { Title: 'Roads and parks of Northshire', Producer: 'a test', CreationDate: 'D:20240314' },
  }),
).toString('latin1');

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const readText = (text: string) => read({ name: 'roads.pdf', bytes: bytesOf(text) });
const roadsIn = (text: string): string[] => names.filter((name) => text.includes(`the ${name} road`));

/** The file without an object, spaces in its place. */
const without = (file: string, number: number): string =>
  file.replace(new RegExp(`\\n${number} 0 obj\\n[^]*?endobj`), (object) => ' '.repeat(object.length));
/** The file up to a place in it. */
const upTo = (file: string, words: string): string => file.slice(0, file.indexOf(words));

describe('a PDF that is cut short', () => {
  test('gives the pages before the cut, says how many there were, and is no complete reading', async () => {
    const document = await readText(upTo(whole, '\n12 0 obj'));
    expect(roadsIn(document.text)).toEqual(['first', 'second']);
    expect(document.status).toBe('partial');
    expect(document.textCoverage).toBe(0.5);
    expect(document.pages).toHaveLength(2);
    const [said, ...others] = document.diagnostics.filter(({ code }) => code.startsWith('PMED-I'));
    expect(others).toEqual([]);
    expect(said).toMatchObject({ code: 'PMED-I106', level: 'error', page: null });
    expect(said?.message).toMatch(/^The file is cut short: 2 of 4 pages were recovered/);
  });

  test('keeps what is left of the page that the cut goes through', async () => {
    const document = await readText(upTo(whole, 'road by 2030.'));
    expect(document.pages).toHaveLength(1);
    expect(document.diagnostics[0]?.message).toContain('1 of 4 pages were recovered');
  });

  test('with its tree of pages lost gives them in the order of the file', async () => {
    const document = await readText(upTo(without(without(whole, 1), 2), '\nxref'));
    expect(roadsIn(document.text)).toEqual(names);
    expect(document.diagnostics[0]?.message).toBe(
      'The file is cut short: 4 pages were recovered; what followed is missing from this result.',
    );
  });

  test('with its tree left gives them in the order of the tree, and not those taken out of it', async () => {
    const turned = whole.replace('/Kids [7 0 R 9 0 R 11 0 R 13 0 R]', '/Kids [13 0 R 9 0 R 7 0 R]        ');
    const { text } = await readText(upTo(turned, '\nxref'));
    expect(roadsIn(text)).toEqual(['first', 'second', 'fourth']);
    expect(text.indexOf('fourth')).toBeLessThan(text.indexOf('second'));
    expect(text.indexOf('second')).toBeLessThan(text.indexOf('first'));
  });

  test('keeps its fields, and stays encrypted', async () => {
    const { info } = await readPdf(bytesOf(upTo(whole, '\nxref')));
    expect(info.title).toBe('Roads and parks of Northshire');
    const locked = Buffer.from(writePdf({ pages: ['BT ET'], password: 'river' })).toString('latin1');
    await expect(readText(upTo(locked, '\nxref'))).rejects.toMatchObject({ code: 'PMED-I105', exitCode: 3 });
  });

  test('whose pages stand packed in a stream of objects gives those too', async () => {
    const bodies = [7, 9, 11, 13].map((number) => {
      const [, body = ''] = new RegExp(`\\n${number} 0 obj\\n([^]*?)\\nendobj`).exec(whole) ?? [];
      return { number, body: `${body}\n` };
    });
    let at = 0;
    const head = bodies.map(({ number, body }) => {
      const pair = `${number} ${at}`;
      at += body.length;
      return pair;
    });
    const first = head.join(' ').length + 1;
    const data = deflateSync(
      Buffer.from(`${head.join(' ')} ${bodies.map(({ body }) => body).join('')}`, 'latin1'),
    ).toString('latin1');
    const packed = `40 0 obj\n<< /Type /ObjStm /N 4 /First ${first} /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n`;
    const bare = [2, 7, 9, 11, 13].reduce(without, upTo(whole, '\nxref'));
    const document = await readText(`${bare}\n${packed}`);
    expect(roadsIn(document.text)).toEqual(names);
  });

  test('without a single page stays refused', async () => {
    expect(rebuild(bytesOf(upTo(whole, '\n7 0 obj')))).toBeNull();
    await expect(readText(upTo(whole, '\n7 0 obj'))).rejects.toMatchObject({ code: 'PMED-I106', exitCode: 3 });
  });
});

test('a PDF that has lost its tree of pages, but not its end, is called damaged', async () => {
  const { diagnostics, text } = await readText(without(whole, 2));
  expect(roadsIn(text)).toEqual(names);
  expect(diagnostics[0]?.message).toMatch(/^The file is damaged: 4 pages were recovered/);
});

test('a PDF cut or broken anywhere gives a document or a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length), fc.nat(60), async (end, hole, length) => {
      const broken = `${whole.slice(0, hole)}${'%'.repeat(length)}${whole.slice(hole + length)}`.slice(0, end);
      try {
        const { text, status } = await readText(broken);
        expect(['read', 'partial', 'failed']).toContain(status);
        expect(typeof text).toBe('string');
      } catch (error) {
        expect(error).toBeInstanceOf(PmedError);
      }
    }),
    { numRuns: 60 },
  );
});

test('a page that our layout fails on is left out, and named', async () => {
  const { document } = await openPdf(bytesOf(whole), {});
  const pages = await Promise.all([1, 2, 3, 4].map(async (number) => readRuns(await document.getPage(number))));
  const fonts = await readFonts(document, pages, UNWATCHED, async () => {});
  const broken = pages.map((page) =>
    page.page === 3
      ? {
          ...page,
          get runs(): never {
            throw new TypeError('a fault of ours');
          },
        }
      : page,
  );
  const { text, unlaid } = arrange(broken, fonts, []);
  expect(unlaid).toEqual([3]);
  expect(roadsIn(text)).toEqual(['first', 'second', 'fourth']);
  expect(() => arrange(broken.slice(2, 3), fonts, [])).toThrow('a fault of ours');
  await document.loadingTask.destroy();
});
