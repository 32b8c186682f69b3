/** Term lists: what a pattern finds, which of overlapping terms win, and truths about any text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sentence } from '../src/model/annotated.ts';
import { isJoint, withPlural, wordParts } from '../src/rules/parts.ts';
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

/** A part of a sentence, for the plain matcher: the word in lower case, the token it is of, its text in capitals only. */
interface PlainPart {
  readonly lower: string | null;
  readonly acronym: string | null;
}

/** The parts of a sentence: marks end every term, the joints of compounds are passed over. */
function plainParts({ tokens }: Sentence): PlainPart[] {
  const isShouted =
    tokens.every(({ text }) => text === text.toUpperCase()) &&
    tokens.filter((its) => its.text !== its.lower).length > 2;
  return tokens.flatMap(({ text, spaced }): PlainPart[] => {
    const parts = wordParts(text);
    if (parts.length === 0) return isJoint(text) && !spaced ? [] : [{ lower: null, acronym: null }];
    return parts.map((lower) => ({ lower, acronym: parts.length === 1 && !isShouted ? text : null }));
  });
}

/** Where the words of a pattern that begin at a part may end, by trying everything. */
function plainEnds(words: readonly string[], parts: readonly PlainPart[], from: number): number[] {
  const [word, ...rest] = words;
  if (word === undefined) return [from];
  if (word.startsWith('=')) return parts[from]?.acronym === word.slice(1) ? plainEnds(rest, parts, from + 1) : [];
  return word.split('/').flatMap((choice) => {
    const wanted = wordParts(choice);
    const isThere = wanted.every((part, at) => {
      const its = parts[from + at]?.lower;
      if (typeof its !== 'string') return false;
      const isFinal = at === wanted.length - 1;
      if (isFinal && choice.endsWith('*')) return its.startsWith(part);
      return isFinal && rest.length === 0 ? withPlural(part).includes(its) : its === part;
    });
    return isThere ? plainEnds(rest, parts, from + wanted.length) : [];
  });
}

/** What each pattern finds in a sentence, by the definition alone: `from-to pattern`. */
function plainly(patterns: readonly string[], sentence: Sentence): Set<string> {
  const parts = plainParts(sentence);
  const found = new Set<string>();
  for (const pattern of patterns) {
    const [x = '', gap = '0', y] = pattern.split(/ ~(\d) /);
    for (let from = 0; from < parts.length; from++)
      for (const to of plainEnds(x.split(' '), parts, from)) {
        const starts = Array.from({ length: Number(gap) + 1 }, (_, step) => to + step);
        if (y === undefined || starts.some((start) => plainEnds(y.split(' '), parts, start).length > 0))
          found.add(`${from}-${to} ${pattern}`);
      }
  }
  return found;
}

const word = fc.constantFrom(
  'care',
  'home',
  'un',
  'uncaring',
  'caring',
  'policy',
  'who',
  'all',
  'for',
  'tax',
  'r&d',
  'e-tax',
);
const part = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.constantFrom('car*', 'un*', 'polic*', 'e-t*', '=UN', '=WHO', '=AIDS'),
  fc
    .array(fc.oneof(word, fc.constantFrom('car*', 'home*')), { minLength: 2, maxLength: 2 })
    .map((all) => all.join('/')),
);
const phrase = fc.array(part, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const pattern = fc.oneof(
  { weight: 5, arbitrary: phrase },
  fc.tuple(phrase, fc.nat({ max: 4 }), phrase).map(([x, gap, y]) => `${x} ~${gap} ${y}`),
);
const spoken = fc.oneof(
  { weight: 3, arbitrary: word },
  fc.constantFrom(...['cares', 'homes', 'policies', 'taxes', 'UN', 'WHO', 'AIDS', 'aids', 'Care', 'CARE', 'Policy']),
  fc.constantFrom(...['-', ' - ', "'s", '.', ', ', '/', ' (', 'R&D', 'E-tax', '2030', 'café', "homes'"]),
);
const text = fc
  .array(fc.tuple(spoken, fc.constantFrom(' ', ' ', ' ', '')), { minLength: 1, maxLength: 14 })
  .map((words) => words.map(([its, gap]) => `${its}${gap}`).join(''));
const matcherOf = (patterns: readonly string[]) => compileTerms(patterns.map((its, id) => ({ pattern: its, id })));
const placed = (hits: ReturnType<ReturnType<typeof matcherOf>['find']>, patterns: readonly string[]) =>
  new Set(hits.map(({ id, from, to }) => `${from}-${to} ${patterns[id]}`));

describe('one pass over the words', () => {
  it('finds what trying every term at every word finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { maxLength: 12 }), fc.array(text, { maxLength: 3 }), (patterns, texts) => {
        const matcher = matcherOf(patterns);
        for (const its of texts)
          for (const sentence of annotated(its).sentences)
            expect(placed(matcher.find(sentence), patterns)).toEqual(plainly(patterns, sentence));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same terms whatever was read before', () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 8 }),
        fc.array(text, { maxLength: 4 }),
        text,
        (patterns, before, last) => {
          const used = matcherOf(patterns);
          for (const its of before) for (const sentence of annotated(its).sentences) used.find(sentence);
          const fresh = matcherOf(patterns);
          for (const sentence of annotated(last).sentences)
            expect(placed(used.find(sentence), patterns)).toEqual(placed(fresh.find(sentence), patterns));
        },
      ),
    );
  });

  it('finds words from left to right, in the tokens that they are of', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 8 }), text, (patterns, its) => {
        const matcher = matcherOf(patterns);
        for (const sentence of annotated(its).sentences) {
          const hits = matcher.find(sentence);
          expect(hits.map(({ from }) => from)).toEqual(hits.map(({ from }) => from).sort((a, b) => a - b));
          for (const { from, to, first, last } of hits) {
            expect(from).toBeLessThan(to);
            expect(first).toBeLessThanOrEqual(last);
            expect(sentence.tokens[last]).toBeDefined();
          }
        }
      }),
    );
  });
});
