/** What holds for several items of one list, or of one section, is told once. */
import type { Commitment } from '../model/report.ts';

/** A commitment for which something is told, and how many more it holds for. */
interface Told {
  readonly commitment: Commitment;
  readonly more: number;
}

/** Of the items under one stem the first, and of the actions of one sentence. In their order. */
export const onceAList = (commitments: readonly Commitment[]): Told[] =>
  once(commitments, ({ stem, evidence }) => (stem === null ? `sentence ${evidence.start}` : `${stem.start}`));

/** Of those in one section the first, which stands for what could be said at its head; outside sections each. */
export const onceASection = (commitments: readonly Commitment[]): Told[] =>
  once(commitments, ({ stem, evidence }) => (stem === null ? evidence.sectionId : `${stem.start}`));

/** @param keyOf what those have in common of which one is told; null for one that is told by itself */
function once(commitments: readonly Commitment[], keyOf: (commitment: Commitment) => string | null): Told[] {
  const count = new Map<string, number>();
  for (const commitment of commitments) {
    const key = keyOf(commitment);
    if (key !== null) count.set(key, (count.get(key) ?? 0) + 1);
  }
  const told = new Set<string>();
  return commitments.flatMap((commitment): Told[] => {
    const key = keyOf(commitment);
    if (key === null) return [{ commitment, more: 0 }];
    if (told.has(key)) return [];
    told.add(key);
    return [{ commitment, more: (count.get(key) ?? 1) - 1 }];
  });
}

/** ` (and 5 more items of its list)`, or nothing. */
export const andMore = (more: number, one: string, place: string): string =>
  more === 0 ? '' : ` (and ${more} more ${one}${more === 1 ? '' : 's'} of its ${place})`;
