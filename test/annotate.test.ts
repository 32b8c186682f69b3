/** Sentences, tokens, clauses, sections and list stems as a reader would part them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lemma } from '../src/annotate/lexicon.ts';
import { Tag } from '../src/annotate/tags.ts';
import { annotated } from './annotated.ts';

const sentences = (text: string) => annotated(text).sentences.map((its) => its.text);
const words = (text: string) => annotated(text).sentences.flatMap((its) => its.tokens.map((token) => token.text));

describe('sentences', () => {
  test.each([
    ['The board met. It agreed the plan.', ['The board met.', 'It agreed the plan.']],
    [
      'Dr. Okafor leads the trust. She began in Sept. 2023.',
      ['Dr. Okafor leads the trust.', 'She began in Sept. 2023.'],
    ],
    ['Care costs e.g. £1.5m a year. Is that fair? Yes!', ['Care costs e.g. £1.5m a year.', 'Is that fair?', 'Yes!']],
    ['He said: "We will act." Then he left.', ['He said: "We will act."', 'Then he left.']],
    ['The plan was delivered.12 The next one is due.', ['The plan was delivered.12', 'The next one is due.']],
    ['Costs rose by 3.5 per cent. and fell again.', ['Costs rose by 3.5 per cent. and fell again.']],
    ['J. K. Marsh chairs it. See No. 4 for details.', ['J. K. Marsh chairs it.', 'See No. 4 for details.']],
    ['The U.S. Department agreed. Others did not.', ['The U.S. Department agreed.', 'Others did not.']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  test('a heading and a table row are one sentence each', () => {
    const { sentences: all } = annotated('# One. Two.\n\n| A | B |\n|---|---|\n| Go. Now. | then |');
    expect(all.map((its) => [its.kind, its.text])).toContainEqual(['heading', 'One. Two.']);
    expect(all.map((its) => [its.kind, its.text])).toContainEqual(['row', 'Go. Now. | then']);
  });
});

describe('tokens', () => {
  test.each([
    ["We'll publish; they won't.", ['We', "'ll", 'publish', ';', 'they', 'wo', "n't", '.']],
    ["The agency's long-term plan", ['The', 'agency', "'s", 'long', '-', 'term', 'plan']],
    ['£1,500.25 by 31.03.2024 or 2024/25', ['£', '1,500.25', 'by', '31.03.2024', 'or', '2024', '/', '25']],
    ['2030, 400 and 1,2', ['2030', ',', '400', 'and', '1', ',', '2']],
    ['“Quoted” — and so on…', ['"', 'Quoted', '"', '–', 'and', 'so', 'on', '...']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('every token stands where it says, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { document, sentences: all } = annotated(text);
        for (const sentence of all) {
          const block = document.blocks[sentence.block];
          expect(sentence.text).toBe(block?.text.slice(sentence.at, sentence.at + sentence.text.length));
          let last = -1;
          for (const token of sentence.tokens) {
            expect(token.at).toBeGreaterThan(last);
            last = token.at;
            expect(token.start).toBeLessThan(token.end);
            expect(token.end).toBeLessThanOrEqual(document.text.length);
          }
        }
      }),
    );
  });
});

describe('clauses', () => {
  const clauses = (text: string) => {
    const [sentence] = annotated(text).sentences;
    const parts: string[][] = [];
    for (const token of sentence?.tokens ?? []) {
      const part = parts[token.clause] ?? [];
      part.push(token.text);
      parts[token.clause] = part;
    }
    return parts.map((part) => part.join(' '));
  };

  test.each([
    ['We will act, but they may not', ['We will act ,', 'but they may not']],
    ['We will, where possible, publish the plan', ['We will , where possible , publish the plan']],
    ['The fund opens in May and the board will report', ['The fund opens in May', 'and the board will report']],
    ['Subject to approval; it starts', ['Subject to approval ;', 'it starts']],
  ])('%s', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  test('a verb of the sentence before does not part a subject of two', () => {
    const [, second] = annotated('The fund opens in May. Staff and the board will report.').sentences;
    expect(second?.tokens.map((token) => token.clause)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('stems', () => {
  const stems = (text: string) => {
    const { sentences: all } = annotated(text);
    return Object.fromEntries(
      all.filter((its) => its.kind === 'item').map((its) => [its.text, all[its.stem]?.text ?? null]),
    );
  };

  test('every item of a list has the sentence that introduces it', () => {
    expect(stems('The board met. We will:\n\n- publish a plan\n- open a clinic\n\nThat is all.')).toEqual({
      'publish a plan': 'We will:',
      'open a clinic': 'We will:',
    });
  });

  test('a nested item follows its parent where that introduces it', () => {
    expect(stems('We will:\n\n- publish:\n  - a plan\n  - a map\n- open a clinic')).toEqual({
      'publish:': 'We will:',
      'a plan': 'publish:',
      'a map': 'publish:',
      'open a clinic': 'We will:',
    });
  });

  test('a list that nothing introduces has no stem', () => {
    expect(stems('The board met.\n\n- publish a plan')).toEqual({ 'publish a plan': null });
  });

  test('a paragraph that breaks off before its list is its stem', () => {
    const text = 'The Government is committed to leading the way by\n\n- finding new sites';
    expect(stems(text)).toEqual({ 'finding new sites': 'The Government is committed to leading the way by' });
  });
});

test('sections nest by level and end where the next of their level begins', () => {
  const { sections, document } = annotated('# A\n\none\n\n## B\n\ntwo\n\n# C\n\nthree');
  expect(sections.map(({ id, level, title, parent }) => [id, level, title, parent])).toEqual([
    ['s1', 1, 'A', -1],
    ['s2', 2, 'B', 0],
    ['s3', 1, 'C', -1],
  ]);
  const [first, second, third] = sections;
  expect(first?.end).toBe(third?.start);
  expect(second?.end).toBe(third?.start);
  expect(third?.end).toBe(document.text.length);
});

describe('words', () => {
  test.each([
    ['published', 'publish'],
    ['committing', 'commit'],
    ['carries', 'carry'],
    ['sought', 'seek'],
    ['organizing', 'organise'],
    ['budgets', 'budget'],
  ])('%s is a form of %s', (form, base) => {
    expect(lemma(form)).toBe(base);
  });

  test('a word after a modal can be a verb, whatever else it is', () => {
    const [sentence] = annotated('The strategy will also back small firms.').sentences;
    const back = sentence?.tokens.find((token) => token.text === 'back');
    expect((back?.tags ?? 0) & Tag.base).not.toBe(0);
  });
});
