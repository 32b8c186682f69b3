/** What a user should know of two reports before their differences are believed. */
import type { Report, ReportDiagnostic, Tool } from '../model/report.ts';
import { otherRules } from './rules.ts';

/**
 * That both are one file, that nothing was found in one, or that they were made by other rules or settings.
 * @param changes how many there are; two readings of one file may differ
 */
export function aboutInputs(before: Report, after: Report, changes: number): readonly ReportDiagnostic[] {
  return [
    ...(changes === 0 ? sameFile(before, after) : []),
    ...nothingFound(before, after),
    ...otherRules(before.tool.packs, after.tool.packs),
    ...otherSettings(before.tool, after.tool),
  ];
}

function sameFile({ documents: [old] }: Report, { documents: [now] }: Report): ReportDiagnostic[] {
  if (!old || !now || old.sha256 !== now.sha256) return [];
  const names = old.name === now.name ? now.name : `${old.name} and ${now.name}`;
  return [note('PMED-V504', 'note', `${names}: both versions are the same file, byte for byte.`, null)];
}

function nothingFound(before: Report, after: Report): ReportDiagnostic[] {
  const empty = [before, after].filter(({ commitments }) => commitments.length === 0);
  const names = empty.flatMap(({ documents }) => documents.map(({ name }) => name));
  if (names.length === 0) return [];
  const where = names.length === 2 ? 'either version' : names[0];
  const hint = 'See whether it was read as it should be:  pmed inspect FILE';
  return [note('PMED-V505', 'warning', `no commitments were found in ${where}.`, hint)];
}

/** What is to be known of a saved report: that another command than analyse wrote it, which leaves out half. */
export function aboutSaved({
  commitments,
  statements,
  timeline,
  themes,
  documents,
}: Report): readonly ReportDiagnostic[] {
  const hasDeadlines = commitments.some(({ deadline }) => deadline !== null);
  const isOfCommitments = hasDeadlines && timeline.length === 0;
  const isOfOthers = commitments.length + statements.length === 0 && timeline.length + themes.length > 0;
  if (!isOfCommitments && !isOfOthers) return [];
  const lacks = isOfCommitments ? 'has no dates, as pmed commitments writes it' : 'has dates or themes only';
  const message = `the report of ${documents[0]?.name ?? 'a version'} ${lacks}: some changes may come from that.`;
  return [note('PMED-V506', 'warning', message, 'Make it with:  pmed analyse report.pdf -o report.json')];
}

/** What decides findings besides the rules, by what users call it. */
const SETTINGS = [
  ['financial year', ({ options }: Tool) => options.fiscalYear],
  ['date order', ({ options }: Tool) => options.dateOrder],
  ['days of events', ({ options }: Tool) => sorted(options.anchors)],
  ['names of bodies', ({ options }: Tool) => sorted(options.actors)],
  ['settings of the project', ({ options }: Tool) => sorted(options.config)],
] as const;

const sorted = (map: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1)));

function otherSettings(before: Tool, after: Tool): ReportDiagnostic[] {
  const differing = SETTINGS.flatMap(([name, valueIn]) => (valueIn(before) === valueIn(after) ? [] : [name]));
  const versions = before.version === after.version ? [] : [`pmed ${before.version} and ${after.version}`];
  const all = [...versions, ...differing];
  if (all.length === 0) return [];
  const message = `the two were not read alike (${all.join(', ')}): some changes may come from that and not from the text.`;
  return [note('PMED-V507', 'warning', message, 'Give the documents themselves, so that both are read alike.')];
}

const note = (code: string, level: 'note' | 'warning', message: string, hint: string | null): ReportDiagnostic => ({
  code,
  level,
  documentId: null,
  page: null,
  message,
  hint,
});
