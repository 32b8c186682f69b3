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
  /** Null where the comparison alone knows the quote. */
  readonly evidence: Evidence | null;
  /** How many characters of the marks are a stem and the space after it. */
  readonly stem: number;
  /** Stem, if there is one, and quote, in pieces. */
  readonly marks: readonly Mark[];
}

/** Which quotes are given with the stems that introduce them. */
type Stems = 'where they differ' | 'always';

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
  /** Empty where there is none. */
  readonly stem: string;
  readonly quote: string;
}

/**
 * @param context where the other parts of a sentence that was split or merged are looked up
 * @param stems `where they differ`: of quotes that are the same otherwise
 */
export function bothSaid(change: AnyChange, context?: DiffContext, stems: Stems = 'where they differ'): BothSaid {
  const [old, now] = isOfCommitment(change)
    ? quotesOf(change, context, stems)
    : [one(change.before), one(change.after)];
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

function quotesOf(change: Change, context: DiffContext | undefined, stems: Stems): readonly [Quoted[], Quoted[]] {
  const { before, after, statement, fields, also } = change;
  const old = one(before ?? (after ? statement : null), fields.quote?.before, before);
  const now = one(after ?? (before ? statement : null), fields.quote?.after, after);
  const others = (commitments: readonly Commitment[] | undefined, side: 'oldId' | 'newId'): Quoted[] => {
    const ids = new Set(also.map((other) => other[side]));
    return (commitments ?? []).flatMap((its) => (ids.has(its.id) ? one(its, null, its) : []));
  };
  const [was, is] = [old.map(bare), now.map(bare)];
  const [stem, other] = [old[0]?.stem ?? '', now[0]?.stem ?? ''];
  if (stems === 'where they differ' && joined(was) === joined(is) && stem !== other && stem !== '' && other !== '') {
    return [old, now];
  }
  const shown = (quotes: readonly Quoted[]): Quoted[] =>
    stems === 'always' ? withoutRepeats(inOrder(quotes)) : inOrder(quotes).map(bare);
  if (change.kinds.includes('split')) return [shown(old), shown([...now, ...others(context?.commitments, 'newId')])];
  if (change.kinds.includes('merged')) return [shown([...old, ...others(context?.removed, 'oldId')]), shown(now)];
  return [shown(old), shown(now)];
}

/** The quote of a record, else one that the comparison found; of a commitment with its stem. */
function one(
  record: { readonly evidence: Evidence } | null,
  found?: string | number | null,
  commitment: Commitment | null = null,
): Quoted[] {
  const stem = commitment?.stem?.quote ?? '';
  if (record !== null) return [{ evidence: record.evidence, stem, quote: record.evidence.quote }];
  return found === null || found === undefined ? [] : [{ evidence: null, stem, quote: String(found) }];
}

const bare = (quoted: Quoted): Quoted => ({ ...quoted, stem: '' });

/** Items under one stem have it once, before the first of them. */
const withoutRepeats = (quotes: readonly Quoted[]): Quoted[] =>
  quotes.map((quoted, index) => (quotes[index - 1]?.stem === quoted.stem ? bare(quoted) : quoted));

const textOf = ({ stem, quote }: Quoted): string => (stem === '' ? quote : `${stem} ${quote}`);

const stemOf = ({ stem }: Quoted): number => (stem === '' ? 0 : stem.length + 1);

/** In the order of the text, each sentence once. */
function inOrder(quotes: readonly Quoted[]): Quoted[] {
  const byStart = new Map(quotes.map((its) => [its.evidence?.start ?? -1, its]));
  return [...byStart].sort(([a], [b]) => a - b).map(([, its]) => its);
}

const joined = (quotes: readonly Quoted[]): string => quotes.map(textOf).join(' ');

const plain = (quoted: Quoted): Said => ({
  where: placed(quoted.evidence),
  evidence: quoted.evidence,
  stem: stemOf(quoted),
  marks: [{ text: textOf(quoted), kind: 'same' }],
});

const placed = (evidence: Evidence | null): string => (evidence === null ? '' : place(evidence));

/** The pieces of all quotes one after the other, given back to the quotes that they are of. */
function parted(quotes: readonly Quoted[], marks: readonly Mark[]): Said[] {
  const said: Said[] = [];
  let rest = [...marks];
  for (const quoted of quotes) {
    const its: Mark[] = [];
    let room = textOf(quoted).length;
    while (room > 0 && rest.length > 0) {
      const [mark, ...others] = rest;
      if (mark === undefined) break;
      its.push({ ...mark, text: mark.text.slice(0, room) });
      const over = mark.text.slice(room);
      room -= Math.min(room, mark.text.length);
      rest = over === '' ? others : [{ ...mark, text: over }, ...others];
    }
    said.push({ where: placed(quoted.evidence), evidence: quoted.evidence, stem: stemOf(quoted), marks: its });
    // The space between two quotes.
    const [next, ...others] = rest;
    if (next !== undefined) rest = next.text.length > 1 ? [{ ...next, text: next.text.slice(1) }, ...others] : others;
  }
  return said;
}
