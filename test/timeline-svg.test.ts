/** The timeline as a picture: well-formed, legible by light and dark, saying in words what it shows, and complete. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../src/model/report.ts';
import { setLines, textWidth } from '../src/render/lettering.ts';
import { palettes } from '../src/render/palette.ts';
import { planOf } from '../src/render/timeline/plan.ts';
import { type PictureOptions, timelinePicture } from '../src/render/timeline/svg.ts';
import { contrast } from './contrast.ts';
import { type DatedSaid, dated, partOf } from './dated.ts';
import { elements, parsed, textOf } from './xml.ts';

const open: PictureOptions = { from: null, to: null, asOf: null, all: false };
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constant('<script>&amp;]]>\u0000\ufffe'),
);

function pictureOf(report: Report, options: Partial<PictureOptions> = {}): string {
  const all = { ...open, ...options };
  return timelinePicture([planOf(partOf(report), all)], all);
}

const due = (year: number, more: Partial<DatedSaid> = {}): DatedSaid => ({
  text: String(year),
  end: `${year}-12-31`,
  precision: 'year',
  role: 'deadline',
  relation: 'by',
  quote: `We will mend road ${year} by ${year}.`,
  due: `mend road ${year}`,
  ...more,
});

const plan = [
  due(2027),
  due(2030, { start: '2030-01-01', role: 'point' }),
  due(2026, { start: '2026-04-01', end: null, role: 'start' }),
  due(2029, { start: '2025-01-01', role: 'period', due: undefined }),
  due(2028, { role: 'recurrence', recurrence: 'P1Y', end: null }),
  due(2031, { start: '2031-05-01', end: '2031-05-01', role: 'point', due: undefined }),
];

describe('the picture of a timeline', () => {
  test('of any words is well-formed, and runs and fetches nothing', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (quote, text, title) => {
        const report = dated([due(2027, { quote, text }), due(2029, { quote, text, due: undefined })], {
          title,
          publisher: text,
        });
        const svg = parsed(pictureOf(report));
        expect(elements(svg, 'script')).toEqual([]);
        for (const name of ['image', 'use', 'a', 'foreignObject', 'animate']) expect(elements(svg, name)).toEqual([]);
        expect(pictureOf(report)).not.toMatch(/ on\w+=|@import|url\(|href=/);
      }),
    );
  });

  test('says in words what it shows', () => {
    const svg = parsed(pictureOf(dated(plan), { asOf: '2028-06-01' }));
    const [title, description] = [elements(svg, 'title')[0], elements(svg, 'desc')[0]];
    expect(svg.attributes).toMatchObject({
      role: 'img',
      'aria-labelledby': `${title?.attributes.id} ${description?.attributes.id}`,
    });
    expect(title && textOf(title)).toBe('Timeline: Plan for Fernhollow');
    expect(description && textOf(description)).toBe(
      'Plan for Fernhollow: Fernhollow Council · from 1 Mar 2025 · 2 deadlines, 1 beginning, 1 period, 1 recurrence, ' +
        '1 other date · as of 1 Jun 2028 1 passed and 1 still due. First due by 2027: We: mend road 2027. ' +
        'Last due in 2030: We: mend road 2030.',
    );
  });

  test('has a row for each row of the plan, with its ref, place, words and day, and all of them where it is pointed at', () => {
    const svg = parsed(pictureOf(dated(plan), { asOf: '2028-06-01' }));
    const rows = elements(svg, 'g').filter((group) => elements(group, 'title').length > 0);
    expect(rows.map((row) => elements(row, 'text').map(textOf))).toEqual([
      ['C3', 'l. 3', 'We: mend road 2026', 'from Apr 2026'],
      ['C1', 'l. 1', 'We: mend road 2027', 'by 2027, passed'],
      ['T4', 'l. 4', '"We will mend road 2029 by 2029."', '2025-2029'],
      ['C2', 'l. 2', 'We: mend road 2030', 'in 2030'],
      ['T6', 'l. 6', '"We will mend road 2031 by 2031."', '1 May 2031'],
      ['C4', 'l. 5', 'We: mend road 2028', 'yearly'],
    ]);
    expect(rows.map((row) => elements(row, 'title').map(textOf))[1]).toEqual([
      'C1, by 2027, passed: We: mend road 2027. “We will mend road 2027 by 2027.” l. 1',
    ]);
  });

  test('tells kinds by their shapes, and names those that it has', () => {
    const text = textOf(parsed(pictureOf(dated(plan))));
    for (const meaning of [
      'deadline',
      'from publication',
      'somewhere in this time',
      'stated period',
      'begins, with no end',
      'repeats',
      'mentioned',
    ])
      expect(text).toContain(meaning);
    expect(textOf(parsed(pictureOf(dated([due(2027)]))))).not.toContain('stated period');
  });

  test.each([1, 10, 100, 1000])('of %i rows keeps all texts and marks within its frame', (count) => {
    const words = 'a very long undertaking with unusuallylongwordsthatdonotendanywhere and 図書館 '.repeat(4);
    const times = Array.from({ length: count }, (_, index) => due(2026 + (index % 40), { due: `${index} ${words}` }));
    const svg = parsed(pictureOf(dated(times), { asOf: '2026-01-01' }));
    const [width, height] = [Number(svg.attributes.width), Number(svg.attributes.height)];
    expect(elements(svg, 'g').filter((group) => elements(group, 'title').length > 0)).toHaveLength(count);
    for (const { attributes } of [...elements(svg, 'text'), ...elements(svg, 'rect'), ...elements(svg, 'circle')]) {
      const [x, y] = [Number(attributes.x ?? attributes.cx ?? 0), Number(attributes.y ?? attributes.cy ?? 0)];
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + Number(attributes.width ?? 0)).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + Number(attributes.height ?? 0)).toBeLessThanOrEqual(height);
    }
    for (const { attributes } of elements(svg, 'path'))
      for (const [, x = ''] of (attributes.d ?? '').matchAll(/[MLH](-?[\d.]+)/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(width);
      }
  });

  test.each([
    ['a month', '2025-03-03', '2025-03-28', ['3 Mar 2025']],
    ['a year', '2025-04-01', '2026-03-01', ['Apr 2025', 'Jul 2025', 'Oct 2025', 'Jan 2026']],
    ['a century', '2030-01-01', '2110-01-01', ['2030', '2050', '2110']],
  ])('of %s names days, months or years', (_, start, end, names) => {
    const text = elements(parsed(pictureOf(dated([due(2025, { start, end, role: 'period' })]))), 'text').map(textOf);
    for (const name of names) expect(text).toContain(name);
  });

  test('does not let a date far off squeeze all others', () => {
    const near = Array.from({ length: 12 }, (_, index) => due(2026 + index));
    const text = textOf(parsed(pictureOf(dated([...near, due(2999)]))));
    expect(text).toContain('2032');
    expect(text).toContain('goes on beyond the edge');
  });

  test('shows the days that were asked for', () => {
    const text = textOf(parsed(pictureOf(dated(plan), { from: '2027-01-01', to: '2028-12-31' })));
    expect(text).toContain('Not drawn: 2 dates outside the days asked for');
    expect(text).not.toContain('mend road 2030');
  });

  test('of a document without dates says so', () => {
    expect(textOf(parsed(pictureOf(dated([]))))).toContain('no dates');
  });

  test('of several documents has each below its title', () => {
    const plans = ['One', 'Two'].map((title) => planOf(partOf(dated(plan, { title })), open));
    const svg = parsed(timelinePicture(plans, open));
    expect(
      elements(svg, 'text')
        .map(textOf)
        .filter((text) => ['One', 'Two'].includes(text)),
    ).toEqual(['One', 'Two']);
    expect(textOf(svg)).toContain('Timeline of 2 documents');
  });

  test.each(Object.entries(palettes))('is legible by %s', (_, { paper, band, grid: __, ...colours }) => {
    for (const ground of [paper, band])
      for (const colour of Object.values(colours)) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('lettering', () => {
  test('keeps to width and number of lines, and loses nothing without saying so', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 40, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, lines) => {
          const set = setLines(text, { size: 12, width, lines });
          expect(set.length).toBeGreaterThan(0);
          expect(set.length).toBeLessThanOrEqual(lines);
          for (const line of set) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
          if (!set.at(-1)?.endsWith('…')) expect(set.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});
