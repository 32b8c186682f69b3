/** Expressions of `--where` and keys of `--sort`: what they keep, in which order, and what is said of wrong ones. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Commitment } from '../src/model/report.ts';
import { commitmentFields } from '../src/query/commitments.ts';
import { QueryFault } from '../src/query/fault.ts';
import { inOrder } from '../src/query/order.ts';
import { parseQuery } from '../src/query/parse.ts';
import { type Made, reportOf } from './reports.ts';

const day = (text: string, end: string | null) => ({ timeId: 't-1', text, end, precision: null });
const made: readonly Made[] = [
  { action: 'open a mill', name: 'Weirside Council', strength: 4, due: day('by May 2026', '2026-05-31') },
  { action: 'mend the clock', name: 'Weirside Council', strength: 2 },
  { action: 'plant “old” oaks', name: 'Oak Trust', strength: 5, due: day('in due course', null) },
  { action: 'paint the bridge', actor: null, name: null, strength: 1, due: day('by 2028', '2028-12-31') },
];
const report = reportOf(made.map((one) => ({ quote: `They will ${one.action}.`, made: one })));
const [document = null] = report.documents;
const { commitments } = report;

/** The number of each commitment that an expression keeps. */
function kept(expression: string): number[] {
  const test = parseQuery(expression, commitmentFields);
  return commitments.flatMap((commitment, at) => (test({ commitment, document, section: 'Plan' }) ? [at + 1] : []));
}

describe('an expression keeps', () => {
  test.each<[string, readonly number[]]>([
    ['strength=firm', [1]],
    ['strength>=firm', [1, 3]],
    ['strength < firm', [2, 4]],
    ['STRENGTH != Firm', [2, 3, 4]],
    ['actor="Weirside Council"', [1, 2]],
    ['actor=weirside council', [1, 2]],
    ['who~council', [1, 2]],
    ['actor!~council', [3, 4]],
    ['actor=none', [4]],
    ['actor!=none', [1, 2, 3]],
    ['what~\'"old"\'', [3]],
    ['by<=2026-05-31', [1]],
    ['by<2026-05', []],
    ['by=2026', [1]],
    ['by>2026', [4]],
    ['by=none', [2, 3]],
    ['by!=none', [1, 4]],
    ['by~"due course"', [3]],
    ['line>=3', [3, 4]],
    ['page=none', [1, 2, 3, 4]],
    ['page=3', []],
    ['section=plan and line=2', [2]],
    ['strength=firm or strength=binding and by=none', [1, 3]],
    ['(strength=firm or strength=aimed) and by=2026', [1]],
    ['not strength=firm', [2, 3, 4]],
    ['not (line=1 or not line<3)', [2]],
    ['by=none and not who~oak', [2]],
  ])('%s', (expression, numbers) => {
    expect(kept(expression)).toEqual(numbers);
  });

  test('what a shell leaves of quotes, up to the next joint', () => {
    expect(kept('actor=Weirside Council and strength=firm')).toEqual([1]);
  });

  test('the opposite of what its opposite keeps', () => {
    const comparison = fc.constantFrom('strength>=firm', 'by<2027', 'who~council', 'line=3', 'by=none');
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        comparison,
        fc
          .tuple(tie('expression'), fc.constantFrom('and', 'or'), tie('expression'))
          .map(([one, joint, other]) => `(${one} ${joint} ${other})`),
        tie('expression').map((one) => `not (${one})`),
      ),
    }));
    fc.assert(
      fc.property(expression, (one) => {
        const both = [...kept(one), ...kept(`not (${one})`)].sort((a, b) => a - b);
        expect(both).toEqual([1, 2, 3, 4]);
      }),
    );
  });
});

describe('a wrong expression', () => {
  test.each<[string, number, string]>([
    ['', 1, 'empty'],
    ['strenght=firm', 1, "no field is called 'strenght'"],
    ['strength=frim', 10, "strength is never 'frim'"],
    ['strength~firm', 9, 'cannot be compared by ~'],
    ['actor<b', 6, 'cannot be compared by <'],
    ['by<soon', 4, "'soon' is no date"],
    ['by<2025-02-30', 4, 'is no date'],
    ['page=two', 6, 'is no number'],
    ['page=', 6, 'a value is missing'],
    ['page', 5, 'a comparison is missing'],
    ['=3', 1, 'a field is missing'],
    ['page=3 and', 11, 'something is missing'],
    ['page=3 line=2', 8, "'and' or 'or' is missing before 'line'"],
    ['actor="Oak" Trust', 13, "'and' or 'or' is missing before 'Trust'"],
    ['(page=3', 1, 'does not close'],
    ['page=3)', 7, 'no bracket is open'],
    ['actor="Oak', 7, 'does not end'],
    ['!page=3', 1, 'means nothing here'],
  ])('%j has its fault at column %i', (expression, column, message) => {
    try {
      kept(expression);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof QueryFault)) throw error;
      expect({ column: error.column, message: error.message }).toEqual({
        column,
        message: expect.stringContaining(message),
      });
    }
  });

  test('of any characters and any length is a fault or a test, never anything else', () => {
    const pieces = ['strength', 'by', '=', '<', '~', '"', '(', ')', 'and', 'not', ' ', '2026', '!', '\\', 'é', '“'];
    const any = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom(...pieces)).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(any, (expression) => {
        try {
          kept(expression);
        } catch (error) {
          if (!(error instanceof QueryFault)) throw error;
          expect(error.column).toBeLessThanOrEqual(expression.length + 1);
        }
      }),
    );
    for (const deep of ['('.repeat(9_000), 'not '.repeat(2_000), '"'.repeat(20_000)])
      expect(() => kept(deep)).toThrow(QueryFault);
  });
});

describe('sorted', () => {
  const numbers = (list: readonly Commitment[]): number[] => list.map((one) => commitments.indexOf(one) + 1);
  test.each([
    ['by', false, [1, 4, 2, 3]],
    ['by', true, [4, 1, 2, 3]],
    ['strength', false, [3, 1, 2, 4]],
    ['strength', true, [4, 2, 1, 3]],
    ['actor', false, [3, 1, 2, 4]],
    ['page', true, [4, 3, 2, 1]],
  ] as const)('by %s, reversed: %s', (key, isReversed, order) => {
    expect(numbers(inOrder(commitments, [{ key, isReversed }]))).toEqual(order);
  });

  test('by a second key where the first is the same', () => {
    const orders = [
      { key: 'actor', isReversed: true },
      { key: 'strength', isReversed: true },
    ] as const;
    expect(numbers(inOrder(commitments, orders))).toEqual([2, 1, 3, 4]);
  });
});
