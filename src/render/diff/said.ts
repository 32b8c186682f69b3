/** What both versions say at a change: the quotes with their places, and the words marked by which they differ. */
import type { Change } from '../../model/diff.ts';
import type { Commitment, Evidence } from '../../model/report.ts';
import { place } from '../place.ts';
import { type Mark, wordMarks } from '../word-marks.ts';
import { type AnyChange, isOfCommitment } from './any-change.ts';
import type { DiffContext } from './options.ts';

/** What one side says at one place. */
export interface Said {
  /** `p. 12`; empty where the place is not known. */
  readonly where: string;
  /** The quote in pieces. */
  readonly marks: readonly Mark[];
}

/** Both sides; a side that has nothing is empty, one that was split or merged has several. */
export interface BothSaid {
  readonly old: readonly Said[];
  readonly now: readonly Said[];
  /** Whether both say the same word for word. */
  readonly isSame: boolean;
  /** Of a commitment that one side lacks: how like it the likeliest sentence there is; null where none is like it. */
  readonly closest: number | null;
}

/** A quote where it stands; without evidence it is known from the comparison alone. */
interface Quoted {
  readonly evidence: Evidence | null;
  readonly quote: string;
}

/**
 * Quotes that are the same under stems that differ are given with their stems.
 * @param context where the other parts of a sentence that was split or merged are looked up
 */
export function bothSaid(change: AnyChange, context?: DiffContext): BothSaid {
  const [old, now] = isOfCommitment(change) ? quotesOf(change, context) : [one(change.before), one(change.after)];
  const isAlone = change.kinds.includes('removed') || change.kinds.includes('added');
  const near = change.fields.closest;
  const closest = isAlone && (near?.before ?? near?.after ?? null) !== null ? change.similarity : null;
  const [was, is] = [joined(old), joined(now)];
  if (was === is || old.length === 0 || now.length === 0) {
    return { old: old.map(plain), now: now.map(plain), isSame: was === is, closest };
  }
  const [gone, come] = wordMarks(was, is);
  return { old: parted(old, gone), now: parted(now, come), isSame: false, closest };
}

function quotesOf(change: Change, context: DiffContext | undefined): readonly [Quoted[], Quoted[]] {
  const { before, after, statement, fields, also } = change;
  const old = one(before ?? (after ? statement : null), fields.quote?.before);
  const now = one(after ?? (before ? statement : null), fields.quote?.after);
  const stems = [before?.stem?.quote ?? '', after?.stem?.quote ?? ''] as const;
  const hasStems = joined(old) === joined(now) && stems[0] !== stems[1] && !stems.includes('');
  if (hasStems) return [old.map(under(stems[0])), now.map(under(stems[1]))];
  const others = (commitments: readonly Commitment[] | undefined, side: 'oldId' | 'newId'): Quoted[] => {
    const ids = new Set(also.map((other) => other[side]));
    return (commitments ?? []).flatMap((its) => (ids.has(its.id) ? one(its) : []));
  };
  if (change.kinds.includes('split')) return [old, inOrder([...now, ...others(context?.commitments, 'newId')])];
  if (change.kinds.includes('merged')) return [inOrder([...old, ...others(context?.removed, 'oldId')]), now];
  return [old, now];
}

/** The quote of a record, else one that the comparison found. */
function one(record: { readonly evidence: Evidence } | null, found?: string | number | null): Quoted[] {
  if (record !== null) return [{ evidence: record.evidence, quote: record.evidence.quote }];
  return found === null || found === undefined ? [] : [{ evidence: null, quote: String(found) }];
}

const under =
  (stem: string) =>
  ({ evidence, quote }: Quoted): Quoted => ({ evidence, quote: `${stem} ${quote}` });

/** In the order of the text, each sentence once. */
function inOrder(quotes: readonly Quoted[]): Quoted[] {
  const byStart = new Map(quotes.map((its) => [its.evidence?.start ?? -1, its]));
  return [...byStart].sort(([a], [b]) => a - b).map(([, its]) => its);
}

const joined = (quotes: readonly Quoted[]): string => quotes.map(({ quote }) => quote).join(' ');

const plain = ({ evidence, quote }: Quoted): Said => ({
  where: placed(evidence),
  marks: [{ text: quote, kind: 'same' }],
});

const placed = (evidence: Evidence | null): string => (evidence === null ? '' : place(evidence));

/** The pieces of all quotes one after the other, given back to the quotes that they are of. */
function parted(quotes: readonly Quoted[], marks: readonly Mark[]): Said[] {
  const said: Said[] = [];
  let rest = [...marks];
  for (const { evidence, quote } of quotes) {
    const its: Mark[] = [];
    let room = quote.length;
    while (room > 0 && rest.length > 0) {
      const [mark, ...others] = rest;
      if (mark === undefined) break;
      its.push({ ...mark, text: mark.text.slice(0, room) });
      const over = mark.text.slice(room);
      room -= Math.min(room, mark.text.length);
      rest = over === '' ? others : [{ ...mark, text: over }, ...others];
    }
    said.push({ where: placed(evidence), marks: its });
    // The space between two quotes.
    const [next, ...others] = rest;
    if (next !== undefined) rest = next.text.length > 1 ? [{ ...next, text: next.text.slice(1) }, ...others] : others;
  }
  return said;
}
