/** Time expressions whose place hangs on the words around them: spans told of as two dates, weekdays by tense. */
import { describe, expect, test } from 'vitest';
import { valuesIn } from './times-in.ts';

describe('a span', () => {
  test.each([
    ['Output fell between 2001 and 2009.', ['2001', '2009']],
    ['The dam held from 4 March 2019 to 9 May 2020.', ['2019-03-04', '2020-05-09']],
    ['Output fell between April and June 2023.', ['2023-04/2023-06']],
    ['The plan covered 2011-2019.', ['2011/2019']],
    ['The plan will run from 2026 to 2030.', ['2026/2030']],
    ['It is open from today to 30 November.', ['2024-11-14/2024-11-30']],
  ])('%s', (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });
});
