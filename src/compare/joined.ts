/** One sentence that became several, or several that became one. */
import type { ChangeKind } from '../model/diff.ts';
import type { Match } from './align.ts';
import type { Draft } from './draft.ts';
import type { Unit } from './units.ts';

/** Whether a whole is one of its parts followed by the others word for word: read as one sentence here, as several there. */
export function isRejoined(whole: Unit, others: readonly Unit[], first: Unit): boolean {
  if (others.length === 0) return false;
  const parts = [first, ...others].sort((a, b) => a.index - b.index);
  return parts.map((part) => part.key).join('') === whole.key;
}

/** One sentence that became several, or several that became one; null for an ordinary match. */
export function joinOf(match: Match, pieces: readonly Unit[], origins: readonly Unit[]): Draft | null {
  if (pieces.length === 0 && origins.length === 0) return null;
  const [before, after] = [match.before.commitments[0] ?? null, match.after.commitments[0] ?? null];
  if (!before || !after) return null;
  const kinds: ChangeKind[] = [];
  if (pieces.length > 0) kinds.push('split');
  if (origins.length > 0) kinds.push('merged');
  return {
    place: match.after.index,
    kinds,
    findings: [],
    before,
    after,
    statement: null,
    similarity: match.similarity,
    also: [
      ...pieces.flatMap(({ commitments }) => commitments.map(({ id }) => ({ oldId: null, newId: id }))),
      ...origins.flatMap(({ commitments }) => commitments.map(({ id }) => ({ oldId: id, newId: null }))),
    ],
    closest: null,
  };
}
