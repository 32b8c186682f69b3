/** EPUB books: their chapters in order, without covers and lists of contents, and what is said of damaged ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeZip } from '../fixtures/write-zip.mjs';
import { PmedError } from '../src/model/fault.ts';
import { readEpub } from '../src/read/epub/read-epub.ts';
import { read } from '../src/read/read.ts';
import { brokenPromises, shown } from './blocks.ts';
import { type BookParts, book, bookEntries } from './book.ts';

async function blocksOf(chapters: Readonly<Record<string, string>>, parts: BookParts = {}): Promise<string[]> {
  const { text, blocks } = await readEpub(book(chapters, parts));
  expect(brokenPromises(text, blocks)).toEqual([]);
  for (const { start, end, text: own } of blocks) expect(text.slice(start, end)).toBe(own);
  return shown(blocks);
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await read({ name: 'plan.epub', bytes });
  } catch (error) {
    if (error instanceof PmedError && error.exitCode === 3) return error.code;
    throw error;
  }
  return 'read';
}

describe('chapters', () => {
  test('in the order of reading, notes beside it at the end', async () => {
    const chapters = {
      'notes.xhtml linear="no"': '<aside epub:type="footnote"><p>1 See the annex.</p></aside>',
      'b.xhtml': '<h1>Roads</h1><p>We will mend them.</p>',
      'a.xhtml': '<h1>Ferries</h1><ol><li>One<ul><li>Two</li></ul></li></ol>',
    };
    expect(await blocksOf(chapters)).toEqual([
      'heading 1 Roads',
      'paragraph 1 We will mend them.',
      'heading 1 Ferries',
      'item 1 [1.] One',
      'item 2 [•] Two',
      'note 1 [1] See the annex.',
    ]);
  });
  test('as XHTML is written: elements that end themselves, references, own headers', async () => {
    const body =
      '<a id="p1"/><header><h2>Aims &#8211; first</h2></header><p>R&amp;D <br/>now.<span id="x"/></p><script src="a.js"/><p>Then.</p>';
    expect(await blocksOf({ 'a.xhtml': body })).toEqual([
      'heading 2 Aims – first',
      'paragraph 1 R&D now.',
      'paragraph 1 Then.',
    ]);
  });
  test('marks of notes and numbers of printed pages are no words', async () => {
    const body =
      '<p>We will<a epub:type="noteref" href="n.xhtml#n1">1</a> act<a href="n.xhtml#n2"><sup>2</sup></a><span epub:type="pagebreak" title="12">12</span> soon.</p><section epub:type="endnotes"><ol><li>See there.</li></ol></section>';
    expect(await blocksOf({ 'a.xhtml': body })).toEqual(['paragraph 1 We will act soon.', 'note 1 [1] See there.']);
  });
  test('names are found as they are written in the list', async () => {
    const { 'OEBPS/a.xhtml': page = '', ...entries } = bookEntries({ 'a.xhtml': '<p>We will act.</p>' });
    const opf = (entries['OEBPS/book.opf'] ?? '').replace('href="a.xhtml"', 'href="./Text/../my%20Page.xhtml#top"');
    const bytes = writeZip({ ...entries, 'OEBPS/book.opf': opf, 'OEBPS/My page.xhtml': page });
    expect((await readEpub(bytes)).text).toBe('We will act.');
  });
});

describe('what is no text of the book', () => {
  test('lists of contents have that role, covers are furniture', async () => {
    const links = '<h1>Contents</h1><nav epub:type="toc"><ol><li><a href="a.xhtml">Roads</a></li></ol></nav>';
    const list = ['One', 'Two', 'Three', 'Four'].map((name) => `<p><a href="a.xhtml">${name}</a></p>`).join('');
    const chapters = {
      'cover.xhtml': '<p>Ashmere</p>',
      'nav.xhtml properties="nav"': links,
      'list.xhtml': list,
      'a.xhtml': '<p>We will act.</p>',
    };
    expect(await blocksOf(chapters, { guide: '<reference type="cover" href="cover.xhtml"/>' })).toEqual([
      'furniture 1 Ashmere',
      'paragraph 1 contents Roads',
      'paragraph 1 contents One',
      'paragraph 1 contents Two',
      'paragraph 1 contents Three',
      'paragraph 1 contents Four',
      'paragraph 1 We will act.',
    ]);
  });
});

test('the title of the book is that of no chapter', async () => {
  const bytes = book(
    { 'a.xhtml': '<h1>Aims</h1><p>We will mend the roads.</p>' },
    { metadata: '<dc:title>Roads for Ashmere</dc:title>' },
  );
  expect((await read({ name: 'plan.epub', bytes })).title).toBe('Roads for Ashmere');
});

test('the book says who made it and when', async () => {
  const metadata =
    '<dc:title>Roads for Ashmere</dc:title><dc:creator>Ana Reed</dc:creator><dc:publisher>Ashmere Council</dc:publisher><dc:date>2024-03-14</dc:date><dc:language>en-GB</dc:language>';
  const bytes = book({ 'a.xhtml': '<h1>Roads for Ashmere</h1><p>We will mend them.</p>' }, { metadata });
  expect(await read({ name: 'plan.epub', bytes })).toMatchObject({
    mediaType: 'application/epub+zip',
    title: 'Roads for Ashmere',
    publisher: 'Ashmere Council',
    date: { value: '2024-03-14', source: 'metadata' },
    status: 'read',
    diagnostics: [],
  });
});

test('of several dates it is the one of publication', async () => {
  const metadata =
    '<dc:date>2020-01-01</dc:date><dc:date opf:event="publication" id="d">2024-03-14</dc:date><dc:language>en</dc:language>';
  const { metadata: stated } = await readEpub(book({ 'a.xhtml': '<p>We will act.</p>' }, { metadata }));
  expect(stated.date).toBe('2024-03-14');
});

describe('what is no sound book', () => {
  const chapters = { 'a.xhtml': '<p>We will act.</p>', 'b.xhtml': '<p>And again.</p>' };
  test('a missing chapter is said, all missing is a fault', async () => {
    const { 'OEBPS/b.xhtml': _, ...entries } = bookEntries(chapters);
    const { text, status, diagnostics } = await readEpub(writeZip(entries));
    expect({ text, status }).toEqual({ text: 'We will act.', status: 'partial' });
    expect(diagnostics).toMatchObject([{ code: 'PMED-I106', message: expect.stringContaining('1 of the book') }]);
    const { 'OEBPS/a.xhtml': __, ...rest } = entries;
    expect(await codeOf(writeZip(rest))).toBe('PMED-I106');
  });
  test('without a package, a container or the entry that says what it is', async () => {
    const { mimetype: _, ...entries } = bookEntries(chapters);
    expect(await codeOf(writeZip(entries))).toBe('read');
    const { 'META-INF/container.xml': container = '', ...bare } = bookEntries(chapters);
    expect((await readEpub(writeZip(bare))).text).toContain('We will act.');
    expect(await codeOf(writeZip({ 'META-INF/container.xml': container }))).toBe('PMED-I106');
  });
  test('locked to its buyer; hidden fonts lock nothing', async () => {
    const locked = (algorithm: string): string =>
      `<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/></enc:EncryptedData></encryption>`;
    const lockedBy = (algorithm: string): Uint8Array =>
      book(chapters, { entries: { 'META-INF/encryption.xml': locked(algorithm) } });
    expect(await codeOf(lockedBy('http://www.w3.org/2001/04/xmlenc#aes128-cbc'))).toBe('PMED-I105');
    expect(await codeOf(lockedBy('http://www.idpf.org/2008/embedding'))).toBe('read');
  });
  test('a chapter that is listed a thousand times is read once', async () => {
    const entries = bookEntries(chapters);
    const opf = (entries['OEBPS/book.opf'] ?? '').replace(
      '</spine>',
      `${'<itemref idref="c0"/>'.repeat(1000)}</spine>`,
    );
    expect((await readEpub(writeZip({ ...entries, 'OEBPS/book.opf': opf }))).blocks).toHaveLength(2);
  });
  test('nested without end', async () => {
    const deep = `${'<div>'.repeat(20_000)}<p>We will act.</p>`;
    expect(await blocksOf({ 'a.xhtml': deep })).toEqual(['paragraph 1 We will act.']);
  });
});

test('of any page: blocks that lead back to the text, and nothing thrown', async () => {
  const tags = ['p', 'h1', 'li', 'ol', 'a', 'table', 'tr', 'td', 'nav', 'aside epub:type="footnote"', 'sup'].flatMap(
    (name) => [`<${name}>`, `<${name}/>`, `</${name.split(' ')[0]}>`],
  );
  const bit = fc.constantFrom(
    ...tags,
    'We will act.',
    ' by ',
    '2. ',
    '&amp;',
    '&nope;',
    '<br/>',
    '<',
    '/>',
    '<!--',
    '-->',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(bit, { maxLength: 60 }), async (bits) => {
      await blocksOf({ 'a.xhtml': bits.join(''), 'b.xhtml': '<p>End.</p>' });
    }),
    { numRuns: 300 },
  );
});
