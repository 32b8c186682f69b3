/** The changes of two aligned reports, in order of the new text: of matches, of what was split or merged, of what is alone. */
import { CHANGE_KINDS } from '../model/kinds.ts';
import type { Alignment, Match, Nearest } from './align.ts';
import type { Draft } from './draft.ts';
import { isRejoined, joinOf } from './joined.ts';
import { movedOf } from './moved.ts';
import { partsOf } from './parts.ts';
import { restatedAmong } from './restated.ts';
import type { Said } from './said.ts';
import { compareSentence } from './sentence/commitments.ts';
import { compareWithMention } from './sentence/mention.ts';
import type { SentenceChange, Surroundings } from './sentence/outcome.ts';
import { compareWithStatement } from './sentence/statement.ts';
import type { Unit } from './units.ts';
import { type Versions, versionsOf } from './versions.ts';

/** Less is a scrap of a table or scan. */
const LETTERS = /\p{L}{3}/u;

/** What the two versions know besides the units that are compared. */
interface Around extends Surroundings {
  readonly said: Said;
}

/**
 * Drafts of every change between two lists of units, given which is which.
 * @param asked where given, only those of these old units in the matches that they have a part in, and none of what stands
 *   alone on either side
 */
export function draftsOf(
  olds: readonly Unit[],
  news: readonly Unit[],
  alignment: Alignment,
  around: Around,
  asked: ReadonlySet<Unit> | null = null,
): readonly Draft[] {
  const { matches, nearestOld, nearestNew, weights } = alignment;
  const [matchedOld, matchedNew] = [new Set(matches.map((m) => m.before)), new Set(matches.map((m) => m.after))];
  const [keysOld, keysNew] = [new Set(olds.map((unit) => unit.key)), new Set(news.map((unit) => unit.key))];
  const { inNew, inOld } = around.said;
  const isOwn = (unit: Unit) => unit.commitments.length > 0 && unit.words.some(({ text }) => LETTERS.test(text));
  const loneOld = olds.filter((one) => isOwn(one) && !matchedOld.has(one) && !keysNew.has(one.key));
  const loneNew = news.filter((one) => isOwn(one) && !matchedNew.has(one) && !keysOld.has(one.key));
  const [againOld, againNew] = [restatedAmong(loneOld, olds, matchedOld), restatedAmong(loneNew, news, matchedNew)];
  const gone = loneOld.filter((one) => !againOld.has(one));
  const come = loneNew.filter((one) => !againNew.has(one));
  const halves = partsOf(come, matches, 'after', weights);
  const sources = partsOf(gone, matches, 'before', weights);
  const [partsByMatch, sourcesByMatch] = [byMatch(halves), byMatch(sources)];
  const moved = movedOf(matches);
  const placeOf = placing(matches);
  const drafts: Draft[] = [];

  for (const match of matches) {
    const pieces = partsByMatch.get(match) ?? [];
    const origins = sourcesByMatch.get(match) ?? [];
    if (asked && ![match.before, ...origins].some((one) => asked.has(one))) continue;
    if (isRejoined(match.before, pieces, match.after) || isRejoined(match.after, origins, match.before)) continue;
    const versions = versionsOf(match.before, match.after);
    const isCut = isCutElsewhere(match, around.said);
    // Words that stand on both sides all the same were neither split off nor taken in.
    const joined = isCut
      ? joinOf(
          match,
          pieces.filter((one) => !inOld(one)),
          origins.filter((one) => !inNew(one)),
          moved.has(match),
          around,
        )
      : joinOf(match, pieces, origins, moved.has(match), around);
    if (joined) drafts.push(joined);
    else drafts.push(...draftsOfMatch(match, isCut ? { ...versions, edits: [] } : versions, moved.has(match), around));
  }
  if (asked) return drafts.sort((a, b) => a.place - b.place);
  for (const unit of gone) {
    if (!sources.has(unit) && !inNew(unit))
      drafts.push(alone(unit, 'removed', placeOf(unit.index), nearestOld.get(unit.index)));
  }
  for (const unit of come) {
    if (!halves.has(unit) && !inOld(unit)) drafts.push(alone(unit, 'added', unit.index, nearestNew.get(unit.index)));
  }
  return drafts.sort((a, b) => a.place - b.place);
}

function byMatch(parts: ReadonlyMap<Unit, Match>): ReadonlyMap<Match, readonly Unit[]> {
  const out = new Map<Match, Unit[]>();
  for (const [unit, match] of parts) {
    const list = out.get(match);
    if (list) list.push(unit);
    else out.set(match, [unit]);
  }
  return out;
}

/** Where in the new text a removed unit would stand: just after the nearest matched unit before it. */
function placing(matches: readonly Match[]): (old: number) => number {
  const places = matches.map((match) => [match.before.index, match.after.index] as const);
  return (old) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.[0] ?? 0) < old) low = middle + 1;
      else high = middle;
    }
    return (places[low - 1]?.[1] ?? -1) + 0.5;
  };
}

function draftsOfMatch(match: Match, versions: Versions, isMoved: boolean, around: Around): readonly Draft[] {
  const [old, now] = [match.before.commitments[0], match.after.commitments[0]];
  let change: SentenceChange | null = null;
  const [was, is] = [match.before.statements[0], match.after.statements[0]];
  if (old && now) change = compareSentence(versions, around);
  else if (old && is) change = compareWithStatement(old, is, versions, around, 'before');
  else if (now && was) change = compareWithStatement(now, was, versions, around, 'after');
  else if (old) change = compareWithMention(old, versions, 'before');
  else if (now) change = compareWithMention(now, versions, 'after');
  if (!change) return [];
  // Other words without an edit: the sentence was cut or joined in reading, and with it what was found in it.
  if (versions.edits.length === 0 && match.before.key !== match.after.key)
    change = { ...change, findings: [], lost: [], gained: [] };
  const kinds = new Set(change.findings.map(({ kind }) => kind));
  if (kinds.size === 0 && versions.edits.length > 0 && !isCarried(match, around)) kinds.add('reworded');
  if (kinds.size > 1) kinds.delete('reworded');
  if (isMoved) kinds.add('moved');
  const shared = { place: match.after.index, similarity: match.similarity, closest: null };
  const drafts: Draft[] = [];
  if (kinds.size > 0) {
    drafts.push({
      ...shared,
      kinds: CHANGE_KINDS.filter((kind) => kinds.has(kind)),
      findings: change.findings,
      before: change.before,
      after: change.after,
      statement: change.statement,
      also: change.others.map(([one, two]) => ({ oldId: one.id, newId: two.id })),
    });
  }
  const lone = { ...shared, findings: [], statement: null, also: [] };
  for (const lost of change.lost) drafts.push({ ...lone, kinds: ['removed'], before: lost, after: null });
  for (const gained of change.gained) drafts.push({ ...lone, kinds: ['added'], before: null, after: gained });
  return drafts;
}

/** Whether both sentences stand in both texts: they were cut in other places, not rewritten. */
function isCutElsewhere({ before, after }: Match, { inNew, inOld }: Said): boolean {
  return before.key !== after.key && inNew(before) && inOld(after);
}

/** Whether an item of the same words only went from one stem to another that both texts have. */
function isCarried({ before, after }: Match, { said }: Around): boolean {
  return before.key === after.key && said.stems(before, after);
}

/** A sentence that only one version has. */
function alone(unit: Unit, kind: 'removed' | 'added', place: number, nearest: Nearest | undefined): Draft {
  const [first = null, ...rest] = unit.commitments;
  const isOld = kind === 'removed';
  return {
    place,
    kinds: [kind],
    findings: [],
    before: isOld ? first : null,
    after: isOld ? null : first,
    statement: null,
    similarity: nearest?.similarity ?? 0,
    also: rest.map(({ id }) => (isOld ? { oldId: id, newId: null } : { oldId: null, newId: id })),
    closest: nearest && nearest.similarity >= 0.1 ? nearest.unit.quote : null,
  };
}
