/** Time expressions whose place hangs on the words around them: spans told of as two dates, weekdays by tense. */
import { describe, expect, test } from 'vitest';
import { valuesIn } from './times-in.ts';

describe('a span', () => {
  test.each([
    ['Output fell between 2001 and 2009.', ['2001', '2009']],
    ['The dam held from 4 March 2019 to 9 May 2020.', ['2019-03-04', '2020-05-09']],
    ['Output fell between April and June 2023.', ['2023-04/2023-06']],
    ['The fair ran June 3 to 5.', ['2024-06-03/2024-06-05']],
    ['The summit of May 3 and 4, 2019 failed.', ['2019-05-03', '2019-05-04']],
    ['It will run from Monday to Friday.', ['2024-11-18/2024-11-22']],
    ['The plan covered 2011-2019.', ['2011/2019']],
    ['The plan will run from 2026 to 2030.', ['2026/2030']],
    ['It is open from today to 30 November.', ['2024-11-14/2024-11-30']],
  ])('%s', (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });
});

test.each([
  ['The mill was sold in December.', '2023-12'],
  ['They met on 5 January.', '2024-01-05'],
  ['Ann Reed took office in January.', '2024-01'],
  ['The ship will return in September.', '2025-09'],
  ['The offer was extended to 20 December.', '2024-12-20'],
])('a verb right beside a month says whether it is over: %s', (text, value) => {
  expect(valuesIn(text)).toEqual([value]);
});

test('a time of day takes the day that stands after it', () => {
  expect(valuesIn('The pier was hit at 7:35 a.m. (0535 GMT) Friday.')).toEqual([
    '2024-11-08T07:35',
    '2024-11-08T05:35',
    '2024-11-08',
  ]);
  expect(valuesIn('It ran between 6 p.m. and 8 p.m. Tuesday.')).toEqual(['2024-11-12T18:00', '2024-11-12T20:00']);
});

test('places in a recording are no times of day', () => {
  expect(valuesIn('00:12:31.840 Good morning. 00:12:35.120 We begin at 09:30:15 on 4 May 2025.')).toEqual([
    '2025-05-04T09:30',
  ]);
  expect(valuesIn('00:12:31,840 --> 00:12:35,120')).toEqual([]);
});

test('a weekday beside a life told from its beginning is that of the document', () => {
  const life =
    'Ada Brook, who built the Tarn Bridge, died Monday. Born on 2 January 1933, she went to school in 1938. In 1951 she ' +
    'moved to Lowdale, and in 1955 she joined the bridge office. In 1961 she was made its head. In 1979 she retired. ' +
    'Flowers were laid at the bridge on Wednesday.';
  expect(valuesIn(life).filter((value) => value.startsWith('2024'))).toEqual(['2024-11-11', '2024-11-13']);
});

describe('a report of results', () => {
  const compared = (text: string) =>
    valuesIn(`Mill & Sons told of its results for the third quarter. ${text}`).slice(1);
  test.each([
    ['Profit was £4m, up from £3m a year earlier.', ['2023-Q3']],
    ['The latest quarter had a gain that the 2023 period lacked.', ['2024-Q3', '2023-Q3']],
    ['For the nine months, profit was £9m, up from £8m a year earlier.', ['P9M', '2023']],
  ])('%s', (text, values) => {
    expect(compared(text)).toEqual(values);
  });
});

describe('a weekday, read on a Thursday,', () => {
  test.each([
    ['The mayor spoke on Friday.', '2024-11-08'],
    ['The storm hit Friday.', '2024-11-08'],
    ['The mayor will speak on Friday.', '2024-11-15'],
    ['The crew could leave Friday.', '2024-11-15'],
    ['The crew could leave Tuesday.', '2024-11-12'],
    ['The talks, set to resume Monday, are in doubt.', '2024-11-18'],
    ['The board has scheduled a hearing Friday.', '2024-11-15'],
    ['Rowers planned a regatta on Saturday.', '2024-11-16'],
    ['On Tuesday the union plans to march.', '2024-11-19'],
    ['The board put off the vote until Tuesday.', '2024-11-19'],
    ['The fleet may sail as soon as Monday, they said.', '2024-11-18'],
    ['Skippers hope to work around Wednesday’s order.', '2024-11-13'],
    ['Ministers of the United Isles met Monday.', '2024-11-11'],
  ])('%s', (text, value) => {
    expect(valuesIn(text)).toEqual([value]);
  });
});
