/** Which commitments are asked for, and how they are sorted. */
import { STRENGTH_LABELS } from '../model/kinds.ts';
import type { ReportPart } from '../model/part.ts';
import type { Commitment, StrengthLabel } from '../model/report.ts';
import type { CommitmentInDocument } from './commitments.ts';
import type { Test } from './compare.ts';
import { inOrder, type Order } from './order.ts';

export interface Ask {
  /** The weakest that are wanted. */
  readonly minStrength: StrengthLabel;
  /** Whether what is said of others' undertakings is wanted. */
  readonly includeReported: boolean;
  readonly where: Test<CommitmentInDocument>;
  /** None: as in the document. */
  readonly sort: readonly Order[];
}

/** The commitments of one document that are asked for, sorted; the records themselves stay as they are. */
export function asked(
  { document, commitments }: ReportPart,
  { minStrength, includeReported, where, sort }: Ask,
): readonly Commitment[] {
  const least = STRENGTH_LABELS.indexOf(minStrength);
  const sections = new Map(document?.sections.map(({ id, title }) => [id, title]));
  const kept = commitments.filter(
    (commitment) =>
      STRENGTH_LABELS.indexOf(commitment.strengthLabel) >= least &&
      (includeReported || commitment.attribution === 'own') &&
      where({ commitment, document, section: sections.get(commitment.evidence.sectionId ?? '') }),
  );
  return inOrder(kept, sort);
}
