/** Times as policy documents have them, with their first and last days: financial years, terms, deadlines, vague words. */
import { expect, test } from 'vitest';
import { timesIn } from './times-in.ts';

/** `2024-04-01..2025-03-31 point` of each time. */
const days = (text: string, fiscalYear = '04-01'): string =>
  timesIn(text, { fiscalYear })
    .map(({ start, end, role }) => `${start ?? ''}..${end ?? ''} ${role}`)
    .join(', ');

test.each([
  'in 2024/25',
  'in 2024-25',
  'in the 2024–2025 financial year',
  'in the 2024 to 2025 financial year',
  'in FY 2024/25',
  'in 2024 - 25',
  'in 2024– 25',
  'in FY24-25',
  'in FY 24/25',
  'in F.Y. 2024-25',
  'in FY25',
  'in financial year 2024 to 2025',
])('spells one financial year: %s', (when) => {
  expect(days(`Costs fell ${when}.`)).toBe('2024-04-01..2025-03-31 point');
  expect(days(`Costs fell ${when}.`, '07-01')).toBe('2024-07-01..2025-06-30 point');
});

test.each([
  ['Grants ran from 2021-22 to 2023-24.', '2021-04-01..2024-03-31 period'],
  ['It grew in the three years to 2027-28.', '2025-04-01..2028-03-31 period'],
  ['It ran in Q3 2024/25.', '2024-10-01..2024-12-31 point'],
  ['It ran in Q1 FY26.', '2025-04-01..2025-06-30 point'],
  ['It ran in the first quarter of 2025-26.', '2025-04-01..2025-06-30 point'],
  ['It ran in quarter 3 of 2025/26.', '2025-10-01..2025-12-31 point'],
  ['It will run in H2 2025.', '2025-07-01..2025-12-31 point'],
  ['It serves schools in the 2024-25 academic year.', '2024-09-01..2025-08-31 point'],
  ['Figures are for the year ending March 2024.', '2023-04-01..2024-03-31 point'],
  [
    'It runs over the coming four years (2025/26 to 2028/29).',
    '2025-04-01..2029-03-31 period, 2025-04-01..2029-03-31 period',
  ],
  ['We answer calls within 20 minutes.', '.. deadline'],
  ['We will finish by the end of the decade.', '..2029-12-31 deadline'],
  ['We will finish by the mid-2020s.', '..2026-12-31 deadline'],
  ['Seas rise in the 2030s.', '2030-01-01..2039-12-31 point'],
  ['Seas rise by the end of the century.', '..2100-12-31 deadline'],
  ['We will finish by 2030 at the latest.', '..2030-12-31 deadline'],
  ['Report not later than 30 days after the end of June 2025.', '..2025-07-30 deadline'],
  ['Report within three months of 31 March 2026.', '..2026-06-30 deadline'],
  ['We reply within 20 working days.', '..2024-12-12 deadline'],
  ['We will act within the first 100 days.', '..2025-02-22 deadline'],
  ['Clear it by year-end 2026.', '..2026-12-31 deadline'],
  ['Staff will be trained over the course of 2026.', '2026-01-01..2026-12-31 deadline'],
  ['Staff will be trained within the current financial year.', '..2025-03-31 deadline'],
  ['The White Paper is due in winter 2025/26.', '2025-12-01..2026-02-28 point'],
  ['The plan runs to 2035.', '..2035-12-31 deadline'],
  ['The lease runs beyond 2040.', '2040-01-01..2040-12-31 point'],
  ['Rates apply from 2025 onwards.', '2025-01-01.. start'],
  ['Claims open on or after 1 April 2026.', '2026-04-01.. start'],
  ['Between 2025 and 2027 we will plant trees.', '2025-01-01..2027-12-31 period'],
  ['Target date: 31-Mar-26', '..2026-03-31 deadline'],
  ['Complete it by March/April 2026.', '..2026-03-31 deadline, ..2026-04-30 deadline'],
  ['Send returns by 31 March each year.', '.. recurrence'],
  ['We will legislate when parliamentary time allows.', '.. vague'],
  ['The path is closed until further notice.', '.. period'],
])('%s', (text, expected) => {
  expect(days(text)).toBe(expected);
});

test('two years in full are financial unless the country writes them otherwise and the text does not', () => {
  const pairs = (text: string, yearPairs: 'financial' | 'calendar'): string =>
    timesIn(text, { yearPairs })
      .map(({ start, end, role }) => `${start}..${end} ${role}`)
      .join(', ');
  expect(pairs('The 2021-2022 drive cut waste.', 'financial')).toBe('2021-04-01..2022-03-31 point');
  expect(pairs('The 2021-2022 drive cut waste.', 'calendar')).toBe('2021-01-01..2022-12-31 period');
  expect(pairs('In fiscal year 2020-2021 it fell. The 2021-2022 drive cut waste.', 'calendar')).toBe(
    '2020-04-01..2021-03-31 point, 2021-04-01..2022-03-31 point',
  );
});

test('a month without a year, in a text without a date, is known only where it is told beside one', () => {
  const values = (text: string): string[] => timesIn(text, { docDate: null }).map(({ value }) => value);
  expect(values('Costs rose from 2019.\n\nThe new rota will be kept from April.')).toEqual(['2019', 'XXXX-04']);
  expect(values('The dam broke in 2019. It was mended in April.')).toEqual(['2019', '2019-04']);
});

test('a weekday beside a day and month tells the year in which they agree', () => {
  expect(days('The deadline is Thursday 18 April.')).toBe('2024-04-18..2024-04-18 point');
  expect(days('The deadline is Friday 18 April.')).toBe('..2025-04-18 deadline');
});
