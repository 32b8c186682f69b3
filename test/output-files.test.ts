/** What `-o` makes: families of files, all or none of them, and nothing over what is not pmed's. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { outputTargets } from '../src/cli/output/target.ts';
import { pmed } from './run.ts';
import { parsedTable } from './table.ts';

const note = `# Harbour plan

14 March 2024

The Port Authority will publish a dredging plan by June 2025. We aim to halve waits by 2027.
Trusts must report each quarter.
`;

const rooms: string[] = [];
function room(files: Readonly<Record<string, string>> = { 'harbour.md': note }): string {
  const cwd = mkdtempSync(join(tmpdir(), 'pmed-files-'));
  rooms.push(cwd);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}
afterAll(() => {
  for (const cwd of rooms) rmSync(cwd, { recursive: true, force: true });
});

const TABLES = ['commitments', 'statements', 'timeline', 'themes', 'documents', 'problems'];

describe('a family of files', () => {
  it('has a table or picture each, named after what it holds', async () => {
    const cwd = room();
    const { code, stderr, stdout } = await pmed(
      ['analyse', 'harbour.md', '-f', 'json', '-o', 'out.csv', '-o', 'tsv:out.tables', '-o', 'out.svg'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(
      [
        'harbour.md',
        ...TABLES.flatMap((name) => [`out.${name}.csv`, `out.${name}.tables`]),
        'out.timeline.svg',
        'out.themes.svg',
      ].sort(),
    );
    expect(stderr).toContain('pmed: wrote out.timeline.svg, out.themes.svg\n');
    const report = JSON.parse(stdout);
    for (const name of TABLES) {
      const text = readFileSync(join(cwd, `out.${name}.csv`), 'utf8');
      const [head = [], ...rows] = parsedTable(text.replace(/^\ufeff/, ''), ',');
      expect(text.startsWith('\ufeff'), name).toBe(true);
      for (const row of rows) expect(row.length, name).toBe(head.length);
      const records = report[name === 'problems' ? 'diagnostics' : name];
      expect(rows.length, name).toBe(records.length);
      expect(readFileSync(join(cwd, `out.${name}.tables`), 'utf8').split('\n')[0], name).toBe(
        `\ufeff${head.join('\t')}`,
      );
    }
  });

  it('is written again over its own files, without marks where they are not wanted', async () => {
    const cwd = room();
    for (const more of [[], ['--no-bom', '--csv-raw']])
      expect(
        await pmed(['analyse', 'harbour.md', '-q', '-o', 'out.csv', '-o', 'out.tsv', '-o', 'out.svg', ...more], {
          cwd,
        }),
      ).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, 'out.documents.csv'), 'utf8')).toMatch(/^document,title,/);
  });

  it('is written whole or not at all', async () => {
    const cwd = room();
    writeFileSync(join(cwd, 'out.themes.csv'), 'my,own,themes\n');
    const before = readdirSync(cwd).sort();
    const run = await pmed(['analyse', 'harbour.md', '-q', '-o', 'out.json', '-o', 'out.csv'], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain("cannot write 'out.themes.csv': it exists and pmed did not write it.");
    expect(readdirSync(cwd).sort()).toEqual(before);
  });

  it('is for files only', async () => {
    const cwd = room();
    const { code, stdout, stderr } = await pmed(['analyse', 'harbour.md', '-f', 'csv'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('-o report.csv');
    expect(await pmed(['analyse', 'harbour.md', '-q', '-f', 'csv', '-o', 'out.csv'], { cwd })).toMatchObject({
      code: 0,
    });
  });
});

describe('a file of -o', () => {
  const families = { csv: ['one', 'two'] };
  const targets = (...raw: string[]) =>
    outputTargets(raw, ['json', 'csv', 'html'], families).flatMap(({ files }) => files.map(({ typed }) => typed));

  it('is what is typed, or lies beside it', () => {
    expect(targets('a.json', '-', 'b/c.csv', 'csv:d', './E.CSV', 'C:\\f.json')).toEqual([
      'a.json',
      'b/c.one.csv',
      'b/c.two.csv',
      'd.one.csv',
      'd.two.csv',
      './E.one.CSV',
      './E.two.CSV',
      'C:\\f.json',
    ]);
  });

  it.each([
    [['out/'], 'Name a file in that folder'],
    [['json:out/'], 'Name a file in that folder: out/report.json'],
    [['C:\\out\\'], 'Name a file in that folder'],
    [['a.json', './a.json'], "'a.json' and './a.json' both write"],
    [['a.json', 'a.json'], 'It is named twice'],
    [['a.csv', 'json:a.one.csv'], "both write 'a.one.csv'"],
    [['json:'], 'Name a file'],
    [['a.docx'], 'Formats of this command: json, csv, html'],
    [['a'], 'or write json:a'],
  ])('is refused as in %j', (raw, words) => {
    expect(() => targets(...raw)).toThrow(
      expect.objectContaining({ code: 'PMED-U004', hint: expect.stringContaining(words) }),
    );
  });

  it('that a spreadsheet has saved again is left alone', async () => {
    const cwd = room();
    const write = () => pmed(['commitments', 'harbour.md', '-q', '-o', 'out.csv'], { cwd });
    expect(await write()).toMatchObject({ code: 0 });
    expect(await write()).toMatchObject({ code: 0 });
    const path = join(cwd, 'out.csv');
    const remarked = readFileSync(path, 'utf8').replaceAll('\n', '\r\n');
    writeFileSync(path, remarked);
    expect(await write()).toMatchObject({ code: 2 });
    expect(readFileSync(path, 'utf8')).toBe(remarked);
  });
});

describe.skipIf(process.platform === 'win32')('a link', () => {
  it.each(['there already', 'not there yet'])('to a file %s stays a link', async (when) => {
    const cwd = room();
    mkdirSync(join(cwd, 'shared'));
    symlinkSync('shared/latest.json', join(cwd, 'middle.json'));
    symlinkSync('middle.json', join(cwd, 'out.json'));
    if (when === 'there already') writeFileSync(join(cwd, 'shared/latest.json'), '');
    expect(await pmed(['analyse', 'harbour.md', '-q', '-o', 'out.json'], { cwd })).toMatchObject({ code: 0 });
    expect(lstatSync(join(cwd, 'out.json')).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(cwd, 'shared'))).toEqual(['latest.json']);
    expect(JSON.parse(readFileSync(join(cwd, 'shared/latest.json'), 'utf8'))).toMatchObject({ kind: 'report' });
  });
});

describe('a disk that refuses', () => {
  const isRoot = process.getuid?.() === 0;

  it.skipIf(!existsSync('/dev/full'))('because it is full leaves no file at all', async () => {
    const cwd = room();
    const run = await pmed(['analyse', 'harbour.md', '-q', '-o', 'out.json', '-o', 'json:/dev/full', '-o', 'out.csv'], {
      cwd,
    });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain("cannot write '/dev/full': the disk is full.");
    expect(readdirSync(cwd)).toEqual(['harbour.md']);
  });

  it.each([
    [`${'x'.repeat(252)}.json`, 'the name is too long.'],
    [`${'x'.repeat(245)}.csv`, 'the name is too long.'],
    ['ring.json', 'it is a link that leads back to itself.'],
    ['harbour.md/out.json', 'a part of its path is a file, and no folder.'],
  ])('a name leaves no file: %s', async (name, why) => {
    const cwd = room();
    symlinkSync('ring.json', join(cwd, 'ring.json'));
    const run = await pmed(['analyse', 'harbour.md', '-q', '-o', name], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr.replace(/\s+/g, ' ')).toContain(why);
    expect(readdirSync(cwd).sort()).toEqual(['harbour.md', 'ring.json']);
  });

  it('a name of a sheet is told too', async () => {
    const run = await pmed(['review', 'export', 'harbour.md', '-o', `${'x'.repeat(300)}.csv`], { cwd: room() });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('the name is too long.');
  });

  it.skipIf(isRoot)('because a folder is read-only is told before the work begins', async () => {
    const cwd = room();
    mkdirSync(join(cwd, 'sealed'));
    chmodSync(join(cwd, 'sealed'), 0o555);
    const run = await pmed(['analyse', 'harbour.md', '-q', '-o', 'sealed/out.csv'], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain("cannot write 'sealed/out.commitments.csv': permission denied.");
  });
});

describe('the folder that is read', () => {
  it('may hold the results: what pmed wrote is no document of the next run', async () => {
    const cwd = room();
    mkdirSync(join(cwd, 'plans'));
    writeFileSync(join(cwd, 'plans/harbour.md'), note);
    writeFileSync(join(cwd, 'plans/comments.md'), `<!-- pmed-ignore-next weak-verb: it is meant so -->\n\n${note}`);
    const outputs = ['html', 'md', 'csv', 'svg', 'json', 'qdpx', 'xlsx'].flatMap((format) => [
      '-o',
      `plans/all.${format}`,
    ]);
    const run = () => pmed(['analyse', 'plans', '-f', 'json', ...outputs], { cwd });
    const first = await run();
    const second = await run();
    expect(second).toMatchObject({ code: 0, stdout: first.stdout });
    expect(JSON.parse(first.stdout).documents).toHaveLength(2);
    expect(first.stderr).not.toContain('left out');
    expect(second.stderr).toContain('pmed: left out what pmed itself wrote: plans/all.html, plans/all.md\n');
    // What is named itself is read.
    expect(JSON.parse((await pmed(['analyse', 'plans/all.md', '-f', 'json'], { cwd })).stdout).documents).toHaveLength(
      1,
    );
    rmSync(join(cwd, 'plans/harbour.md'));
    rmSync(join(cwd, 'plans/comments.md'));
    const none = await pmed(['analyse', 'plans'], { cwd });
    expect(none.code).toBe(3);
    expect(none.stderr).toContain("all 2 documents in 'plans' are left out because pmed wrote them.");
  });
});

describe('output.files of the project file', () => {
  it('takes every format', async () => {
    const cwd = room({
      'harbour.md': note,
      'pmed.config.yaml':
        'output:\n  files: [all.csv, all.md, all.qdpx, all.xlsx, all.svg, all.ics, "json:all.data"]\n',
    });
    expect(await pmed(['analyse', 'harbour.md', '-q'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    expect(readdirSync(cwd)).toEqual(
      expect.arrayContaining([
        'all.md',
        'all.qdpx',
        'all.xlsx',
        'all.ics',
        'all.data',
        'all.timeline.svg',
        ...TABLES.map((table) => `all.${table}.csv`),
      ]),
    );
  });
});
