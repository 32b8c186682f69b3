/** Verdicts of people on what was found: which commitment each is about, and what becomes of it. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import type { Commitment, Report } from '../src/model/report.ts';
import type { ReviewEntry } from '../src/model/review.ts';
import type { Review } from '../src/model/review-file.ts';
import { dueOf, typedDue } from '../src/review/due.ts';
import { matchReview } from '../src/review/match.ts';

const TEXT = `# Plan for Fernhollow

Published by Fernhollow Council on 1 March 2025.

## Homes

We will build 900 homes by 2030. We will publish a housing plan by June 2026 and review it every year.

## Roads

We will repair the bridge at Alderford by 31 March 2027.

## Summary

We will build 900 homes by 2030.
`;

const name = 'plan.md';
const found = async (text = TEXT, review?: Review): Promise<Report> =>
  analyse({ name, text }, review === undefined ? {} : { review });

const reviewOf = (...verdicts: ReviewEntry[]): Review => ({
  file: 'pmed.review.yaml',
  sha256: '0'.repeat(64),
  documents: [{ document: name, verdicts }],
});

const entry = (its: Commitment, verdict: ReviewEntry['verdict'], more: Partial<ReviewEntry> = {}): ReviewEntry => ({
  id: its.id,
  quote: its.evidence.quote,
  found: { who: its.actor.name, what: its.action.text, by: typedDue(its.deadline) },
  verdict,
  ...more,
});

/** The first commitment with these words. */
function about(report: Pick<Report, 'commitments'>, words: string): Commitment {
  const its = report.commitments.find(({ action }) => action.text.includes(words));
  if (its === undefined) throw new Error(`nothing is about ${words}`);
  return its;
}

describe('a verdict', () => {
  test('that keeps a commitment marks it and changes nothing else', async () => {
    const plain = await found();
    const bridge = about(plain, 'bridge');
    const reviewed = await found(TEXT, reviewOf(entry(bridge, 'keep', { note: 'clear', reviewer: 'A. Analyst' })));
    expect(about(reviewed, 'bridge')).toEqual({
      ...bridge,
      review: { verdict: 'keep', by: 'A. Analyst', note: 'clear', before: null, quoteChanged: false },
    });
    expect(reviewed.summary).toEqual(plain.summary);
    expect(reviewed.tool.options.review).toEqual({ file: 'pmed.review.yaml', sha256: '0'.repeat(64) });
  });

  test('that calls it none takes it out of counts, times and refs of others, and loses nothing', async () => {
    const plain = await found();
    const bridge = about(plain, 'bridge');
    const reviewed = await found(TEXT, reviewOf(entry(bridge, 'not-a-commitment', { note: 'an example' })));
    expect(reviewed.commitments.map(({ ref }) => ref)).toEqual(
      plain.commitments.filter(({ id }) => id !== bridge.id).map(({ ref }) => ref),
    );
    expect(reviewed.rejected).toEqual([
      {
        ...bridge,
        review: { verdict: 'not-a-commitment', by: null, note: 'an example', before: null, quoteChanged: false },
      },
    ]);
    expect(reviewed.summary.commitments).toBe(plain.summary.commitments - 1);
    expect(reviewed.timeline.flatMap(({ commitmentIds }) => commitmentIds)).not.toContain(bridge.id);
    expect(reviewed.timeline.map(({ id }) => id)).toEqual(plain.timeline.map(({ id }) => id));
    expect(reviewed.diagnostics.find(({ code }) => code === 'PMED-B408')?.message).toContain('1 called no commitment');
  });

  test('that corrects it gives it what was typed, keeps what was found, and moves its deadline', async () => {
    const plain = await found();
    const bridge = about(plain, 'bridge');
    const correction = entry(bridge, 'edit', { who: 'Fernhollow Highways', what: 'mend the bridge', by: '2028-02' });
    const reviewed = about(await found(TEXT, reviewOf(correction)), 'bridge');
    expect(reviewed.actor).toEqual({ text: 'We', name: 'Fernhollow Highways', resolvedBy: 'review' });
    expect(reviewed.action.text).toBe('mend the bridge');
    expect(reviewed.deadline).toMatchObject({ text: '2028-02', end: '2028-02-29', precision: 'month' });
    expect(reviewed.review?.before).toEqual({
      who: 'Fernhollow Council',
      what: 'repair the bridge at Alderford',
      by: '2027-03-31',
    });
    const { timeline } = await found(TEXT, reviewOf(correction));
    const due = timeline.filter(({ commitmentIds }) => commitmentIds.includes(bridge.id));
    expect(due).toMatchObject([
      { id: reviewed.deadline?.timeId, text: '2028-02', end: '2028-02-29', role: 'deadline' },
    ]);
  });

  test('that nobody is named and nothing is due is counted so', async () => {
    const bridge = about(await found(), 'bridge');
    const report = await found(TEXT, reviewOf(entry(bridge, 'edit', { who: null, by: null })));
    const reviewed = about(report, 'bridge');
    expect(reviewed.checkable).toMatchObject({ owner: false, deadline: false, all: false });
    expect(reviewed.specificity).toBe(bridge.specificity - 2);
    expect(report.summary.undated).toBe((await found()).summary.undated + 1);
  });

  test('on what is said first leaves the mention after it, which is then the first', async () => {
    const plain = await found();
    const [first, again] = plain.commitments.filter(({ action }) => action.text.includes('900 homes'));
    if (!first || !again) throw new Error('it is said twice');
    expect(again.restates).toBe(first.id);
    const reviewed = await found(TEXT, reviewOf(entry(first, 'not-a-commitment')));
    expect(reviewed.commitments.find(({ id }) => id === again.id)?.restates).toBeNull();
    expect(reviewed.rejected).toHaveLength(1);
  });
});

describe('a later run', () => {
  test('knows a sentence by its words where a heading, and so the id, has changed', async () => {
    const bridge = about(await found(), 'bridge');
    const later = await found(
      TEXT.replace('## Roads', '## Roads and bridges').replace('repair the bridge', 'repair  the\nbridge'),
      reviewOf(entry(bridge, 'keep')),
    );
    expect(about(later, 'bridge').id).not.toBe(bridge.id);
    expect(about(later, 'bridge').review).toMatchObject({ verdict: 'keep', quoteChanged: false });
  });

  test('knows it by its id where words have changed, and says so', async () => {
    const bridge = about(await found(), 'bridge');
    const later = await found(TEXT.replace('31 March 2027', '31 March 2029'), reviewOf(entry(bridge, 'keep')));
    expect(about(later, 'bridge').review).toMatchObject({ verdict: 'keep', quoteChanged: true });
    expect(later.diagnostics.find(({ code }) => code === 'PMED-B407')?.level).toBe('warning');
  });

  test('tells of verdicts on what is gone', async () => {
    const bridge = about(await found(), 'bridge');
    const later = await found(TEXT.replace(/We will repair.*\n/, ''), reviewOf(entry(bridge, 'keep')));
    const said = later.diagnostics.find(({ code }) => code === 'PMED-B406');
    expect(said?.message).toContain('1 verdict of pmed.review.yaml is on what is no longer found');
    expect(said?.message).toContain('repair the bridge');
  });

  test('takes no verdict for another commitment of the same sentence', async () => {
    const plain = await found();
    const review = about(plain, 'review it');
    const gone = entry(review, 'not-a-commitment', { id: 'c-00000000', found: { who: null, what: 'fly', by: null } });
    const later = await found(TEXT, reviewOf(gone));
    expect(later.rejected).toEqual([]);
    expect(later.diagnostics.map(({ code }) => code)).toContain('PMED-B406');
  });

  test('does not hold what was said of one document against another', async () => {
    const bridge = about(await found(), 'bridge');
    const review = reviewOf(entry(bridge, 'not-a-commitment'));
    const other = await analyse({ name: 'other.md', text: TEXT }, { review });
    expect(other.rejected).toEqual([]);
    const version = await analyse({ name: 'other.md', text: TEXT }, { review: { ...review, versions: [name] } });
    expect(version.rejected).toHaveLength(1);
  });
});

test('two equal sentences in one section need one verdict, and two may differ', async () => {
  const { commitments } = await found('We will open a clinic. We will open a clinic.\n');
  const [one, two] = commitments;
  if (!one || !two) throw new Error('it is said twice');
  const shared = matchReview(commitments, [entry(one, 'keep')]).matched;
  expect([one, two].map((its) => shared.get(its)?.entry.verdict)).toEqual(['keep', 'keep']);
  const own = matchReview(commitments, [entry(two, 'not-a-commitment'), entry(one, 'keep')]).matched;
  expect([one, two].map((its) => own.get(its)?.entry.verdict)).toEqual(['keep', 'not-a-commitment']);
});

test.each([
  ['2026', '2026-12-31', 'year'],
  ['2024-02', '2024-02-29', 'month'],
  [' 2026-03-31 ', '2026-03-31', 'day'],
  ['2026-02-30', undefined, undefined],
  ['2026-13', undefined, undefined],
  ['31/03/2026', undefined, undefined],
  ['26', undefined, undefined],
])('a deadline typed as %j is due on %s', (typed, end, precision) => {
  expect(dueOf(typed)?.end).toBe(end);
  expect(dueOf(typed)?.precision).toBe(precision);
});

test.each([
  ['2026-12-31', 'year', '2026'],
  ['2026-03-31', 'year', '2026-03-31'],
  ['2026-03-31', 'month', '2026-03'],
  ['2026-03-31', 'quarter', '2026-03-31'],
  [null, null, 'in due course'],
] as const)('a deadline of %s with the precision %s is typed as %s', (end, precision, typed) => {
  expect(typedDue({ text: 'in due course', end, precision })).toBe(typed);
});
