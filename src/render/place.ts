/** Where a piece of evidence stands, as shown beside it. */
import type { Evidence } from '../model/report.ts';

/** `p. 12` (printed number where known, else physical page), or `l. 17` in a document without pages. */
export function place(evidence: Pick<Evidence, 'page' | 'pageLabel' | 'line'>): string {
  if (evidence.pageLabel !== null) return `p. ${evidence.pageLabel}`;
  if (evidence.page !== null) return `p. ${evidence.page}`;
  return evidence.line === null ? '' : `l. ${evidence.line}`;
}
