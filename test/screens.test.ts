/** Every screen at every width: nothing is wider than the screen, nothing acts on the terminal, ASCII where that is asked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { runWords } from '../src/cli/run.ts';
import { displayWidth } from '../src/render/width.ts';
import { folder } from './run.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const strategy = readFileSync(fixture('northshire-2024.md'), 'utf8');

/** The strategy with all that is wide, joined or turned around, and still with its undertakings. */
const wide = strategy
  .replace(/^# .*$/m, '# 北郷の健康戦略 2024-2030 👩‍👩‍👧 Ελλάδα שלום مرحبا テスト')
  .replaceAll('the Partnership', 'the 図書館 Partnership')
  .replaceAll('genomic testing', 'ge\u0301nomic\u200b テスト testing 🇬🇧 ✔\ufe0f')
  .replaceAll('apprenticeships', 'apprenticeshipsinagricultureandhorticultureandforestry');

/** The strategy with what would move the cursor, write the clipboard or turn the text around, in every place. */
const hostile = strategy
  .replace(/^# .*$/m, '# Plan \u001b]0;title\u0007 \u202eevil\u2066 \u001b[2J\u009b31m')
  .replaceAll('the Partnership', 'the \u001b[31mPartnership\u202e Board')
  .replaceAll(
    'genomic testing',
    'https://example.org/\u2067very/long/path-without-a-break\u001b]52;c;eA==\u0007 testing',
  )
  .replaceAll(' 12 weeks', ' 12\u2028 weeks\r');

const shelf = folder({
  'plain.md': strategy.replace(/[^\n -~]/g, '-'),
  'plain-2.md': readFileSync(fixture('northshire-2026.md'), 'utf8').replace(/[^\n -~]/g, '-'),
  'wide.md': wide,
  'wide-2.md': wide.replaceAll('2027', '2029').replaceAll('We will', 'We aim to'),
  'hostile.md': hostile,
  'hostile-2.md': hostile.replaceAll('2027', '2029').replaceAll('We will', 'We aim to'),
});
afterAll(() => shelf.remove());

/** Every command with a screen, for two versions of a document. */
const commands = (one: string, two: string): readonly (readonly string[])[] => [
  ['analyse', one],
  ['analyse', one, two],
  ['analyse', one, two, '--each'],
  ['commitments', one],
  ...['actor', 'theme', 'section', 'deadline', 'strength'].map((by) => ['commitments', one, '--group-by', by]),
  ['timeline', one, '--view', 'list', '--as-of', '2027-06-01'],
  ['timeline', one, '--view', 'gantt'],
  ['themes', one],
  ['themes', one, '--by', 'section'],
  ['themes', one, two, '--by', 'document'],
  ['themes', one, two, '--compare'],
  ['diff', one, two, '--fail-on', 'error'],
  ['diff', one, two, one],
  ['check', one],
  ['explain', one, 'C8'],
  ['explain', one, 'workforce'],
  ['kwic', 'testing', one],
  ['inspect', one],
];
/** Those that do not depend on the document. */
const others: readonly (readonly string[])[] = [
  ['rules', 'list'],
  ['rules', 'list', 'commitment'],
  ['rules', 'show', 'commitment/will-action'],
  ['config', '--all'],
];

async function screenOf(words: readonly string[]): Promise<string> {
  let text = '';
  await runWords([...words, '-qq', '--no-config'], {
    isClosed: false,
    async write(more) {
      text += more;
    },
  });
  expect(text, words.join(' ')).not.toBe('');
  return text;
}

const LOOKS: readonly (readonly [width: number, flags: string])[] = [
  [40, ''],
  [40, '--all --ascii'],
  [60, ''],
  [80, '--all'],
  [120, '--ascii'],
];
/** What pmed draws with where it need not be ASCII. */
const DRAWN = /[·→│…×\u2500-\u25ff]/;
const dangerous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

describe.each(['plain', 'wide', 'hostile'])('of a document that is %s', (name) => {
  const path = (its: string): string => join(shelf.path, `${its}.md`);
  test.each(LOOKS)(
    'every screen keeps to %i columns %s',
    async (width, flags) => {
      const more = flags.split(' ').filter((flag) => flag !== '');
      for (const words of [...commands(path(name), path(`${name}-2`)), ...(name === 'plain' ? others : [])]) {
        const text = await screenOf([...words, '--width', String(width), ...more]);
        for (const line of text.split('\n')) {
          expect(displayWidth(line), `${words.join(' ')}: ${line}`).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/\s$/);
        }
        expect(text, words.join(' ')).not.toMatch(dangerous);
        // The document is ASCII; the rules have examples that are not.
        if (name === 'plain' && more.includes('--ascii'))
          expect(text, words.join(' ')).not.toMatch(words[0] === 'rules' ? DRAWN : /[^\n -~]/);
      }
    },
    240_000,
  );

  test('one record a line has a kind, an id and as many fields as all of its kind', async () => {
    for (const words of [...commands(path(name), path(`${name}-2`)), ...(name === 'plain' ? others : [])]) {
      const text = await screenOf([...words, '--plain']);
      expect(text.endsWith('\n')).toBe(true);
      expect(text.replaceAll('\t', ' '), words.join(' ')).not.toMatch(dangerous);
      const isRead = ['explain', 'inspect', 'rules', 'config'].includes(words[0] ?? '');
      const sizes = new Map<string, number>();
      for (const line of text.trimEnd().split('\n')) {
        const [kind = '', id = '', ...fields] = line.split('\t');
        expect(kind, line).toMatch(/^[a-z]+$/);
        expect(id, line).not.toBe('');
        if (!isRead) expect(fields.length, line).toBe(sizes.get(kind) ?? fields.length);
        sizes.set(kind, fields.length);
      }
    }
  }, 240_000);
});

test('one record a line tells the same records as the screen that shows all', async () => {
  const path = join(shelf.path, 'plain.md');
  for (const [command, pattern] of [
    ['commitments', /^ (C\d+) /gm],
    ['analyse', /^ ([CS]\d+) /gm],
  ] as const) {
    const shown = new Set([...(await screenOf([command, path, '--all'])).matchAll(pattern)].map(([, ref]) => ref));
    const told = await screenOf([command, path, '--plain']);
    const refs = [...told.matchAll(/^(?:commitment|statement)\t([CS]\d+)\t/gm)].map(([, ref]) => ref);
    expect(shown.size).toBeGreaterThan(20);
    expect(new Set(refs)).toEqual(shown);
  }
});
