/** Tagged PDFs: what the structure tree adds to a reading, and how bad trees are told from good ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { artifact, type Element, marked, show, widthOf, writePdf } from '../fixtures/write-pdf.mjs';
import type { PdfContent } from '../src/read/pdf/content.ts';
import { readPdf } from '../src/read/pdf/read-pdf.ts';
import { brokenPromises, shown } from './blocks.ts';

/** A page in the making: every piece of text gets the next number of marked content. */
class Sheet {
  content = '';
  #next = 0;
  readonly #page: number;

  constructor(page = 0) {
    this.#page = page;
  }

  /** Lines under each other as one piece of marked content. */
  put(lines: string | readonly string[], x: number, y: number, size = 11, bold = false): readonly [number, number] {
    const rows = typeof lines === 'string' ? [lines] : lines;
    const id = this.#next++;
    this.content += marked(id, rows.map((row, k) => show(row, x, y - 14 * k, size, bold)).join(''));
    return [this.#page, id];
  }

  /** Text outside the tree. */
  leave(text: string, x: number, y: number, size = 11): void {
    this.content += artifact(show(text, x, y, size));
  }
}

function filled(text: string, width: number, size = 11): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || widthOf(longer, size) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

const read = (sheets: readonly Sheet[], structure: readonly Element[], roles = {}): Promise<PdfContent> =>
  readPdf(writePdf({ pages: sheets.map((sheet) => sheet.content), structure, roles }));
const untagged = (sheets: readonly Sheet[]): Promise<PdfContent> =>
  readPdf(writePdf({ pages: sheets.map((sheet) => sheet.content) }));
const one = async (sheet: Sheet, structure: readonly Element[], roles = {}): Promise<string[]> =>
  shown((await read([sheet], structure, roles)).blocks);

const river =
  'The wardens walk the whole length of the river every spring and write down what they find there for the parishes.';
const parish =
  'Seven parishes founded the Partnership after the great flood, and it has kept the dykes ever since then.';
const notes = 'Their notes are open to anyone who asks for them, and many people of the county have read them by now.';

describe('the tree tells', () => {
  test('in what order to read, where columns do not', async () => {
    const sheet = new Sheet();
    const box = sheet.put(filled(notes, 150), 400, 700);
    const first = sheet.put(filled(river, 280), 72, 700);
    const second = sheet.put(filled(parish, 280), 72, 620);
    const tree: Element[] = [['Document', ['Sect', ['P', first], ['P', second]], ['Aside', ['P', box]]]];
    expect(await one(sheet, tree)).toEqual([`paragraph 1 ${river}`, `paragraph 1 ${parish}`, `paragraph 1 ${notes}`]);
  });

  test('levels of headings, captions, notes and contents', async () => {
    const sheet = new Sheet();
    const entry = sheet.put('Rivers and weirs 3', 72, 760);
    const title = sheet.put('Rivers', 72, 730, 11, true);
    const text = sheet.put(filled(river, 440), 72, 710);
    const mark = sheet.put('1', 72, 120, 6);
    const note = sheet.put('Minutes of the seven parishes, page 12.', 80, 117, 8);
    const caption = sheet.put('Figure 2: the weir at Thornby', 72, 600);
    const last = sheet.put(filled(parish, 440), 72, 560);
    const tree: Element[] = [
      ['TOC', ['TOCI', ['Reference', ['Link', entry]]]],
      ['H3', title],
      ['P', text, ['Note', ['Lbl', mark], ['P', note]]],
      ['Figure', ['Caption', ['P', caption]]],
      ['P', last],
    ];
    expect(await one(sheet, tree)).toEqual([
      'paragraph 1 contents Rivers and weirs 3',
      'heading 3 Rivers',
      `paragraph 1 ${river}`,
      'note 1 [1] Minutes of the seven parishes, page 12.',
      'paragraph 1 caption Figure 2: the weir at Thornby',
      `paragraph 1 ${parish}`,
    ]);
  });

  test('items, how deep they stand, and their labels', async () => {
    const sheet = new Sheet();
    const lead = sheet.put('By 2030 we will:', 72, 760);
    const [b1, t1] = [sheet.put('\u2022', 72, 740), sheet.put('plant 400 willows', 90, 740)];
    const [a, ta] = [sheet.put('(a)', 90, 720), sheet.put('by the weir, and', 110, 720)];
    const [b, tb] = [sheet.put('(b)', 90, 700), sheet.put('by the lock', 110, 700)];
    // Without a label, and without any mark in print.
    const t2 = sheet.put('open the weir at Thornby', 90, 680);
    const item = (label: readonly [number, number], text: readonly [number, number], ...more: Element[]): Element => [
      'LI',
      ['Lbl', label],
      ['LBody', ['P', text], ...more],
    ];
    const tree: Element[] = [
      ['P', lead],
      ['L', item(b1, t1, ['L', item(a, ta), item(b, tb)]), ['LI', ['LBody', t2]]],
    ];
    expect(await one(sheet, tree)).toEqual([
      'paragraph 1 By 2030 we will:',
      'item 1 [\u2022] plant 400 willows',
      'item 2 [(a)] by the weir, and',
      'item 2 [(b)] by the lock',
      'item 1 open the weir at Thornby',
    ]);
  });

  test('rows of tables with the names of their columns', async () => {
    const sheet = new Sheet();
    const row = (role: string, y: number, ...cells: string[]): Element => [
      'TR',
      ...cells.map((text, k): Element => [role, ['P', sheet.put(text, [72, 200, 330][k] ?? 0, y)]]),
    ];
    const tree: Element[] = [
      ['P', sheet.put(filled(river, 440), 72, 780)],
      [
        'Table',
        ['THead', row('TH', 700, 'Action', 'Lead', 'By when')],
        [
          'TBody',
          row('TD', 680, 'Plant willows', 'Wardens', 'May 2027'),
          row('TD', 660, 'Open the weir', 'Thornby', '2028'),
        ],
      ],
    ];
    const rows = (await one(sheet, tree)).slice(1);
    expect(rows).toEqual([
      'cell 1 Action | Lead | By when',
      'cell 1 Plant willows | Wardens | May 2027 <Action|Lead|By when>',
      'cell 1 Open the weir | Thornby | 2028 <Action|Lead|By when>',
    ]);
  });

  test('rows over a page break with the names that stand on the page before', async () => {
    const [first, second] = [new Sheet(0), new Sheet(1)];
    const row = (sheet: Sheet, role: string, y: number, ...cells: string[]): Element => [
      'TR',
      ...cells.map((text, k): Element => [role, ['P', sheet.put(text, [72, 250, 400][k] ?? 0, y)]]),
    ];
    const tree: Element[] = [
      ['P', first.put(filled(river, 440), 72, 780)],
      [
        'Table',
        row(first, 'TH', 100, 'Action', 'Lead', 'By when'),
        row(first, 'TD', 80, 'Plant willows', 'Wardens', 'May 2027'),
        row(second, 'TD', 760, 'Open the weir', 'Thornby', '2028'),
        row(second, 'TD', 740, 'Count the eels', 'Schools', '2029'),
      ],
    ];
    const rows = shown((await read([first, second], tree)).blocks).slice(2);
    expect(rows).toEqual([
      'cell 1 Plant willows | Wardens | May 2027 <Action|Lead|By when>',
      'cell 1 Open the weir | Thornby | 2028 <Action|Lead|By when>',
      'cell 1 Count the eels | Schools | 2029 <Action|Lead|By when>',
    ]);
  });

  test('a table that only arranges the page is no table', async () => {
    const sheet = new Sheet();
    const cell = (text: string, x: number, y: number): Element => ['TD', ['P', sheet.put(filled(text, 380), x, y)]];
    const tree: Element[] = [
      ['Table', ['TR', cell('>', 72, 760), cell(river, 90, 760)], ['TR', cell('>', 72, 700), cell(parish, 90, 700)]],
    ];
    expect(await one(sheet, tree)).toEqual([`item 1 [>] ${river}`, `item 1 [>] ${parish}`]);
  });

  test('what roles of its own names stand for, and which only group or style', async () => {
    const sheet = new Sheet();
    const title = sheet.put('What we will do', 72, 760);
    const [a, b, c] = [
      sheet.put('The wardens will plant', 72, 730),
      sheet.put('400 willows', 72 + widthOf('The wardens will plant ', 11), 730),
      sheet.put('by the weir at Thornby before the spring of 2027.', 72, 716),
    ];
    const tree: Element[] = [
      ['Article', ['Story', ['Kopf-2', title], ['Flie\u00dftext-1', a, ['Hervorhebung', ['Span', b]], ['Link', c]]]],
    ];
    const roles = { Article: 'Art', Story: 'Sect', 'Kopf-2': 'H2', 'Flie\u00dftext-1': 'P', Hervorhebung: 'Span' };
    expect(await one(sheet, tree, roles)).toEqual([
      'heading 2 What we will do',
      'paragraph 1 The wardens will plant 400 willows by the weir at Thornby before the spring of 2027.',
    ]);
  });

  test('a paragraph over a page break is one block with a part on each page', async () => {
    const [one, two] = [new Sheet(0), new Sheet(1)];
    const lines = filled(`${river} ${parish}`, 300);
    const start = one.put(lines.slice(0, 3), 72, 120);
    const rest = two.put(lines.slice(3), 72, 760);
    const more = two.put(filled(notes, 300), 72, 600);
    const content = await read([one, two], [['Document', ['P', start, rest], ['P', more]]]);
    const [block] = content.blocks;
    expect(block?.text).toBe(`${river} ${parish}`);
    expect(block?.parts.map((part) => part.page)).toEqual([1, 2]);
    expect(content.text.slice(block?.parts[1]?.start, block?.parts[1]?.end)).toBe(lines.slice(3).join(' '));
  });
});

describe('the page tells', () => {
  test('that numbers tagged on their own belong to the text beside them', async () => {
    const sheet = new Sheet();
    const tree: Element[] = [
      ['H5', sheet.put('1.6.18', 72, 760)],
      ['P', sheet.put(filled(river, 380), 120, 760)],
      ['P', sheet.put('2.', 72, 700)],
      ['P', sheet.put(filled(parish, 380), 100, 700)],
    ];
    expect(await one(sheet, tree)).toEqual([`paragraph 1 [1.6.18] ${river}`, `item 1 [2.] ${parish}`]);
  });

  test('that lines tagged one by one are one text', async () => {
    const sheet = new Sheet();
    const lines = filled(`\u2022 ${river}`, 200);
    const items = lines.map((line, k): Element => ['LI', ['LBody', sheet.put(line, 72, 700 - 14 * k)]]);
    const after = sheet.put('\u2022 open the weir', 72, 700 - 14 * lines.length);
    expect(await one(sheet, [['L', ...items, ['LI', ['LBody', after]]]])).toEqual([
      `item 1 [\u2022] ${river}`,
      'item 1 [\u2022] open the weir',
    ]);
  });

  test('that a text of many words is no heading, whatever its tag', async () => {
    const sheet = new Sheet();
    const long = [river, parish, notes].join(' ');
    const tree: Element[] = [
      ['H1', sheet.put('Rivers', 72, 760, 16, true)],
      ['H2', sheet.put(filled(long, 440), 72, 730)],
      ['H', sheet.put('Weirs', 72, 640, 13, true)],
      ['P', sheet.put(filled(long, 440), 72, 610)],
    ];
    const blocks = await one(sheet, tree);
    expect(blocks.map((block) => block.split(' ')[0])).toEqual(['heading', 'paragraph', 'heading', 'paragraph']);
  });

  test('that a page number outside the tree is furniture, and that text outside it is not', async () => {
    const sheet = new Sheet();
    const tree: Element[] = [
      ['P', sheet.put(filled(`${river} ${parish} ${notes}`, 440), 72, 760)],
      ['P', sheet.put(filled(`${notes} ${parish} ${river}`, 440), 72, 600)],
    ];
    sheet.leave('The weir stays open.', 72, 680);
    sheet.leave('Rivers | 7', 72, 30, 9);
    const content = await read([sheet], tree);
    expect(shown(content.blocks)).toEqual([
      `paragraph 1 ${river} ${parish} ${notes}`,
      'paragraph 1 The weir stays open.',
      `paragraph 1 ${notes} ${parish} ${river}`,
      'furniture 1 Rivers | 7',
    ]);
  });
});

test('a text that goes on over the page comes after a box that is named after it', async () => {
  const [first, second] = [new Sheet(0), new Sheet(1)];
  const lines = filled(`${river} ${parish}`, 440);
  const start = first.put(lines.slice(0, 2), 72, 110);
  const box = first.put(filled(notes, 300), 120, 200);
  const rest = second.put(lines.slice(2), 72, 760);
  const content = await read(
    [first, second],
    [
      ['P', start, rest],
      ['P', box],
    ],
  );
  expect(content.blocks.map((block) => block.text)).toEqual([notes, `${river} ${parish}`]);
});

describe('a tree is left unused', () => {
  /** Two columns, tagged, with the tree that `tree` makes of the pieces in reading order. */
  async function compared(tree: (pieces: readonly (readonly [number, number])[]) => Element[]): Promise<void> {
    const sheet = new Sheet();
    const texts = [river, parish, notes, `${parish} ${river}`, `${notes} ${parish}`, `${river} ${notes}`];
    const pieces = texts.map((text, k) => sheet.put(filled(text, 200), k < 3 ? 72 : 320, 760 - 130 * (k % 3)));
    const content = await read([sheet], tree(pieces));
    const plain = await untagged([sheet]);
    expect(plain.blocks.length).toBeGreaterThan(3);
    expect(content.blocks).toEqual(plain.blocks);
    expect(content.text).toBe(plain.text);
    expect(plain.tags).toBe('none');
  }

  test('that is empty', () => compared(() => [['Document', ['Sect']]]));
  test('that tells of too little', () => compared(([a]) => [['P', a ?? [0, 0]]]));
  test('that names content which is not there', () =>
    compared(() => [
      ['P', [0, 70]],
      ['P', [4, 0]],
    ]));
  test('that says everything three times', () =>
    compared((all) => [0, 1, 2].flatMap(() => all.map((own): Element => ['P', own]))));
  test('that runs up the page', () => compared((all) => [...all].reverse().map((own): Element => ['P', own])));
  test('that only says that all is one', () => compared((all) => [['Figure', ...all]]));

  test('on the pages that it is wrong about, and used on the others', async () => {
    const [good, bad] = [new Sheet(0), new Sheet(1)];
    const pieces = [700, 500, 300].map((y) => bad.put(filled(`${river} ${parish}`, 440), 72, y));
    const content = await read(
      [good, bad],
      [
        ['H2', good.put('weirs', 72, 760)],
        ['P', good.put(filled(notes, 440), 72, 740)],
        ...[...pieces].reverse().map((own): Element => ['H1', own]),
      ],
    );
    expect(content.tags).toBe('partly');
    expect(content.blocks[0]).toMatchObject({ kind: 'heading', level: 2 });
    expect(content.blocks.slice(2).map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });

  test('where it has a tag for every word', async () => {
    const sheet = new Sheet();
    const words = filled(`${river} ${parish}`, 440).flatMap((line, row) => {
      let x = 72;
      return line.split(' ').map((word): Element => {
        const own = sheet.put(word, x, 760 - 14 * row);
        x += widthOf(`${word} `, 11);
        return ['P', own];
      });
    });
    expect((await read([sheet], words)).blocks).toEqual((await untagged([sheet])).blocks);
  });

  test('where it was made from pictures of the pages', async () => {
    const sheet = new Sheet();
    const tree: Element[] = [
      ['H1', sheet.put('weirs', 72, 760)],
      ['P', sheet.put(filled(river, 440), 72, 740)],
    ];
    const bytes = writePdf({ pages: [sheet.content], structure: tree, info: { Producer: 'OmniPage CSDK 16' } });
    const content = await readPdf(bytes);
    expect(content.blocks).toEqual((await untagged([sheet])).blocks);
    expect(content.tags).toBe('unused');
  });

  test('where the user says so', async () => {
    const sheet = new Sheet();
    const tree: Element[] = [
      ['H1', sheet.put('weirs', 72, 760)],
      ['P', sheet.put(filled(river, 440), 72, 740)],
    ];
    const bytes = writePdf({ pages: [sheet.content], structure: tree });
    const ignored = await readPdf(bytes, { ignoreTags: true });
    expect(ignored.blocks).toEqual((await untagged([sheet])).blocks);
    expect(ignored.tags).toBe('unused');
    const used = await readPdf(bytes);
    expect(used.blocks[0]).toMatchObject({ kind: 'heading', text: 'weirs' });
    expect(used.tags).toBe('used');
  });
});

test('whatever the tree says, no word is lost or doubled, and every span is true', async () => {
  const word = fc.stringMatching(/^[a-z]{2,9}$/);
  const piece = fc.record({
    text: fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')),
    x: fc.integer({ min: 40, max: 300 }),
    y: fc.integer({ min: 1, max: 40 }).map((row) => 20 * row),
    size: fc.constantFrom(8, 11, 16),
  });
  const role = fc.constantFrom(
    'P',
    'H1',
    'H',
    'L',
    'LI',
    'Lbl',
    'LBody',
    'Table',
    'TR',
    'TD',
    'TH',
    'Note',
    'TOCI',
    'Span',
    'Figure',
    'Sect',
    'Odd',
    'Artifact',
  );
  const { tree } = fc.letrec<{ tree: Element; kid: Element | readonly [number, number] }>((tie) => ({
    tree: fc.tuple(role, fc.array(tie('kid'), { maxLength: 4 })).map(([own, kids]): Element => [own, ...kids]),
    kid: fc.oneof({ depthSize: 'small' }, fc.tuple(fc.constant(0), fc.integer({ min: 0, max: 9 })), tie('tree')),
  }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 1, maxLength: 9 }),
      fc.array(tree, { maxLength: 8 }),
      async (pieces, structure) => {
        const sheet = new Sheet();
        for (const { text, x, y, size } of pieces) sheet.put(text, x, y, size);
        const content = await read([sheet], structure);
        expect(brokenPromises(content.text, content.blocks)).toEqual([]);
        const letters = (text: string): string => [...text.replace(/[^a-z]/g, '')].sort().join('');
        expect(letters(content.text)).toBe(letters((await untagged([sheet])).text));
      },
    ),
    { numRuns: 120, seed: 11 },
  );
});
