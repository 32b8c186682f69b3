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
const levels = ({ blocks }: PdfContent): string[] =>
  blocks.map((b) => `${b.kind} ${b.level} ${b.marker ?? '-'} ${b.text}`);
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

describe('lists', () => {
  test('without indents are nested by their numbers and letters', async () => {
    const rows = [
      '7. Area of a lease.',
      '(1) No lease is larger than fifty fields.',
      '(2) The warden may allow more, if',
      '(a) the parish asks for it;',
      '(b) the river allows it; and',
      '(c) the eels are',
      '(i) counted; and',
      '(ii) safe.',
      '(3) Every lease ends after ten years.',
      '8. Fees.',
      '(1) A lease costs one mark a field.',
    ];
    const content = await read(rows.map((row, k) => show(row, 72, 700 - 16 * k, 11)).join(''));
    expect(content.blocks.map((b) => `${b.level} ${b.marker}`)).toEqual([
      '1 7.',
      '2 (1)',
      '2 (2)',
      '3 (a)',
      '3 (b)',
      '3 (c)',
      '4 (i)',
      '4 (ii)',
      '2 (3)',
      '1 8.',
      '2 (1)',
    ]);
  });

  test('begin within a number that two marks share', async () => {
    const rows = [
      '4. (1) The Board meets.',
      '(2) It meets twice, and',
      '(a) in spring;',
      '5. (1) It ends.',
      '(2) It is over.',
    ];
    const content = await read(rows.map((row, k) => show(row, 72, 640 - 16 * k, 11)).join(''));
    expect(content.blocks.map((b) => `${b.level} ${b.marker}`)).toEqual(['1 4.', '2 (2)', '3 (a)', '1 5.', '2 (2)']);
  });

  test('keep the depth of their items over page breaks', async () => {
    const foot = (k: number): string => show(`Page ${k}`, 280, 40, 9);
    const content = await read(
      show('1. The wardens will', 72, 640, 11) +
        show('(g) walk the river;', 100, 624, 11) +
        show('(h) write down what they find;', 100, 608, 11) +
        foot(1),
      show('(i) show it to all who ask; and', 100, 640, 11) +
        show('(j) come again.', 100, 624, 11) +
        show('2. The schools will count.', 72, 608, 11) +
        foot(2),
      foot(3),
    );
    const items = content.blocks.filter((b) => b.kind === 'item');
    expect(items.map((b) => `${b.level} ${b.marker}`)).toEqual(['1 1.', '2 (g)', '2 (h)', '2 (i)', '2 (j)', '1 2.']);
  });
});

describe('headings', () => {
  test('are put together where a full line goes on, and not where one follows another', async () => {
    const content = await read(
      show('Rivers', 72, 702, 12, true) +
        show('Their banks and the dykes that seven parishes have kept since the great flood of', 72, 683, 12, true) +
        show('the eastern county', 72, 669, 12, true) +
        paragraph(sentences.join(' '), 72, 640, { width: 480 }),
    );
    expect(levels(content).slice(0, 2)).toEqual([
      'heading 1 - Rivers',
      'heading 1 - Their banks and the dykes that seven parishes have kept since the great flood of the eastern county',
    ]);
  });

  test('of laws stand in the middle over their numbers', async () => {
    const middle = (text: string, y: number): string => show(text, 292 - widthOf(text, 11) / 2, y, 11);
    const content = await read(
      paragraph(`3. (1) ${sentences.join(' ')}`, 72, 700) +
        middle('Duties of the wardens', 630) +
        paragraph(`4. (1) ${[...sentences].reverse().join(' ')}`, 72, 600),
    );
    expect(ofKind(content, 'heading')).toEqual(['Duties of the wardens']);
  });

  test('on pages in smaller print are measured by their own page', async () => {
    const text = [...sentences, ...sentences, ...sentences].join(' ');
    const small = { size: 9, leading: 12 };
    const content = await read(
      ...[1, 2, 3].map(() => paragraph(text, 72, 640) + paragraph(text, 72, 440)),
      show('Eels', 72, 640, 9.5, true) + paragraph(text, 72, 620, small) + paragraph(text, 72, 480, small),
    );
    expect(ofKind(content, 'heading')).toEqual(['Eels']);
  });

  test('may have a greeting between them and their text', async () => {
    const content = await read(
      show('The state of the rivers', 72, 700, 11, true) +
        show('Dear wardens,', 72, 676, 11) +
        paragraph(sentences.join(' '), 72, 652) +
        show('Ansgar Weller', 72, 560, 11, true) +
        show('Warden of the eastern rivers', 72, 540, 11),
    );
    expect(ofKind(content, 'heading')).toEqual(['The state of the rivers']);
  });

  test('are not the names below a foreword', async () => {
    const content = await read(
      show('Foreword', 72, 700, 18, true) +
        paragraph(sentences.join(' '), 72, 660) +
        show('Ansgar Weller', 72, 560, 11, true) +
        show('Warden of the eastern rivers', 72, 540, 11, true),
      show('Rivers', 72, 700, 18, true) + paragraph([...sentences].reverse().join(' '), 72, 660),
    );
    expect(ofKind(content, 'heading')).toEqual(['Foreword', 'Rivers']);
  });

  test('in small capitals are as large as their large letters', async () => {
    const title = (y: number, parts: readonly [string, number][]): string => {
      let x = 72;
      return parts
        .map(([text, size]) => {
          const shown = show(text, x, y, size, true);
          x += widthOf(text, size, true);
          return shown;
        })
        .join('');
    };
    const content = await read(
      title(700, [
        ['2. W', 13],
        ['EIRS AND ', 10],
        ['E', 13],
        ['ELS', 10],
      ]) +
        paragraph(sentences.join(' '), 72, 670) +
        paragraph([...sentences].reverse().join(' '), 72, 600),
    );
    expect(levels(content)[0]).toBe('heading 1 2. WEIRS AND EELS');
  });
});

describe('notes', () => {
  test('that fill most of a page are notes nonetheless', async () => {
    const notes = Array.from({ length: 4 }, (_, k) =>
      paragraph(`${k + 1} ${sentences.join(' ')}`, 72, 400 - 60 * k, { size: 8, leading: 10 }),
    );
    const text = [...sentences, ...sentences, ...sentences].join(' ');
    const content = await read(
      paragraph(`${sentences[0]} ${sentences[1]}`, 72, 640) + notes.join(''),
      paragraph(text, 72, 640) + paragraph(text, 72, 440),
    );
    expect(ofKind(content, 'note')).toEqual(Array(4).fill(sentences.join(' ')));
    expect(ofKind(content, 'paragraph')[0]).toBe(`${sentences[0]} ${sentences[1]}`);
  });

  test('at the end of a document stand below a heading that says so', async () => {
    const content = await read(
      show('Rivers', 72, 700, 16, true) + paragraph(sentences.join(' '), 72, 660),
      show('Endnotes', 72, 700, 16, true) +
        show('1. Minutes of the seven parishes, page 12.', 72, 660, 11) +
        show('2. The wardens will say more in the next report.', 72, 640, 11) +
        show('Money', 72, 580, 16, true) +
        paragraph([...sentences].reverse().join(' '), 72, 550),
    );
    expect(ofKind(content, 'note')).toEqual([
      'Minutes of the seven parishes, page 12.',
      'The wardens will say more in the next report.',
    ]);
    expect(ofKind(content, 'item')).toEqual([]);
    expect(ofKind(content, 'paragraph')).toHaveLength(2);
  });
});

describe('paragraphs', () => {
  test('go on after an emphasis that ends with its line, and after a broken word', async () => {
    const bold = (text: string, x: number, y: number): string => show(text, x, y, 11, true);
    const begin = 'The Partnership asks ';
    const asked = 'that nobody fishes for eels above the';
    const content = await read(
      show(begin, 72, 640, 11) +
        bold(asked, 72 + widthOf(begin, 11), 640) +
        bold('two weirs that the seven parishes keep on the river at Upper', 72, 626) +
        bold('Thornby', 72, 612) +
        show(' before the end of May, and that all part-', 72 + widthOf('Thornby', 11, true), 612, 11) +
        show('ners say so at their landing stages.', 72, 592, 11),
    );
    expect(ofKind(content, 'paragraph')).toEqual([
      `${begin}${asked} two weirs that the seven parishes keep on the river at Upper Thornby before the end of May, and that all partners say so at their landing stages.`,
    ]);
  });
});
