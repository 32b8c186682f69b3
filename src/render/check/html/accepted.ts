/** Findings that somebody accepted before: folded, with who said so and why. */
import type { Suppressed } from '../../../model/findings.ts';
import type { DocumentRecord } from '../../../model/report.ts';
import { acceptedBy } from '../../html/accepted-by.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { counted, grouped } from '../../numbers.ts';
import { findingCard } from './card.ts';

interface Accepted {
  readonly document: DocumentRecord;
  readonly suppressed: readonly Suppressed[];
}

/** @returns null where nothing was accepted */
export function acceptedFindings(checked: readonly Accepted[], isFree: (id: string) => boolean): Markup | null {
  const cards = checked.flatMap(({ document, suppressed }) =>
    suppressed.map((one) => findingCard([one.finding], document, isFree, acceptedBy(one))),
  );
  if (cards.length === 0) return null;
  return tag(
    'section',
    { id: 'accepted', 'aria-labelledby': 'accepted-title' },
    tag('h2', { id: 'accepted-title' }, 'Accepted before ', tag('span', { class: 'count' }, grouped(cards.length))),
    tag(
      'details',
      {},
      tag('summary', {}, `${counted(cards.length, 'finding')} that no count above includes`),
      ...cards,
    ),
  );
}
