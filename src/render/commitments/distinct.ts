/** Commitments with their restatements: what is promised twice is one line of a screen. */
import type { Commitment } from '../../model/report.ts';
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

/** ` (restated on p. 5, 17)`, or nothing. */
export function restated({ again }: Pick<Distinct, 'again'>): string {
  if (again.length === 0) return '';
  const where = placesIn(
    again.map(({ evidence }) => evidence),
    5,
  );
  return where === '' ? ' (restated)' : ` (restated ${where.startsWith('p.') ? 'on' : 'in'} ${where})`;
}
