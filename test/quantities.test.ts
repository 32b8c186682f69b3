/** Targets: what is to be reached, from which value, in which unit and direction; and what is no quantity. */
import { describe, expect, test } from 'vitest';
import { findQuantities } from '../src/extract/quantities.ts';
import { annotated } from './annotated.ts';

function quantities(text: string) {
  const [sentence] = annotated(text).sentences;
  const tokens = sentence?.tokens ?? [];
  const words = (from: number, to: number) => {
    const [first, last] = [tokens[from], tokens[to - 1]];
    return first && last ? (sentence?.text.slice(first.at, last.at + last.text.length) ?? '') : '';
  };
  return findQuantities(tokens, () => false, words, [0, tokens.length]).map(({ at: _, to: __, ...target }) => target);
}

const none = { from: null, comparator: '=', direction: null };

describe('quantities', () => {
  test.each([
    ['We will spend £2.5 million.', { text: '£2.5 million', value: 2_500_000, unit: '£', ...none }],
    ['We will spend £2.5m.', { text: '£2.5m', value: 2_500_000, unit: '£', ...none }],
    ['We will spend £3 m.', { text: '£3 m', value: 3_000_000, unit: '£', ...none }],
    ['Waits stand at 18 per cent.', { text: '18 per cent', value: 18, unit: '%', ...none }],
    ['We will cut waste by 20%.', { text: '20%', value: 20, unit: '%', ...none, direction: 'down' }],
    [
      'We will recruit at least 300 more nurses.',
      { text: '300 more nurses', value: 300, unit: 'nurses', from: null, comparator: '>=', direction: 'up' },
    ],
    [
      'We will train twenty-five nurses.',
      { text: 'twenty-five nurses', value: 25, unit: 'nurses', ...none, direction: 'up' },
    ],
    ['We will halve emissions.', { text: 'halve', value: 50, unit: '%', ...none, direction: 'down' }],
    [
      'Costs of up to £400 are met.',
      { text: '£400', value: 400, unit: '£', from: null, comparator: '<=', direction: null },
    ],
    [
      'Raise it from 10% to 15%.',
      { text: 'from 10% to 15%', value: 15, unit: '%', from: 10, comparator: '=', direction: 'up' },
    ],
  ])('%s', (text, expected) => {
    expect(quantities(text)).toEqual([expected]);
  });

  test.each(['See section 4 above.', 'One of them left.', 'Phase 2 homes are sold.', 'Grade 7 staff met.'])(
    'none in "%s"',
    (text) => {
      expect(quantities(text)).toEqual([]);
    },
  );

  test('each takes its direction from the verb before it', () => {
    expect(quantities('We will cut emissions by 40% and build 20 homes.').map((its) => its.direction)).toEqual([
      'down',
      'up',
    ]);
  });
});
