/** What there is to review: what is found in documents, and what has been said of it. */
import type { ReportPart } from '../../model/part.ts';
import type { DocumentRecord, Tool } from '../../model/report.ts';
import type { MissedEntry, ReviewEntry } from '../../model/review.ts';
import type { Review } from '../../model/review-file.ts';
import { entriesFor, missedOf } from '../../review/entries.ts';
import { type Matching, matchReview } from '../../review/match.ts';
import type { Call } from '../command.ts';

/** One document with what people said of it. */
export interface ReviewedPart {
  readonly document: DocumentRecord;
  /** As found, without any correction. */
  readonly part: ReportPart;
  readonly matching: Matching;
  readonly missed: readonly MissedEntry[];
}

/** What was gathered. */
export interface GatheredReview {
  readonly parts: readonly ReviewedPart[];
  /** The review file; null where there is none. */
  readonly review: Review | null;
  readonly tool: Tool;
  /** The files that were read. */
  readonly paths: readonly string[];
}

/**
 * Analyses documents and finds the verdicts on them. What goes wrong with a document is said, and the others go on.
 * @param inputs as typed
 * @param keepsBody whether the parts carry the text of their documents
 */
export async function gatherReview(call: Call, inputs: readonly string[], keepsBody: boolean): Promise<GatheredReview> {
  const [{ analyseEach }, { chosenInputs }, { documents, tell }, { sharedOptions }] = await Promise.all([
    import('../../analyse.ts'),
    import('../left-out.ts'),
    import('../records/reading.ts'),
    import('../shared-options.ts'),
  ]);
  const { review, ...options } = await sharedOptions(call);
  const named = await chosenInputs(inputs, call);
  const place = { path: null };
  const { tool, parts } = await analyseEach(documents(named, call, place), { ...options, keepsBody });
  const gathered: ReviewedPart[] = [];
  for await (const part of parts) {
    tell(part, place, call);
    const { document } = part;
    if (document === null || document.status === 'failed') continue;
    const own: readonly ReviewEntry[] = review === undefined ? [] : entriesFor(document, review).own;
    gathered.push({
      document,
      part,
      matching: matchReview(part.commitments, own),
      missed: review === undefined ? [] : missedOf(document, review),
    });
  }
  return {
    parts: gathered,
    review: review ?? null,
    tool,
    paths: named.flatMap((one) => ('path' in one ? [one.path] : [])),
  };
}
