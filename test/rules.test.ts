/** Runs the examples that stand beside every rule: what it finds, what it ignores, and what is known to be wrong. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { annotate } from '../src/annotate/annotate.ts';
import { extract } from '../src/extract/extract.ts';
import type { Target } from '../src/model/report.ts';
import { read } from '../src/read/read.ts';
import { readExample } from '../src/rules/examples.ts';
import { loadRules } from '../src/rules/load.ts';
import type { CompiledPack, PackFile, RuleSource } from '../src/rules/pack.ts';

const pack: CompiledPack = JSON.parse(readFileSync(new URL('../dist/packs/en.json', import.meta.url), 'utf8'));
const claims = pack.files.filter((file) => ['commitment', 'statement', 'heading'].includes(file.pack));
const quantities = pack.files.filter((file) => file.pack === 'quantity');
const conditions = pack.files.filter((file) => file.pack === 'condition');
const rules = await loadRules();

/** What the whole pipeline says of an example read as Markdown. */
async function findings(text: string) {
  const document = await read({ name: 'example', text, mediaType: 'text/markdown' }, { docDate: '2024-11-14' });
  return extract(annotate(document), rules, { documentId: 'd', fiscalYear: '04-01', dateOrder: 'dmy' });
}

/** Why an example is not as its rule says, or null when it is. */
async function complaint(key: string, example: string, wanted: boolean): Promise<string | null> {
  const { text, marks } = readExample(example);
  const found = await findings(text);
  const commitments = found.commitments.filter((its) => its.rules.includes(key));
  const records = [...commitments, ...found.statements.filter((its) => its.rules.includes(key))];
  const others = [...found.commitments, ...found.statements].flatMap((its) => its.rules).join(', ') || 'nothing';
  if (!wanted) return records.length === 0 ? null : `${key} found something in: ${text}`;
  if (records.length === 0) return `${key} found nothing in: ${text}\n  found instead: ${others}`;
  for (const { name, words } of marks) {
    const said = records.map((its) => {
      if (name === 'actor') return its.actor.text;
      if (name === 'modal' && 'cue' in its) return its.cue.text.slice(0, words.length);
      if (name === 'verb' && 'action' in its) return its.action.text.slice(0, words.length);
      return name === 'action' && 'action' in its ? its.action.text : words;
    });
    if (!said.includes(words)) return `${key}: [${words}|${name}] is ${said.join(' / ')} in: ${text}`;
  }
  return null;
}

describe.each(claims.map((file) => ({ name: file.file, file })))('$name', ({ file }: { file: PackFile }) => {
  test.each((file.rules ?? []).map((rule) => ({ id: rule.id, rule })))(
    '$id',
    async ({ rule }: { rule: RuleSource }) => {
      const key = `${file.pack}/${rule.id}`;
      expect(rule.finds?.length, `${key} has examples to find`).toBeGreaterThan(0);
      expect(rule.ignores?.length, `${key} has examples to ignore`).toBeGreaterThan(0);
      const complaints = await Promise.all([
        ...(rule.finds ?? []).map((example) => complaint(key, example, true)),
        ...(rule.ignores ?? []).map((example) => complaint(key, example, false)),
      ]);
      expect(complaints.filter((its) => its !== null)).toEqual([]);
      for (const example of rule['wrong-today']?.finds ?? [])
        expect(await complaint(key, example, true), `right now, move it to finds: ${example}`).not.toBeNull();
      for (const example of rule['wrong-today']?.ignores ?? [])
        expect(await complaint(key, example, false), `right now, move it to ignores: ${example}`).not.toBeNull();
    },
  );
});

describe.each(conditions.map((file) => ({ name: file.file, file })))('$name', ({ file }: { file: PackFile }) => {
  test.each((file.rules ?? []).map((rule) => ({ id: rule.id, rule })))(
    '$id',
    async ({ rule }: { rule: RuleSource }) => {
      for (const example of rule.finds ?? []) {
        const { text, marks } = readExample(example);
        const found = (await findings(text)).commitments.flatMap((its) => its.conditions);
        for (const { words } of marks) expect(found).toContainEqual({ text: words, kind: rule.kind });
      }
      for (const example of rule.ignores ?? []) {
        const found = (await findings(readExample(example).text)).commitments.flatMap((its) => its.conditions);
        expect(found.map((its) => its.kind)).not.toContain(rule.kind);
      }
    },
  );
});

describe('quality.yaml', () => {
  const rulesOf = pack.files.filter((file) => file.pack === 'quality').flatMap((file) => file.rules ?? []);
  test.each(rulesOf.map((rule) => ({ id: rule.id, rule })))('$id', async ({ rule }: { rule: RuleSource }) => {
    const says = async (example: string): Promise<boolean> => {
      const { commitments } = await findings(example);
      expect(commitments.length, example).toBeGreaterThan(0);
      if (rule.says === 'negative') return commitments.some((its) => its.polarity === 'negative');
      if (rule.says === 'vague') return commitments.some((its) => its.specificity < 2 && its.targets.length === 0);
      return commitments.some((its) => its.novelty === rule.says);
    };
    for (const example of rule.finds ?? []) expect(await says(example), example).toBe(true);
    for (const example of rule.ignores ?? []) expect(await says(example), example).toBe(false);
  });
});

describe('beneficiary.yaml', () => {
  const rulesOf = pack.files.filter((file) => file.pack === 'beneficiary').flatMap((file) => file.rules ?? []);
  test.each(rulesOf.map((rule) => ({ id: rule.id, rule })))('$id', async ({ rule }: { rule: RuleSource }) => {
    for (const example of rule.finds ?? []) {
      const { text, marks } = readExample(example);
      const found = (await findings(text)).commitments.map((its) => its.beneficiary);
      for (const { words } of marks) expect(found, text).toContain(words);
    }
    for (const example of rule.ignores ?? [])
      expect(
        (await findings(example)).commitments.map((its) => its.beneficiary ?? null),
        example,
      ).not.toContainEqual(expect.any(String));
  });
});

/** A target in the short form of the examples: "7 % from 12 >= down per year of pupils on 2019 levels". */
function short(target: Target): string {
  const { value, unit, from, upper, comparator, direction, per, of, baseline } = target;
  return [
    value,
    unit,
    from === null ? null : `from ${from}`,
    upper === null ? null : `upper ${upper}`,
    comparator === '=' ? null : comparator,
    direction,
    per && `per ${per}`,
    of && `of ${of}`,
    baseline && `on ${baseline.text}`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

describe.each(quantities.map((file) => ({ name: file.file, file })))('$name', ({ file }: { file: PackFile }) => {
  test.each((file.rules ?? []).map((rule) => ({ id: rule.id, rule })))(
    '$id',
    async ({ rule }: { rule: RuleSource }) => {
      for (const example of rule.finds ?? []) {
        const { text, marks } = readExample(example);
        const found = (await findings(text)).commitments.flatMap((its) => its.targets);
        const said = found.map((target) => ({ name: short(target), words: target.text }));
        for (const mark of marks) expect(said, text).toContainEqual(mark);
      }
      for (const example of rule.ignores ?? []) {
        const { text, marks } = readExample(example);
        const found = (await findings(text)).commitments.flatMap((its) => its.targets);
        expect(
          found.map((target) => ({ name: short(target), words: target.text })),
          text,
        ).toEqual(marks);
      }
    },
  );
});

test('every rule has an id of its own and says what it means', () => {
  const keys = pack.files.flatMap((file) => (file.rules ?? []).map((rule) => `${file.pack}/${rule.id}`));
  expect(new Set(keys).size).toBe(keys.length);
  for (const file of claims) for (const rule of file.rules ?? []) expect(rule.description).toMatch(/\.$/);
});
