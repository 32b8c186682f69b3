/** Four numbers that say what the commitments of a document are worth, and how firm they are. */
import { STRENGTH_LABELS } from '../../../model/kinds.ts';
import type { Summary } from '../../../model/report.ts';
import { type Content, type Markup, tag } from '../../html/markup.ts';
import { counted, grouped } from '../../numbers.ts';
import { planOf } from '../../timeline/plan.ts';
import { type SectionInput, sectionId } from './input.ts';

/** A large number. */
interface Figure {
  readonly figure: string;
  readonly name: string;
  readonly words: string;
  /** Which of the commitments the number is of, for the filter of their table. */
  readonly shows: 'all' | 'firm' | 'checkable' | 'undated';
}

/** Commitments, and of them the firm, the checkable and those without a date; each leads to the table. */
export function figures(input: SectionInput): Markup {
  const isListed = input.settings.sections.has('commitments');
  return figuresSection(
    input.summary,
    recurringOf(input),
    sectionId('summary', input),
    isListed ? `#${sectionId('commitments', input)}` : null,
  );
}

/** The same of all documents together. */
export const totals = (summary: Summary): Markup => figuresSection(summary, 0, 'totals', null);

/** Commitments without a deadline that come again and again. */
function recurringOf(input: SectionInput): number {
  const { undated } = planOf(input, { from: null, to: null, asOf: null });
  return input.commitments.filter(({ deadline }) => deadline === null).length - undated.length;
}

/** @param href where the commitments stand, or null */
function figuresSection(summary: Summary, recurring: number, id: string, href: string | null): Markup {
  return tag(
    'section',
    { id, class: 'part figures' },
    tag(
      'ul',
      { 'aria-label': 'Summary' },
      ...figuresOf(summary, recurring).map(({ figure, name, words, shows }) => {
        const content = [
          tag('b', {}, figure),
          ' ',
          tag('span', {}, name),
          words === '' ? null : [' ', tag('small', {}, words)],
        ];
        return tag('li', {}, href === null ? content : tag('a', { href, 'data-shows': shows }, ...content));
      }),
    ),
    strengths(summary),
  );
}

function figuresOf({ commitments, distinct, byStrength, checkable, undated }: Summary, recurring: number): Figure[] {
  const firm = byStrength.binding + byStrength.firm;
  const none = commitments === 0;
  return [
    {
      figure: grouped(commitments),
      name: commitments === 1 ? 'commitment' : 'commitments',
      words: none
        ? 'nobody undertakes anything'
        : distinct < commitments
          ? `${grouped(distinct)} different ones, the rest said again`
          : 'someone says what will be done',
      shows: 'all',
    },
    {
      figure: shareOf(firm, commitments),
      name: 'firm',
      words: none ? '' : `${grouped(firm)} with “will”, “shall” or the like`,
      shows: 'firm',
    },
    {
      figure: shareOf(checkable, commitments),
      name: 'checkable',
      words: none ? '' : `${grouped(checkable)} with an owner, a deadline and a measure`,
      shows: 'checkable',
    },
    {
      figure: grouped(undated),
      name: 'undated',
      words: none
        ? ''
        : recurring === 0
          ? 'without a deadline'
          : `without a deadline; ${counted(recurring, 'recurs', 'recur')}`,
      shows: 'undated',
    },
  ];
}

/** Whole per cent, of which neither 0 nor 100 is said of what is not; a dash of nothing. */
export function shareOf(part: number, all: number): string {
  if (all === 0) return '–';
  const percent = Math.round((100 * part) / all);
  if (percent === 0 && part > 0) return '<1%';
  return `${percent === 100 && part < all ? 99 : percent}%`;
}

/** A bar of five shades, the firmest first, and its legend. */
function strengths({ byStrength, commitments }: Summary): Content {
  if (commitments === 0) return null;
  const labels = [...STRENGTH_LABELS].reverse().filter((label) => byStrength[label] > 0);
  let at = 0;
  const bars = labels.map((label) => {
    const width = (100 * byStrength[label]) / commitments;
    const bar = tag('rect', { class: `strength-${label}`, x: round(at), y: 0, width: round(width), height: 8 });
    at += width;
    return bar;
  });
  return [
    tag(
      'svg',
      { class: 'strengths', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      ...bars,
    ),
    tag(
      'ul',
      { class: 'key', 'aria-label': `How firm ${counted(commitments, 'commitment')} are` },
      ...labels.map((label) =>
        tag(
          'li',
          {},
          tag(
            'svg',
            { class: 'dot', viewBox: '0 0 10 10', 'aria-hidden': 'true' },
            tag('rect', { class: `strength-${label}`, width: 10, height: 10 }),
          ),
          `${grouped(byStrength[label])} ${label}`,
        ),
      ),
    ),
  ];
}

const round = (value: number): number => Math.round(value * 100) / 100;
