/** How each format of a report is written: screens and lines as the parts come, JSON at the end. */
import type { ReportPart } from '../model/part.ts';
import type { Tool } from '../model/report.ts';
import type { Writers } from './records/sinks.ts';
import { reportJson, screenWriter } from './records/writers.ts';

/** The writers of `pmed analyse`. */
export function reportWriters(tool: Tool): Writers<'text' | 'json' | 'ndjson', ReportPart> {
  return {
    async text() {
      const { renderPart } = await import('../render/report-text.ts');
      return screenWriter((part, { screen }) => renderPart(part, tool, screen));
    },
    ...reportJson(tool, (part) => ({ part, counted: part.commitments })),
  };
}
