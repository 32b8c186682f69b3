/** `pmed diff` and `pmed check` for CI services, as built: which files come out, what they point to, what is refused. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lineStarts } from '../src/model/lines.ts';
import { CODE_QUALITY } from './ci/gitlab-schema.ts';
import { faultsOfJunit, readXml } from './ci/junit-form.ts';
import { SARIF } from './ci/sarif-schema.ts';
import { commandOf, linesOf } from './ci/workflow-commands.ts';
import { folder, pmed } from './run.ts';

const fixture = (name: string) => readFileSync(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)));
const plan = (ward: string) => `# Plan for Fernhollow

Fernhollow Council, 1 March 2025

We will repair every footbridge over the Fern by 2028. We will plant 40 trees on Mill Lane by 2027.

${ward}

We will keep the library open on Sundays.
`;

interface Place {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: {
      readonly startLine: number;
      readonly startColumn: number;
      readonly endLine: number;
      readonly endColumn: number;
      readonly snippet: { readonly text: string };
    };
  };
}
interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly locations: readonly Place[];
  readonly relatedLocations?: readonly Place[];
}
const resultsOf = (sarif: string): readonly Result[] => JSON.parse(sarif).runs[0].results;
const breaks = (schema: object, text: string): unknown => {
  const check = new Ajv().compile(schema);
  return check(JSON.parse(text)) ? null : check.errors;
};

let files: ReturnType<typeof folder>;
beforeEach(() => {
  files = folder({
    'old.md': plan('We will open a ward for older patients by 2027.'),
    'new.md': plan('We aim to open a ward for older patients by 2029.'),
    'old.pdf': fixture('northshire-2024.pdf'),
    'new.pdf': fixture('northshire-2026.pdf'),
  });
});
afterEach(() => files.remove());
const run = (...args: readonly string[]) => pmed(args, { cwd: files.path });
const read = (name: string) => readFileSync(join(files.path, name), 'utf8');

describe('formats', () => {
  it('are those of the names of files, and a later run writes over its own files', async () => {
    const outputs = ['-o', 'out.sarif', '-o', 'out.xml', '-o', 'github:out.txt', '-o', 'gitlab:quality.json'];
    for (const now of ['new.md', 'old.md', 'new.md']) {
      const { code, stderr, stdout } = await run('diff', 'old.md', now, '--fail-on', 'error', '-q', ...outputs);
      expect(stderr).toBe('');
      expect(stdout).toBe('');
      expect(code).toBe(now === 'new.md' ? 1 : 0);
    }
    expect(breaks(SARIF, read('out.sarif'))).toBeNull();
    expect(resultsOf(read('out.sarif')).map(({ ruleId, level }) => [ruleId, level])).toEqual([['weakened', 'error']]);
    expect(faultsOfJunit(readXml(read('out.xml')))).toEqual([]);
    expect(linesOf(read('out.txt')).map((line) => commandOf(line)?.name)).toEqual(['error', 'notice']);
    expect(breaks(CODE_QUALITY, read('quality.json'))).toBeNull();
  });

  it('write over no file of somebody else', async () => {
    for (const [name, content] of [
      ['out.sarif', '{"version":"2.1.0","runs":[]}'],
      ['out.xml', '<testsuites name="mine"/>'],
      ['github:out.txt', '::error file=x::y'],
      ['gitlab:out.json', '[{"check_name":"eslint"}]'],
    ] as const) {
      const file = name.replace(/^\w+:/, '');
      writeFileSync(join(files.path, file), content);
      const { code, stderr } = await run('diff', 'old.md', 'new.md', '-o', name);
      expect([file, code]).toEqual([file, 2]);
      expect(stderr).toContain('PMED-U010');
      expect(read(file)).toBe(content);
    }
  });

  it('leave out what was only reworded or moved, unless it is asked for', async () => {
    writeFileSync(join(files.path, 'reworded.md'), plan('We will open a ward for elderly patients by 2027.'));
    const { stdout } = await run('diff', 'old.md', 'reworded.md', '-f', 'gitlab');
    expect(stdout).toBe('[]\n');
    const named = await run('diff', 'old.md', 'reworded.md', '-f', 'gitlab', '--only', 'reworded');
    expect(JSON.parse(named.stdout)).toHaveLength(1);
  });

  it('are those of check too, with findings at their lines', async () => {
    writeFileSync(
      join(files.path, 'vague.md'),
      '# Plan\n\nWe will look into a new roof for the pavilion in due course.\n',
    );
    const { stdout, code } = await run('check', './vague.md', 'old.pdf', '-f', 'sarif', '--fail-on', 'warning');
    expect(code).toBe(1);
    expect(breaks(SARIF, stdout)).toBeNull();
    const results = resultsOf(stdout);
    expect(results[0]?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'vague.md' },
      region: { startLine: 3, snippet: { text: expect.stringContaining('the pavilion') } },
    });
    expect(results.at(-1)?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('old.pdf');
    for (const format of ['junit', 'github', 'gitlab']) {
      const { stdout: text } = await run('check', 'vague.md', '-f', format);
      if (format === 'junit') expect(faultsOfJunit(readXml(text))).toEqual([]);
      else if (format === 'gitlab') expect(breaks(CODE_QUALITY, text)).toBeNull();
      else expect(linesOf(text).every((line) => commandOf(line) !== null)).toBe(true);
    }
  });

  it('name files below the working directory from there', async () => {
    const { stdout } = await run('diff', 'old.md', join(realpathSync(files.path), 'new.md'), '-f', 'github');
    expect(commandOf(linesOf(stdout)[0] ?? '')?.properties.file).toBe('new.md');
  });

  it('name both sides of a file and its past by the file', async () => {
    const git = (...args: readonly string[]) => {
      const { status, stderr } = spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], {
        cwd: files.path,
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, expect.anything()]);
    };
    mkdirSync(join(files.path, 'docs'));
    writeFileSync(join(files.path, 'docs/plan.md'), plan('We will open a ward for older patients by 2027.'));
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'Plan');
    writeFileSync(join(files.path, 'docs/plan.md'), plan('We aim to open a ward for older patients by 2027.'));
    const { stdout } = await run('diff', '--git', 'HEAD', './docs/plan.md', '-f', 'sarif');
    const [result] = resultsOf(stdout);
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('docs/plan.md');
    expect(result?.relatedLocations?.[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: 'docs/plan.md' } },
      message: { text: 'Old version (plan.md@HEAD), l. 7' },
    });
  });
});

describe('the summary of a step', () => {
  const withSummary = (file: string, ...args: readonly string[]) =>
    pmed(args, { cwd: files.path, env: { GITHUB_STEP_SUMMARY: join(files.path, file) } });
  const summarised = (...args: readonly string[]) => withSummary('summary.md', ...args);
  const args = ['diff', 'old.md', 'new.md', '-f', 'github', '--fail-on', 'error'];

  it('has the Markdown of the run below what was there, and changes nothing else', async () => {
    writeFileSync(join(files.path, 'summary.md'), '# Before\n');
    const plain = await run(...args);
    const told = await summarised(...args);
    expect(told).toEqual(plain);
    const { stdout: markdown } = await run(...args, '-f', 'md');
    expect(read('summary.md')).toBe(`# Before\n\n${markdown}`);
    await summarised('diff', 'old.md', 'new.md', '-q', '-o', 'github:annotations.txt', '--fail-on', 'error');
    expect(read('summary.md').split('<!-- pmed:')).toHaveLength(3);
  });

  it('has the findings of a check', async () => {
    const { stdout } = await summarised('check', 'old.md', 'old.pdf', '-f', 'github');
    const { stdout: markdown } = await run('check', 'old.md', 'old.pdf', '-f', 'md');
    expect(linesOf(stdout).every((line) => commandOf(line) !== null)).toBe(true);
    expect(read('summary.md')).toBe(markdown);
  });

  it('is for the format of GitHub alone', async () => {
    await summarised('diff', 'old.md', 'new.md', '-f', 'md');
    expect(existsSync(join(files.path, 'summary.md'))).toBe(false);
  });

  it('holds no more than the service takes', async () => {
    writeFileSync(join(files.path, 'summary.md'), `${'x'.repeat(1024 * 1024 - 600)}\n`);
    await summarised(...args);
    const summary = readFileSync(join(files.path, 'summary.md'));
    expect(summary.length).toBeLessThanOrEqual(1024 * 1024);
    expect(summary.toString().slice(-70)).toContain('The rest is left out');
    const { length } = summary;
    await summarised(...args);
    expect(readFileSync(join(files.path, 'summary.md')).length).toBeLessThanOrEqual(Math.max(length, 1024 * 1024));
  });

  it('that cannot be written is a warning', async () => {
    const { code, stdout, stderr } = await withSummary('nowhere/summary.md', ...args);
    expect([code, stdout]).toEqual([1, (await run(...args)).stdout]);
    expect(stderr).toContain('GITHUB_STEP_SUMMARY');
  });
});

describe('--sarif-text', () => {
  it('writes the texts that the results point into, the same each time', async () => {
    const args = ['diff', 'old.pdf', 'new.pdf', '-f', 'sarif', '--sarif-text', 'texts'];
    const { stdout, code } = await run(...args);
    expect(code).toBe(0);
    expect(breaks(SARIF, stdout)).toBeNull();
    expect(readdirSync(join(files.path, 'texts')).sort()).toEqual(['new.pdf.txt', 'old.pdf.txt']);
    const places = resultsOf(stdout).flatMap(({ locations, relatedLocations = [] }) => [
      ...locations,
      ...relatedLocations,
    ]);
    let seen = 0;
    for (const { physicalLocation } of places) {
      const { artifactLocation, region } = physicalLocation;
      if (region.startColumn === undefined) continue;
      const text = read(artifactLocation.uri);
      const starts = lineStarts(text);
      const at = (line: number, column: number) => (starts[line - 1] ?? 0) + column - 1;
      const words = text.slice(at(region.startLine, region.startColumn), at(region.endLine, region.endColumn));
      expect(words.replace(/\s+/g, ' ')).toBe(region.snippet.text);
      seen++;
    }
    expect(seen).toBeGreaterThan(8);
    const texts = read('texts/new.pdf.txt');
    expect((await run(...args)).stdout).toBe(stdout);
    expect(read('texts/new.pdf.txt')).toBe(texts);
  });

  it('goes with check too, and leaves the folder alone that a name leads out of', async () => {
    mkdirSync(join(files.path, 'a'));
    writeFileSync(join(files.path, 'a/x..%2f..$(x) y.md'), plan('We will explore options.'));
    const { stdout } = await run('check', 'a', 'old.md', '-f', 'sarif', '--sarif-text', 'texts/deep');
    expect(readdirSync(join(files.path, 'texts/deep')).sort()).toEqual(['a-x.-2f.-x-y.md.txt', 'old.md.txt']);
    const uris = new Set(resultsOf(stdout).map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri));
    expect([...uris]).toEqual(['texts/deep/a-x.-2f.-x-y.md.txt', 'texts/deep/old.md.txt']);
  });

  it('is refused where no results are SARIF, and where another file is in the way', async () => {
    const alone = await run('diff', 'old.md', 'new.md', '--sarif-text', 'texts');
    expect([alone.code, alone.stdout]).toEqual([2, '']);
    expect(alone.stderr).toContain('-f sarif');
    expect(existsSync(join(files.path, 'texts'))).toBe(false);
    mkdirSync(join(files.path, 'texts'));
    writeFileSync(join(files.path, 'texts/new.md.txt'), 'mine');
    const other = await run('diff', 'old.md', 'new.md', '-f', 'sarif', '--sarif-text', 'texts');
    expect([other.code, other.stdout]).toEqual([2, '']);
    expect(read('texts/new.md.txt')).toBe('mine');
    expect((await run('diff', 'old.md', 'new.md', '-f', 'sarif', '--sarif-text', 'old.md')).code).toBe(2);
  });
});
