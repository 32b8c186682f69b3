/** How each format of a report is written: screens and lines as the parts come, JSON at the end. */
import { addSummaries, joinParts, type ReportPart, summarise } from '../model/part.ts';
import type { Tool } from '../model/report.ts';
import type { Place, Writer, WriterLoader } from './sinks.ts';

/** The writers of `pmed analyse`. */
export function reportWriters(tool: Tool): WriterLoader<'text' | 'json' | 'ndjson'> {
  return (format) => {
    switch (format) {
      case 'text':
        return textWriter(tool);
      case 'json':
        return jsonWriter(tool);
      case 'ndjson':
        return ndjsonWriter(tool);
    }
  };
}

/** One screen a document, an empty line between them. */
async function textWriter(tool: Tool): Promise<(place: Place) => Writer> {
  const { renderPart } = await import('../render/report-text.ts');
  return ({ screen }) => {
    let shown = 0;
    return {
      start: () => '',
      part(part) {
        const text = renderPart(part, tool, screen);
        return text === '' ? [] : [(shown++ > 0 ? '\n' : '') + text];
      },
      end: () => [],
    };
  };
}

/** JSON is one value: its parts are kept until the last has come, and then written piece by piece. */
async function jsonWriter(tool: Tool): Promise<() => Writer> {
  const { jsonPieces } = await import('../render/json.ts');
  return () => {
    const parts: ReportPart[] = [];
    return {
      start: () => '',
      part(part) {
        parts.push(part);
        return [];
      },
      end: () => jsonPieces(joinParts(tool, parts)),
    };
  };
}

async function ndjsonWriter(tool: Tool): Promise<() => Writer> {
  const { ndjsonHeader, ndjsonLines, ndjsonSummary } = await import('../render/ndjson.ts');
  return () => {
    let summary = summarise([]);
    return {
      start: () => ndjsonHeader(tool),
      part(part) {
        summary = addSummaries(summary, summarise(part.commitments));
        return ndjsonLines(part);
      },
      end: () => [ndjsonSummary(summary)],
    };
  };
}
