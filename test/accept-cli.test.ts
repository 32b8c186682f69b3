/** Living with findings as a user does: comments, `pmed.ignore.yaml`, `pmed baseline`, in check and diff as built. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Baseline, BaselineSchema } from '../src/model/baseline.ts';
import { DiffSchema } from '../src/model/diff.ts';
import { FindingsSchema } from '../src/model/findings.ts';
import { pmed } from './run.ts';

const PLAN = `# Plan for Fernhollow

Fernhollow Council, 1 March 2025

The council will mend the bridge. The council will plant trees.

The council will open a ward by 2027.
`;
const LATER = PLAN.replace('1 March 2025', '1 March 2026').replace(
  'will open a ward by 2027',
  'aims to open a ward by 2029',
);

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'pmed-accept-'));
  write('plan.md', PLAN);
  write('later.md', LATER);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
const run = (...args: readonly string[]) => pmed(args, { cwd });
const baseline = (name = 'pmed-baseline.json'): Baseline => v.parse(BaselineSchema, JSON.parse(read(name)));
/** `no-deadline "trees"` of what counts, and what is kept from counting by what. */
async function check(...args: readonly string[]) {
  const { stdout, stderr, code } = await run('check', 'plan.md', '-f', 'json', ...args);
  const { findings, suppressed } = v.parse(FindingsSchema, JSON.parse(stdout));
  return {
    active: findings.filter(({ rule }) => rule === 'no-deadline').map(({ evidence }) => evidence.quote),
    hidden: suppressed.map(({ finding, by, reason, until }) => ({ rule: finding.rule, by, reason, until })),
    id: findings.find(({ rule }) => rule === 'no-deadline')?.commitmentId ?? '',
    stderr,
    code,
  };
}
async function diff(...args: readonly string[]) {
  const { stdout, stderr, code } = await run('diff', 'plan.md', 'later.md', '-f', 'json', ...args);
  const result = v.parse(DiffSchema, JSON.parse(stdout));
  return { ...result, stderr, code };
}
const LIBRARY = 'The council will mend the bridge.';
const TREES = 'The council will plant trees.';

describe('an ignore file', () => {
  const TREES_IGNORED =
    '- quote: { exact: plant trees }\n  rules: [no-deadline]\n  reason: Every spring\n  until: 2026-12-31\n';
  it('is found beside the project file, hides what it names with its reason, and ends on its day', async () => {
    expect(await check()).toMatchObject({ active: [LIBRARY, TREES], hidden: [] });
    write('pmed.ignore.yaml', TREES_IGNORED);
    expect(await check()).toMatchObject({
      active: [LIBRARY],
      hidden: [{ rule: 'no-deadline', by: 'ignore-file', reason: 'Every spring', until: '2026-12-31' }],
      stderr: '',
    });
    expect((await check('--as-of', '2026-12-31')).active).toEqual([LIBRARY]);
    const late = await check('--as-of', '2027-01-01');
    expect(late.active).toEqual([LIBRARY, TREES]);
    expect(late.stderr).toContain('pmed.ignore.yaml:1: this entry ended on 2026-12-31');
    expect((await check('--no-ignore-file')).active).toEqual([LIBRARY, TREES]);
    expect((await run('check', 'plan.md')).stdout).toContain('1 ignored');
  });
  it('may be another, named by the project file or the command line', async () => {
    mkdirSync(join(cwd, 'ci'));
    write('ci/accepted.yaml', TREES_IGNORED);
    expect((await check('--ignore-file', 'ci/accepted.yaml')).active).toEqual([LIBRARY]);
    write('pmed.config.yaml', 'ignore: ci/accepted.yaml\n');
    expect((await check()).active).toEqual([LIBRARY]);
    const { code, stderr } = await run('check', 'plan.md', '-o', 'json:ci/accepted.yaml', '--force');
    expect([code, stderr]).toEqual([2, expect.stringContaining('it is one of the files that are read')]);
  });
  it('takes words without more as a text', async () => {
    write('pmed.ignore.yaml', '- quote: plant trees\n  rules: [no-deadline]\n  reason: Every spring\n');
    expect((await check()).active).toEqual([LIBRARY]);
    write('pmed.ignore.yaml', '- quote: 5\n  reason: r\n');
    const { code, stderr } = await run('check', 'plan.md');
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/pmed\.ignore\.yaml:1:10: 'quote' must be a text or keys/),
    ]);
  });
  it('says what hides nothing and what gives no reason, with its line', async () => {
    const { id } = await check();
    write(
      'pmed.ignore.yaml',
      `- id: c-00000000\n  reason: gone\n- id: ${id}\n  rules: [no-deadline]\n- id: x-00000000\n  reason: of diffs\n`,
    );
    const { active, stderr } = await check();
    expect(active).toEqual([LIBRARY, TREES]);
    expect(stderr).toMatch(/pmed\.ignore\.yaml:1: this entry hides nothing\.[\s\S]*\[PMED-B404\]/);
    expect(stderr).toMatch(/pmed\.ignore\.yaml:3: this entry gives no reason[\s\S]*\[PMED-B403\]/);
    expect(stderr).not.toContain('yaml:5');
    expect((await check('--no-report-unused-ignores')).stderr).not.toContain('B404');
  });
  it.each([
    ['- id: c-00000000\n  rules: [no-deadlin]\n  reason: r\n', '2:11', "Did you mean 'no-deadline'?"],
    ['- id: C12\n  reason: r\n', '1:7', 'an id begins with c-, f- or x-'],
    ['- reason: r\n', '1:3', "an 'id' or a 'quote' has to say what is meant"],
    ['- id: c-00000000\n  quote: { exact: x }\n  reason: r\n', '1:3', 'not both'],
    ['- id: c-00000000\n  reson: r\n', '2:3', "Did you mean 'reason'?"],
    ['- id: c-00000000\n  reason: r\n  until: 31.12.2026\n', '3:10', 'write a day as 2027-03-31'],
    ['- id: c-00000000\n  reason: r\n  until: 2026-02-30\n', '3:10', 'there is no day 2026-02-30'],
    [
      '- id: c-00000000\n  reason: r\n<<<<<<< HEAD\n- id: c-1\n=======\n- id: c-2\n>>>>>>> main\n',
      '3:1',
      'two branches have changed the file, and the conflict is not settled',
    ],
    ['id: c-00000000\n', '1:1', "begin each entry with '- '"],
  ])('with a fault is refused: %j at %s', async (text, place, message) => {
    write('pmed.ignore.yaml', text);
    const { code, stdout, stderr } = await run('check', 'plan.md');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.replace(/\s+/g, ' ')).toContain(`pmed.ignore.yaml:${place}: `);
    expect(stderr.replace(/\s+/g, ' ')).toContain(message);
  });
  it('hides changes whose kinds it names, and of findings alone no change', async () => {
    write('pmed.ignore.yaml', '- quote: { exact: open a ward }\n  reason: agreed\n');
    expect((await diff()).summary.error).toBe(1);
    write('pmed.ignore.yaml', '- quote: { exact: open a ward }\n  rules: [weakened]\n  reason: agreed\n');
    expect((await diff()).summary.error).toBe(1);
    write(
      'pmed.ignore.yaml',
      '- quote: { exact: open a ward }\n  rules: [weakened, deadline-slipped]\n  reason: agreed\n',
    );
    const { changes, suppressed, code, summary } = await diff('--fail-on', 'any');
    expect([changes, code, summary]).toEqual([[], 0, { error: 0, warning: 0, note: 0 }]);
    expect(suppressed).toMatchObject([
      { by: 'ignore-file', reason: 'agreed', change: { kinds: ['weakened', 'deadline-slipped'] } },
    ]);
  });
});

it('comments hide what they stand before, in check and in diff', async () => {
  write(
    'plan.md',
    PLAN.replace('The council will mend', '<!-- pmed-ignore-next no-deadline: a duty -->\nThe council will mend'),
  );
  expect(await check()).toMatchObject({ active: [], stderr: '' });
  write(
    'later.md',
    LATER.replace(
      'The council aims',
      '<!-- pmed-ignore-next weakened, deadline-slipped: agreed in May -->\nThe council aims',
    ),
  );
  expect(await diff()).toMatchObject({ changes: [], suppressed: [{ by: 'comment', reason: 'agreed in May' }] });
});

it('a diff says which comments of the new version hide nothing', async () => {
  const comment = '<!-- pmed-ignore-next target-lowered: agreed in May -->\n';
  write('later.md', LATER.replace('The council aims', `${comment}The council aims`));
  const told = /later\.md: line \d+: this comment hides nothing\. \[PMED-B404\]/;
  expect((await diff()).stderr).toMatch(told);
  expect((await diff()).diagnostics).toContainEqual(expect.objectContaining({ code: 'PMED-B404', level: 'warning' }));
  expect((await diff('--no-report-unused-ignores')).stderr).not.toContain('B404');
});

describe('a baseline', () => {
  it('hides what it was made from, and nothing that is new', async () => {
    const made = await run('baseline', 'create', 'plan.md');
    expect(made).toMatchObject({ code: 0, stdout: '' });
    const before = read('pmed-baseline.json');
    expect(before.split('\n').filter((line) => line.startsWith('    {"id":"f-'))).toHaveLength(
      baseline().findings.length,
    );
    const args = ['--baseline', 'pmed-baseline.json'];
    expect(await check(...args)).toMatchObject({ active: [], stderr: '' });
    expect((await run('check', 'plan.md', ...args)).stdout).toMatch(/\d in the baseline/);
    write('plan.md', PLAN.replace('plant trees', 'plant trees. The council will cut grass'));
    expect((await check(...args)).active).toEqual(['The council will cut grass.']);
    await run('baseline', 'create', 'plan.md', '-o', 'again.json');
    write('plan.md', PLAN);
    await run('baseline', 'create', 'plan.md', '--force');
    expect(read('pmed-baseline.json')).toBe(before);
  });
  it('is neither overwritten unasked nor made up', async () => {
    await run('baseline', 'create', 'plan.md');
    const { code, stderr } = await run('baseline', 'create', 'plan.md');
    expect([code, stderr]).toEqual([2, expect.stringContaining('--force')]);
    for (const task of ['update', 'prune', 'show']) {
      const missing = await run('baseline', task, ...(task === 'show' ? [] : ['plan.md']), '--baseline', 'none.json');
      expect(missing).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining("cannot read the baseline 'none.json'"),
      });
    }
  });
  it('is made of the inputs of the project file where none is named, and never of nothing', async () => {
    expect(await run('baseline', 'create')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('needs <files>'),
    });
    write('pmed.config.yaml', 'inputs: [plan.md]\n');
    expect((await run('baseline', 'create')).code).toBe(0);
    expect(baseline().findings.length).toBeGreaterThan(1);
  });
  it('is pruned of what is gone, and updated with what is new, of the documents that are read', async () => {
    write('other.md', PLAN);
    await run('baseline', 'create', 'plan.md', 'other.md');
    const others = baseline().findings.filter(({ document }) => document === 'other.md');
    write('plan.md', PLAN.replace(LIBRARY, 'The council will cut grass.'));
    const told = await check('--baseline', 'pmed-baseline.json');
    expect(told.stderr).toMatch(/entr(?:y is|ies are) of something that is no longer found[\s\S]*\[PMED-B402\]/);
    await run('baseline', 'prune', 'plan.md');
    const quotes = () =>
      baseline()
        .findings.filter(({ document }) => document === 'plan.md')
        .map(({ quote }) => quote);
    expect(quotes()).not.toContain(LIBRARY);
    expect(quotes()).not.toContain('The council will cut grass.');
    expect(await check('--baseline', 'pmed-baseline.json')).toMatchObject({ stderr: '' });
    const updated = await run('baseline', 'update', 'plan.md');
    expect(updated.stderr).toMatch(/\d+ new, 0 gone/);
    expect(quotes()).toContain('The council will cut grass.');
    expect(baseline().findings.filter(({ document }) => document === 'other.md')).toEqual(others);
  });
  it('holds for a finding as long as its line is there', async () => {
    await run('baseline', 'create', 'plan.md');
    const isOfTrees = (line: string) => line.includes('"no-deadline"') && line.includes('plant trees');
    const lines = read('pmed-baseline.json').split('\n');
    expect(lines.filter(isOfTrees)).toHaveLength(1);
    write(
      'pmed-baseline.json',
      lines
        .filter((line) => !isOfTrees(line))
        .join('\n')
        .replace(/,\n {2}\]/, '\n  ]'),
    );
    expect((await check('--baseline', 'pmed-baseline.json')).active).toEqual([TREES]);
  });
  it('of changes accepts these, and not what comes after', async () => {
    await run('baseline', 'create', 'plan.md');
    const findings = baseline().findings;
    expect((await run('baseline', 'update', '--diff', 'plan.md', 'later.md')).code).toBe(0);
    expect(baseline()).toMatchObject({
      findings,
      changes: [{ kinds: ['weakened', 'deadline-slipped'], document: 'later.md' }],
    });
    const args = ['--baseline', 'pmed-baseline.json', '--fail-on', 'any'];
    expect(await diff(...args)).toMatchObject({ changes: [], suppressed: [{ by: 'baseline' }], code: 0, stderr: '' });
    write('later.md', LATER.replace('2029', '2031'));
    const worse = await diff(...args);
    expect([worse.changes.length, worse.code]).toEqual([1, 1]);
    expect(worse.stderr).toContain('PMED-B402');
  });
  it('from other rules is told of and still holds', async () => {
    await run('baseline', 'create', 'plan.md');
    write('pmed-baseline.json', read('pmed-baseline.json').replace(/"sha256":"\w/, '"sha256":"-'));
    const { active, stderr } = await check('--baseline', 'pmed-baseline.json');
    expect(active).toEqual([]);
    expect(stderr).toMatch(/recorded by other rules[\s\S]*\[PMED-B401\]/);
  });
  it('may be named by the project file, one for each command', async () => {
    write('pmed.config.yaml', 'check: { baseline: a.json }\ndiff: { baseline: b.json }\n');
    await run('baseline', 'create', 'plan.md');
    await run('baseline', 'create', '--diff', 'plan.md', 'later.md');
    expect([baseline('a.json').changes, baseline('b.json').findings]).toEqual([[], []]);
    expect(await check()).toMatchObject({ active: [], stderr: '' });
    expect(await diff()).toMatchObject({ changes: [], stderr: '' });
    expect((await check('--no-baseline')).active).toEqual([LIBRARY, TREES]);
    const shown = await run('config');
    expect(shown.stdout).toMatch(/check\.baseline\s+a\.json[\s\S]*diff\.baseline\s+b\.json/);
  });

  const whole = '{"$schema":"urn:pmed:schema:baseline:1","schemaVersion":"1.4","kind":"baseline"';
  it.each([
    [
      'no JSON',
      `{\n${whole.slice(1)},\n"findings": [\n    {"id":"f-1","ru\n]}`,
      'b.json:4: the baseline is no JSON here',
    ],
    ['a merge conflict', `{\n<<<<<<< HEAD\n`, 'b.json:2: two branches have changed the baseline'],
    ['another form', '{"$schema":"urn:pmed:schema:baseline:2","schemaVersion":"2.0"}', 'written by a later pmed'],
    ['a later form', `${whole.replace('1.4', '1.999')}}`, 'written by a later pmed'],
    ['a report', '{"$schema":"urn:pmed:schema:report:1"}', 'a report of pmed and no baseline'],
    ['something else', '[]', 'b.json is no baseline'],
    ['a part of one', `${whole}}`, 'no whole baseline: tool is missing'],
    ['a document', '# A plan\n', 'b.json is no baseline. Record what is there today: pmed baseline create <files> ['],
  ])('that is %s is refused', async (_, text, message) => {
    write('b.json', text);
    for (const args of [
      ['check', 'plan.md', '--baseline', 'b.json'],
      ['baseline', 'show', 'b.json'],
      ['baseline', 'update', 'plan.md', '--baseline', 'b.json'],
    ]) {
      const { code, stdout, stderr } = await run(...args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.replace(/\s+/g, ' ')).toContain(message);
    }
    expect(read('b.json')).toBe(text);
  });
  it('that is a folder, or is to be written where a document stands, is refused', async () => {
    mkdirSync(join(cwd, 'folder.json'));
    for (const args of [
      ['check', 'plan.md', '--baseline', 'folder.json'],
      ['baseline', 'create', 'plan.md', '-o', 'folder.json', '--force'],
    ])
      expect(await run(...args)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('it is a folder'),
      });
    expect(await run('baseline', 'create', 'plan.md', '-o', 'json:plan.md', '--force')).toMatchObject({ code: 2 });
    expect(read('plan.md')).toBe(PLAN);
  });
  it('is written of what could be read, and keeps the entries of what could not', async () => {
    await run('baseline', 'create', 'plan.md');
    const { findings } = baseline();
    write('plan.md', '');
    expect((await run('baseline', 'update', 'plan.md')).code).toBe(3);
    expect(baseline().findings).toEqual(findings);
  });
  it('is shown on a screen of 80 columns', async () => {
    await run('baseline', 'create', 'plan.md');
    const { stdout } = await run('baseline', 'show');
    expect(stdout).toContain('plan.md');
    expect(stdout).toContain(`no-deadline  "${TREES}"`);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(v.parse(BaselineSchema, JSON.parse((await run('baseline', 'show', '-f', 'json')).stdout))).toEqual(
      baseline(),
    );
  });
});
