/** Four numbers that say what the commitments of a document are worth. */
import { summarise } from '../../../model/part.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { grouped } from '../../numbers.ts';
import { type SectionInput, sectionId } from './input.ts';

/** Commitments, and of them the firm, the checkable and those without a date. */
export function figures(input: SectionInput): Markup {
  const { commitments, byStrength, checkable, undated } = summarise(input.commitments);
  const tiles: readonly (readonly [figure: string, name: string, words: string])[] = [
    [grouped(commitments), commitments === 1 ? 'commitment' : 'commitments', 'who says that they will do what'],
    [shareOf(byStrength.binding + byStrength.firm, commitments), 'firm', '“will”, “must”, “is committed to”'],
    [shareOf(checkable, commitments), 'checkable', 'have an owner, a deadline and a measure'],
    [grouped(undated), 'undated', 'say nothing of when'],
  ];
  return tag(
    'section',
    { id: sectionId('summary', input), class: 'figures' },
    tag(
      'ul',
      { 'aria-label': 'Summary' },
      ...tiles.map(([figure, name, words]) =>
        tag('li', {}, tag('b', {}, figure), ' ', tag('span', {}, name), ' ', tag('small', {}, words)),
      ),
    ),
  );
}

/** Whole per cent; a dash of nothing. */
const shareOf = (part: number, all: number): string => (all === 0 ? '–' : `${Math.round((100 * part) / all)}%`);
