/**
 * A report as lines of JSON, one record each with its `type` first, document by document. A time expression's own
 * `type` (DATE, DURATION …) is `timexType` here, at the end of its line.
 */
import { joinParts, type ReportPart } from '../model/part.ts';
import type { Report, Summary, Tool } from '../model/report.ts';

type RecordType = 'header' | 'document' | 'commitment' | 'statement' | 'time' | 'theme' | 'diagnostic' | 'summary';

/** The first line: which schema, and what made it. */
export function ndjsonHeader(tool: Tool): string {
  const { $schema, schemaVersion, kind } = joinParts(tool, []);
  return line('header', { $schema, schemaVersion, kind, tool });
}

/** The lines about one input. */
export function ndjsonPart(part: ReportPart): string {
  return [
    ...(part.document === null ? [] : [line('document', part.document)]),
    ...part.commitments.map((record) => line('commitment', record)),
    ...part.statements.map((record) => line('statement', record)),
    ...part.timeline.map(({ type: timexType, ...record }) => line('time', { ...record, timexType })),
    ...part.themes.map((record) => line('theme', record)),
    ...part.diagnostics.map((record) => line('diagnostic', record)),
  ].join('');
}

/** The last line: the counts over all documents. */
export function ndjsonSummary(summary: Summary): string {
  return line('summary', summary);
}

/** A whole report at once: the same lines that streaming gives. */
export function renderNdjson(report: Report): string {
  const ids = new Set(report.documents.map((document) => document.id));
  const of = (id: string) => (record: { readonly documentId: string | null }) => record.documentId === id;
  const parts = report.documents.map(
    (document): ReportPart => ({
      document,
      commitments: report.commitments.filter(of(document.id)),
      statements: report.statements.filter(of(document.id)),
      timeline: report.timeline.filter(of(document.id)),
      themes: report.themes.filter(of(document.id)),
      diagnostics: report.diagnostics.filter(of(document.id)),
    }),
  );
  const others = report.diagnostics.filter((record) => record.documentId === null || !ids.has(record.documentId));
  return [
    ndjsonHeader(report.tool),
    ...parts.map(ndjsonPart),
    ...others.map((record) => line('diagnostic', record)),
    ndjsonSummary(report.summary),
  ].join('');
}

function line(type: RecordType, record: object): string {
  return `${JSON.stringify({ type, ...record })}\n`;
}
