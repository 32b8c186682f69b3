/** How each format of a report is written: screens and lines as the parts come, JSON, pages and pictures at the end. */
import type { ReportPart } from '../model/part.ts';
import type { Tool } from '../model/report.ts';
import { SECTION_NAMES } from '../render/report/html/input.ts';
import { SHEET_NAMES } from '../render/report/workbook/settings.ts';
import type { ScreenOptions } from '../render/screen.ts';
import type { Rules } from '../rules/rules.ts';
import { folderWriter } from './records/folder-writer.ts';
import { pageWriter } from './records/page-writer.ts';
import { qdpxWriter } from './records/qdpx-writer.ts';
import type { WriterMaker, Writers } from './records/sinks.ts';
import { type Tell, workbookWriter } from './records/workbook-writer.ts';
import { family, markdownWriter, plainOr, reportJson, screenWriter } from './records/writers.ts';
import { type ReportTables, reportTables } from './report-tables.ts';

/** What a report is written with. */
interface ReportRun extends ReportTables {
  readonly tool: Tool;
  /** What to type to get the same again, without a format. */
  readonly command: string;
  /** The rules of the run; the built-in ones where it names none. */
  readonly rules: Rules | undefined;
  /** Whether several documents have a screen each. */
  readonly isEach: boolean;
  /** The path of the input that is being read. */
  readonly pathOf: () => string | null;
  /** Says something about the result. */
  readonly remark: (text: string) => void;
  /** Tells the user of what a file could not hold. */
  readonly tell: Tell;
}

type Format = 'text' | 'json' | 'ndjson' | 'csv' | 'tsv' | 'md' | 'html' | 'xlsx' | 'svg' | 'ics' | 'qdpx';

/** The writers of `pmed analyse`. */
export function reportWriters(run: ReportRun): Writers<Format, ReportPart> {
  const { tool, asOf, command, rules, tell } = run;
  return {
    async text() {
      const [{ renderPart }, { plainReport }] = await Promise.all([
        import('../render/report-text.ts'),
        import('../render/plain/report.ts'),
      ]);
      const render = (part: ReportPart, screen: ScreenOptions): string => renderPart(part, tool, screen);
      const plan = { from: null, to: null, asOf };
      const shown = run.isEach
        ? screenWriter((part: ReportPart, { screen }) => render(part, screen))
        : await folderWriter(run, render)();
      return plainOr((part) => plainReport(part, plan), shown);
    },
    ...reportJson(tool, (part) => ({ part, counted: part.commitments })),
    ...reportTables(run),
    async md() {
      const { markdownMark, reportMarkdown } = await import('../render/report/md.ts');
      const look = { tool, asOf, command: `${command} -f md` };
      return markdownWriter(
        markdownMark,
        (part: ReportPart) => reportMarkdown(part, look),
        () => true,
      );
    },
    html: pageWriter({
      tool,
      sections: new Set(SECTION_NAMES),
      plan: { from: null, to: null, asOf },
      themes: { facet: null, top: null },
      command: `${command} -f html`,
      rules,
    }),
    xlsx: workbookWriter({
      tool,
      sheets: new Set(SHEET_NAMES),
      plan: { from: null, to: null, asOf },
      themes: { by: null, isComparison: false },
      command,
      tell,
    }),
    svg: family({ timeline: ofTimeline(run, 'svg'), themes: ofThemes(run, 'svg') }),
    ics: ofTimeline(run, 'ics'),
    qdpx: qdpxWriter({ tool, command: `${command} -f qdpx` }),
  };
}

/** A format of `pmed timeline`, of all that there is. */
const ofTimeline =
  ({ tool, asOf, command, rules, remark, tell }: ReportRun, format: 'svg' | 'ics'): WriterMaker<ReportPart> =>
  async () => {
    const { timelineWriters } = await import('./timeline-writers.ts');
    const look = { viewOn: () => 'list' as const, mark: true, guard: true };
    return timelineWriters({ tool, asOf, command, rules, remark, tell, from: null, to: null, ...look })[format]();
  };

/** A format of `pmed themes`, of all that there is. */
const ofThemes =
  ({ tool, command, rules, tell }: ReportRun, format: 'svg'): WriterMaker<ReportPart> =>
  async () => {
    const { themesWriters } = await import('./themes-writers.ts');
    const all = { facet: null, top: null };
    return themesWriters({
      tool,
      command,
      rules,
      tell,
      by: null,
      isComparison: false,
      chosen: all,
      shown: all,
      mark: true,
      guard: true,
    })[format]();
  };
