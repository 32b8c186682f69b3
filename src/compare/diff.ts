/** What changed between two versions of a document: commitments aligned, compared field by field, given a level. */

import { LEVELS } from '../model/change-levels.ts';
import type { Change, ChangeKind, Diff } from '../model/diff.ts';
import { type Level, PmedError } from '../model/fault.ts';
import { SCHEMA_VERSION } from '../model/kinds.ts';
import type { Report } from '../model/report.ts';
import type { Version } from '../model/version.ts';
import { publishersOf } from './actor.ts';
import { align, type Match } from './align.ts';
import { changesOf } from './changes.ts';
import { whyNotComparable } from './comparable.ts';
import { timesOf } from './deadline/due.ts';
import { draftsOf } from './drafts.ts';
import { compareDuties } from './duties/duties.ts';
import { aboutInputs } from './inputs.ts';
import { wrongOrder } from './order.ts';
import { saidOf } from './said.ts';
import type { Surroundings } from './sentence/outcome.ts';
import { themeChanges } from './theme-passages.ts';
import { type Unit, unitsOf } from './units.ts';

/** How to compare. */
export interface DiffOptions {
  /** Least similarity at which two sentences are versions of one, 0 to 1; 0.6 unless given. */
  readonly match?: number;
  /** Levels of kinds that differ from the defaults. */
  readonly levels?: Partial<Record<ChangeKind, Level>>;
}

/** Changes, with the sentences that are versions of one another: those in which nothing changed too. */
export interface Compared {
  readonly changes: readonly Change[];
  /** In order of the old text; none where the two are not comparable. */
  readonly matches: readonly Match[];
  /** The sentences of the new version. */
  readonly news: readonly Unit[];
}

/** A whole diff with the same. */
export interface Comparison extends Compared {
  readonly diff: Diff;
}

/**
 * Compares two reports of one document each. Pure: the same reports give the same diff. One change speaks for one
 * sentence: all that happened to it is in `kinds`, and other commitments of the sentence that share it are in `also`.
 * @param before a report; with its wording, what only stands in other sentences than before is no change
 * @throws PmedError (exit 2) when a report holds no document or several
 */
export function diff(before: Version, after: Version, options: DiffOptions = {}): Diff {
  return compareReports(before, after, options).diff;
}

/**
 * The same with what lies under it, for those who follow sentences over several versions. Throws as `diff`.
 * @param olds the sentences of the old version, where they are known already; `news` those of the new one
 */
export function compareReports(
  before: Version,
  after: Version,
  options: DiffOptions = {},
  olds: readonly Unit[] = unitsOf(before),
  news: readonly Unit[] = unitsOf(after),
): Comparison {
  const documents: Diff['documents'] = [onlyDocument(before, 'old'), onlyDocument(after, 'new')];
  const levels = { ...LEVELS, ...options.levels };
  const alignment = align(olds, news, options.match ?? 0.6);
  const reason = whyNotComparable(before, after, olds, news, alignment);
  const said = saidOf(before, after, olds, news);
  const around = aroundOf(before, after);
  const drafts = reason === null ? draftsOf(olds, news, alignment, { ...around, said }) : [];
  const changes = changesOf(drafts, levels);
  const duties = reason === null ? compareDuties(olds, news, alignment.matches, around) : { changes: [], unchanged: 0 };
  const touched = new Set(changes.flatMap(({ oldId, also }) => [oldId, ...also.map((one) => one.oldId)]));
  const count = (level: Level) => changes.filter((change) => change.level === level).length;
  const result: Diff = {
    $schema: 'urn:pmed:schema:diff:1',
    schemaVersion: SCHEMA_VERSION,
    kind: 'diff',
    tool: after.tool,
    documents,
    changes,
    suppressed: [],
    themeChanges: reason === null ? themeChanges(before, after, alignment.matches, said) : [],
    unchanged: reason === null ? before.commitments.filter(({ id }) => !touched.has(id)).length : 0,
    dutyChanges: duties.changes,
    dutiesUnchanged: duties.unchanged,
    comparable: reason === null,
    diagnostics: [
      ...before.diagnostics,
      ...after.diagnostics,
      ...(reason === null
        ? [...aboutInputs(before, after, changes.length), ...wrongOrder(documents)]
        : [cannotCompare(reason)]),
    ],
    summary: { error: count('error'), warning: count('warning'), note: count('note') },
  };
  return { diff: result, changes, matches: reason === null ? alignment.matches : [], news };
}

/** What the two versions know besides the sentences that are compared. */
export function aroundOf(before: Version, after: Version): Surroundings {
  return { times: [timesOf(before), timesOf(after)], publishers: publishersOf(before, after) };
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
