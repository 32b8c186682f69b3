/** What a reader sees of two quotes side by side: which words went, which came, and that nothing of a quote is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, wordMarks } from '../src/render/word-marks.ts';

const brackets = { same: ['', ''], gone: ['[-', '-]'], come: ['{+', '+}'] } as const;
const written = (marks: readonly Mark[]): string =>
  marks.map(({ text, kind }) => `${brackets[kind][0]}${text}${brackets[kind][1]}`).join('');
const both = (before: string, after: string): string[] => wordMarks(before, after).map(written);

describe('marks of words', () => {
  it.each([
    ['We [-will-] open the ferry by [-2026/27-].', 'We {+aim to+} open the ferry by {+2028/29+}.'],
    ['by [-31 March 2026-]', 'by {+30 June 2028+}'],
    ['cut waits from [-18 to 12-] weeks', 'cut waits from {+20 to 10+} weeks'],
    ['pay [-£3,000-] at once, [-40-]%', 'pay {+£3,500.50+} at once, {+55+}%'],
    [
      'Offer a bus to [-all-] villages.',
      '{+Subject to funding+}, offer a bus to {+most+} villages ({+over 500 people+}).',
    ],
    ['We will build homes.', 'We will build homes {+and build schools+}.'],
    ['primary [-and nursery-] places', 'primary places'],
    [
      'If you are a tenant [-and live in a town of the coast-], the rules of [-that town-] hold.',
      'If you are a tenant, the rules of {+the county where you live+} hold.',
    ],
    ['the roads and ferries', 'the {+main+} roads and {+old+} ferries'],
  ])('%s', (before, after) => {
    const plain = (text: string): string => text.replace(/\[-|-\]|\{\+|\+\}/g, '');
    expect(both(plain(before), plain(after))).toEqual([before, after]);
  });

  it('takes case, quotes, dashes, spaces and punctuation for nothing', () => {
    const pairs = [
      ['The council’s “plan” won’t – ever – cost £3,000.', 'the  council\'s "plan", won\'t - ever - cost £3000'],
      ['A work­force plan', 'A workforce plan'],
    ] as const;
    for (const [before, after] of pairs) expect(both(before, after)).toEqual([before, after]);
  });

  it('gives quotes back whole, and the same words on both sides between the marks', () => {
    const word = fc.constantFrom(
      'the',
      'plan',
      'will',
      'be',
      'to',
      '40%',
      '£5',
      'ready',
      'by',
      '2026',
      ',',
      '.',
      '(',
      '–',
      '😀',
    );
    const quote = fc.array(word).map((words) => words.join(' '));
    const sameWords = (marks: readonly Mark[]): string[] =>
      marks.flatMap(({ text, kind }) => (kind === 'same' ? (text.match(/[\p{L}\p{N}%]+/gu) ?? []) : []));
    fc.assert(
      fc.property(fc.oneof(quote, fc.string()), fc.oneof(quote, fc.string()), (before, after) => {
        const [old, now] = wordMarks(before, after);
        expect(old.map(({ text }) => text).join('')).toBe(before);
        expect(now.map(({ text }) => text).join('')).toBe(after);
        for (const { text } of [...old, ...now]) expect(text).not.toBe('');
        expect(new Set(old.map(({ kind }) => kind))).not.toContain('come');
        expect(new Set(now.map(({ kind }) => kind))).not.toContain('gone');
      }),
    );
    fc.assert(
      fc.property(quote, quote, (before, after) => {
        const [old, now] = wordMarks(before, after);
        expect(sameWords(old)).toEqual(sameWords(now));
      }),
    );
  });

  it('takes endless quotes without a word in common for wholly different', () => {
    const [old, now] = wordMarks('a '.repeat(20_000), 'b '.repeat(20_000));
    expect(old.map(({ kind }) => kind)).toEqual(['gone', 'same']);
    expect(now.map(({ kind }) => kind)).toEqual(['come', 'same']);
  });
});
