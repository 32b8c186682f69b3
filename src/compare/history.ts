/** What became of each commitment over several versions of a document. */
import { LEVELS, levelOf } from '../model/change-levels.ts';
import { PmedError } from '../model/fault.ts';
import type { History, HistoryCommitment, HistoryStatus, HistoryVersion } from '../model/history.ts';
import { isQuietStep } from '../model/history-steps.ts';
import { HISTORY_STATUSES, SCHEMA_VERSION } from '../model/kinds.ts';
import type { Report, ReportDiagnostic } from '../model/report.ts';
import type { Version } from '../model/version.ts';
import type { DiffOptions } from './diff.ts';
import { compareReports } from './diff.ts';
import { type Chain, chainOf } from './history/chain.ts';
import { pathOf } from './history/follow.ts';
import { recordsOf } from './history/records.ts';
import { threadsOf } from './history/threads.ts';
import { wrongOrder } from './order.ts';
import { compareSome, type Side } from './some.ts';
import { unitsOf } from './units.ts';

/**
 * Follows each commitment through reports of one document each, by comparing every version with the one before it, and
 * with earlier ones for what had been gone and is back. A version that is no version of the others is set aside.
 * Pure: the same reports give the same history.
 * @param reports oldest first; two or more
 * @throws PmedError (exit 2) when a report holds no document or several, or there are fewer than two
 */
export function history(reports: readonly Version[], options: DiffOptions = {}): History {
  const documents = reports.map(onlyDocument);
  const newest = reports.at(-1);
  if (newest === undefined || reports.length < 2) throw tooFew(reports.length);
  const levels = { ...LEVELS, ...options.levels };
  const sides = new Map(reports.map((version) => [version, { version, units: unitsOf(version) }]));
  const sideOf = (version: Version): Side => sides.get(version) ?? { version, units: unitsOf(version) };
  const chain = chainOf(reports, (old, now) => compareReports(old, now, options, sideOf(old).units, sideOf(now).units));
  const sideAt = (at: number): Side => sideOf(reports[chain.places[at] ?? 0] ?? newest);
  const paths = chain.comparisons.map(pathOf);
  const threads = threadsOf(sideAt(0).units, paths, (earlier, at, asked) =>
    pathOf(compareSome(sideAt(earlier), sideAt(at), asked, options)),
  );
  const versions = chain.places.flatMap((place) => {
    const document = documents[place];
    return document ? [{ number: place + 1, document }] : [];
  });
  const commitments = recordsOf(threads, versions, (kinds) => levelOf(kinds, levels));
  return {
    $schema: 'urn:pmed:schema:history:1',
    schemaVersion: SCHEMA_VERSION,
    kind: 'history',
    tool: newest.tool,
    documents,
    versions: reports.map((report, place) => versionOf(report, place, chain, commitments)),
    commitments: [...commitments],
    comparable: chain.places.length === reports.length,
    diagnostics: diagnosticsOf(reports, chain),
    summary: summaryOf(commitments),
  };
}

function onlyDocument(report: Report, place: number): Report['documents'][number] {
  const [document] = report.documents;
  if (document && report.documents.length === 1) return document;
  throw new PmedError(`report ${place + 1} holds ${report.documents.length} documents; a history takes one each.`, {
    code: 'PMED-U020',
    exitCode: 2,
    hint: 'Analyse each version on its own.',
  });
}

function tooFew(count: number): PmedError {
  return new PmedError(`a history takes two versions or more; there ${count === 1 ? 'is one' : 'are none'}.`, {
    code: 'PMED-U020',
    exitCode: 2,
  });
}

function versionOf(
  report: Report,
  place: number,
  { places, comparisons, aside }: Chain,
  commitments: readonly HistoryCommitment[],
): HistoryVersion {
  const version = place + 1;
  const at = places.indexOf(place);
  const steps = commitments.flatMap((one) => one.steps.filter((step) => step.version === version));
  const count = (is: (step: (typeof steps)[number]) => boolean) => steps.filter(is).length;
  const has = (kind: (typeof steps)[number]['kinds'][number]) => count(({ kinds }) => kinds.includes(kind));
  const level = (name: 'error' | 'warning' | 'note') => count((step) => step.level === name);
  const [added, reinstated, removed] = [has('added'), has('reinstated'), has('removed')];
  return {
    version,
    documentId: report.documents[0]?.id ?? '',
    against: at > 0 ? (places[at - 1] ?? 0) + 1 : null,
    reason: aside.get(place) ?? null,
    commitments: report.commitments.length,
    added,
    reinstated,
    removed,
    changed: count(({ kinds }) => !isQuietStep(kinds)) - added - reinstated - removed,
    unchanged: comparisons[at - 1]?.diff.unchanged ?? 0,
    error: level('error'),
    warning: level('warning'),
    note: level('note'),
  };
}

/** What was said of each document, of each pair that was compared, and of the order of all. */
function diagnosticsOf(reports: readonly Report[], { places, comparisons, aside }: Chain): ReportDiagnostic[] {
  const documents = reports.flatMap((report) => report.documents);
  const own = reports.flatMap((report) => report.diagnostics);
  const said = new Set(own);
  const ofPairs = comparisons.flatMap(({ diff }, at) => {
    const [old, now] = [documents[places[at] ?? 0]?.name, documents[places[at + 1] ?? 0]?.name];
    const told = diff.diagnostics.filter((one) => !said.has(one) && one.code !== 'PMED-V503');
    return told.map((one) => ({ ...one, message: `${old} and ${now}: ${one.message}` }));
  });
  const ofAside = [...aside].map(([place, reason]): ReportDiagnostic => {
    const document = documents[place];
    return {
      code: 'PMED-V501',
      level: 'warning',
      documentId: document?.id ?? null,
      page: null,
      message: `${document?.name ?? 'a version'} was set aside: ${reason}`,
      hint: 'Give versions of one document, the oldest first.',
    };
  });
  return [...own, ...wrongOrder(places.flatMap((place) => documents[place] ?? [])), ...ofPairs, ...ofAside];
}

function summaryOf(commitments: readonly HistoryCommitment[]): History['summary'] {
  const status = (name: HistoryStatus) => commitments.filter((one) => one.status === name).length;
  const steps = commitments.flatMap((one) => one.steps);
  const level = (name: 'error' | 'warning' | 'note') => steps.filter((step) => step.level === name).length;
  const [removed, reinstated, changed, merged, added, kept] = HISTORY_STATUSES.map(status);
  return {
    removed: removed ?? 0,
    reinstated: reinstated ?? 0,
    changed: changed ?? 0,
    merged: merged ?? 0,
    added: added ?? 0,
    kept: kept ?? 0,
    error: level('error'),
    warning: level('warning'),
    note: level('note'),
  };
}
