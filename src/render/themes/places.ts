/** Where the passages of a theme stand: pages or lines, with how many of them are on each. */
import type { Evidence } from '../../model/report.ts';
import { place } from '../place.ts';

type Placed = Pick<Evidence, 'line' | 'page' | 'pageLabel'>;

/**
 * `p. 4, 17 (x6), 40`: the different places in the order of the document. Of more than `most` those with most passages:
 * `mostly p. 17 (x6), 4 (x2) and 12 more`.
 * @param shown makes of the words of a place what is shown of them
 */
export function placesOf<P extends Placed>(
  evidence: readonly P[],
  most: number,
  shown: (words: string, own: P) => string = (words) => words,
): string {
  const counts = new Map<string, number>();
  const first = new Map<string, P>();
  for (const passage of evidence) {
    const its = place(passage);
    if (its !== '') counts.set(its, (counts.get(its) ?? 0) + 1);
    if (!first.has(its)) first.set(its, passage);
  }
  const all = [...counts];
  const isAll = all.length <= most;
  const isEven = all.every(([, count]) => count === 1);
  const named = isAll ? all : [...all].sort(([, m], [, n]) => n - m).slice(0, most);
  const names = named.map(([its, count], index) => {
    const own = first.get(its);
    const words = index === 0 ? its : its.replace(/^[pl]\. /, '');
    const name = own === undefined ? words : shown(words, own);
    return count > 1 ? `${name} (x${count})` : name;
  });
  const text = names.join(', ');
  return isAll ? text : `${isEven ? '' : 'mostly '}${text} and ${all.length - named.length} more`;
}
