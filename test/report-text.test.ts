/** The text on the page of a report: what is marked is what is quoted, everything stands where it stood, and links meet. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Page } from '../src/model/document.ts';
import { harmless } from '../src/render/harmless.ts';
import { fragment } from '../src/render/html/markup.ts';
import { type Found, markedText, markIds } from '../src/render/report/html/text/marks.ts';
import { all, attribute, type Element, inside, type ParsedPage, parsedPage, textIn } from './page.ts';
import { expectForEverybody, expectWhole } from './page-rules.ts';
import { markdown, markedAs, pageOfParts, reportPage, wordsIn } from './report-page.ts';

const texts = (page: ParsedPage, name: string): string[] => all(page, name).map((one) => textIn(one).trim());
const bare = (words: string): string =>
  harmless(words)
    .replace(/\p{Noncharacter_Code_Point}|\p{Surrogate}/gu, '\ufffd')
    .replace(/[\s|]+/g, '');

/** The body of the text: everything that the document says. */
const bodyOf = (page: ParsedPage): Element => {
  const [body] = all(page, '.body');
  if (body === undefined) throw new Error('the page shows no text');
  return body;
};

/** What stands before the foot of the page, which has headings of its own. */
const beforeFoot = ({ elements }: ParsedPage): readonly Element[] =>
  elements.slice(
    0,
    elements.findIndex(({ tagName }) => tagName === 'footer'),
  );

describe('the text of a real page', () => {
  it.each(['fixtures/northshire-2024.pdf', 'fixtures/northshire-2026.md', 'fixtures/northshire-2024-reflowed.txt'])(
    'marks in %s what is quoted, and links both ways',
    async (path) => {
      const { html, parts } = await reportPage(path);
      expectWhole(html);
      const page = parsedPage(html);
      expectForEverybody(page, 'Skip to the results');
      const [part] = parts;
      expect(part?.commitments.length).toBeGreaterThan(20);
      for (const { ref, evidence } of [...(part?.commitments ?? []), ...(part?.statements ?? [])]) {
        const pieces = markedAs(page, ref);
        if (pieces.length === 1) expect(pieces[0]).toBe(evidence.quote);
        else expect(pieces.map(bare).join('')).toBe(bare(evidence.quote));
      }
      for (const { ref, text } of part?.timeline ?? []) expect(bare(markedAs(page, ref).join(''))).toBe(bare(text));
      const links = new Set(all(page, 'a').map((link) => attribute(link, 'href')));
      for (const { ref } of part?.commitments ?? []) {
        expect(links).toContain(`#${ref}`);
        expect(links).toContain(`#${ref}-text`);
      }
    },
  );

  it('has every word of the document but running heads, once and in order', async () => {
    const { html, parts } = await reportPage('fixtures/northshire-2024.pdf');
    const blocks = parts[0]?.body?.blocks ?? [];
    const page = parsedPage(html);
    const shown = bare(wordsIn(bodyOf(page)));
    for (const block of blocks.filter(({ kind }) => kind !== 'furniture')) expect(shown).toContain(bare(block.text));
    expect(texts(page, '.pg')).toEqual([
      '— p. i (PDF page 1) —',
      '— p. ii (PDF page 2) —',
      '— p. iii (PDF page 3) —',
      '— p. 1 (PDF page 4) —',
      '— p. 2 (PDF page 5) —',
      '— p. 3 (PDF page 6) —',
    ]);
    expect(shown).not.toContain(bare('Living Well in Northshire' + 'Foreword'));
    const table = inside(bodyOf(page), 'table')[0];
    expect(table && inside(table, 'th').map((head) => textIn(head))).toEqual(['Action', 'Lead', 'By when']);
    expect(table && inside(table, 'tr')).toHaveLength(5);
  });

  it('keeps apart what several documents say', async () => {
    const { html, parts } = await reportPage('fixtures/northshire-2024.md', 'fixtures/northshire-2026.md');
    const page = parsedPage(html);
    expectForEverybody(page, 'Skip to the results');
    for (const { ref, evidence } of parts.flatMap(({ commitments }) => commitments))
      expect(bare(markedAs(page, ref).join(''))).toBe(bare(evidence.quote));
  });
});

/** Words as a document might have them, among them some that are taken for mark-up. */
const words = fc.oneof(
  fc.constantFrom(
    'We will publish a plan by 2027.',
    'The council will open <b>3</b> schools by March 2028 & more.',
    '- <script>alert(1)</script> will be ended by 2030',
    '## "><img src=x onerror=alert(1)>',
    '| We will fund | 40 wells | by 2029 |\n| --- | --- | --- |\n| The town will plant | 90 trees | by 2031 |',
    '~~We will cut waits.~~ We aim to cut &lt;waits&gt; to 6 weeks.',
    '1. We will:\n   - train 12 nurses by May 2026;\n   - hire \u202ereversed\u202c staff by 2027.',
    '`We will` [build](x) *homes* and\nhyphen-\nated roads by 2028.',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

it('marks what is quoted, whatever a document says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 8 }), async (paragraphs) => {
      const { html, parts } = await reportPage(markdown(paragraphs.join('\n\n')));
      const page = parsedPage(html);
      expect(page.faults).toEqual([]);
      expect(all(page, 'script')).toHaveLength(1);
      expect(all(page, 'img')).toEqual([]);
      const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { ref, evidence } of parts.flatMap(({ commitments, statements }) => [...commitments, ...statements]))
        expect(bare(markedAs(page, ref).join(''))).toBe(bare(evidence.quote));
    }),
    { numRuns: 40 },
  );
});

describe('marks', () => {
  const kinds = ['commitment', 'statement', 'time'] as const;
  const marksOf = (text: string, found: readonly Found[], breaks: readonly number[] = []): ParsedPage => {
    const marked = markedText(
      text,
      [0, text.length],
      found,
      breaks.map((at) => ({ at, content: fragment('¶') })),
      markIds(),
    );
    return parsedPage(
      `<!DOCTYPE html><html lang="en"><head><title>-</title></head><body><p>${fragment(marked).markup}</p></body></html>`,
    );
  };

  it('nest, meet and overlap, and each says its own words', () => {
    const text = 'abcdefghijklmnopqrstuvwxyz';
    const range = fc.tuple(fc.nat(26), fc.nat(26)).filter(([from, to]) => from < to);
    fc.assert(
      fc.property(fc.array(fc.tuple(range, fc.constantFrom(...kinds), fc.boolean()), { maxLength: 12 }), (given) => {
        const found = given.map(([[from, to], kind, hasRow], at): Found => ({ ref: `X${at}`, kind, from, to, hasRow }));
        const page = marksOf(text, found);
        expect(page.faults).toEqual([]);
        for (const { ref, from, to } of found) expect(markedAs(page, ref).join('')).toBe(text.slice(from, to));
        expect(wordsIn(all(page, 'p')[0] ?? bodyOf(page))).toBe(text);
        for (const link of all(page, 'a')) expect(inside(link, 'a')).toEqual([]);
      }),
    );
  });

  it('carry ids from the outside in, one mark for what stands in one place', () => {
    const one = { kind: 'commitment', hasRow: true } as const;
    const page = marksOf('We will act by 2027.', [
      { ...one, ref: 'C1', from: 0, to: 20 },
      { ...one, ref: 'C2', from: 0, to: 20 },
      { kind: 'time', hasRow: false, ref: 'T1', from: 15, to: 19 },
    ]);
    expect(all(page, 'mark').map((mark) => attribute(mark, 'id'))).toEqual(['C1-text', 'C2-text', 'T1-text']);
    expect(texts(page, '.l')).toEqual(['C1', 'C2']);
  });

  it('keep the marks of pages in their places', () => {
    const page = marksOf(
      'We will act.',
      [{ ref: 'C1', kind: 'commitment', from: 3, to: 12, hasRow: false }],
      [0, 8, 12],
    );
    expect(textIn(all(page, 'p')[0] ?? bodyOf(page))).toBe('¶We C1will ¶act.');
  });

  it('take time in line with what is marked', () => {
    const text = 'We will act. '.repeat(20_000);
    const found = Array.from({ length: 20_000 }, (_, at): Found => {
      return { ref: `C${at}`, kind: 'commitment', from: at * 13, to: at * 13 + 12, hasRow: true };
    });
    expect(fragment(markedText(text, [0, text.length], found, [], markIds())).markup.match(/<mark/g)).toHaveLength(
      20_000,
    );
  });
});

describe('blocks', () => {
  /** A page of blocks with nothing found in them, each on a line of its own. */
  const pageOf = async (
    given: readonly (Partial<Block> & Pick<Block, 'kind' | 'text'>)[],
    pages: readonly Page[] = [],
  ): Promise<ParsedPage> => {
    const { parts } = await reportPage(markdown('A walk by the sea.'));
    let at = 0;
    const blocks = given.map((one): Block => {
      const [start, end] = [at, at + one.text.length];
      at = end + 1;
      return {
        level: 1,
        start,
        end,
        pieces: [{ at: 0, start }],
        parts: [{ page: 1, start, end, box: null }],
        marker: null,
        header: null,
        ...one,
      };
    });
    const tool = { name: 'pmed', version: '0', packs: [] } as const;
    const options = {
      fiscalYear: '04-01',
      dateOrder: 'dmy',
      anchors: {},
      actors: {},
      asOf: null,
      config: {},
      review: null,
    } as const;
    const body = { text: given.map(({ text }) => text).join('\n'), blocks, pages, paged: pages.length > 0 };
    const empty = { commitments: [], statements: [], timeline: [], themes: [] };
    const html = pageOfParts(
      parts.map((part) => ({ ...part, ...empty, body })),
      { ...tool, packs: [], options },
    );
    const page = parsedPage(html);
    expect(page.faults).toEqual([]);
    expectForEverybody(page, 'Skip to the results');
    return page;
  };
  const outline = (element: Element): string =>
    element.childNodes
      .map((child) => {
        if ('value' in child) return child.value;
        return 'tagName' in child ? `<${child.tagName}>${outline(child)}</>` : '';
      })
      .join('');

  it('are headings of their depth, chapters in folds that are open', async () => {
    const page = await pageOf([
      { kind: 'heading', text: 'Title', level: 1 },
      { kind: 'heading', text: 'One', level: 3, marker: '1.' },
      { kind: 'paragraph', text: 'Words.' },
      { kind: 'heading', text: 'Deep', level: 6 },
      { kind: 'heading', text: 'Two', level: 2 },
      { kind: 'furniture', text: 'Page 7' },
    ]);
    expect(
      beforeFoot(page).flatMap((one) => (/^h[3-6]$/.test(one.tagName) ? `${one.tagName} ${textIn(one)}` : [])),
    ).toEqual(['h3 Title', 'h4 1. One', 'h5 Deep', 'h4 Two']);
    const folds = inside(bodyOf(page), 'details');
    expect(folds.length).toBeGreaterThan(0);
    for (const fold of folds) expect(attribute(fold, 'open')).toBe('');
    expect(textIn(bodyOf(page))).not.toContain('Page 7');
  });

  it('are lists in lists, with printed numbers', async () => {
    const page = await pageOf([
      { kind: 'item', text: 'a', marker: '•' },
      { kind: 'item', text: 'b', level: 2, marker: '(i)' },
      { kind: 'item', text: 'c', level: 2 },
      { kind: 'note', text: 'A note', marker: '1' },
      { kind: 'item', text: 'd' },
      { kind: 'paragraph', text: 'End.' },
    ]);
    expect(outline(bodyOf(page))).toBe(
      '<ul><li>a<ul><li><span>(i)</> b</><li>c</></></><li>d</></><p><span>1</> A note</><p>End.</>',
    );
  });

  it('are tables with their heads, cells in their columns', async () => {
    const page = await pageOf([
      { kind: 'cell', text: 'Act | Lead | By' },
      { kind: 'cell', text: 'Plant | Town | 2030', header: ['Act', 'Lead', 'By'] },
      { kind: 'cell', text: 'Dig | 2031', header: ['Act', 'By'] },
      { kind: 'cell', text: 'Name | Place' },
      { kind: 'cell', text: 'A | B', header: ['Name', 'Place'] },
      { kind: 'paragraph', text: 'Between.' },
      { kind: 'cell', text: 'C | D', header: ['Name', 'Place'] },
      { kind: 'paragraph', text: 'Between.' },
      { kind: 'cell', text: 'x | y' },
      { kind: 'cell', text: 'z' },
    ]);
    expect(
      inside(bodyOf(page), 'table').map((table) => inside(table, 'tr').map((row) => row.childNodes.map(textIn))),
    ).toEqual([
      [
        ['Act', 'Lead', 'By'],
        ['Plant', 'Town', '2030'],
        ['Dig', '', '2031'],
      ],
      [
        ['Name', 'Place'],
        ['A', 'B'],
      ],
      [
        ['Name', 'Place'],
        ['C', 'D'],
      ],
      [
        ['x', 'y'],
        ['z', ''],
      ],
    ]);
    expect(inside(bodyOf(page), 'th').map((head) => attribute(head, 'scope'))).toEqual(Array(7).fill('col'));
  });

  it('are struck, quiet or folded where they are more than words', async () => {
    const page = await pageOf([
      ...['One 1', 'Two 2', 'Three 3', 'Four 4'].map(
        (text) => ({ kind: 'paragraph', role: 'contents', text }) as const,
      ),
      { kind: 'paragraph', text: 'gone', role: 'struck' },
      { kind: 'paragraph', text: 'Figure 1', role: 'caption' },
      { kind: 'paragraph', text: 'Bonjour', language: 'fr' },
    ]);
    expect(inside(bodyOf(page), 'del').map(textIn)).toEqual(['gone']);
    expect(texts(page, '.cap')).toEqual(['Figure 1']);
    const fold = inside(bodyOf(page), 'details')[0];
    expect(fold && inside(fold, 'summary').map(textIn)).toEqual(['Its table of contents: 4 entries']);
    expect(fold && attribute(fold, 'open')).toBeNull();
    expect(
      inside(bodyOf(page), 'p')
        .map((one) => attribute(one, 'lang'))
        .at(-1),
    ).toBe('fr');
  });

  it('carry the marks of their pages, within words too, and of pages that could not be read', async () => {
    const of = (page: number, label: string | null, legible = true): Page => ({
      page,
      label,
      start: 0,
      end: 0,
      legible,
    });
    const part = (page: number, start: number, end: number): Block['parts'][number] => ({
      page,
      start,
      end,
      box: null,
    });
    const page = await pageOf(
      [
        { kind: 'paragraph', text: 'One two', parts: [part(1, 0, 4), part(2, 4, 7)] },
        { kind: 'cell', text: 'a | b', parts: [part(4, 8, 13)] },
        { kind: 'note', text: 'An earlier note', parts: [part(2, 14, 29)] },
      ],
      [of(1, 'i'), of(2, null), of(3, null, false), of(4, '1')],
    );
    expect(textIn(bodyOf(page))).toBe(
      '— p. i (PDF page 1) —One — p. 2 —two— p. 3: could not be read —— p. 1 (PDF page 4) —abAn earlier note',
    );
  });
});
