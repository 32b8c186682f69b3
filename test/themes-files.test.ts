/** Themes as tables, Markdown and pictures: complete, as published, well-formed, and harmless whatever they hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sideBySide } from '../src/compare/theme-columns.ts';
import type { ReportPart } from '../src/model/part.ts';
import type { Theme } from '../src/model/report.ts';
import type { TableLook } from '../src/render/csv.ts';
import { comparisonMarkdown } from '../src/render/themes/compare-md.ts';
import { type ThemesTable, themesHead, themesRows } from '../src/render/themes/csv.ts';
import { themesMarkdown } from '../src/render/themes/md.ts';
import { comparisonPicture, themesPicture } from '../src/render/themes/svg.ts';
import { gridPicture } from '../src/render/themes/svg-grid.ts';
import { parsedTable } from './table.ts';
import { passage, themedPart, themeOf } from './themed.ts';
import { elements, parsed, textOf } from './xml.ts';

const choice = { facet: null, top: 12 };
const bare: TableLook = { separator: ',', mark: false, guard: false };
const table: ThemesTable = { ...bare, by: null, isComparison: false };
const rowsOf = (part: ReportPart, look: Partial<ThemesTable> = {}): Record<string, string>[] => {
  const all = { ...table, ...look };
  const [names = [], ...rows] = parsedTable(themesHead(all) + [...themesRows(part, all)].join(''), all.separator);
  return rows.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])));
};

const partIn = (page: number, passages: number, of: number): NonNullable<Theme['parts']>[number] => ({
  sectionId: null,
  page,
  passages,
  of,
  share: Math.round((passages / of) * 1e4) / 1e4,
  interval: [0, 1],
  hits: passages,
});
const pagesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ sectionId: null, page: at + 1, pageLabel: null, passages: 10 }));

const report = themedPart([
  themeOf('workforce', 230, 1000, {
    evidence: [
      passage('We will train nurses.', { page: 3, line: null, pageLabel: '1', score: 0.7, terms: ['nurses'] }),
      passage('Nurses, midwives.', { page: 9, line: null, pageLabel: '7', score: 0.9, terms: ['nurses', 'midwives'] }),
    ],
    parts: [partIn(3, 1, 10), partIn(9, 4, 8)],
  }),
  themeOf('health', 40, 1000, { facet: 'sector' }),
]);

describe('the table', () => {
  it('has a row a theme a document, with its best passage', () => {
    expect(themesHead(table)).toBe(
      'theme,scheme,facet,label,document,title,document_date,passages,of_passages,share,share_low,share_high,hits,per_1000_words,low_evidence,terms,quote,quote_terms,page,page_label,line\n',
    );
    const [first, second, ...others] = rowsOf(report);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ theme: 'workforce', passages: '230', of_passages: '1000', share: '0.23' });
    expect(first).toMatchObject({ quote: 'Nurses, midwives.', quote_terms: 'nurses; midwives', page_label: '7' });
    expect(second).toMatchObject({ facet: 'sector', line: '1', page: '' });
  });

  it('has a row a theme a page, with the best passage there', () => {
    const rows = rowsOf(report, { by: 'page' });
    expect(
      rows.map(({ theme_page, passages, of_passages, quote }) => [theme_page, passages, of_passages, quote]),
    ).toEqual([
      ['3', '1', '10', 'We will train nurses.'],
      ['9', '4', '8', 'Nurses, midwives.'],
    ]);
  });

  it('has a row a theme a section, with the best passage in it or in what it holds', () => {
    const sections = [
      { id: 's1', level: 1, title: 'Staff', page: null, start: 10, end: 90 },
      { id: 's2', level: 2, title: 'Pay', page: null, start: 50, end: 90 },
    ];
    const inSection = (sectionId: string | null) => ({ ...partIn(1, 1, 4), sectionId, page: null });
    const theme = themeOf('workforce', 2, 40, {
      evidence: [passage('Before.', { start: 2 }), passage('Paid.', { start: 60, sectionId: 's2' })],
      parts: [inSection(null), inSection('s1'), inSection('s2')],
    });
    const rows = rowsOf(themedPart([theme], { sections }), { by: 'section' });
    expect(rows.map(({ section, quote }) => [section, quote])).toEqual([
      ['', 'Before.'],
      ['Staff', 'Paid.'],
      ['Pay', 'Paid.'],
    ]);
  });

  it('says what changed only where documents are compared', () => {
    const [, after = themedPart([])] = sideBySide([report, themedPart([], { id: 'd-2' })]);
    const [row] = rowsOf(after, { isComparison: true });
    expect(row).toMatchObject({ theme: 'health', passages: '0', change_points: '-4', change_significant: 'true' });
    expect(themesHead(table)).not.toContain('change');
  });

  it('of files holds no formulas, and nowhere what moves a cursor', () => {
    const evil = '=HYPERLINK("http://x")\u001b[31m\u202e';
    const part = themedPart([themeOf('t', 1, 10, { label: evil, evidence: [passage(evil, { terms: [evil] })] })], {
      title: evil,
    });
    for (const row of rowsOf(part, { guard: true })) {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@]/);
      expect(Object.values(row).join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
    }
  });
});

describe('Markdown', () => {
  it('has a table of shares, and the best passages of each theme', () => {
    const text = themesMarkdown(report, null);
    expect(text).toContain('| Workforce | 230 | 23 % (20–26) | 46.0 | workforce (460) | p. 1, 7 |');
    expect(text).toContain('### Workforce\n\n- p. 1: "We will train nurses." (nurses)\n');
    expect(text).toContain('## Sectors');
  });

  it('has a row a page where these are asked for, and columns where documents are compared', () => {
    const text = themesMarkdown(themedPart(report.themes, { parts: pagesOf(9), pages: 9 }), 'page');
    expect(text).toContain('| p. 9 | 10 | Workforce 4 |');
    const side = comparisonMarkdown(sideBySide([report, themedPart([], { id: 'd-2', date: null })]), choice);
    expect(side).toContain('| Workforce | 23 % (20–26) | 46.0 | none |  | **-23.0** |');
  });

  it('takes nothing for mark-up', () => {
    const part = themedPart([themeOf('t', 9, 10, { label: '<b>|*x*', evidence: [passage('a | <script> `b`')] })]);
    for (const text of [themesMarkdown(part, null), comparisonMarkdown(sideBySide([part, part]), choice)]) {
      expect(text).not.toMatch(/<(?!!--)/);
      expect(text).toContain('&lt;b&gt;\\|\\*x\\*');
    }
  });
});

describe('a picture', () => {
  const pictures = (part: ReportPart): string[] => [
    themesPicture([part], choice),
    comparisonPicture(sideBySide([part, themedPart([], { id: 'd-2' })]), choice),
    gridPicture([part], 'page', choice),
    gridPicture([part], 'section', choice),
  ];
  const whole = themedPart(report.themes, { parts: pagesOf(9), pages: 9 });

  it('has a bar for every share with its interval, and says in words what it shows', () => {
    const svg = parsed(themesPicture([report], choice));
    expect(svg.attributes).toMatchObject({ role: 'img', class: 'pmed-themes' });
    const ids = (svg.attributes['aria-labelledby'] ?? '').split(' ');
    const [title] = elements(svg, 'title');
    const [description] = elements(svg, 'desc');
    expect(ids).toEqual([title?.attributes.id, description?.attributes.id]);
    expect(description && textOf(description)).toBe(
      'Plan for Fernhollow: Workforce in 23 % of the passages, Health in 4.0 % of the passages.',
    );
    expect(elements(svg, 'rect').filter(({ attributes }) => attributes.class === 'pmed-bar')).toHaveLength(2);
    expect(elements(svg, 'path').filter(({ attributes }) => attributes.class === 'pmed-whisker')).toHaveLength(2);
    expect(elements(svg, 'text').map(textOf)).toContain('23 % (20–26)');
  });

  it('of too short a text has no bars', () => {
    const short = themedPart([themeOf('ethics', 2, 10, { lowEvidence: true })], { words: 90, passages: 10 });
    const svg = parsed(themesPicture([short], choice));
    expect(elements(svg, 'rect').filter(({ attributes }) => attributes.class === 'pmed-bar')).toEqual([]);
    expect(elements(svg, 'text').map(textOf).join(' ')).toContain('low evidence');
  });

  it('of two documents says what is more than chance', () => {
    const texts = elements(parsed(pictures(whole)[1] ?? ''), 'text').map(textOf);
    expect(texts).toContain('-23.0 *');
    expect(texts.join(' ')).toContain('* more than chance would bring');
  });

  it('of a thousand pages takes neighbours together', () => {
    const parts = pagesOf(1000);
    const theme = themeOf('ethics', 1000, 10_000, { parts: parts.map(({ page }) => partIn(page, 1, 10)) });
    const svg = parsed(gridPicture([themedPart([theme], { parts, pages: 1000 })], 'page', choice));
    expect(Number(svg.attributes.height)).toBeLessThan(2200);
    const bars = elements(svg, 'rect').filter(({ attributes }) => attributes.class === 'pmed-bar');
    expect(bars.length).toBeGreaterThan(50);
    expect(elements(svg, 'text').map(textOf)).toContain('p. 1–13');
  });

  it('of many documents stays bounded, and says what it leaves out', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({
      ...report,
      document: { ...themedPart([], { id: `d-${at}` }).document },
    }));
    const parts = many.flatMap(({ document, ...part }, at) => {
      const [own] = [themedPart(part.themes, { id: `d-${at}` })];
      return document === null ? [] : own;
    });
    expect(elements(parsed(themesPicture(parts, choice)), 'text').map(textOf)).toContain('20 more documents not drawn');
  });

  it('of nothing is still one', () => {
    for (const part of [themedPart([]), { ...themedPart([]), document: null }])
      for (const picture of pictures(part)) expect(elements(parsed(picture), 'desc')).toHaveLength(1);
  });

  it('is well-formed whatever the documents hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<script>&amp;]]>\u0000\ufffe', '日本語のラベル', '\u202eabc', 'a'.repeat(300), ''),
    );
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 1, max: 1000 }), (label, title, term, count) => {
        const theme = themeOf('t', count, 1000, {
          label,
          terms: [{ term, count }],
          evidence: [passage(term, { terms: [term] })],
          parts: [{ ...partIn(1, 1, 10), sectionId: 's1', page: null }],
        });
        const part = themedPart([theme], {
          title,
          sections: [{ id: 's1', level: 1, title, page: null, start: 0, end: 9 }],
          parts: [{ sectionId: 's1', page: null, pageLabel: null, passages: 10 }],
        });
        for (const picture of pictures(part)) parsed(picture);
      }),
      { numRuns: 60 },
    );
  });
});
