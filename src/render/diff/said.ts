/** What both versions say at a change: the quotes with their places, and the words marked by which they differ. */
import type { Change } from '../../model/diff.ts';
import type { Evidence } from '../../model/report.ts';
import { place } from '../place.ts';
import { type Mark, wordMarks } from '../word-marks.ts';

/** One side of a change. */
export interface Said {
  /** `p. 12`; empty where the place is not known. */
  readonly where: string;
  /** The quote in pieces; null where the other side's says the same. */
  readonly marks: readonly Mark[] | null;
}

/** Both sides; null for a side that has nothing. */
export interface BothSaid {
  readonly old: Said | null;
  readonly now: Said | null;
  /** Of a commitment that one side lacks: how like it the likeliest sentence there is; null where none is like it. */
  readonly closest: number | null;
}

/**
 * Quotes word for word the same are given once, on the new side; where the stems above them differ, both with their stems.
 */
export function bothSaid(change: Change): BothSaid {
  const { before, after, statement, fields, similarity } = change;
  const old = before?.evidence ?? (after ? statement?.evidence : undefined) ?? null;
  const now = after?.evidence ?? (before ? statement?.evidence : undefined) ?? null;
  const isAlone = change.kinds.includes('removed') || change.kinds.includes('added');
  const near = fields.closest;
  const closest = isAlone && (near?.before ?? near?.after ?? null) !== null ? similarity : null;
  if (isAlone) return { old: whole(old), now: whole(now), closest };
  const [was, is] = [old?.quote ?? textOf(fields.quote?.before), now?.quote ?? textOf(fields.quote?.after)];
  if (was === null || is === null)
    return { old: was === null ? null : whole(old, was), now: is === null ? null : whole(now, is), closest };
  const stems = [before?.stem?.quote, after?.stem?.quote];
  if (was === is) {
    const [one, two] = stems;
    if (!one || !two || one === two) {
      return { old: { where: placed(old), marks: null }, now: whole(now, is), closest };
    }
    return pair(old, now, `${one} ${was}`, `${two} ${is}`);
  }
  return pair(old, now, was, is);
}

function pair(old: Evidence | null, now: Evidence | null, was: string, is: string): BothSaid {
  const [gone, come] = wordMarks(was, is);
  return { old: { where: placed(old), marks: gone }, now: { where: placed(now), marks: come }, closest: null };
}

function whole(evidence: Evidence | null, quote = evidence?.quote): Said | null {
  return quote === undefined ? null : { where: placed(evidence), marks: [{ text: quote, kind: 'same' }] };
}

const placed = (evidence: Evidence | null): string => (evidence === null ? '' : place(evidence));

const textOf = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
