/** What lines of PDFs are part of: notes in margins, lists in tables' clothes, entries of lists, and text painted twice. */
import { describe, expect, test } from 'vitest';
import { show, widthOf, writePdf } from '../fixtures/write-pdf.mjs';
import type { PdfContent } from '../src/read/pdf/content.ts';
import { readPdf } from '../src/read/pdf/read-pdf.ts';

const read = (...pages: string[]): Promise<PdfContent> => readPdf(writePdf({ pages }), {});
const blocksOf = ({ blocks }: PdfContent): string[] =>
  blocks.map((b) => `${b.kind}: ${b.marker === null ? '' : `${b.marker} `}${b.text}`);

const provisions = [
  [
    'Wardens',
    'Every parish along the river chooses two wardens, who serve for three years and',
    'may be chosen again.',
  ],
  ['The book', 'The wardens write down what they find in the book of the river, which is open to', 'anyone who asks.'],
  [
    'Eels',
    'No one takes eels from the river in spring, whatever their length, unless the wardens',
    'have counted them.',
  ],
  ['Dykes', 'The farmers whose fields lie below the river mend its dykes every autumn, and the', 'county pays for it.'],
] as const;

describe('notes in the margin', () => {
  test('are neither rows nor parts of what they stand beside, in whatever order they were written', async () => {
    const page = provisions
      .map(([note, first, second], k) => {
        const y = 720 - 70 * k;
        return (
          show(`${k + 1}. Of ${note.toLowerCase()}`, 150, y, 14, true) +
          show(note, 20, y, 7) +
          show(first, 150, y - 20, 10) +
          show(second, 150, y - 32, 10)
        );
      })
      .join('');
    const { blocks } = await read(page);
    expect(blocks.filter((b) => b.kind === 'cell')).toEqual([]);
    expect(blocks.filter((b) => b.kind === 'heading').map((b) => b.text)).toEqual([
      'Of wardens',
      'Of the book',
      'Of eels',
      'Of dykes',
    ]);
    for (const [, first, second] of provisions) expect(blocks.map((b) => b.text)).toContain(`${first} ${second}`);
  });
});

describe('line numbers', () => {
  const told =
    'The wardens of the river walk its whole length every spring and write down what they find in the book of the ' +
    'parish, which lies open in the mill. They mend the dykes before the frost and keep a key of every gate. ';
  const prose = told.repeat(8).trim();
  const lines = prose.match(/.{1,50}(?: |$)/g)?.map((line) => line.trim()) ?? [];
  const page = (from: number, at: (number: string) => number, step = 1) =>
    lines
      .map((line, k) => {
        const y = 740 - 16 * k;
        const number = String(from + k);
        return show(line, 90, y, 11) + ((from + k) % step === 0 ? show(number, at(number), y, 9) : '');
      })
      .join('');
  const inLeft = (number: string) => 60 - widthOf(number, 9);

  test.each([
    ['from page to page at the left', [page(1, inLeft), page(1 + lines.length, inLeft)]],
    ['anew on every page at the right', [page(1, () => 500), page(1, () => 500)]],
    ['every fifth line', [1, 2, 3, 4, 5, 6].map((k) => page(1 + (k - 1) * lines.length, inLeft, 5))],
  ])('are no part of the text: %s', async (_, pages) => {
    const { text } = await read(...pages);
    expect(text.replace(/\s+/g, ' ').match(/\d+/g)).toBeNull();
    expect(text.replace(/\s+/g, ' ')).toContain(told.trim());
  });

  test('numbers of the rows of a list stay', async () => {
    const rows = Array.from({ length: 40 }, (_, k) => `Gate ${String.fromCharCode(65 + (k % 26))} is kept by the mill`);
    const list = (from: number) =>
      rows
        .slice(from - 1, from + 19)
        .map((row, k) => show(String(from + k), 40, 740 - 18 * k, 11) + show(row, 90, 740 - 18 * k, 11))
        .join('');
    const { text } = await read(list(1), list(21));
    for (const number of ['7', '19', '20', '33']) expect(text).toMatch(new RegExp(`(?:^|\\s)${number}(?:\\s|$)`));
  });
});

describe('small capitals', () => {
  test('make whole words, whatever spaces the file puts after their capitals', async () => {
    let x = 72;
    const line = [
      ['P', 14],
      [' HYSICAL', 11],
      [' C', 14],
      [' ONTROLS', 11],
    ] as const;
    const pieces = line.map(([text, size], k) => {
      // The space before the small capitals takes no room.
      const at = k % 2 === 1 ? x - widthOf(' ', size, true) : x;
      x = at + widthOf(text, size, true);
      return show(text, at, 700, size, true);
    });
    const { text } = await read(
      pieces.join('') + show('The wardens lock the mill at night and keep the key.', 72, 680, 11),
    );
    expect(text.split('\n')[0]).toBe('PHYSICAL CONTROLS');
  });
});

describe('numbers that hang out of their column', () => {
  test('leave their text whole beside a note in the margin', async () => {
    const rows = [
      'Every parish along the river chooses two wardens, who',
      'serve for three years and may be chosen',
      'again by the parishes.',
    ];
    const page = [0, 1, 2]
      .map((k) => {
        const y = 700 - 80 * k;
        const note = ['Duties of', 'the wardens', 'and parishes'].map((line, at) =>
          show(line, 120, y - 17 - 12 * at, 10),
        );
        const text = rows.map((line, at) => show(line, 200, y - 13 * at, 12));
        const number = k < 2 ? show(`${k + 8}.`, 186, y, 12) : show('10.', 146, y, 12) + show('(1)', 180, y, 12);
        return number + note.join('') + text.join('');
      })
      .join('');
    const { blocks } = await read(page);
    const told = rows.join(' ');
    expect(blocks.filter((b) => b.text.endsWith(told)).map((b) => `${b.kind} ${b.marker}`)).toEqual([
      'item 8.',
      'item 9.',
      'item 10.',
    ]);
  });
});

describe('dashes', () => {
  test('before the name of who said something begin no list', async () => {
    const content = await read(
      show('“The river is what we make of it,', 72, 700, 11) +
        show('and we have made little of it.”', 72, 686, 11) +
        show('- Ada Marsh, warden', 72, 660, 11) +
        show('The county asks for:', 72, 620, 11) +
        show('- Willows', 72, 606, 11) +
        show('- Eels', 72, 592, 11),
    );
    expect(blocksOf(content)).toEqual([
      'paragraph: “The river is what we make of it, and we have made little of it.”',
      'paragraph: - Ada Marsh, warden',
      'paragraph: The county asks for:',
      'item: - Willows',
      'item: - Eels',
    ]);
  });
});

describe('lists', () => {
  test('begin after a colon and a dash on a line that is full', async () => {
    const lead = '(5) The council of the county consists of the following, who serve for three years:-';
    const content = await read(
      show(lead, 90, 700, 11) +
        show('(i) the wardens of both rivers;', 102, 686, 11) +
        show('(ii) the keeper of the mill.', 102, 672, 11),
    );
    expect(content.blocks.map((b) => `${b.kind} ${b.marker}`)).toEqual(['item (5)', 'item (i)', 'item (ii)']);
  });

  test('whose brackets are set apart from their letters', async () => {
    const content = await read(
      show('(a) the book of the river;', 72, 700, 11) +
        show('( b ) the eels; and', 72, 684, 11) +
        show('c ) the weir.', 72, 668, 11),
    );
    expect(content.blocks.map((b) => `${b.kind} ${b.marker}`)).toEqual(['item (a)', 'item (b)', 'item c)']);
  });

  const meanings = [
    ['"the river" means the upper and', 'the lower river;'],
    ['"warden" means whoever the', 'parishes choose;'],
    ['"eel" means any fish that', 'the wardens count.'],
  ];
  const table = (marks: readonly string[]): string =>
    meanings
      .map(([first = '', second = ''], k) => {
        const y = 700 - 40 * k;
        return show(marks[k] ?? '', 72, y, 10) + show(first, 160, y, 10) + show(second, 160, y - 12, 10);
      })
      .join('');

  test.each([{ marks: ['a', 'b', 'c'] }, { marks: ['(i)', '(ii)', '(iii)'] }, { marks: ['1.', '2.', '3.'] }])(
    'whose marks stand in a column of their own: $marks',
    async ({ marks }) => {
      const content = await read(table(marks));
      expect(blocksOf(content)).toEqual(meanings.map((lines, k) => `item: ${marks[k]} ${lines.join(' ')}`));
    },
  );

  test('are no tables whose first column has names or figures', async () => {
    for (const marks of [
      ['a', 'c', 'x'],
      ['4', '9', '16'],
      ['Mill', 'Weir', 'Ford'],
    ])
      expect((await read(table(marks))).blocks.map((b) => b.kind)).toEqual(['cell', 'cell', 'cell']);
  });

  test('with arrows before their items', async () => {
    const rows = [
      ['Plant willows along the upper river, together with the parishes and the', 72],
      ['> Ask every parish for a place where willows may grow and where they may', 80],
      ['> Count what was planted', 80],
      ['Mend the dykes together with the farmers whose fields lie below the rivers', 72],
      ['> Write down every breach', 80],
    ] as const;
    const content = await read(rows.map(([row, x], k) => show(row, x, 700 - 14 * k, 11)).join(''));
    expect(blocksOf(content)).toEqual(
      rows.map(([row]) => (row.startsWith('>') ? `item: ${row}` : `paragraph: ${row}`)),
    );
  });

  test('of names end an entry with each line, the longest too, and have a heading', async () => {
    const names = [
      'Ada Marsh, County of Thornby',
      'Ben Weir, Farmers of the Lower River',
      'Cleo Ford, Office of the Wardens of the Upper and Lower Rivers',
      'Dan Brook, Parish of Mill End',
      'Eve Dyke, Friends of Eels Inc.',
      'Fay Reed, School of Thornby',
      'Gil Heath, Society of Old Mills',
      'Hal Stone, Office of the County for Bridges, Weirs and Old Fords',
    ];
    const content = await read(
      show('Who took part', 72, 715, 12, true) +
        names.map((name, k) => show(name, 72, 698 - 11 * k, 9)).join('') +
        show('Mill Ponds', 72, 698 - 11 * names.length, 9),
    );
    const last = names.length - 1;
    expect(blocksOf(content)).toEqual([
      'heading: Who took part',
      ...names.map((name, k) => `paragraph: ${name}${k === last ? ' Mill Ponds' : ''}`),
    ]);
  });
});

describe('bold words at the start of an item', () => {
  test('that go on in the next line are no heading', async () => {
    const name = 'A keeper of the book of the river for the parishes of the upper';
    const content = await read(
      show('This is what the county will have by the end of next year, as the wardens asked:', 72, 700, 11) +
        show('(a)', 90, 680, 11) +
        show(name, 108, 680, 11, true) +
        show('(Thornby) reaches,', 108, 666, 11, true) +
        show('who is paid by the county.', 112 + widthOf('(Thornby) reaches,', 11, true), 666, 11),
    );
    expect(blocksOf(content).at(-1)).toBe(`item: (a) ${name} (Thornby) reaches, who is paid by the county.`);
  });
});

describe('numbered titles', () => {
  test('that begin some pages are no running heads', async () => {
    const text = (y: number): string =>
      [
        'The wardens walk the whole length of the river every spring and write it down.',
        'Seven parishes founded the Partnership after the flood and keep the dykes.',
      ]
        .map((line, k) => show(line, 72, y - 14 * k, 11))
        .join('');
    const pages = Array.from({ length: 6 }, (_, k) => {
      const own = show(`Proposal ${2 * k + 1}`, 72, 760, 11, true) + text(740);
      return `${own}${show(`Proposal ${2 * k + 2}`, 72, 500, 11, true)}${text(480)}${show(`${k + 1}`, 290, 30, 11)}`;
    });
    const { blocks } = await read(...pages);
    expect(blocks.filter((b) => b.kind === 'heading').map((b) => b.text)).toEqual(
      Array.from({ length: 12 }, (_, k) => `Proposal ${k + 1}`),
    );
  });
});

describe('text painted over itself', () => {
  /** Pieces of a text as letters from and to, each set where its letters stand. */
  const pieces = (text: string, ranges: readonly (readonly [number, number])[], y = 700): string =>
    ranges.map(([from, to]) => show(text.slice(from, to), 72 + widthOf(text.slice(0, from), 20), y, 20)).join('');

  test('in pieces that overlap has every letter once', async () => {
    const text = 'We enter a new phase';
    const ranges = [
      [0, 2],
      [1, 2],
      [3, 5],
      [4, 6],
      [5, 8],
      [6, 8],
      [9, 12],
      [11, 13],
      [12, 14],
      [15, 18],
      [16, 18],
      [17, 20],
      [18, 20],
    ] as const;
    const { text: read_ } = await read(pieces(text, ranges));
    expect(read_).toBe(text);
  });

  test('is not what only has the same letters side by side', async () => {
    const text = 'All the willows of the upper weir';
    const letters = Array.from(text, (_, k) => [k, k + 1] as const).filter(([k]) => text[k] !== ' ');
    expect((await read(pieces(text, letters))).text).toBe(text);
  });
});
