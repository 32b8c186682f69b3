/** The built command: what a person said of commitments is seen wherever they are shown, and what was rejected is not lost. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { pmed } from './run.ts';

const PLAN = `# Plan for Fernhollow

Published by Fernhollow Council on 1 March 2025.

We will build 900 homes by 2030. We aim to publish a housing plan by June 2026.

We will repair the bridge at Alderford by 31 March 2027. The Trust hopes to plant trees.
`;

const REVIEW = `version: 1
documents:
  - document: plan.md
    verdicts:
      - { quote: We will build 900 homes by 2030., verdict: keep }
      - { quote: We will repair the bridge at Alderford by 31 March 2027., verdict: edit, by: 2028 }
      - { quote: The Trust hopes to plant trees., verdict: not-a-commitment, note: '<hopes>', reviewer: A. Analyst }
`;

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'pmed-marks-'));
  writeFileSync(join(cwd, 'plan.md'), PLAN);
  writeFileSync(join(cwd, 'pmed.review.yaml'), REVIEW);
});

const run = async (...args: string[]) => (await pmed([...args], { cwd })).stdout;

describe.each(['commitments', 'analyse'])('the screen of pmed %s', (command) => {
  test('marks what was reviewed, says what the mark is, and counts what was rejected', async () => {
    const screen = await run(command, 'plan.md');
    expect(screen).toMatch(/^ C1 ✓ +firm/m);
    expect(screen).toMatch(/^ C2 +aimed/m);
    expect(screen).toMatch(/^ C3 ✓ +firm .* 2028 /m);
    expect(screen).toMatch(/^ ✓ reviewed: kept or corrected by a person$/m);
    expect(screen).toContain('1 rejected by review: --all shows it');
    expect(screen).not.toContain('The Trust hopes');
  });

  test('lists what was rejected with --all, with its quote and why', async () => {
    const screen = await run(command, 'plan.md', '--all');
    expect(screen).toContain(
      'Rejected by review (1): counted nowhere\n C4   "The Trust hopes to plant trees." l. 7\n      A. Analyst: <hopes>',
    );
  });

  test('has a sign for those who can show ASCII only, and none without a review', async () => {
    expect(await run(command, 'plan.md', '--ascii', '--width', '60')).toMatch(/^ C1 \* +firm - We/m);
    expect(await run(command, 'plan.md', '--no-review')).not.toMatch(/✓|review/);
  });

  test('has the verdict in a plain line, and a line for what was rejected', async () => {
    const lines = (await run(command, 'plan.md', '--plain')).split('\n');
    expect(lines.filter((line) => line.startsWith('commitment\t')).map((line) => line.split('\t').at(-2))).toEqual([
      'keep',
      '',
      'edit',
    ]);
    expect(lines).toContain('rejected\tC4\tl. 7\tThe Trust hopes to plant trees.\tA. Analyst: <hopes>\tplan.md');
  });
});

describe('files', () => {
  test('the page has what was rejected in a fold below the table, its note as text', async () => {
    const page = await run('commitments', 'plan.md', '-f', 'html');
    const [, fold = ''] = /<details class="fold">(<summary><b>Rejected by review<\/b>.*?)<\/details>/.exec(page) ?? [];
    expect(fold).toContain('<li id="C4">');
    expect(fold).toContain('<q>The Trust hopes to plant trees.</q>');
    expect(fold).toContain('A. Analyst: &#60;hopes&#62;');
    expect(await run('commitments', 'plan.md', '-f', 'html', '--no-review')).not.toContain('Rejected by review');
  });

  test.each([
    ['commitments', '## Rejected by review (1)'],
    ['analyse', '### Rejected by review (1)'],
  ])('Markdown of pmed %s has a table of it', async (command, heading) => {
    const text = await run(command, 'plan.md', '-f', 'md');
    expect(text).toContain(heading);
    expect(text).toMatch(/^\| C4 \| "The Trust hopes to plant trees\." \| l\. 7 \| A\. Analyst: .*hopes.* \|$/m);
  });

  test('a workbook has a sheet of it and a line in the summary, and neither without a review', async () => {
    await run('analyse', 'plan.md', '-q', '-o', 'reviewed.xlsx');
    const { sheets } = await readXlsx(readFileSync(join(cwd, 'reviewed.xlsx')));
    const rejected = sheets.find(({ name }) => name === 'Rejected')?.rows ?? [];
    expect(rejected).toHaveLength(2);
    expect(rejected[1]).toEqual(
      expect.arrayContaining(['C4', 'The Trust hopes to plant trees.', '<hopes>', 'A. Analyst']),
    );
    const summary = sheets.find(({ name }) => name === 'Summary')?.rows ?? [];
    expect(summary.find(([name]) => name === 'Rejected')?.[1]).toBe(1);
    await run('analyse', 'plan.md', '-q', '--no-review', '-o', 'plain.xlsx');
    const plain = await readXlsx(readFileSync(join(cwd, 'plain.xlsx')));
    expect(plain.sheets.map(({ name }) => name)).not.toContain('Rejected');
  });

  test('the table of documents counts it', async () => {
    await run('analyse', 'plan.md', '-q', '--no-bom', '-o', 'out.csv');
    const [head = '', row = ''] = readFileSync(join(cwd, 'out.documents.csv'), 'utf8').split('\n');
    expect(row.split(',')[head.split(',').indexOf('rejected')]).toBe('1');
  });
});

describe('pmed explain goes by the review', () => {
  test.each([
    ['C1', 'kept: a person confirmed it'],
    ['C3', 'corrected by a person: '],
    ['C4', 'rejected: a person called it no commitment'],
  ])('and says of %s what a person said', async (ref, said) => {
    const screen = await run('explain', 'plan.md', ref, '--width', '120');
    expect(screen).toContain(said);
    expect(screen).toContain('FOUND BY');
    expect(await run('explain', 'plan.md', ref, '--no-review')).not.toContain('REVIEW');
  });

  test('in the JSON too', async () => {
    const { sentences } = JSON.parse(await run('explain', 'plan.md', 'C4', '-f', 'json'));
    expect(sentences[0].findings[0].commitment.review).toMatchObject({ verdict: 'not-a-commitment', note: '<hopes>' });
  });
});
