/** The screens of `pmed themes`: shares with their intervals, passages with the words that carry them, nothing cut. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sideBySide } from '../src/compare/theme-columns.ts';
import type { ReportPart } from '../src/model/part.ts';
import type { DocumentRecord, Theme } from '../src/model/report.ts';
import { defaultScreen, type ScreenOptions } from '../src/render/screen.ts';
import { renderComparison } from '../src/render/themes/compare-text.ts';
import { documentLines, totalLines } from '../src/render/themes/documents-text.ts';
import { renderThemesBy } from '../src/render/themes/grid-text.ts';
import { themeTotal } from '../src/render/themes/total.ts';
import { renderThemes } from '../src/render/themes-text.ts';
import { displayWidth } from '../src/render/width.ts';
import { reportOf } from './reports.ts';
import { passage, themedPart, themeOf } from './themed.ts';

const { tool } = reportOf([]);
const screen = { ...defaultScreen, tool, choice: { facet: null, top: 12 } };
const shown = (part: ReportPart, options: Partial<typeof screen> = {}) => renderThemes(part, { ...screen, ...options });

const report = themedPart([
  themeOf('workforce', 230, 1000),
  themeOf('ethics', 12, 1000),
  themeOf('health', 40, 1000, { facet: 'sector' }),
]);

describe('a screen of themes', () => {
  it('has a bar, the share with its interval and the words per thousand of each, by facet', () => {
    const text = shown(report);
    expect(text).toContain('THEMES  share of 1,000 passages (95 % interval), then hits per 1,000 words');
    expect(text).toMatch(/^LENSES\n Workforce █+ +23 % \(20–26\) +46\.0 {2}l\. 1 · workforce \(460\)$/m);
    expect(text).toMatch(/^ Ethics {4}▊ +1\.2 % \(0\.7–2\.1\) +2\.4 /m);
    expect(text).toMatch(/^SECTORS\n Health /m);
  });

  it('tells of what stands in one passage of a long document in figures above nothing', () => {
    const rare = themedPart([themeOf('midwives', 1, 14_000), themeOf('babies', 2, 14_000)]);
    expect(shown(rare)).toMatch(/^ Babies +█+ +0\.01 % \(0\.00–0\.05\) /m);
    expect(shown(rare)).toMatch(/^ Midwives +█+[▏▎▍▌▋▊▉]? +0\.01 % \(0\.00–0\.04\) /m);
    const [one = '', two = ''] = ['Midwives', 'Babies'].map(
      (name) => new RegExp(`^ ${name} +(█+)`, 'm').exec(shown(rare))?.[1],
    );
    expect(two.length).toBeGreaterThan(1.8 * one.length);
  });

  it('quotes the best three passages in the order of the document, whole, with the words that carry them', () => {
    const long = `We will train nurses ${'and midwives '.repeat(30)}by May.`;
    const evidence = [
      passage('Few nurses.', { line: 1, score: 0.4, terms: ['nurses'] }),
      passage(long, { line: 2, score: 0.9, terms: ['nurses', 'midwives'] }),
      passage('Said again.', { line: 3, score: 0.8, from: 'heading', terms: ['workforce'] }),
      passage('Said again.', { line: 4, score: 0.8, from: 'heading', terms: ['workforce'] }),
      passage('Close by.', { line: 5, score: 0.7, from: 'around', terms: ['staff'] }),
    ];
    const text = shown(themedPart([themeOf('workforce', 5, 1000, { evidence })]));
    const flat = text.replace(/\s+/g, ' ');
    expect(flat).toContain(`l. 2 "${long}" [nurses, midwives]`);
    expect(text).toContain('l. 3  "Said again." [heading: workforce]\n   l. 5  "Close by." [nearby: staff]\n   2 more');
    expect(text).not.toContain('Few nurses.');
    expect(shown(themedPart([themeOf('workforce', 5, 1000, { evidence })]), { all: true })).toContain('Few nurses.');
  });

  it('names the places, and of many those with most passages', () => {
    const evidence = Array.from({ length: 30 }, (_, at) => passage('x', { line: null, page: at < 20 ? at + 1 : 7 }));
    const text = shown(themedPart([themeOf('workforce', 30, 1000, { evidence })])).replace(/\s+/g, ' ');
    expect(text).toContain('30 passages; mostly p. 7 (x11), 1, 2, 3, 4 and 15 more');
  });

  it('does not rank what has too few words: passages in the order of the document', () => {
    const few = { lowEvidence: true };
    const text = shown(
      themedPart(
        [
          themeOf('ethics', 2, 10, { ...few, evidence: [passage('Later.', { start: 90 })] }),
          themeOf('workforce', 1, 10, { ...few, evidence: [passage('Sooner.', { start: 10 })] }),
        ],
        { words: 150, passages: 10 },
      ),
    );
    expect(text).toContain('low evidence');
    expect(text).not.toContain('%');
    expect(text).not.toContain('█');
    expect(text.indexOf('Sooner.')).toBeLessThan(text.indexOf('Later.'));
  });

  it('has as many of each facet as are asked for of too few words too', () => {
    const few = { lowEvidence: true };
    const themes = [
      themeOf('ethics', 3, 10, few),
      themeOf('workforce', 2, 10, few),
      themeOf('health', 1, 10, { ...few, facet: 'sector' }),
    ];
    const text = shown(themedPart(themes, { words: 150, passages: 10 }), { choice: { facet: null, top: 1 } });
    expect(text).toMatch(/^ Ethics: /m);
    expect(text).toMatch(/^ Health: /m);
    expect(text.trimEnd()).toMatch(/\n 1 more theme: --all$/);
  });

  it('has as many of each facet as are asked for, and says what it leaves out', () => {
    const many = Array.from({ length: 15 }, (_, at) => themeOf(`theme${at}`, 100 - at, 1000));
    expect(shown(themedPart(many))).toContain(' 3 more themes, and the passages of 9 themes above: --all');
    const two = shown(themedPart([...many, themeOf('health', 4, 1000, { facet: 'sector' })]), {
      choice: { facet: null, top: 1 },
    });
    expect(two).toMatch(/^ Theme0 /m);
    expect(two).toMatch(/^ Health /m);
    expect(two).not.toMatch(/^ Theme1 /m);
  });

  it('keeps to some sixty lines, whatever it has to quote', () => {
    const long = `We will train nurses ${'and midwives '.repeat(20)}by May.`;
    const evidence = [1, 2, 3].map((line) => passage(`${line}. ${long}`, { line }));
    const many = (facet: 'lens' | 'sector', rest: object) =>
      Array.from({ length: 12 }, (_, at) => themeOf(`${facet}${at}`, 90 - at, 1000, { facet, evidence, ...rest }));
    for (const rest of [{}, { lowEvidence: true }]) {
      const part = themedPart([...many('lens', rest), ...many('sector', rest)]);
      expect(shown(part).split('\n').length).toBeLessThan(90);
      expect(shown(part)).toContain('the passages of 2');
      expect(shown(part, { all: true }).split('\n').length).toBeGreaterThan(300);
    }
  });

  it('has a block for each scheme, whatever it is called', () => {
    const text = shown(
      themedPart([
        themeOf('sdg-1', 9, 1000, { scheme: 'sdg', label: 'No poverty' }),
        themeOf('birth', 8, 1000, { scheme: 'maternity' }),
        themeOf('ward', 7, 1000, { scheme: 'maternity', facet: 'sector' }),
        themeOf('ethics', 6, 1000),
      ]),
    );
    expect(text.match(/^[A-Z][A-Z :]+$/gm)?.filter((line) => !line.startsWith('PASSAGES'))).toEqual([
      'LENSES',
      'SUSTAINABLE DEVELOPMENT GOALS',
      'MATERNITY: LENSES',
      'MATERNITY: SECTORS',
    ]);
  });

  it('says where there is none, and nothing of what could not be read', () => {
    expect(shown(themedPart([]))).toContain('THEMES  none found');
    expect(shown({ ...themedPart([]), document: null })).toBe('');
    expect(shown(themedPart([], { status: 'failed' }))).toBe('');
  });
});

describe('by section and page', () => {
  const section = (id: string, level: number, title: string) => ({ id, level, title, page: 2, start: 0, end: 9 });
  const part = (sectionId: string | null, page: number | null, passages: number, of: number) => ({
    sectionId,
    page,
    passages,
    of,
    share: passages / of,
    interval: [0, 1] as [number, number],
    hits: passages,
  });

  it('names each section with what it carries', () => {
    const sections = [section('s1', 1, 'Staff'), section('s2', 2, 'Pay')];
    const themes = [
      themeOf('workforce', 30, 90, { parts: [part('s1', null, 26, 40), part('s2', null, 4, 8)] }),
      themeOf('ethics', 2, 90, { parts: [part(null, null, 2, 3)] }),
    ];
    const parts = [
      { sectionId: null, page: null, pageLabel: null, passages: 3 },
      { sectionId: 's1', page: null, pageLabel: null, passages: 40 },
      { sectionId: 's2', page: null, pageLabel: null, passages: 8 },
    ];
    const text = renderThemesBy(themedPart(themes, { sections, parts }), 'section', screen);
    expect(text).toContain(
      ' before the first heading (3 passages)\n    Ethics 2\n' +
        ' Staff (p. 2, 40 passages)\n    Workforce 26 (65 %)\n' +
        '   Pay (p. 2, 8 passages)\n      Workforce 4\n',
    );
  });

  it('draws a strip from the first page to the last, and names each page', () => {
    const parts = Array.from({ length: 200 }, (_, at) => ({
      sectionId: null,
      page: at + 1,
      pageLabel: null,
      passages: 10,
    }));
    const themes = [themeOf('ethics', 30, 2000, { parts: [part(null, 1, 10, 10), part(null, 200, 2, 10)] })];
    const text = renderThemesBy(themedPart(themes, { parts, pages: 200 }), 'page', screen);
    expect(text).toMatch(/^ Ethics {2}▒ {48}░$/m);
    expect(text).toMatch(/^ p\. 1 +10 {2}Ethics 10$/m);
    expect(text).toContain(' 170 more pages: --all');
  });

  it('says that a document has no pages', () => {
    const text = renderThemesBy(themedPart([themeOf('ethics', 3, 90, { parts: [] })], { parts: [] }), 'page', screen);
    expect(text).toContain('--by section');
  });
});

const northshire: Partial<DocumentRecord> = { id: 'd-2', name: 'new.md', date: null };
const pair = (before: readonly Theme[], after: readonly Theme[], about: Partial<DocumentRecord> = {}) =>
  sideBySide([themedPart(before), themedPart(after, { ...northshire, ...about })]);
const compared = (parts: readonly ReportPart[], options: Partial<ScreenOptions> = {}) =>
  renderComparison(parts, { ...screen, ...options });

describe('side by side', () => {
  it('has a column a document, the change in points, and what of it is more than chance', () => {
    const text = compared(
      pair(
        [themeOf('workforce', 100, 1000), themeOf('ethics', 34, 1000)],
        [themeOf('workforce', 240, 1000), themeOf('health', 5, 1000, { facet: 'sector' })],
      ),
    );
    expect(text).toMatch(/^ Workforce .*10\.0 % \(8\.3–12\.0\).*24 % \(21–27\) +\+14\.0 \*$/m);
    expect(text).toMatch(/^ Ethics .* none +-3\.4 \*$/m);
    expect(text).toMatch(/^ Health .* none .*\+0\.5 \*$/m);
    expect(text).toContain(' * more than chance would bring');
    expect(text).toMatch(/^ {3}A {2}\d+\.\d; l\. 1$/m);
  });

  it('calls columns by their years where these differ', () => {
    const date = { value: '2026-06-02', precision: 'day', source: 'text', quote: null } as const;
    const text = compared(pair([themeOf('ethics', 34, 1000)], [themeOf('ethics', 10, 1000)], { date }));
    expect(text).toMatch(/^2025 {2}Plan for Fernhollow \(plan\.md\): 20,000 words, 1,000 passages$/m);
    expect(text).toMatch(/^LENSES +2025 +2026 +CHANGE$/m);
  });

  it('finds nothing significant in too short a text, and says so', () => {
    const few = { lowEvidence: true };
    const parts = pair([themeOf('ethics', 10, 1000)], [themeOf('ethics', 9, 10, few)], { words: 120, passages: 10 });
    expect(parts[1]?.themes[0]?.change).toEqual({ since: 'd-1', points: 89, significant: false });
    expect(compared(parts)).toContain('B: too short (under 1,000 words)');
  });

  it('of many documents has columns as far as they fit, and the rest below', () => {
    const parts = sideBySide(
      Array.from({ length: 9 }, (_, at) =>
        themedPart([themeOf('ethics', at + 1, 1000)], { id: `d-${at}`, date: null }),
      ),
    );
    const text = compared(parts);
    const heads = text.match(/^LENSES.*$/gm)?.flatMap((line) => line.split(/ +/).slice(1));
    expect(heads).toEqual([...'ABCDEFGHI']);
    expect(parts.flatMap(({ themes }) => themes).every(({ change }) => change === null)).toBe(true);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });
});

describe('many documents', () => {
  it('have a line each and one table together', () => {
    const parts = [
      themedPart([themeOf('ethics', 10, 100), themeOf('health', 5, 100, { facet: 'sector' })], { passages: 100 }),
      themedPart([themeOf('ethics', 20, 200)], { id: 'd-2', name: 'b.md', passages: 200 }),
      themedPart([], { id: 'd-3', name: 'c.md', status: 'failed' }),
    ];
    const total = themeTotal();
    for (const part of parts) total.add(part);
    const lines = parts.map((part) => documentLines(part, screen));
    expect(lines[0]).toBe(' plan.md (100 passages)\n     Ethics 10 %; Health 5 %\n');
    expect(lines[2]).toBe('');
    const text = totalLines(total, screen);
    expect(text).toContain('ALL 2  share of 300 passages');
    expect(text).toMatch(/^ Ethics +█+ +10 % \(7–14\) +1\.5 +in 2 of 2$/m);
    expect(text).toMatch(/^ Health .* in 1 of 2$/m);
  });
});

describe('whatever documents hold', () => {
  const odd = fc.constantFrom(
    ...[
      '\u001b[31m',
      '\u202e',
      'العربية',
      '日本語のラベル',
      '👩‍⚕️',
      'a'.repeat(120),
      '\u0000',
      '\n',
      'e\u0301',
      'plain words',
    ],
  );
  const label = fc.array(odd, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const made = fc.record({ label, quote: label, count: fc.integer({ min: 1, max: 999 }), scheme: label });

  it.each([60, 80, 120])('no line is wider than %i columns or moves the cursor', (width) => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 6 }), fc.boolean(), (list, ascii) => {
        const themes = list.map(({ label: name, quote, count, scheme }, at) =>
          themeOf(`t${at}`, count, 1000, {
            label: name,
            scheme,
            evidence: [passage(quote, { terms: [name] })],
            terms: [{ term: name, count: 2 }],
            parts: [
              {
                sectionId: 's1',
                page: null,
                passages: count,
                of: 1000,
                share: count / 1000,
                interval: [0, 1],
                hits: 1,
              },
            ],
          }),
        );
        const part = themedPart(themes, {
          title: list[0]?.label ?? null,
          sections: [{ id: 's1', level: 3, title: list[0]?.quote ?? '', page: null, start: 0, end: 9 }],
          parts: [{ sectionId: 's1', page: null, pageLabel: null, passages: 1000 }],
        });
        const on = { ...screen, width, ascii };
        const total = themeTotal();
        total.add(part);
        const texts = [
          renderThemes(part, on),
          renderThemes(part, { ...on, all: true }),
          renderThemesBy(part, 'section', on),
          compared(sideBySide([part, themedPart([], { id: 'd-2' })]), { width, ascii }),
          documentLines(part, on),
          totalLines(total, on),
        ];
        for (const text of texts) {
          expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
          for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('ASCII has no other signs of ours', () => {
    const text = shown(report, { ascii: true }) + compared(pair(report.themes, report.themes), { ascii: true });
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  });
});
