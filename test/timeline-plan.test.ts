/** The plan that list, chart and files of `pmed timeline` are views of. */
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import type { Report } from '../src/model/report.ts';
import { phraseOf } from '../src/render/timeline/phrase.ts';
import { type Plan, type PlanOptions, planOf } from '../src/render/timeline/plan.ts';

const everything: PlanOptions = { from: null, to: null, asOf: null };

async function reportOf(text: string, docDate?: string): Promise<Report> {
  return analyse({ name: 'plan.md', text }, docDate === undefined ? {} : { docDate });
}

function planFrom(report: Report, options: Partial<PlanOptions> = {}): Plan {
  return planOf({ ...report, document: report.documents[0] ?? null }, { ...everything, ...options });
}

/** Rows as a reader sees them: what, when, and what hangs on it. */
const rows = (plan: Plan): string[] => plan.rows.map(({ kind, when, refs }) => `${kind}: ${when}: ${refs.join(' ')}`);

const strategy = `# Strategy for Fernhollow 2025-2030

Fernhollow Council, 1 March 2025

The last flood was in 2019, and that of 2019 was the worst since 1953.

We will open two bridges by the end of 2026. We will plant 300 trees in 2027. From April 2026 we will collect food waste.
By March 2028 we will:

- close the old weir
- repair the mill

We will publish a map of flood risk in due course. We will review this strategy every year. We will mend the clock.
We will move the depot within six months of Royal Assent.
`;

let report: Report;
beforeAll(async () => {
  report = await reportOf(strategy);
});

describe('a plan', () => {
  it('puts deadlines, starts and periods in the order of time, recurrences last', () => {
    expect(rows(planFrom(report))).toEqual([
      'point: 1953: T5',
      'point: 2019: T3 T4',
      'point: 1 Mar 2025: T2',
      'start: from Apr 2026: C3',
      'deadline: by 2026: C1',
      'deadline: in 2027: C2',
      'deadline: by Mar 2028: C4 C5',
      'period: 2025-2030: T1',
      'recurrence: yearly: C7',
    ]);
  });

  it('knows its own date, what was past for it, and what has no time at all', () => {
    const plan = planFrom(report);
    expect(plan.rows.filter(({ isPast }) => isPast).map(({ label }) => label)).toEqual(['1953', '2019']);
    expect(plan.rows.filter(({ isOwnDate }) => isOwnDate).map(({ label }) => label)).toEqual(['1 Mar 2025']);
    expect(plan.undated.map(({ action }) => action.text)).toEqual(['publish a map of flood risk', 'mend the clock']);
  });

  it('keeps apart what has no day, with what hangs on it', () => {
    const plan = planFrom(report);
    expect(plan.loose.map(({ kind, text, items }) => [kind, text, items.map(({ ref }) => ref).join(' ')])).toEqual([
      ['vague', 'in due course', 'C6'],
      ['unresolved', 'within six months of Royal Assent', 'C9'],
      ['unresolved', 'Royal Assent', ''],
    ]);
  });

  it('says among which days a deadline lies', () => {
    const uncertain = planFrom(report).rows.flatMap(({ label, uncertain }) =>
      uncertain === null ? [] : [`${label}: ${uncertain.last - uncertain.first + 1} days`],
    );
    expect(uncertain).toEqual(['in 2027: 365 days']);
  });

  it('judges deadlines only from a given day', () => {
    const statuses = (plan: Plan) => plan.rows.flatMap(({ status }) => status ?? []);
    expect(statuses(planFrom(report))).toEqual([]);
    expect(statuses(planFrom(report, { asOf: '2027-12-31' }))).toEqual(['passed', 'due', 'due']);
    expect(statuses(planFrom(report, { asOf: '2028-01-01' }))).toEqual(['passed', 'passed', 'due']);
  });

  it('narrowed to some days keeps what may fall among them, and counts the rest', () => {
    const plan = planFrom(report, { from: '2027-06-01', to: '2027-09-30' });
    expect(rows(plan)).toEqual([
      'start: from Apr 2026: C3',
      'deadline: in 2027: C2',
      'period: 2025-2030: T1',
      'recurrence: yearly: C7',
    ]);
    expect(plan.outside).toBe(5);
  });

  it('is the same whatever the order of its records', () => {
    const backwards = planFrom({ ...report, commitments: [...report.commitments].reverse() });
    expect(rows(backwards)).toEqual(rows(planFrom(report)).map((row) => row.replace('C4 C5', 'C5 C4')));
  });

  it('of a text without a date has no past but its mentions', async () => {
    const plan = planFrom(await reportOf('In 1998 it rained. We will build a wall by 2031.'));
    expect(plan.published).toBeNull();
    expect(plan.rows.map(({ label, isPast }) => [label, isPast])).toEqual([
      ['1998', true],
      ['2031', false],
    ]);
  });

  it('says a time with the words around it where the same words stand twice', async () => {
    const { timeline } = await reportOf(
      'We will build it by the end of Phase 2, and pay for it before the end of Phase 2.',
    );
    expect(timeline.map(phraseOf)).toEqual(['by the end of Phase 2', 'before the end of Phase 2']);
  });

  it('of nothing is empty', async () => {
    expect(planFrom(await reportOf(''))).toMatchObject({ rows: [], loose: [], undated: [], outside: 0 });
  });
});
