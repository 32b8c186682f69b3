/** Users' packs on the command line: `--rules`, `--themes` with files, and what is said of faulty ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folder, pmed } from './run.ts';

const VOW = (strength: number) => `id: vows
version: 2.1.0
---
pack: commitment
rules:
  - id: vows-to
    description: A vow in so many words.
    kind: commitment
    strength: ${strength}
    match: ["modal=(solemnly swear) to verb=:base"]
`;
const THEME =
  'pack: themes\nscheme: mine\nthemes:\n  - id: clinics\n    label: Clinics\n    terms: { strong: [walk-in clinic] }\n';

let files: ReturnType<typeof folder>;
beforeAll(() => {
  files = folder({
    'plan.md': '# Plan\n\nWe solemnly swear to open a walk-in clinic.\n',
    'vows.yaml': VOW(5),
    'weaker.yaml': VOW(2),
    'theme.yaml': THEME,
    'faulty.yaml': 'pack: commitment\nlists:\n  a: ["@b"]\n  b: ["@a"]\n',
  });
});
afterAll(() => files.remove());

const run = (...args: string[]) => pmed(args, { cwd: files.path });
const json = async (...args: string[]) => JSON.parse((await run(...args, '-f', 'json')).stdout);

test('--rules adds packs, which the report names, and --themes takes files', async () => {
  const report = await json('analyse', 'plan.md', '-r', 'vows.yaml', '--rules', 'theme.yaml');
  expect(report.commitments).toMatchObject([{ strength: 5, rules: ['commitment/vows-to'] }]);
  expect(report.tool.packs).toMatchObject([{ id: 'policy-en' }, { id: 'vows', version: '2.1.0' }, { id: 'theme' }]);
  expect(report.themes).toContainEqual(expect.objectContaining({ id: 'clinics', scheme: 'mine' }));
  const themed = await json('analyse', 'plan.md', '--themes', './theme.yaml');
  expect(themed.themes).toMatchObject([{ id: 'clinics' }]);
});

test('a file that is named twice, however spelt, is one pack', async () => {
  const report = await json('analyse', 'plan.md', '-r', 'theme.yaml', '--themes', './theme.yaml');
  expect(report.tool.packs).toMatchObject([{ id: 'policy-en' }, { id: 'theme' }]);
  expect(report.themes).toMatchObject([{ id: 'clinics' }]);
});

test('explain quotes the rules of a pack', async () => {
  const { stdout } = await run('explain', 'plan.md', 'C1', '-r', 'vows.yaml');
  expect(stdout).toContain('commitment/vows-to');
  expect(stdout).toContain('modal=(solemnly swear) to verb=:base');
});

test('a diff reads both versions by the same rules, and says where a report was made by others', async () => {
  const same = await run('diff', 'plan.md', 'plan.md', '-r', 'vows.yaml');
  expect(same).toMatchObject({ code: 0, stderr: '' });
  await run('analyse', 'plan.md', '-r', 'weaker.yaml', '-q', '-o', 'before.json');
  const other = await run('diff', 'before.json', 'plan.md', '-r', 'vows.yaml');
  expect(other.code).toBe(0);
  expect(other.stderr).toContain('some changes may come from the rules');
  expect(other.stderr).toContain('PMED-V502');
});

test('a pack that is not there is told with the file that was meant', async () => {
  const { code, stdout, stderr } = await run('analyse', 'plan.md', '-r', 'vow.yaml');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe(
    "pmed: cannot read the rules 'vow.yaml': no such file. Did you mean 'vows.yaml'?\n      Use it:  --rules vows.yaml\n      [PMED-C304]\n",
  );
  expect((await run('timeline', 'plan.md', '--rules', '.')).stderr).toContain('it is a folder');
});

test.each(['analyse', 'commitments', 'timeline', 'themes'])(
  '%s refuses a faulty pack with every fault',
  async (command) => {
    const { code, stdout, stderr } = await run(command, 'plan.md', '-r', 'faulty.yaml');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      "pmed: faulty.yaml:3:7: the list 'a' contains itself: a → b → a.\n      faulty.yaml:4:7: the list 'b' contains itself: b → a → b.\n      [PMED-C305]\n",
    );
  },
);

test('what reads YAML is loaded only when it is asked for', () => {
  const dist = fileURLToPath(new URL('../dist/', import.meta.url));
  const closure = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    const code = readFileSync(join(dist, name), 'utf8');
    for (const match of code.matchAll(/^\s*(?:import|export)\b[^;'"(]*["']\.\/([^"']+)["']/gm))
      closure(match[1] ?? '', seen);
    return seen;
  };
  const names = readdirSync(dist).filter((name) =>
    /^(cli|index|run-|analyse-|analysed-|write-records-).*\.js$/.test(name),
  );
  expect(names.length).toBeGreaterThan(4);
  for (const name of names)
    for (const part of closure(name)) expect(readFileSync(join(dist, part), 'utf8')).not.toContain('parseAllDocuments');
});

test('a file that an option and the project file name is one pack, however it is spelled', async () => {
  const { code, stderr } = await run('themes', 'plan.md', '-r', 'theme.yaml', '--themes', './theme.yaml');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test.each([
  ['themes', 'plan.md'],
  ['explain', '--text', 'We will act.'],
])('no result of pmed %s is written over a pack that it was made by', async (...words) => {
  const before = readFileSync(join(files.path, 'vows.yaml'), 'utf8');
  const { code, stderr } = await run(...words, '-r', 'vows.yaml', '--force', '-o', 'json:vows.yaml');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining("cannot write 'vows.yaml': it is one of the files that are read."),
  });
  expect(readFileSync(join(files.path, 'vows.yaml'), 'utf8')).toBe(before);
});

test('where a project names inputs and packs, an empty pipe is no input, and rules are tested without naming them', async () => {
  const project = folder({
    'plan.md': '# Plan\n\nWe solemnly swear to open a clinic.\n',
    'vows.yaml': VOW(5),
    'off.yaml': 'disable: [themes/defence]\n',
    'pmed.config.yaml': 'inputs: [plan.md]\nrules:\n  packs: [./vows.yaml]\n',
  });
  const here = (...args: string[]) => pmed(args, { cwd: project.path });
  expect(JSON.parse((await here('analyse', '-f', 'json')).stdout).documents).toMatchObject([{ name: 'plan.md' }]);
  const piped = await pmed(['analyse', '-f', 'json'], { cwd: project.path, input: 'We will dig.\n' });
  expect(JSON.parse(piped.stdout).documents).toMatchObject([{ name: 'stdin' }]);
  expect((await here('rules', 'test')).stdout).toMatch(/^\.\/vows.yaml · 1 rule/);
  expect((await here('rules', 'list', 'commitment', '-f', 'json')).stdout).toContain('commitment/vows-to');
  expect((await here('rules', 'validate', 'off.yaml')).stdout).toMatch(
    /^off.yaml: sound\n[\s\S]*switches off themes\/defence\n$/,
  );
  project.remove();
});
