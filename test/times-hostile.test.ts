/** Time expressions in texts that mean no good: dates of no calendar, numbers without measure, broken and foreign figures. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { parseReport } from '../src/index.ts';
import { isCivilDate } from '../src/model/days.ts';
import type { TimeRecord } from '../src/model/report.ts';
import type { Source } from '../src/read/source.ts';
import { timesIn, valuesIn } from './times-in.ts';

// In CI the same texts every time; elsewhere new ones, to learn from.
if (process.env.CI) fc.configureGlobal({ seed: 20250331 });

describe('dates that no calendar has are not found, nor any part of them', () => {
  test.each([
    'It is due on 31 February 2025.',
    'It is due on Friday 31 February 2025.',
    'It is due on 30/02/2025.',
    'It is due on 2025-13-45.',
    'It is due on 2025-02-29.',
    'It is due on 2024-02-30T12:00.',
    'It is due on 31/31/2025.',
    'It is due on 00/00/2025.',
    'It is due on 31.02.2025.',
    'It ends by 29 Feb 2023.',
    'It ends by 29 February 1900.',
    'It ends by 45 March 2025.',
    'It ends by 0 May 2025.',
    'It ends on 31 Sept. 2025.',
    'It ends on February 30.',
    'It ends on the 31st of June.',
    'It ends between 30 February and 31 April 2025.',
    'It ends in the 13th month of 2025.',
    'It ended on 0000-00-00.',
  ])('%s', (text) => {
    expect(valuesIn(text)).toEqual([]);
  });

  test.each([
    ['It ends by 29 February 2024.', '2024-02-29'],
    ['It ends by 29 February 2000.', '2000-02-29'],
    ['It ends on 31/12/2025.', '2025-12-31'],
    ['It ends in the 12th month of 2025.', '2025-12'],
  ])('but: %s', (text, value) => {
    expect(valuesIn(text)).toEqual([value]);
  });
});

describe('numbers without measure', () => {
  test.each([
    'It ends in 99999999999 years.',
    'It ends within 1e9 months.',
    'See 20251231235959123456 and 12345678901234567890.',
  ])('nothing is found: %s', (text) => {
    expect(valuesIn(text)).toEqual([]);
  });

  test.each([
    ['It ends within 100000 months.', 'P100000M'],
    ['It ends within 900,000 weeks.', 'P900000W'],
    ['It took 50 million years.', 'P50000000Y'],
    ['It began two million years ago.', 'PAST_REF'],
  ])('no day is given: %s', (text, value) => {
    expect(timesIn(text)).toEqual([expect.objectContaining({ value, start: null, end: null, resolved: false })]);
  });
});

describe('odd writing', () => {
  test.each([
    ['It ends by the the by by 2025.', ['2025']],
    ['It ends (by 31 March 2025 [the fund', ['2025-03-31']],
    ['WE WILL PUBLISH IT BY 31 MARCH 2025.', ['2025-03-31']],
    ['It ends by 31 March 2\u200b025.', ['2025-03-31']],
    ['It ends by 2\u200b0\u200b2\u200b5.', ['2025']],
    ['It ends by 31\u00a0March\u00a02025.', ['2025-03-31']],
    ['It ends by 31March2025 or 2O25.', []],
  ])('%s', (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  test('ten thousand dates on a line are ten thousand findings', () => {
    const times = timesIn('31 March 2025, '.repeat(10_000));
    expect(times).toHaveLength(10_000);
    expect(times.every(({ start }) => start === '2025-03-31')).toBe(true);
  });
});

/** Pieces of dates, whole and broken, to be put together at random. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'by',
      'within',
      'in',
      'until',
      'from',
      'to',
      'the next',
      'the last',
      'every',
      'end of',
      'before',
      'after',
      'ago',
    ],
    ...['January', 'FEBRUARY', 'Feb.', 'March', 'may', 'Sept', 'Friday', 'quarter', 'Q5', 'H3', 'FY9999', "'99", '90s'],
    ...['years', 'months', 'weeks', 'working days', 'centuries', 'hour', 'million', 'thousand', 'hundred and', 'BC'],
    ...['31/02/2025', '2025-13-45', '0000-00-00', '9999-12-31', '99/99/9999', '1/1/1', '25:61', '2024/25/26', '1e9'],
    ...[
      '２０２５',
      '٢٠٢٥',
      '2\u200b0\u200b2\u200b5',
      '2 0 2 5',
      '2O25',
      '\u202e2025',
      '𝟚𝟘𝟚𝟝',
      '(',
      '[',
      '–',
      '-',
      '/',
      '.',
      ';',
    ],
    ...['twenty', 'twelve', 'ninety-nine', 'first', 'thirty-first', 'this Parliament', 'financial year', 'We will act'],
  ),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.bigInt({ min: 0n, max: 10n ** 24n }).map(String),
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '\u00a0', '\n', '\u200b')), { maxLength: 30 })
  .map((pieces) => pieces.flat().join(''));
const docDate = fc.constantFrom('2024-11-14', '2024', '0001-01-01', '9999-12-31', undefined);

const isIsoDay = (iso: string): boolean => {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && isCivilDate(year, month, day);
};

/** The words of a span as a reader would cite them: white space is one space, and marks without width are left out. */
const cited = (words: string): string => words.replace(/\p{Cf}/gu, '').replace(/\s+/g, ' ');

function holds(time: TimeRecord, whole: string): void {
  expect(cited(whole.slice(time.span.start, time.span.end))).toBe(cited(time.text));
  expect(time.value).not.toMatch(/NaN|undefined|Infinity|e\+/);
  for (const iso of [time.start, time.end]) if (iso !== null) expect(isIsoDay(iso), iso).toBe(true);
  if (time.start !== null && time.end !== null) expect(time.start <= time.end).toBe(true);
}

test('whatever is said: quotes are their spans, days are days in order, the report is one, and the same twice', async () => {
  await fc.assert(
    fc.asyncProperty(text, docDate, async (whole, date) => {
      const source: Source = { name: 'odd.txt', text: whole, mediaType: 'text/plain' };
      const options = date === undefined ? {} : { docDate: date };
      const report = await analyse(source, options);
      for (const time of report.timeline) holds(time, whole);
      expect(parseReport(JSON.stringify(report))).toEqual(report);
      expect(JSON.stringify(await analyse(source, options))).toBe(JSON.stringify(report));
    }),
    { numRuns: 250 },
  );
});
