/** A review file as read: what an analyst said of the commitments of documents, and which file says it. */
import type { ReviewedDocument } from './review.ts';

/** A review file as read. */
export interface Review {
  /** Its name, as messages and results call it. */
  readonly file: string;
  /** Of its bytes. */
  readonly sha256: string;
  readonly documents: readonly ReviewedDocument[];
  /**
   * Names of documents that are versions of one: what was said of one of them holds for the same words in the others.
   * Unless given, verdicts hold for their own document only.
   */
  readonly versions?: readonly string[];
}
