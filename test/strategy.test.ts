/** The fictional strategy, analysed and compared as Markdown, plain text and PDF: the examples of the README. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { diff } from '../src/compare/diff.ts';
import type { Diff } from '../src/model/diff.ts';
import type { Report } from '../src/model/report.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

/**
 * What pmed does not yet get right, by format and words. These are run too, and fail on the day they become right.
 */
const WRONG_TODAY = new Set([...['md', 'txt', 'pdf'].map((format) => `${format}: build 600 accessible homes`)]);

/** The test of a fact, turned round where the fact is known to be wrong today. */
function fact(format: string, words: string): typeof test.fails {
  return WRONG_TODAY.has(`${format}: ${words}`) ? test.fails : test;
}

/** Words of the quote, strength, who is bound, and the last day (null: none). */
const commitments: readonly (readonly [string, number, string | null, string | null])[] = [
  ['Care that starts at home', 1, 'Northshire Health and Care Partnership', '2034-12-31'],
  ['Shorter waits for a first answer', 1, 'Northshire Health and Care Partnership', '2034-12-31'],
  ['A workforce that people want to join', 1, 'Northshire Health and Care Partnership', '2034-12-31'],
  ['publish a joint workforce plan', 4, 'Northshire Health and Care Partnership', '2026-09-30'],
  ['recruit 40 additional genetic counsellors', 3, 'Northshire Health and Care Partnership', '2028-12-31'],
  ['bring the vacancy rate', 2, 'Northshire Health and Care Partnership', '2029-12-31'],
  ['build 600 accessible homes', 5, 'Northshire Council', '2030-12-31'],
  ['We will reduce the median wait', 4, 'Northshire Health and Care Partnership', '2028-03-31'],
  ['two diagnostic centres', 3, 'Northshire Health and Care Partnership', '2027-12-31'],
  ['walk-in dental clinic', 4, 'Northshire Health and Care Partnership', '2026-12-31'],
  ['extend it to weekends', 4, 'Northshire Health and Care Partnership', null],
  ['We hope that nobody', 1, 'Northshire Health and Care Partnership', null],
  ['give every resident access', 4, 'Northshire Health and Care Partnership', '2028-03-31'],
  ['replace the eleven referral forms', 4, 'Northshire Health and Care Partnership', '2028-03-31'],
  ['publish the rules by which', 4, 'Northshire Health and Care Partnership', '2028-03-31'],
  ['asking for consent', 5, 'Northshire Health and Care Partnership', null],
  ['explore a common data platform', 1, 'Northshire Health and Care Partnership', null],
  ['We guarantee that an interpreter', 5, 'Northshire Health and Care Partnership', null],
  ['not introduce charges', 4, 'Northshire Health and Care Partnership', null],
  ['pay for a taxi', 4, 'Northshire Health and Care Partnership', null],
  ['named mental health nurse', 4, 'Northshire Health and Care Partnership', '2028-09-30'],
  ['double the number of training places', 2, 'Northshire Health and Care Partnership', '2030-12-31'],
  ['statement of costs', 4, 'Finance Committee', null],
  ['by Easter 2027', 3, 'Northshire Health and Care Partnership', '2027-03-28'],
];

const statements: readonly (readonly [string, string])[] = [
  ['Demand for home care will rise', 'forecast'],
  ['promise of money', 'denial'],
  ['opened three minor injury units', 'achievement'],
  ['trained 140 link workers', 'achievement'],
  ['piloting evening clinics', 'activity'],
  ['must be addressed', 'need'],
  ['Are we moving fast enough?', 'question'],
  ['does not commit itself to any one supplier', 'denial'],
  ['must report waiting times by postcode', 'obligation'],
  ['Employers should give carers', 'recommendation'],
  ['extend the travel scheme', 'recommendation'],
  ['part-time degrees', 'recommendation'],
  ['save an estimated £14 million', 'forecast'],
];

describe.each(['md', 'txt', 'pdf'])('as .%s', (format) => {
  let before: Report;
  let after: Report;
  let changes: Diff;
  beforeAll(async () => {
    before = await analyse(fixture(`northshire-2024.${format}`));
    after = await analyse(fixture(`northshire-2026.${format}`));
    changes = diff(before, after);
  });

  test('its title, publisher and date are found', () => {
    expect(before.documents[0]).toMatchObject({
      title: 'Living Well in Northshire: a health strategy for 2024 to 2030',
      publisher: 'Northshire Health and Care Partnership',
      date: { value: '2024-03-14', source: 'text' },
      language: 'en',
      status: 'read',
    });
  });

  for (const [words, strength, actor, end] of commitments)
    fact(format, words)(`a commitment is found: ${words}`, () => {
      const found = before.commitments.filter(({ evidence }) => evidence.quote.includes(words));
      const facts = found.map((each) => [
        each.strength,
        each.actor.name ?? each.actor.text,
        each.deadline?.end ?? null,
      ]);
      expect(facts).toContainEqual([strength, actor, end]);
    });

  test.each(statements)('a statement is found: %s', (words, kind) => {
    const found = before.statements.filter(({ evidence }) => evidence.quote.includes(words));
    expect(found.map((each) => each.kind)).toContain(kind);
  });

  fact(format, 'rows of the action plan')('rows of the action plan have an owner and a date', () => {
    const rows = before.commitments.filter(({ evidence }) => evidence.quote.includes('link workers'));
    expect(rows.map((row) => [row.actor.text ?? row.actor.name, row.deadline?.end])).toEqual([
      ['Northshire Council', '2029-03-31'],
    ]);
  });

  test.each([
    ['walk-in dental clinic', ['removed']],
    ['median wait for genomic testing', ['weakened']],
    ['two diagnostic centres', ['deadline-slipped']],
    ['additional genetic counsellors', ['target-lowered']],
    ['named mental health nurse', ['condition-added']],
    ['statement of costs', ['actor-changed']],
    ['waiting times by ethnicity', ['added']],
    ['patient safety commissioner', ['added']],
  ])('a change is told: %s', (words, kinds) => {
    const quotes = ({ before: old, after: now }: Diff['changes'][number]) => [old?.evidence.quote, now?.evidence.quote];
    const told = changes.changes.filter((change) => quotes(change).some((quote) => quote?.includes(words)));
    const loud = told.flatMap((change) => change.kinds).filter((kind) => kind !== 'moved' && kind !== 'reworded');
    expect(loud).toEqual(kinds);
  });

  test('nothing else is', () => {
    const loud = changes.changes.filter(({ kinds }) => kinds.some((kind) => kind !== 'moved' && kind !== 'reworded'));
    expect(
      loud.map((change) => [change.kinds, change.before?.evidence.quote, change.after?.evidence.quote]),
    ).toHaveLength(8);
  });
});

test.each([
  ['northshire-2024.txt', 'northshire-2024-reflowed.txt'],
  ['northshire-2024.pdf', 'northshire-2024-reflowed.pdf'],
  ['northshire-2024.md', 'northshire-2024.pdf'],
])('%s and %s differ in layout only', async (old, now) => {
  const { changes } = diff(await analyse(fixture(old)), await analyse(fixture(now)));
  expect(changes.filter(({ kinds }) => kinds.some((kind) => kind !== 'moved'))).toEqual([]);
});
