/** `pmed themes` as built: what it prints, where, and with which exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Report, ReportSchema } from '../src/model/report.ts';
import { displayWidth } from '../src/render/width.ts';
import { folder, pmed } from './run.ts';
import { parsedTable } from './table.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const old = fixture('northshire-2024.pdf');
const now = fixture('northshire-2026.pdf');
const parsed = (json: string): Report => v.parse(ReportSchema, JSON.parse(json));

let files: ReturnType<typeof folder>;
beforeAll(() => {
  files = folder({
    'a.md': '# Plan for Fernhollow\n\n1 March 2025\n\n## Staff\n\nWe will train nurses. We will recruit teachers.\n',
    'b.md': '# Plan for Weirside\n\n2 April 2025\n\nWe will cut carbon emissions.\n',
    'none.md': 'The cat sat.\n',
    'empty.md': '',
    'other.csv': 'name,age\n',
  });
});
afterAll(() => files.remove());
const themes = (args: readonly string[], input?: string) =>
  pmed(['themes', ...args], { cwd: files.path, ...(input === undefined ? {} : { input }) });

describe('the screen', () => {
  it('shows shares, and the passages with their pages', async () => {
    const { code, stdout, stderr } = await themes([old]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^THEMES {2}/m);
    expect(stdout).toMatch(/^PASSAGES: LENSES$/m);
    expect(stdout).toMatch(/^ {3}p\. \S+ +"/m);
  });

  it.each([
    [60, ['--by', 'document']],
    [120, ['--compare']],
  ])('keeps to %i columns with %j', async (width, more) => {
    const { code, stdout } = await themes([old, now, '--themes', 'policy,sdg', '--width', String(width), ...more]);
    expect(code).toBe(0);
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  it('is the same for any clock, zone and language', async () => {
    const run = (env: Record<string, string>) => pmed(['themes', old, '--by', 'section'], { env });
    const one = await run({ TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' });
    const two = await run({ TZ: 'America/New_York', LANG: 'C' });
    expect(one.stdout).toBe(two.stdout);
  });

  it('is for the facet and the schemes that are asked for', async () => {
    const { stdout } = await themes(['a.md', '--facet', 'sector']);
    expect(stdout).toMatch(/^ Education: /m);
    expect(stdout).not.toContain('LENSES');
    const goals = await themes(['b.md', '--themes', 'policy,sdg']);
    expect(goals.stdout).toContain('PASSAGES: LENSES');
    expect(goals.stdout).toContain('PASSAGES: SUSTAINABLE DEVELOPMENT GOALS');
  });

  it('says that a text has none', async () => {
    expect((await themes(['none.md'])).stdout).toMatch(/^THEMES {2}none found$/m);
    expect(await themes(['empty.md'])).toMatchObject({ code: 3, stdout: '' });
    const piped = await themes([], 'The prison will hold fewer offenders.');
    expect(piped).toMatchObject({ code: 0 });
    expect(piped.stdout).toMatch(/^ Crime and justice: 1 passage; l\. 1; offenders, prison$/m);
  });

  it('shows what could be read, and says what could not', async () => {
    const { code, stdout, stderr } = await themes(['a.md', 'missing.md', '--by', 'document']);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^ a\.md \(\d+ passages, low evidence\)$/m);
    expect(stderr).toContain("cannot read 'missing.md'");
    const side = await themes(['a.md', 'missing.md', '--compare']);
    expect(side.code).toBe(3);
    expect(side.stdout).toContain('Plan for Fernhollow');
  });
});

describe('as data', () => {
  it('has the records of the analysis, and only the themes', async () => {
    const whole = parsed((await pmed(['analyse', old, '-f', 'json'])).stdout);
    const own = parsed((await themes([old, '-f', 'json', '--themes', 'policy'])).stdout);
    expect(own).toEqual({ ...whole, commitments: [], statements: [], timeline: [] });
    const lines = (await themes([old, '-f', 'ndjson', '--themes', 'policy'])).stdout.trimEnd().split('\n');
    const types = lines.map((line) => JSON.parse(line).type);
    for (const type of types) expect(['header', 'document', 'theme', 'diagnostic', 'summary']).toContain(type);
    expect(types.filter((type) => type === 'theme')).toHaveLength(own.themes.length);
  });

  it('has the parts that are asked for, which add up', async () => {
    for (const by of ['section', 'page']) {
      const report = parsed((await themes([old, '-f', 'json', '--by', by])).stdout);
      const [document] = report.documents;
      const totals = new Map(document?.parts?.map((part) => [`${part.sectionId}/${part.page}`, part.passages]));
      expect(totals.size).toBeGreaterThan(1);
      for (const { parts, passages } of report.themes) {
        for (const part of parts ?? []) expect(part.of).toBe(totals.get(`${part.sectionId}/${part.page}`));
        if (by === 'page') expect(parts?.reduce((sum, part) => sum + part.passages, 0)).toBe(passages);
      }
      if (by === 'page') expect([...totals.values()].reduce((sum, count) => sum + count, 0)).toBe(document?.passages);
    }
  });

  it('side by side has every theme of each, and what changed', async () => {
    const report = parsed((await themes([old, now, '--compare', '-f', 'json'])).stdout);
    const [first, second] = report.documents;
    const of = (id: string | undefined) => report.themes.filter(({ documentId }) => documentId === id);
    expect(
      of(first?.id)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(
      of(second?.id)
        .map(({ id }) => id)
        .sort(),
    );
    for (const { id, share, change } of of(second?.id)) {
      const before = of(first?.id).find((theme) => theme.id === id);
      expect(change?.since).toBe(first?.id);
      expect(change?.points).toBeCloseTo(100 * (share - (before?.share ?? 0)), 5);
      expect(before?.change).toBeNull();
    }
    const diff = JSON.parse((await pmed(['diff', old, now, '-f', 'json'])).stdout);
    for (const { id, significant } of diff.themeChanges)
      expect(of(second?.id).find((theme) => theme.id === id)?.change?.significant, id).toBe(significant);
  });

  it('has as many as are asked for, the same for all documents that are compared', async () => {
    const names = async (args: readonly string[]) =>
      parsedTable((await themes([...args, '-f', 'csv'])).stdout, ',')
        .slice(1)
        .map(([theme, , facet]) => `${facet}/${theme}`);
    expect((await names([old])).length).toBeGreaterThan(1);
    expect(await names([old, '--top', '1', '--facet', 'lens'])).toHaveLength(1);
    const [one, two, ...others] = await names([old, now, '--compare', '--top', '1', '--facet', 'lens']);
    expect(one).toBe(two);
    expect(others).toEqual([]);
  });

  it('is whole where a project says how many its screens show', async () => {
    const project = folder({
      'pmed.config.yaml': 'themes:\n  top: 1\n',
    });
    const run = (args: readonly string[]) => pmed(['themes', old, ...args], { cwd: project.path });
    const ids = async (args: readonly string[]) =>
      parsed((await run([...args, '-f', 'json'])).stdout).themes.map(({ id }) => id);
    const [screen, all, few] = [await run([]), await ids([]), await ids(['--top', '1', '--facet', 'lens'])];
    project.remove();
    expect(all.length).toBeGreaterThan(2);
    expect(few).toHaveLength(1);
    expect(screen.stdout).toMatch(/more themes: --all$/m);
  });

  it('goes to files by their names, with one analysis, and over what pmed wrote', async () => {
    const names = ['t.json', 't.ndjson', 't.csv', 't.tsv', 't.md', 't.svg'];
    for (const more of [[], ['--by', 'section'], ['b.md', '--compare']]) {
      const { code, stdout, stderr } = await themes(['a.md', ...more, '-q', ...names.flatMap((file) => ['-o', file])]);
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    }
    const read = (name: string) => readFileSync(join(files.path, name), 'utf8');
    expect(parsed(read('t.json')).themes.length).toBeGreaterThan(0);
    expect(read('t.csv').startsWith('\ufefftheme,scheme,facet,')).toBe(true);
    expect(read('t.md').startsWith('<!-- pmed:themes -->\n')).toBe(true);
    expect(read('t.svg').startsWith('<svg ')).toBe(true);
  });
});

describe('wrong use', () => {
  it.each<[readonly string[], string]>([
    [['a.md', '--facet', 'lenses'], "--facet cannot be 'lenses'. Did you mean 'lens'? Choose one of: lens, sector"],
    [['a.md', '--top', '0'], "--top cannot be '0'"],
    [['a.md', '--top', 'ten'], "--top cannot be 'ten'"],
    [['a.md', '--by', 'chapter'], 'Choose one of: document, section, page'],
    [['a.md', '--compare'], 'pmed themes needs two documents or more for --compare; 1 was given.'],
    [['a.md', 'a.md', '--compare'], '1 was given'],
    [['a.md', 'b.md', '--compare', '--by', 'page'], '--compare has a column a document'],
    [['a.md', '--themes', 'nope'], "no theme scheme is called 'nope'"],
    [['a.md', '-f', 'ics'], "--format cannot be 'ics'. Formats of this command: text, json"],
    [['a.md', '-o', 'other.csv'], 'it exists and pmed did not write it'],
  ])('%j is explained', async (args, message) => {
    const { code, stdout, stderr } = await themes(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});
