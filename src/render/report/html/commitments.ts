/** Who will do what by when, as a table of the page that can be searched, picked from and sorted. */
import type { Commitment } from '../../../model/report.ts';
import { type Content, type Markup, tag } from '../../html/markup.ts';
import { counted } from '../../numbers.ts';
import { aroundOf } from './commitments/context.ts';
import { facetsOf } from './commitments/facets.ts';
import { commitmentRow } from './commitments/row.ts';
import type { SectionInput } from './input.ts';
import { rejectedFold } from './rejected.ts';
import { section } from './section.ts';
import { stretchesOf } from './text/places.ts';

const COLUMNS = ['Id', 'Strength', 'Who', 'What', 'By', 'Where', 'Themes'];

/** Always a section: a document without commitments is told to have none. */
export function commitmentsSection(input: SectionInput): Markup {
  const { commitments, document, leftOut } = input;
  return section(
    input,
    { name: 'commitments', title: 'Commitments', count: commitments.length + leftOut.commitments },
    commitments.length === 0
      ? tag('p', { class: 'notice' }, 'No commitments were found.')
      : tableOf(input, `Commitments of ${document.title ?? document.name}`),
    rejectedFold(input),
  );
}

function tableOf(input: SectionInput, caption: string): Content {
  const { commitments, document, settings } = input;
  const blocks = input.body?.blocks ?? [];
  const find = stretchesOf({ blocks });
  const facets = facetsOf(commitments, input.themes);
  const families = familiesOf(commitments);
  const hasText = settings.sections.has('text');
  return [
    tag(
      'div',
      { class: 'pick screen-only' },
      ...facets.bars,
      tag(
        'p',
        { class: 'tools' },
        tag(
          'label',
          { hidden: true },
          'Search ',
          tag('input', { type: 'search', name: 'q', autocomplete: 'off', spellcheck: 'false' }),
        ),
        tag('span', { role: 'status' }, counted(commitments.length, 'commitment')),
      ),
    ),
    tag(
      'table',
      {},
      tag('caption', { class: 'unseen' }, caption),
      tag('thead', {}, tag('tr', {}, ...COLUMNS.map((name) => tag('th', { scope: 'col' }, name)))),
      tag(
        'tbody',
        {},
        ...commitments.map((commitment) => {
          const stretch = find(commitment.evidence, commitment.evidence.quote);
          const { first, again } = families(commitment);
          return commitmentRow(commitment, {
            document,
            first,
            again,
            around: aroundOf(stretch, blocks),
            themes: facets.themes(commitment),
            facets: facets.attributes(commitment),
            isInText: hasText && stretch !== null,
          });
        }),
      ),
    ),
  ];
}

/** Says what a commitment restates, and of one that is said first where it is said again. */
function familiesOf(
  commitments: readonly Commitment[],
): (commitment: Commitment) => { readonly first: Commitment | null; readonly again: readonly Commitment[] } {
  const byId = new Map(commitments.map((one) => [one.id, one]));
  const again = new Map<string, Commitment[]>();
  for (const one of commitments) {
    if (one.restates === null) continue;
    const known = again.get(one.restates);
    if (known === undefined) again.set(one.restates, [one]);
    else known.push(one);
  }
  return ({ id, restates }) => ({
    first: restates === null ? null : (byId.get(restates) ?? null),
    again: again.get(id) ?? [],
  });
}
