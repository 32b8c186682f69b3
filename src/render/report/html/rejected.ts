/** What an analyst called no commitment: a folded list below the table, so that nothing found is lost. */
import type { Commitment } from '../../../model/report.ts';
import { whyRejected } from '../../commitments/reviewed.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { foreign, wherePage } from '../../html/where.ts';
import { grouped } from '../../numbers.ts';
import { placeId, type SectionInput } from './input.ts';
import { placed } from './section.ts';

/** Null where nothing was rejected. */
export function rejectedFold(input: SectionInput): Markup | null {
  const { rejected = [], document } = input;
  if (rejected.length === 0) return null;
  return tag(
    'details',
    { class: 'fold' },
    tag(
      'summary',
      {},
      tag('b', {}, 'Rejected by review'),
      ' ',
      tag('span', { class: 'count' }, grouped(rejected.length)),
      ' ',
      tag('span', { class: 'quiet' }, 'what a person called no commitment; counted nowhere'),
    ),
    tag('ul', { class: 'quotes' }, ...rejected.map((one) => itemOf(one, foreign(document.language), input))),
  );
}

function itemOf(one: Commitment, lang: string | null, input: SectionInput): Markup {
  const { ref, evidence } = one;
  const why = whyRejected(one);
  return tag(
    'li',
    { id: ref },
    tag('span', { class: 'ref' }, ref),
    ' ',
    tag(
      'div',
      {},
      tag('q', { lang }, evidence.quote),
      why === null ? null : [' ', tag('span', { class: 'quiet' }, why)],
    ),
    ' ',
    placed(wherePage(evidence), placeId(evidence.start, input)),
  );
}
