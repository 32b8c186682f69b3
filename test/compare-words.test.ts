/** The word lists of the comparison, by the examples that stand beside them. */
import { expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { diff } from '../src/compare/diff.ts';
import { levelledWords } from '../src/compare/levelled.ts';
import { PROOF } from '../src/compare/words/better.ts';

const report = (sentence: string) =>
  analyse({
    text: `# The plan\n\nPublished 3 April 2025\n\n${sentence}\n\nWe will repaint the lighthouse. The bay is quiet.\n`,
    name: 'plan.md',
    mediaType: 'text/markdown',
  });

test.each(PROOF)('%s -> %s is %s', async (before, after, kind) => {
  const { changes } = diff(await report(before), await report(after));
  expect(changes.map(({ kinds }) => kinds)).toEqual([[kind]]);
});

test.each([
  ['twenty five boats', '25 boats'],
  ['£1.2bn', '£ 1200000000'],
  ['£5m a year', '£ 5000000 a year'],
  ['2 million homes', '2000000 homes'],
  ['three hundred', '300'],
  ['two thirds of pupils', '66.67 % of pupils'],
  ['half of all boats', '50 % of all boats'],
  ['the first half of 2026', 'the first half of 2026'],
  ['cut it by a fifth', 'cut it by 20 %'],
  ['9 in 10 patients', '90 % patients'],
  ['no one in the harbour', 'no one in the harbour'],
  ['a third party', 'a third party'],
  ['12 per cent', '12 %'],
  ['each quarter of 2027', 'each quarter of 2027'],
])('levels the numbers of "%s"', (text, levelled) => {
  expect(
    levelledWords(text)
      .map((word) => word.text)
      .join(' '),
  ).toBe(levelled);
});
