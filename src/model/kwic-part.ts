/** The part of a search that is about one input: what is streamed, document by document, and all parts as one result. */
import { SCHEMA_VERSION } from './kinds.ts';
import type { Kwic, KwicCount, KwicHit, KwicQuery } from './kwic.ts';
import type { DocumentRecord, ReportDiagnostic, Tool } from './report.ts';

/** What one input gave. */
export interface KwicPart {
  /** Null for an input that could not even be opened. */
  readonly document: DocumentRecord | null;
  /** Null for an input that was not read. */
  readonly count: KwicCount | null;
  readonly hits: readonly KwicHit[];
  readonly diagnostics: readonly ReportDiagnostic[];
  /** Of a document without hits: how often each of its words stands in it, in lower case. Empty elsewhere. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

/** The counts over some documents. */
export function kwicSummary(counts: readonly KwicCount[]): Kwic['summary'] {
  return {
    hits: counts.reduce((sum, { hits }) => sum + hits, 0),
    documents: counts.length,
    documentsWithHits: counts.filter(({ hits }) => hits > 0).length,
  };
}

/** The result of all parts, in their order. */
export function joinKwic(tool: Tool, query: KwicQuery, parts: readonly KwicPart[]): Kwic {
  const counts = parts.flatMap(({ count }) => count ?? []);
  return {
    $schema: 'urn:pmed:schema:kwic:1',
    schemaVersion: SCHEMA_VERSION,
    kind: 'kwic',
    tool,
    query,
    documents: parts.flatMap(({ document }) => document ?? []),
    counts,
    hits: parts.flatMap(({ hits }) => hits),
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
    summary: kwicSummary(counts),
  };
}
