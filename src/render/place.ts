/** Where a piece of evidence stands, as shown beside it. */
import type { Evidence } from '../model/report.ts';

type Placed = Pick<Evidence, 'page' | 'pageLabel' | 'line'>;

/** `p. 12` (printed number where known, else physical page), or `l. 17` in a document without pages. */
export function place(evidence: Placed): string {
  if (evidence.pageLabel !== null) return `p. ${evidence.pageLabel}`;
  if (evidence.page !== null) return `p. ${evidence.page}`;
  return evidence.line === null ? '' : `l. ${evidence.line}`;
}

/** `p. 3, 7, 12 and 4 more`: the different places of some evidence, in order. */
export function placesIn(evidence: readonly Placed[], most: number): string {
  const all = [...new Set(evidence.map(place))].filter((each) => each !== '');
  const shown = all.slice(0, most);
  const rest = all.length > shown.length ? ` and ${all.length - shown.length} more` : '';
  return shown.map((each, index) => (index === 0 ? each : each.replace(/^[pl]\. /, ''))).join(', ') + rest;
}
