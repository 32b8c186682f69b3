/** The dates, deadlines and periods of a document on the page, in the order of time. */
import { type Markup, tag } from '../../html/markup.ts';
import { place } from '../../place.ts';
import { planOf } from '../../timeline/plan.ts';
import { labelOf, whenOf } from '../../timeline/svg/words.ts';
import { type SectionInput, sectionId } from './input.ts';

/** Always a section: a document without dates is told to have none. */
export function timelineSection(input: SectionInput): Markup {
  const plan = planOf(input, input.settings.plan);
  const id = sectionId('timeline', input);
  return tag(
    'section',
    { id },
    tag('h2', { id: `${id}-title` }, 'Timeline ', tag('span', { class: 'count' }, plan.rows.length)),
    plan.rows.length === 0
      ? tag('p', { class: 'notice' }, 'No dates were found.')
      : tag(
          'table',
          {},
          tag(
            'thead',
            {},
            tag('tr', {}, ...['Id', 'What', 'When', 'Where'].map((name) => tag('th', { scope: 'col' }, name))),
          ),
          tag(
            'tbody',
            {},
            ...plan.rows.map((row) =>
              tag(
                'tr',
                {},
                tag('th', { scope: 'row' }, row.refs.join(' ')),
                tag('td', {}, labelOf(row, plan)),
                tag('td', {}, whenOf(row)),
                tag('td', {}, place(row.evidence)),
              ),
            ),
          ),
        ),
  );
}
