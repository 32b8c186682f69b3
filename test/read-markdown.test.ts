/** Markdown: what its marks become, and that none of them is left in the text. */
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../src/read/markdown.ts';
import { brokenPromises, shown } from './blocks.ts';

function blocksOf(text: string): string[] {
  const { blocks } = readMarkdown(text);
  expect(brokenPromises(text, blocks)).toEqual([]);
  return shown(blocks);
}

describe('inside a paragraph', () => {
  test.each([
    ['emphasis', 'We **will** *open* a ***new*** _ward_ and __two__ labs.', 'We will open a new ward and two labs.'],
    [
      'emphasis inside a word',
      'The un*frigging*believable snake_case_name stays.',
      'The unfriggingbelievable snake_case_name stays.',
    ],
    ['stars that are none', 'Growth of 5 * 3, 10%* and 7%** by May.', 'Growth of 5 * 3, 10%* and 7%** by May.'],
    ['bold as converters leave it', '**FIT FOR **\n**ALL **and **** more', 'FIT FOR ALL and more'],
    ['italics as converters leave it', '*capacity for *\n*skills*', 'capacity for skills'],
    ['escapes', 'The trust \\(NHS\\) pays 5\\* and a \\\\ path\\z.', 'The trust (NHS) pays 5* and a \\ path\\z.'],
    ['code', 'Set `a *b*` and ``c ` d`` here.', 'Set a *b* and c ` d here.'],
    [
      'links',
      'See [the **plan**](https://example.org/a_(b) "A plan") and [this][1] or [that][].\n\n[1]: /one\n[that]: /two',
      'See the plan and this or that.',
    ],
    [
      'brackets that are none',
      'The board [of the trust] met (in public).',
      'The board [of the trust] met (in public).',
    ],
    ['pictures', 'Before ![a chart](chart.png) after.', 'Before after.'],
    ['a picture in a link', '[![logo](l.png)](https://example.org) The plan.', 'The plan.'],
    [
      'addresses',
      'Write to <a@example.org> or see <https://example.org/x>.',
      'Write to a@example.org or see https://example.org/x.',
    ],
    ['tags', 'A <b>bold</b> plan<br>for <span class="x">all</span>.', 'A bold plan for all.'],
    ['tags that are none', 'Ask <insert name> if x < 5 and y > 3.', 'Ask <insert name> if x < 5 and y > 3.'],
    ['comments', 'The plan <!-- a note --> holds.', 'The plan holds.'],
    [
      'character references',
      'R&amp;D &pound;5&nbsp;m &#8217;til &eacute;t&eacute; &nosuch; AT&T.',
      'R&D £5 m ’til été &nosuch; AT&T.',
    ],
    ['footnote marks', 'We will act.[^1] And[^note] more.', 'We will act. And more.'],
    [
      'numbers of notes, not powers',
      'We will act.<sup>2</sup> On 5 km<sup>2</sup> of land.',
      'We will act. On 5 km2 of land.',
    ],
    ['template marks', 'Go to [the page]({{ site.url }}/a){:target="_blank"} {{ x }}now.', 'Go to the page now.'],
    ['hard line breaks', 'One  \ntwo\\\nthree', 'One two three'],
    ['divided words', 'The imple-\nmentation.', 'The implementation.'],
    ['soft hyphens and ligatures', 'An of\ufb01ce sol\u00adution.', 'An office solution.'],
  ])('%s', (_, text, expected) => {
    expect(blocksOf(text)).toEqual([`paragraph 1 ${expected}`]);
  });
});

describe('blocks', () => {
  test('headings of both kinds, with numbers as markers', () => {
    expect(
      blocksOf('# The **plan** #\n\nTitle two\n=====\nSub\n---\n### 2.3 Aims\n#### 10 Year plan\n##Tight\n#1 of all\n'),
    ).toEqual([
      'heading 1 The plan',
      'heading 1 Title two',
      'heading 2 Sub',
      'heading 3 [2.3] Aims',
      'heading 4 10 Year plan',
      'heading 2 Tight',
      'paragraph 1 #1 of all',
    ]);
  });
  test('items: nested, loose, lazy, tasks', () => {
    expect(
      blocksOf(
        'We will:\n- plan\n  - wards\n\n    and more of them\n  - labs\n- build\nlazily\n\n1. one\n   * deep\n2) two\n\nTasks:\n\n- [x] done\n- [ ] to do\n',
      ),
    ).toEqual([
      'paragraph 1 We will:',
      'item 1 [-] plan',
      'item 2 [-] wards',
      'item 2 and more of them',
      'item 2 [-] labs',
      'item 1 [-] build lazily',
      'item 1 [1.] one',
      'item 2 [*] deep',
      'item 1 [2)] two',
      'paragraph 1 Tasks:',
      'item 1 [-] done',
      'item 1 [-] to do',
    ]);
  });
  test('bullets that converters leave', () => {
    expect(
      blocksOf('We will:\n• open **wards**\n▪ hire\n\n**• **Leeds\n\n**• A plan. **It grows.\n\n- • twice\n'),
    ).toEqual([
      'paragraph 1 We will:',
      'item 1 [•] open wards',
      'item 1 [▪] hire',
      'item 1 [•] Leeds',
      'item 1 [•] A plan. It grows.',
      'item 2 [-] twice',
    ]);
  });
  test('a list ends with the next paragraph or heading', () => {
    expect(blocksOf('- a\n\nNo item.\n\n- b\n\n## Next\n')).toEqual([
      'item 1 [-] a',
      'paragraph 1 No item.',
      'item 1 [-] b',
      'heading 2 Next',
    ]);
  });
  test('a dash or number that goes on with a sentence begins no item', () => {
    expect(blocksOf('The board, which met in\n2024. It agreed\n– as ever – on the plan.\n')).toHaveLength(1);
  });
  test('quotations', () => {
    expect(blocksOf('They said:\n\n> We will act\n> by May.\n>\n> - soon\n\nEnd.\n')).toEqual([
      'paragraph 1 They said:',
      'paragraph 1 We will act by May.',
      'item 1 [-] soon',
      'paragraph 1 End.',
    ]);
  });
  test('tables: a row is a block and knows its columns', () => {
    expect(
      blocksOf('| Action | Owner | By |\n|:--|:-:|--:|\n| Open *wards* | Trust |  |\n|a\\|b|`c|d`|May\n\nAfter.\n'),
    ).toEqual([
      'cell 1 Action | Owner | By',
      'cell 1 Open wards | Trust |  <Action|Owner|By>',
      'cell 1 a|b | c|d | May <Action|Owner|By>',
      'paragraph 1 After.',
    ]);
  });
  test('footnotes are notes, link definitions nothing', () => {
    expect(blocksOf('Text.[^a]\n\n[^a]: See *there*.\n[x]: https://example.org\n')).toEqual([
      'paragraph 1 Text.',
      'note 1 [a] See there.',
    ]);
  });
  test('code and rules give no block', () => {
    expect(blocksOf('One.\n\n```js\nwe will(code)\n```\n\n***\n\n~~~\nmore\n~~~\nTwo.\n')).toEqual([
      'paragraph 1 One.',
      'paragraph 1 Two.',
    ]);
  });
  test('short bold lines are headings', () => {
    const body = 'The board met in public and agreed on the plan.';
    expect(
      blocksOf(
        `# Plan\n\n**1. Our aims**\n\n${body}\n\n**REALISING **\n\n**THE PLAN **\n\n${body}\n\n**We will act.**\n`,
      ),
    ).toEqual([
      'heading 1 Plan',
      'heading 2 [1.] Our aims',
      `paragraph 1 ${body}`,
      'heading 2 REALISING THE PLAN',
      `paragraph 1 ${body}`,
      'paragraph 1 We will act.',
    ]);
  });
  test('HTML', () => {
    expect(
      blocksOf(
        '<div>\n<h2 id="a">Aims &amp; more</h2>\n<p>We <em>will</em>\nact.</p>\n<ul>\n<li>one<ul><li>deep</li></ul></li>\n<li><p>two</p></li>\n</ul>\n<ol><li>first</li></ol>\n<table><tr><th>Who</th><th>What</th></tr>\n<tr><td>Trust</td><td>a <b>ward</b></td></tr></table>\n</div>\n\n<style>\np { color: red }\n\n</style>\n<!-- no\n\ntext -->\n\nMarkdown *again*.\n',
      ),
    ).toEqual([
      'heading 2 Aims & more',
      'paragraph 1 We will act.',
      'item 1 [•] one',
      'item 2 [•] deep',
      'item 1 [•] two',
      'item 1 [1.] first',
      'cell 1 Who | What',
      'cell 1 Trust | a ward <Who|What>',
      'paragraph 1 Markdown again.',
    ]);
  });
});

describe('front matter', () => {
  test.each([
    ['YAML', '---\ntitle: "A plan: for wards"\ndate: 2021-05-08 # of issue\nauthors:\n  - A. Person\n---\n# Head\n'],
    ['TOML', '+++\ntitle = "A plan: for wards"\ndate = 2021-05-08\n+++\n# Head\n'],
    ['Pandoc', '% A plan: for wards\n%\n% 2021-05-08\n\n# Head\n'],
  ])('%s', (_, text) => {
    const { fields, blocks } = readMarkdown(text);
    expect(fields.get('title')).toBe('A plan: for wards');
    expect(fields.get('date')).toBe('2021-05-08');
    expect(shown(blocks)).toEqual(['heading 1 Head']);
  });
  test('a rule, a paragraph and a rule are none', () => {
    expect(blocksOf('---\n\nWe met.\n\n---\n\nWe left.\n')).toEqual(['paragraph 1 We met.', 'paragraph 1 We left.']);
  });
});

describe('pages run together by a converter', () => {
  const prose = 'The council mends the lanes of the town and says so to all who ask for it. '.repeat(12);
  const page = (number: number) => {
    const head = number % 3 === 0 ? 'Lanes and paths 2025/26\n\n' : 'Lanes and paths 2025/26 ';
    return `${head}All of page ${number === 4 ? 'four' : 'it'} is here. ${prose}They act ${number}\n\n`;
  };
  const text = Array.from({ length: 10 }, (_, i) => page(i + 2)).join('');
  test('running heads and page numbers are taken out of the text that they were run into', () => {
    const words = readMarkdown(text)
      .blocks.filter(({ kind }) => kind !== 'furniture')
      .map((block) => block.text)
      .join(' ');
    expect(words).not.toMatch(/Lanes and paths|\d/);
    expect(words.match(/All of page/g)).toHaveLength(10);
  });
  test('a body that is often the subject stays', () => {
    const subject = `Northport Roads Council\n\nNorthport Roads Council\n\n${`Northport Roads Council will act. ${prose}\n\n`.repeat(6)}`;
    expect(
      readMarkdown(subject).blocks.filter((block) => block.text.startsWith('Northport Roads Council will')),
    ).toHaveLength(6);
  });
  test('figures at the ends of lines stay', () => {
    const figures = Array.from({ length: 10 }, (_, i) => `${prose}See Table ${i + 1}\n\n`).join('');
    expect(readMarkdown(figures).blocks.filter((block) => /Table \d+$/.test(block.text))).toHaveLength(10);
  });
});

describe('what says nothing of its own', () => {
  test('however many stretches are struck out', () => {
    expect(readMarkdown('~~a~~ b '.repeat(130_000)).blocks).toHaveLength(130_001);
  });
  test('struck-out words stand beside the text, at their own place', () => {
    const text =
      'By ~~2025~~ 2027 <del>or so</del>.\n\n- ~~Lanes~~\n\n| ~~a~~ b | c |\n|---|---|\n\n<div>\n<del>Old\nwords</del> New\n</div>\n';
    expect(blocksOf(text)).toEqual([
      'paragraph 1 By 2027 .',
      'paragraph 1 struck 2025',
      'paragraph 1 struck or so',
      'paragraph 1 struck Lanes',
      'paragraph 1 struck a',
      'cell 1 b | c',
      'paragraph 1 struck Old words',
      'paragraph 1 New',
    ]);
    const places = readMarkdown(text).blocks.filter(({ role }) => role === 'struck');
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([
      '2025',
      'or so',
      'Lanes',
      'a',
      'Old\nwords',
    ]);
  });
  test('lists of links to places in the file are contents', () => {
    expect(
      blocksOf('- [Aims](#aims)\n  - [Lanes](#lanes)\n- [Paths](#paths)\n\n# Aims\n\n- [Lanes](#lanes) come first.\n'),
    ).toEqual([
      'item 1 contents [-] Aims',
      'item 2 contents [-] Lanes',
      'item 1 contents [-] Paths',
      'heading 1 Aims',
      'item 1 [-] Lanes come first.',
    ]);
  });
  test('entries that come again as headings are contents below that name, and only there', () => {
    const body = '# Aims\n\nWe act.\n\n# Lanes\n\nWe mend.\n\n# Paths\n\nWe sweep.\n';
    expect(blocksOf(`## Contents\n\n1. Aims\n2. Lanes\n3. Paths\n\n${body}`).slice(0, 5)).toEqual([
      'heading 2 Contents',
      'item 1 contents [1.] Aims',
      'item 1 contents [2.] Lanes',
      'item 1 contents [3.] Paths',
      'heading 1 Aims',
    ]);
    expect(blocksOf(`We will work on:\n\n- Aims\n- Lanes\n- Paths\n\n${body}`).slice(1, 3)).toEqual([
      'item 1 [-] Aims',
      'item 1 [-] Lanes',
    ]);
  });
  test('a line beside a table that defines its terms is a legend, elsewhere it is not', () => {
    const table = '| Action | When |\n|---|---|\n| Mend lanes | S |\n';
    const legend = 'S = short term (0–2 years), M = medium term';
    expect(blocksOf(`${table}\n${legend}\n`).at(-1)).toBe(`paragraph 1 legend ${legend}`);
    expect(blocksOf(`Key: short term: one year; medium term: five years\n\n${table}`)[0]).toBe(
      'paragraph 1 legend Key: short term: one year; medium term: five years',
    );
    expect(blocksOf(`${table}\nThe council will act: it has the money.\n`).at(-1)).toMatch(/^paragraph 1 The council/);
    expect(blocksOf(`${legend}\n`)).toEqual([`paragraph 1 ${legend}`]);
  });
});

test('time grows with the length of the text', () => {
  for (const part of [
    '[a](',
    '![',
    '**a ',
    '*a _b ',
    '`a ``b ',
    '<a ',
    '<!-- ',
    '<del>',
    '> > ',
    '- - ',
    '| ',
    '&amp',
    '{{ ',
    '[^a',
    '\\',
    '~~a',
    '<ul><li>',
    'a-\n',
    '1. ',
    '(a) ',
  ]) {
    const text = part.repeat(Math.ceil(60_000 / part.length));
    expect(brokenPromises(text, readMarkdown(text).blocks)).toEqual([]);
  }
});
