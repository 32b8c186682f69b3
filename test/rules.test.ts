/** Runs the examples that stand beside every rule: what it finds, what it ignores, and what is known to be wrong. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ProvenExample } from '../src/model/rulebook.ts';
import { checkExamples, isProvable } from '../src/proof/check.ts';
import { loadRules } from '../src/rules/load.ts';
import type { CompiledPack } from '../src/rules/pack.ts';

const pack: CompiledPack = JSON.parse(readFileSync(new URL('../dist/packs/en.json', import.meta.url), 'utf8'));
const rules = await loadRules();
const files = pack.files.filter((file) => isProvable(file.pack) && (file.rules ?? file.themes) !== undefined);

/** `failed: We will act. / expected verb "act" / found nothing / because …`, on lines of their own. */
const told = ({ outcome, text, expected, found, because }: ProvenExample): string =>
  [
    `${outcome === 'right-now' ? 'right now, move it up' : outcome}: ${text}`,
    `expected ${expected.join('; ')}`,
    `found ${found.join('; ') || 'nothing'}`,
    ...because,
  ].join('\n  ');

/** Packs of which every rule needs examples on both sides: those whose words are ordinary English. */
const TWO_SIDED = ['commitment', 'statement', 'heading', 'themes'];

describe.each(files.map((file) => ({ name: file.file, file })))('$name', async ({ file }) => {
  const results = await checkExamples(file, { rules, sources: pack.files });
  const keys = idsOf(file).map((id) => `${file.pack}/${id}`);
  test.each(keys)('%s', (key) => {
    const own = results.filter(({ rule }) => rule === key);
    expect(own.filter(({ outcome }) => outcome === 'failed' || outcome === 'right-now').map(told)).toEqual([]);
    expect(own.length, `${key} has examples`).toBeGreaterThan(0);
    if (!TWO_SIDED.includes(file.pack)) return;
    const least = file.pack === 'themes' ? { finds: 3, ignores: 2 } : { finds: 1, ignores: 1 };
    const count = (claim: string) => own.filter((its) => its.claim === claim && its.outcome === 'passed').length;
    expect(count('finds'), `${key} has examples to find`).toBeGreaterThanOrEqual(least.finds);
    expect(count('ignores'), `${key} has examples to ignore`).toBeGreaterThanOrEqual(least.ignores);
  });
});

/** The ids of the rules or themes of a file. */
function idsOf({ rules: its, themes }: CompiledPack['files'][number]): string[] {
  const all: readonly unknown[] = Array.isArray(themes) ? themes : (its ?? []);
  return all.flatMap((one) => (typeof one === 'object' && one !== null && 'id' in one ? [String(one.id)] : []));
}

test('every rule has an id of its own and says what it means', () => {
  const keys = files.flatMap((file) => idsOf(file).map((id) => `${file.pack}/${String(file.scheme ?? '')}/${id}`));
  expect(new Set(keys).size).toBe(keys.length);
  for (const file of files) for (const rule of file.rules ?? []) expect(rule.description).toMatch(/\.$/);
});
