/** What changed between two versions of a document: commitments aligned, compared field by field, given a level. */

import { LEVELS, levelOf } from '../model/change-levels.ts';
import type { Change, ChangeKind, Diff, FieldChange } from '../model/diff.ts';
import { type Level, PmedError } from '../model/fault.ts';
import { CHANGE_KINDS, SCHEMA_VERSION } from '../model/kinds.ts';
import type { Commitment, Report } from '../model/report.ts';
import { publishersOf } from './actor.ts';
import { type Alignment, align, type Match, type Nearest } from './align.ts';
import { changeId } from './change-id.ts';
import { whyNotComparable } from './comparable.ts';
import { timesOf } from './deadline.ts';
import { movedOf } from './moved.ts';
import { partsOf } from './parts.ts';
import { otherRules } from './rules.ts';
import {
  compareSentence,
  compareWithMention,
  compareWithStatement,
  type SentenceChange,
  type Surroundings,
} from './sentence.ts';
import { themeChanges } from './themes.ts';
import { type Unit, unitsOf, weightsOf } from './units.ts';
import { type Finding, versionsOf } from './versions.ts';

/** How to compare. */
export interface DiffOptions {
  /** Least similarity at which two sentences are versions of one, 0 to 1; 0.6 unless given. */
  readonly match?: number;
  /** Levels of kinds that differ from the defaults. */
  readonly levels?: Partial<Record<ChangeKind, Level>>;
}

/** A change before it gets its level and id; `place` orders it by where it stands in the new text. */
interface Draft {
  readonly place: number;
  readonly kinds: readonly ChangeKind[];
  readonly findings: readonly Finding[];
  readonly before: Commitment | null;
  readonly after: Commitment | null;
  readonly statement: Change['statement'];
  readonly similarity: number;
  readonly also: Change['also'];
  readonly closest: string | null;
}

/**
 * Compares two reports of one document each. Pure: the same reports give the same diff. One change speaks for one
 * sentence: all that happened to it is in `kinds`, and other commitments of the sentence that share it are in `also`.
 * @throws PmedError (exit 2) when a report holds no document or several
 */
export function diff(before: Report, after: Report, options: DiffOptions = {}): Diff {
  const documents: Diff['documents'] = [onlyDocument(before, 'old'), onlyDocument(after, 'new')];
  const levels = { ...LEVELS, ...options.levels };
  const [olds, news] = [unitsOf(before), unitsOf(after)];
  const alignment = align(olds, news, options.match ?? 0.6);
  const reason = whyNotComparable(before, after, olds, news, alignment);
  const around = { times: [timesOf(before), timesOf(after)], publishers: publishersOf(before, after) } as const;
  const drafts = reason === null ? draftsOf(olds, news, alignment, around) : [];
  const changes = finish(drafts, levels);
  const touched = new Set(changes.flatMap(({ oldId, also }) => [oldId, ...also.map((one) => one.oldId)]));
  const count = (level: Level) => changes.filter((change) => change.level === level).length;
  return {
    $schema: 'urn:pmed:schema:diff:1',
    schemaVersion: SCHEMA_VERSION,
    kind: 'diff',
    tool: after.tool,
    documents,
    changes,
    themeChanges: reason === null ? themeChanges(before, after) : [],
    unchanged: reason === null ? before.commitments.filter(({ id }) => !touched.has(id)).length : 0,
    comparable: reason === null,
    diagnostics: [
      ...before.diagnostics,
      ...after.diagnostics,
      ...otherRules(before.tool.packs, after.tool.packs),
      ...(reason === null ? [] : [cannotCompare(reason)]),
    ],
    summary: { error: count('error'), warning: count('warning'), note: count('note') },
  };
}

function onlyDocument(report: Report, side: string): Diff['documents'][number] {
  const [document] = report.documents;
  if (document && report.documents.length === 1) return document;
  throw new PmedError(`the ${side} report holds ${report.documents.length} documents; a diff compares one with one.`, {
    code: 'PMED-U020',
    exitCode: 2,
    hint: 'Analyse each version on its own.',
  });
}

function cannotCompare(reason: string): Diff['diagnostics'][number] {
  return {
    code: 'PMED-V501',
    level: 'warning',
    documentId: null,
    page: null,
    message: `not compared: ${reason}`,
    hint: 'Give two versions of the same document, the older one first.',
  };
}

function draftsOf(
  olds: readonly Unit[],
  news: readonly Unit[],
  alignment: Alignment,
  around: Surroundings,
): readonly Draft[] {
  const { matches, nearestOld, nearestNew } = alignment;
  const [matchedOld, matchedNew] = [new Set(matches.map((m) => m.before)), new Set(matches.map((m) => m.after))];
  const [keysOld, keysNew] = [new Set(olds.map((unit) => unit.key)), new Set(news.map((unit) => unit.key))];
  const gone = olds.filter((unit) => unit.commitments.length > 0 && !matchedOld.has(unit) && !keysNew.has(unit.key));
  const come = news.filter((unit) => unit.commitments.length > 0 && !matchedNew.has(unit) && !keysOld.has(unit.key));
  const weights = weightsOf([...olds, ...news]);
  const halves = partsOf(come, matches, 'after', weights);
  const sources = partsOf(gone, matches, 'before', weights);
  const moved = movedOf(matches);
  const placeOf = placing(matches);
  const drafts: Draft[] = [];

  for (const match of matches) {
    const pieces = come.filter((unit) => halves.get(unit) === match);
    const origins = gone.filter((unit) => sources.get(unit) === match);
    if (isRejoined(match.before, pieces, match.after) || isRejoined(match.after, origins, match.before)) continue;
    const joined = joinOf(match, pieces, origins);
    if (joined) drafts.push(joined);
    else drafts.push(...draftsOfMatch(match, moved.has(match), around));
  }
  for (const unit of gone) {
    if (!sources.has(unit)) drafts.push(alone(unit, 'removed', placeOf(unit.index), nearestOld.get(unit.index)));
  }
  for (const unit of come) {
    if (!halves.has(unit)) drafts.push(alone(unit, 'added', unit.index, nearestNew.get(unit.index)));
  }
  return drafts.sort((a, b) => a.place - b.place);
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

/** Whether a whole is one of its parts followed by the others word for word: read as one sentence here, as several there. */
function isRejoined(whole: Unit, others: readonly Unit[], first: Unit): boolean {
  if (others.length === 0) return false;
  const parts = [first, ...others].sort((a, b) => a.index - b.index);
  return parts.map((part) => part.key).join('') === whole.key;
}

/** One sentence that became several, or several that became one; null for an ordinary match. */
function joinOf(match: Match, pieces: readonly Unit[], origins: readonly Unit[]): Draft | null {
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

function draftsOfMatch(match: Match, isMoved: boolean, around: Surroundings): readonly Draft[] {
  const versions = versionsOf(match.before, match.after);
  const [old, now] = [match.before.commitments[0], match.after.commitments[0]];
  let change: SentenceChange | null = null;
  const [was, is] = [match.before.statements[0], match.after.statements[0]];
  if (old && now) change = compareSentence(versions, around);
  else if (old && is) change = compareWithStatement(old, is, versions, around, 'before');
  else if (now && was) change = compareWithStatement(now, was, versions, around, 'after');
  else if (old) change = compareWithMention(old, versions, 'before');
  else if (now) change = compareWithMention(now, versions, 'after');
  if (!change) return [];
  const kinds = new Set(change.findings.map(({ kind }) => kind));
  if (kinds.size === 0 && versions.edits.length > 0) kinds.add('reworded');
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

function finish(drafts: readonly Draft[], levels: Readonly<Record<ChangeKind, Level>>): Change[] {
  const seen = new Map<string, number>();
  return drafts.map(({ kinds, findings, before, after, statement, similarity, also, closest }) => {
    const fields: Record<string, FieldChange> = {};
    for (const { field, change } of findings) fields[field] ??= change;
    if (closest !== null) {
      fields.closest = before ? { before: null, after: closest } : { before: closest, after: null };
    }
    const oldId = before?.id ?? (after ? (statement?.id ?? null) : null);
    const newId = after?.id ?? (before ? (statement?.id ?? null) : null);
    const values = findings.flatMap(({ field, change }) => [field, String(change.before), String(change.after)]);
    const id = changeId([oldId ?? '', newId ?? '', ...kinds, ...values]);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return {
      id: count === 1 ? id : `${id}#${count}`,
      level: levelOf(kinds, levels),
      kinds: [...kinds],
      oldId,
      newId,
      similarity: Math.round(similarity * 100) / 100,
      before,
      after,
      statement,
      fields,
      also: [...also],
    };
  });
}
