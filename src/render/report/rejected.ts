/** What is said of findings that a person called no commitment. */
import type { Commitment } from '../../model/report.ts';
import { counted } from '../numbers.ts';

/** Ids that are named. */
const NAMED = 12;

/** `2 findings were called no commitment in review and are not counted: C3, C14.` */
export function rejectedWords(rejected: readonly Pick<Commitment, 'ref'>[]): string {
  const refs = rejected.slice(0, NAMED).map(({ ref }) => ref);
  const more = rejected.length > NAMED ? ' …' : '';
  const were =
    rejected.length === 1 ? 'was called no commitment in review and is' : 'were called no commitment in review and are';
  return `${counted(rejected.length, 'finding')} ${were} not counted: ${refs.join(', ')}${more}`;
}
