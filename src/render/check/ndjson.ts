/** Findings as lines of JSON, one record each with its `type` first, document by document. */
import type { Findings } from '../../model/findings.ts';
import { type FindingsPart, joinFindings } from '../../model/findings-part.ts';
import type { Tool } from '../../model/report.ts';
import { jsonLine } from '../ndjson.ts';

/** The first line: which schema, and what made it. */
export function findingsHeader(tool: Tool): string {
  const { $schema, schemaVersion, kind } = joinFindings(tool, []);
  return jsonLine('header', { $schema, schemaVersion, kind, tool });
}

/** The lines about one input, one by one. */
export function* findingsLines({ document, findings, suppressed, diagnostics }: FindingsPart): Generator<string> {
  if (document !== null) yield jsonLine('document', document);
  for (const record of findings) yield jsonLine('finding', record);
  for (const record of suppressed) yield jsonLine('suppressed', record);
  for (const record of diagnostics) yield jsonLine('diagnostic', record);
}

/** The last line: the counts over all documents. */
export const findingsEnd = (summary: Findings['summary']): string => jsonLine('summary', summary);
