/** Documents read from disk, bytes and strings; what cannot be read and what the user is told. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PmedError } from '../src/model/fault.ts';
import { read } from '../src/read/read.ts';
import type { Source } from '../src/read/source.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pmed-read-'));
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
  write('report.md', '# Plan\n\nWe will act.\n');
  write('empty.txt', '');
  write('blank.md', ' \n\n\t\n');
  write('marks.md', '---\ntitle: x\n---\n<!-- nothing -->\n');
  write('page.html', '<html><body><script>act()</script></body></html>');
  write('book.epub', 'PK\x03\x04mimetypeapplication/epub+zip');
  write('sums.ods', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
  write('law.xml', '<?xml version="1.0"?><act><section>The council must act.</section></act>');
  write('sheet.xlsx', 'PK\x03\x04xl/workbook.xml');
  write('saved.json', '{"$schema":"urn:pmed:schema:report:1","kind":"report"}\n');
  write('pointer.pdf', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n');
  write(
    'noise.bin',
    Uint8Array.from({ length: 500 }, (_, i) => i % 5),
  );
  write('text.pdf', 'We will act.\n');
  write('huge.txt', '');
  truncateSync(join(folder, 'huge.txt'), 200_000_001);
  mkdirSync(join(folder, 'more'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function fault(source: Source): Promise<PmedError> {
  try {
    await read(source);
  } catch (error) {
    if (error instanceof PmedError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('what cannot be read', () => {
  test.each([
    ['reprot.md', 'PMED-I101', 3, /no such file\. Did you mean '.*report\.md'\?/],
    ['nothing-like-it-at-all', 'PMED-I101', 3, /no such file\.$/],
    ['report.md/deeper', 'PMED-I101', 3, /no such file/],
    ['more', 'PMED-I102', 3, /it is a folder/],
    ['huge.txt', 'PMED-I103', 3, /201 MB is too big/],
    ['empty.txt', 'PMED-I104', 3, /the file is empty/],
    ['blank.md', 'PMED-I104', 3, /no words/],
    ['marks.md', 'PMED-I104', 3, /no words/],
    ['page.html', 'PMED-I104', 3, /no words/],
    ['book.epub', 'PMED-I106', 3, /this document is damaged or incomplete/],
    ['sums.ods', 'PMED-I108', 3, /does not read an OpenDocument spreadsheet/],
    ['law.xml', 'PMED-I108', 3, /does not read XML yet/],
    ['sheet.xlsx', 'PMED-I108', 3, /does not read an Excel workbook/],
    ['noise.bin', 'PMED-I108', 3, /a binary file has no text/],
    ['pointer.pdf', 'PMED-I108', 3, /Git LFS pointer/],
    ['saved.json', 'PMED-I108', 3, /a result and no document/],
  ])('%s', async (name, code, exitCode, message) => {
    const error = await fault(join(folder, name));
    expect(error).toMatchObject({ code, exitCode });
    expect(error.message).toMatch(message);
    expect(error.message).toContain(name);
  });
  test('a web address', async () => {
    const error = await fault('https://example.org/plan.pdf');
    expect(error).toMatchObject({ exitCode: 2, hint: 'Save the file first:  curl -LO https://example.org/plan.pdf' });
    expect(error.message).toContain('does not use the network');
    expect(error.code).toMatch(/^PMED-U0\d\d$/);
  });
});

describe('what can', () => {
  test('a file', async () => {
    const document = await read(join(folder, 'report.md'));
    expect(document).toMatchObject({
      name: 'report.md',
      mediaType: 'text/markdown',
      bytes: 21,
      status: 'read',
      title: 'Plan',
      publisher: null,
      date: null,
      language: null,
      paged: false,
      words: 4,
      textCoverage: 1,
      diagnostics: [],
    });
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(document.pages).toEqual([{ page: 1, label: null, start: 0, end: 21, legible: true }]);
  });
  test('a file whose name says otherwise, with a warning', async () => {
    const document = await read(join(folder, 'text.pdf'));
    expect(document.mediaType).toBe('text/plain');
    expect(document.diagnostics).toMatchObject([{ code: 'PMED-I109', level: 'warning' }]);
  });
  test('bytes, and a text, of the same hash', async () => {
    const text = '# Plan\r\n\r\nWe will act.\r\n';
    const one = await read({ name: 'a.md', bytes: new TextEncoder().encode(text) });
    const other = await read({ name: 'a.md', text });
    expect(one).toEqual(other);
    expect(one.text).toBe('# Plan\n\nWe will act.\n');
  });
  test('HTML handed over as text', async () => {
    const document = await read({ name: 'a', text: '<p>We will <b>act</b>.', mediaType: 'text/html' });
    expect(document).toMatchObject({ mediaType: 'text/html', text: 'We will act.', words: 3 });
  });
  test('flags win', async () => {
    const text = '---\ntitle: A\npublisher: B\ndate: 2020-01-01\n---\nWe will act.\n';
    expect(await read({ name: 'a', text })).toMatchObject({
      title: 'A',
      publisher: 'B',
      date: { value: '2020-01-01', source: 'text' },
    });
    const flagged = await read({ name: 'a', text }, { title: 'C', publisher: 'D', docDate: '2021-05' });
    expect(flagged).toMatchObject({ title: 'C', publisher: 'D' });
    expect(flagged.date).toEqual({ value: '2021-05', precision: 'month', source: 'flag', quote: null });
  });
  test('a text without a word is a document without blocks', async () => {
    const document = await read({ name: 'a', text: ' \n ', mediaType: 'text/plain' });
    expect(document).toMatchObject({
      status: 'read',
      blocks: [],
      words: 0,
      diagnostics: [{ code: 'PMED-I104', level: 'warning' }],
    });
  });
});

test.skipIf(!existsSync('/dev/zero'))('a device without end is read up to the limit and no further', async () => {
  await expect(read('/dev/zero', { maxSize: 1 })).rejects.toMatchObject({ code: 'PMED-I103' });
});
