/** Who accepted a change or finding, until when and why, in a sentence. */
import type { AcceptedBy } from '../../model/accepted.ts';
import { readableDate } from '../dates.ts';

const BY: Readonly<Record<AcceptedBy, string>> = {
  baseline: 'by the baseline',
  'ignore-file': 'by the ignore file',
  comment: 'by a comment in the text',
};

/** What is known of an acceptance. */
interface Acceptance {
  readonly by: AcceptedBy;
  readonly reason: string | null;
  /** ISO day; null for no end. */
  readonly until: string | null;
}

export function acceptedBy({ by, reason, until }: Acceptance): string {
  const end = until === null ? '' : ` until ${readableDate(until)}`;
  return `Accepted ${BY[by]}${end}${reason === null ? '.' : `: ${reason}`}`;
}
