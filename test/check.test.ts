/** `pmed check` on a plan with every fault that its rules know, and on its mended counterpart; and the command around it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { check } from '../src/check/check.ts';
import { compileChecks } from '../src/check/check-rules.ts';
import type { Finding } from '../src/model/findings.ts';
import { loadRules } from '../src/rules/load.ts';
import { pmed } from './run.ts';

const rules = await loadRules();
const checks = compileChecks(rules);

/** Sentences with what is wrong with each, as one plan of the Harbour Board of 14 November 2024. */
const FAULTY: readonly (readonly [sentence: string, ...rules: string[]])[] = [
  ['The Harbour Board will light the quay.', 'no-deadline'],
  ['The Harbour Board will explore a shared ferry with the island.', 'weak-verb', 'no-deadline'],
  ['The Harbour Board will encourage walking to the terminal.', 'weak-verb'],
  ['A survey of the sea wall will be carried out by June 2026.', 'agentless-passive'],
  ['The Harbour Board will plant thousands of trees by June 2027.', 'vague-quantity'],
  ['The Harbour Board will publish its accounts in due course.', 'vague-deadline'],
  ['The Harbour Board will buy two tugs by June 2027, subject to funding.', 'conditional'],
  ['The Harbour Board will, where possible, buy fuel on the island by June 2026.', 'conditional'],
  ['The Harbour Board will reduce waiting times at the slipway by June 2026.', 'no-measure'],
  ['The Harbour Board will improve access to the archive by June 2026.', 'no-measure'],
  ['The Harbour Board will recruit 12 additional wardens by June 2026.', 'no-measure-baseline'],
  ['The Harbour Board will cut its emissions by 30% by December 2030.', 'no-measure-baseline'],
  ['The Harbour Board will publish a code of conduct within six months of Royal Assent.', 'unresolved-date'],
  ['The Harbour Board will open the east pier by June 2023.', 'deadline-before-publication'],
  ['The Harbour Board will open a new ferry terminal at Saltby by June 2026.'],
  ['The Harbour Board will open a new ferry terminal at Saltby by June 2027.', 'conflicting-dates'],
  ['The Harbour Board will build 40 new homes behind Fish Street by May 2028.'],
  ['The Harbour Board will build 60 new homes behind Fish Street by May 2028.', 'conflicting-targets'],
];

/** The same, mended, and what was never wrong. */
const MENDED: readonly string[] = [
  'The Harbour Board will light the quay by June 2026.',
  'The Harbour Board will publish a decision on a shared ferry by June 2026.',
  'The Harbour Board will open a footpath to the terminal by June 2026.',
  'The Harbour Board will carry out a survey of the sea wall by June 2026.',
  'The Harbour Board will plant 4,000 trees by June 2027.',
  'The Harbour Board will publish its accounts every year.',
  'The Harbour Board will buy two tugs by June 2027.',
  'The Harbour Board will reduce waiting times at the slipway from 30 to 10 minutes by June 2026.',
  'The Harbour Board will cut its emissions by 30% on 2019 levels by December 2030.',
  'The Harbour Board will bring the vacancy rate below 8% by June 2026.',
  'The Harbour Board will continue to fund the lifeboat.',
  'The Harbour Board will not sell Mill House.',
  'If a resident asks, the Harbour Board will send the plan by post.',
  'The Harbour Board will treat visitors with respect.',
  'The island council said that it would light its own quay.',
  'The Harbour Board has opened the east pier.',
];

const plan = (sentences: readonly string[]): string =>
  `# Harbour Board: plan for the port\n\n14 November 2024\n\n${sentences.join('\n\n')}\n`;

async function findingsIn(text: string, options: Parameters<typeof check>[2] = {}): Promise<Finding[]> {
  const report = await analyse({ name: 'plan.md', text }, { publisher: 'Harbour Board' });
  const [document] = report.documents;
  return check({ ...report, document: document ?? null }, checks, options);
}

describe('the rules', () => {
  test('find every fault of a faulty plan, and nothing else', async () => {
    const found = await findingsIn(plan(FAULTY.map(([sentence]) => sentence)));
    for (const [sentence, ...expected] of FAULTY) {
      const own = found.filter(({ evidence }) => evidence.quote === sentence);
      expect(own.map(({ rule }) => rule).sort(), sentence).toEqual([...expected].sort());
    }
    expect(found).toHaveLength(FAULTY.flatMap(([, ...its]) => its).length);
  });

  test('find nothing in its mended counterpart', async () => {
    const found = await findingsIn(plan(MENDED));
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  test('call contradictions and dates before publication errors, all else warnings', async () => {
    const found = await findingsIn(plan(FAULTY.map(([sentence]) => sentence)));
    const errors = found.filter(({ level }) => level === 'error').map(({ rule }) => rule);
    expect(errors.sort()).toEqual(['conflicting-dates', 'conflicting-targets', 'deadline-before-publication']);
    expect(found.every(({ level }) => level !== 'note')).toBe(true);
  });

  test('quote both sides of a contradiction, with the place of the other', async () => {
    const found = await findingsIn(plan(FAULTY.map(([sentence]) => sentence)));
    const conflict = found.find(({ rule }) => rule === 'conflicting-dates');
    expect(conflict?.message).toMatch(/^"by June 2027" here, "by June 2026" on line \d+ for the same$/);
    expect(conflict?.related[0]?.evidence.quote).toContain('June 2026');
  });

  test('call another contradiction another finding, so that one which was accepted hides no later one', async () => {
    const idWith = async (year: number) => {
      const one = 'The Harbour Board will open a new ferry terminal at Saltby by June';
      const found = await findingsIn(plan([`${one} 2027.`, `${one} ${year}.`]));
      return found.filter(({ rule }) => rule === 'conflicting-dates').map(({ id }) => id);
    };
    expect(await idWith(2028)).toHaveLength(1);
    expect(await idWith(2028)).toEqual(await idWith(2028));
    expect(await idWith(2028)).not.toEqual(await idWith(2029));
  });

  test('call deadlines passed only with a day to judge by', async () => {
    const text = plan(['The Harbour Board will light the quay by June 2025.']);
    expect(await findingsIn(text)).toEqual([]);
    expect(await findingsIn(text, { asOf: '2025-06-30' })).toEqual([]);
    const [passed] = await findingsIn(text, { asOf: '2025-07-01' });
    expect(passed).toMatchObject({ rule: 'deadline-passed', level: 'warning' });
    expect(passed?.timeId).not.toBeNull();
  });

  test('tell once what all items of a list lack, and what is said again', async () => {
    const list = 'The Harbour Board will:\n\n- repair the crane\n- paint the lighthouse\n- dredge the basin\n';
    const [first, ...others] = await findingsIn(plan([list]));
    expect(others).toEqual([]);
    expect(first?.message).toBe('"repair the crane": by when? (and 2 more items of its list)');
    const twice = 'The Harbour Board will repair the old harbour crane at Fish Street.';
    expect(await findingsIn(plan([twice, 'The crane is old.', twice]))).toHaveLength(1);
  });

  test('leave alone what others have promised', async () => {
    const reported = 'The ministry said that it would light the quay.';
    expect(await findingsIn(plan([reported]))).toEqual([]);
  });

  test('say once who is not defined', async () => {
    const report = await analyse({
      name: 'note.md',
      text: 'We will light the quay by June 2026.\n\nWe will paint the lighthouse by June 2026.\n',
    });
    const found = check({ ...report, document: report.documents[0] ?? null }, checks);
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([
      ['we-undefined', '"we": no publisher was found for whom it stands, here and in 1 more'],
    ]);
  });

  test('take levels from the settings, and leave out what is off', async () => {
    const text = plan(['The Harbour Board will explore a shared ferry.']);
    const found = await findingsIn(text, { levels: { 'weak-verb': 'note', 'no-deadline': 'off' } });
    expect(found.map(({ rule, level }) => [rule, level])).toEqual([['weak-verb', 'note']]);
  });

  test('give ids that follow what is said and not where', async () => {
    const one = await findingsIn(plan(['The Harbour Board will light the quay.']));
    const other = await findingsIn(
      plan(['The port is old.', 'It has two piers.', 'The Harbour Board will light the quay.']),
    );
    expect(one.map(({ id }) => id)).toEqual(other.map(({ id }) => id));
  });

  test('take time in proportion to the records', async () => {
    const report = await analyse({ name: 'plan.md', text: plan(['The Harbour Board will explore a shared ferry.']) });
    const [commitment] = report.commitments;
    if (commitment === undefined) throw new Error('no commitment');
    const commitments = Array.from({ length: 20_000 }, (_, index) => ({
      ...commitment,
      id: `c-${index}`,
      ref: `C${index + 1}`,
      evidence: { ...commitment.evidence, start: index * 50, end: index * 50 + 40 },
    }));
    const found = check({ document: null, commitments, timeline: [] }, checks);
    expect(found).toHaveLength(40_000);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pmed-check-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const faulty = file('faulty.md', plan(FAULTY.map(([sentence]) => sentence)));
  const warned = file('warned.md', plan(['The Harbour Board will light the quay.']));
  const mended = file('mended.md', plan(MENDED));
  const run = (...args: string[]) => pmed(['check', ...args], { cwd: folder });

  test('exits 1 for errors, 0 for warnings and for nothing', async () => {
    expect((await run(faulty)).code).toBe(1);
    expect((await run(warned)).code).toBe(0);
    const { code, stdout } = await run(mended);
    expect([code, stdout]).toEqual([0, 'Nothing to mend\nResult: pass, nothing to fail on (--fail-on error)\n']);
  });

  test('fails on levels, rules and too many warnings, whichever are shown', async () => {
    expect((await run(warned, '--fail-on', 'warning')).code).toBe(1);
    expect((await run(warned, '--fail-on', 'no-deadline')).code).toBe(1);
    expect((await run(warned, '--fail-on', 'weak-verb')).code).toBe(0);
    expect((await run(faulty, '--fail-on', 'none')).code).toBe(0);
    expect((await run(warned, '--max-warnings', '0')).code).toBe(1);
    expect((await run(warned, '--max-warnings', '1')).code).toBe(0);
    expect((await run(faulty, '--only', 'weak-verb')).code).toBe(1);
  });

  test('shows the rules and levels that are asked for', async () => {
    const only = JSON.parse((await run(faulty, '--only', 'weak-verb,conditional', '-f', 'json')).stdout);
    expect(new Set(only.findings.map(({ rule }: Finding) => rule))).toEqual(new Set(['weak-verb', 'conditional']));
    const errors = JSON.parse((await run(faulty, '--level', 'error', '-f', 'json')).stdout);
    expect(errors.summary).toMatchObject({ error: 3, warning: 0, note: 0 });
    expect((await run(warned, '--level', 'error')).stdout).toMatch(
      /^Nothing of what was asked for; 1 finding not shown \(/,
    );
  });

  test.each([
    [['--only', 'weak-verbs'], '--only cannot be'],
    [['--fail-on', 'bad'], '--fail-on cannot be'],
    [['--max-warnings', 'few'], '--max-warnings cannot be'],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await run(warned, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('gives no verdict where an input was not read', async () => {
    const { code, stdout } = await run(faulty, join(folder, 'missing.md'));
    expect(code).toBe(3);
    expect(stdout).toContain('Result: no verdict, not everything was read');
  });

  test('reads stdin, folders and many inputs', async () => {
    const piped = await pmed(['check', '-', '--type', 'md'], {
      cwd: folder,
      input: plan(['The Harbour Board will light the quay.']),
    });
    expect(piped.stdout).toContain('no-deadline');
    const all = JSON.parse((await run(folder, '-f', 'json')).stdout);
    expect(all.documents).toHaveLength(3);
  });

  test.each([60, 80, 120])('keeps to %i columns, cutting nothing', async (width) => {
    for (const all of [[], ['--all']]) {
      const { stdout } = await run(faulty, warned, '--width', String(width), ...all);
      for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(width);
      expect(stdout.replace(/\s+/g, ' ')).toContain('"will explore" is not an outcome');
      expect(stdout.split('\n').length).toBeLessThan(all.length > 0 ? 200 : 55);
    }
  });

  test('shows the errors of a long document first, and says how much is left out', async () => {
    const many = Array.from(
      { length: 90 },
      (_, index) => `The Harbour Board will repair pier number ${index} at Saltby.`,
    );
    const long = file('long.md', plan([...many, 'The Harbour Board will open the east pier by June 2023.']));
    const { stdout } = await run(long);
    expect(stdout).toContain('deadline-before-publication');
    expect(stdout).toMatch(/\d+ more: --all/);
    expect(stdout.split('\n').length).toBeLessThan(55);
    rmSync(long);
  });

  test('says how to ask why, with the path as it was typed', async () => {
    const { stdout } = await run(warned);
    const [, command = ''] = /Why: pmed (explain \S+ C\d+)/.exec(stdout) ?? [];
    expect(command).toContain(warned);
    expect((await pmed(command.split(' '), { cwd: folder })).code).toBe(0);
  });

  test('writes the same findings in every format', async () => {
    const { findings } = JSON.parse((await run(faulty, '-f', 'json')).stdout);
    const lines = (await run(faulty, '-f', 'ndjson')).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ type }) => type === 'finding').map(({ id }) => id)).toEqual(
      findings.map(({ id }: Finding) => id),
    );
    expect(lines.at(-1)).toMatchObject({ type: 'summary', error: 3 });
    const csv = (await run(faulty, '-f', 'csv')).stdout.trim().split('\n');
    expect(csv).toHaveLength(findings.length + 1);
    const md = (await run(faulty, '-f', 'md')).stdout;
    expect(md.startsWith('<!-- pmed:check -->\n')).toBe(true);
    expect(md.match(/^ {2}- /gm)).toHaveLength(findings.length);
  });

  test('writes files, and writes over its own', async () => {
    const out = join(folder, 'out.csv');
    for (let time = 0; time < 2; time++) expect((await run(warned, '-q', '-o', out)).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('no-deadline');
    rmSync(out);
  });

  test('goes by the rules of a user, and by what a project switches off', async () => {
    const pack = file(
      'house.yaml',
      [
        'pack: check',
        'rules:',
        '  - id: no-shall',
        '    description: The house writes "will".',
        '    level: error',
        '    message: \'"{words}": write "will"\'',
        '    match: ["shall"]',
        '    finds: ["The council [shall|said] light the quay by June 2026."]',
        '    ignores: ["The council will light the quay by June 2026."]',
        '',
      ].join('\n'),
    );
    expect((await pmed(['rules', 'test', pack])).code).toBe(0);
    const text = file('shall.md', plan(['The Harbour Board shall light the quay.']));
    const own = await run(text, '--rules', pack);
    expect([own.code, own.stdout]).toEqual([1, expect.stringContaining('"shall": write "will"')]);
    file('pmed.config.yaml', 'rules: { disable: [check/no-deadline] }\n');
    const off = await run(text);
    expect([off.code, off.stdout]).toEqual([0, expect.stringContaining('Nothing to mend')]);
    file('pmed.config.yaml', 'check: { fail-on: warning, levels: { no-deadline: error } }\n');
    const raised = await run(text);
    expect([raised.code, raised.stdout]).toEqual([1, expect.stringContaining('1 error')]);
    for (const name of ['pmed.config.yaml', 'shall.md', 'house.yaml']) rmSync(join(folder, name));
  });

  test('refuses a rule of a user that finds nothing', async () => {
    const pack = file('idle.yaml', 'pack: check\nrules:\n  - id: idle\n    description: Nothing.\n');
    const { code, stdout } = await pmed(['rules', 'validate', pack]);
    expect(code).toBe(2);
    expect(stdout.replace(/\s+/g, ' ')).toContain("add 'match:'");
    rmSync(pack);
  });
});
