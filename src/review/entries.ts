/** What a review file says of a document: by its bytes, else by its name. */
import type { DocumentRecord } from '../model/report.ts';
import type { MissedEntry, ReviewEntry, ReviewedDocument } from '../model/review.ts';
import type { Review } from '../model/review-file.ts';

type Known = Pick<DocumentRecord, 'name' | 'sha256'>;

/** The entries of a document, and those of other versions of it. */
export function entriesFor(
  document: Known,
  review: Review,
): { readonly own: readonly ReviewEntry[]; readonly others: readonly ReviewEntry[] } {
  const own = recordsOf(document, review);
  const { documents, versions = [] } = review;
  const others = documents.filter((one) => !own.includes(one) && versions.includes(one.document));
  const entriesOf = (some: readonly ReviewedDocument[]) => some.flatMap(({ verdicts = [] }) => verdicts);
  return { own: entriesOf(own), others: entriesOf(others) };
}

/** What pmed did not find in a document. */
export const missedOf = (document: Known, review: Review): readonly MissedEntry[] =>
  recordsOf(document, review).flatMap(({ missed = [] }) => missed);

function recordsOf({ name, sha256 }: Known, { documents }: Review): readonly ReviewedDocument[] {
  const same = documents.filter((one) => one.sha256 === sha256);
  return same.length > 0 ? same : documents.filter((one) => one.document === name);
}
