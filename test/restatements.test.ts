/** What a document says twice counts once: in its summary and its body, in a pull quote, in a list and below it. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { groupRestatements } from '../src/extract/restatements/find.ts';
import type { Commitment, Report } from '../src/model/report.ts';
import { reportOf } from './reports.ts';

const reportFor = (text: string): Promise<Report> =>
  analyse({ name: 'plan', text, mediaType: 'text/markdown' }, { publisher: 'Weirside Council', docDate: '2025-03-01' });

/** Summary and body with a sentence each, among others that make some words common. */
const twice = (one: string, other: string): string =>
  `# Summary\n\n${one}\n\nWe will open a ferry to Oakhaven.\n\n# Chapter 1\n\nWe will pave the lanes of the parish.\n\n` +
  `# Chapter 2\n\nThe lanes are old. ${other}\n`;

/** How many of the commitments with these words are counted. */
async function counted(one: string, other: string): Promise<number> {
  const { commitments, summary } = await reportFor(twice(one, other));
  expect(commitments).toHaveLength(4);
  expect(summary.commitments).toBe(4);
  expect(summary.distinct).toBe(commitments.filter(({ restates }) => restates === null).length);
  return summary.distinct - 2;
}

describe('said in the summary and in the body', () => {
  test.each([
    ['the same words', 'We will publish a river safety plan.', 'We will publish a river safety plan.'],
    [
      'shorter in one of them',
      'We will publish a river safety plan by 2027.',
      'In 2027 we will publish a river safety plan for every school, drawn up with the lifeboat crews.',
    ],
    [
      'with another force and voice of the same verb',
      'We will build a flood wall along the lower weir.',
      'The council plans to build a flood wall along the lower weir.',
    ],
    [
      'with a day within the year of the other',
      'We will build a flood wall along the lower weir by 2027.',
      'We will build a flood wall along the lower weir by March 2027.',
    ],
    [
      'with the number in one of them only',
      'We will train new bailiffs for the river patrol.',
      'We will train 40 new bailiffs for the river patrol.',
    ],
  ])('with %s, a pledge counts once', async (_, one, other) => {
    expect(await counted(one, other)).toBe(1);
  });

  test.each([
    ['a later day', 'We will publish a river safety plan by 2027.', 'We will publish a river safety plan by 2029.'],
    ['another number', 'We will train 40 river bailiffs.', 'We will train 60 river bailiffs.'],
    ['another place', 'We will open a river patrol post in Thornby.', 'We will open a river patrol post in Aldermere.'],
    [
      'another body',
      'The Harbour Trust will publish a river safety plan.',
      'The Ferry Company will publish a river safety plan.',
    ],
    ['the opposite', 'We will close the river patrol posts.', 'We will not close the river patrol posts.'],
    ['another object', 'We will publish a river safety plan.', 'We will publish a river fishing plan.'],
    ['another act', 'We will publish a river safety plan.', 'We will review the river safety plan.'],
    ['what "this" points to', 'We will review this scheme every spring.', 'We will review this scheme every spring.'],
  ])('with %s, it is another pledge', async (_, one, other) => {
    expect(await counted(one, other)).toBe(2);
  });
});

test('a later mention points to the first, shares its group and has an id of its own', async () => {
  const { commitments } = await reportFor(
    twice('We will publish a river safety plan.', 'We will publish a river safety plan for schools.'),
  );
  const [first, , , last] = commitments;
  expect(first?.restates).toBe(null);
  expect(last?.restates).toBe(first?.id);
  expect(last?.group).toBe(first?.group);
  expect(new Set(commitments.map(({ id }) => id)).size).toBe(4);
  expect(new Set(commitments.map(({ group }) => group)).size).toBe(3);
});

test('items of one list stay apart and stay tied, and what restates one of them joins them', async () => {
  const { commitments, summary } = await reportFor(
    '# Summary\n\nWe will:\n\n- open a river patrol post with a boat\n- open a second river patrol post with a boat\n\n' +
      '# Posts\n\nWe will mend the lamps. We will open a river patrol post with a boat and a crew.\n',
  );
  expect(summary).toMatchObject({ commitments: 4, distinct: 3 });
  const [one, two, lamps, again] = commitments;
  expect(again?.restates).toBe(one?.id);
  expect([two?.group, again?.group]).toEqual([one?.group, one?.group]);
  expect(lamps?.group).not.toBe(one?.group);
});

test('a heading that is a full pledge counts once with what repeats it, and one that names its list not at all', async () => {
  const { commitments, summary } = await reportFor(
    '# Our plan\n\n## We will end long waits for dental care\n\nToo many wait. We will end long waits for dental care by ' +
      'opening two clinics.\n\n## What we will do for schools\n\n## We will:\n\n- repair the lamps of the ferry\n',
  );
  expect(commitments.map(({ action }) => action.verb)).toEqual(['end', 'end', 'repair']);
  expect(commitments[1]?.restates).toBe(commitments[0]?.id);
  expect(commitments[1]?.group).toBe(commitments[0]?.group);
  expect(summary.distinct).toBe(2);
});

test('a recommendation that is reproduced and accepted does not count as what is done about it', async () => {
  const { commitments, statements, summary } = await reportFor(
    '# Recommendation 4\n\nThe Council should publish a register of its moorings.\n\n# Our response\n\nWe accept this ' +
      'recommendation. We will publish a register of our moorings by 2026.\n\n# Annex: recommendations in full\n\n' +
      'Recommendation 4: The Council should publish a register of its moorings.\n',
  );
  expect(statements.filter(({ kind }) => kind === 'recommendation')).toHaveLength(2);
  expect(commitments.filter(({ action }) => action.verb === 'publish')).toHaveLength(1);
  expect(summary.distinct).toBe(summary.commitments);
});

test('ids are those that there are without grouping', () => {
  const { commitments } = reportOf([
    { quote: 'We will publish a river safety plan.' },
    { quote: 'We will publish a river safety plan.', section: 'Again' },
  ]);
  const grouped = groupRestatements(commitments, null);
  expect(grouped.map(({ id }) => id)).toEqual(commitments.map(({ id }) => id));
  const plain = ({ group: _, restates: __, ...rest }: Commitment) => rest;
  expect(grouped.map(plain)).toEqual(commitments.map(plain));
});

test('ten thousand commitments are grouped, each looked up by its own words', () => {
  const places = Array.from({ length: 5000 }, (_, at) => ({
    quote: `We will mend the ${String.fromCharCode(97 + (at % 26))}${at.toString(36)}x bridge and its ${at.toString(26)}q lamps.`,
  }));
  const { commitments } = reportOf([...places, ...places.map((one) => ({ ...one, section: 'Annex' }))]);
  const grouped = groupRestatements(commitments, 'Weirside Council');
  expect(grouped.filter(({ restates }) => restates === null)).toHaveLength(5000);
});
