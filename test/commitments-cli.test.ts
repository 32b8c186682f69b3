/** `pmed commitments` as built: what it prints, where, and with which exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Report, ReportSchema } from '../src/model/report.ts';
import { displayWidth } from '../src/render/width.ts';
import { folder, pmed } from './run.ts';
import { parsedTable } from './table.ts';

const northshire = fileURLToPath(new URL('../fixtures/northshire-2024.pdf', import.meta.url));
const parsed = (json: string): Report => v.parse(ReportSchema, JSON.parse(json));

let files: ReturnType<typeof folder>;
beforeAll(() => {
  files = folder({
    'a.md':
      '# Plan for Fernhollow\n\nFernhollow Council, 1 March 2025\n\n## Mills\n\nWe will open a mill by May 2026. ' +
      'We aim to reduce waste by 2029.\n\n## Roads\n\nThe Roads Trust told us it would pave the lane, "as promised".\n',
    'b.md': '# Plan for Weirside\n\n2 April 2025\n\nWe hope to open a ferry by June 2028.\n',
    'none.md': '# A visit\n\nThe mill was closed.\n',
    'other.csv': 'name,age\n',
  });
});
afterAll(() => files.remove());
const commitments = (args: readonly string[], input?: string) =>
  pmed(['commitments', ...args], { cwd: files.path, ...(input === undefined ? {} : { input }) });

describe('commitments on the screen', () => {
  it('are a table with who, what, by when and where', async () => {
    const { code, stdout, stderr } = await commitments([northshire]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ C4 +firm +We +publish a joint workforce +Sep 2026 +p\. 1$/m);
    expect(stdout.split('\n').length).toBeLessThan(60);
  });

  it('keep to any width and lose no word', async () => {
    const plan = northshire.replace(/pdf$/, 'md');
    const { commitments: all } = parsed((await commitments([plan, '-f', 'json'])).stdout);
    for (const width of [40, 60, 80, 120, 200])
      for (const look of [
        ['--all'],
        ['--all', '--ascii'],
        ['--group-by', 'section'],
        ['--group-by', 'theme', '--all'],
      ]) {
        const { stdout } = await commitments([plan, '--width', String(width), ...look]);
        for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        if (!look.includes('--all') || width >= 72) continue;
        const words = stdout.replaceAll(/\s+/g, '');
        for (const { action } of all) expect(words).toContain(action.text.replaceAll(/\s+/g, ''));
      }
  }, 60_000);

  it('are the same for any clock, zone and language', async () => {
    const run = (env: Record<string, string>) => pmed(['commitments', northshire, '--sort', 'actor', '--all'], { env });
    const one = await run({ TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' });
    expect(one.stdout).toBe((await run({ TZ: 'America/New_York', LANG: 'C' })).stdout);
  });

  it.each([
    ['actor', /^[^ ].* \(2\)$/m],
    ['theme', /^[^ ].* \(\d\)$/m],
    ['section', /^Mills \(2\)$/m],
    ['deadline', /^2026 \(1\)$/m],
    ['strength', /^aimed \(1\)$/m],
  ])('stand in groups by %s, each with its number', async (by, head) => {
    const { code, stdout } = await commitments(['a.md', '--group-by', by, '--all', '--width', '100']);
    expect(code).toBe(0);
    expect(stdout).toMatch(head);
  });

  it('of several documents have a table each; where there are none it says so', async () => {
    const { code, stdout } = await commitments(['b.md', 'none.md', 'a.md']);
    expect(code).toBe(0);
    expect(stdout.match(/^(?:Plan for \w+|A visit)$/gm)).toEqual([
      'Plan for Weirside',
      'A visit',
      'Plan for Fernhollow',
    ]);
    expect(stdout).toContain('no commitments found');
  });

  it('of a missing file say so, and show the others', async () => {
    const { code, stdout, stderr } = await commitments(['a.md', 'c.md']);
    expect(code).toBe(3);
    expect(stdout).toContain('open a mill');
    expect(stderr).toContain("cannot read 'c.md'");
  });

  it('say how many of how many were asked for', async () => {
    const { stdout } = await commitments(['a.md', '--where', 'by=none and strength=binding']);
    expect(stdout).toMatch(/^none of \d commitments$/m);
    expect((await commitments([northshire, '--min-strength', 'firm'])).stdout).toMatch(
      /^\d+ of \d+ commitments: \d+ binding, \d+ firm\b/m,
    );
  });

  it('come in the order that is asked for', async () => {
    const { stdout } = await commitments([northshire, '--sort', 'by', '--width', '120']);
    const days = stdout.match(/(?:Sep|Nov|Dec) 2026|30 Jun 2027/g);
    expect(days).toEqual(['Sep 2026', 'Nov 2026', 'Dec 2026', '30 Jun 2027']);
  });

  it('leave out what is reported of others where that is asked', async () => {
    const text = 'Fernhollow Council, 1 March 2025. The Roads Trust promised that it would pave the lane by 2026.';
    const one = parsed((await commitments(['-f', 'json', '--publisher', 'Fernhollow Council'], text)).stdout);
    expect(one.commitments.map(({ attribution }) => attribution)).toEqual(['reported']);
    const other = await commitments(['-f', 'json', '--publisher', 'Fernhollow Council', '--no-include-reported'], text);
    expect(parsed(other.stdout).commitments).toEqual([]);
  });
});

describe('as data', () => {
  it('they are the records of the analysis with the same ids and refs, and only the commitments', async () => {
    const whole = parsed((await pmed(['analyse', northshire, '-f', 'json'])).stdout);
    const all = parsed((await commitments([northshire, '-f', 'json'])).stdout);
    expect(all).toEqual({ ...whole, statements: [], timeline: [], themes: [] });
    const some = parsed(
      (await commitments([northshire, '-f', 'json', '--where', 'strength>=planned and by<2029'])).stdout,
    );
    expect(some.commitments.length).toBeGreaterThan(3);
    expect(some.commitments).toEqual(
      whole.commitments.filter(
        ({ strength, deadline }) =>
          strength >= 3 && deadline !== null && deadline.end !== null && deadline.end < '2029',
      ),
    );
    expect(some.summary.commitments).toBe(some.commitments.length);
    const lines = (await commitments([northshire, '-f', 'ndjson'])).stdout.trimEnd().split('\n');
    const types = lines.map((line) => JSON.parse(line).type);
    for (const type of types) expect(['header', 'document', 'commitment', 'diagnostic', 'summary']).toContain(type);
    expect(types.filter((type) => type === 'commitment')).toHaveLength(all.commitments.length);
  });

  it.each(['csv', 'tsv'] as const)('they are a row each in %s, with one quote', async (format) => {
    const { stdout } = await commitments([northshire, '-f', format]);
    const [head = [], ...rows] = parsedTable(stdout, format === 'csv' ? ',' : '\t');
    expect(head.slice(0, 17).join(' ')).toBe(
      'id ref document title document_date who what strength by by_start by_end by_precision target_value target_unit ' +
        'target_from condition themes',
    );
    const all = parsed((await commitments([northshire, '-f', 'json'])).stdout).commitments;
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
    for (const row of rows) expect(row).toHaveLength(head.length);
    expect(column('id')).toEqual(all.map(({ id }) => id));
    expect(column('quote')).toEqual(all.map(({ evidence }) => evidence.quote));
    expect(column('by_end')).toEqual(all.map(({ deadline }) => deadline?.end ?? ''));
    expect(column('link')[0]).toMatch(/^northshire-2024\.pdf#page=\d+$/);
  });

  it('they go to files by their names, with one analysis, and over what pmed wrote', async () => {
    const names = ['c.json', 'c.ndjson', 'c.csv', 'c.md'];
    for (let run = 0; run < 2; run++) {
      const { code, stdout, stderr } = await commitments(['a.md', '-q', ...names.flatMap((file) => ['-o', file])]);
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    }
    const read = (name: string) => readFileSync(join(files.path, name), 'utf8');
    expect(parsed(read('c.json')).commitments.length).toBeGreaterThan(1);
    expect(read('c.csv').startsWith('\ufeffid,ref,')).toBe(true);
    expect(read('c.md')).toMatch(/^<!-- pmed:commitments -->\n\n# Plan for Fernhollow\n/);
    const bare = await commitments(['a.md', '-f', 'csv']);
    expect(`\ufeff${bare.stdout}`).toBe(read('c.csv'));
  });
});

describe('wrong use', () => {
  it.each<[readonly string[], string]>([
    [
      ['a.md', '--where', 'strenght=firm'],
      "--where: column 1: no field is called 'strenght'. Did you mean 'strength'?",
    ],
    [['a.md', '--where', 'by<2026 and strength=frim'], "column 22: strength is never 'frim'. Did you mean 'firm'?"],
    [['a.md', '--sort', 'date'], 'Choose of: by, strength, page, actor'],
    [['a.md', '--group-by', 'people'], 'Choose one of: actor, theme, section, deadline, strength'],
    [['a.md', '--group-by', 'actor', '-f', 'csv'], 'It groups text and md'],
    [['a.md', '--min-strength', 'strong'], 'Choose one of: wished, aimed, planned, firm, binding'],
    [['a.md', '--include-reported', '--no-include-reported'], 'Give one of them'],
    [['a.md', '-f', 'sarif'], "--format cannot be 'sarif'. Formats of this command: text, json, ndjson, csv, tsv, md"],
    [['a.md', '-o', 'c.docx'], "--output cannot be 'c.docx'"],
    [['a.md', '-o', 'other.csv'], 'it exists and pmed did not write it'],
    [['a.md', '--fail-on', 'error'], 'pmed commitments does not take --fail-on'],
    [['https://example.org/a.pdf'], 'pmed does not use the network'],
  ])('%j is explained', async (args, message) => {
    const { code, stdout, stderr } = await commitments(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it('has help that begins with examples', async () => {
    const { stdout } = await commitments(['--help']);
    expect(stdout.split('\n')[3]).toContain('pmed commitments report.pdf');
    expect(stdout.split('\n').length).toBeLessThanOrEqual(64);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
