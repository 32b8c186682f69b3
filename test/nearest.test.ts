/** The nearest rules of a sentence, and that reading a pattern element by element agrees with the matcher. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explainNear } from '../src/extract/explain/near-words.ts';
import type { Sentence } from '../src/model/annotated.ts';
import { ruleSet } from '../src/rules/engine.ts';
import { readExample } from '../src/rules/examples.ts';
import { nearestRules, vetoOf } from '../src/rules/nearest.ts';
import type { CompiledPack } from '../src/rules/pack.ts';
import { Reaches } from '../src/rules/reach.ts';
import { writtenRules } from '../src/rules/sources.ts';
import { annotated } from './annotated.ts';

const pack: CompiledPack = JSON.parse(readFileSync(new URL('../dist/packs/en.json', import.meta.url), 'utf8'));
const packs = ['commitment', 'statement'];
const files = pack.files.filter((file) => packs.includes(file.pack));
const written = writtenRules(pack.files, packs);

const sentencesOf = (text: string): readonly Sentence[] => annotated(text).sentences;

/** Every rule's matches in a sentence, as the matcher has them. */
const rules = ruleSet('claims', files, new Map());

/** Two rules of a pack of the user's own. */
const own = writtenRules(
  [
    {
      file: 'own.yaml',
      pack: 'own',
      lists: { oath: ['swear', 'vows', 'give our word'] },
      rules: [
        {
          id: 'oath',
          description: 'An oath to do something.',
          match: ['modal=@oath to verb=:base', 'under oath to verb=:base'],
          except: ['(never | not) @oath'],
        },
        { id: 'toll', description: 'A toll.', match: ['no ...4 toll will verb=be'], with: ['bridge | tunnel'] },
      ],
    },
  ],
  ['own'],
);

/** What the rules of one's own lack in a sentence, in words. */
function near(text: string) {
  const [sentence] = sentencesOf(text);
  if (!sentence) throw new Error('there is a sentence');
  return nearestRules(own, { tokens: sentence.tokens, spans: new Map() }, 3).map((its) =>
    explainNear(its, sentence, own.lists),
  );
}

test('a rule is near when its telling words stand there, and says what it lacks first', () => {
  expect(near('The wardens swear that they heard it.')).toMatchObject([
    {
      rule: 'own/oath',
      matched: [{ needs: '"swear", "vows" or "give our word"', finds: 'swear' }],
      lacks: { needs: '"to"', side: 'after', beside: 'swear', finds: 'that' },
      because: 'needs "to" after "swear"; "that" stands there',
    },
  ]);
  expect(near('We give our word to nobody')).toMatchObject([
    { because: 'needs a verb in its base form after "to"; "nobody" stands there' },
  ]);
  expect(near('We give our word')).toMatchObject([{ because: 'needs "to" after "word"; the sentence ends there' }]);
});

test('what a rule lacks may stand before its words, or too far off', () => {
  expect(near('Every toll will be paid.')).toMatchObject([
    {
      lacks: { needs: '"no"', side: 'before', beside: 'toll' },
      because: 'needs "no" at most 4 words before "toll"; absent',
    },
  ]);
  expect(near('There is no longer any reason to think that the toll will be paid.')).toMatchObject([
    { because: 'needs "no" at most 4 words before "toll"; "no" stands too far off, or in another clause' },
  ]);
});

test('a rule whose words all stand there says which veto keeps it back', () => {
  expect(near('The wardens never swear to tell the truth.')).toMatchObject([
    { rule: 'own/oath', lacks: null, because: 'forbidden by "never swear" (except: (never | not) @oath)' },
  ]);
  expect(near('No new toll will be asked.')).toMatchObject([
    { rule: 'own/toll', lacks: null, because: 'holds only in sentences with: bridge | tunnel' },
  ]);
});

test('a sentence of which only function words stand in rules is near to none', () => {
  expect(near('It is to be under the table, to no end.')).toEqual([]);
  expect(near('The weather is fine today.')).toEqual([]);
});

test('whole matches of patterns are those of the matcher', () => {
  const examples = files.flatMap((file) =>
    (file.rules ?? []).flatMap((rule) => [...(rule.finds ?? []), ...(rule.ignores ?? [])]),
  );
  expect(examples.length).toBeGreaterThan(100);
  for (const example of examples) {
    for (const sentence of sentencesOf(readExample(example).text)) {
      const { tokens } = sentence;
      const spans = new Map();
      const reaches = new Reaches({ tokens, spans, lists: written.lists });
      const found = new Set<string>();
      for (const { rule, from, to } of rules.match(sentence, spans)) {
        found.add(rule.key);
        const its = written.rules.get(rule.key);
        expect(
          its?.match.some(({ pattern }) => reaches.spans(pattern, from, to)),
          `${rule.key}: ${example}`,
        ).toBe(true);
        expect(its && vetoOf(its, [from, to], reaches, tokens.length), `${rule.key}: ${example}`).toBeNull();
      }
      for (const { rule, missing, veto } of nearestRules(written, { tokens, spans }, 100))
        if (!missing && !veto) expect(found, `${rule.key}: ${example}`).toContain(rule.key);
    }
  }
});
