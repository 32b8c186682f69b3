/** What the user is told of a document's dates: how they were read, which could not be placed, which do not fit. */
import { describe, expect, test } from 'vitest';
import type { AnalyseOptions } from '../src/analyse/options.ts';
import { analyse } from '../src/analyse.ts';
import type { Report } from '../src/model/report.ts';

const DATED: AnalyseOptions = { docDate: '2024-11-14' };
const report = (text: string, options: AnalyseOptions = DATED): Promise<Report> =>
  analyse({ name: 'a', text, mediaType: 'text/plain' }, options);
/** `PMED-D202 warning the date …` */
async function said(text: string, options: AnalyseOptions = DATED): Promise<string[]> {
  const { diagnostics } = await report(text, options);
  return diagnostics.map(({ code, level, message }) => `${code} ${level} ${message}`);
}
const days = async (text: string, options: AnalyseOptions = DATED): Promise<string[]> =>
  (await report(text, options)).timeline.map(({ text: words, start, end }) => `${words} ${start ?? ''}..${end ?? ''}`);

describe('dates that can be read both ways', () => {
  test('are read day first, with a warning', async () => {
    expect(await said('The permit was granted on 03/04/2023.')).toEqual([
      'PMED-D202 warning the date "03/04/2023" was read day first, for want of a sign.',
    ]);
  });

  test('are read as the others of the document must be, with a note', async () => {
    const text = 'The permit was granted on 03/04/2023 and renewed on 12/25/2023.';
    expect(await days(text)).toEqual(['03/04/2023 2023-03-04..2023-03-04', '12/25/2023 2023-12-25..2023-12-25']);
    expect(await said(text)).toEqual([
      'PMED-D202 note the date "03/04/2023" was read month first, as "12/25/2023" must be.',
    ]);
  });

  test('are read as their country has them', async () => {
    const text = 'Congress passed it. The White House agreed. The permit was granted on 03/04/2023.';
    expect(await days(text)).toEqual(['03/04/2023 2023-03-04..2023-03-04']);
    expect(await said(text)).toEqual([
      'PMED-D202 warning the date "03/04/2023" was read month first, as in the country that it comes from.',
    ]);
  });

  test('are said where the others contradict each other', async () => {
    const text = 'Permits were granted on 03/04/2023, 25/04/2023 and 04/25/2023.';
    expect(await said(text)).toEqual([
      'PMED-D202 warning the date "03/04/2023" was read day first, though "04/25/2023" has the month first.',
    ]);
  });

  test.each([['dmy'], ['mdy']] as const)('are read as the user says: %s', async (dateOrder) => {
    const text = 'The permit was granted on 03/04/2023 and renewed on 12/25/2023.';
    expect(await said(text, { ...DATED, dateOrder })).toEqual([]);
    expect((await days(text, { ...DATED, dateOrder }))[0]).toContain(dateOrder === 'dmy' ? '2023-04-03' : '2023-03-04');
  });

  test('of the document itself go by the same order', async () => {
    const text = 'Published: 03/04/2023\n\nThe White House and Congress agreed. We will report within two months.';
    const { documents, timeline, diagnostics } = await report(text, {});
    expect(documents[0]?.date).toMatchObject({ value: '2023-03-04', source: 'text' });
    expect(timeline.at(-1)?.end).toBe('2023-05-04');
    expect(diagnostics.map(({ code }) => code)).toEqual(['PMED-D202']);
    const { documents: told } = await report('Published: 03/04/2023\n\nWe will report.', { dateOrder: 'mdy' });
    expect(told[0]?.date?.value).toBe('2023-03-04');
  });

  test('are not those that look the same', async () => {
    expect(await said('It opened on 25/04/2023, 05/05/2023 and 2023-04-03. See version 1.2.2023.')).toEqual([]);
  });
});

describe('impossible dates', () => {
  test.each([
    ['31 February 2025'],
    ['31/02/2025'],
    ['2025-13-01'],
    ['99/99/2025'],
    ['June 31, 2025'],
    ['31st November'],
  ])('%s is none', async (date) => {
    expect(await days(`It was signed on ${date} in Fernhollow.`)).toEqual([]);
  });
});

describe('financial years', () => {
  const year = async (text: string, options: AnalyseOptions = DATED) => {
    const { documents, timeline } = await report(text, options);
    return [documents[0]?.fiscalYear, timeline.find(({ calendar }) => calendar === 'fiscal')?.start];
  };
  test.each([
    ['The Australian Government and the Commonwealth of Australia fund it in 2024-25.', '07-01', 'AU', '2024-07-01'],
    ['The Government of India will spend three lakh in 2024-25.', '04-01', 'IN', '2024-04-01'],
    ['The U.S. Department of Barns asked Congress for more in FY 2024.', '10-01', 'US', '2023-10-01'],
    ['The Oireachtas and the Dáil funded it in FY2024.', '01-01', 'IE', '2024-01-01'],
    ['HM Treasury funds it, and the NHS spends it, in 2024/25.', '04-01', 'GB', '2024-04-01'],
    ['The Republic of Kenya funds it from Nairobi in 2024/25.', '07-01', 'KE', '2024-07-01'],
  ])('of the country: %s', async (text, start, country, first) => {
    expect(await year(text)).toEqual([{ start, source: 'country', country }, first]);
    expect((await said(text)).filter((line) => line.includes('D204'))).toEqual([]);
  });

  test('as the text says', async () => {
    expect(await year('HM Treasury sees it. Our financial year begins on 1 October. In 2024/25 we grow.')).toEqual([
      { start: '10-01', source: 'text', country: null },
      '2024-10-01',
    ]);
    expect((await year('For the financial year ended 30 June 2024. In 2024/25 we grow.'))[0]).toMatchObject({
      start: '07-01',
    });
  });

  test('as the user says', async () => {
    expect(await year('The Australian Government funds it in 2024-25.', { ...DATED, fiscalYear: '04-01' })).toEqual([
      { start: '04-01', source: 'flag', country: null },
      '2024-04-01',
    ]);
  });

  test('that were assumed are said', async () => {
    expect(await said('Budgets for 2024/25 and 2025/26 are set.')).toEqual([
      'PMED-D204 note 2 financial years ("2024/25", "2025/26") were taken to begin on 1 April: nothing tells whose they are.',
    ]);
    expect((await report('By 2030.')).documents[0]?.fiscalYear).toBeNull();
  });

  test('of American cities are taken for those of most', async () => {
    const text = 'Congress and the White House watch. Budgets for FY2024 are set.';
    expect(await said(text, { ...DATED, publisher: 'City of Fernhollow' })).toEqual([
      'PMED-D204 note the financial year "FY2024" was taken to begin on 1 July: as most states and cities of its country have them.',
    ]);
  });
});

describe('deadlines', () => {
  test('before the document’s date are said', async () => {
    expect(await said('We will publish a workforce plan by March 2023.')).toEqual([
      `PMED-D205 warning one deadline lies before the document's date, 2024-11-14: l. 1 "We will publish a workforce plan by March 2023.".`,
    ]);
  });

  test.each([
    ['We will build on the progress made by 2020 in all schools.'],
    ['By March 2023 we had published a plan.'],
    ['We will publish a plan by March 2025.'],
    ['We will keep the targets that were due by 2022.'],
  ])('no alarm: %s', async (text) => {
    expect(await said(text)).toEqual([]);
  });

  test('of one commitment that contradict each other are said, with both places', async () => {
    const text = (first: string, second: string) =>
      `The council will open a new library in Fernhollow town centre by ${first}.\n\nThe council will open a new library in Fernhollow town centre by ${second}.`;
    expect(await said(text('June 2026', 'June 2027'))).toEqual([
      'PMED-D207 warning one commitment has two deadlines (2026-06-30, l. 1: "The council will open a new library in Fernhollow town centre by June 2026."; 2027-06-30, l. 3: "The council will open a new library in Fernhollow town centre by June 2027.").',
    ]);
    expect(await said(text('2026', 'June 2026'))).toEqual([]);
    expect(await said(text('June 2026', 'June 2026'))).toEqual([]);
  });

  test('of different amounts are milestones', async () => {
    expect(
      await said(
        'The council will plant 4,000 trees in the north park by 2026. The council will plant 9,000 trees in the north park by 2030.',
      ),
    ).toEqual([]);
  });
});

describe('without a document date', () => {
  test('relative dates stay open, and are said', async () => {
    const text = 'We will report within two years and next spring.';
    expect(await said(text, {})).toEqual([
      'PMED-D201 warning no publication date found, so 2 relative dates ("two years", "next spring") stay unresolved.',
    ]);
    expect(await days(text, {})).toEqual(['two years ..', 'next spring ..']);
  });
});
