/** `pmed diff --git` as built: the old side from the local repository, and what can be wrong with it. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folder, pmed, type RunOptions } from './run.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const plan = (due: string) => `# Plan for Fernhollow

Fernhollow Council, 1 March 2025

We will repair every footbridge over the Fern. We will keep the library open on Sundays.

We will open a ward for older patients by ${due}.
`;

let files: ReturnType<typeof folder>;
const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' },
  });
const at = (...parts: readonly string[]): string => join(files.path, 'repo', ...parts);
const commit = (message: string) => {
  git(at(), 'add', '-A');
  git(at(), 'commit', '-q', '-m', message);
};
const diff = (args: readonly string[], options: RunOptions = {}) => pmed(['diff', ...args], { cwd: at(), ...options });
const changed = async (args: readonly string[], options: RunOptions = {}) => {
  const { code, stdout, stderr } = await diff([...args, '-f', 'json'], options);
  if (stdout === '') return { code, stderr, names: [], kinds: [], codes: [] };
  const { documents, changes, diagnostics } = JSON.parse(stdout);
  return {
    code,
    stderr,
    names: documents.map(({ name }: { name: string }) => name),
    kinds: changes.flatMap(({ kinds }: { kinds: string[] }) => kinds),
    codes: diagnostics.map((one: { code: string }) => one.code),
  };
};

beforeAll(() => {
  files = folder();
  mkdirSync(at('docs', 'old plans'), { recursive: true });
  git(at(), 'init', '-q', '-b', 'main');
  writeFileSync(at('docs', 'strategy.md'), plan('2025'));
  writeFileSync(at('docs', 'old plans', 'ward plan.md'), plan('2025'));
  writeFileSync(at('strategy.pdf'), readFileSync(fixture('northshire-2024.pdf')));
  commit('one');
  git(at(), 'tag', 'v1');
  writeFileSync(at('docs', 'strategy.md'), plan('2027'));
  writeFileSync(at('strategy.pdf'), readFileSync(fixture('northshire-2026.pdf')));
  renameSync(at('docs', 'old plans', 'ward plan.md'), at('docs', 'ward.md'));
  commit('two');
  git(at(), 'tag', 'v2');
  git(at(), 'checkout', '-q', '-b', 'side', 'v1');
  writeFileSync(at('docs', 'strategy.md'), plan('2026'));
  commit('side');
  git(at(), 'checkout', '-q', 'main');
  writeFileSync(at('new.md'), plan('2025'));
  symlinkSync('docs/strategy.md', at('link.md'));
  commit('three');
});
afterAll(() => files.remove());

describe('the old side', () => {
  it.each<[readonly string[], readonly string[], readonly string[]]>([
    [['--git', 'v1', 'docs/strategy.md'], ['strategy.md@v1', 'strategy.md'], ['deadline-slipped']],
    [['--git', 'HEAD~2', 'docs/strategy.md'], ['strategy.md@HEAD~2', 'strategy.md'], ['deadline-slipped']],
    [['--git', 'HEAD', 'docs/strategy.md'], ['strategy.md@HEAD', 'strategy.md'], []],
    [['--git', 'v2..v1', 'docs/strategy.md'], ['strategy.md@v2', 'strategy.md@v1'], ['deadline-advanced']],
    [['--git', 'v1..', 'docs/strategy.md'], ['strategy.md@v1', 'strategy.md@HEAD'], ['deadline-slipped']],
    [
      ['--git', 'main...side', 'docs/strategy.md'],
      ['strategy.md@main...side', 'strategy.md@side'],
      ['deadline-slipped'],
    ],
    [['--git', 'v1', 'link.md'], ['strategy.md@v1', 'link.md'], ['deadline-slipped']],
  ])('%j', async (args, names, kinds) => {
    expect(await changed(args)).toMatchObject({ code: 0, stderr: '', names, kinds });
  });

  it('is read in a folder below, by the path from there', async () => {
    expect(await changed(['--git', 'v1', 'strategy.md'], { cwd: at('docs') })).toMatchObject({
      code: 0,
      names: ['strategy.md@v1', 'strategy.md'],
      kinds: ['deadline-slipped'],
    });
    expect((await changed(['--git', 'v1', '../docs/strategy.md'], { cwd: at('docs') })).code).toBe(0);
    expect((await changed(['--git', 'v1', at('docs', 'strategy.md')], { cwd: files.path })).names).toEqual([
      'strategy.md@v1',
      'strategy.md',
    ]);
  });

  it('may be a PDF, byte for byte', async () => {
    const ofGit = JSON.parse((await diff(['--git', 'v1', 'strategy.pdf', '-f', 'json'])).stdout);
    const files = [fixture('northshire-2024.pdf'), fixture('northshire-2026.pdf')];
    const ofFiles = JSON.parse((await pmed(['diff', ...files, '-f', 'json'])).stdout);
    expect(ofGit.changes).toEqual(ofFiles.changes);
  });

  it('is found under the name that it had, which is said', async () => {
    const { code, stderr, names, kinds, codes } = await changed(['--git', 'v1', 'docs/ward.md']);
    expect({ code, names, kinds, codes }).toEqual({
      code: 0,
      names: ['ward plan.md@v1', 'ward.md'],
      kinds: [],
      codes: ['PMED-G607', 'PMED-V504'],
    });
    expect(stderr).toBe("pmed: 'docs/ward.md' was called 'docs/old plans/ward plan.md' at v1.\n");
    expect((await changed(['--git', 'v1..v2', 'docs/ward.md'])).names).toEqual(['ward plan.md@v1', 'ward.md@v2']);
  });

  it('is found by what its commit says, and however the surroundings have git read paths', async () => {
    const subject = git(at(), 'log', '-1', '--format=%s', 'v1').trim();
    const { code, names } = await changed(['--git', `:/^${subject}`, 'docs/strategy.md'], {
      env: { GIT_GLOB_PATHSPECS: '1' },
    });
    expect({ code, names }).toEqual({ code: 0, names: [`strategy.md@:/^${subject}`, 'strategy.md'] });
  });

  it('is compared with the file on disk, whatever has been committed', async () => {
    const file = at('docs', 'strategy.md');
    const before = readFileSync(file);
    writeFileSync(file, plan('2031'));
    try {
      expect((await changed(['--git', 'HEAD', 'docs/strategy.md'])).kinds).toEqual(['deadline-slipped']);
    } finally {
      writeFileSync(file, before);
    }
  });

  it('gives the verdict', async () => {
    const { code, stdout } = await diff(['--git', 'v1', 'docs/strategy.md', '--fail-on', 'error']);
    expect(code).toBe(1);
    expect(stdout).not.toContain(files.path);
  });
});

describe('says what is wrong', () => {
  it.each<[string, number, string, RegExp, readonly string[]]>([
    ['no such revision', 2, 'PMED-G603', /has no revision 'v9'/, ['--git', 'v9', 'docs/strategy.md']],
    ['a revision like an option', 2, 'PMED-U004', /--git cannot be '--output=x'/, ['--git=--output=x', 'new.md']],
    ['a control character', 2, 'PMED-U004', /--git cannot be/, ['--git', 'a\nb', 'new.md']],
    ['three revisions', 2, 'PMED-U004', /--git cannot be/, ['--git', 'v1..v2..v1', 'new.md']],
    ['no revision', 2, 'PMED-U004', /--git cannot be ''/, ['--git', '', 'new.md']],
    ['a file that is new', 3, 'PMED-G604', /'new.md' is not in v1 \([0-9a-f]{10}\)/, ['--git', 'v1', 'new.md']],
    ['a folder', 3, 'PMED-G604', /'docs@v1': it is a folder/, ['--git', 'v1..v2', 'docs']],
    [
      'two files',
      2,
      'PMED-U005',
      /pmed diff needs one <file> with --git; 2 were given/,
      ['--git', 'v1', 'new.md', 'docs/ward.md'],
    ],
    ['a file that is not there', 3, 'PMED-I101', /cannot read 'none.md': no such file/, ['--git', 'v1', 'none.md']],
  ])('%s', async (_, code, id, said, args) => {
    const run = await diff(args);
    expect(run).toMatchObject({ code, stdout: '' });
    expect(run.stderr).toMatch(said);
    expect(run.stderr).toContain(`[${id}]`);
  });

  it('of a folder that is no repository', async () => {
    writeFileSync(join(files.path, 'alone.md'), plan('2025'));
    const run = await diff(['--git', 'HEAD', 'alone.md'], {
      cwd: files.path,
      env: { GIT_CEILING_DIRECTORIES: files.path },
    });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/'alone\.md' is not in a git repository[\s\S]*\[PMED-G602\]/);
  });

  it.each<[string, string, RegExp, (root: string) => void]>([
    [
      'an object that is lost',
      'G605',
      /git cannot look for 'docs\/strategy\.md' in [0-9a-f]{10}: .*[\s\S]*git fsck/,
      (root) => {
        const tree = git(root, 'rev-parse', 'v1^{tree}').trim();
        rmSync(join(root, '.git', 'objects', tree.slice(0, 2), tree.slice(2)), { force: true });
      },
    ],
    [
      'settings that git cannot read',
      'G602',
      /cannot use the repository of 'docs\/strategy\.md': bad config line 1/,
      (root) => writeFileSync(join(root, '.git', 'config'), '[core\nx'),
    ],
  ])('of a damaged repository: %s', async (name, id, said, damage) => {
    const copy = join(files.path, name.replaceAll(' ', '-'));
    git(files.path, 'clone', '-q', '--no-hardlinks', at(), copy);
    damage(copy);
    const run = await diff(['--git', 'v1', 'docs/strategy.md'], { cwd: copy });
    expect(run.code).not.toBe(0);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(said);
    expect(run.stderr).toContain(`[PMED-${id}]`);
  });

  it('of a machine without git', async () => {
    const run = await diff(['--git', 'HEAD', 'new.md'], { env: { PATH: files.path } });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('[PMED-G601]');
  });

  it('of a clone that lacks the history', async () => {
    const shallow = join(files.path, 'shallow');
    git(files.path, 'clone', '-q', '--depth', '1', `file://${at()}`, shallow);
    const run = await diff(['--git', 'HEAD~2', 'docs/strategy.md'], { cwd: shallow });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/cloned without its whole history[\s\S]*fetch-depth: 0[\s\S]*git fetch --unshallow/);
  });
});

describe('starts nothing', () => {
  it('that the repository asks for: filters, conversions, hooks, pagers, monitors, signatures, transports', async () => {
    const trap = at('.git', 'trap.sh');
    const caught = join(files.path, 'caught');
    writeFileSync(trap, `#!/bin/sh\necho "$0 $*" >> '${caught}'\ncat\n`);
    chmodSync(trap, 0o755);
    writeFileSync(at('.git', 'info', 'attributes'), '*.md filter=trap diff=trap\n');
    for (const [key, value] of [
      ['filter.trap.clean', trap],
      ['filter.trap.smudge', trap],
      ['filter.trap.process', trap],
      ['diff.trap.textconv', trap],
      ['diff.trap.command', trap],
      ['diff.external', trap],
      ['core.pager', trap],
      ['pager.log', trap],
      ['core.fsmonitor', trap],
      ['core.sshCommand', trap],
      ['credential.helper', trap],
      ['gpg.program', trap],
      ['log.showSignature', 'true'],
      ['protocol.ext.allow', 'always'],
      ['remote.origin.url', `ext::${trap}`],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.partialCloneFilter', 'blob:none'],
      ['extensions.partialClone', 'origin'],
    ] as const)
      git(at(), 'config', key, value);
    const object = git(at(), 'rev-parse', 'side:docs/strategy.md').trim();
    const stored = at('.git', 'objects', object.slice(0, 2), object.slice(2));
    const kept = readFileSync(stored);
    rmSync(stored);
    rmSync(caught, { force: true });
    try {
      for (const file of ['docs/strategy.md', 'docs/ward.md']) {
        expect((await diff(['--git', 'v1', file], { env: { GIT_EXTERNAL_DIFF: trap, GIT_PAGER: trap } })).code).toBe(0);
      }
      const absent = await diff(['--git', 'side', 'docs/strategy.md']);
      expect(absent).toMatchObject({ code: 3, stdout: '' });
      expect(absent.stderr).toMatch(/this clone has not fetched its content[\s\S]*\[PMED-G605\]/);
      expect(existsSync(caught) ? readFileSync(caught, 'utf8') : '').toBe('');
    } finally {
      writeFileSync(stored, kept);
    }
  });
});
