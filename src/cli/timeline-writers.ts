/** How each format of a timeline is written: screens and lines as the parts come, the rest at the end. */
import { addSummaries, joinParts, type ReportPart, summarise } from '../model/part.ts';
import type { Summary, Tool } from '../model/report.ts';
import type { ScreenOptions } from '../render/screen.ts';
import { type PlanOptions, planOf } from '../render/timeline/plan.ts';
import type { TimelineView } from '../render/timeline-text.ts';
import type { Writer, WriterLoader } from './sinks.ts';

/**
 * The writers of `pmed timeline`.
 * @param viewOn the layout of the text on a screen
 */
export function timelineWriters(
  tool: Tool,
  options: PlanOptions,
  viewOn: (screen: ScreenOptions) => TimelineView,
): WriterLoader<'text' | 'json' | 'ndjson'> {
  return (format) => {
    switch (format) {
      case 'text':
        return textWriter(options, viewOn);
      case 'json':
        return jsonWriter(tool, options);
      case 'ndjson':
        return ndjsonWriter(tool, options);
    }
  };
}

async function textWriter(
  options: PlanOptions,
  viewOn: (screen: ScreenOptions) => TimelineView,
): Promise<(screen: ScreenOptions) => Writer> {
  const { renderTimeline } = await import('../render/timeline-text.ts');
  return (screen) => {
    let shown = 0;
    return {
      start: () => '',
      part(part) {
        const text = renderTimeline(part, { ...screen, ...options, view: viewOn(screen) });
        return text === '' ? [] : [(shown++ > 0 ? '\n' : '') + text];
      },
      end: () => [],
    };
  };
}

async function jsonWriter(tool: Tool, options: PlanOptions): Promise<() => Writer> {
  const { jsonPieces } = await import('../render/json.ts');
  return () => {
    const parts: ReportPart[] = [];
    let summary = summarise([]);
    return {
      start: () => '',
      part(part) {
        summary = addSummaries(summary, summarise(part.commitments));
        parts.push(timesOnly(part, options));
        return [];
      },
      end: () => jsonPieces({ ...joinParts(tool, parts), summary }),
    };
  };
}

async function ndjsonWriter(tool: Tool, options: PlanOptions): Promise<() => Writer> {
  const { ndjsonHeader, ndjsonLines, ndjsonSummary } = await import('../render/ndjson.ts');
  return () => {
    let summary: Summary = summarise([]);
    return {
      start: () => ndjsonHeader(tool),
      part(part) {
        summary = addSummaries(summary, summarise(part.commitments));
        return ndjsonLines(timesOnly(part, options));
      },
      end: () => [ndjsonSummary(summary)],
    };
  };
}

/** The part with its timeline only, and of that what the range leaves; times without days are in any range. */
function timesOnly(part: ReportPart, options: PlanOptions): ReportPart {
  return { ...part, timeline: within(part, options), commitments: [], statements: [], themes: [] };
}

function within(part: ReportPart, options: PlanOptions): ReportPart['timeline'] {
  if (options.from === null && options.to === null) return part.timeline;
  const { rows, loose } = planOf(part, options);
  const kept = new Set([...rows, ...loose].flatMap(({ times }) => times.map(({ id }) => id)));
  return part.timeline.filter(({ id }) => kept.has(id));
}
