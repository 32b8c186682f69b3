/** `pmed diff` as built: what it prints, where, and with which exit code. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Diff, DiffSchema } from '../src/model/diff.ts';
import { displayWidth } from '../src/render/width.ts';
import { reportOf } from './reports.ts';
import { folder, pmed } from './run.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const old = fixture('northshire-2024.md');
const now = fixture('northshire-2026.md');

/** A document around one paragraph. */
const plan = (...sentences: readonly string[]) => `# Plan for Fernhollow

Fernhollow Council, 1 March 2025

## What we will do

We will repair every footbridge over the Fern by 2028. We will plant 40 trees on Mill Lane. ${sentences.join(' ')}

We will keep the library open on Sundays.
`;
const ward = 'We will open a ward for older patients by 2027.';

const parsed = (json: string): Diff => v.parse(DiffSchema, JSON.parse(json));

let files: ReturnType<typeof folder>;
beforeAll(() => {
  files = folder({
    'old.md': plan(ward),
    'later.md': plan('We will open a ward for older patients by 2029.'),
    'weaker.md': plan('We aim to open a ward for older patients by 2027.'),
    'gone.md': plan(),
    'reflowed.md': plan(ward).replaceAll('. ', '.\n'),
    'reworded.md': plan('We will open a ward for elderly patients by 2027.'),
    'report.json': JSON.stringify(reportOf([{ quote: ward }], { status: 'partial', textCoverage: 0.5 })),
    'broken.json': `{"$schema":"urn:pmed:schema:report:1","kind":"report"`,
    'empty.md': '',
  });
});
afterAll(() => files.remove());
const diff = (...args: readonly string[]) => pmed(['diff', ...args], { cwd: files.path });

describe('two versions', () => {
  it('of the fixture strategy: every change that was made, and no other', async () => {
    const { code, stdout, stderr } = await pmed(['diff', old, now, '-f', 'json']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { changes, comparable } = parsed(stdout);
    const kindsOf = (words: string) =>
      changes
        .filter(({ before, after }) => [before, after].some((side) => side?.evidence.quote.includes(words)))
        .flatMap(({ kinds }) => kinds.filter((kind) => kind !== 'moved'));
    expect(comparable).toBe(true);
    expect(kindsOf('genetic counsellors')).toEqual(['target-lowered']);
    expect(kindsOf('median wait for genomic testing')).toEqual(['weakened']);
    expect(kindsOf('two diagnostic centres')).toEqual(['deadline-slipped']);
    expect(kindsOf('walk-in dental clinic')).toEqual(['removed']);
    expect(kindsOf('waiting times by ethnicity')).toEqual(['added']);
    expect(kindsOf('named mental health nurse')).toEqual(['condition-added']);
    expect(kindsOf('statement of costs')).toEqual(['actor-changed']);
    expect(kindsOf('patient safety commissioner')).toEqual(['added']);
    expect(kindsOf('pay for a taxi')).toEqual(['reworded']);
    expect(kindsOf('No community hospital')).toEqual([]);
    const real = changes.filter(({ kinds }) => kinds.some((kind) => kind !== 'moved' && kind !== 'reworded'));
    expect(real).toHaveLength(8);
  });

  it('of the same words differ in nothing, whatever the layout and format', async () => {
    for (const [one, two] of [
      ['northshire-2024.txt', 'northshire-2024-reflowed.txt'],
      ['northshire-2024.pdf', 'northshire-2024-reflowed.pdf'],
      ['northshire-2024.md', 'northshire-2024.pdf'],
      ['northshire-2026.md', 'northshire-2026.pdf'],
    ] as const) {
      const { stdout } = await pmed(['diff', fixture(one), fixture(two), '-f', 'json']);
      expect([
        one,
        two,
        parsed(stdout).changes.map(({ kinds, before, after }) => [
          kinds,
          before?.evidence.quote,
          after?.evidence.quote,
        ]),
      ]).toEqual([one, two, []]);
    }
  });

  it.each([60, 80, 120])('stay within %i columns', async (width) => {
    const { stdout } = await pmed(['diff', old, now, '--width', String(width), '--all']);
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  it('give the same bytes under any time zone and language', async () => {
    const one = await pmed(['diff', old, now], { env: { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' } });
    const two = await pmed(['diff', old, now], { env: { TZ: 'America/New_York', LANG: 'C' } });
    expect(one.stdout).toBe(two.stdout);
  });
});

describe('exit codes', () => {
  it.each<[number, readonly string[]]>([
    [0, ['old.md', 'later.md']],
    [1, ['old.md', 'later.md', '--fail-on', 'error']],
    [1, ['old.md', 'later.md', '--fail-on', 'removed,deadline-slipped']],
    [0, ['old.md', 'later.md', '--fail-on', 'removed,weakened']],
    [1, ['old.md', 'gone.md', '--exit-code']],
    [1, ['gone.md', 'old.md', '--fail-on', 'any']],
    [0, ['gone.md', 'old.md', '--fail-on', 'warning']],
    [0, ['old.md', 'reflowed.md', '--exit-code']],
    [0, ['old.md', 'reworded.md', '--exit-code']],
    [1, ['old.md', 'reworded.md', '--fail-on', 'reworded']],
    [0, ['old.md', 'old.md', '--exit-code']],
    [2, ['old.md', 'later.md', '--fail-on', 'weakend']],
    [2, ['old.md', 'later.md', '--match', '2']],
    [2, ['old.md', 'later.md', '--doc-date', '2024,2025,2026']],
    [2, ['old.md']],
    [3, ['old.md', 'missing.md']],
    [3, ['old.md', 'missing.md', '--fail-on', 'any']],
    [3, ['broken.json', 'old.md']],
    [3, ['report.json', 'old.md', '--fail-on', 'any']],
  ])('%i: %j', async (expected, args) => {
    const { code, stderr } = await diff(...args);
    expect({ code, stderr: expected > 1 ? '' : stderr }).toEqual({ code: expected, stderr: '' });
    expect(stderr).not.toContain('    at ');
  });

  it('of what was only reworded is that of the level that settings give it', async () => {
    writeFileSync(join(files.path, 'strict.yaml'), 'version: 1\ndiff: { levels: { reworded: warning } }\n');
    const { code, stdout } = await diff('old.md', 'reworded.md', '--fail-on', 'warning', '-c', 'strict.yaml');
    expect(code).toBe(1);
    expect(stdout).toMatch(/ = reworded .*\n +reworded +warning$/m);
  });

  it('3 without a result when a side is missing, naming both sides at once', async () => {
    const { stdout, stderr } = await diff('missing.md', 'ward.md');
    expect(stdout).toBe('');
    expect(stderr).toContain("'missing.md'");
    expect(stderr).toContain("'ward.md'");
  });

  it('says that a side that was partly read allows no verdict', async () => {
    const { stdout } = await diff('report.json', 'old.md', '--fail-on', 'error');
    expect(stdout).toMatch(/^Result: no verdict, the old version was not read completely +exit 3$/m);
  });
});

describe('what is shown', () => {
  it('the verdict last', async () => {
    const { stdout } = await diff('old.md', 'later.md', '--fail-on', 'error');
    expect(stdout).toMatch(/deadline slipped +2027 → 2029 +\(?\+24 months\)? +error/);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^Result: FAIL, 1 error \(--fail-on error\) +exit 1$/);
  });

  it('only the kinds and levels asked for', async () => {
    const only = parsed((await pmed(['diff', old, now, '-f', 'json', '--only', 'added'])).stdout);
    expect(new Set(only.changes.flatMap(({ kinds }) => kinds))).toEqual(new Set(['added']));
    const errors = parsed((await pmed(['diff', old, now, '-f', 'json', '--level', 'error'])).stdout);
    expect(new Set(errors.changes.map(({ level }) => level))).toEqual(new Set(['error']));
  });

  it('reports that pmed wrote are inputs like documents', async () => {
    await pmed(['analyse', 'old.md', '-q', '-o', 'old.json'], { cwd: files.path });
    const { stdout } = await diff('old.json', 'weaker.md', '-f', 'json', '-o', 'changes.json');
    expect(parsed(stdout).changes.map(({ kinds }) => kinds)).toEqual([['weakened']]);
    expect(existsSync(join(files.path, 'changes.json'))).toBe(true);
    expect(readFileSync(join(files.path, 'changes.json'), 'utf8')).toBe(stdout);
  });

  it('every format, to stdout and to as many files as are named, which may be written again', async () => {
    const names = ['changes.json', 'changes.ndjson', 'changes.csv', 'changes.tsv', 'changes.md', 'changes.html'];
    const targets = names.flatMap((name) => ['-o', name]);
    for (const time of [1, 2]) {
      const { code, stdout, stderr } = await diff('old.md', 'later.md', '-f', 'csv', ...targets);
      expect({ time, code, wrote: names.every((name) => stderr.includes(`wrote ${name}`)) }).toEqual({
        time,
        code: 0,
        wrote: true,
      });
      expect(stdout).toMatch(/^change,level,kind,/);
      expect(readFileSync(join(files.path, 'changes.csv'), 'utf8')).toBe(`\ufeff${stdout}`);
    }
    const [json, lines, md] = ['changes.json', 'changes.ndjson', 'changes.md'].map((name) =>
      readFileSync(join(files.path, name), 'utf8'),
    );
    expect(lines?.match(/^\{"type":"change"/gm)).toHaveLength(parsed(json ?? '').changes.length);
    expect(md).toMatch(/^<!-- pmed:diff:later\.md -->\n/);
  });

  it('the view that is asked for, where there is room and a text', async () => {
    const side = await diff('old.md', 'later.md', '--view', 'side', '--width', '100');
    expect(side.stdout).toMatch(/\[-2027-\].*│.*\{\+2029\+\}/);
    const line = await diff('old.md', 'later.md', '--view', 'line', '--fail-on', 'error');
    expect([line.code, line.stdout.split('\n').length]).toEqual([1, 2]);
    expect(line.stdout).toMatch(/^later\.md:7: error deadline-slipped x-\w+ 2027-12-31 -> 2029-12-31 /);
    expect(line.stderr).toContain('Result: FAIL, 1 error (--fail-on error)');
    for (const [args, said] of [
      [['--view', 'side'], '--width 100'],
      [['--view', 'side', '--width', '99'], '--view plan'],
      [['--view', 'line', '-f', 'json'], 'json has none'],
      [['--view', 'columns'], 'plan, side, line'],
    ] as const) {
      const { code, stdout, stderr } = await diff('old.md', 'later.md', ...args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(said);
    }
  });

  it('help that begins with examples', async () => {
    const { stdout } = await pmed(['diff', '--help']);
    expect(stdout.split('\n')[2]).toContain('pmed diff old.pdf new.pdf');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
