/** What `pmed diff` says of inputs that are no two versions of a text: unreadable, mistaken, incomplete, alike or swapped. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folder, pmed, type RunOptions } from './run.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const plan = (year: number, due: number) => `# Plan for Fernhollow

Fernhollow Council, 1 March ${year}

We will repair every footbridge over the Fern by 2035. We will open a ward for older patients by ${due}.

We will keep the library open on Sundays. The council must report on it each year.
`;

let files: ReturnType<typeof folder>;
const at = (name: string): string => join(files.path, name);
const diff = (args: readonly string[], options: RunOptions = {}) =>
  pmed(['diff', ...args], { cwd: files.path, ...options });
const read = (name: string): string => readFileSync(at(name), 'utf8');
const kindsIn = (stdout: string): string[] =>
  JSON.parse(stdout).changes.flatMap(({ kinds }: { kinds: string[] }) => kinds);

beforeAll(async () => {
  files = folder({
    'old.md': plan(2024, 2026),
    'new.md': plan(2026, 2028),
    'bare.md': '# Weather\n\nIt rained in Fernhollow on all days of the week, and the river rose.\n',
    'empty.md': '',
    'blank.md': ' \n\n \n',
    'data.json': '{ "name": "fernhollow", "private": true }',
    'list.json': '[1, 2, 3]',
    'locked.pdf': '%PDF-1.7\n',
  });
  const run = (...args: readonly string[]) => pmed(args, { cwd: files.path });
  await run('analyse', 'old.md', '-q', '-o', 'old.json', '-o', 'old.ndjson', '-o', 'old.xlsx.json');
  await run('analyse', 'old.md', 'new.md', '-q', '-o', 'both.json', '-o', 'both.ndjson');
  await run('analyse', 'old.md', 'none.md', '-q', '-o', 'unread.json');
  await run('analyse', 'locked.pdf', '-q', '-o', 'failed.json');
  await run('commitments', 'old.md', '-q', '-o', 'commitments.json');
  await run('themes', 'old.md', '-q', '-o', 'themes.json');
  await run('text', 'old.md', '-q', '-o', 'text.json');
  await run('check', 'old.md', '-q', '-o', 'findings.json', '--fail-on', 'none');
  await run('diff', 'old.md', 'new.md', '-q', '-o', 'diff.json');
  await run('diff', 'old.md', 'new.md', 'new.md', '-q', '-o', 'history.json');
  const report = JSON.parse(read('old.json'));
  writeFileSync(at('cut.json'), read('old.json').slice(0, 4000));
  writeFileSync(at('cut.ndjson'), read('old.ndjson').split('\n').slice(0, 3).join('\n'));
  writeFileSync(at('broken.ndjson'), `${read('old.ndjson').slice(0, -200)}`);
  writeFileSync(at('newer.json'), JSON.stringify({ ...report, schemaVersion: '1.99', tomorrow: [] }));
  writeFileSync(
    at('second.json'),
    JSON.stringify({ ...report, schemaVersion: '2.0', $schema: 'urn:pmed:schema:report:2' }),
  );
  writeFileSync(at('odd.json'), JSON.stringify({ ...report, commitments: 'none' }));
  writeFileSync(at('wide.json'), Buffer.from(`\ufeff${read('old.json')}`, 'utf16le'));
  writeFileSync(at('turned.json'), JSON.stringify({ ...report, $schema: undefined }));
  const options = { ...report.tool.options, fiscalYear: '07-01' };
  writeFileSync(at('july.json'), JSON.stringify({ ...report, tool: { ...report.tool, version: '0.0.1', options } }));
});
afterAll(() => files.remove());

describe('a side that cannot be read', () => {
  it.each<[string, number, RegExp]>([
    ['none.md', 3, /'none\.md': no such file[\s\S]*PMED-I101/],
    ['empty.md', 3, /empty\.md[\s\S]*PMED-I104/],
    ['blank.md', 3, /blank\.md[\s\S]*PMED-I104/],
    ['locked.pdf', 3, /locked\.pdf[\s\S]*PMED-I106/],
    ['cut.json', 3, /cut\.json: this JSON is cut short[\s\S]*PMED-I108/],
    ['cut.ndjson', 3, /cut\.ndjson: [\s\S]*the summary, is missing[\s\S]*PMED-I108/],
    ['broken.ndjson', 3, /broken\.ndjson: [\s\S]*is cut short[\s\S]*PMED-I108/],
    [
      'odd.json',
      3,
      /odd\.json: this JSON is no report of pmed: commitments must be a list and is "none"\.[\s\S]*PMED-I108/,
    ],
    ['newer.json', 3, /newer\.json: a newer pmed made this report: its schema is 1\.99[\s\S]*PMED-I108/],
    ['second.json', 3, /second\.json: a newer pmed made this report: its schema is 2\.0[\s\S]*PMED-I108/],
    ['data.json', 3, /data\.json: this JSON is no report of pmed[\s\S]*PMED-I108/],
    ['list.json', 3, /list\.json: this JSON is no report of pmed[\s\S]*PMED-I108/],
    ['diff.json', 3, /diff\.json: pmed diff wrote this, and it is no report[\s\S]*two versions[\s\S]*PMED-I108/],
    ['history.json', 3, /pmed diff wrote this[\s\S]*PMED-I108/],
    ['findings.json', 3, /pmed check wrote this[\s\S]*pmed analyse[\s\S]*PMED-I108/],
    ['text.json', 3, /pmed text wrote this[\s\S]*pmed analyse[\s\S]*PMED-I108/],
    ['both.json', 2, /both\.json: this report holds 2 documents \(old\.md, new\.md\)[\s\S]*PMED-U020/],
    ['both.ndjson', 2, /both\.ndjson: this report holds 2 documents[\s\S]*PMED-U020/],
    ['failed.json', 3, /failed\.json: locked\.pdf could not be read when this report was made[\s\S]*PMED-I102/],
    ['.', 2, /names several documents[\s\S]*PMED-U005/],
    ['https://example.org/plan.pdf', 2, /does not use the network[\s\S]*PMED-U008/],
  ])('%s, whichever it is: %i', async (name, code, said) => {
    for (const args of [
      [name, 'new.md'],
      ['old.md', name],
    ]) {
      const run = await diff([...args, '--fail-on', 'any', '-f', 'json']);
      expect({ code: run.code, stdout: run.stdout }).toEqual({ code, stdout: '' });
      expect(run.stderr).toMatch(said);
      expect(run.stderr).not.toContain('    at ');
      expect(run.stderr).not.toContain(files.path);
    }
  });

  it('and the other neither: both are told', async () => {
    const run = await diff(['cut.json', 'empty.md']);
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 3, stdout: '' });
    expect(run.stderr).toMatch(/cut\.json[\s\S]*empty\.md/);
  });

  it('for too many bytes or too little time', async () => {
    writeFileSync(at('small.yaml'), 'version: 1\ninput: { max-size-mb: 1 }\n');
    writeFileSync(at('big.json'), `{"$schema": "urn:pmed:schema:report:1", "x": "${'y'.repeat(1_100_000)}"}`);
    writeFileSync(at('big.md'), 'We will mend the road. '.repeat(60_000));
    for (const name of ['big.json', 'big.md']) {
      const run = await diff([name, 'new.md', '-c', 'small.yaml']);
      expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 3, stdout: '' });
      expect(run.stderr).toMatch(/too big[\s\S]*PMED-I103/);
    }
  });
});

describe('a report that pmed wrote', () => {
  it.each(['old.json', 'old.ndjson', 'wide.json'])('is a side like the document: %s', async (name) => {
    const run = await diff([name, 'new.md', '-f', 'json']);
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
    expect(kindsIn(run.stdout)).toEqual(['deadline-slipped']);
  });

  it('may come from stdin, and so may a document', async () => {
    for (const input of [read('old.json'), read('old.ndjson'), read('old.md')]) {
      const run = await diff(['-', 'new.md', '-f', 'json'], { input });
      expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
      expect(kindsIn(run.stdout)).toEqual(['deadline-slipped']);
    }
    const twice = await diff(['-', '-'], { input: read('old.md') });
    expect({ code: twice.code, stdout: twice.stdout }).toEqual({ code: 2, stdout: '' });
    expect(twice.stderr).toMatch(/named twice[\s\S]*PMED-U009/);
    const nothing = await diff(['-', 'new.md'], { input: '' });
    expect({ code: nothing.code, stdout: nothing.stdout }).toEqual({ code: 3, stdout: '' });
  });

  it.each([
    ['july.json', 'PMED-V507', /not read alike \(pmed 0\.0\.1 and [\d.]+, financial year\)/],
    ['commitments.json', 'PMED-V506', /as pmed commitments writes it/],
    ['themes.json', 'PMED-V505', /no commitments were found in old\.md/],
    ['themes.json', 'PMED-V506', /has dates or themes only[\s\S]*pmed analyse/],
  ])('that was made otherwise is warned of: %s', async (name, code, said) => {
    const { stderr } = await diff([name, 'new.md']);
    expect(stderr).toMatch(said);
    expect(stderr).toContain(`[${code}]`);
    // Told once.
    expect(stderr).not.toMatch(/and \d+ more/);
  });
});

describe('two sides', () => {
  it('that are one file: nothing changed, which is said', async () => {
    writeFileSync(at('copy.md'), read('old.md'));
    for (const args of [
      ['old.md', 'old.md'],
      ['old.md', 'copy.md'],
      ['old.md', 'old.json'],
    ]) {
      const { code, stdout, stderr } = await diff([...args, '--exit-code']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/the same file on both sides, byte for byte\n\nPlan: nothing changed; 3 unchanged\n/);
    }
    const { stdout } = await diff(['old.md', 'copy.md', '-f', 'json']);
    expect(JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code)).toContain('PMED-V504');
  });

  it('that are swapped: a warning, with what to do', async () => {
    const { code, stderr } = await diff(['new.md', 'old.md']);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /old\.md is dated 2024-03-01, which is before new\.md[\s\S]*older version first[\s\S]*PMED-V503/,
    );
    expect((await diff(['old.md', 'new.md'])).stderr).toBe('');
    expect((await diff(['new.md', 'old.md', '--doc-date', '2024,2026'])).stderr).toBe('');
  });

  it('without commitments: a warning', async () => {
    const one = await diff(['bare.md', 'new.md']);
    expect(one.stderr).toMatch(/no commitments were found in bare\.md[\s\S]*PMED-V505/);
    const both = await diff(['bare.md', 'bare.md']);
    expect(both.stderr).toMatch(/no commitments were found in either version[\s\S]*PMED-V505/);
  });

  it('of which one was read in part: what is found is shown, without a verdict', async () => {
    const report = JSON.parse(read('old.json'));
    const documents = [{ ...report.documents[0], status: 'partial', textCoverage: 0.4 }];
    writeFileSync(at('partly.json'), JSON.stringify({ ...report, documents }));
    const run = await diff(['partly.json', 'new.md', '--fail-on', 'error']);
    expect(run.code).toBe(3);
    expect(run.stdout).toMatch(/^Result: no verdict, the old version was not read completely +exit 3$/m);
  });

  it('of formats in which the same text was written', async () => {
    const { code, stdout } = await diff([fixture('northshire-2024.md'), fixture('northshire-2024.pdf'), '--exit-code']);
    expect({ code, plan: /^Plan: .*$/m.exec(stdout)?.[0] }).toEqual({
      code: 0,
      plan: 'Plan: nothing changed; 33 unchanged',
    });
  });
});
