/** Writers that every view of an analysis shares: screens as the parts come, JSON at the end, NDJSON line by line. */
import { addSummaries, joinParts, type ReportPart, summarise } from '../model/part.ts';
import type { Commitment, Tool } from '../model/report.ts';
import type { Place, Writer } from './sinks.ts';

/** What a view shows of a part, and which commitments the summary counts. */
export interface View {
  readonly part: ReportPart;
  readonly counted: readonly Commitment[];
}

/** One screen a document, an empty line between them. */
export function screenWriter(render: (part: ReportPart, place: Place) => string): (place: Place) => Writer {
  return (place) => {
    let shown = 0;
    return {
      start: () => '',
      part(part) {
        const text = render(part, place);
        return text === '' ? [] : [(shown++ > 0 ? '\n' : '') + text];
      },
      end: () => [],
    };
  };
}

/** JSON is one value: its parts are kept until the last has come, and then written piece by piece. */
export async function jsonWriter(tool: Tool, view: (part: ReportPart) => View): Promise<() => Writer> {
  const { jsonPieces } = await import('../render/json.ts');
  return () => {
    const parts: ReportPart[] = [];
    let summary = summarise([]);
    return {
      start: () => '',
      part(given) {
        const { part, counted } = view(given);
        summary = addSummaries(summary, summarise(counted));
        parts.push(part);
        return [];
      },
      end: () => jsonPieces({ ...joinParts(tool, parts), summary }),
    };
  };
}

export async function ndjsonWriter(tool: Tool, view: (part: ReportPart) => View): Promise<() => Writer> {
  const { ndjsonHeader, ndjsonLines, ndjsonSummary } = await import('../render/ndjson.ts');
  return () => {
    let summary = summarise([]);
    return {
      start: () => ndjsonHeader(tool),
      part(given) {
        const { part, counted } = view(given);
        summary = addSummaries(summary, summarise(counted));
        return ndjsonLines(part);
      },
      end: () => [ndjsonSummary(summary)],
    };
  };
}

/** Writes what each part gives as it comes, after a start. */
export function streamWriter(start: string, part: (part: ReportPart) => Iterable<string>): Writer {
  return { start: () => start, part, end: () => [] };
}
