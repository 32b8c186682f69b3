/** How each format of a report is written: screens and lines as the parts come, JSON and pages at the end. */
import type { ReportPart } from '../model/part.ts';
import type { Tool } from '../model/report.ts';
import { SECTION_NAMES } from '../render/report/html/input.ts';
import { pageWriter } from './records/page-writer.ts';
import type { Writers } from './records/sinks.ts';
import { reportJson, screenWriter } from './records/writers.ts';

/** What a report is written with. */
interface ReportRun {
  readonly tool: Tool;
  /** ISO day by which deadlines are judged, or null. */
  readonly asOf: string | null;
  /** What to type to get the same again, without a format. */
  readonly command: string;
}

/** The writers of `pmed analyse`. */
export function reportWriters({
  tool,
  asOf,
  command,
}: ReportRun): Writers<'text' | 'json' | 'ndjson' | 'html', ReportPart> {
  return {
    async text() {
      const { renderPart } = await import('../render/report-text.ts');
      return screenWriter((part, { screen }) => renderPart(part, tool, screen));
    },
    ...reportJson(tool, (part) => ({ part, counted: part.commitments })),
    html: pageWriter({
      tool,
      sections: new Set(SECTION_NAMES),
      plan: { from: null, to: null, asOf },
      themes: { facet: null, top: null },
      command: `${command} -f html`,
    }),
  };
}
