/** Workbooks as the built command writes them: sheets, values and links, read back by other programs. */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Report, ReportSchema } from '../src/model/report.ts';
import { convert, EVERY_SHEET, soffice } from './office.ts';
import { folder, pmed } from './run.ts';
import { parsedTable } from './table.ts';
import { partsOf, recordsOf, sheetsOf } from './workbook.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const HOSTILE = [
  '=Plan for Fernhollow',
  '1 March 2025',
  "We will open a mill by May 2026. =cmd|' /C calc'!A0 and we will mend the clock by 31 May 2027.",
  '- +44 lines will be answered by _x0041_ clerks by 2028, and we will say so.',
  '- @Council will publish #REF! each year.',
].join('\n\n');

let files: ReturnType<typeof folder>;
beforeAll(() => {
  files = folder({
    'odd.txt': HOSTILE,
    'empty.md': 'Nothing is promised here.\n',
    'mine.xlsx': 'PK, but not a workbook',
  });
  mkdirSync(join(files.path, 'reports 2024'));
  copyFileSync(fixture('northshire-2024.pdf'), join(files.path, 'reports 2024', 'north #1.pdf'));
  copyFileSync(fixture('northshire-2024.pdf'), join(files.path, 'old.pdf'));
  copyFileSync(fixture('northshire-2026.pdf'), join(files.path, 'new.pdf'));
});
afterAll(() => files.remove());

const run = (args: readonly string[]) => pmed(args, { cwd: files.path });
const bytesOf = (name: string): Uint8Array => readFileSync(join(files.path, name));
const parsed = (json: string): Report => v.parse(ReportSchema, JSON.parse(json));

/** Writes a workbook with these arguments, and reads it back. */
async function written(args: readonly string[], name = 'out.xlsx') {
  const { code, stdout, stderr } = await run([...args, '-q', '-o', name]);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
  return sheetsOf(bytesOf(name));
}

describe('a workbook of an analysis', () => {
  it('has the records of the JSON, a row each, with days as dates and numbers as numbers', async () => {
    const sheets = await written(['analyse', 'old.pdf']);
    const report = parsed((await run(['analyse', 'old.pdf', '-f', 'json'])).stdout);
    expect([...sheets.keys()]).toEqual([
      ...['Summary', 'Commitments', 'Statements', 'Timeline', 'Themes', 'Documents', 'Problems', 'About'],
    ]);
    const commitments = recordsOf(sheets.get('Commitments'));
    expect(commitments.map(({ id }) => id)).toEqual(report.commitments.map(({ id }) => id));
    for (const [index, { deadline, checkable, evidence, targets }] of report.commitments.entries()) {
      const end = deadline?.end ?? null;
      expect(commitments[index]).toMatchObject({
        by_end: end === null ? null : new Date(`${end}T00:00:00Z`),
        checkable: checkable.all,
        page: evidence.page,
        quote: evidence.quote,
        target_value: targets[0]?.value ?? null,
      });
    }
    expect(recordsOf(sheets.get('Statements'))).toHaveLength(report.statements.length);
    expect(recordsOf(sheets.get('Timeline'))).toHaveLength(report.timeline.length);
    expect(recordsOf(sheets.get('Themes')).map(({ share }) => share)).toEqual(report.themes.map(({ share }) => share));
    expect(recordsOf(sheets.get('Problems')).map(({ code }) => code)).toEqual(
      report.diagnostics.map(({ code }) => code),
    );
    const facts = new Map(sheets.get('Summary')?.rows.map(([name, value]) => [name, value]));
    expect(facts.get('All')).toBe(report.summary.commitments);
    expect(facts.get('Checkable')).toBe(report.summary.checkable);
    const told = JSON.stringify(sheets.get('About')?.rows);
    for (const pack of report.tool.packs) expect(told).toContain(pack.sha256);
    expect(told).toContain('pmed analyse old.pdf -o report.xlsx');
  });

  it('says in About what every column of every sheet means', async () => {
    const sheets = await written(['analyse', 'old.pdf']);
    const said = new Set(sheets.get('About')?.rows.map(([, name]) => name));
    for (const name of ['Commitments', 'Statements', 'Timeline', 'Themes', 'Documents', 'Problems'])
      for (const column of sheets.get(name)?.rows[0] ?? []) expect(said).toContain(column);
  });

  it('links quotes to the pages of a PDF where it lies', async () => {
    const sheets = await written(['commitments', 'reports 2024/north #1.pdf']);
    const [first] = recordsOf(sheets.get('Commitments'));
    expect(first?.link).toBe('north%20%231.pdf#page=3');
    const links = partsOf(bytesOf('out.xlsx'))['xl/worksheets/_rels/sheet1.xml.rels'] ?? '';
    expect(links).toContain('Target="reports%202024/north%20%231.pdf" TargetMode="External"');
  });

  it('holds nothing that a spreadsheet would compute', async () => {
    const sheets = await written(['analyse', 'odd.txt']);
    const quotes = recordsOf(sheets.get('Commitments')).map(({ quote }) => String(quote));
    expect(quotes.join('\n')).toContain("=cmd|' /C calc'!A0");
    expect(quotes.join('\n')).toContain('_x0041_');
    for (const [name, xml] of Object.entries(partsOf(bytesOf('out.xlsx'))))
      if (name.startsWith('xl/worksheets/sheet')) expect(xml).not.toMatch(/<f[ >]| t="(?:e|str)"/);
  });

  it('is there where nothing was found', async () => {
    const sheets = await written(['analyse', 'empty.md']);
    expect(recordsOf(sheets.get('Commitments'))).toEqual([]);
  });

  it('is the same bytes each time, and is written over without asking', async () => {
    await written(['analyse', 'old.pdf']);
    const before = bytesOf('out.xlsx');
    await written(['analyse', 'old.pdf']);
    expect(bytesOf('out.xlsx')).toEqual(before);
  });

  it('leaves alone what it did not write', async () => {
    const { code, stderr } = await run(['analyse', 'old.pdf', '-q', '-o', 'mine.xlsx']);
    expect(code).toBe(2);
    expect(stderr).toContain('pmed did not write it');
  });
});

describe('workbooks of other commands', () => {
  it.each([
    [['commitments', 'old.pdf', '--min-strength', 'firm'], ['Commitments']],
    [['timeline', 'old.pdf', '--as-of', '2027-01-01'], ['Timeline']],
    [['themes', 'old.pdf'], ['Themes']],
    [['themes', 'old.pdf', '--by', 'section'], ['Themes']],
    [['themes', 'old.pdf', '--by', 'page'], ['Themes']],
    [['themes', 'old.pdf', 'new.pdf', '--compare'], ['Themes']],
  ])('%j has what its csv has', async (args, [table = '']) => {
    const sheets = await written(args);
    expect([...sheets.keys()]).toEqual(['Summary', table, 'Documents', 'Problems', 'About']);
    const { stdout } = await run([...args, '-f', 'csv']);
    const [head = [], ...rows] = parsedTable(stdout, ',');
    expect(sheets.get(table)?.rows[0]).toEqual(head);
    expect(recordsOf(sheets.get(table))).toHaveLength(rows.length);
  });

  it('of a comparison have a row for each kind of a change', async () => {
    const sheets = await written(['diff', 'old.pdf', 'new.pdf']);
    expect([...sheets.keys()]).toEqual(
      expect.arrayContaining(['Summary', 'Changes', 'Themes', 'Documents', 'Problems', 'About']),
    );
    const rows = parsedTable((await run(['diff', 'old.pdf', 'new.pdf', '-f', 'csv'])).stdout, ',');
    const told = ['Changes', 'Duties'].flatMap((name) => recordsOf(sheets.get(name)));
    expect(told).toHaveLength(rows.length - 1);
    expect(told.some(({ kind, before }) => kind === 'deadline-slipped' && before instanceof Date)).toBe(true);
  });

  it('of findings have them, and the rules behind them', async () => {
    const sheets = await written(['check', 'old.pdf', '--fail-on', 'none']);
    expect([...sheets.keys()]).toEqual([
      ...['Summary', 'Findings', 'Accepted', 'Rules', 'Documents', 'Problems', 'About'],
    ]);
    const findings = recordsOf(sheets.get('Findings'));
    expect(findings.length).toBeGreaterThan(3);
    const rules = new Map(recordsOf(sheets.get('Rules')).map(({ rule, findings: count }) => [rule, count]));
    for (const rule of new Set(findings.map((finding) => finding.rule)))
      expect(rules.get(rule ?? '')).toBe(findings.filter((finding) => finding.rule === rule).length);
  });
});

describe.skipIf(soffice === null)('LibreOffice (skipped where it is not installed)', () => {
  it.each(['old.pdf', 'odd.txt'])('reads in every sheet of %s what csv has', async (input) => {
    await written(['analyse', input]);
    await run(['analyse', input, '-q', '--no-bom', '--csv-raw', '-o', 'out.csv']);
    convert(join(files.path, 'out.xlsx'), EVERY_SHEET, files.path);
    for (const sheet of ['Commitments', 'Statements', 'Timeline', 'Themes', 'Documents', 'Problems']) {
      const ours = parsedTable(bytesAsText(`out.${sheet.toLowerCase()}.csv`), ',');
      const theirs = parsedTable(bytesAsText(`out-${sheet}.csv`), ',');
      expect(theirs.map((row, index) => row.map((cell, at) => sameValue(cell, ours[index]?.[at] ?? '')))).toEqual(ours);
    }
  });

  it('gives every value back, through another format', async () => {
    const before = await written(['analyse', 'odd.txt']);
    const other = join(files.path, 'other');
    mkdirSync(other);
    convert(join(files.path, 'out.xlsx'), 'ods', other);
    convert(join(other, 'out.ods'), 'xlsx', other);
    const after = await sheetsOf(readFileSync(join(other, 'out.xlsx')));
    for (const [name, { rows }] of before)
      expect({ name, rows: rows.map(trimmed) }).toEqual({ name, rows: after.get(name)?.rows.map(trimmed) });
  });

  it('makes the workbook its own when it saves it: it may hold remarks', async () => {
    await written(['analyse', 'odd.txt'], 'saved.xlsx');
    const other = join(files.path, 'resaved');
    mkdirSync(other);
    convert(join(files.path, 'saved.xlsx'), 'xlsx', other);
    const { code, stderr } = await run(['analyse', 'odd.txt', '-q', '-o', 'resaved/saved.xlsx']);
    expect(code).toBe(2);
    expect(stderr).toContain('pmed did not write it');
  });
});

const bytesAsText = (name: string): string => new TextDecoder().decode(bytesOf(name)).replaceAll('\r\n', '\n');

/** A cell as ours where it says the same: shares as per cent, thousands grouped, truths in capitals. */
function sameValue(theirs: string, ours: string): string {
  if (theirs === ours.toUpperCase() && /^(?:true|false)$/.test(ours)) return ours;
  if (theirs.endsWith('%') && Math.abs(Number(theirs.slice(0, -1)) / 100 - Number(ours)) < 1e-9) return ours;
  return /^\d{1,3}(?:,\d{3})+$/.test(theirs) && theirs.replaceAll(',', '') === ours ? ours : theirs;
}

/** A row without the empty cells at its end. */
const trimmed = (row: readonly unknown[]): unknown[] => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1);
