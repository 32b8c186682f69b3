/** Targets: what is to be reached, from which value, in which unit and direction; and what is no quantity. */
import { describe, expect, test } from 'vitest';
import { compiled } from '../src/extract/compiled.ts';
import { findQuantities } from '../src/extract/quantities/find.ts';
import { loadRules } from '../src/rules/load.ts';
import { annotated } from './annotated.ts';

const { quantities: rules } = compiled(await loadRules(), []);
const NONE: ReadonlyMap<number, number> = new Map();

function quantities(text: string) {
  const [sentence] = annotated(text).sentences;
  if (!sentence) return [];
  const { tokens } = sentence;
  const textOf = (from: number, to: number) => {
    const [first, last] = [tokens[from], tokens[to - 1]];
    return first && last ? sentence.text.slice(first.at, last.at + last.text.length) : '';
  };
  return findQuantities({ words: sentence, timex: NONE, textOf, docYear: null }, rules, () => 0).map(
    ({ at: _, to: __, baselineAt: ___, ...target }) => target,
  );
}

const none = {
  from: null,
  comparator: '=',
  direction: null,
  upper: null,
  per: null,
  of: null,
  baseline: null,
};

describe('quantities', () => {
  test.each([
    ['We will spend £2.5 million.', { text: '£2.5 million', value: 2_500_000, unit: '£' }],
    ['We will spend £2.5m.', { text: '£2.5m', value: 2_500_000, unit: '£' }],
    ['We will spend £3 m.', { text: '£3 m', value: 3_000_000, unit: '£' }],
    ['We will spend £1.1 million.', { text: '£1.1 million', value: 1_100_000, unit: '£' }],
    ['Waits stand at 18 per cent.', { text: '18 per cent', value: 18, unit: '%' }],
    ['We will cut waste by 20%.', { text: '20%', value: 20, unit: '%', direction: 'down' }],
    [
      'We will recruit at least 300 more nurses.',
      { text: '300 more nurses', value: 300, unit: 'nurses', comparator: '>=', direction: 'up' },
    ],
    ['We will train twenty-five nurses.', { text: 'twenty-five nurses', value: 25, unit: 'nurses', direction: 'up' }],
    ['We will halve emissions.', { text: 'halve', value: 50, unit: '%', direction: 'down' }],
    ['Costs of up to £400 are met.', { text: '£400', value: 400, unit: '£', comparator: '<=' }],
    ['Raise it from 10% to 15%.', { text: 'from 10% to 15%', value: 15, unit: '%', from: 10, direction: 'up' }],
    ['We will sign between 4 and 6 deals.', { text: 'between 4 and 6 deals', value: 4, unit: 'deals', upper: 6 }],
    ['We will screen 1 in 4 households.', { text: '1 in 4', value: 25, unit: '%', of: 'households' }],
    ['We will add 3 per 1,000 births.', { text: '3 per 1,000 births', value: 3, unit: null, per: '1,000 births' }],
  ])('%s', (text, expected) => {
    expect(quantities(text)).toEqual([{ ...none, ...expected }]);
  });

  test.each([
    'See section 4 above.',
    'One of them left.',
    'Phase 2 homes are sold.',
    'Grade 7 staff met.',
    'We run a two-way radio.',
    'Call 020 7946 0011 for help.',
    'We help 16 to 18 year olds.',
    '4. Further actions follow.',
    'We will use all reasonable efforts.',
  ])('none in "%s"', (text) => {
    expect(quantities(text)).toEqual([]);
  });

  test('each takes its direction from the verb before it', () => {
    const ways = (text: string) => quantities(text).map((its) => its.direction);
    expect(ways('We will cut emissions by 40% and build 20 homes.')).toEqual(['down', 'up']);
    expect(ways('We will reduce waste and hold 12 meetings.')).toEqual([null]);
  });

  test('a sentence of nothing but numbers and dashes takes no longer for being long', () => {
    const found = quantities(`We will build ${'3 - '.repeat(20_000)} homes.`);
    expect(found.length).toBeLessThan(2);
  });
});
