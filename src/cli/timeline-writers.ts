/** How each format of a timeline is written: screens, lines and rows as the parts come, the rest at the end. */
import type { ReportPart } from '../model/part.ts';
import type { Tool } from '../model/report.ts';
import type { SectionName } from '../render/report/html/input.ts';
import type { SheetName } from '../render/report/workbook/settings.ts';
import { type PlanOptions, planOf } from '../render/timeline/plan.ts';
import type { TimelineView } from '../render/timeline-text.ts';
import type { Rules } from '../rules/rules.ts';
import { pageWriter } from './records/page-writer.ts';
import type { Place, WriterMaker, Writers } from './records/sinks.ts';
import { type Tell, workbookWriter } from './records/workbook-writer.ts';
import {
  markdownWriter,
  plainOr,
  reportJson,
  screenWriter,
  type TableFlags,
  tables,
  type View,
  wholeWriter,
} from './records/writers.ts';

/** What a timeline is written with. */
interface TimelineRun extends PlanOptions, TableFlags {
  readonly tool: Tool;
  /** The layout of the text. */
  readonly viewOn: (place: Place) => TimelineView;
  /** What to type to get the same again, without a format. */
  readonly command: string;
  /** The rules of the run; the built-in ones where it names none. */
  readonly rules: Rules | undefined;
  /** Tells the user of what a file could not hold. */
  readonly tell: Tell;
  /** Says something about the result. */
  readonly remark: (text: string) => void;
}

/** The writers of `pmed timeline`. */
export function timelineWriters(
  run: TimelineRun,
): Writers<'text' | 'json' | 'ndjson' | 'csv' | 'tsv' | 'ics' | 'svg' | 'md' | 'html' | 'xlsx', ReportPart> {
  return {
    async text() {
      const [{ renderTimeline }, { plainTimeline }] = await Promise.all([
        import('../render/timeline-text.ts'),
        import('../render/plain/report.ts'),
      ]);
      const shown = screenWriter((part: ReportPart, place) =>
        renderTimeline(part, { ...place.screen, ...run, view: run.viewOn(place) }),
      );
      return plainOr((part) => plainTimeline(part, run), shown);
    },
    ...reportJson(run.tool, viewOf(run)),
    ...tables(run, async () => {
      const { timelineHead, timelineRows } = await import('../render/timeline/csv.ts');
      const judged = run.asOf !== null;
      return {
        head: (look) => timelineHead({ ...look, judged }),
        rows: (part: ReportPart, look) => timelineRows(part, planOf(part, run), { ...look, judged }),
      };
    }),
    ics: icsWriter(run),
    svg: svgWriter(run),
    html: pageWriter({
      tool: run.tool,
      sections: new Set<SectionName>(['timeline']),
      plan: run,
      themes: { facet: null, top: null },
      command: `${run.command} -f html`,
      rules: run.rules,
    }),
    xlsx: workbookWriter({
      tool: run.tool,
      sheets: new Set<SheetName>(['timeline']),
      plan: run,
      themes: { by: null, isComparison: false },
      command: run.command,
      tell: run.tell,
    }),
    async md() {
      const { markdownMark, timelineMarkdown } = await import('../render/timeline/md.ts');
      return markdownWriter(markdownMark, (part: ReportPart) => timelineMarkdown(planOf(part, run), run.asOf));
    },
  };
}

/** One calendar of all documents. */
function icsWriter(run: TimelineRun): WriterMaker<ReportPart> {
  let isSaid = false;
  return wholeWriter(async () => {
    const { timelineCalendar } = await import('../render/timeline/ics.ts');
    return {
      keep: (part: ReportPart) => planOf(part, run),
      write(plans) {
        const { text, withoutDay, withoutFirstDay } = timelineCalendar(plans, run.tool);
        // Of two calendars of one run one is spoken of.
        if (!isSaid) {
          leftOut(withoutDay, 'without a day', run);
          leftOut(withoutFirstDay, 'that recur from no known day on', run);
        }
        isSaid = true;
        return [text];
      },
    };
  });
}

/** One picture of all documents that were read. */
const svgWriter = (run: TimelineRun): WriterMaker<ReportPart> =>
  wholeWriter(async () => {
    const { timelinePicture } = await import('../render/timeline/svg.ts');
    return {
      keep: (part: ReportPart) =>
        part.document === null || part.document.status === 'failed' ? null : planOf(part, run),
      write: (plans, { screen }) => [timelinePicture(plans, { ...run, all: screen.all })],
    };
  });

/** What a calendar cannot hold is said, by its refs as far as there is room. */
function leftOut(refs: readonly string[], what: string, { remark }: TimelineRun): void {
  if (refs.length === 0) return;
  const shown = refs.slice(0, 8).join(' ');
  const more = refs.length > 8 ? ` and ${refs.length - 8} more` : '';
  remark(`the calendar leaves out ${refs.length} ${what}: ${shown}${more}`);
}

/**
 * The part with its timeline only, and of that what the range leaves; times without days are in any range. All its
 * commitments are counted.
 */
const viewOf =
  (options: PlanOptions) =>
  (part: ReportPart): View => ({
    part: { ...part, timeline: within(part, options), commitments: [], statements: [], themes: [] },
    counted: part.commitments,
  });

function within(part: ReportPart, options: PlanOptions): ReportPart['timeline'] {
  if (options.from === null && options.to === null) return part.timeline;
  const { rows, loose } = planOf(part, options);
  const kept = new Set([...rows, ...loose].flatMap(({ times }) => times.map(({ id }) => id)));
  return part.timeline.filter(({ id }) => kept.has(id));
}
