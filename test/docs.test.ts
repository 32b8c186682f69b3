/** What docs/rules.md says is true: its packs are sound, its examples pass, pmed prints what stands there, its tables hold. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkPack } from '../src/rules/load.ts';
import { compileTerms } from '../src/rules/terms.ts';
import { annotated } from './annotated.ts';

const page = readFileSync(new URL('../docs/rules.md', import.meta.url), 'utf8');

test('the packs pass their examples, and commands print what stands below them', () => {
  const script = fileURLToPath(new URL('docs.mjs', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 });
}, 180_000);

/** The rows of the table below a heading, as the texts of their cells. */
function rowsBelow(heading: string): string[][] {
  const from = page.indexOf(`${heading}\n`);
  const table = /(?:^\|.*\n)+/m.exec(page.slice(from))?.[0] ?? '';
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map((cells) => cells.slice(1, -1));
}

describe('a term', () => {
  const rows = rowsBelow('## Terms of a theme');
  test('has a row', () => expect(rows.length).toBeGreaterThan(4));
  test.each(rows)('%s', (written, found, left) => {
    const matcher = compileTerms([{ pattern: written.replaceAll('`', ''), id: 0 }]);
    const hits = (text: string) => annotated(`${text}.`).sentences.flatMap((sentence) => matcher.find(sentence));
    for (const text of found.split(', ')) expect(hits(text), text).not.toEqual([]);
    expect(hits(left)).toEqual([]);
  });
});

test('the kinds of words that patterns may ask for are known', async () => {
  const said = /The kinds of words are ([\s\S]*?)\n\n/.exec(page)?.[1] ?? '';
  const kinds = [...said.matchAll(/`(:[a-z]+)`/g)].map(([, kind]) => kind);
  expect(kinds.length).toBeGreaterThan(15);
  const match = kinds.map((kind) => `"will ${kind} soon"`).join(', ');
  const rule = `{ id: a, description: A., kind: commitment, strength: 4, match: [${match}] }`;
  expect(await checkPack(`pack: commitment\nrules: [${rule}]\n`)).toEqual([]);
});

test.each(rowsBelow('### The kinds of packs and their fields').map(([pack]) => pack))(
  '%s is a kind of pack',
  async (pack) => {
    const name = String(pack).replaceAll('`', '');
    const faults = await checkPack(`pack: ${name}\n`);
    expect(faults.filter(({ message }) => message.includes('kind of pack'))).toEqual([]);
  },
);

const rule = (fields: string): string =>
  `pack: commitment\nrules:\n  - id: will-action\n    description: A rule.\n    kind: commitment\n    strength: 4\n${fields}`;

test.each([
  ['must be a text', rule('    match: [50]\n')],
  ['a text may not begin with this sign', rule('    match: [@gives word]\n')],
  ['the text in quotes ends before this', 'pack: agent\nfinds:\n  - "a "b" c"\n'],
  ['ends with it, before this', 'pack: agent\nfinds:\n  - [a|b] c\n'],
  ['means nothing in the term', 'pack: themes\nscheme: a\nthemes: [{ id: a, label: A, terms: { strong: ["(b)"] } }]\n'],
  ['a second key stands here', 'pack: agent\nfinds:\n  - a: b\n     c: d\n  - a\n b: c: d\n'],
  ['a tab cannot indent a line', 'pack: agent\n\tlists: 1\n'],
  ['there is a rule', rule('    match: [gives word]\n')],
])('"%s" is what a fault says', async (words, text) => {
  expect(page).toContain(`\`${words}`);
  expect((await checkPack(text)).map(({ message }) => message).join('\n')).toContain(words);
});
