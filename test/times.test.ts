/** Time expressions: the laws of the calendar, and promises about any text at all. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, cellAt, firstDay, type Grain, lastDay, shift } from '../src/extract/calendar/cells.ts';
import { addLength } from '../src/extract/calendar/durations.ts';
import { findTimes, type TimeOptions } from '../src/extract/times/find.ts';
import type { TimeFinding } from '../src/extract/times/finding.ts';
import { compileTimeRules } from '../src/extract/times/rules.ts';
import { addMonths, addWorkingDays, civilOf, dayOf, daysInMonth, isoDay, weekdayOf } from '../src/model/days.ts';
import type { CompiledPack } from '../src/rules/pack.ts';
import { annotated } from './annotated.ts';

const pack: CompiledPack = JSON.parse(readFileSync(new URL('../dist/packs/en.json', import.meta.url), 'utf8'));
const files = pack.files.filter((file) => file.pack === 'time');
const rules = compileTimeRules({ files: pack.files, ready: new Map() });
const exampleDate = String(files.find((file) => file['example-date'] !== undefined)?.['example-date']);
const plain: TimeOptions = { docDate: exampleDate, fiscalYear: '04-01', dateOrder: 'dmy' };
const find = (text: string, options: Partial<TimeOptions> = {}): TimeFinding[] =>
  findTimes(annotated(text), rules, { ...plain, ...options });
/** `the next five years = P5Y 2016-09-08..2021-09-07 period` */
const shown = (time: TimeFinding): string =>
  `${time.text} = ${time.value} ${time.start ?? ''}..${time.end ?? ''} ${time.role}`;
const said = (text: string, options: Partial<TimeOptions> = {}): string[] => find(text, options).map(shown);

describe('places expressions', () => {
  test('from the document’s day, inclusive of the last', () => {
    expect(said('It outlines a vision for the next five years.', { docDate: '2016-09-08' })).toEqual([
      'the next five years = P5Y 2016-09-08..2021-09-07 period',
    ]);
    expect(said('By 2025 care will change.', { docDate: '2016-09-08' })).toEqual(['2025 = 2025 ..2025-12-31 deadline']);
  });

  test('from a document dated to the year as far as that goes', () => {
    expect(said('We report next year and yesterday.', { docDate: '2018' })).toEqual([
      'next year = 2019 2019-01-01..2019-12-31 point',
      'yesterday = XXXX-XX-XX .. point',
    ]);
    expect(said('Over the next ten years we will grow.', { docDate: '2010' })).toEqual([
      'the next ten years = P10Y 2010-01-01..2020-12-31 period',
    ]);
  });

  test('not at all from a document without a date, but absolute ones as ever', () => {
    const found = find('We will report next year, within 12 months, and by March 2026.', { docDate: null });
    expect(found.map(shown)).toEqual([
      'next year = XXXX .. point',
      '12 months = P12M .. deadline',
      'March 2026 = 2026-03 ..2026-03-31 deadline',
    ]);
    expect(found.map((time) => time.resolved)).toEqual([false, false, true]);
  });

  test('financial years where the options put them', () => {
    const text = 'Budgets for 2024/25 are set.';
    expect(said(text)).toEqual(['2024/25 = FY2024 2024-04-01..2025-03-31 point']);
    expect(said(text, { fiscalYear: '07-01' })).toEqual(['2024/25 = FY2024 2024-07-01..2025-06-30 point']);
    expect(find(text)[0]?.calendar).toBe('fiscal');
  });

  test('numeric dates in the order of the options, or in the only one possible', () => {
    expect(said('Due on 03/04/2025.')).toEqual(['03/04/2025 = 2025-04-03 ..2025-04-03 deadline']);
    expect(said('Due on 03/04/2025.', { dateOrder: 'mdy' })).toEqual(['03/04/2025 = 2025-03-04 ..2025-03-04 deadline']);
    expect(said('Due on 25/04/2025.', { dateOrder: 'mdy' })).toEqual(['25/04/2025 = 2025-04-25 ..2025-04-25 deadline']);
  });

  test('no impossible date', () => {
    for (const text of ['Due on 31 February 2025.', 'Due on 99/99/2025.', 'Due on 2025-13-45.', 'In the year 0000.'])
      for (const time of find(text)) expect([time.start, time.end, time.value]).not.toContain('2025-02-31');
    expect(find('It cost 12345678901234567890 in total.')).toEqual([]);
  });

  test('with the tokens of the cue before it', () => {
    const [time] = find('We will finish it by no later than March 2026.');
    expect(time && [time.from, time.to, time.wideFrom]).toEqual([8, 10, 4]);
  });

  test('wrong options are a user’s fault', () => {
    expect(() => find('By 2025.', { docDate: 'soon' })).toThrow("'soon' is not a date.");
    expect(() => find('By 2025.', { fiscalYear: '13-01' })).toThrow('financial year');
  });
});

const day = fc.integer({ min: dayOf(1500, 1, 1), max: dayOf(2500, 12, 31) });
const fiscal = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
const GRAINS: readonly Grain[] = [
  'day',
  'week',
  'month',
  'quarter',
  'half',
  'season',
  'year',
  'decade',
  'century',
  'millennium',
  'fiscal-half',
  'fiscal-quarter',
  'fiscal-year',
  'academic-year',
];
const grain = fc.constantFrom(...GRAINS);

describe('reads in context', () => {
  test('hangs the months of a chronicle on the year last told', () => {
    const text =
      'The bridge opened on 3 May 1911. It closed on 9 June 1914, and in August the town fell. In March 1915 and again on ' +
      '2 April 1916 the river rose. On 5 May 1917 it froze. By 7 June 1918 it was over. In September peace came.';
    expect(said(text, { docDate: '2009-12-19' }).filter((time) => /^(?:August|September)/.test(time))).toEqual([
      'August = 1914-08 1914-08-01..1914-08-31 point',
      'September = 1918-09 1918-09-01..1918-09-30 point',
    ]);
  });

  test('chooses the years of a story together, by the dates on both sides', () => {
    const text = [
      'The siege of Dorn began on 3 May 1744.',
      'Supplies lasted until the spring thaw of February 1746.',
      'By the end of October the outer wall was lost, and in January the garrison sued for terms.',
      'Fever broke out in March. The keep fell on 9 June 1745, and the town was sacked on 11 June 1745.',
      'It was rebuilt in August 1745, sold in September 1745 and burnt in December 1745.',
    ].join(' ');
    const told = find(text, { docDate: '2009-12-19' }).map(({ value }) => value);
    expect(told.slice(3, 6)).toEqual(['1744-10', '1745-01', '1745-03']);
  });
  test('takes the tense of the nearest verb for a bare month', () => {
    expect(said('The order was made in May.')).toEqual(['May = 2024-05 2024-05-01..2024-05-31 point']);
    expect(said('The order will be made in May.')).toEqual(['May = 2025-05 2025-05-01..2025-05-31 point']);
  });

  test('lends a year and a cue to neighbours', () => {
    expect(said('It ran in April and June 2023.')[0]).toBe('April = 2023-04 2023-04-01..2023-04-30 point');
    expect(said('Complete by 2026 and 2028.')).toEqual([
      '2026 = 2026 ..2026-12-31 deadline',
      '2028 = 2028 ..2028-12-31 deadline',
    ]);
  });

  test('reads the dates of a column of deadlines as such', () => {
    const table = '| Action | Start | Due |\n|---|---|---|\n| Publish the plan | May 2025 | March 2026 |\n';
    expect(said(table)).toEqual([
      'May 2025 = 2025-05 2025-05-01..2025-05-31 point',
      'March 2026 = 2026-03 ..2026-03-31 deadline',
    ]);
  });
});

describe('leaves citations alone', () => {
  test.each([
    'Source: Dunmore Audit Board, The Harbour Accounts, 12 June 2023.',
    '41 Office for Tides, Annual Tables, 3 May 2022 42 Letter of the Harbour Board, 7 August 2023',
    'It is told in “Tides and Towns” (Marlow, 4 March 2021, available at tides.example).',
    'See the tables (accessed on 12 June 2023).',
  ])('%s', (text) => {
    expect(said(text)).toEqual(text.includes('Annual') ? ['Annual = P1Y .. recurrence'] : []);
  });

  test('but not the dates of what is told', () => {
    expect(said('The board met in Dunmore, 12 June 2023.')).toHaveLength(1);
    expect(said('12 Harbour masters, from all ports, must reply by 3 May 2025.')).toHaveLength(1);
  });
});

describe('reads tables', () => {
  test('counts among counts are no years, but years of a column of years are', () => {
    const counts = '| Region | Sown | Watered | Dry |\n|---|---|---|---|\n| Dunmore | 2040 | 409 | 15237 |\n';
    expect(said(counts)).toEqual([]);
    // A head that has "end" within a word is none of years.
    expect(said(counts.replace('Sown', 'Spend'))).toEqual([]);
    const years = '| Region | Target year | Watered | Dry |\n|---|---|---|---|\n| Dunmore | 2040 | 409 | 15237 |\n';
    expect(said(years)).toEqual(['2040 = 2040 ..2040-12-31 deadline']);
  });
});

describe('the calendar', () => {
  test('counts days without gap or overlap, as Date does', () => {
    fc.assert(
      fc.property(day, (its) => {
        const { year, month, day: date } = civilOf(its);
        expect(dayOf(year, month, date)).toBe(its);
        expect(isoDay(its)).toBe(new Date(its * 864e5).toISOString().slice(0, 10));
        expect(weekdayOf(its)).toBe(new Date(its * 864e5).getUTCDay() || 7);
      }),
    );
  });

  test('knows leap years and month ends', () => {
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect(isoDay(addMonths(dayOf(2024, 1, 31), 1))).toBe('2024-02-29');
    expect(isoDay(addMonths(dayOf(2023, 1, 31), 1))).toBe('2023-02-28');
    expect(isoDay(addMonths(dayOf(2024, 2, 29), 12))).toBe('2025-02-28');
    fc.assert(
      fc.property(day, fc.integer({ min: -2400, max: 2400 }), (its, months) => {
        const from = civilOf(its);
        const to = civilOf(addMonths(its, months));
        expect(to.year * 12 + to.month - (from.year * 12 + from.month)).toBe(months);
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
      }),
    );
  });

  test('lays cells side by side: each day is in one of every grain, and cells follow one another', () => {
    fc.assert(
      fc.property(day, grain, fiscal, (its, size, start) => {
        const cell: Cell = cellAt(size, its, start);
        expect(firstDay(cell, start)).toBeLessThanOrEqual(its);
        expect(lastDay(cell, start)).toBeGreaterThanOrEqual(its);
        expect(firstDay(shift(cell, 1), start)).toBe(lastDay(cell, start) + 1);
        expect(cellAt(size, lastDay(cell, start), start)).toEqual(cell);
      }),
    );
  });

  test('adds lengths forward in time, and working days never onto a weekend', () => {
    const units = fc.constantFrom(
      'day',
      'week',
      'month',
      'year',
      'decade',
      'fortnight',
      'quarter',
      'hour',
      'working-day' as const,
    );
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), units, (its, number, unit) => {
        expect(addLength(its, number, unit)).toBeGreaterThanOrEqual(its);
      }),
    );
    fc.assert(
      fc.property(day, fc.integer({ min: -300, max: 300 }), (its, count) => {
        expect(weekdayOf(addWorkingDays(its, count))).toBeLessThanOrEqual(5);
      }),
    );
  });
});

const WORDS =
  "by from until within before after since the of in on to and between next last this every early late end mid first second third quarter half year years month months week day days decade century spring autumn March May Friday Monday 2024 2025 2030 2024/25 2023-24 31 3 12 18 five ten two 1 Q3 H1 FY24 2030s '90s 31/12/2025 2025-03-01 9:30 5pm p.m. Parliament Royal Assent publication phase ago later earlier annually currently shortly due course , . ; ( ) - – 0 00 99999 99999999999999999999 BC financial academic a an per".split(
    ' ',
  );
const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join(' '));
const date = fc.constantFrom(null, '2016', '2024-02', '2024-02-29', '1999-12-31', '0001-01-01', '9999-12-31');

describe('any text', () => {
  test('throws nothing, and gives ordered findings whose ends are not before their starts', () => {
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: 'binary', maxLength: 60 })), date, (text, docDate) => {
        let last = -1;
        for (const time of find(text, { docDate })) {
          if (time.start !== null && time.end !== null) expect(time.end >= time.start, shown(time)).toBe(true);
          if (time.resolved && time.type !== 'SET') expect(time.start ?? time.end ?? time.precision).not.toBeNull();
          expect(time.span.start).toBeGreaterThan(last);
          expect(time.wideFrom).toBeLessThanOrEqual(time.from);
          last = time.span.start;
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['We will act in the next two hours.', '2024-11-14..2024-11-14'],
    ['We will act in the next 0 days.', '2024-11-14..2024-11-14'],
    ['We act in the last two hours of 2025.', '2025-12-31..2025-12-31'],
  ])('what takes less than a day is on one day: %s', (text, days) => {
    expect(find(text, { docDate: '2024-11-14' }).map(({ start, end }) => `${start}..${end}`)).toEqual([days]);
  });

  test('a step that runs again keeps what its first rule of equal length found', () => {
    const soon = (id: string, pattern: string) => {
      const says = { makes: 'reference', value: 'reference', ref: 'FUTURE_REF' };
      return { id, description: id, match: [pattern], ...says };
    };
    const steps = [
      { file: 'one.yaml', pack: 'time', step: 2, rules: [soon('one', 'soon')] },
      {
        file: 'two.yaml',
        pack: 'time',
        step: 3,
        rounds: 2,
        rules: [soon('first', 'very soon'), soon('next', 'very soon')],
      },
    ];
    const found = findTimes(
      annotated('It opens very soon.'),
      compileTimeRules({ files: steps, ready: new Map() }),
      plain,
    );
    expect(found.map((time) => time.rules)).toEqual([['time/first']]);
  });

  test('one line of thousands of dates is read whole', () => {
    expect(find('on 3 May 2024 and by 2030, '.repeat(5000))).toHaveLength(10_000);
    expect(find('2024-25 to '.repeat(5000)).length).toBeGreaterThan(0);
  });
});
