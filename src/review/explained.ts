/** Findings that are explained, with what people said of them. */
import type { ExplainedSentence } from '../model/explanation.ts';
import type { DocumentRecord } from '../model/report.ts';
import type { Review } from '../model/review-file.ts';
import { applyReview, type Found } from './apply.ts';

/**
 * The explanations with each commitment as the review has it: kept, corrected, or called none. What is told of how it was
 * found stays as it is.
 * @param found everything found in the document, as it was before the review
 */
export function reviewedSentences(
  sentences: readonly ExplainedSentence[],
  found: Found,
  document: Pick<DocumentRecord, 'id' | 'name' | 'sha256'>,
  review: Review,
): ExplainedSentence[] {
  let last = found.timeline.length;
  const { commitments, rejected } = applyReview(found, document, review, () => ++last);
  const byId = new Map([...commitments, ...rejected].map((one) => [one.id, one]));
  return sentences.map((sentence) => ({
    ...sentence,
    findings: sentence.findings.map((finding) => ({
      ...finding,
      commitment: finding.commitment === null ? null : (byId.get(finding.id) ?? finding.commitment),
    })),
  }));
}
