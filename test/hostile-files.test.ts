/** One document that tries to break out, through every format of files at once: nothing of it is more than text. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProject } from './qdpx-project.ts';
import { pmed } from './run.ts';
import { parsedTable } from './table.ts';
import { parsed } from './xml.ts';

const NAME = "=cmd|' 'C calc'!A0 <img src=x onerror=alert(1)> \u001b]0;x\u0007 `$(id)` ..%2f.md";
const text = `# =HYPERLINK("https://evil.example","\u202eClick") <script>alert(1)</script> | ]]> \`x\` --> {{7*7}}

14 March 2024

=SUM(A1:A9) Council will publish a plan for "<b>waits</b>" | a | b by June 2025.
+1 Trust; <svg onload=alert(1)> will train 40 nurses by 2027.
@import Board will cut waits by 30 June 2026,\u2028BEGIN:VALARM\u2028TRIGGER:-PT1M.
-2+3 Agency will open ../../../etc/passwd by 2028. \u202e\u0007\u001b[2J\ufffe\uffff
We will pay \`rm -rf\` <!-- pmed --> &lt;i&gt; &amp; ]]> by 2029, ${'very '.repeat(60)}long.

We will:

- =1+1 recruit nurses <iframe src="javascript:alert(1)"></iframe>
- [cut](javascript:alert(1)) waits ![x](https://evil.example/x.png) by 2026
- \tTrain "doctors", 'nurses'; and; "more"\\,

Trusts must report | each quarter. =cmd We expect demand to rise.
`;

const FILES = ['json', 'ndjson', 'csv', 'tsv', 'xlsx', 'md', 'html', 'svg', 'ics', 'qdpx'];
const TABLES = ['commitments', 'statements', 'timeline', 'themes', 'documents', 'problems'];
let cwd = '';
const read = (name: string): string => readFileSync(join(cwd, 'out', name), 'utf8');

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'pmed-hostile-'));
  mkdirSync(join(cwd, 'out'));
  writeFileSync(join(cwd, NAME), text);
  const outputs = FILES.flatMap((format) => ['-o', `out/o.${format}`]);
  expect(await pmed(['analyse', NAME, '-q', ...outputs], { cwd })).toMatchObject({ code: 0, stdout: '', stderr: '' });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** What acts on terminals, or turns text around. */
const ACTS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('a hostile document', () => {
  it('names no file', () => {
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(
      [
        ...FILES.filter((format) => !/^(?:csv|tsv|svg)$/.test(format)).map((format) => `o.${format}`),
        ...TABLES.flatMap((table) => [`o.${table}.csv`, `o.${table}.tsv`]),
        'o.timeline.svg',
        'o.themes.svg',
      ].sort(),
    );
    expect(readdirSync(cwd).sort()).toEqual([NAME, 'out'].sort());
  });

  it('is found to say something', () => {
    const { commitments, statements } = JSON.parse(read('o.json'));
    expect(commitments.length).toBeGreaterThan(3);
    expect(statements.length).toBeGreaterThan(0);
  });

  it.each(TABLES.flatMap((table) => [`o.${table}.csv`, `o.${table}.tsv`]))('computes nothing in %s', (name) => {
    const rows = parsedTable(read(name).replace(/^\ufeff/, ''), name.endsWith('csv') ? ',' : '\t');
    for (const row of rows) {
      expect(row).toHaveLength(rows[0]?.length ?? 0);
      for (const cell of row) {
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect(cell).not.toMatch(ACTS);
      }
    }
  });

  it('computes nothing in a workbook, and links to nothing outside', () => {
    const files = unzipSync(readFileSync(join(cwd, 'out/o.xlsx')));
    for (const [name, bytes] of Object.entries(files)) {
      expect(name).toMatch(/^[\w[\]./-]+$/);
      const xml = strFromU8(bytes);
      expect(xml).not.toMatch(/<f[ >]|<ddeLink|<externalReference|oleObject/);
      if (name.endsWith('.rels')) expect(xml).not.toMatch(/evil\.example|javascript:/);
      expect(xml).not.toMatch(ACTS);
    }
  });

  it('is text in Markdown: no tag, no link, no picture, no cell of its own', () => {
    const [start = '', ...lines] = read('o.md').split('\n');
    expect(start).toBe('<!-- pmed:report -->');
    const code = /(`+).+?\1(?!`)/g;
    let columns = 0;
    for (const line of lines) {
      expect(line).not.toMatch(ACTS);
      const words = line.startsWith('- `') ? line.replace(code, '') : line;
      expect(words).not.toMatch(/(?<!\\)[<`]|(?<!\\)!?\[[^\]]*(?<!\\)\]\(/);
      const bars = words.match(/(?<!\\)\|/g)?.length ?? 0;
      if (!line.startsWith('|')) columns = 0;
      else if (columns === 0) columns = bars;
      else expect(bars).toBe(columns);
    }
  });

  it('is text in a page', () => {
    const html = read('o.html');
    expect(html.match(/<script/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(html).not.toMatch(/<(?:img|iframe|b>waits)|<svg onload|href="javascript/);
    expect(html).not.toMatch(ACTS);
  });

  it.each(['o.timeline.svg', 'o.themes.svg'])('is text in %s', (name) => {
    const svg = parsed(read(name).trimEnd());
    expect(svg.name).toBe('svg');
    expect(read(name)).not.toMatch(/<script|onload=|href="(?!#)/);
  });

  it('is text in a calendar', () => {
    const ics = read('o.ics');
    expect(ics.endsWith('\r\n')).toBe(true);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u2028]/);
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const whole = ics.replaceAll('\r\n ', '').split('\r\n');
    expect(whole.filter((line) => /^(?:BEGIN|TRIGGER):(?!VCALENDAR|VEVENT)/.test(line))).toEqual([]);
    for (const line of whole.filter((one) => one !== '')) expect(line).toMatch(/^[A-Z][A-Z-]*[:;]/);
    expect(ics).not.toMatch(ACTS);
  });

  it('is text in a project, and its name leads nowhere', () => {
    const { sources, files } = openProject(readFileSync(join(cwd, 'out/o.qdpx')));
    expect(sources.map(({ name }) => name)).toEqual([expect.not.stringMatching(/[\\/:*?"<>|]/)]);
    expect(sources[0]?.selections.length).toBeGreaterThan(3);
    for (const file of files) expect(file).toMatch(/^(?:project\.qde|sources\/[0-9a-f-]{36}\.txt)$/);
  });

  it('is one record a line', () => {
    for (const line of read('o.ndjson').trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('type');
  });
});
