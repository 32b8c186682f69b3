/** `pmed kwic` as built: what it finds, how it shows it, and with which exit code. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../src/analyse/read-input.ts';
import { kwicEach } from '../src/kwic.ts';
import { type Kwic, KwicSchema } from '../src/model/kwic.ts';
import type { KwicPart } from '../src/model/kwic-part.ts';
import { renderKwic } from '../src/render/kwic-text.ts';
import { defaultScreen } from '../src/render/screen.ts';
import { displayWidth } from '../src/render/width.ts';
import { folder, pmed } from './run.ts';
import { parsedTable } from './table.ts';

const northshire = fileURLToPath(new URL('../fixtures/northshire-2024.pdf', import.meta.url));
const parsed = (json: string): Kwic => v.parse(KwicSchema, JSON.parse(json));

const odd =
  '# 運河計画\n\nThe 運河 board will open 日本語テスト mills \u202eby 2027. \u2067שלום\u2069 some mills close; that mill\u001b[31m reopens 👩‍👩‍👧 mills.\n';
const story =
  '# Plan for Fernhollow\n\nFernhollow Council, 1 March 2025\n\n## Mills\n\nWe will open a mill by May 2026. We opened two\nmills ' +
  'before. The mill-owner, "Old Weir", agreed.\n\n## Roads\n\n- Opening the lane\n- =cmd, the mill\n';

let files: ReturnType<typeof folder>;
beforeAll(() => {
  files = folder({
    'a.md': story,
    'b.md': '# Plan for Weirside\n\nWe hope for a ferry.\n',
    'odd.md': odd,
    'zero.csv': 'a,b\n',
  });
});
afterAll(() => files.remove());
const kwic = (args: readonly string[], input?: string) =>
  pmed(['kwic', ...args], { cwd: files.path, ...(input === undefined ? {} : { input }) });

describe('kwic on the screen', () => {
  it('sets the words one below the other, with their places', async () => {
    const { code, stdout, stderr } = await kwic(['open', 'a.md']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^open 1 · opened 1 · opening 1$/m);
    const lines = stdout.split('\n').filter((line) => line.startsWith(' l. '));
    expect(lines.map((line) => line.slice(0, 6))).toEqual([' l. 7 ', ' l. 7 ', ' l. 12']);
    expect(new Set(lines.map((line) => line.search(/ {2}open\w* {2}/i))).size).toBe(1);
  });

  it('names pages of a PDF', async () => {
    expect((await kwic(['publish', northshire])).stdout).toMatch(/^ p\. \d+ .* {2}publish/m);
  });

  it.each([
    ['mill', 'odd.md'],
    ['mill', 'a.md'],
    ['we ...20 by', 'a.md'],
    ['the | of', northshire],
  ])('of %j in %s keeps to the columns that there are', async (pattern, file) => {
    async function* inputs(): AsyncGenerator<Input> {
      yield { kind: 'source', source: resolve(files.path, file) };
    }
    const run = await kwicEach(inputs(), { pattern, inflections: true, span: 30, sort: 'page' });
    let part: KwicPart | undefined;
    for await (const its of run.parts) part = its;
    if (!part) throw new Error('nothing was read');
    for (const width of [40, 60, 80, 120, 200]) {
      const text = renderKwic(part, { ...defaultScreen, width, all: true });
      for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(text).not.toMatch(/[\u001b\u202a-\u202e\u2066-\u2069]/);
      if (file !== 'odd.md' || width < 60) continue;
      const columns = text.split('\n').flatMap((line) => {
        // The last: one in the words before may stand behind spaces too.
        const at = line.lastIndexOf('  mill');
        return line.startsWith(' l. ') && at >= 0 ? [displayWidth(line.slice(0, at))] : [];
      });
      expect(columns.length).toBeGreaterThan(2);
      expect(new Set(columns).size).toBe(1);
    }
  });

  it('goes by --width', async () => {
    const { stdout } = await kwic(['the | of', northshire, '--width', '60']);
    const widths = stdout.split('\n').map(displayWidth);
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
    expect(Math.max(...widths)).toBeGreaterThan(50);
  });

  it('shows forty hits, and all when asked', async () => {
    const many = 'The mill. '.repeat(90);
    const [short, all] = [await kwic(['mill', '-'], many), await kwic(['mill', '--all'], many)];
    expect(short.stdout).toContain(' 50 more: --all\n');
    expect(short.stdout.split('\n').length).toBeLessThan(50);
    expect(all.stdout.match(/^ l\. 1 /gm)).toHaveLength(90);
  });

  it('counts the documents of a folder that have none', async () => {
    const { stdout } = await kwic(['mill', 'a.md', 'b.md', 'odd.md']);
    expect(stdout).toMatch(/\n\n1 document of 3 without hits\.\n$/);
  });
});

describe('kwic as data', () => {
  it('quotes the document exactly', async () => {
    const { query, hits, counts, summary } = parsed(
      (await kwic(['open', 'a.md', 'b.md', '--span', '3', '-f', 'json'])).stdout,
    );
    expect(query).toMatchObject({ pattern: 'open', inflections: true, span: 3, sort: 'page' });
    expect(query.words).toEqual([{ word: 'open', forms: ['open', 'opened', 'opening', 'opens'] }]);
    for (const { text, start, end } of hits) expect(story.slice(start, end)).toBe(text);
    expect(hits[1]).toMatchObject({ ref: 'K2', left: 'May 2026. We ', text: 'opened', right: ' two mills before.' });
    expect(hits[2]).toMatchObject({ kind: 'item', evidence: { line: 12, sectionId: 's3', quote: 'Opening the lane' } });
    expect(counts.map(({ hits: its }) => its)).toEqual([3, 0]);
    expect(summary).toEqual({ hits: 3, documents: 2, documentsWithHits: 1 });
  });

  it('has a table with guarded cells in files', async () => {
    const { code } = await kwic(['mill', 'a.md', '-q', '-o', 'hits.csv', '-o', 'hits.md']);
    expect(code).toBe(0);
    const [head = [], ...rows] = parsedTable(readFileSync(join(files.path, 'hits.csv'), 'utf8').slice(1), ',');
    expect(head.slice(0, 7)).toEqual(['ref', 'document', 'title', 'document_date', 'left', 'text', 'right']);
    expect(rows.map((row) => row[5])).toEqual(['Mills', 'mill', 'mills', 'mill', 'mill']);
    expect(rows.at(-1)?.[4]).toBe("'=cmd, the");
    expect(readFileSync(join(files.path, 'hits.md'), 'utf8')).toContain('We will open a **mill** by May 2026');
    // Its own files are written anew without asking.
    expect((await kwic(['mill', 'a.md', '-q', '-o', 'hits.csv', '-o', 'hits.md'])).code).toBe(0);
  });

  it('streams lines, one record each', async () => {
    const { stdout } = await kwic(['mill', 'a.md', 'b.md', '-f', 'ndjson']);
    const types = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line).type);
    expect(types).toEqual('header document count hit hit hit hit hit document count summary'.split(' '));
  });

  it('sorts by the words beside', async () => {
    const right = parsed((await kwic(['mill', 'a.md', '--sort', 'right', '-f', 'json'])).stdout);
    expect(right.hits.map((hit) => hit.right.trim().split(/\W+/).find(Boolean) ?? '')).toEqual([
      '',
      '',
      'before',
      'by',
      'owner',
    ]);
    const left = parsed((await kwic(['mill', 'a.md', '--sort', 'left', '-f', 'json'])).stdout);
    expect(left.hits.map((hit) => hit.left.trim().split(' ').at(-1))).toEqual(['', 'a', 'The', 'the', 'two']);
  });
});

describe('kwic that finds nothing', () => {
  it.each([
    [['opne'], /near 'opne': open 1/],
    [['opener'], /near 'opener': open 1/],
    [['two ...1 plan'], /its words are there: two 1, plan 1/],
    [['xylophone'], /no word is near 'xylophone'/],
  ])('says of %j what is near', async ([pattern = ''], said) => {
    const { code, stdout, stderr } = await kwic([pattern, 'a.md']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/no hits/);
    expect(stderr).toMatch(said);
  });

  it('exits 1 where that is asked for, and 3 where an input could not be read', async () => {
    expect((await kwic(['ferry', 'a.md', '--exit-code'])).code).toBe(1);
    expect((await kwic(['ferry', 'b.md', '--exit-code'])).code).toBe(0);
    expect((await kwic(['ferry', 'a.md', 'gone.md', '--exit-code'])).code).toBe(3);
  });

  it('finds words as typed with --exact', async () => {
    const { hits } = parsed((await kwic(['open', 'a.md', '--exact', '-f', 'json'])).stdout);
    expect(hits.map(({ text }) => text)).toEqual(['open']);
  });
});

describe('kwic called wrongly', () => {
  it.each([
    [['(mill', 'a.md'], /character 1: a bracket is opened and not closed.*\[PMED-U018\]/s],
    [['net', 'zero', 'a.md'], /pmed kwic "net zero" a\.md/],
    [['mill', 'a.md', '--span', '8.5'], /--span cannot be '8.5'/],
    [['mill', 'a.md', '--exact', '--lemma'], /Give one of them/],
    [['mill', 'a.md', '--sort', 'by'], /Choose one of: page, left, right/],
    [['mill', 'a.md', '-o', 'zero.csv'], /pmed did not write it/],
    [['mill', 'a.md', '--themes', 'sdg'], /does not take --themes/],
  ])('%j says why', async (args, said) => {
    const { code, stdout, stderr } = await kwic(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });
});
