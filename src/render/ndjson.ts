/**
 * A report as lines of JSON, one record each with its `type` first, document by document. A time expression's own
 * `type` (DATE, DURATION …) is `timexType` here, at the end of its line.
 */
import { joinParts, type ReportPart } from '../model/part.ts';
import type { Report, Summary, Tool } from '../model/report.ts';

type RecordType =
  | 'header'
  | 'document'
  | 'commitment'
  | 'rejected'
  | 'statement'
  | 'time'
  | 'theme'
  | 'count'
  | 'hit'
  | 'change'
  | 'duty'
  | 'finding'
  | 'suppressed'
  | 'diagnostic'
  | 'summary';

/** The first line: which schema, and what made it. */
export function ndjsonHeader(tool: Tool): string {
  const { $schema, schemaVersion, kind } = joinParts(tool, []);
  return jsonLine('header', { $schema, schemaVersion, kind, tool });
}

/** The lines about one input, one by one. */
export function* ndjsonLines(part: ReportPart): Generator<string> {
  if (part.document !== null) yield jsonLine('document', part.document);
  for (const record of part.commitments) yield jsonLine('commitment', record);
  for (const record of part.rejected ?? []) yield jsonLine('rejected', record);
  for (const record of part.statements) yield jsonLine('statement', record);
  for (const { type: timexType, ...record } of part.timeline) yield jsonLine('time', { ...record, timexType });
  for (const record of part.themes) yield jsonLine('theme', record);
  for (const record of part.diagnostics) yield jsonLine('diagnostic', record);
}

/** The last line: the counts over all documents. */
export function ndjsonSummary(summary: Summary): string {
  return jsonLine('summary', summary);
}

/** A whole report at once: the same lines that streaming gives. */
export function renderNdjson(report: Report): string {
  const ids = new Set(report.documents.map((document) => document.id));
  const of = (id: string) => (record: { readonly documentId: string | null }) => record.documentId === id;
  const parts = report.documents.map(
    (document): ReportPart => ({
      document,
      commitments: report.commitments.filter(of(document.id)),
      rejected: report.rejected.filter(of(document.id)),
      statements: report.statements.filter(of(document.id)),
      timeline: report.timeline.filter(of(document.id)),
      themes: report.themes.filter(of(document.id)),
      diagnostics: report.diagnostics.filter(of(document.id)),
    }),
  );
  const others = report.diagnostics.filter((record) => record.documentId === null || !ids.has(record.documentId));
  return [
    ndjsonHeader(report.tool),
    ...parts.flatMap((part) => [...ndjsonLines(part)]),
    ...others.map((record) => jsonLine('diagnostic', record)),
    ndjsonSummary(report.summary),
  ].join('');
}

/** One record as a line, its `type` first. */
export function jsonLine(type: RecordType, record: object): string {
  return `${JSON.stringify({ type, ...record })}\n`;
}
