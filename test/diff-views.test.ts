/** The views side and line of `pmed diff`, on reports made by hand. */
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { diff } from '../src/compare/diff.ts';
import type { Diff } from '../src/model/diff.ts';
import type { DiffScreenOptions } from '../src/render/diff/options.ts';
import { renderDiff } from '../src/render/diff-text.ts';
import { defaultScreen, type Paint } from '../src/render/screen.ts';
import { displayWidth } from '../src/render/width.ts';
import { reportOf, type Said } from './reports.ts';

const by = (year: number) => ({ text: `by ${year}`, end: `${year}-12-31`, precision: 'year' as const });
const chalk = new Chalk({ level: 1 });
const colours: Paint = {
  head: (text) => chalk.bold(text),
  id: (text) => chalk.cyan(text),
  good: (text) => chalk.green(text),
  bad: (text) => chalk.red(text),
  warn: (text) => chalk.yellow(text),
  quiet: (text) => chalk.dim(text),
};
const bare = (text: string): string => text.replace(/\u001b\[\d+m/g, '');

const before: readonly Said[] = [
  { quote: 'We will keep the ferry running.' },
  { quote: 'We will open a ward for older patients by 2027.', made: { due: by(2027) } },
  { quote: 'Partners will explore shared data platforms.', made: { actor: 'Partners' } },
  { quote: 'We will run the yearly survey of tenants in 日本語 and in Welsh wherever tenants ask for it in writing.' },
  { quote: 'We will clear the gutters.' },
];
const after: readonly Said[] = [
  { quote: 'We will keep the ferry running.' },
  { quote: 'We aim to open a ward for older patients by 2029.', made: { strength: 2, cue: 'aim to', due: by(2029) } },
  {
    quote:
      'We will run the yearly survey of our tenants in 日本語 and in Welsh wherever tenants ask for it in writing.',
  },
  { quote: 'We will clear the gutters.' },
  { quote: 'We will publish waiting times by ethnicity each quarter.' },
];
const [old, now] = [reportOf(before), reportOf(after)];
const result = diff(old, now);
const shown = (more: Partial<DiffScreenOptions>, its: Diff = result) =>
  renderDiff(its, { ...defaultScreen, verdict: null, ...more });
const side = (more: Partial<DiffScreenOptions> = {}) => shown({ view: 'side', width: 100, ...more });
const line = (more: Partial<DiffScreenOptions> = {}) =>
  shown({ view: 'line', paths: ['plans/old.md', 'plans/new.md'], ...more });

describe('side', () => {
  it('puts both quotes beside each other, what went and what came between signs', () => {
    const [head, ...rows] = side().slice(side().indexOf(' ~ weaker')).split('\n');
    expect(head).toContain('open a ward');
    expect(rows.join('\n')).toMatch(/"We \[-will-\] open a ward .*│ "We \{\+aim to\+\} open a ward/);
    expect(rows.join('\n')).toMatch(/\[-2027-\]\.".*│.*\{\+2029\+\}\."/);
  });

  it('says where one side has nothing', () => {
    expect(side()).toMatch(/"Partners will explore shared data +│|│ not found/);
    expect(side()).toMatch(/^ not in the old version +│ .*\d/m);
  });

  it.each([100, 120, 200])('keeps to %i columns, the bar in one column, wide characters counted', (width) => {
    for (const ascii of [false, true]) {
      const text = side({ width, all: true, ascii });
      const bars = text.split('\n').filter((row) => /^ \S.* [│|] /.test(row) && !/^ [-~+=] /.test(row));
      expect(bars.length).toBeGreaterThan(5);
      const at = new Set(bars.map((row) => displayWidth(row.slice(0, row.indexOf(ascii ? ' | ' : ' │ ')))));
      expect(at.size).toBe(1);
      for (const row of text.split('\n')) expect(displayWidth(row)).toBeLessThanOrEqual(width);
    }
  });

  it('says the same with colours as without, and loses no word of a quote', () => {
    const coloured = side({ all: true, paint: colours });
    expect(bare(coloured)).toBe(side({ all: true }));
    expect(coloured).toContain(chalk.red('[-2027-]'));
    expect(coloured).toContain(chalk.green('{+2029+}'));
  });
});

describe('line', () => {
  const id = (kind: string) => result.changes.find(({ kinds }) => kinds.some((one) => one === kind))?.id;

  it('has one change of one kind a line: path, place, level, kind, id, values and what', () => {
    expect(line().trimEnd().split('\n')).toEqual([
      `plans/old.md:3: error removed ${id('removed')} Partners explore shared data platforms`,
      `plans/new.md:2: error weakened ${id('weakened')} "will open" -> "aim to open" Fernhollow Council open a ward for older patients by 2027`,
      `plans/new.md:2: error deadline-slipped ${id('weakened')} 2027-12-31 -> 2029-12-31 Fernhollow Council open a ward for older patients by 2027`,
      `plans/new.md:5: note added ${id('added')} Fernhollow Council publish waiting times by ethnicity each quarter`,
    ]);
  });

  it('is the same on any screen, has what was reworded with --all, and nothing where nothing changed', () => {
    expect(line({ width: 40, ascii: true, paint: colours })).toBe(line());
    expect(line({ all: true })).toMatch(/^plans\/new\.md:3: note reworded x-\S+ /m);
    expect(shown({ view: 'line' }, diff(old, old))).toBe('');
    expect(shown({ view: 'line' }, diff(old, reportOf(before, { language: 'fr' })))).toBe('');
  });

  it('writes only the kinds that are asked for', () => {
    const asked = line({ shows: () => true, showsKind: (kind) => kind === 'weakened' });
    expect(asked.trimEnd().split('\n')).toHaveLength(1);
  });

  it('keeps a change on its line whatever the document says', () => {
    const odd = diff(reportOf([]), reportOf([{ quote: 'We will paint\nthe \u001b[31mbridge\u2028red.' }]));
    const text = shown({ view: 'line' }, odd);
    expect(text.split('\n')).toHaveLength(2);
    expect(text).not.toMatch(/[\u001b\u2028]/);
  });
});

describe('a sentence that was split', () => {
  it('is shown with all its parts', () => {
    const whole =
      'We will repair every footbridge over the Fern by 2028 and paint the railings of the old harbour wall green.';
    const parts = [
      'We will repair every footbridge over the Fern by 2028.',
      'We will paint the railings of the old harbour wall green.',
    ] as const;
    const [one, two] = [
      reportOf([{ quote: whole }, ...before]),
      reportOf([...parts.map((quote) => ({ quote })), ...before]),
    ];
    const split = diff(one, two);
    expect(split.changes.flatMap(({ kinds }) => kinds)).toContain('split');
    const context = { count: 0, commitments: two.commitments, removed: one.commitments };
    for (const view of ['plan', 'side'] as const) {
      const text = shown({ view, width: 120, all: true, context }, split).replace(/\s+/g, ' ');
      expect(text).toContain('railings of the old harbour wall');
      expect(text.match(/footbridge over the Fern/g)?.length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('unchanged neighbours', () => {
  it('of what was removed are those of the old version', () => {
    const context = { count: 1, commitments: now.commitments, removed: old.commitments };
    expect(line({ context }).match(/^plans\/old\.md:1: unchanged c-\S+ keep the ferry running$/gm)).toHaveLength(1);
    expect(shown({ context, all: true })).toMatch(/unchanged C1 +keep the ferry running.*\n.* - removed +C3/);
  });
});
