/** The pattern language of rule packs: what matches, what does not, what is refused, and that matching stays linear. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbered } from '../src/annotate/tokens.ts';
import type { Token } from '../src/model/annotated.ts';
import { ruleSet as compile } from '../src/rules/engine.ts';
import { parsePattern } from '../src/rules/pattern.ts';
import { annotated } from './annotated.ts';

const lists = { modal: ['will', 'shall', 'is to'], act: ['publish*', 'open'], both: ['@modal', 'may'] };

function ruleSet(match: readonly string[], more: { except?: string[]; unless?: string[]; with?: string[] } = {}) {
  return compile(
    'test',
    [{ file: 'test.yaml', pack: 'test', lists, rules: [{ id: 'r', description: 'A rule.', match, ...more }] }],
    new Map(),
  );
}

function tokensOf(text: string): readonly Token[] {
  const [sentence] = annotated(text).sentences;
  return sentence?.tokens ?? [];
}

/** The words of each match, with its captures. */
function matches(pattern: string, text: string, more = {}) {
  const tokens = tokensOf(text);
  const words = (from: number, to: number) =>
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' ');
  return ruleSet([pattern], more)
    .match(numbered(tokens), new Map())
    .map(({ from, to, captures }) => ({
      words: words(from, to),
      ...Object.fromEntries(captures.entries().map(([name, [a, b]]) => [name, words(a, b)])),
    }));
}

describe('what matches', () => {
  test.each([
    ['will publish', 'We will publish it', ['will publish']],
    ['@modal @act', 'It is to open and shall publishing', ['is to open', 'shall publishing']],
    ['@both open', 'They may open', ['may open']],
    ['will not? open', 'We will open; we will not open', ['will open', 'will not open']],
    ['(we | they) will', 'we will and they will', ['we will', 'they will']],
    ['long-term', 'a long-term plan', ['long - term']],
    ['will ...3 open', 'we will soon open', ['will soon open']],
    ['^ we', 'we and we', ['we']],
    ['open $', 'open it, then open.', ['open']],
    ['=May', 'In May we may', ['May']],
    ['open \\?', 'will it open ?', ['open ?']],
    [':modal :base', 'they must act', ['must act']],
  ])('%s in "%s"', (pattern, text, expected) => {
    expect(matches(pattern, text).map((its) => its.words)).toEqual(expected);
  });

  test('a gap takes few words before something and many at the end', () => {
    expect(matches('modal=will ...4 act=(publish ...3)', 'we will then publish a new plan soon')).toEqual([
      { words: 'will then publish a new plan', modal: 'will', act: 'publish a new plan' },
    ]);
  });

  test('a gap never runs into another clause', () => {
    expect(matches('will ...9 publish', 'we will act; others publish')).toEqual([]);
  });

  test('except vetoes what it overlaps, unless the whole sentence, with asks for more', () => {
    expect(matches('will open', 'they will open', { except: ['they will'] })).toEqual([]);
    expect(matches('will open', 'we will open', { except: ['they will'] })).toHaveLength(1);
    expect(matches('will open', 'we will open if asked', { unless: ['if'] })).toEqual([]);
    expect(matches('will open', 'we will open', { with: ['if'] })).toEqual([]);
    expect(matches('will open', 'we will open if asked', { with: ['if'] })).toHaveLength(1);
  });
});

describe('what is refused', () => {
  test.each([
    ['( will', /bracket is opened/],
    ['will )', /closes nothing/],
    ['', /nothing stands here/],
    ['will ...', /gap is written/],
    ['will ...99', /at most/],
    ['? will', /follows what it makes optional/],
    ['a*b', /end of a word/],
    ['x*', /at least two letters/],
    [`${'('.repeat(30)}a${')'.repeat(30)}`, /nest deeper/],
  ])('%s', (pattern, message) => {
    expect(() => parsePattern(pattern)).toThrow(message);
  });

  test('an unknown list is named with the lists there are', () => {
    expect(() => ruleSet(['@modals open'])).toThrow(/test\.yaml: rule 'r'.*no list is called 'modals'/);
  });

  test('a pattern that would grow without bound', () => {
    const wide = `( ${Array.from({ length: 9 }, () => '...40').join(' | ')} )`;
    expect(() => ruleSet([Array.from({ length: 20 }, () => wide).join(' ')])).toThrow(/too large/);
  });
});

test('no pattern takes more than linear work: steps grow with the text, not with its choices', () => {
  // Nested choices over the same words would take exponential time in a plain backtracker.
  const pattern = `${Array.from({ length: 12 }, () => '(a | a a | a a a)').join(' ')} b`;
  const set = ruleSet([pattern]);
  const tokens = tokensOf(`${'a '.repeat(3000)}c`);
  expect(set.match(numbered(tokens), new Map())).toEqual([]);
});

test('any string is parsed or refused in words, never worse', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab |()?.*@:=^$\\3'.split('')), maxLength: 40 }), (source) => {
      try {
        expect(parsePattern(source)).toHaveProperty('kind');
      } catch (error) {
        expect(error).toMatchObject({ name: 'PatternFault' });
      }
    }),
  );
});

test('what was matched before leaves no trace, and words without a number are matched as those with one', () => {
  const word = fc.constantFrom('we', 'will', 'publish', 'open', 'soon', 'not', ',', 'plans', 'if');
  const text = fc.array(word, { minLength: 1, maxLength: 10 }).map((words) => words.join(' '));
  const match = ['(we | plans) @modal ...2 @act', 'if ...3 open'];
  const more = { except: ['not publish'], unless: ['soon if'], with: ['we', 'open'] };
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), text, (before, last) => {
      const used = ruleSet(match, more);
      for (const its of before) used.match(numbered(tokensOf(its)), new Map());
      const places = (set: typeof used, tokens: readonly Token[]) =>
        set.match(numbered(tokens), new Map()).map(({ from, to }) => [from, to]);
      const tokens = tokensOf(last);
      const fresh = places(ruleSet(match, more), tokens);
      expect(places(used, tokens)).toEqual(fresh);
      const unnumbered = tokens.map((token) => ({ ...token, word: -1 }));
      expect(places(used, unnumbered)).toEqual(fresh);
    }),
  );
});
