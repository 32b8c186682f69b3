/** The screen of `pmed diff` on reports made by hand: what it says, how wide it is, what it leaves out. */
import { describe, expect, it } from 'vitest';
import { diff } from '../src/compare/diff.ts';
import type { DiffScreenOptions } from '../src/render/diff/options.ts';
import { renderDiff } from '../src/render/diff-text.ts';
import { defaultScreen } from '../src/render/screen.ts';
import { displayWidth } from '../src/render/width.ts';
import { reportOf, type Said } from './reports.ts';

const by = (year: number) => ({ text: `by ${year}`, end: `${year}-12-31`, precision: 'year' as const });

const before: readonly Said[] = [
  { quote: 'We will open a ward for older patients by 2027.', made: { due: by(2027) } },
  { quote: 'Partners will explore shared data platforms.', made: { actor: 'Partners' } },
  { quote: 'We will give every school a nurse.' },
  { quote: 'A review will be carried out every year.', made: { actor: null, name: null, verb: 'carry' } },
  { quote: 'We will recruit 40 nurses.', made: { targets: [{ text: '40 nurses', value: 40, unit: 'nurses' }] } },
  { quote: 'We will run the yearly survey of tenants.' },
  { quote: 'We will keep the ferry running.' },
];
const after: readonly Said[] = [
  { quote: 'We aim to open a ward for older patients by 2029.', made: { strength: 2, due: by(2029) } },
  {
    quote: 'Subject to available funding, we will give every school a nurse.',
    made: { conditions: ['Subject to available funding'] },
  },
  {
    quote: 'The Audit Committee will carry out a review every year.',
    made: { actor: 'The Audit Committee', verb: 'carry' },
  },
  { quote: 'We will recruit 55 nurses.', made: { targets: [{ text: '55 nurses', value: 55, unit: 'nurses' }] } },
  { quote: 'We will publish waiting times by ethnicity each quarter.' },
  { quote: 'We will run the yearly survey of our tenants.' },
  { quote: 'We will keep the ferry running.' },
];
const result = diff(
  reportOf(before),
  reportOf(after, { date: { value: '2027-06-02', precision: 'day', source: 'text', quote: null } }),
);
const screen = (more: Partial<DiffScreenOptions> = {}) =>
  renderDiff(result, { ...defaultScreen, verdict: null, ...more });

describe('the screen', () => {
  it('says what became of each commitment, worst first, with both quotes', () => {
    expect(screen({ verdict: { outcome: 'fail', reason: '3 errors (--fail-on error)' } })).toMatchSnapshot();
  });

  it.each([40, 60, 80, 120])('keeps to %i columns', (width) => {
    for (const line of screen({ width, all: true, ascii: true }).split('\n')) {
      expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(line).not.toMatch(/[^\u0000-\u007f]/);
    }
  });

  it('keeps reworded commitments for --all', () => {
    expect(screen()).not.toContain('yearly survey');
    expect(screen()).toContain('1 reworded or moved: --all');
    expect(screen({ all: true })).toContain('We will run the yearly survey of our tenants.');
  });

  it('shows unchanged neighbours on request', () => {
    const commitments = reportOf(after).commitments;
    expect(screen({ all: true, context: { count: 1, commitments } })).toMatch(/unchanged +C7 +keep the ferry running/);
  });

  it('says that nothing changed, and that two texts are no versions of each other', () => {
    const same = diff(reportOf(before), reportOf(before));
    expect(renderDiff(same, { ...defaultScreen, verdict: null })).toContain('Plan: nothing changed; 7 unchanged');
    const other = diff(reportOf(before), reportOf(before, { language: 'fr' }));
    expect(renderDiff(other, { ...defaultScreen, verdict: null })).toContain('Not compared: the old version is in en');
  });

  it('lets no control character of a document through', () => {
    const odd = diff(reportOf([]), reportOf([{ quote: 'We will \u001b[31mpaint\u202e the bridge.' }]));
    expect(renderDiff(odd, { ...defaultScreen, verdict: null })).not.toMatch(/[\u001b\u202e]/);
  });

  it('says of what passages the change of a theme is made, and quotes them on request', () => {
    const passage = {
      change: 'added' as const,
      quote: 'A new clinic.',
      start: 0,
      end: 13,
      line: 9,
      page: null,
      pageLabel: null,
    };
    const aligned = { kept: 3, gained: 1, lost: 0, added: 4, removed: 2, evidence: [passage] };
    const themed = { ...result, themeChanges: [{ id: 'health', before: 0.1, after: 0.3, significant: true, aligned }] };
    const text = (all: boolean) => renderDiff(themed, { ...defaultScreen, verdict: null, all });
    expect(text(false)).toContain(
      'Themes: health +20.0 points\n   passages of health: 4 came, 2 went, 1 rewritten into it\n',
    );
    expect(text(false)).not.toContain('A new clinic.');
    expect(text(true)).toContain('added l. 9 "A new clinic."');
  });
});
