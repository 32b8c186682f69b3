/** Redlines: words that are struck out leave the text and are kept beside it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rule, show, widthOf, writePdf } from '../fixtures/write-pdf.mjs';
import { toDocumentOffset } from '../src/model/document.ts';
import type { PdfContent } from '../src/read/pdf/content.ts';
import { readPdf } from '../src/read/pdf/read-pdf.ts';

/** A line of text with a line at some height over each of its words between `[` and `]`. */
function struckLine(marked: string, y: number, height: number, size = 11): string {
  const text = marked.replace(/[[\]]/g, '');
  let out = show(text, 72, y, size);
  for (const match of marked.matchAll(/\[([^\]]*)\]/g)) {
    const before = marked.slice(0, match.index).replace(/[[\]]/g, '');
    const x = 72 + widthOf(before, size);
    out += rule(x, y + height * size, x + widthOf(match[1] ?? '', size), y + height * size);
  }
  return out;
}

const read = (...rows: string[]): Promise<PdfContent> => readPdf(writePdf({ pages: [rows.join('')] }));
const lines = ({ blocks }: PdfContent): string[] => blocks.map((b) => `${b.role ?? b.kind} ${b.text}`);

describe('struck words', () => {
  test('stand after the paragraph that they were in, to the letter', async () => {
    const content = await read(
      struckLine('The wardens will walk [two]three miles of the river in every spring, and write', 700, 0.27),
      struckLine('down what they find[ within a fortnight], as the Partnership has asked.', 686, 0.27),
      struckLine('Their notes are open to all.', 650, 0.27),
    );
    expect(lines(content)).toEqual([
      'paragraph The wardens will walk three miles of the river in every spring, and write down what they find, as the Partnership has asked.',
      'struck two',
      'struck within a fortnight',
      'paragraph Their notes are open to all.',
    ]);
    for (const block of content.blocks) {
      expect(content.text.slice(block.start, block.end)).toBe(block.text);
      expect(toDocumentOffset(block, block.text.length)).toBe(block.end);
      expect(block.parts.map((part) => part.page)).toEqual([1]);
    }
    const [left = 0, , right = 0] = content.blocks[1]?.parts[0]?.box ?? [];
    expect(left).toBeCloseTo(72 + widthOf('The wardens will walk ', 11), 0);
    expect(right).toBeCloseTo(left + widthOf('two', 11), 0);
  });

  test('make up whole paragraphs and headings', async () => {
    const content = await read(
      show('Weirs', 72, 730, 16, true),
      struckLine('[The weir at Thornby will be taken down by the end of the year in which the]', 700, 0.3),
      struckLine('[bridge is closed.]', 686, 0.3),
      struckLine('The weir at Thornby will be kept for as long as the eels need it to be kept there.', 660, 0.3),
    );
    expect(lines(content)).toEqual([
      'heading Weirs',
      'struck The weir at Thornby will be taken down by the end of the year in which the bridge is closed.',
      'paragraph The weir at Thornby will be kept for as long as the eels need it to be kept there.',
    ]);
  });

  test('are not those with a line below, above or beside them', async () => {
    const text = 'Insertions such as [this one here] are underlined, and stay in the text of the plan.';
    const plain = text.replace(/[[\]]/g, '');
    for (const height of [-0.15, 0, 0.8]) {
      expect(lines(await read(struckLine(text, 700, height)))).toEqual([`paragraph ${plain}`]);
    }
    const beside = show('The Partnership', 72, 700, 11) + rule(72 + widthOf('The ', 11), 703, 500, 703);
    expect(lines(await read(beside))).toEqual(['paragraph The Partnership']);
    const cells = [72, 130, 188, 246, 304].map((x) => rule(x, 703, x + 58, 703) + rule(x, 600, x, 703)).join('');
    expect(lines(await read(show('The Partnership of seven', 72, 700, 11) + cells))).toEqual([
      'paragraph The Partnership of seven',
    ]);
  });

  test('and kept ones are together all words of a page, each in its place', async () => {
    const word = fc.record({
      text: fc.constantFrom('willow', 'weir', 'eel', 'dyke', 'parish', 'river', 'flood', 'warden'),
      struck: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(word, { minLength: 3, maxLength: 9 }), { minLength: 1, maxLength: 9 }),
        async (rows) => {
          const marked = rows.map((row) => row.map((w) => (w.struck ? `[${w.text}]` : w.text)).join(' '));
          const content = await read(...marked.map((row, k) => struckLine(row, 700 - 14 * k, 0.28)));
          const words = (struck: boolean): string[] =>
            content.blocks.filter((b) => (b.role === 'struck') === struck).flatMap((b) => b.text.split(' '));
          const wanted = (struck: boolean): string[] =>
            rows.flatMap((row) => row.filter((w) => w.struck === struck).map((w) => w.text));
          expect(words(true).sort()).toEqual(wanted(true).sort());
          expect(words(false)).toEqual(wanted(false));
          for (const block of content.blocks) {
            expect(content.text.slice(block.start, block.end)).toBe(block.text);
            expect(block.parts.map((part) => [part.page, part.start, part.end])).toEqual([[1, block.start, block.end]]);
          }
        },
      ),
      { numRuns: 25, seed: 11 },
    );
  });
});
