/** One sentence that became several, or several that became one, and what changed besides in what they say. */
import type { ChangeKind } from '../model/diff.ts';
import { CHANGE_KINDS } from '../model/kinds.ts';
import type { Commitment } from '../model/report.ts';
import type { Match } from './align.ts';
import type { Draft } from './draft.ts';
import { pairCommitments } from './pairs.ts';
import type { Surroundings } from './sentence/outcome.ts';
import { compareParts } from './sentence/pair.ts';
import type { Unit } from './units.ts';
import { type Finding, textOf, type Versions, versionsOf } from './versions.ts';

/** Letters that a second half must have at least, to be known without the running head before it. */
const TELLING = 24;

/**
 * Whether a whole is one of its parts followed by the others word for word: read as one sentence here, as several there.
 * Of two parts the second may have a running head before it.
 */
export function isRejoined(whole: Unit, others: readonly Unit[], first: Unit): boolean {
  if (others.length === 0) return false;
  const [start = '', ...rest] = inOrder([first, ...others]).map((part) => part.key);
  if (!whole.key.startsWith(start)) return false;
  const left = whole.key.slice(start.length);
  return rest.join('') === left || (rest.length === 1 && left.length >= TELLING && rest.join('').endsWith(left));
}

/**
 * One sentence that became several, or several that became one; null for an ordinary match. What was said of one action
 * in the whole is looked for in its own part: a deadline that only another part kept was dropped.
 * @param pieces new sentences that say parts of the old one
 * @param origins old sentences of which the new one says parts
 */
export function joinOf(
  match: Match,
  pieces: readonly Unit[],
  origins: readonly Unit[],
  isMoved: boolean,
  around: Surroundings,
): Draft | null {
  if (pieces.length === 0 && origins.length === 0) return null;
  // A sentence that a page break cut short was read differently, not written differently.
  if (versionsOf(match.before, match.after).edits.length === 0) return null;
  const [olds, news] = [inOrder([match.before, ...origins]), inOrder([match.after, ...pieces])];
  const own = (units: readonly Unit[], unit: Unit) => unit.commitments[0] ?? firstOf(units);
  const [before, after] = [own(olds, match.before), own(news, match.after)];
  if (!before || !after) return null;
  const findings = innerFindings(olds, news, around);
  const kinds = new Set<ChangeKind>(findings.map(({ kind }) => kind));
  if (pieces.length > 0) kinds.add('split');
  if (origins.length > 0) kinds.add('merged');
  if (isMoved) kinds.add('moved');
  const others = (units: readonly Unit[], first: Commitment) =>
    units.flatMap(({ commitments }) => commitments).filter((commitment) => commitment !== first);
  return {
    place: match.after.index,
    kinds: CHANGE_KINDS.filter((kind) => kinds.has(kind)),
    findings,
    before,
    after,
    statement: null,
    similarity: match.similarity,
    also: [
      ...others(pieces, after).map(({ id }) => ({ oldId: null, newId: id })),
      ...others(origins, before).map(({ id }) => ({ oldId: id, newId: null })),
    ],
    closest: null,
  };
}

function innerFindings(olds: readonly Unit[], news: readonly Unit[], around: Surroundings): readonly Finding[] {
  const whole = versionsOf(joinedUnit(olds), joinedUnit(news));
  const { pairs } = pairCommitments(whole.before.commitments, whole.after.commitments);
  const home = (units: readonly Unit[], commitment: Commitment) =>
    units.find(({ commitments }) => commitments.includes(commitment));
  return pairs.flatMap(([old, now]) => {
    const [one, two] = [home(olds, old), home(news, now)];
    if (!one || !two) return [];
    const versions: Versions = { ...whole, oldText: textOf(one), newText: textOf(two) };
    return compareParts(old, now, versions, around);
  });
}

/** Several sentences as if they were one. */
function joinedUnit(units: readonly Unit[]): Unit {
  const [first, ...rest] = units;
  if (!first) throw new RangeError('no sentence to join');
  if (rest.length === 0) return first;
  return {
    ...first,
    quote: units.map(({ quote }) => quote).join(' '),
    words: units.flatMap(({ words }) => words),
    key: units.map(({ key }) => key).join(''),
    commitments: units.flatMap(({ commitments }) => commitments),
    statements: units.flatMap(({ statements }) => statements),
  };
}

function inOrder(units: readonly Unit[]): readonly Unit[] {
  return [...units].sort((a, b) => a.index - b.index);
}

function firstOf(units: readonly Unit[]): Commitment | null {
  return units.flatMap(({ commitments }) => commitments)[0] ?? null;
}
