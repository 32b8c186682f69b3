/** How each format of findings is written: screens and rows as the parts come, JSON at the end. One format is one row. */
import { type FindingsPart, joinFindings, summariseFindings } from '../../model/findings-part.ts';
import type { CiRun } from '../../render/ci/annotation.ts';
import type { DocumentTexts } from '../../render/ci/sarif-places.ts';
import { folderUrl } from '../output/folder-url.ts';
import type { Writer, WriterMaker, Writers } from '../records/sinks.ts';
import type { Tell } from '../records/workbook-writer.ts';
import { type TableFlags, tables, wholeWriter } from '../records/writers.ts';
import type { CheckedPart, CheckOutcome } from './ci-run.ts';

export type CheckFormat =
  | 'text'
  | 'json'
  | 'ndjson'
  | 'csv'
  | 'tsv'
  | 'md'
  | 'html'
  | 'xlsx'
  | 'sarif'
  | 'junit'
  | 'github'
  | 'gitlab';

/** What findings are written with. */
export interface CheckRun extends TableFlags, CheckOutcome {
  /** What to type to get the same again, without a format. */
  readonly command: string;
  /** Tells the user of what a file could not hold. */
  readonly tell: Tell;
  /** Findings that count and are not shown (`--level`, `--only`); asked when all parts have come. */
  readonly passedOver: () => number;
  /** Packs as typed, which `pmed rules show` needs as well. */
  readonly packs: readonly string[];
}

/** The writers of `pmed check`. */
export function checkWriters(run: CheckRun): Writers<CheckFormat, CheckedPart> {
  const { tool, verdict } = run;
  /** A format that a service reads. */
  const ci = (load: () => Promise<(run: CiRun, texts: DocumentTexts) => string>): WriterMaker<CheckedPart> =>
    wholeWriter(async () => {
      const [render, { ciRunOf }] = await Promise.all([load(), import('./ci-run.ts')]);
      return { keep: (part: CheckedPart) => part, write: (parts) => [render(ciRunOf(parts, run), run.texts)] };
    });
  return {
    async text() {
      const [{ CheckScreen }, { plainFindings, plainResult }] = await Promise.all([
        import('../../render/check-text.ts'),
        import('../../render/plain/findings.ts'),
      ]);
      return ({ screen }): Writer<CheckedPart> => {
        if (screen.plain)
          return {
            start: () => '',
            part: (part) => plainFindings(part, part.typed),
            end: () => [plainResult(verdict())],
          };
        const shown = new CheckScreen(screen, run.packs);
        return {
          start: () => '',
          part: (part) => [shown.part(part, part.typed)],
          end: () => [shown.end(verdict(), run.passedOver())],
        };
      };
    },
    json: wholeWriter(async () => {
      const { jsonPieces } = await import('../../render/json.ts');
      return {
        keep: (part: FindingsPart) => part,
        write: (parts) => jsonPieces(joinFindings(tool, parts)),
      };
    }),
    async ndjson() {
      const { findingsEnd, findingsHeader, findingsLines } = await import('../../render/check/ndjson.ts');
      return (): Writer<FindingsPart> => {
        let summary = summariseFindings([]);
        return {
          start: () => findingsHeader(tool),
          part(part) {
            const { error, warning, note, suppressed } = summariseFindings([part]);
            summary = {
              error: summary.error + error,
              warning: summary.warning + warning,
              note: summary.note + note,
              suppressed: summary.suppressed + suppressed,
            };
            return findingsLines(part);
          },
          end: () => [findingsEnd(summary)],
        };
      };
    },
    ...tables<CheckedPart>(run, async () => {
      const { findingsHead, findingsRows } = await import('../../render/check/csv.ts');
      return { head: findingsHead, rows: findingsRows };
    }),
    async md() {
      const { CheckMarkdown, markdownMark } = await import('../../render/check/md.ts');
      return (): Writer<FindingsPart> => {
        const comment = new CheckMarkdown();
        return {
          start: () => markdownMark,
          part: (part) => [comment.part(part)],
          end: () => [comment.end(verdict())],
        };
      };
    },
    html: wholeWriter(async () => {
      const { renderCheckHtml } = await import('../../render/check/html.ts');
      return {
        keep: (part: FindingsPart) => part,
        write: (parts, { screen: { all } }) => [
          renderCheckHtml(parts, {
            tool,
            verdict: verdict(),
            rules: run.rules,
            command: `${run.command} -f html`,
            all,
          }),
        ],
      };
    }),
    async xlsx() {
      const { CheckWorkbook } = await import('../../render/check/workbook.ts');
      return ({ path }): Writer<CheckedPart> => {
        const workbook = new CheckWorkbook({
          tool,
          verdict,
          rules: run.rules,
          command: `${run.command} -o findings.xlsx`,
          folderOf: (input) => folderUrl(input, path),
          tell: (problem) => run.tell({ ...problem, path: path ?? null }),
        });
        return {
          start: () => '',
          part(part) {
            workbook.add(part, part.typed);
            return [];
          },
          end: () => workbook.bytes(),
        };
      };
    },
    sarif: ci(async () => (await import('../../render/ci/sarif.ts')).renderSarif),
    junit: ci(async () => (await import('../../render/ci/junit.ts')).renderJunit),
    github: ci(async () => (await import('../../render/ci/github.ts')).renderGithub),
    gitlab: ci(async () => (await import('../../render/ci/gitlab.ts')).renderGitlab),
  };
}
