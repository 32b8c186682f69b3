/** Hits as lines of JSON, one record each with its `type` first, document by document. */
import type { Kwic, KwicQuery } from '../../model/kwic.ts';
import { joinKwic, type KwicPart } from '../../model/kwic-part.ts';
import type { Tool } from '../../model/report.ts';
import { jsonLine } from '../ndjson.ts';

/** The first line: which schema, what made it, and what was looked for. */
export function kwicHeader(tool: Tool, query: KwicQuery): string {
  const { $schema, schemaVersion, kind } = joinKwic(tool, query, []);
  return jsonLine('header', { $schema, schemaVersion, kind, tool, query });
}

/** The lines about one input, one by one. */
export function* kwicLines({ document, count, hits, diagnostics }: KwicPart): Generator<string> {
  if (document !== null) yield jsonLine('document', document);
  if (count !== null) yield jsonLine('count', count);
  for (const hit of hits) yield jsonLine('hit', hit);
  for (const record of diagnostics) yield jsonLine('diagnostic', record);
}

/** The last line: the counts over all documents. */
export const kwicEnd = (summary: Kwic['summary']): string => jsonLine('summary', summary);
