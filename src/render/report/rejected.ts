/** What pages and Markdown say of findings that a person called no commitment. */
import type { Commitment } from '../../model/report.ts';
import { counted } from '../numbers.ts';

/** Ids that are named. */
const NAMED = 12;

/** `2 findings were rejected by review and are counted nowhere: C3, C14`. @param rejected at least one */
export function rejectedWords(rejected: readonly Pick<Commitment, 'ref'>[]): string {
  const refs = rejected.slice(0, NAMED).map(({ ref }) => ref);
  const more = rejected.length > NAMED ? ' …' : '';
  const [were, are] = rejected.length === 1 ? ['was', 'is'] : ['were', 'are'];
  return `${counted(rejected.length, 'finding')} ${were} rejected by review and ${are} counted nowhere: ${refs.join(', ')}${more}`;
}
