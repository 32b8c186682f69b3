/** How each format of commitments is written: screens, lines and rows as the parts come, JSON at the end. */
import type { ReportPart } from '../model/part.ts';
import type { Commitment, Tool } from '../model/report.ts';
import { type Ask, asked } from '../query/ask.ts';
import type { Grouping } from '../render/commitments/groups.ts';
import type { SectionName } from '../render/report/html/input.ts';
import type { SheetName } from '../render/report/workbook/settings.ts';
import type { Rules } from '../rules/rules.ts';
import { pageWriter } from './records/page-writer.ts';
import { qdpxWriter } from './records/qdpx-writer.ts';
import type { Writers } from './records/sinks.ts';
import { type Tell, workbookWriter } from './records/workbook-writer.ts';
import { markdownWriter, plainOr, reportJson, screenWriter, type TableFlags, tables } from './records/writers.ts';

/** What commitments are written with. */
interface CommitmentsRun extends TableFlags {
  readonly tool: Tool;
  readonly ask: Ask;
  readonly groupBy: Grouping | null;
  /** ISO day by which deadlines are judged, or null. */
  readonly asOf: string | null;
  /** What to type to get the same again, without a format. */
  readonly command: string;
  /** The rules of the run; the built-in ones where it names none. */
  readonly rules: Rules | undefined;
  /** Tells the user of what a file could not hold. */
  readonly tell: Tell;
}

/** The writers of `pmed commitments`: of every part those commitments that are asked for. */
export function commitmentsWriters(
  run: CommitmentsRun,
): Writers<'text' | 'json' | 'ndjson' | 'csv' | 'tsv' | 'md' | 'html' | 'xlsx' | 'qdpx', ReportPart> {
  const { tool, ask, groupBy } = run;
  const narrowed = (part: ReportPart): ReportPart => ({ ...part, commitments: asked(part, ask) });
  return {
    async text() {
      const [{ renderCommitments }, { distinct }, { plainCommitments }] = await Promise.all([
        import('../render/commitments-text.ts'),
        import('../render/commitments/distinct.ts'),
        import('../render/plain/report.ts'),
      ]);
      const shown = screenWriter((part: ReportPart, { screen }) => {
        const found = distinct(part.commitments).length;
        return renderCommitments(narrowed(part), found, { ...screen, tool, groupBy, isSorted: ask.sort.length > 0 });
      });
      return plainOr((part) => plainCommitments(narrowed(part)), shown);
    },
    // The commitments that are shown are what is counted.
    ...reportJson(tool, (part) => viewOf(part, asked(part, ask))),
    ...tables(run, async () => {
      const { commitmentsHead, commitmentsRows } = await import('../render/commitments/csv.ts');
      return { head: commitmentsHead, rows: (part: ReportPart, look) => commitmentsRows(narrowed(part), look) };
    }),
    html: pageWriter(
      {
        tool,
        sections: new Set<SectionName>(['summary', 'commitments', 'text']),
        plan: { from: null, to: null, asOf: run.asOf },
        themes: { facet: null, top: null },
        command: `${run.command} -f html`,
        rules: run.rules,
      },
      narrowed,
    ),
    xlsx: workbookWriter(
      {
        tool,
        sheets: new Set<SheetName>(['commitments']),
        plan: { from: null, to: null, asOf: run.asOf },
        themes: { by: null, isComparison: false },
        command: run.command,
        tell: run.tell,
      },
      narrowed,
    ),
    qdpx: qdpxWriter({ tool, command: `${run.command} -f qdpx` }, (part) => ({
      ...narrowed(part),
      statements: [],
      themes: [],
    })),
    async md() {
      const { commitmentsMarkdown, markdownMark } = await import('../render/commitments/md.ts');
      return markdownWriter(markdownMark, (part: ReportPart) => commitmentsMarkdown(narrowed(part), groupBy));
    },
  };
}

/** The part with these commitments only. */
const viewOf = (part: ReportPart, commitments: readonly Commitment[]) => ({
  part: { ...part, commitments, statements: [], timeline: [], themes: [] },
  counted: commitments,
});
