/** OpenDocument texts: what their blocks look like to a reader, with all changes accepted and all numbers counted out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeZip } from '../fixtures/write-zip.mjs';
import { PmedError } from '../src/model/fault.ts';
import { readOdt } from '../src/read/odt/read-odt.ts';
import { read } from '../src/read/read.ts';
import { brokenPromises, shown } from './blocks.ts';
import {
  flatOpenText,
  grid,
  head,
  items,
  line,
  listStyle,
  type OpenTextParts,
  openText,
  openTextEntries,
} from './open-text.ts';

async function blocksOf(body: string, parts: OpenTextParts = {}): Promise<string[]> {
  const { text, blocks } = await readOdt(openText(body, parts));
  expect(brokenPromises(text, blocks)).toEqual([]);
  for (const { start, end, text: own } of blocks) expect(text.slice(start, end)).toBe(own);
  return shown(blocks);
}

const typed = (name: string, family: string, properties: string, parent = ''): string =>
  `<style:style style:name="${name}" style:family="${family}" style:parent-style-name="${parent}"><style:text-properties ${properties}/></style:style>`;
const automatic = [
  typed('B', 'text', 'fo:font-weight="bold"'),
  typed('S', 'text', 'style:text-line-through-style="solid"'),
  typed('H', 'text', 'text:display="none"'),
  typed('P1', 'paragraph', '', 'Title'),
  typed('P2', 'paragraph', '', 'Table'),
  typed('Gone', 'paragraph', 'style:text-line-through-type="single"'),
].join('');
const styles = `${typed('Title', 'paragraph', '')}${typed('Caption', 'paragraph', '')}${typed('Table', 'paragraph', '', 'Caption')}`;

describe('headings', () => {
  test('by their level; the title by its style', async () => {
    const body = line('Roads for Ashmere', 'P1') + head('Aims', 1) + head('Paths', 3) + line('We will act.');
    expect(await blocksOf(body, { automatic, styles })).toEqual([
      'heading 1 Roads for Ashmere',
      'heading 1 Aims',
      'heading 3 Paths',
      'paragraph 1 We will act.',
    ]);
  });
  test('by large type, where most is smaller', async () => {
    const large = typed('Big', 'paragraph', 'fo:font-size="150%"');
    const small = line('We will mend every road, lane and path before the winter comes again.');
    expect(await blocksOf(line('What comes next', 'Big') + small, { automatic: large })).toEqual([
      'heading 1 What comes next',
      'paragraph 1 We will mend every road, lane and path before the winter comes again.',
    ]);
  });
  test('with the numbers of the outline', async () => {
    const outline = listStyle('x', '1', '1|||2', 'a|§||3')
      .replaceAll('list-level-style-number', 'outline-level-style')
      .replaceAll('list-style', 'outline-style');
    const body = [
      head('Aims', 1),
      head('Paths', 2),
      head('Lanes', 3),
      head('Foreword', 2, 'text:is-list-header="true"'),
      head('Bridges', 2),
      head('Ferries', 1),
      head('Boats', 2),
    ].join('');
    expect(await blocksOf(body, { styles: outline })).toEqual([
      'heading 1 [1] Aims',
      'heading 2 [1.1] Paths',
      'heading 3 [§1.1.a] Lanes',
      'heading 2 Foreword',
      'heading 2 [1.2] Bridges',
      'heading 1 [2] Ferries',
      'heading 2 [2.1] Boats',
    ]);
  });
  test('with the numbers of a list that goes on', async () => {
    const list = listStyle('L', '1||.', '1|||2');
    const body = [
      items('L', [head('Aims', 1)]),
      items('L', [items('L', [head('Paths', 2)])], 'text:continue-numbering="true"'),
      items('L', [head('Ferries', 1)], 'text:continue-numbering="true"'),
    ].join('');
    expect(await blocksOf(body, { automatic: list })).toEqual([
      'heading 1 [1.] Aims',
      'heading 2 [1.1] Paths',
      'heading 1 [2.] Ferries',
    ]);
  });
});

describe('lists', () => {
  const automatic = [
    listStyle('L1', '1||.', 'a|(|)', 'i||.'),
    listStyle('L2', '•', '•'),
    listStyle('L3', 'I', '1|||2'),
    '<text:list-style style:name="L4"><text:list-level-style-number text:level="1" style:num-format="I"/><text:list-level-style-number text:level="2" style:num-format="01, 02, 03, ..." loext:is-legal="true" loext:num-list-format="Art. %1%-%2%"/></text:list-style>',
  ].join('');

  test('are nested, and begin anew', async () => {
    const body =
      items('L1', [line('Roads') + items('L1', [line('Lanes'), line('Paths')]), line('Bridges')]) +
      items('L1', [line('Ferries')]);
    expect(await blocksOf(body, { automatic })).toEqual([
      'item 1 [1.] Roads',
      'item 2 [(a)] Lanes',
      'item 2 [(b)] Paths',
      'item 1 [2.] Bridges',
      'item 1 [1.] Ferries',
    ]);
  });
  test('go on where they say so, or begin with a number of their own', async () => {
    const body =
      items('L1', [line('Roads')], 'xml:id="one"') +
      items('L1', [line('Lanes')], 'text:continue-numbering="true"') +
      items('L1', [line('Else')]) +
      items('L1', [line('Paths')], 'text:continue-list="one"') +
      '<text:list text:style-name="L1"><text:list-item text:start-value="7"><text:p>Steps</text:p></text:list-item></text:list>';
    expect(await blocksOf(body, { automatic })).toEqual([
      'item 1 [1.] Roads',
      'item 1 [2.] Lanes',
      'item 1 [1.] Else',
      'item 1 [3.] Paths',
      'item 1 [7.] Steps',
    ]);
  });
  test('have bullets, second paragraphs, and numbers of several levels', async () => {
    const body =
      items('L2', [line('One') + line('More of it')]) + items('L3', [line('Roads') + items('L3', [line('Act.')])]);
    expect(await blocksOf(body, { automatic })).toEqual([
      'item 1 [•] One',
      'item 1 More of it',
      'item 1 [I] Roads',
      'paragraph 1 [I.1] Act.',
    ]);
  });
  test('print what their pattern says', async () => {
    const body = items('L4', [line('Roads') + items('L4', [line('Lanes')])]);
    expect(await blocksOf(body, { automatic })).toEqual(['item 1 [I] Roads', 'item 2 [Art. 1-01] Lanes']);
  });
});

describe('inside a paragraph', () => {
  test.each([
    ['spans and links', '<text:a><text:span text:style-name="B">We</text:span></text:a> act.', 'We act.'],
    ['spaces, tabs and breaks', 'a<text:s text:c="4"/>b<text:tab/>c<text:line-break/>d', 'a b c d'],
    [
      'page breaks, page numbers and marks',
      'a<text:soft-page-break/><text:page-number>7</text:page-number>b<text:bookmark text:name="x"/>c<text:toc-mark/>d',
      'abcd',
    ],
    ['comments', 'a<office:annotation><dc:creator>Ana</dc:creator><text:p>Really?</text:p></office:annotation>b', 'ab'],
    ['hidden words', 'a<text:span text:style-name="H">x</text:span>b', 'ab'],
    ['ruby', '<text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>ひがし</text:ruby-text></text:ruby>', '東'],
    ['fields', 'in <text:date>2027</text:date>', 'in 2027'],
    ['references', 'see <text:bookmark-ref text:ref-name="x">section 3.2</text:bookmark-ref>', 'see section 3.2'],
  ])('%s', async (_, inner, expected) => {
    const { blocks } = await readOdt(openText(line(inner), { automatic }));
    expect(blocks.map(({ text }) => text)).toEqual([expected]);
  });
  test('what is ruled out stands after it, and says nothing', async () => {
    const body = line('By <text:span text:style-name="S">2025</text:span> 2027.') + line('We will stop.', 'Gone');
    expect(await blocksOf(body, { automatic })).toEqual([
      'paragraph 1 By 2027.',
      'paragraph 1 struck 2025',
      'paragraph 1 struck We will stop.',
    ]);
  });
});

describe('around paragraphs', () => {
  test('tables are rows with the names of their columns', async () => {
    const body = grid(
      ['!Action', '!Lead', '!By when'],
      ['Mend the bridge', 'Roads team', 'May 2027'],
      ['Paint', '', 'June'],
    );
    expect(await blocksOf(body)).toEqual([
      'cell 1 Action | Lead | By when',
      'cell 1 Mend the bridge | Roads team | May 2027 <Action|Lead|By when>',
      'cell 1 Paint | June <Action|By when>',
    ]);
  });
  test('cells that span keep their place', async () => {
    const wide =
      '<table:table-cell table:number-columns-spanned="2"><text:p>Who and when</text:p></table:table-cell><table:covered-table-cell/>';
    const first = `<table:table-header-rows><table:table-row><table:table-cell><text:p>Action</text:p></table:table-cell>${wide}</table:table-row></table:table-header-rows>`;
    const body = grid(['Mend', 'Team', 'May']).replace('<table:table>', `<table:table>${first}`);
    expect(await blocksOf(body)).toEqual([
      'cell 1 Action | Who and when',
      'cell 1 Mend | Team | May <Action|Who and when|Who and when>',
    ]);
  });
  test('a cell that rows share stands in each of them', async () => {
    const cell = (text: string, more = ''): string => `<table:table-cell ${more}>${line(text)}</table:table-cell>`;
    const covered = '<table:covered-table-cell/>';
    const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
    const square = 'table:number-rows-spanned="2" table:number-columns-spanned="2"';
    const body = `<table:table>${[
      row(
        cell('Mend'),
        cell('Roads team', 'table:number-rows-spanned="2"'),
        cell('May'),
        cell('Ashmere', square),
        covered,
      ),
      row(cell('Paint'), covered, cell('June'), covered, covered),
      row(cell('Sweep'), cell('Lanes team'), cell('July'), cell('Brook'), cell('Hill')),
    ].join('')}</table:table>`;
    expect(await blocksOf(body)).toEqual([
      'cell 1 Mend | Roads team | May | Ashmere',
      'cell 1 Paint | Roads team | June | Ashmere',
      'cell 1 Sweep | Lanes team | July | Brook | Hill',
    ]);
  });
  test('lists in cells count on from row to row where they say so', async () => {
    const rows = ['Mend', 'Paint'].map(
      (words) =>
        `<table:table-row><table:table-cell>${items('L', [line(words)], 'text:continue-numbering="true"')}</table:table-cell><table:table-cell>${line('We will.')}</table:table-cell></table:table-row>`,
    );
    expect(
      await blocksOf(`<table:table>${rows.join('')}</table:table>`, { automatic: listStyle('L', '1||.') }),
    ).toEqual(['cell 1 1. Mend | We will.', 'cell 1 2. Paint | We will.']);
  });
  test('a table of one column is a box, so is a text box, once', async () => {
    const box = `<draw:frame><draw:text-box>${line('In a box.')}</draw:text-box><draw:image/></draw:frame>`;
    expect(await blocksOf(grid(['We will act.']) + line(`Beside it.${box}`))).toEqual([
      'paragraph 1 We will act.',
      'paragraph 1 Beside it.',
      'paragraph 1 In a box.',
    ]);
  });
  test('captions and tables of contents have their role', async () => {
    const index = `<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title>${line('Contents')}</text:index-title>${line('Aims<text:tab/>3')}</text:index-body></text:table-of-content>`;
    const counted = line('Figure <text:sequence>2</text:sequence>: Bridges');
    const body = index + line('Table 1: Roads', 'P2') + counted;
    expect(await blocksOf(body, { automatic, styles })).toEqual([
      'paragraph 1 contents Contents',
      'paragraph 1 contents Aims 3',
      'paragraph 1 caption Table 1: Roads',
      'paragraph 1 caption Figure 2: Bridges',
    ]);
  });
  test('notes stand at the end with the marks that they have in the text', async () => {
    const note = (kind: string, mark: string, text: string): string =>
      `<text:note text:note-class="${kind}"><text:note-citation>${mark}</text:note-citation><text:note-body>${line(text)}</text:note-body></text:note>`;
    const body = line(`One${note('endnote', 'i', 'Last.')} and two${note('footnote', '1', 'First.')}.`);
    expect(await blocksOf(body)).toEqual(['paragraph 1 One and two.', 'note 1 [1] First.', 'note 1 [i] Last.']);
  });
  test('changes are accepted and counted', async () => {
    const region = (id: string, kind: string, inner: string): string =>
      `<text:changed-region text:id="${id}"><text:${kind}>${inner}</text:${kind}></text:changed-region>`;
    const tracked = `<text:tracked-changes>${region('c1', 'deletion', line('by 30%'))}${region('c2', 'insertion', '')}${region('c3', 'deletion', '')}</text:tracked-changes>`;
    const between = (id: string, words: string): string =>
      `<text:change-start text:change-id="${id}"/>${words}<text:change-end text:change-id="${id}"/>`;
    const body = `${tracked}${line(`Cut <text:change text:change-id="c1"/>${between('c2', 'by 50% ')}${between('c3', 'perhaps ')}soon.`)}`;
    expect(await blocksOf(body)).toEqual(['paragraph 1 Cut by 50% soon.']);
    const { diagnostics } = await readOdt(openText(body));
    expect(diagnostics).toMatchObject([{ code: 'PMED-I110', message: expect.stringContaining('1 insertion read') }]);
    expect(diagnostics[0]?.message).toContain('2 deletions');
  });
  test('the file says who made it and when; as one XML file too', async () => {
    const meta =
      '<dc:title>Roads for Ashmere</dc:title><meta:initial-creator>Ana Reed</meta:initial-creator><meta:creation-date>2024-03-14T09:00:00</meta:creation-date><meta:user-defined meta:name="Publisher">Ashmere Council</meta:user-defined>';
    const body = head('Roads for Ashmere', 1) + line('We will mend them.');
    const facts = {
      mediaType: 'application/vnd.oasis.opendocument.text',
      title: 'Roads for Ashmere',
      publisher: 'Ashmere Council',
      date: { value: '2024-03-14', source: 'metadata' },
      text: 'Roads for Ashmere\n\nWe will mend them.',
      diagnostics: [],
    };
    expect(await read({ name: 'a.odt', bytes: openText(body, { meta }) })).toMatchObject(facts);
    expect(await read({ name: 'a.fodt', bytes: flatOpenText(body, meta) })).toMatchObject(facts);
  });
});

describe('what is no sound document', () => {
  const code = async (bytes: Uint8Array): Promise<string> => {
    try {
      await read({ name: 'plan.odt', bytes });
    } catch (error) {
      if (error instanceof PmedError && error.exitCode === 3) return error.code;
      throw error;
    }
    return 'read';
  };
  test('encrypted, damaged, without a body or words', async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    expect(await code(openText(line('x'), { manifest }))).toBe('PMED-I105');
    const { mimetype = '' } = openTextEntries('');
    expect(await code(writeZip({ mimetype }))).toBe('PMED-I106');
    expect(await code(writeZip({ mimetype, 'content.xml': 'no mark-up' }))).toBe('PMED-I106');
    expect(await code(openText(''))).toBe('PMED-I104');
    expect(await code(openText(line('x')).subarray(0, 400))).toBe('PMED-I106');
  });
  test('without the entry that says what it is', async () => {
    const { mimetype: _, ...entries } = openTextEntries(line('We will act.'));
    expect(await code(writeZip(entries))).toBe('read');
  });
  test('tables without end within tables', async () => {
    const deep = `${'<table:table><table:table-row><table:table-cell>'.repeat(5000)}${line('We act.')}`;
    expect(await blocksOf(deep)).toEqual(['paragraph 1 We act.']);
  });
});

test('of any XML: blocks that lead back to the text, and nothing thrown', async () => {
  const names = ['text:p', 'text:h', 'text:span', 'text:list', 'text:list-item', 'table:table', 'table:table-row'];
  const more = ['table:table-cell', 'draw:frame', 'draw:text-box', 'text:note', 'text:note-body', 'text:section'];
  const tags = [...names, ...more].flatMap((name) => [`<${name}>`, `</${name}>`]);
  const words = [
    'We will act.',
    ' by ',
    '2. ',
    '• ',
    '&amp;',
    '<text:line-break/>',
    '<text:s/>',
    '<!--',
    '-->',
    '<',
    '>',
  ];
  const bit = fc.constantFrom(...tags, ...words, '\u00ad', '\ufb01', '<text:list text:style-name="L">');
  await fc.assert(
    fc.asyncProperty(fc.array(bit, { maxLength: 80 }), async (bits) => {
      await blocksOf(bits.join(''), { automatic: listStyle('L', '1||.', 'a||)') });
    }),
    { numRuns: 400 },
  );
});
