/** `pmed diff v1 v2 v3` as built: its formats, its verdict, and what it refuses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type History, HistorySchema } from '../src/model/history.ts';
import { displayWidth } from '../src/render/width.ts';
import { folder, pmed } from './run.ts';

const plan = (year: number, ...sentences: readonly string[]) => `# Plan for Fernhollow

Fernhollow Council, 1 March ${year}

## What we will do

We will repair every footbridge over the Fern by 2035. We will plant 40 trees on Mill Lane. ${sentences.join(' ')}

We will keep the library open on Sundays.
`;
const ward = (due: number, cue = 'will') => `We ${cue} open a ward for older patients by ${due}.`;
const clinic = 'The council will run a walk-in dental clinic in Alder House.';

let files: ReturnType<typeof folder>;
beforeAll(() => {
  files = folder({
    'v1.md': plan(2022, ward(2025), clinic),
    'v2.md': plan(2023, ward(2027)),
    'v3.md': plan(2024, ward(2027, 'aim to'), clinic),
    'v4.md': plan(2025, ward(2027, 'aim to'), clinic),
    'v5.md': plan(2026, ward(2027, 'aim to'), clinic).replace('repair every', 'mend every'),
    'strict.yaml': 'diff: { levels: { reworded: error } }\n',
    'french.md':
      '# Plan\n\nNous allons ouvrir une maison pour les personnes âgées dans le village avant la fin de cette année.\n\nLe conseil va planter des arbres dans la rue du moulin, et il va réparer les ponts qui sont sur la rivière.\n',
  });
});
afterAll(() => files.remove());
const diff = (...args: readonly string[]) => pmed(['diff', ...args], { cwd: files.path });
const three = ['v1.md', 'v2.md', 'v3.md'];
const parsed = async (...args: readonly string[]): Promise<History> =>
  v.parse(HistorySchema, JSON.parse((await diff(...args, '-f', 'json')).stdout));

describe('the history of each commitment', () => {
  it('as JSON: what became of it in which version', async () => {
    const { commitments, versions, summary, documents } = await parsed(...three);
    const told = commitments
      .filter(({ steps }) => steps.length > 0)
      .map(({ status, steps }) => [status, steps.map(({ version, kinds }) => `v${version} ${kinds.join(' ')}`)]);
    expect(told).toEqual([
      ['changed', ['v2 deadline-slipped', 'v3 weakened']],
      ['reinstated', ['v2 removed', 'v3 reinstated']],
    ]);
    expect(documents.map(({ name }) => name)).toEqual(three);
    expect(versions.map(({ removed, changed, reinstated, added }) => [removed, changed, reinstated, added])).toEqual([
      [0, 0, 0, 0],
      [1, 1, 0, 0],
      [0, 1, 1, 0],
    ]);
    expect(summary).toMatchObject({ kept: 3, changed: 1, reinstated: 1, removed: 0, added: 0 });
  });

  it('on the screen: a table of versions, and a block each with its versions', async () => {
    const { stdout, stderr, code } = await diff(...three);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ v2 {2}1 Mar 2023 +4 +1 +1 +– +– +v2\.md$/m);
    expect(stdout).toMatch(/^History: 1 reinstated, 1 changed; 3 kept$/m);
    expect(stdout).toMatch(/^ {5}v2 {3}deadline slipped {3}2025 → 2027 \(\+24 months\) +error$/m);
    expect(stdout).toMatch(/^ {5}v3 {3}weakened +will open → aim to open +error$/m);
    expect(stdout).toMatch(/^ {5}v3 {3}reinstated +as in v1 +note$/m);
  });

  it.each([40, 60, 80, 120])('stays within %i columns', async (width) => {
    const { stdout } = await diff(...three, '--width', String(width), '--all');
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  it('in files of other formats, which may be written again', async () => {
    const names = ['h.csv', 'h.tsv', 'h.md', 'h.ndjson', 'h.json'];
    const args = [...three, '-q', ...names.flatMap((name) => ['-o', name])];
    expect(await diff(...args)).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect((await diff(...args)).code).toBe(0);
    const read = (name: string) => readFileSync(join(files.path, name), 'utf8');
    const rows = read('h.csv').trimEnd().split('\n');
    expect(rows).toHaveLength(1 + 2 + 2 + 3);
    expect(rows[0]).toContain('id,status,first,last,ref,who,what,version,document,document_date,against,kinds,level');
    expect(read('h.md')).toContain('- v2 deadline slipped 2025 → 2027  (+24 months) (error)');
    const types = read('h.ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect(new Set(types)).toEqual(new Set(['header', 'document', 'version', 'commitment', 'summary']));
    expect(JSON.parse(read('h.json')).kind).toBe('history');
  });

  it('narrowed to kinds and levels: what is back was added', async () => {
    const kinds = async (...args: readonly string[]) =>
      (await parsed(...three, ...args)).commitments.flatMap(({ steps }) => steps.flatMap((step) => step.kinds));
    expect(await kinds('--only', 'weakened')).toEqual(['weakened']);
    expect(await kinds('--only', 'added')).toEqual(['reinstated']);
    expect(await kinds('--level', 'error')).toEqual(['deadline-slipped', 'weakened', 'removed']);
  });

  it('takes a date for each version', async () => {
    const { documents } = await parsed(...three, '--doc-date', '2021,2022,2023');
    expect(documents.map(({ date }) => date?.value)).toEqual(['2021', '2022', '2023']);
    expect((await diff(...three, '--doc-date', '2021,2022')).code).toBe(2);
  });
});

describe('the verdict', () => {
  it.each<[number, readonly string[], RegExp]>([
    [1, [...three, '--fail-on', 'error'], /^Result: FAIL, v3: 1 error \(--fail-on error\) +exit 1$/m],
    [0, [...three, '--fail-on', 'deadline-slipped'], /^Result: pass, v3: nothing to fail on/m],
    [0, [...three, 'v4.md', '--exit-code'], /^Result: pass, v4: /m],
    [3, [...three, 'french.md', '--fail-on', 'error'], /^Result: no verdict, a version was not compared +exit 3$/m],
    [3, ['v1.md', 'none.md', 'v3.md', '--fail-on', 'error'], /^Result: no verdict, a version was not read +exit 3$/m],
  ])('looks at the newest version: %i %j', async (expected, args, said) => {
    const { code, stdout } = await diff(...args);
    expect(code).toBe(expected);
    expect(stdout).toMatch(said);
  });
  it('goes by the levels of the settings, of what was only reworded too, as of two versions', async () => {
    for (const versions of [
      ['v3.md', 'v5.md'],
      ['v3.md', 'v4.md', 'v5.md'],
    ]) {
      expect((await diff(...versions, '--fail-on', 'error')).code).toBe(0);
      expect((await diff(...versions, '--fail-on', 'error', '--config', 'strict.yaml')).code).toBe(1);
    }
  });
});

describe('says', () => {
  it('which versions could not be read, and follows the others', async () => {
    const { code, stdout, stderr } = await diff('v1.md', 'none.md', 'v3.md', 'nil.md');
    expect(code).toBe(3);
    expect(stderr).toContain("'none.md'");
    expect(stderr).toContain("'nil.md'");
    expect(stdout).toMatch(/^ v2 {2}1 Mar 2024 /m);
    expect(await diff('v1.md', 'none.md', 'nil.md')).toMatchObject({ code: 3, stdout: '' });
  });

  it('that dates run backwards', async () => {
    const { stderr, code } = await diff('v3.md', 'v2.md', 'v4.md');
    expect(code).toBe(0);
    expect(stderr).toMatch(/v2\.md is dated 2023-03-01, which is before v3\.md \(2024-03-01\)[\s\S]*\[PMED-V503\]/);
    expect((await diff('v2.md', 'v1.md')).stderr).toContain('[PMED-V503]');
  });

  it('why a version was set aside', async () => {
    const { stdout, stderr } = await diff('v1.md', 'french.md', 'v3.md', '--width', '160');
    expect(stdout).toMatch(/french\.md: set aside, the old version is in en and the new one in fr/);
    expect(stderr).toContain('[PMED-V501]');
  });

  it.each([
    ['-f', 'sarif'],
    ['-f', 'html'],
    ['-o', 'x.sarif'],
    ['--context', '2'],
    ['--view', 'side'],
    ['--baseline', 'b.json'],
  ])('that %s %s needs two versions, and what there is for more', async (...args) => {
    const { code, stdout, stderr } = await diff(...three, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/text, json, ndjson, csv, tsv, md/);
  });
});
