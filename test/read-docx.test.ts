/** Word documents: what their blocks look like to a reader, with all changes accepted and all numbers counted out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeZip } from '../fixtures/write-zip.mjs';
import { analyse } from '../src/analyse.ts';
import { PmedError } from '../src/model/fault.ts';
import { readDocx } from '../src/read/docx/read-docx.ts';
import { read } from '../src/read/read.ts';
import { textReport } from '../src/render/text.ts';
import { brokenPromises, shown } from './blocks.ts';
import { list, listed, para, run, style, table, type WordParts, word } from './word.ts';

async function blocksOf(body: string, parts: WordParts = {}): Promise<string[]> {
  const { text, blocks } = await readDocx(word(body, parts));
  expect(brokenPromises(text, blocks)).toEqual([]);
  for (const { start, end, text: own } of blocks) expect(text.slice(start, end)).toBe(own);
  return shown(blocks);
}

const styles = [
  style('Kop1', 'heading 1'),
  style('Kop2', 'heading 2', '<w:basedOn w:val="Kop1"/>'),
  style('Mine', 'My heading', '<w:basedOn w:val="Kop2"/>'),
  style('Titel', 'Title'),
  style('Inhalt', 'toc 1'),
  style('Fett', 'Strong words', '<w:rPr><w:b/></w:rPr>'),
  style('Liste', 'List Number', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'),
].join('');
const styled = (name: string): string => `<w:pStyle w:val="${name}"/>`;

describe('headings', () => {
  test('by style, whatever its id, with its parents', async () => {
    const body =
      para('Roads for Ashmere', styled('Titel')) + para('Aims', styled('Kop1')) + para('Paths', styled('Mine'));
    expect(await blocksOf(body, { styles })).toEqual([
      'heading 1 Roads for Ashmere',
      'heading 1 Aims',
      'heading 2 Paths',
    ]);
  });
  test('by level alone, and in bold', async () => {
    const body = `${para('Lanes', '<w:outlineLvl w:val="2"/>')}${para(run('What comes next', '<w:b/>'))}${para('Bridges', styled('Fett'))}${para('We will act.', styled('Fett'))}`;
    expect(await blocksOf(body, { styles })).toEqual([
      'heading 3 Lanes',
      'heading 4 What comes next',
      'heading 4 Bridges',
      'paragraph 1 We will act.',
    ]);
  });
  test('by large type, where most is smaller', async () => {
    const large = '<w:sz w:val="32"/>';
    const small = para('We will mend every road, lane and path before the winter comes again.');
    const body = para(run('What comes next', large)) + small + para(run('And then we will act.', large));
    expect(await blocksOf(body, { styles })).toEqual([
      'heading 1 What comes next',
      'paragraph 1 We will mend every road, lane and path before the winter comes again.',
      'paragraph 1 And then we will act.',
    ]);
    expect(await blocksOf(para(run('What comes next', large)), { styles })).toEqual(['paragraph 1 What comes next']);
  });
  test('by the name of a style that stands alone', async () => {
    const more = style('H2n', 'H2 no number') + style('Header', 'header');
    const body = para('Lanes', styled('H2n')) + para('Ashmere', styled('Header'));
    expect(await blocksOf(body, { styles: more })).toEqual(['heading 2 Lanes', 'paragraph 1 Ashmere']);
  });
  test('short ones may have a full stop', async () => {
    const body = para('Scope and purpose.', styled('Kop1')) + para('We will act.', styled('Kop1'));
    expect(await blocksOf(body, { styles })).toEqual(['heading 1 Scope and purpose.', 'paragraph 1 We will act.']);
  });
  test('numbered clauses in the style of headings are paragraphs', async () => {
    const body = para('1.1 The council will keep every lane open.', styled('Kop2'));
    expect(await blocksOf(body, { styles })).toEqual(['paragraph 1 [1.1] The council will keep every lane open.']);
  });
  test('contents are kept out of the text', async () => {
    const gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>';
    const body = `<w:sdt>${gallery}<w:sdtContent>${para('Aims 3')}</w:sdtContent></w:sdt>${para('Paths 4', styled('Inhalt'))}${para(`<w:hyperlink w:anchor="_Toc1">${run('Lanes 5')}</w:hyperlink>`)}`;
    expect(await blocksOf(body, { styles })).toEqual([
      'paragraph 1 contents Aims 3',
      'paragraph 1 contents Paths 4',
      'paragraph 1 contents Lanes 5',
    ]);
  });
});

describe('tables of contents and captions', () => {
  const field = (code: string, result: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  test('contents that a field makes, over many paragraphs', async () => {
    const begin = field(' TOC \\o ', run('Aims 3')).replace(/<w:r><w:fldChar w:fldCharType="end"\/><\/w:r>$/, '');
    const page = field(' PAGEREF _Toc1 ', run('4'));
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const body = `${para(begin)}${para(`${run('Paths ')}${page}`)}${para(`${end}${run('We will act.')}`)}`;
    expect(await blocksOf(body, { styles })).toEqual([
      'paragraph 1 contents Aims 3',
      'paragraph 1 contents Paths 4',
      'paragraph 1 We will act.',
    ]);
  });
  test('contents that never end, end with the next heading', async () => {
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>';
    const body = para(`${begin}${run('Aims 3')}`) + para('Aims', styled('Kop1')) + para('We will act.');
    expect(await blocksOf(body, { styles })).toEqual([
      'paragraph 1 contents Aims 3',
      'heading 1 Aims',
      'paragraph 1 We will act.',
    ]);
  });
  test('captions by their style, or by the number that counts them', async () => {
    const more = styles + style('Bijschrift', 'caption');
    const simple = `${run('Table ')}<w:fldSimple w:instr=" SEQ Table ">${run('2')}</w:fldSimple>${run(': Paths')}`;
    const later = `${run('As we say in the note with the number ')}${field('SEQ note', run('7'))}${run('.')}`;
    const body =
      para('Table 1: Lanes', styled('Bijschrift')) +
      para(simple) +
      para(`${run('Figure ')}${field(' SEQ Figure ', run('3'))}`) +
      para(later);
    expect(await blocksOf(body, { styles: more })).toEqual([
      'paragraph 1 caption Table 1: Lanes',
      'paragraph 1 caption Table 2: Paths',
      'paragraph 1 caption Figure 3',
      'paragraph 1 As we say in the note with the number 7.',
    ]);
  });
});

describe('words that are ruled out', () => {
  const strike = '<w:strike/>';
  test('stand after their paragraph, and the paragraph reads without them', async () => {
    const body = para(
      [
        run('Cut by '),
        run('30', strike),
        run('%', strike),
        run('50% by '),
        run('2025', '<w:dstrike/>'),
        run(' 2027.'),
      ].join(''),
    );
    expect(await blocksOf(body)).toEqual([
      'paragraph 1 Cut by 50% by 2027.',
      'paragraph 1 struck 30%',
      'paragraph 1 struck 2025',
    ]);
  });
  test('a whole paragraph, an item, a cell; by a style', async () => {
    const more = style('Weg', 'Gone', '<w:rPr><w:strike/></w:rPr>');
    const numbering = list(1, 'decimal %1.');
    const cells = `<w:tbl><w:tr><w:tc>${para('Mend')}</w:tc><w:tc>${para(run('Roads', strike) + run('Team'))}</w:tc></w:tr></w:tbl>`;
    const body =
      para('We will stop.', styled('Weg')) +
      listed('Roads', 1, 0).replace('<w:r>', `<w:r><w:rPr>${strike}</w:rPr>`) +
      cells;
    expect(await blocksOf(body, { styles: more, numbering })).toEqual([
      'paragraph 1 struck We will stop.',
      'paragraph 1 struck Roads',
      'cell 1 Mend | Team',
      'paragraph 1 struck Roads',
    ]);
  });
  test('yield no findings', async () => {
    const bytes = word(para(run('We will publish a plan by 2025.', strike)) + para('We will mend the roads by 2027.'));
    const report = await analyse([{ name: 'a.docx', bytes }], {});
    expect(report.commitments.map(({ evidence }) => evidence.quote)).toEqual(['We will mend the roads by 2027.']);
  });
});

describe('numbers that Word counts out', () => {
  const numbering = [
    list(1, 'decimal %1.', 'lowerLetter (%2)', 'lowerRoman %3.'),
    list(2, 'upperRoman %1', 'decimal %1.%2', 'decimal %1.%2.%3'),
    list(3, 'bullet o', 'bullet o'),
    list(7, 'upperLetter %1)'),
    list(8, 'upperRoman Article-%1', 'decimal %1.%2 <w:isLgl/>'),
    '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>',
  ].join('');

  test('nested lists begin anew below each item', async () => {
    const body = [
      listed('Roads', 1, 0),
      listed('Lanes', 1, 1),
      listed('Paths', 1, 1),
      listed('Steps', 1, 2),
      listed('Bridges', 1, 0),
      listed('Arches', 1, 1),
      listed('Ferries', 9, 0),
    ].join('');
    expect(await blocksOf(body, { numbering })).toEqual([
      'item 1 [1.] Roads',
      'item 2 [(a)] Lanes',
      'item 2 [(b)] Paths',
      'item 3 [i.] Steps',
      'item 1 [2.] Bridges',
      'item 2 [(a)] Arches',
      'item 1 [4.] Ferries',
    ]);
  });
  test('numbers of several levels make numbered paragraphs', async () => {
    const body = listed('Roads', 2, 0) + listed('We will mend one.', 2, 1) + listed('And one more.', 2, 2);
    expect(await blocksOf(body, { numbering })).toEqual([
      'item 1 [I] Roads',
      'paragraph 1 [I.1] We will mend one.',
      'paragraph 1 [I.1.1] And one more.',
    ]);
  });
  test('legal numbers are digits, words in a number stay', async () => {
    const body = listed('Roads', 8, 0) + listed('We will mend one.', 8, 1);
    expect(await blocksOf(body, { numbering })).toEqual([
      'item 1 [Article-I] Roads',
      'paragraph 1 [1.1] We will mend one.',
    ]);
  });
  test('lists of a style, and bullets', async () => {
    const body =
      para('One', styled('Liste')) + para('Two', styled('Liste')) + listed('Three', 3, 0) + listed('Four', 3, 1);
    expect(await blocksOf(body, { numbering, styles })).toEqual([
      'item 1 [A)] One',
      'item 1 [B)] Two',
      'item 1 [•] Three',
      'item 2 [•] Four',
    ]);
  });
  test('stand in the text and before their blocks in JSON, bullets do not', async () => {
    const body = listed('Roads', 1, 0) + listed('Lanes', 3, 0);
    const document = await read({ name: 'a.docx', bytes: word(body, { numbering }) });
    expect(document.text).toBe('1. Roads\n\nLanes');
    const record: Parameters<typeof textReport>[1] = JSON.parse('{}');
    const tool: Parameters<typeof textReport>[2] = JSON.parse('{}');
    const [page] = textReport(document, record, tool, []).pages;
    expect(page?.blocks).toMatchObject([
      { text: '1. Roads', start: 0, end: 8 },
      { text: 'Lanes', start: 10, end: 15 },
    ]);
  });
});

describe('inside a paragraph', () => {
  test.each([
    ['words in many runs', [...'We act.'].map((letter) => run(letter)).join(''), 'We act.'],
    ['insertions', `${run('Cut by ')}<w:ins>${run('50')}</w:ins>${run('%.')}`, 'Cut by 50%.'],
    ['deletions', `${run('Cut by ')}<w:del><w:r><w:delText>30</w:delText></w:r></w:del>${run('50%.')}`, 'Cut by 50%.'],
    [
      'words that a character style hides',
      `${run('We ')}${run('x', '<w:rStyle w:val="Weg"/>')}${run('act.')}`,
      'We act.',
    ],
    [
      'signs of other fonts',
      '<w:r><w:t>5 </w:t><w:sym w:font="Symbol" w:char="F06D"/><w:t>m </w:t><w:sym w:font="Symbol" w:char="F0A3"/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
      '5 μm ≤→',
    ],
    [
      'notes with a mark of their own',
      `${run('Act')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>${run(' now.')}`,
      'Act now.',
    ],
    [
      'formulas',
      '<m:oMath><m:sSub><m:e><m:r><m:t>CO</m:t></m:r></m:e><m:sub><m:r><m:t>2</m:t></m:r></m:sub></m:sSub></m:oMath>',
      'CO2',
    ],
    [
      'codes of fields within codes',
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF</w:instrText><w:t>1</w:t><w:fldChar w:fldCharType="separate"/><w:t>yes</w:t><w:fldChar w:fldCharType="end"/></w:r>',
      'yes',
    ],
    ['ruby', `<w:r><w:ruby><w:rt>${run('x')}</w:rt><w:rubyBase>${run('東')}</w:rubyBase></w:ruby></w:r>`, '東'],
    ['hidden words', `${run('By ')}${run('x', '<w:vanish/>')}${run('2027.')}`, 'By 2027.'],
    ['words that are not struck out', run('By 2027.', '<w:strike w:val="0"/>'), 'By 2027.'],
    [
      'tabs, breaks and hyphens',
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>',
      'a b c-d',
    ],
    [
      'links and tags',
      `<w:hyperlink r:id="r1">${run('the plan')}</w:hyperlink><w:smartTag>${run(' holds')}</w:smartTag>`,
      'the plan holds',
    ],
    ['fields', `<w:r><w:instrText>PAGE</w:instrText></w:r>${run('7')}`, '7'],
    ['references of XML, and none of its entities', run('R&amp;D &#163;5 &boom;'), 'R&D £5'],
  ])('%s', async (_, inner, expected) => {
    const hidden = '<w:style w:type="character" w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style>';
    expect((await readDocx(word(para(inner), { styles: hidden }))).blocks.map(({ text }) => text)).toEqual([expected]);
  });
  test('a deleted paragraph mark joins two paragraphs', async () => {
    const body = para('We will mend', '<w:rPr><w:del/></w:rPr>') + para(run(' the roads.'));
    expect(await blocksOf(body)).toEqual(['paragraph 1 We will mend the roads.']);
  });
  test('a large first letter is the first of its paragraph', async () => {
    const body = para('W', '<w:framePr w:dropCap="drop"/>') + para('e will mend the roads.');
    expect(await blocksOf(body)).toEqual(['paragraph 1 We will mend the roads.']);
  });
  test('empty lines divide it', async () => {
    const body = para(`${run('One.')}<w:r><w:br/><w:br/></w:r>${run('Two.')}`);
    expect(await blocksOf(body)).toEqual(['paragraph 1 One.', 'paragraph 1 Two.']);
  });
  test('changes are counted in one note', async () => {
    const change = `${run('a')}<w:ins>${run('b')}</w:ins><w:del/>`;
    const { diagnostics } = await readDocx(word(para(change) + para(change)));
    expect(diagnostics).toMatchObject([{ level: 'note', message: expect.stringContaining('2 insertions') }]);
    expect(diagnostics[0]?.message).toContain('2 deletions');
  });
});

describe('around paragraphs', () => {
  test('words whose paragraph has lost its end go on in the next one, or end where there is none', async () => {
    const lost = '<w:rPr><w:del/></w:rPr>';
    const body =
      para('We will mend ', lost) +
      para('every lane.') +
      para('Every bridge', lost) +
      para('') +
      para('And then', lost);
    expect(await blocksOf(`${body}${table(['a', 'b'])}${para('At last', lost)}`)).toEqual([
      'paragraph 1 We will mend every lane.',
      'paragraph 1 Every bridge',
      'paragraph 1 And then',
      'cell 1 a | b',
      'paragraph 1 At last',
    ]);
  });
  test('tables are rows with the names of their columns', async () => {
    const body = table(
      ['!Action', '!Lead', '!By when'],
      ['Mend the bridge', 'Roads team', 'May 2027'],
      ['Paint it', '', 'June 2027'],
    );
    expect(await blocksOf(body)).toEqual([
      'cell 1 Action | Lead | By when',
      'cell 1 Mend the bridge | Roads team | May 2027 <Action|Lead|By when>',
      'cell 1 Paint it | June 2027 <Action|By when>',
    ]);
  });
  test('a first row that its style or its colour sets apart names the columns, wide names all of theirs', async () => {
    const bold = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>';
    const parts = { styles: `<w:style w:type="table" w:styleId="T"><w:name w:val="T"/>${bold}</w:style>` };
    const plain = table(['Action', 'Lead', 'When'], ['Mend', 'Team', 'May']);
    const look = (first: number): string =>
      plain.replace('<w:tbl>', `<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:firstRow="${first}"/></w:tblPr>`);
    const named = ['cell 1 Action | Lead | When', 'cell 1 Mend | Team | May <Action|Lead|When>'];
    expect(await blocksOf(look(1), parts)).toEqual(named);
    expect(await blocksOf(look(0), parts)).toEqual([named[0], 'cell 1 Mend | Team | May']);
    const [first = '', ...others] = plain.split('</w:tr>');
    const shaded = first.replaceAll('<w:tc>', '<w:tc><w:tcPr><w:shd w:fill="C0C0C0"/></w:tcPr>');
    expect(await blocksOf([shaded, ...others].join('</w:tr>'))).toEqual(named);
    const wide = table(['!Action', '!Who'], ['Mend', 'Team', 'May']).replace(
      `<w:tc>${para('Who')}`,
      `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${para('Who')}`,
    );
    expect(await blocksOf(wide)).toEqual(['cell 1 Action | Who', 'cell 1 Mend | Team | May <Action|Who|Who>']);
  });
  test('a first row of words over numbers names the columns; one in bold like all others does not', async () => {
    const rows = [
      ['Action', 'Lead', 'By when'],
      ['Mend', 'Team', 'May 2027'],
      ['Paint', 'Crew', '2028'],
    ];
    expect(await blocksOf(table(...rows))).toEqual([
      'cell 1 Action | Lead | By when',
      'cell 1 Mend | Team | May 2027 <Action|Lead|By when>',
      'cell 1 Paint | Crew | 2028 <Action|Lead|By when>',
    ]);
    const facts = [
      ['Name', 'Ashmere', 'Town'],
      ['Area', '12', 'km2'],
      ['People', 'many', 'souls'],
    ];
    expect((await blocksOf(table(...facts)))[1]).toBe('cell 1 Area | 12 | km2');
    const bold = table(['Name', 'Ashmere'], ['Area', 'Large']).replaceAll('<w:r>', '<w:r><w:rPr><w:b/></w:rPr>');
    expect((await blocksOf(bold))[1]).toBe('cell 1 Area | Large');
  });
  test('a cell that rows share stands in each of them, but for long ones and names of columns', async () => {
    const merged = (text: string, isFirst: boolean): string =>
      `<w:tc><w:tcPr><w:vMerge${isFirst ? ' w:val="restart"' : ''}/></w:tcPr>${para(text)}</w:tc>`;
    const cell = (text: string): string => `<w:tc>${para(text)}</w:tc>`;
    const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
    const head = `<w:trPr><w:tblHeader/></w:trPr>`;
    const long =
      'We will look at all of the lanes of Ashmere, one by one, and then we will look at all of its bridges.';
    const body = `<w:tbl>${[
      row(head, cell('Action'), merged('Lead', true), cell('When'), cell('Why')),
      row(head, cell(''), merged('', false), cell('Begin'), cell('')),
      row(cell('Mend'), merged('Roads team', true), cell('May'), merged(long, true)),
      row(cell('Paint'), merged('', false), cell('June'), merged('', false)),
      row(cell('Sweep'), merged('', false), cell('July'), cell('Leaves')),
      row(cell(''), merged('', false), cell(''), cell('')),
      row(cell('Close'), merged('Lanes team', true), cell(''), cell('')),
    ].join('')}</w:tbl>`;
    expect((await blocksOf(body)).map((block) => block.replace(/ <.*>$/, ''))).toEqual([
      'cell 1 Action | Lead | When | Why',
      'cell 1 Begin',
      `cell 1 Mend | Roads team | May | ${long}`,
      'cell 1 Paint | Roads team | June',
      'cell 1 Sweep | Roads team | July | Leaves',
      'cell 1 Close | Lanes team',
    ]);
  });
  test('a table in one cell of many belongs to its row', async () => {
    const inner = table(['a', 'b']);
    const rows = [1, 2, 3, 4].map((each) => [`Action ${each}`, `Lead ${each}`]);
    const body = table(['!Action', '!Lead'], ...rows).replace(para('Lead 2'), `${para('See')}${inner}${para('')}`);
    expect(await blocksOf(body)).toEqual([
      'cell 1 Action | Lead',
      'cell 1 Action 1 | Lead 1 <Action|Lead>',
      'cell 1 Action 2 | See a b <Action|Lead>',
      'cell 1 Action 3 | Lead 3 <Action|Lead>',
      'cell 1 Action 4 | Lead 4 <Action|Lead>',
    ]);
  });
  test('a table of one column is a box', async () => {
    expect(await blocksOf(table(['We will act.'], ['And act again.']))).toEqual([
      'paragraph 1 We will act.',
      'paragraph 1 And act again.',
    ]);
  });
  test('text boxes, once', async () => {
    const box = `<w:txbxContent>${para('In a box.')}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(await blocksOf(para(`${run('Beside it.')}<w:r>${both}</w:r>`))).toEqual([
      'paragraph 1 Beside it.',
      'paragraph 1 In a box.',
    ]);
  });
  test('notes stand at the end, comments nowhere', async () => {
    const note = (id: number, text: string): string => `<w:footnote w:id="${id}">${para(text)}</w:footnote>`;
    const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const body =
      para(`${run('One.')}${mark(3)}`) + para(`${run('Two.')}${mark(2)}<w:r><w:endnoteReference w:id="1"/></w:r>`);
    const parts = {
      footnotes: note(1, 'Unused.') + note(2, 'Second.') + note(3, 'First.'),
      endnotes: `<w:endnote w:id="1">${para('Last.')}</w:endnote>`,
      comments: para('Really?'),
    };
    expect(await blocksOf(body, parts)).toEqual([
      'paragraph 1 One.',
      'paragraph 1 Two.',
      'note 1 [1] First.',
      'note 1 [2] Second.',
      'note 1 [i] Last.',
    ]);
  });
  test('the file says who made it and when', async () => {
    const core =
      '<dc:title>Roads for Ashmere</dc:title><dc:creator>Ana Reed</dc:creator><dcterms:created>2024-03-14T09:00:00Z</dcterms:created>';
    const app = '<Company>Ashmere Council</Company>';
    const body = para('Roads for Ashmere', '<w:outlineLvl w:val="0"/>') + para('We will mend them.');
    expect(await read({ name: 'a.docx', bytes: word(body, { core, app }) })).toMatchObject({
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      title: 'Roads for Ashmere',
      publisher: 'Ashmere Council',
      date: { value: '2024-03-14', source: 'metadata' },
      paged: false,
      status: 'read',
    });
  });
});

describe('what is no sound document', () => {
  const sound = word(para('We will act.'));
  const code = async (bytes: Uint8Array): Promise<string> => {
    try {
      await read({ name: 'plan.docx', bytes });
    } catch (error) {
      if (error instanceof PmedError && error.exitCode === 3) return error.code;
      throw error;
    }
    return 'read';
  };
  test('a name like `w` is not needed', async () => {
    const xml =
      '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>Act.</t></r></p></body></document>';
    expect((await readDocx(writeZip({ 'word/document.xml': xml }))).text).toBe('Act.');
  });
  test('cut short, or without a body', async () => {
    expect(await code(sound.subarray(0, sound.length - 40))).toBe('PMED-I106');
    expect(await code(writeZip({ '[Content_Types].xml': '<Types/>' }))).toBe('PMED-I106');
    expect(await code(writeZip({ 'word/document.xml': 'no mark-up' }))).toBe('PMED-I106');
  });
  test('encrypted', async () => {
    expect(await code(writeZip({ 'word/document.xml': 'x' }, { flags: 1 }))).toBe('PMED-I105');
    const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
    expect(await code(ole)).toBe('PMED-I105');
    expect(await code(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('PMED-I105');
    expect(await code(Buffer.concat([ole, Buffer.from('WordDocument', 'utf16le')]))).toBe('PMED-I108');
  });
  test('made to fill the memory: nothing is unpacked beyond what it says, and not all that', async () => {
    expect(await code(writeZip({ 'word/document.xml': 'x' }, { size: 4_000_000_000 }))).toBe('PMED-I103');
    expect(await code(writeZip({ 'word/document.xml': ' '.repeat(6_000_000) }))).toBe('PMED-I103');
    expect(await code(writeZip({ 'word/document.xml': ' '.repeat(60_000) }, { size: 10 }))).toBe('PMED-I106');
  });
  test('entities are neither expanded nor loaded', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>';
    const body = `${doctype}<w:document><w:body>${para('We act.&b;&c;')}</w:body></w:document>`;
    expect((await read({ name: 'a.docx', bytes: writeZip({ 'word/document.xml': body }) })).text).toBe('We act.');
  });
  test('tables without end within tables', async () => {
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${para('We act.')}${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`;
    expect(await blocksOf(deep)).toEqual(['paragraph 1 We act.']);
  });
  test('with any byte changed: a document or a fault, never a bug', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(255), async (at, value) => {
        const bytes = sound.slice();
        bytes[at] = value;
        await code(bytes);
      }),
      { numRuns: 300 },
    );
  });
});

test('of any XML: blocks that lead back to the text, and nothing thrown', async () => {
  const bit = fc.constantFrom(
    ...[
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '</w:r>',
      '<w:t>',
      '</w:t>',
      'We will act.',
      ' by ',
      '2. ',
      '• ',
      '&amp;',
      '<w:br/>',
    ],
    ...['<w:tbl>', '</w:tbl>', '<w:tr>', '</w:tr>', '<w:tc>', '</w:tc>', '<w:ins>', '</w:ins>', '<w:del>', '</w:del>'],
    ...[
      '<w:pPr>',
      '</w:pPr>',
      '<w:numPr>',
      '</w:numPr>',
      '<w:ilvl w:val="1"/>',
      '<w:numId w:val="1"/>',
      '<!--',
      '-->',
      '<',
      '>',
    ],
    ...[
      '<w:drawing>',
      '</w:drawing>',
      '<w:txbxContent>',
      '</w:txbxContent>',
      '<w:outlineLvl w:val="0"/>',
      '\u00ad',
      '\ufb01',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(bit, { maxLength: 80 }), async (bits) => {
      await blocksOf(`${bits.join('')}`, { numbering: list(1, 'decimal %1.', 'lowerLetter %2)') });
    }),
    { numRuns: 500 },
  );
});
