/** Where a piece of evidence stands, as shown beside it. */
import type { Evidence } from '../model/report.ts';

type Placed = Pick<Evidence, 'page' | 'pageLabel' | 'line'>;

/** `p. 12` (printed number where known, else physical page), or `l. 17` in a document without pages. */
export function place(evidence: Placed): string {
  if (evidence.pageLabel !== null) return `p. ${evidence.pageLabel}`;
  if (evidence.page !== null) return `p. ${evidence.page}`;
  return evidence.line === null ? '' : `l. ${evidence.line}`;
}

/**
 * `p. 3, 7, 12 and 4 more`: the different places of some evidence, in order.
 * @param shown makes of the words of a place what is shown of them
 */
export function placesIn<P extends Placed>(
  evidence: readonly P[],
  most: number,
  shown: (words: string, own: P) => string = (words) => words,
): string {
  const first = new Map<string, P>();
  for (const each of evidence) {
    const words = place(each);
    if (words !== '' && !first.has(words)) first.set(words, each);
  }
  const rest = first.size > most ? ` and ${first.size - most} more` : '';
  const named = [...first].slice(0, most);
  return (
    named.map(([words, own], index) => shown(index === 0 ? words : words.replace(/^[pl]\. /, ''), own)).join(', ') +
    rest
  );
}
