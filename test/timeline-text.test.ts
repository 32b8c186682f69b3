/** The screens of `pmed timeline`, as a reader sees them. */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import type { ReportPart } from '../src/model/part.ts';
import type { TimeRecord } from '../src/model/report.ts';
import { defaultScreen } from '../src/render/screen.ts';
import { axisOf } from '../src/render/timeline/axis.ts';
import { spanLabel } from '../src/render/timeline/labels.ts';
import { renderTimeline, type TimelineScreen } from '../src/render/timeline-text.ts';
import { displayWidth } from '../src/render/width.ts';
import { timeRecord } from './dated.ts';
import { reportOf } from './reports.ts';

const screen: TimelineScreen = { ...defaultScreen, view: 'list', from: null, to: null, asOf: null };

async function partOf(text: string): Promise<ReportPart> {
  const report = await analyse({ name: 'plan.md', text });
  return { ...report, document: report.documents[0] ?? null };
}

const strategy = `# Strategy for Fernhollow 2025-2030

Fernhollow Council, 1 March 2025

The last flood was in 2019, and that of 2019 was the worst since 1953. Rain will be heavier by 2050.

We will open two bridges by the end of September 2026. We will plant 300 trees in 2027. From April 2026 we will collect
food waste. Parish councils must report on ditches each quarter. By March 2028 we will:

- close the old weir
- repair the mill

We aim to halve the cost of flooding by 2029. We will publish a map of flood risk in due course. We will review this
strategy every year. We will mend the clock. We will move the depot within six months of Royal Assent.
`;

let part: ReportPart;
beforeAll(async () => {
  part = await partOf(strategy);
});
const shown = (look: Partial<TimelineScreen> = {}) => renderTimeline(part, { ...screen, ...look });

describe('the screen of a timeline', () => {
  it('as a list', () => {
    expect(shown()).toMatchInlineSnapshot(`
      "Strategy for Fernhollow 2025-2030
      plan.md · dated 1 Mar 2025 (from its text) · 2 of 10 commitments undated

       WHEN           ID  WHAT                                                 WHERE
       1 Mar 2025     T2  document date                                        l. 3
       from Apr 2026  C3  we: collect food waste                               l. 7
       by Sep 2026    C1  We: open two bridges                                 l. 7
       in 2027        C2  We: plant 300 trees                                  l. 7
       by Mar 2028    C4  we: close the old weir                               l. 10
                      C5  we: repair the mill                                  l. 11
       by 2029        C6  We: halve the cost of flooding                       l. 13
       2025-2030      T1  "Strategy for Fernhollow 2025-2030"                  l. 1
       by 2050        S1  forecast: "Rain will be heavier by 2050."            l. 5
       quarterly      S2  obligation: "Parish councils must report on ditches  l. 8
                          each quarter."
       yearly         C8  We: review this strategy                             l. 13

       2 dates before 1 Mar 2025 (1953 to 2019): --all
       Vague: "in due course" C7 l. 13
       No day known: "within six months of Royal Assent" C10 l. 14
       Undated: C7 l. 13, C9 l. 14
      "
    `);
  });

  it('as a chart', () => {
    expect(shown({ view: 'gantt' })).toMatchInlineSnapshot(`
      "Strategy for Fernhollow 2025-2030
      plan.md · dated 1 Mar 2025 (from its text) · 2 of 10 commitments undated

                     2025    2026    2027    2028     2029    2030
                     |       |       |       |        |       |
       C3     l. 7             ███████████████████████████████████████→  from Apr 2026
       C1     l. 7    ▪▪▪▪▪▪▪▪▪▪▪▪▪◆                                          Sep 2026
       C2     l. 7    ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪░░░░░░░░◆                                 in 2027
       C4 C5  l. 8    ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪◆                             Mar 2028
       C6     l. 13   ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪░░░░░░░░◆                   2029
       T1     l. 1   ██████████████████████████████████████████████████      2025-2030
       S1     l. 5    ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪→           2050
       S2     l. 8     ◇ ◇ ◇ ◇ ◇ ◇ ◇ ◇ ◇ ◇ ◇ ◇  ◇ ◇ ◇ ◇ ◇ ◇ ◇ ◇ ◇ ◇ ◇        quarterly
       C8     l. 13          ◇       ◇       ◇        ◇       ◇                 yearly

       ◆ deadline   ▪ from publication   ░ precision (somewhere in the year)
       █ stated period   ◇ recurring   → goes on, or later than shown

       2 dates before 1 Mar 2025 (1953 to 2019): --all
       Vague: "in due course" C7 l. 13
       No day known: "within six months of Royal Assent" C10 l. 14
       Undated: C7 l. 13, C9 l. 14
      "
    `);
  });

  it('as a chart of two years judged from a day, in plain characters', () => {
    const look = { view: 'gantt', from: '2026-01-01', to: '2027-12-31', asOf: '2027-06-01', ascii: true } as const;
    expect(shown(look)).toMatchInlineSnapshot(`
      "Strategy for Fernhollow 2025-2030
      plan.md - dated 1 Mar 2025 (from its text) - 2 of 10 commitments undated
      shown 1 Jan 2026 to 31 Dec 2027 - as of 1 Jun 2027

                  Jan 2026    Jul 2026     Jan 2027    Jul 2027
                  |           |            |         : |
       C3  l. 7         ###########################################>     from Apr 2026
       C1  l. 7   ------------------*                :                Sep 2026, passed
       C2  l. 7   -------------------------????????????????????????*           in 2027
       T1  l. 1   <################################################>         2025-2030
       S2  l. 8   +     +     +     +      +     +   : +     +               quarterly
       C8  l. 13  +                        +         :                          yearly

       * deadline   - from publication   ? precision (somewhere in the year)
       # stated period   + recurring   < before 2026   > goes on, or later than shown
       : as of 1 Jun 2027

       Not on any day: 1 vague time, 1 of no known day, 2 undated commitments: --all
       6 dates outside the days asked for.
      "
    `);
  });

  it('narrow', () => {
    expect(shown({ width: 48, asOf: '2027-06-01' })).toMatchInlineSnapshot(`
      "Strategy for Fernhollow 2025-2030
      plan.md · dated 1 Mar 2025 (from its text)
      2 of 10 commitments undated · as of 1 Jun 2027

       1 Mar 2025
         T2   document date (l. 3)
       from Apr 2026
         C3   we: collect food waste (l. 7)
       by Sep 2026 (passed)
         C1   We: open two bridges (l. 7)
       in 2027 (due)
         C2   We: plant 300 trees (l. 7)
       by Mar 2028 (due)
         C4   we: close the old weir (l. 10)
         C5   we: repair the mill (l. 11)
       by 2029 (due)
         C6   We: halve the cost of flooding (l. 13)
       2025-2030
         T1   "Strategy for Fernhollow 2025-2030"
              (l. 1)
       by 2050 (due)
         S1   forecast: "Rain will be heavier by
              2050." (l. 5)
       quarterly
         S2   obligation: "Parish councils must report
              on ditches each quarter." (l. 8)
       yearly
         C8   We: review this strategy (l. 13)

       2 dates before 1 Mar 2025 (1953 to 2019):
         --all
       Vague: "in due course" C7 l. 13
       No day known: "within six months of Royal
         Assent" C10 l. 14
       Undated: C7 l. 13, C9 l. 14
      "
    `);
  });

  it('with everything, each date with its sentence', () => {
    const text = shown({ all: true, width: 400 });
    expect(text).not.toContain('--all');
    for (const { evidence } of part.timeline) {
      expect(text).toContain(evidence.quote);
    }
  });

  it('says passed and due only where a day is given', () => {
    expect(shown()).not.toMatch(/\b(?:passed|due)\b(?! course)/);
    expect(shown({ asOf: '2027-06-01' })).toMatch(/by Sep 2026 +passed +C1 /);
    expect(shown({ asOf: '2027-06-01' })).toMatch(/in 2027 +due +C2 /);
  });

  it('explains the signs that occur, and no others', () => {
    const chart = shown({ view: 'gantt', from: '2026-09-01', to: '2026-10-31' });
    expect(chart).toContain('◆ deadline');
    expect(chart).not.toContain('┊');
    expect(chart).not.toContain('░');
  });
});

describe('without much to show, a timeline', () => {
  it('of an empty text says that nothing is dated', async () => {
    expect(renderTimeline(await partOf(''), screen)).toBe('plan.md\nno date found · nothing dated · no commitments\n');
  });

  it.each(['list', 'gantt'] as const)('of vague times only names them (%s)', async (view) => {
    const text = renderTimeline(await partOf('We will publish a plan in due course. We will say more shortly.'), {
      ...screen,
      view,
    });
    expect(text).toContain('nothing dated');
    expect(text).toMatch(/Vague: "in due course" C1 l. 1, "shortly" C2 l. 1/);
  });

  it('between days on which nothing happens says so', () => {
    const text = shown({ from: '1900-01-01', to: '1900-12-31', view: 'gantt' });
    expect(text).toContain('shown 1 Jan 1900 to 31 Dec 1900');
    expect(text).toContain('nothing dated between these days');
    expect(text.split('\n').length).toBeLessThan(6);
  });

  it('of a document that was not read is empty', () => {
    expect(renderTimeline({ ...part, document: null }, screen)).toBe('');
  });
});

describe('any timeline', () => {
  const words = fc.constantFrom(
    '図書館',
    'reading-rooms-with-unusually-long-names',
    'ponds',
    '👩‍👩‍👧',
    'a\u001b[31mb',
    'weirs',
  );
  const day = fc
    .integer({ min: 1700, max: 2300 })
    .chain((year) => fc.constantFrom(`${year}-01-01`, `${year}-06-30`, `${year}-12-31`));
  const record = fc.record({
    text: words,
    days: fc.tuple(fc.option(day), fc.option(day)),
    role: fc.constantFrom('deadline', 'start', 'period', 'recurrence', 'point', 'vague'),
    precision: fc.constantFrom('day', 'month', 'quarter', 'year', 'decade', null),
    recurrence: fc.constantFrom(null, 'P1Y', 'P3M', 'P1D', 'PXX', 'P5Y', 'PT1H', 'P2W'),
    due: fc.boolean(),
  });

  it('keeps to its width, in both views and spellings', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 30 }),
        fc.constantFrom(40, 59, 60, 80, 109, 120, 200),
        fc.constantFrom('list' as const, 'gantt' as const),
        fc.tuple(fc.option(day), fc.option(day), fc.option(day)),
        fc.boolean(),
        fc.boolean(),
        (records, width, view, [one, other, asOf], all, ascii) => {
          const [from, to] = one !== null && other !== null && one > other ? [other, one] : [one, other];
          const text = renderTimeline(madeOf(records), { ...screen, width, view, from, to, asOf, all, ascii });
          for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
          if (ascii) expect(text.replaceAll(/図|書|館|👩|👧|\u200d|\u241b/gu, '')).not.toMatch(/[^\u0000-\u007f]/);
        },
      ),
    );
  });

  it('of five thousand rows is quick, and short unless all is asked for', () => {
    const records = Array.from({ length: 5000 }, (_, index) => ({
      text: `pond ${index}`,
      days: [null, `${2025 + (index % 40)}-${String((index % 12) + 1).padStart(2, '0')}-15`] as [null, string],
      role: 'deadline' as const,
      precision: 'day' as const,
      recurrence: null,
      due: index % 2 === 0,
    }));
    const made = madeOf(records);
    for (const view of ['list', 'gantt'] as const) {
      expect(renderTimeline(made, { ...screen, view }).split('\n').length).toBeLessThan(60);
      const whole = renderTimeline(made, { ...screen, view, all: true });
      const refs = new Set(whole.match(/\bC\d+\b/g));
      expect(made.commitments.filter(({ ref }) => !refs.has(ref))).toEqual([]);
    }
  });
});

interface Made {
  readonly text: string;
  readonly days: readonly [string | null, string | null];
  readonly role: TimeRecord['role'];
  readonly precision: TimeRecord['precision'];
  readonly recurrence: string | null;
  readonly due: boolean;
}

/** A part with one time a record, and commitments that some of them date. */
function madeOf(records: readonly Made[]): ReportPart {
  const report = reportOf(
    records.map(({ text, days: [, end], precision, due }, index) => ({
      quote: `We will open ${text} once more, as all who live by the river have asked of us for so many long years.`,
      made: due ? { due: { text, end, precision, timeId: `t-${index}` } } : {},
    })),
  );
  const timeline = records.map(({ text, days: [one, other], role, precision, recurrence }, index): TimeRecord => {
    const [start, end] = one !== null && other !== null && one > other ? [other, one] : [one, other];
    const evidence = report.commitments[index]?.evidence;
    if (evidence === undefined) throw new Error('a commitment for each record');
    return timeRecord({
      id: `t-${index}`,
      ref: `T${index + 1}`,
      text,
      span: { start: evidence.start + 13, end: evidence.start + 13 + text.length },
      value: '2025',
      start,
      end,
      precision,
      role,
      relation: 'by',
      recurrence,
      evidence,
    });
  });
  return { ...report, document: report.documents[0] ?? null, timeline };
}

describe('names of stretches of time', () => {
  it.each([
    ['2026-03-31', '2026-03-31', 'day', 'gregorian', '31 Mar 2026'],
    ['2026-03-01', '2026-03-31', 'month', 'gregorian', 'Mar 2026'],
    ['2026-07-01', '2026-09-30', 'quarter', 'gregorian', 'Jul-Sep 2026'],
    ['2024-12-01', '2025-02-28', 'season', 'gregorian', 'Dec 2024-Feb 2025'],
    ['2027-01-01', '2027-12-31', 'year', 'gregorian', '2027'],
    ['2027-04-01', '2028-03-31', 'year', 'fiscal', '2027/28'],
    ['2020-01-01', '2029-12-31', 'decade', 'gregorian', '2020s'],
    ['2024-01-01', '2030-12-31', 'year', 'gregorian', '2024-2030'],
    ['2016-09-08', '2021-09-07', 'year', 'gregorian', 'Sep 2016-Sep 2021'],
    ['2026-03-03', '2026-03-07', 'day', 'gregorian', '3-7 Mar 2026'],
    ['2026-02-28', '2026-03-03', 'day', 'gregorian', '28 Feb-3 Mar 2026'],
  ] as const)('%s to %s, %s, %s: %s', (start, end, precision, calendar, label) => {
    expect(spanLabel(start, end, { precision, calendar })).toBe(label);
  });
});

describe('an axis', () => {
  const labels = (first: number, last: number, columns: number) =>
    axisOf(first, last, columns).ticks.map(({ label }) => label);
  const day = (year: number, ofYear = 0) => Math.floor((year - 1970) * 365.2425) + ofYear;

  it('is marked by decades, years, quarters, months or weeks, as there is room', () => {
    expect(labels(day(1990), day(2060), 50)).toEqual(['1990', '2000', '2010', '2020', '2030', '2040', '2050']);
    expect(labels(day(2024, 80), day(2030), 60)).toContain('2027');
    expect(labels(day(2026), day(2027), 60).slice(0, 2)).toEqual(['Jan 2026', 'Apr 2026']);
    expect(labels(day(2026), day(2026, 90), 60)).toContain('Feb 2026');
    expect(labels(day(2026), day(2026, 20), 60)).toContain('12 Jan 2026');
  });

  it('has its ticks on its columns, whatever the days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -700_000, max: 2_900_000 }),
        fc.nat(2_000_000),
        fc.integer({ min: 1, max: 200 }),
        (first, span, columns) => {
          const { ticks } = axisOf(first, first + span, columns);
          for (const { column } of ticks) expect(column >= 0 && column < columns).toBe(true);
          expect(ticks.length).toBeLessThanOrEqual(columns + 1);
        },
      ),
    );
  });
});
