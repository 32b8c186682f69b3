/** Term lists: what a pattern finds, which of overlapping terms win, and truths about any text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTerms } from '../src/rules/terms.ts';
import { annotated } from './annotated.ts';

/** The words that each pattern finds in a text, by pattern. */
function found(patterns: readonly string[], text: string): readonly string[] {
  const matcher = compileTerms(patterns.map((pattern, id) => ({ pattern, id })));
  return annotated(text).sentences.flatMap((sentence) =>
    matcher.find(sentence).map(({ id, first, last }) => {
      const words = sentence.tokens.slice(first, last + 1).map((token) => token.text);
      return `${patterns[id]}: ${words.join(' ')}`;
    }),
  );
}

describe('a term', () => {
  it.each<[string, string, string[]]>([
    ['net zero', 'A Net-Zero grid.', ['Net - Zero']],
    ['decision-making', 'Sound decision making.', ['decision making']],
    ['policy', 'Policies and policy, not policymaking.', ['Policies', 'policy']],
    ['tax', 'Taxes on a tax.', ['Taxes', 'tax']],
    ['grants', 'A grant is one of many grants.', ['grants']],
    ['people with disabilities', "People with disabilities' needs.", ['People with disabilities']],
    ['regulat*', 'The regulator regulates.', ['regulator', 'regulates']],
    ['road/rail network', 'The rail networks and the road network.', ['rail networks', 'road network']],
    ['=WHO', 'The WHO says who may enter.', ['WHO']],
    ['=AIDS', 'AIDS and hearing aids.', ['AIDS']],
    ['involv* ~3 patients', 'We involve older patients.', ['involve']],
    ['involv* ~3 patients', 'We involve the many and very old patients.', []],
    ['r&d', 'More R&D.', ['R & D']],
    ['care home', 'Care - home or away.', []],
    ["workers' rights", "Workers' rights and the worker's right.", ["Workers ' rights"]],
  ])('%s in "%s"', (pattern, text, words) => {
    expect(found([pattern], text)).toEqual(words.map((word) => `${pattern}: ${word}`));
  });

  it('does not take a shouted word for an acronym', () => {
    expect(found(['=WHO'], 'WHO WE ARE AND WHAT WE DO')).toEqual([]);
  });

  it('is found whichever of its words comes first in the text', () => {
    expect(found(['aids clinic', '=AIDS', 'hearing aids', 'clinic'], 'AIDS clinic. Hearing aids.')).toEqual([
      'aids clinic: AIDS clinic',
      '=AIDS: AIDS',
      'clinic: clinic',
      'hearing aids: Hearing aids',
    ]);
  });

  it('needs words', () => {
    expect(() => compileTerms([{ pattern: '*', id: 0 }])).toThrow('has no words');
    expect(() => compileTerms([{ pattern: 'eco-*', id: 0 }])).toThrow('ends in a hyphen');
    expect(() => compileTerms([{ pattern: 'a/b a/b a/b a/b a/b a/b a/b', id: 0 }])).toThrow('too many alternatives');
  });
});

it('finds the same terms whatever was read before', () => {
  const patterns = ['care', 'care home', 'home*', '=UN', 'un*', 'caring', 'homes for all', 'care ~2 all', 'uncaring'];
  const word = fc.constantFrom(
    'care',
    'cares',
    'home',
    'homes',
    'UN',
    'un',
    'uncaring',
    'all',
    'for',
    '-',
    '.',
    'Care',
  );
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), text, (before, last) => {
      const used = compileTerms(patterns.map((pattern, id) => ({ pattern, id })));
      for (const its of before) for (const sentence of annotated(its).sentences) used.find(sentence);
      const fresh = compileTerms(patterns.map((pattern, id) => ({ pattern, id })));
      for (const sentence of annotated(last).sentences) {
        const order = (hits: ReturnType<typeof used.find>) =>
          hits.map(({ id, from, to }) => `${from}-${to} ${id}`).sort();
        expect(order(used.find(sentence))).toEqual(order(fresh.find(sentence)));
      }
    }),
  );
});
