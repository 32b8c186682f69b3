/** The files of `pmed timeline`, as the built command writes them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder, pmed } from './run.ts';

const plan = fileURLToPath(new URL('../fixtures/northshire-2024.pdf', import.meta.url));
const edition = fileURLToPath(new URL('../fixtures/northshire-2026.md', import.meta.url));
const names = ['a.csv', 'a.tsv', 'a.ics', 'a.svg', 'a.md'] as const;
const outputs = names.flatMap((name) => ['-o', name]);

let files: ReturnType<typeof folder>;
beforeAll(() => {
  files = folder({ 'sums.md': '# Sums\n\n1 March 2025\n\n=2+3 will be mended by 2028.\n', 'other.svg': '<svg/>' });
});
afterAll(() => files.remove());
const timeline = (...args: string[]) => pmed(['timeline', ...args], { cwd: files.path });
const content = (name: string): string => readFileSync(join(files.path, name), 'utf8');

describe('the files of a timeline', () => {
  test('are all written by one analysis, the same each time, over those of the last one', async () => {
    expect((await timeline(plan, '-q', ...outputs)).code).toBe(0);
    const first = names.map(content);
    const again = await timeline(plan, ...outputs, '-f', 'ndjson');
    expect(again.code).toBe(0);
    for (const name of names) expect(again.stderr).toContain(`pmed: wrote ${name}\n`);
    expect(names.map(content)).toEqual(first);
  });

  test.each(['csv', 'tsv', 'ics', 'svg', 'md'])(
    'are what stdout has as %s, but for what spreadsheets need',
    async (format) => {
      await timeline(plan, '-q', '-o', `b.${format}`);
      const { stdout } = await timeline(plan, '-f', format);
      expect(stdout.endsWith('\n')).toBe(true);
      expect(content(`b.${format}`).replace(/^\ufeff/, '')).toBe(stdout);
    },
  );

  test('have the same deadlines in every format', async () => {
    const { stdout } = await timeline(plan, '-f', 'json');
    const days: string[] = JSON.parse(stdout)
      .timeline.filter(({ role, end }: { role: string; end: string | null }) => role === 'deadline' && end !== null)
      .map(({ end }: { end: string }) => end);
    expect(days.length).toBeGreaterThan(10);
    const [csv, , ics] = names.map(content);
    for (const day of days) {
      expect(csv).toContain(`,${day},`);
      expect(ics).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}\r\n`);
    }
    expect(ics).toContain('RRULE:FREQ=WEEKLY');
    expect(content('a.svg')).toMatch(/>C4<\/text>.*publish a joint workforce plan/s);
    expect(content('a.md')).toMatch(/\| by Sep 2026 \| deadline \| C4 \| We: publish a joint workforce plan \|/);
  });

  test('tell spreadsheets their encoding and guard formulas, unless told not to', async () => {
    await timeline('sums.md', '-q', '-o', 's.csv', '-o', 'csv:s.txt');
    for (const name of ['s.csv', 's.txt'])
      expect(content(name)).toMatch(/^\ufeffid,ref,.*,'=2\+3 will be mended by 2028\.,/s);
    await timeline('sums.md', '-q', '--no-bom', '--csv-raw', '-o', 's.csv');
    expect(content('s.csv')).toMatch(/^id,ref,.*,=2\+3 will be mended by 2028\.,/s);
  });

  test('hold several documents', async () => {
    await timeline(plan, edition, '-q', ...outputs, '--force');
    expect(content('a.csv').match(/^\ufeff?id,/gm)).toHaveLength(1);
    expect(content('a.csv')).toMatch(/northshire-2024\.pdf.*northshire-2026\.md/s);
    expect(content('a.ics').match(/^BEGIN:VCALENDAR/gm)).toHaveLength(1);
    const uids = content('a.ics').match(/^UID:.*$/gm) ?? [];
    expect(new Set(uids).size).toBe(uids.length);
    expect(content('a.svg').match(/<svg /g)).toHaveLength(1);
    expect(content('a.md').match(/^# /gm)).toHaveLength(2);
  });

  test('are narrowed to the days asked for, and judged by a day', async () => {
    await timeline(plan, '-q', ...outputs, '--to', '2027', '--as-of', '2026-12-01');
    for (const name of ['a.csv', 'a.ics', 'a.svg', 'a.md']) expect(content(name)).not.toContain('Train 300 more');
    expect(content('a.csv')).toMatch(/,2026-09-30,month,deadline,.*,passed,/);
    expect(content('a.svg')).toContain('as of 1 Dec 2026');
    expect(content('a.md')).toMatch(/\| by Sep 2026 \| passed \|/);
  });

  test('do not overwrite pictures of others', async () => {
    const { code, stderr } = await timeline(plan, '-o', 'other.svg');
    expect(code).toBe(2);
    expect(stderr).toContain('pmed did not write it');
    expect(content('other.svg')).toBe('<svg/>');
  });

  test('say what a calendar cannot hold', async () => {
    const { stderr } = await pmed(['timeline', '-f', 'ics'], {
      input: 'We will report within six months of Royal Assent.',
    });
    expect(stderr).toContain('the calendar leaves out 1 without a day: C1');
  });
});
