/** Pages of PDFs whose text stands in many places: cards, charts, and asides beside the text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { show, widthOf, writePdf } from '../fixtures/write-pdf.mjs';
import { readPdf } from '../src/read/pdf/read-pdf.ts';

const texts = async (page: string): Promise<string[]> =>
  (await readPdf(writePdf({ pages: [page] }), {})).blocks.map((b) => b.text);

/** Lines one under the other, centred on a place. */
const centred = (lines: readonly string[], x: number, y: number, size = 10): string =>
  lines.map((line, k) => show(line, x - widthOf(line, size) / 2, y - 12 * k, size)).join('');

describe('text in many places', () => {
  test('letters set apart make words', async () => {
    expect(await texts(show('C H A P T E R', 72, 700, 16) + show('TA B L E 1', 72, 660, 12))).toEqual([
      'CHAPTER',
      'TABLE 1',
    ]);
  });

  test('cards side by side are read one by one', async () => {
    const cards = [
      ['We plant', 'willows along the', 'upper river and', 'its brooks'],
      ['We open the weir at', 'Thornby', 'for the eels and', 'the salmon of', 'the county'],
      ['We mend', 'the dykes of the', 'lower river'],
    ];
    const page =
      show('What the Partnership does for the rivers of the county in the years to come', 72, 760, 11) +
      cards.map((lines, k) => centred(lines, 120 + 105 * k, 700)).join('') +
      show('All of this is paid for by the seven parishes and by those who fish.', 72, 600, 11);
    expect(await texts(page)).toEqual([
      'What the Partnership does for the rivers of the county in the years to come',
      ...cards.map((lines) => lines.join(' ')),
      'All of this is paid for by the seven parishes and by those who fish.',
    ]);
  });

  test('labels of a chart are no part of each other or of the text', async () => {
    const labels = [
      { lines: ['Upper', 'river', '40%'], x: 120, y: 700 },
      { lines: ['Brooks', '12%'], x: 170, y: 712 },
      { lines: ['Lower', 'river', 'and dykes', '48%'], x: 330, y: 706 },
    ];
    const page =
      labels.map(({ lines, x, y }) => centred(lines, x, y)).join('') +
      show('The wardens walk the whole length of the river every spring, and they', 72, 600, 11) +
      show('write down what they find there in the book of the river.', 72, 586, 11);
    expect((await texts(page)).sort()).toEqual([
      'Brooks 12%',
      'Lower river and dykes 48%',
      'The wardens walk the whole length of the river every spring, and they write down what they find there in the book of the river.',
      'Upper river 40%',
    ]);
  });
});

describe('for all places of words', () => {
  const column = fc.constantFrom(40, 150, 260, 370, 480);
  const place = fc.record({ x: column, y: fc.integer({ min: 20, max: 60 }), words: fc.integer({ min: 1, max: 4 }) });

  test('every word is read once, in a box on the page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(place, { maxLength: 60, selector: (p) => `${p.x} ${p.y}` }), async (places) => {
        let count = 0;
        const word = (): string => `w${String(count++).padStart(3, '0')}x`;
        const page = places
          .map(({ x, y, words }) => show(Array.from({ length: words }, word).join(' '), x, 13 * y, 9))
          .join('');
        const { blocks, text } = await readPdf(writePdf({ pages: [page] }), {});
        const found = (text.match(/w\d{3}x/g) ?? []).sort();
        expect(found).toEqual(Array.from({ length: count }, (_, k) => `w${String(k).padStart(3, '0')}x`));
        for (const { parts } of blocks)
          for (const { box } of parts) {
            const [x0 = -1, y0 = -1, x1 = -1, y1 = -1] = box ?? [];
            expect(x0).toBeGreaterThanOrEqual(0);
            expect(y0).toBeGreaterThanOrEqual(0);
            expect(x1).toBeGreaterThanOrEqual(x0);
            expect(y1).toBeLessThanOrEqual(842);
          }
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});
