/** Commitments with their restatements: what is promised twice is one line of a screen. */
import type { Commitment, Evidence } from '../../model/report.ts';
import { placesIn } from '../place.ts';

/** A commitment where it is said first, and where else. */
export interface Distinct {
  readonly commitment: Commitment;
  /** The same pledge elsewhere in the document, in its order. */
  readonly again: readonly Commitment[];
}

/** Each pledge once, in the order given; of one whose first mention is not among them the first that is. */
export function distinct(commitments: readonly Commitment[]): Distinct[] {
  const found = new Map<string, { readonly commitment: Commitment; readonly again: Commitment[] }>();
  for (const commitment of commitments) {
    const key = `${commitment.documentId} ${commitment.restates ?? commitment.id}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { commitment, again: [] });
    else known.again.push(commitment);
  }
  return [...found.values()];
}

/** How many places of restatements are named. */
const PLACES = 5;

/**
 * ` (restated on p. 5, 17)`, or nothing.
 * @param places names the places of some evidence
 */
export function restated(
  { again }: Pick<Distinct, 'again'>,
  places: (evidence: readonly Evidence[], most: number) => string = placesIn,
): string {
  const evidence = again.map((one) => one.evidence);
  if (evidence.length === 0) return '';
  const where = places(evidence, PLACES);
  const isPaged = evidence.some(({ page, pageLabel }) => page !== null || pageLabel !== null);
  return where === '' ? ' (restated)' : ` (restated ${isPaged ? 'on' : 'in'} ${where})`;
}
