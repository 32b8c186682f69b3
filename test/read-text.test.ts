/** Plain text: what becomes a paragraph, a heading, an item, furniture. */
import { describe, expect, test } from 'vitest';
import { toDocumentOffset } from '../src/model/document.ts';
import { readText } from '../src/read/text.ts';
import { brokenPromises, shown } from './blocks.ts';

/** The blocks of a text as `shown` writes them, after checking what holds for all blocks. */
function blocksOf(text: string): string[] {
  const { blocks } = readText(text);
  expect(brokenPromises(text, blocks)).toEqual([]);
  return shown(blocks);
}

const LONG = 'The council keeps its roads in order and says each spring which of them it will mend';

describe('paragraphs', () => {
  test('blank lines part them, hard line breaks do not', () => {
    expect(blocksOf(`${LONG}\nin the year that follows, as money allows.\n\nIt mends   the worst first.\n`)).toEqual([
      `paragraph 1 ${LONG} in the year that follows, as money allows.`,
      'paragraph 1 It mends the worst first.',
    ]);
  });
  test('a short last line ends one where no blank line stands', () => {
    expect(
      blocksOf(
        'The council keeps its roads in order and says each spring\nwhich of them it will mend.\nA second paragraph begins here and runs on to the width\nof the page as the first one does, and then it ends.\n',
      ),
    ).toEqual([
      'paragraph 1 The council keeps its roads in order and says each spring which of them it will mend.',
      'paragraph 1 A second paragraph begins here and runs on to the width of the page as the first one does, and then it ends.',
    ]);
  });
  test('every long line is one where lines are not filled', () => {
    const one = `${LONG}, and does so.`;
    const two = `${LONG}, and this is the second line, which is longer than the first by some words.`;
    expect(blocksOf(`${one}\n${two}\n${one}\n${two}\n`)).toEqual(
      [one, two, one, two].map((line) => `paragraph 1 ${line}`),
    );
  });
  test('a sentence cut in two by a blank line or a page is put together', () => {
    expect(
      blocksOf('We are pleased to share the strategy and its ambitions and\n\nobjectives for the next years.\n'),
    ).toEqual([
      'paragraph 1 We are pleased to share the strategy and its ambitions and objectives for the next years.',
    ]);
    const { blocks, pages } = readText('The board of the trust met in public to agree\fthe plan for the year.');
    expect(shown(blocks)).toEqual(['paragraph 1 The board of the trust met in public to agree the plan for the year.']);
    expect(blocks[0]?.parts.map(({ page }) => page)).toEqual([1, 2]);
    expect(pages.map(({ start, end }) => [start, end])).toEqual([
      [0, 46],
      [46, 68],
    ]);
  });
  test('a line in capitals stands for itself', () => {
    expect(
      blocksOf('CARE OF THE ROADS\nthe council keeps them in order and mends those that have\nholes.\n'),
    ).toHaveLength(2);
  });
  test('an abbreviation at the end of a line does not end one', () => {
    expect(blocksOf(`${LONG} under Act No.\n41 of 1998 and other laws of the land that bind it.\n`)).toHaveLength(1);
  });
});

describe('divided words', () => {
  test.each([
    ['are joined', 'The whole imple-\nmentation takes a year.', 'The whole implementation takes a year.'],
    [
      'keep the hyphen that the document writes elsewhere',
      'A well-being plan. The well-\nbeing plan grows.',
      'A well-being plan. The well-being plan grows.',
    ],
    [
      'keep it between words of the document',
      'Use evidence. Be based here. An evidence-\nbased plan.',
      'Use evidence. Be based here. An evidence-based plan.',
    ],
    ['keep it after a prefix', 'A long-\nterm plan.', 'A long-term plan.'],
    ['keep it in a longer compound', 'A state-of-the-\nart ward.', 'A state-of-the-art ward.'],
    ['keep it between years', 'The strategy for 2020-\n2025 holds.', 'The strategy for 2020-2025 holds.'],
    ['keep the space of a hanging hyphen', 'For pre-\nand post-natal care.', 'For pre- and post-natal care.'],
  ])('%s', (_, text, expected) => {
    expect(blocksOf(text)).toEqual([`paragraph 1 ${expected}`]);
  });
});

describe('items', () => {
  test('bullets of many kinds, with and without indentation', () => {
    expect(
      blocksOf(
        'We will:\n\n  • open a ward\n  • hire nurses and train them in the\n    ways of the trust\n\n- one\n- two\n\uf0b7 three\n',
      ),
    ).toEqual([
      'paragraph 1 We will:',
      'item 1 [•] open a ward',
      'item 1 [•] hire nurses and train them in the ways of the trust',
      'item 1 [-] one',
      'item 1 [-] two',
      'item 1 [\uf0b7] three',
    ]);
  });
  test('numbers, letters and roman numbers nest', () => {
    expect(blocksOf('1. Trusts will:\n(a) plan;\n(b) build:\n(i) wards;\n(ii) labs.\n2. Boards will check.\n')).toEqual(
      [
        'item 1 [1.] Trusts will:',
        'item 2 [(a)] plan;',
        'item 2 [(b)] build:',
        'item 3 [(i)] wards;',
        'item 3 [(ii)] labs.',
        'item 1 [2.] Boards will check.',
      ],
    );
  });
  test('indentation nests', () => {
    expect(blocksOf('* plan\n    * wards\n    * labs\n* build\n')).toEqual([
      'item 1 [*] plan',
      'item 2 [*] wards',
      'item 2 [*] labs',
      'item 1 [*] build',
    ]);
  });
  test('(h), (i), (j) are letters', () => {
    expect(readText('(g) gas;\n(h) heat;\n(i) ice;\n(j) jam.\n').blocks.map(({ level }) => level)).toEqual([
      1, 1, 1, 1,
    ]);
  });
  test('a number or dash inside a sentence begins none', () => {
    expect(
      blocksOf(
        'The plan names the budget of the year that came after the year\n2024. It was spent on wards, which is what the board of the trust\n– and not only the board – had asked for in the year before that.\n',
      ),
    ).toHaveLength(1);
  });
  test('the name of a standard is no number', () => {
    expect(blocksOf('X.509 Certificate Policy\n\nB.12 Certificates of the council and of others')).toEqual([
      'paragraph 1 X.509 Certificate Policy',
      'paragraph 1 [B.12] Certificates of the council and of others',
    ]);
  });
  test('a numbered paragraph has its number as marker', () => {
    expect(blocksOf('4.12 We will publish a plan for the wards by June, as the board asked.\n')).toEqual([
      'paragraph 1 [4.12] We will publish a plan for the wards by June, as the board asked.',
    ]);
  });
});

describe('headings', () => {
  const body = 'The board met in public and agreed on the plan for the year, which is set out here.';
  test('underlined', () => {
    expect(blocksOf(`A plan for wards\n================\n\nAims\n----\n${body}\n`)).toEqual([
      'heading 1 A plan for wards',
      'heading 2 Aims',
      `paragraph 1 ${body}`,
    ]);
  });
  test('numbered', () => {
    expect(blocksOf(`2. Aims\n\n${body}\n\n2.1 What we want\n\n${body}\n`)).toEqual([
      'heading 2 [2.] Aims',
      `paragraph 1 ${body}`,
      'heading 3 [2.1] What we want',
      `paragraph 1 ${body}`,
    ]);
  });
  test('standing alone, under the title and its date', () => {
    expect(blocksOf(`Wards for all\n\n8 May 2021\n\n${body}\n\nWhat comes next\n\n${body}\n`)).toEqual([
      'heading 1 Wards for all',
      'paragraph 1 8 May 2021',
      `paragraph 1 ${body}`,
      'heading 2 What comes next',
      `paragraph 1 ${body}`,
    ]);
  });
  test('a title over the lines of a cover', () => {
    expect(
      blocksOf(`Wards for all\n\nNorthshire Hospitals Trust\n\n8 May 2021\n\nForeword\n\n${body}\n`).slice(0, 4),
    ).toEqual([
      'heading 1 Wards for all',
      'paragraph 1 Northshire Hospitals Trust',
      'paragraph 1 8 May 2021',
      'heading 2 Foreword',
    ]);
  });
  test.each([
    ['a stem', `We will:\n\n${body}`],
    ['a line that a modal verb ends', `The board may\n\n${body}`],
    ['a sentence without its point', `The wards are full\n\n${body}`],
    ['the last line', `${body}\n\nMore from us`],
  ])('%s is none', (_, text) => {
    expect(blocksOf(text).some((line) => line.startsWith('heading'))).toBe(false);
  });
  test('one line alone is no heading: it is all there is', () => {
    expect(blocksOf('More wards for the county')).toEqual(['paragraph 1 More wards for the county']);
  });
});

describe('furniture', () => {
  const page = (n: number) =>
    `Northshire strategy | Page ${n}\n\n${Array.from({ length: 8 }, (_, i) => `On page ${n} paragraph ${i} says what the county does about its roads and wards.`).join('\n\n')}\n`;
  test('running heads with page numbers', () => {
    const { blocks } = readText([1, 2, 3].map(page).join('\n'));
    expect(blocks.filter(({ kind }) => kind === 'furniture').map(({ text }) => text)).toEqual([
      'Northshire strategy | Page 1',
      'Northshire strategy | Page 2',
      'Northshire strategy | Page 3',
    ]);
    expect(blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(24);
  });
  test('page numbers alone, and heads beside them', () => {
    const text = [11, 12, 13, 14].map((n) => page(n).replace(/^.*\n/, `- ${n} -\nThe Northshire plan\n`)).join('\n');
    const furniture = readText(text).blocks.filter(({ kind }) => kind === 'furniture');
    expect(furniture.map((block) => block.text)).toContain('- 13 -');
    expect(furniture.map((block) => block.text)).toContain('The Northshire plan');
    expect(furniture).toHaveLength(8);
  });
  test('years above the sections of a chronicle are none, for its text speaks of them', () => {
    const told = (year: number) =>
      `${year}\n\n${Array.from({ length: 8 }, (_, i) => `In the ${i + 2}th week the harbour froze, and nobody crossed the bar.`).join('\n\n')}\n`;
    const text = `${[1741, 1742, 1743, 1744].map(told).join('\n')}\nThe winters of 1741 and 1743 were the worst.\n`;
    expect(readText(text).blocks.some(({ kind }) => kind === 'furniture')).toBe(false);
  });
  test('a column of figures is none', () => {
    const { blocks } = readText('Wards\n1\n2\n3\n4\n5\n\nBeds\n10\n20\n30\n');
    expect(blocks.some(({ kind }) => kind === 'furniture')).toBe(false);
  });
  test('entries of contents whose page is set apart by spaces, over the page break', () => {
    const text =
      'Contents\n\nForeword         ii\nAims              1\nThe lanes of\nNorthport         2\n\f\nPaths             4\n\nWe act in 9\n2019.\n';
    expect(blocksOf(text).filter((each) => each.includes('contents '))).toHaveLength(5);
    expect(blocksOf(text).at(-1)).toBe('paragraph 1 We act in 9 2019.');
  });
  test('page numbers that converters leave at the ends of pages are gone, notes and versions stay', () => {
    const page = (end: string) => `${'The council mends the lanes of the town. '.repeat(20)}It ends here${end}\n`;
    const pages = Array.from({ length: 9 }, (_, i) => page(`.${i + 3}`)).join('');
    expect(
      readText(pages)
        .blocks.map(({ text }) => text)
        .join(' '),
    ).not.toMatch(/[3579]/);
    expect(readText(page(' in 2019.4').repeat(3)).blocks[0]?.text).toMatch(/2019\.4/);
  });
  test('page numbers at form feeds, on short pages too', () => {
    const { blocks } = readText('We act.\n\n4\n\fWe mend.\n\n5\n\fWe sweep.\n\n6\n');
    expect(shown(blocks)).toEqual([
      'paragraph 1 We act.',
      'furniture 1 4',
      'paragraph 1 We mend.',
      'furniture 1 5',
      'paragraph 1 We sweep.',
      'furniture 1 6',
    ]);
  });
  test('entries of contents keep their place', () => {
    expect(blocksOf('Foreword ........ 3\nAims . . . . . . . . 5\n')).toEqual([
      'paragraph 1 contents Foreword ........ 3',
      'paragraph 1 contents Aims . . . . . . . . 5',
    ]);
  });
});

describe('layouts', () => {
  const left = [
    'The council keeps the roads',
    'of the county in order and',
    'says each spring which of',
    'them it will mend in the',
    'year to come, and by whom',
    'they will be paid for now.',
  ];
  const right = [
    'The harbour is another',
    'matter: ships of all sizes',
    'come in from every port of',
    'the coast, and nobody has',
    'counted them since the old',
    'harbour master left us.',
  ];
  const joined = (lines: readonly string[]) => `paragraph 1 ${lines.join(' ')}`;
  test('columns side by side are read one after the other', () => {
    const rows = left.map((line, i) => `${line.padEnd(34)}${right[i]}`);
    const text = `ROADS AND SHIPS\n\n${rows.join('\n')}\n\nAll of them will be mended by the council of the county before May.\n`;
    expect(shown(readText(text).blocks)).toEqual([
      'heading 1 ROADS AND SHIPS',
      joined(left),
      joined(right),
      'paragraph 1 All of them will be mended by the council of the county before May.',
    ]);
    for (const { start, text: own } of readText(text).blocks) expect(text.slice(start)).toMatch(own.slice(0, 20));
  });
  test('three columns, of which one ends early', () => {
    const both = [...left, ...right];
    const rows = both.map((line, i) => `${line.padEnd(34)}${line.padEnd(34)}${i < 8 ? line : ''}`.trimEnd());
    expect(shown(readText(rows.join('\n')).blocks)).toEqual([joined(both), joined(both), joined(both.slice(0, 8))]);
  });
  test('rows between bars and rows set apart by spaces', () => {
    const text =
      '+---------+-------+\n| Action  | When  |\n+=========+=======+\n| Lanes   | 2026  |\n| Paths   |       |\n+---------+-------+\n\nAction    Lead      When\n------    ----      ----\nLanes     Council   2026\nPaths               2027\n\nACB     Harbour Bureau\nADC     Lane Office\nAHL     Ferry Board\n';
    expect(shown(readText(text).blocks)).toEqual([
      'cell 1 Action | When',
      'cell 1 Lanes | 2026 <Action|When>',
      'cell 1 Paths |  <Action|When>',
      'cell 1 Action | Lead | When',
      'cell 1 Lanes | Council | 2026 <Action|Lead|When>',
      'cell 1 Paths |  | 2027 <Action|Lead|When>',
      'cell 1 ACB | Harbour Bureau',
      'cell 1 ADC | Lane Office',
      'cell 1 AHL | Ferry Board',
    ]);
  });
  test('quotation marks of e-mail are no words', () => {
    expect(shown(readText('On Monday Ms Reed wrote:\n> We will open\n> the bridge.\n>\n> > No.\n').blocks)).toEqual([
      'paragraph 1 On Monday Ms Reed wrote:',
      'paragraph 1 We will open the bridge.',
      'paragraph 1 No.',
    ]);
  });
  test('a numbered heading over indented text is one, and what is below it no item', () => {
    const text =
      'Rules of the harbour\n\n1. Introduction\n\n   The harbour is open to all ships of every size that come\n   to it by day or by night.\n\n2. Duties of masters\n\n   Each master of a ship that comes into the harbour must do\n   the following:\n    1. say who they are;\n    2. pay the toll.\n';
    expect(shown(readText(text).blocks)).toEqual([
      'heading 1 Rules of the harbour',
      'heading 2 [1.] Introduction',
      'paragraph 1 The harbour is open to all ships of every size that come to it by day or by night.',
      'heading 2 [2.] Duties of masters',
      'paragraph 1 Each master of a ship that comes into the harbour must do the following:',
      'item 1 [1.] say who they are;',
      'item 1 [2.] pay the toll.',
    ]);
  });
});

test('a transcript reads on without its times', () => {
  const lines = Array.from({ length: 12 }, (_, i) => `00:00:${10 + i}.120 and we go on with the words of line ${i}`);
  const { blocks } = readText(lines.join('\n'));
  expect(blocks).toHaveLength(1);
  expect(blocks[0]?.text).toMatch(/^and we go on with the words of line 0 and we go on/);
});

test('what a terminal would obey is left out', () => {
  expect(blocksOf('We will \u001b]0;owned\u0007\u001b[31mact\u001b[0m \u202eyaM yb\u202c.\0\n')).toEqual([
    'paragraph 1 We will act yaM yb.',
  ]);
});

test('every character can be found again in the document', () => {
  const text = '  • A divi-\n    ded   word\tin an item\n';
  const [block] = readText(text).blocks;
  expect(block?.text).toBe('A divided word in an item');
  const at = block?.text.indexOf('ded') ?? 0;
  expect(block === undefined ? '' : text.slice(toDocumentOffset(block, at), toDocumentOffset(block, at) + 3)).toBe(
    'ded',
  );
});

test('the time to read running heads grows with the text', () => {
  const head = 'A plan for the roads of Ashmere';
  const many = Array.from({ length: 40_000 }, (_, k) => `${head} ${k >> 1}x`).join('\n\n');
  expect(readText(many).blocks.length).toBeGreaterThan(0);
  const one = Array.from({ length: 40_000 }, (_, k) => (k < 3 ? head : `${head} goes on ${k}x`)).join('\n\n');
  expect(readText(one).blocks.length).toBeGreaterThan(0);
});

test('the time to read a layout grows with its length', () => {
  for (const part of [
    'a   b ',
    'word and   words are here   more\n',
    'abc     d\n',
    '| a | b |\n',
    '+--+\n',
    '> > a\n',
    '\f1\n',
  ]) {
    const text = part.repeat(Math.ceil(60_000 / part.length));
    expect(readText(text).blocks.length).toBeGreaterThan(0);
  }
});
