/** Tables of contents: their entries are told from what the document says. */
import { describe, expect, test } from 'vitest';
import { show, writePdf } from '../fixtures/write-pdf.mjs';
import { readPdf } from '../src/read/pdf/read-pdf.ts';

const prose =
  'The wardens walk the whole length of the river every spring and write down what they find there, and they will do so again.';

/** Lines one under the other, with page numbers at the right where the text has a tab. */
function column(rows: readonly string[], { top = 760, leading = 20, size = 11 } = {}): string {
  return rows
    .map((row, k) => {
      const [title = '', number] = row.split('\t');
      const y = top - k * leading;
      return show(title, 72, y, size) + (number === undefined ? '' : show(number, 480, y, size));
    })
    .join('');
}

const chapter = (title: string): string => show(title, 72, 760, 18, true) + show(prose.slice(0, 79), 72, 720, 11);

async function contentsOf(pages: string[]): Promise<{ contents: string[]; others: string[] }> {
  const { blocks } = await readPdf(writePdf({ pages }));
  const entries = blocks.filter((b) => b.role === 'contents');
  expect(entries.every((b) => b.kind !== 'heading')).toBe(true);
  return {
    contents: entries.map((b) => `${b.marker === null ? '' : `${b.marker} `}${b.text.replace(' | ', ' ')}`),
    others: blocks.filter((b) => b.role === undefined && b.kind !== 'furniture').map((b) => b.text),
  };
}

describe('entries of a table of contents', () => {
  test('end in leaders and numbers, over pages and with lists of tables after them', async () => {
    const dots = ' . . . . . . . . . . . . . . . . . . . . ';
    const found = await contentsOf([
      column(['Contents', `Weirs${dots}2`, `Eels and salmon will return${dots}3`, `Schools${dots}14`]),
      column([`Money${dots}15`, 'List of tables', `Table 1: Weirs by parish${dots}4`]),
      chapter('Weirs'),
    ]);
    expect(found.contents).toEqual([
      'Weirs … 2',
      'Eels and salmon will return … 3',
      'Schools … 14',
      'Money … 15',
      'Table 1: Weirs by parish … 4',
    ]);
    expect(found.others).toEqual(['Contents', 'List of tables', 'Weirs', prose.slice(0, 79)]);
  });

  test('end in rising numbers below a title that says what they are', async () => {
    const found = await contentsOf([
      show('Contents', 72, 780, 18, true) +
        column(['Weirs\t1', 'Part One', 'Eels and salmon\t3', 'Schools\t4'], { top: 740 }),
      chapter('Something else'),
    ]);
    expect(found.contents).toEqual(['Weirs 1', 'Part One', 'Eels and salmon 3', 'Schools 4']);
  });

  test('may have two lines', async () => {
    const found = await contentsOf([
      show('Contents', 72, 780, 18, true) +
        column(
          [
            '1. Weirs\t1',
            '2. Eels, salmon and all other fish that come back to the rivers of the seven',
            'parishes every year\t3',
            '3. Schools\t4',
            '4. Money\t6',
            '5. What we ask of others\t7',
          ],
          { top: 740, leading: 15 },
        ),
      chapter('Something else'),
    ]);
    expect(found.contents[1]).toBe(
      '2. Eels, salmon and all other fish that come back to the rivers of the seven parishes every year 3',
    );
    expect(found.contents).toHaveLength(5);
  });

  test('are named again in the document, without numbers of pages or with them in front', async () => {
    for (const entries of [
      ['Weirs', 'Eels', 'Schools'],
      ['2 Weirs', '3 Eels', '4 Schools'],
    ]) {
      const pages = [
        show('Contents', 72, 780, 18, true) + column(entries, { top: 740, leading: 30 }),
        ...['Weirs', 'Eels', 'Schools'].map(chapter),
      ];
      const { contents } = await contentsOf(pages);
      expect(contents).toEqual(entries);
    }
  });

  test('are not lines of other kinds that end in numbers', async () => {
    const found = await contentsOf([
      column(
        [
          'We will plant willows by 2027',
          'We will open the weir by 2028',
          'We will count the eels by 2029',
          'We will teach in schools by 2030',
          'We will meet again by 2031',
        ],
        { leading: 30 },
      ),
      column(['Willows planted 12', 'Weirs opened 14', 'Eels counted 17', 'Schools reached 18', 'Meetings held 19'], {
        leading: 30,
      }),
    ]);
    expect(found.contents).toEqual([]);
  });
});
