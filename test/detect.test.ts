/** What a file is and how its bytes become text. */
import { describe, expect, test } from 'vitest';
import { writeZip } from '../fixtures/write-zip.mjs';
import { decode } from '../src/read/decode.ts';
import { detect } from '../src/read/detect.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const raw = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('a file is what is in it', () => {
  test.each([
    ['plan.pdf', raw('%PDF-1.7\n'), 'pdf'],
    ['plan.pdf', raw(`${'junk '.repeat(100)}%PDF-1.4\n`), 'pdf'],
    ['plan.docx', raw('PK\x03\x04....word/document.xml....'), 'docx'],
    ['plan.odt', raw('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text'), 'odt'],
    ['plan.ott', raw('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text-template'), 'odt'],
    ['plan.odt', raw('PK\x03\x04content.xml'), 'odt'],
    [
      'plan.fodt',
      bytes('<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text">'),
      'odt',
    ],
    ['plan.ods', raw('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'ods'],
    ['plan.odp', raw('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.presentation'), 'odp'],
    ['plan.xlsx', raw('PK\x03\x04xl/workbook.xml'), 'xlsx'],
    ['plan.zip', raw('PK\x03\x04other'), 'zip'],
    ['plan.doc', raw('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'ole'],
    ['plan.docx', raw('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'ole-locked'],
    ['plan.epub', raw('PK\x03\x04mimetypeapplication/epub+zip'), 'epub'],
    ['plan', raw('PK\x03\x04META-INF/container.xml'), 'epub'],
    ['plan.rtf', raw('{\\rtf1 x}'), 'rtf'],
    ['plan.xml', bytes('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument>'), 'xml'],
    ['plan.xml', bytes('<?xml version="1.0"?><!DOCTYPE html><html><body>x'), 'html'],
    ['plan.png', raw('\x89PNG\r\n'), 'image'],
    ['plan.json', bytes('{"$schema":"urn:pmed:schema:report:1"}'), 'pmed-result'],
    ['plan.md', bytes('{\n  "$schema": "urn:pmed:schema:findings:1"}'), 'pmed-result'],
    ['plan.ndjson', bytes('{"type":"header","$schema":"urn:pmed:schema:report:1"}\n'), 'pmed-result'],
    ['plan.json', bytes('{"$schema": "other", "aim": "We will act."}'), 'text'],
    ['plan.pdf', bytes('version https://git-lfs.github.com/spec/v1\noid sha256:0\n'), 'lfs-pointer'],
    ['plan.bin', Uint8Array.from({ length: 300 }, (_, i) => i % 7), 'binary'],
    ['plan.txt', bytes('We will \u001b]0;x\u0007\u001b[31mact\u001b[0m.'), 'text'],
    ['plan.txt', bytes('We \0will \0act.\0'), 'text'],
    ['plan.html', bytes('<!DOCTYPE html><title>x</title>'), 'html'],
    ['plan', bytes('<!-- saved -->\n<html><body>x'), 'html'],
    ['plan.htm', bytes('<p>We will act.</p>'), 'html'],
    ['plan.md', bytes('We will act.'), 'markdown'],
    ['plan.mkd', bytes('<h1>We will act</h1>'), 'markdown'],
    ['plan', bytes('# Plan\n\nWe will **act** on [this](https://example.org).\n'), 'markdown'],
    ['plan.txt', bytes('# Plan\n\n- **act**\n'), 'text'],
    ['plan.txt', bytes('# Plan\n\n## Aims\n\n- **act** on [this](https://a.example)\n'), 'markdown'],
    ['plan.md', bytes('\n<!DOCTYPE html>\n<p>We will act.</p>'), 'html'],
    ['plan.md', bytes('<div>\n\nWe will **act**.\n\n</div>'), 'markdown'],
    ['plan', bytes('We will act.\n- soon\n'), 'text'],
    ['plan.txt', raw('\xff\xfeW\0e\0'), 'text'],
    ['plan.txt', raw('W\0e\0 \0w\0i\0l\0l\0'), 'text'],
    [
      'plan.txt',
      raw('We will act.\0 And a NUL in a text of many words that is otherwise fine and goes on for long.'),
      'text',
    ],
  ])('%s', (name, content, format) => {
    expect(detect(name, content).format).toBe(format);
  });
  test('an archive of documents is an archive, however they are packed', () => {
    const text = 'application/vnd.oasis.opendocument.text';
    const inner = writeZip({ mimetype: text, 'content.xml': 'x' });
    expect(detect('plan', inner).format).toBe('odt');
    const packed = writeZip({ 'plan.odt': inner });
    expect(detect('plan', packed).format).toBe('zip');
    // `mimetype` is stored as it is: under a name of the same length the inner archive stands in the outer one in clear.
    const stored = Buffer.from(writeZip({ mimetype: inner }));
    for (let at = stored.indexOf('mimetype'); at >= 0; at = stored.indexOf('mimetype', at + 1)) {
      if (stored.toString('latin1', at + 8, at + 8 + text.length) !== text) stored.write('plan.odt', at);
    }
    expect(stored.includes(text)).toBe(true);
    expect(detect('plan', stored).format).toBe('zip');
  });
  test('a name that says otherwise is a warning', () => {
    const [warning] = detect('plan.pdf', bytes('<html><body>x')).diagnostics;
    expect(warning).toMatchObject({ code: 'PMED-I109', level: 'warning' });
    expect(warning?.message).toContain('.pdf');
    expect(detect('plan.md', bytes('x')).diagnostics).toEqual([]);
    expect(detect('plan.txt', bytes('x')).diagnostics).toEqual([]);
    expect(detect('minutes.2024', bytes('x')).diagnostics).toEqual([]);
  });
});

describe('bytes become text', () => {
  test.each([
    ['UTF-8', bytes('é\r\nb\rc'), 'utf-8', 'é\nb\nc'],
    ['UTF-8 with a mark', raw('\xef\xbb\xbfa'), 'utf-8', 'a'],
    ['UTF-16 with a mark', raw('\xff\xfea\0\xe9\0'), 'utf-16le', 'aé'],
    ['UTF-16, the other order', raw('\xfe\xff\0a\0b'), 'utf-16be', 'ab'],
    ['UTF-16 without a mark', raw('W\0e\0 \0w\0i\0l\0l\0'), 'utf-16le', 'We will'],
    ['Windows-1252', raw('It\x92s \x80 5 \x96 caf\xe9'), 'windows-1252', 'It’s € 5 – café'],
    ['Mac Roman', raw('It\xd5s \xd2caf\x8e\xd3 \xd0 \xa3 5'), 'mac-roman', 'It’s “café” – £ 5'],
    ['what is not', raw('DIZ\xd5ES \xd5hk'), 'windows-1252', 'DIZÕES Õhk'],
  ])('%s', (_, content, encoding, text) => {
    const decoded = decode(content);
    expect(decoded).toMatchObject({ encoding, text });
    expect(decoded.diagnostics.map(({ level }) => level)).toEqual(/^(?:windows|mac)/.test(encoding) ? ['note'] : []);
  });
  test('damaged UTF-8 is read with a warning', () => {
    const decoded = decode(Uint8Array.from([...bytes('Bücher über Straßen '), 0xff, ...bytes(' und Brücken')]));
    expect(decoded.text).toBe('Bücher über Straßen \ufffd und Brücken');
    expect(decoded.diagnostics).toMatchObject([{ code: 'PMED-I106', level: 'warning' }]);
  });
  test('NUL characters are a warning', () => {
    expect(decode(bytes('a\0b')).diagnostics).toMatchObject([{ level: 'warning' }]);
  });
});
