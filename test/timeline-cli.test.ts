/** `pmed timeline` as built: what it prints, where, and with which exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Report, ReportSchema } from '../src/model/report.ts';
import { displayWidth } from '../src/render/width.ts';
import { folder, pmed } from './run.ts';

const northshire = fileURLToPath(new URL('../fixtures/northshire-2024.pdf', import.meta.url));
const parsed = (json: string): Report => v.parse(ReportSchema, JSON.parse(json));

let files: ReturnType<typeof folder>;
beforeAll(() => {
  files = folder({
    'a.md': '# Plan for Fernhollow\n\n1 March 2025\n\nWe will open a mill by May 2026. We will mend the clock.\n',
    'b.md': '# Plan for Weirside\n\n2 April 2025\n\nWe will open a ferry by June 2028.\n',
    'other.csv': 'name,age\n',
    'list.txt': '# both\na.md\nb.md\n',
  });
});
afterAll(() => files.remove());
const timeline = (args: readonly string[], input?: string) =>
  pmed(['timeline', ...args], { cwd: files.path, ...(input === undefined ? {} : { input }) });

describe('a timeline', () => {
  it('is a list where nobody watches, with what falls due and where it is said', async () => {
    const { code, stdout, stderr } = await timeline([northshire]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ by Sep 2026 +C4 +We: publish a joint workforce plan +p\. 1$/m);
    expect(stdout.split('\n').length).toBeLessThan(60);
  });

  it('is a chart where it is asked for', async () => {
    const { stdout } = await timeline([northshire, '--view', 'gantt']);
    expect(stdout).toMatch(/^ C4 +p\. 1 +▪+◆ +Sep 2026$/m);
    expect(stdout).toMatch(/^ ◆ deadline {3}▪ from publication/m);
  });

  it.each([60, 80, 120, 200])('keeps to %i columns', async (width) => {
    for (const look of [
      ['--view', 'list', '--all'],
      ['--view', 'gantt', '--as-of', '2027-06-01'],
    ]) {
      const { stdout } = await timeline([northshire, '--width', String(width), ...look]);
      for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it('is the same for any clock, zone and language', async () => {
    const run = (env: Record<string, string>) => pmed(['timeline', northshire, '--all'], { env });
    const one = await run({ TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' });
    const two = await run({ TZ: 'America/New_York', LANG: 'C' });
    expect(one.stdout).toBe(two.stdout);
  });

  it('of several documents has a section for each, in the order given', async () => {
    for (const inputs of [['b.md', 'a.md'], ['./*.md'], ['@list.txt']]) {
      const { code, stdout } = await timeline(inputs);
      expect(code).toBe(0);
      const titles = stdout.match(/^Plan for \w+$/gm);
      expect(titles).toEqual(
        inputs[0] === 'b.md'
          ? ['Plan for Weirside', 'Plan for Fernhollow']
          : ['Plan for Fernhollow', 'Plan for Weirside'],
      );
    }
  });

  it('of one that is missing says so, and shows the others', async () => {
    const { code, stdout, stderr } = await timeline(['a.md', 'c.md']);
    expect(code).toBe(3);
    expect(stdout).toContain('by May 2026');
    expect(stderr).toContain("cannot read 'c.md'");
  });

  it('is read from a pipe', async () => {
    const { code, stdout } = await timeline(['--doc-date', '2025-03-01'], 'We will open a mill within two years.');
    expect(code).toBe(0);
    expect(stdout).toMatch(/by (?:28 Feb|1 Mar) 2027 +C1 +We: open a mill/);
  });

  it('judges deadlines by a day that is given', async () => {
    const { stdout } = await timeline(['a.md', 'b.md', '--as-of', '2027-01-01']);
    expect(stdout).toMatch(/by May 2026 +passed/);
    expect(stdout).toMatch(/by Jun 2028 +due/);
  });

  it('shows the days that are asked for, a year to its end', async () => {
    const { stdout } = await timeline(['a.md', 'b.md', '--from', '2027', '--to', '2028']);
    expect(stdout).not.toContain('by May 2026');
    expect(stdout).toContain('by Jun 2028');
    expect(stdout).toContain('nothing dated between these days');
    expect(stdout).toContain('shown 1 Jan 2027 to 31 Dec 2028');
  });
});

describe('as data', () => {
  it('has the records of the analysis with the same ids, and only the timeline', async () => {
    const whole = parsed((await pmed(['analyse', northshire, '-f', 'json'])).stdout);
    const times = parsed((await timeline([northshire, '-f', 'json'])).stdout);
    expect(times).toEqual({ ...whole, commitments: [], statements: [], themes: [] });
    const lines = (await timeline([northshire, '-f', 'ndjson'])).stdout.trimEnd().split('\n');
    const types = lines.map((line) => JSON.parse(line).type);
    for (const type of types) expect(['header', 'document', 'time', 'diagnostic', 'summary']).toContain(type);
    expect(types.filter((type) => type === 'time')).toHaveLength(times.timeline.length);
  });

  it('keeps to the days that are asked for, and to what has no day', async () => {
    const { timeline: times } = parsed(
      (await timeline([northshire, '-f', 'json', '--from', '2028', '--to', '2028'])).stdout,
    );
    expect(times.map(({ text }) => text)).toContain('March 2028');
    expect(times.map(({ text }) => text)).not.toContain('December 2026');
    expect(times.some(({ role, start, end }) => role === 'recurrence' && start === null && end === null)).toBe(true);
  });

  it('goes to files by their names, with one analysis, and over what pmed wrote', async () => {
    const files2 = ['t.json', 't.ndjson', 't.csv', 't.ics'];
    for (let run = 0; run < 2; run++) {
      const { code, stdout, stderr } = await timeline(['a.md', '-q', ...files2.flatMap((file) => ['-o', file])]);
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    }
    const read = (name: string) => readFileSync(join(files.path, name), 'utf8');
    expect(parsed(read('t.json')).timeline.length).toBeGreaterThan(0);
    expect(read('t.csv').startsWith('\ufeffid,ref,')).toBe(true);
    expect(read('t.ics').startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    const bare = await timeline(['a.md', '-f', 'csv']);
    expect(`\ufeff${bare.stdout}`).toBe(read('t.csv'));
  });
});

describe('wrong use', () => {
  it.each<[readonly string[], string]>([
    [['a.md', '--from', '2028', '--to', '2027'], "--from cannot be '2028'. It is after --to 2027"],
    [['a.md', '--from', '2026-13'], "--from cannot be '2026-13'. Write it as 2026-04-01, 2026-04 or 2026."],
    [['a.md', '--to', '31/12/2026'], "--to cannot be '31/12/2026'"],
    [['--from', 'jsonl', 'a.md'], 'pmed analyse --from jsonl'],
    [['a.md', '-f', 'qdpx'], "--format cannot be 'qdpx'. Formats of this command: text, json"],
    [['a.md', '-o', 't.docx'], "--output cannot be 't.docx'"],
    [['a.md', '-o', 'other.csv'], 'it exists and pmed did not write it'],
    [['a.md', '--view', 'calendar'], 'Choose one of: list, gantt'],
    [['a.md', '--view', 'gantt', '-f', 'json'], 'It is a layout of the text'],
    [['a.md', '--as-of', '2026'], 'Write a day such as 2026-03-31, or today'],
    [['a.md', '--themes', 'sdg'], 'pmed timeline does not take --themes'],
    [['https://example.org/a.pdf'], 'pmed does not use the network'],
  ])('%j is explained', async (args, message) => {
    const { code, stdout, stderr } = await timeline(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it('has help that begins with examples', async () => {
    const { stdout } = await timeline(['--help']);
    expect(stdout.split('\n')[2]).toContain('pmed timeline report.pdf');
    expect(stdout.split('\n').length).toBeLessThanOrEqual(60);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
