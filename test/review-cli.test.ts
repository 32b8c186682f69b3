/** The built command: a sheet is exported, filled in as people do it, saved by other programs, imported, and gone by. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { pmed } from './run.ts';

const PLAN = `# Plan for Fernhollow

Published by Fernhollow Council on 1 March 2025.

## Homes

We will build 900 homes by 2030. We aim to publish a housing plan by June 2026.

## Roads

We will repair the bridge at Alderford by 31 March 2027. The Trust hopes to plant trees.
`;

const folder = (): string => {
  const its = mkdtempSync(join(tmpdir(), 'pmed-review-'));
  writeFileSync(join(its, 'plan.md'), PLAN);
  return its;
};

/** Types into cells of the sheet by the words of the quote, as a person does. */
async function fillIn(
  path: string,
  typed: Readonly<Record<string, Readonly<Record<string, CellValue>>>>,
  missed: readonly CellValue[] = [],
): Promise<{ name: string; rows: CellValue[][] }[]> {
  const { sheets } = await readXlsx(readFileSync(path));
  return sheets.map(({ name, rows }) => {
    const [head = []] = rows;
    const filled = rows.map((row, index) => {
      if (name === 'Missed' && index === 1) return [row[0] ?? null, ...missed];
      const quote = String(row[head.indexOf('quote')] ?? '');
      const its = name === 'Review' ? Object.entries(typed).find(([words]) => quote.includes(words))?.[1] : undefined;
      return head.map(
        (column, at) => its?.[String(column)] ?? (its && String(column) in its ? null : (row[at] ?? null)),
      );
    });
    return { name, rows: filled };
  });
}

const TYPED = {
  bridge: { verdict: 'edit', by: new Date(Date.UTC(2028, 2, 31)), who: 'County Highways' },
  homes: { verdict: 'keep', reviewer: 'A. Analyst' },
  trees: { verdict: 'Not a commitment', note: '=hopes' },
  'housing plan': { by: 2027 },
};

const commitments = async (cwd: string, ...more: string[]) => {
  const { stdout } = await pmed(['commitments', 'plan.md', '-f', 'json', ...more], { cwd });
  return JSON.parse(stdout);
};

describe('a sheet', () => {
  let cwd = '';
  beforeAll(async () => {
    cwd = folder();
    await pmed(['review', 'export', 'plan.md', '-o', 'review.xlsx', '-q'], { cwd });
    const sheets = await fillIn(join(cwd, 'review.xlsx'), TYPED, ['We shall swim in the lake.', 3]);
    writeFileSync(join(cwd, 'filled.xlsx'), await writeXlsx({ sheets }));
    await pmed(['review', 'import', 'filled.xlsx'], { cwd });
  });

  test('that was filled in is gone by', async () => {
    const { commitments: found, rejected, tool, summary } = await commitments(cwd);
    const about = (words: string) =>
      found.find(({ evidence }: { evidence: { quote: string } }) => evidence.quote.includes(words));
    expect(about('bridge')).toMatchObject({
      actor: { name: 'County Highways', resolvedBy: 'review' },
      deadline: { end: '2028-03-31', precision: 'day', inheritedFrom: 'review' },
      review: { verdict: 'edit', before: { by: '2027-03-31' } },
    });
    expect(about('homes').review).toMatchObject({ verdict: 'keep', by: 'A. Analyst' });
    expect(about('housing plan').deadline).toMatchObject({ end: '2027-12-31', precision: 'year' });
    expect(rejected).toMatchObject([{ review: { verdict: 'not-a-commitment', note: '=hopes' } }]);
    expect(summary.commitments).toBe(found.length);
    expect(tool.options.review).toMatchObject({ file: 'pmed.review.yaml' });
    const without = await commitments(cwd, '--no-review');
    expect(without.commitments).toHaveLength(found.length + 1);
    expect(without.tool.options.review).toBeNull();
  });

  test('is exported with the verdicts that there are, and imported as it was', async () => {
    const before = readFileSync(join(cwd, 'pmed.review.yaml'), 'utf8');
    await pmed(['review', 'export', 'plan.md', '-o', 'again.xlsx', '-o', 'again.csv', '-q'], { cwd });
    for (const sheet of ['again.xlsx', 'again.csv']) {
      const { code, stderr } = await pmed(['review', 'import', sheet], { cwd });
      expect({ code, stderr }).toMatchObject({ code: 0 });
      expect(stderr).toContain('0 verdicts new, 0 changed, 4 as before');
      expect(readFileSync(join(cwd, 'pmed.review.yaml'), 'utf8')).toBe(before);
    }
  });

  test('that LibreOffice has saved again says the same', async () => {
    if (spawnSync('soffice', ['--version']).error !== undefined) {
      console.warn('LibreOffice is not here: what it saves was not tried.');
      return;
    }
    mkdirSync(join(cwd, 'saved'));
    execFileSync('soffice', [
      `-env:UserInstallation=file://${join(cwd, 'profile')}`,
      '--headless',
      ...['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(cwd, 'saved'), join(cwd, 'filled.xlsx')],
    ]);
    const { stderr } = await pmed(['review', 'import', 'saved/filled.xlsx', '-o', 'other.yaml'], { cwd });
    expect(stderr).toContain('4 verdicts new');
    expect(readFileSync(join(cwd, 'other.yaml'), 'utf8')).toBe(readFileSync(join(cwd, 'pmed.review.yaml'), 'utf8'));
  }, 120_000);

  test('is not written over what somebody may have filled in', async () => {
    const { code, stderr } = await pmed(['review', 'export', 'plan.md', '-o', 'review.xlsx'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('it exists, and somebody may have filled it in');
    expect((await pmed(['review', 'export', 'plan.md', '-o', 'review.xlsx', '--force'], { cwd })).code).toBe(0);
  });

  test('is measured', async () => {
    const { stdout } = await pmed(['eval', 'plan.md', '-f', 'json'], { cwd });
    const { precision, attributes, recall, counts } = JSON.parse(stdout);
    expect(precision[0]).toMatchObject({ by: 'all', right: 3, of: 4, share: 0.75, isFew: true });
    expect(attributes).toMatchObject([
      { attribute: 'who', right: 2, of: 3 },
      { attribute: 'what', right: 3, of: 3 },
      { attribute: 'by', right: 1, of: 3 },
    ]);
    expect(recall).toMatchObject({ right: 3, of: 4, missed: 1 });
    expect(counts).toMatchObject({ kept: 1, corrected: 2, rejected: 1, lost: 0 });
    const { stdout: screen } = await pmed(['eval', 'plan.md', '--width', '60'], { cwd });
    expect(Math.max(...screen.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(60);
    expect(screen).toContain('Only 4 verdicts');
  });

  test('is told of where what it is about is gone', async () => {
    const its = folder();
    writeFileSync(join(its, 'pmed.review.yaml'), readFileSync(join(cwd, 'pmed.review.yaml')));
    writeFileSync(join(its, 'plan.md'), PLAN.replace('We will repair the bridge at Alderford by 31 March 2027. ', ''));
    const { stderr, code } = await pmed(['commitments', 'plan.md'], { cwd: its });
    expect(code).toBe(0);
    expect(stderr).toContain('1 verdict of pmed.review.yaml is on what is no longer found');
    const { stdout } = await pmed(['review', 'show', 'plan.md'], { cwd: its });
    expect(stdout).toMatch(/edit · c-\w{8} · l\. \d+ · no longer found/);
  });
});

describe('a review file', () => {
  const its = folder();
  const entry = (place: string): string =>
    `version: 1\ndocuments:\n  - document: plan.md\n    verdicts:\n      - quote: "We will build 900 homes by 2030."\n        verdict: not-a-commitment\n        place: "${place}"\n`;

  test('that somebody else wrote moves nothing on the terminal', async () => {
    writeFileSync(join(its, 'pmed.review.yaml'), entry('\\e[2J p. 1'));
    const { stdout } = await pmed(['review', 'show'], { cwd: its });
    expect(stdout).toContain('\u241b[2J p. 1');
    expect(stdout).not.toContain('\u001b');
  });

  test.each([
    ['review show', ['review', 'show', 'plan.md'], /^verdict\t/],
    ['eval', ['eval', 'plan.md'], /^figure\t/],
  ])('is one record a line with --plain: %s', async (_, words, start) => {
    const { stdout } = await pmed([...words, '--plain'], { cwd: its });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(start);
  });

  test('leaves a word of what it rejects on pages and in Markdown', async () => {
    writeFileSync(join(its, 'pmed.review.yaml'), entry('l. 1'));
    await pmed(['analyse', 'plan.md', '-o', 'out.md', '-o', 'out.html'], { cwd: its });
    for (const name of ['out.md', 'out.html'])
      expect(readFileSync(join(its, name), 'utf8')).toContain('Rejected by review');
  });
});

describe('a bad sheet', () => {
  const refused = async (name: string, content: string | Uint8Array): Promise<string> => {
    const cwd = folder();
    writeFileSync(join(cwd, name), content);
    const { code, stderr } = await pmed(['review', 'import', name], { cwd });
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'pmed.review.yaml'))).toBe(false);
    return stderr;
  };
  const book = (sheet: string, shared = '') =>
    zipSync({
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ),
      'xl/workbook.xml': strToU8(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
      ...(shared === '' ? {} : { 'xl/sharedStrings.xml': strToU8(shared) }),
    });
  /** Says of the part that holds the most that it holds a thousand bytes, in both its headers. */
  const small = (archive: Uint8Array): Uint8Array => {
    const bytes = Buffer.from(archive);
    for (const [sign, sizeAt] of [
      ['PK\x03\x04', 22],
      ['PK\x01\x02', 24],
    ] as const)
      for (let at = bytes.indexOf(sign, 0, 'latin1'); at >= 0; at = bytes.indexOf(sign, at + 4, 'latin1'))
        if (bytes.readUInt32LE(at + sizeAt) > 5_000_000) bytes.writeUInt32LE(1000, at + sizeAt);
    return bytes;
  };
  const rows = (inner: string, before = '') =>
    `${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${inner}</sheetData></worksheet>`;
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const HEAD = `<row r="1">${cell('A1', 'id')}${cell('B1', 'quote')}${cell('C1', 'verdict')}${cell('D1', 'document')}</row>`;

  test.each<[string, string, string | Uint8Array, string]>([
    ['an old workbook', 'a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'an old .xls workbook'],
    [
      'a locked one',
      'a.xlsx',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      'is locked with a password',
    ],
    ['a PDF', 'a.xlsx', '%PDF-1.7', 'is a PDF, and no review sheet'],
    ['an archive of something else', 'a.xlsx', zipSync({ 'a.txt': strToU8('a') }), 'no workbook of the .xlsx form'],
    ['half a workbook', 'a.xlsx', book(rows(HEAD)).subarray(0, 300), 'is damaged, or no workbook'],
    ['nothing', 'a.csv', '', 'is empty'],
    ['another table', 'a.csv', 'a,b\n1,2\n', 'the columns id, quote and verdict of a review are not in it'],
    ['a workbook of another table', 'a.xlsx', book(rows(`<row r="1">${cell('A1', 'x')}</row>`)), '(A & B)'],
    [
      'a wrong verdict',
      'a.xlsx',
      book(
        rows(
          `${HEAD}<row r="7">${cell('A7', 'c-00000001')}${cell('B7', 'q')}${cell('C7', 'yes')}${cell('D7', 'plan.md')}</row>`,
        ),
      ),
      "a.xlsx: A & B!C7: 'yes' is no verdict",
    ],
    [
      'a wrong verdict in a table',
      'a.csv',
      'id;quote;verdict;document\nc-00000001;q;yes;plan.md\n',
      "row 2, column verdict: 'yes' is no verdict",
    ],
    ['a bomb', 'a.xlsx', book(rows(' '.repeat(160_000_000))), 'is too big once it is unpacked'],
    [
      'a bomb that says it is small',
      'a.xlsx',
      small(book(rows(`${HEAD}${' '.repeat(9_000_000)}`))),
      'is damaged, or no workbook',
    ],
    ['millions of empty lines', 'a.csv', `id,quote,verdict\n${'\n'.repeat(1_000_001)}`, 'has more than 1000000 lines'],
  ])('%s is refused, and nothing is written', async (_, name, content, said) => {
    expect((await refused(name, content)).replace(/\s+/g, ' ')).toContain(said);
  });

  test('entities that grow are not filled in', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const row = `<row r="2">${cell('A2', 'c-00000001')}${cell('B2', '&b;&b;')}${cell('C2', 'no')}${cell('D2', 'plan.md')}</row>`;
    expect(await refused('a.xlsx', book(rows(HEAD + row, bomb)))).not.toContain('aaaaaaaaaa');
  });

  test('a million empty rows are passed over', async () => {
    const cwd = folder();
    const empty = Array.from({ length: 1_048_575 }, (_, index) => `<row r="${index + 2}" s="1" ht="15"/>`).join('');
    writeFileSync(join(cwd, 'a.xlsx'), book(rows(HEAD + empty)));
    const { code, stderr } = await pmed(['review', 'import', 'a.xlsx'], { cwd });
    expect(stderr).toContain('no row of a.xlsx has a verdict yet');
    expect(code).toBe(0);
  }, 60_000);
});

test.each([
  ['not a list', 'version: 1\ndocuments: x\n', 'pmed.review.yaml:2:12'],
  [
    'an unknown verdict',
    'version: 1\ndocuments:\n  - document: plan.md\n    verdicts:\n      - { quote: q, verdict: kep }\n',
    "Did you mean 'keep'?",
  ],
  [
    'a correction of a kept one',
    'version: 1\ndocuments:\n  - document: plan.md\n    verdicts:\n      - { quote: q, verdict: keep, by: 2026 }\n',
    "'keep' takes no corrections",
  ],
  [
    'a day that there is not',
    'version: 1\ndocuments:\n  - document: plan.md\n    verdicts:\n      - { quote: q, verdict: edit, by: 2026-02-30 }\n',
    'there is no date 2026-02-30',
  ],
])('a review file with %s is refused with its place', async (_, content, said) => {
  const cwd = folder();
  writeFileSync(join(cwd, 'pmed.review.yaml'), content);
  const { code, stderr } = await pmed(['commitments', 'plan.md'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(said);
});
