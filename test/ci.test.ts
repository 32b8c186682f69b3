/** What services run: the action, the GitLab jobs and the pre-commit hooks, each script run as its service would run it. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = process.env.PMED_NODE ?? process.execPath;
const script = join(root, 'bin/pmed.js');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { version }: { version: string } = JSON.parse(read('package.json'));

/** A folder with a repository in which the strategy was changed since the last commit, and with `pmed` on the path. */
let desk = '';
let repository = '';
let path = '';

beforeAll(() => {
  desk = mkdtempSync(join(tmpdir(), 'pmed-ci-'));
  repository = join(desk, 'a repository');
  mkdirSync(join(repository, 'docs'), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: repository, env: gitEnvironment(), stdio: 'pipe' });
  git('init', '-q');
  copyFileSync(join(root, 'fixtures/northshire-2024.md'), join(repository, 'docs/strategy.md'));
  git('add', '.');
  git('commit', '-q', '-m', 'Publish the strategy');
  copyFileSync(join(root, 'fixtures/northshire-2026.md'), join(repository, 'docs/strategy.md'));
  const bin = join(desk, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'pmed'), `#!/bin/sh\nexec '${node}' '${script}' "$@"\n`);
  chmodSync(join(bin, 'pmed'), 0o755);
  path = `${bin}:${process.env.PATH ?? ''}`;
});
afterAll(() => rmSync(desk, { recursive: true, force: true }));

function gitEnvironment(): Record<string, string> {
  const name = { GIT_AUTHOR_NAME: 'A. Author', GIT_COMMITTER_NAME: 'A. Author' };
  const mail = { GIT_AUTHOR_EMAIL: 'author@example.org', GIT_COMMITTER_EMAIL: 'author@example.org' };
  return { PATH: process.env.PATH ?? '', HOME: desk, GIT_CONFIG_NOSYSTEM: '1', ...name, ...mail };
}

/** What a script left behind. */
interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function runScript(shell: readonly [string, ...string[]], text: string, env: Readonly<Record<string, string>>): Ran {
  const [command, ...args] = shell;
  const { status, stdout, stderr } = spawnSync(command, [...args, text], {
    cwd: repository,
    env: { PATH: path, HOME: desk, ...env },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe.skipIf(spawnSync('git', ['--version']).status !== 0)('with git at hand', () => {
  describe('the GitHub action', () => {
    interface Step {
      readonly id?: string;
      readonly if?: string;
      readonly shell: string;
      readonly env: Readonly<Record<string, string>>;
      readonly run: string;
    }
    interface Action {
      readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
      readonly outputs: Readonly<Record<string, { readonly value: string }>>;
      readonly runs: { readonly using: string; readonly steps: readonly Step[] };
    }
    const action: Action = parse(read('ci/github/action.yml'));

    /** Runs the steps of the action with these inputs, as the service does. */
    function act(given: Readonly<Record<string, string>>): Ran & { outputs: Record<string, string>; summary: string } {
      const inputs = Object.fromEntries(
        Object.entries(action.inputs).map(([name, { default: value }]) => [name, given[name] ?? value ?? '']),
      );
      const temporary = mkdtempSync(join(desk, 'runner-'));
      const files = { GITHUB_OUTPUT: join(temporary, 'output'), GITHUB_STEP_SUMMARY: join(temporary, 'summary') };
      for (const file of Object.values(files)) writeFileSync(file, '');
      let last: Ran = { code: 0, out: '', err: '' };
      for (const step of action.runs.steps) {
        if (step.if === "inputs.pmed == ''" && inputs.pmed !== '') continue;
        const own = Object.entries(step.env).map(([name, value]) => {
          const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value) ?? [];
          expect(Object.keys(inputs)).toContain(input);
          return [name, inputs[input] ?? ''] as const;
        });
        last = runScript(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c'], step.run, {
          ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: repository },
          ...{ GITHUB_ACTION_PATH: join(root, 'ci/github'), RUNNER_TEMP: temporary },
          ...files,
          ...Object.fromEntries(own),
        });
        if (last.code !== 0) break;
      }
      const said = new Map(
        readFileSync(files.GITHUB_OUTPUT, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
      );
      const outputs = Object.fromEntries(
        Object.entries(action.outputs).map(([name, { value }]) => {
          const [, output = ''] = /^\$\{\{ steps\.run\.outputs\.([\w-]+) \}\}$/.exec(value) ?? [];
          return [name, said.get(output) ?? 'missing'];
        }),
      );
      return { ...last, outputs, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') };
    }

    test('takes the version of pmed that it was made for', () => {
      expect(action.runs.using).toBe('composite');
      expect(action.inputs.version?.default).toBe(version);
    });
    test('compares a document with how it stood, and tells the figures, the files and the verdict', () => {
      const { code, out, outputs, summary } = act({ new: 'docs/strategy.md', base: 'HEAD', pmed: script });
      expect(code).toBe(1);
      expect(out).toMatch(/^::error file=docs\/strategy\.md,line=\d+,title=/m);
      const report = JSON.parse(readFileSync(outputs.report ?? '', 'utf8'));
      expect(report.kind).toBe('diff');
      expect([outputs.errors, outputs.warnings, outputs.notes].map(Number)).toEqual([
        report.summary.error,
        report.summary.warning,
        report.summary.note,
      ]);
      expect(outputs['exit-code']).toBe('1');
      expect(readFileSync(outputs.comment ?? '', 'utf8')).toMatch(/^<!-- pmed:diff:/);
      expect(JSON.parse(readFileSync(outputs.sarif ?? '', 'utf8')).version).toBe('2.1.0');
      expect(summary).toContain('What changed');
    });
    test('compares two files, and passes where nothing is for the worse', () => {
      const file = join(root, 'fixtures/northshire-2024.md');
      const { code, outputs } = act({ old: file, new: 'docs/strategy.md', 'fail-on': 'none', pmed: script });
      expect([code, outputs['exit-code']]).toEqual([0, '0']);
      expect(Number(outputs.errors)).toBeGreaterThan(0);
      expect(act({ old: file, new: file, pmed: script }).outputs.errors).toBe('0');
    });
    test('checks what is named, a line each, with more options', () => {
      const { code, outputs } = act({
        ...{ command: 'check', new: 'docs\n', 'fail-on': 'any', pmed: script },
        options: '--publisher=Northshire Health and Care Partnership',
      });
      expect(code).toBe(1);
      expect(JSON.parse(readFileSync(outputs.report ?? '', 'utf8')).kind).toBe('findings');
    });
    test('says what is wrong with its inputs, and has no figures of a run that came to nothing', () => {
      expect(act({ new: '', pmed: script }).code).toBe(2);
      expect(act({ new: 'docs/strategy.md', command: 'count', pmed: script }).out).toContain('diff or check');
      const { code, outputs } = act({ new: 'docs/strategy.md', base: 'no-such-revision', pmed: script });
      expect(code).toBeGreaterThan(1);
      expect([outputs.errors, outputs.report]).toEqual(['', '']);
    });
    test('runs nothing that an input says', () => {
      const mark = join(desk, 'ran');
      for (const value of [`$(touch '${mark}')`, `\`touch '${mark}'\``, `"; touch '${mark}'; "`, `--output=${mark}`])
        expect(act({ new: value, base: value, 'fail-on': 'error', pmed: script }).code).toBeGreaterThan(1);
      expect(existsSync(mark)).toBe(false);
    });
  });

  describe('the GitLab jobs', () => {
    interface Job {
      readonly extends?: string;
      readonly image?: string;
      readonly variables?: Readonly<Record<string, string>>;
      readonly script?: readonly string[];
      readonly artifacts?: { readonly paths: readonly string[]; readonly reports: Readonly<Record<string, string>> };
    }
    const jobs: Readonly<Record<string, Job>> = parse(read('ci/gitlab/pmed.gitlab-ci.yml'));
    const whole = (name: string): Job => {
      const own = jobs[name] ?? {};
      const from = own.extends === undefined ? {} : whole(own.extends);
      return { ...from, ...own, variables: { ...from.variables, ...own.variables } };
    };

    /** Runs a job with these variables, as the runner of the service does: its lines one after another in one shell. */
    function run(name: string, variables: Readonly<Record<string, string>>): Ran {
      const job = whole(name);
      return runScript(['sh', '-e', '-c'], (job.script ?? []).join('\n'), {
        ...{ CI: 'true', GITLAB_CI: 'true', CI_PROJECT_DIR: repository },
        ...job.variables,
        PMED: 'pmed',
        ...variables,
      });
    }
    const artifact = (file: string): string => readFileSync(join(repository, file), 'utf8');

    test('take the version of pmed that they were made for', () => {
      expect(jobs['.pmed']?.variables?.PMED).toBe(`npx --yes pmed@${version}`);
    });
    test('compare a document with how it stood, and leave the reports that they name', () => {
      const { reports, paths } = whole('.pmed-diff').artifacts ?? { reports: {}, paths: [] };
      for (const file of [...Object.values(reports), ...paths]) rmSync(join(repository, file), { force: true });
      const { code } = run('.pmed-diff', { PMED_FILE: 'docs/strategy.md', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'HEAD' });
      expect(code).toBe(1);
      const entries: { location: { path: string } }[] = JSON.parse(artifact(reports.codequality ?? ''));
      expect(new Set(entries.map(({ location }) => location.path))).toEqual(new Set(['docs/strategy.md']));
      expect(artifact(reports.junit ?? '')).toMatch(/^<\?xml /);
      for (const file of paths) expect(existsSync(join(repository, file))).toBe(true);
    });
    test('compare two files', () => {
      const file = join(root, 'fixtures/northshire-2026.md');
      expect(run('.pmed-diff', { PMED_FILE: 'docs/strategy.md', PMED_OLD: file }).code).toBe(0);
      expect(JSON.parse(artifact('gl-code-quality-report.json'))).toEqual([]);
    });
    test('check a folder, with more options', () => {
      const { code } = run('.pmed-check', {
        PMED_FILE: 'docs',
        PMED_FAIL_ON: 'any',
        PMED_OPTIONS: '-q --fiscal-year 04-01',
      });
      expect(code).toBe(1);
      expect(JSON.parse(artifact('pmed.json')).kind).toBe('findings');
    });
  });
});

describe('the pre-commit hooks', () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly types_or: readonly string[];
    readonly additional_dependencies?: readonly string[];
    readonly exclude?: string;
  }
  const own: readonly Hook[] = parse(read('.pre-commit-hooks.yaml'));
  const config: { repos: { hooks: Hook[] }[] } = parse(read('ci/pre-commit/pre-commit-config.yaml'));
  const copied = config.repos.flatMap(({ hooks }) => hooks);

  test('take the version of pmed that they were made for', () => {
    expect(copied.map((hook) => hook.additional_dependencies)).toEqual([[`pmed@${version}`]]);
    expect(own.map(({ id, language }) => [id, language])).toEqual([['pmed-check', 'node']]);
    expect(copied.map(({ types_or }) => types_or)).toEqual(own.map(({ types_or }) => types_or));
  });
  test('can take the package from a repository: npm pack prints its name and nothing that scripts say', () => {
    const folder = mkdtempSync(join(desk, 'package-'));
    copyFileSync(join(root, '.npmrc'), join(folder, '.npmrc'));
    const manifest = { name: 'small', version: '1.0.0', scripts: { prepack: 'echo built' } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    const { stdout } = spawnSync('npm', ['pack'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(stdout).toBe('small-1.0.0.tgz\n');
  });
  test.each([...own, ...copied].map((hook) => [hook.entry] as const))('%s takes the files of a commit', (entry) => {
    const run = runScript(['sh', '-c'], `${entry} docs/strategy.md`, { PRE_COMMIT: '1' });
    expect([0, 1]).toContain(run.code);
    expect(run.out).toContain('docs/strategy.md');
    const missing = runScript(['sh', '-c'], `${entry} docs/strategy.md docs/none.md`, { PRE_COMMIT: '1' });
    expect(missing.code).toBe(3);
  });
});

describe('what the README says to copy', () => {
  const blocks = [...read('README.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text));

  test('uses inputs and outputs that the action has', () => {
    const action = parse(read('ci/github/action.yml'));
    const workflow = blocks.find((block) => 'jobs' in block);
    const steps: { uses?: string; with?: Record<string, string> }[] = workflow.jobs.policy.steps;
    const [own] = steps.filter(({ uses }) => uses?.endsWith('/pmed'));
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(own?.with ?? { none: '' })));
    const named = [...JSON.stringify(steps).matchAll(/steps\.pmed\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(named));
  });
  test('extends jobs that the template has, with variables that it knows', () => {
    const jobs = parse(read('ci/gitlab/pmed.gitlab-ci.yml'));
    const project: Record<string, { extends?: string; variables?: Record<string, string> }> = blocks.find(
      (block) => 'include' in block,
    );
    const own = Object.values(project).filter((job) => job.extends !== undefined);
    expect(own.length).toBeGreaterThan(0);
    for (const job of own) {
      expect(Object.keys(jobs)).toContain(job.extends);
      expect(Object.keys(jobs['.pmed'].variables)).toEqual(expect.arrayContaining(Object.keys(job.variables ?? {})));
    }
  });
});
