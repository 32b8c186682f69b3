/** Documents that are ZIP archives of XML: odd ones are read, and those made to do harm cost little and say why. */
import { describe, expect, test } from 'vitest';
import { writeZip } from '../fixtures/write-zip.mjs';
import { PmedError } from '../src/model/fault.ts';
import { readDocx } from '../src/read/docx/read-docx.ts';
import { Archive } from '../src/read/packed/archive.ts';
import { children, parseXml, textBelow, type XmlElement } from '../src/read/packed/xml.ts';
import { read } from '../src/read/read.ts';
import { para, word } from './word.ts';

/** The code of the fault, or the text. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return (await readDocx(bytes)).text;
  } catch (error) {
    if (error instanceof PmedError && error.exitCode === 3) return error.code;
    throw error;
  }
}

const DOCUMENT = `<w:document><w:body>${para('We will act.')}</w:body></w:document>`;
const TEXT = 'We will act.';

describe('odd archives are read', () => {
  test.each([
    ['with bytes after it', Buffer.concat([word(para(TEXT)), Buffer.from('\r\n<!-- served by x -->')])],
    ['with bytes before its parts are listed', writeZip({ 'a/': '', 'word/document.xml': DOCUMENT })],
    ['in the form for large ones', writeZip({ 'word/document.xml': DOCUMENT }, { isLarge: true })],
    [
      'with names that lead out of it',
      writeZip({ '../../evil.txt': 'x', '/etc/x': 'x', 'word/document.xml': DOCUMENT }),
    ],
    ['with names as Windows writes them', writeZip({ 'word\\document.xml': DOCUMENT })],
    ['with an archive in it', writeZip({ 'inner.docx': word(para('Else.')), 'word/document.xml': DOCUMENT })],
    ['in UTF-16', writeZip({ 'word/document.xml': Buffer.from(`\ufeff${DOCUMENT}`, 'utf16le') })],
  ])('%s', async (_, bytes) => {
    expect(await outcome(new Uint8Array(bytes))).toBe(TEXT);
  });
  test('a comment at its end', async () => {
    const bytes = Buffer.concat([word(para(TEXT)), Buffer.from('a note')]);
    bytes.writeUInt16LE(6, bytes.length - 8);
    expect(await outcome(new Uint8Array(bytes))).toBe(TEXT);
  });
  test('parts are found whatever their capitals', async () => {
    const archive = await Archive.open(writeZip({ 'A/b.XML': 'x' }));
    expect([archive.has('a/B.xml'), archive.alike('a/B.xml'), archive.find(/\.xml$/i)]).toEqual([
      false,
      'A/b.XML',
      'A/b.XML',
    ]);
    expect(await archive.text('a/B.xml')).toBeNull();
  });
});

describe('archives made to do harm are refused', () => {
  const blanks = ' '.repeat(6_000_000);
  test.each([
    ['one part packed a thousand to one', writeZip({ 'word/document.xml': blanks }), 'PMED-I103'],
    ['one part said to be huge', writeZip({ 'word/document.xml': 'x' }, { size: 3_000_000_000 }), 'PMED-I103'],
    [
      'many parts that are large together',
      writeZip(Object.fromEntries(Array.from({ length: 40 }, (_, k) => [`${k}`, blanks]))),
      'PMED-I103',
    ],
    [
      'sizes of more than 32 bits',
      writeZip({ 'word/document.xml': 'x' }, { size: 2 ** 40, isLarge: true }),
      'PMED-I103',
    ],
    ['a part larger than it says', writeZip({ 'word/document.xml': ' '.repeat(60_000) }, { size: 10 }), 'PMED-I106'],
    ['a part smaller than it says', writeZip({ 'word/document.xml': DOCUMENT }, { size: 9000 }), 'PMED-I106'],
    ['an encrypted part', writeZip({ 'word/document.xml': DOCUMENT }, { flags: 1 }), 'PMED-I105'],
  ])('%s', async (_, bytes, code) => {
    expect(await outcome(bytes)).toBe(code);
  });
  test('sixty thousand parts', async () => {
    const entries = Object.fromEntries(Array.from({ length: 60_000 }, (_, k) => [`word/${k}.xml`, '']));
    expect(await outcome(writeZip({ ...entries, 'word/document.xml': DOCUMENT }, { isLarge: true }))).toBe('PMED-I103');
  });
  test('cut short anywhere', async () => {
    const sound = word(para(TEXT));
    for (let length = 0; length < sound.length; length += 7)
      expect(await outcome(sound.subarray(0, length))).toBe('PMED-I106');
  });
  test('the message names the file and says what to do', async () => {
    const bytes = writeZip({ 'word/document.xml': blanks });
    await expect(read({ name: 'plan.docx', bytes })).rejects.toMatchObject({
      message: "cannot read 'plan.docx': this file is too big: one of its parts is far too big.",
      hint: 'If it is a real document, save it as PDF and read that.',
    });
  });
});

describe('XML', () => {
  const rootOf = (xml: string): XmlElement | undefined => children(parseXml(xml) ?? undefined)[0];
  const outline = (element: XmlElement | undefined): string =>
    element === undefined ? '' : `${element.name}(${children(element).map(outline).join(' ')})`;

  test('names get the prefix that is usual', () => {
    const xml =
      '<a:document xmlns:a="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns="http://www.idpf.org/2007/opf"><a:p a:val="1"/><x/></a:document>';
    expect(outline(rootOf(xml))).toBe('w:document(w:p() x())');
    expect(children(rootOf(xml))[0]?.attributes).toEqual({ 'w:val': '1' });
    expect(outline(rootOf('<p:package xmlns:p="http://www.idpf.org/2007/opf"><p:spine/></p:package>'))).toBe(
      'package(spine())',
    );
  });
  test.each([
    ['a closing tag that is missing', '<a><b><c></b><d/></a>', 'a(b(c()) d())'],
    ['a closing tag too many', '<a></x><b/></y></a>', 'a(b())'],
    ['no end', '<a><b', 'a()'],
    ['values without quotes', '<a x=1 y><b/></a>', 'a(b())'],
    ['comments, instructions and types', '<?x y?><!DOCTYPE a [<!ENTITY e "f">]><a><!-- <b/> --><c/></a>', 'a(c())'],
  ])('is read forgivingly: %s', (_, xml, expected) => {
    expect(outline(rootOf(xml))).toBe(expected);
  });
  test('knows its own references only', () => {
    expect(textBelow(rootOf('<a>R&amp;D &lt;&#163;5&#x41;&gt; &boom;&amp;amp; <![CDATA[<&amp;>]]>&#xd800;</a>'))).toBe(
      'R&D <£5A> &amp; <&amp;>\ufffd',
    );
  });
  test('expands no entity', () => {
    const lines = Array.from({ length: 9 }, (_, k) => `<!ENTITY l${k + 1} "${`&l${k};`.repeat(10)}">`);
    const text = textBelow(rootOf(`<!DOCTYPE a [<!ENTITY l0 "lol">${lines.join('')}]><a>x&l9;y</a>`));
    expect(text).toBe('xy');
  });
  test('however deep it is nested, and whatever does not close, costs little', () => {
    const deep = rootOf(`${'<a>'.repeat(200_000)}x`);
    let depth = 0;
    for (let at = deep; at !== undefined; at = children(at)[0]) depth++;
    expect(depth).toBeLessThan(500);
    expect(textBelow(deep)).toBe('x');
    expect(outline(rootOf(`<r>${'<a>'.repeat(300)}${'</b>'.repeat(200_000)}</r>`)).length).toBeGreaterThan(300);
  });
  test('with more than a million elements is no document', () => {
    expect(() => parseXml(`<a>${'<b/>'.repeat(1_000_001)}</a>`)).toThrow('more than a million elements');
  });
});
