/** Where the passages of a theme stand: pages or lines, with how many of them are on each. */
import type { Evidence } from '../../model/report.ts';
import { place } from '../place.ts';

/**
 * `p. 4, 17 (x6), 40`: the different places in the order of the document. Of more than `most` those with most passages:
 * `mostly p. 17 (x6), 4 (x2) and 12 more`.
 */
export function placesOf(evidence: readonly Pick<Evidence, 'line' | 'page' | 'pageLabel'>[], most: number): string {
  const counts = new Map<string, number>();
  for (const passage of evidence) {
    const its = place(passage);
    if (its !== '') counts.set(its, (counts.get(its) ?? 0) + 1);
  }
  const all = [...counts];
  const isAll = all.length <= most;
  const isEven = all.every(([, count]) => count === 1);
  const named = isAll ? all : [...all].sort(([, m], [, n]) => n - m).slice(0, most);
  const names = named.map(([its, count], index) => {
    const name = index === 0 ? its : its.replace(/^[pl]\. /, '');
    return count > 1 ? `${name} (x${count})` : name;
  });
  const text = names.join(', ');
  return isAll ? text : `${isEven ? '' : 'mostly '}${text} and ${all.length - named.length} more`;
}
