/** What a row of the timeline is about, as the page says it. */
import type { Commitment } from '../../../../model/report.ts';
import { type Content, tag } from '../../../html/markup.ts';
import type { PlanItem, PlanRow } from '../../../timeline/row.ts';
import { itemWords } from '../../../timeline/words.ts';
import { what, who } from '../../../undertaking.ts';
import type { SectionInput } from '../input.ts';

/** Who, and what they undertake. */
export function dueWords(commitment: Commitment, publisher: string | null): Content[] {
  return [tag('span', { class: 'who' }, who(commitment, publisher)), ' ', what(commitment)];
}

/** A commitment in its words, a statement by its kind and words. */
export function wordsOfItem(item: PlanItem, row: PlanRow, publisher: string | null): Content[] {
  return item.commitment === null
    ? [itemWords(item, row, publisher, { ascii: false })]
    : dueWords(item.commitment, publisher);
}

/** The ref of a commitment or statement, linked to where the page lists it. */
export function itemLink(ref: string, { settings: { sections } }: SectionInput): Content {
  const isListed = sections.has(ref.startsWith('C') ? 'commitments' : 'statements');
  return isListed ? tag('a', { href: `#${ref}` }, ref) : ref;
}
