/** Running text of PDFs: heads, headings, lists and notes as a reader sees them. */
import { describe, expect, test } from 'vitest';
import { show, widthOf, writePdf } from '../fixtures/write-pdf.mjs';
import type { PdfContent } from '../src/read/pdf/content.ts';
import { readPdf } from '../src/read/pdf/read-pdf.ts';

const sentences = [
  'The wardens walk the whole length of the river every spring and write down what they find there.',
  'Seven parishes founded the Partnership after the flood, and it has kept the dykes ever since.',
  'Their notes are open to anyone who asks, and many people of the county have read them by now.',
];

/** Words filled into lines of a width, from the top down. */
function paragraph(text: string, x: number, top: number, { width = 440, size = 11, leading = 14 } = {}): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || widthOf(longer, size) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line, k) => show(line, x, top - k * leading, size)).join('');
}

const read = (...pages: string[]): Promise<PdfContent> => readPdf(writePdf({ pages }));
const ofKind = ({ blocks }: PdfContent, kind: string): string[] =>
  blocks.filter((b) => b.kind === kind).map((b) => b.text);

describe('running heads', () => {
  test('that change from chapter to chapter are heads on the few pages of a short chapter too', async () => {
    const pages = Array.from(
      { length: 14 },
      (_, k) =>
        show(k < 12 ? 'Rivers and their banks' : 'Money', 72, 800, 9) +
        paragraph(`${sentences[k % 3]} This is what year ${k + 1} brought us.`, 72, 640),
    );
    const content = await read(...pages);
    expect(ofKind(content, 'furniture').filter((text) => text === 'Money')).toHaveLength(2);
    expect(ofKind(content, 'paragraph')).toHaveLength(14);
  });
});
