/** The findings about one input: what is streamed, document by document, and all parts as one result. */
import type { Finding, Findings, Suppressed } from './findings.ts';
import { SCHEMA_VERSION } from './kinds.ts';
import type { DocumentRecord, ReportDiagnostic, Tool } from './report.ts';

/** What one input gave. */
export interface FindingsPart {
  /** Null for an input that could not even be opened. */
  readonly document: DocumentRecord | null;
  /** Those that count, in the order of the text. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly diagnostics: readonly ReportDiagnostic[];
}

/** The counts of some parts, by level. */
export function summariseFindings(
  parts: readonly Pick<FindingsPart, 'findings' | 'suppressed'>[],
): Findings['summary'] {
  const summary = { error: 0, warning: 0, note: 0, suppressed: 0 };
  for (const { findings, suppressed } of parts) {
    for (const { level } of findings) summary[level]++;
    summary.suppressed += suppressed.length;
  }
  return summary;
}

/** The result of all parts, in their order. */
export function joinFindings(tool: Tool, parts: readonly FindingsPart[]): Findings {
  return {
    $schema: 'urn:pmed:schema:findings:1',
    schemaVersion: SCHEMA_VERSION,
    kind: 'findings',
    tool,
    documents: parts.flatMap(({ document }) => document ?? []),
    findings: parts.flatMap(({ findings }) => findings),
    suppressed: parts.flatMap(({ suppressed }) => suppressed),
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
    summary: summariseFindings(parts),
  };
}
