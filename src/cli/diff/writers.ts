/** How each format of a diff is written: one row a format, each loaded when it is used. */
import { LEVELS } from '../../model/change-levels.ts';
import type { CiRun } from '../../render/ci/annotation.ts';
import type { DiffOptions } from '../../render/diff/options.ts';
import { formatFlag } from '../flag.ts';
import type { Piece } from '../output/draft.ts';
import { folderUrl } from '../output/folder-url.ts';
import type { Place } from '../records/sinks.ts';
import type { DiffRun } from './run.ts';

type Write = (run: DiffRun, place: Place) => Piece | Promise<Piece>;

interface Row<out F extends string> {
  readonly format: F;
  readonly load: () => Promise<Write>;
}

const row = <const F extends string>(format: F, load: () => Promise<Write>): Row<F> => ({ format, load });

/** What the formats for readers are given. Kinds that are asked for by name are told, also those hidden otherwise. */
const optionsOf = ({ verdict, levels, isByKind, asksFor }: DiffRun): DiffOptions => ({
  verdict,
  levels: { ...LEVELS, ...levels },
  ...(isByKind ? { shows: () => true } : {}),
  showsKind: asksFor,
});

/** Labels of themes by id. */
const themeLabels = ({ sides }: DiffRun): ReadonlyMap<string, string> =>
  new Map(sides.flatMap(({ themes }) => themes.map(({ id, label }) => [id, label])));

/** A table; files get what spreadsheets need, pipes the bare values. */
const tableRow = <const F extends string>(format: F, separator: ',' | '\t'): Row<F> =>
  row(format, async () => {
    const { diffTable } = await import('../../render/diff/csv.ts');
    return (run, { isFile }) =>
      diffTable(run.shown, optionsOf(run), {
        separator,
        mark: isFile && run.table.mark,
        guard: isFile && run.table.guard,
      });
  });

/** A format that a service reads. */
const ciRow = <const F extends string>(format: F, load: () => Promise<(run: CiRun) => string>): Row<F> =>
  row(format, async () => {
    const [render, { ciRunOf }] = await Promise.all([load(), import('./ci-run.ts')]);
    return (run, place) => render(ciRunOf(run, place));
  });

/** In the order of the help; the first is the default. */
const ROWS = [
  row('text', async () => {
    const [{ renderDiff }, { plainDiff }] = await Promise.all([
      import('../../render/diff-text.ts'),
      import('../../render/plain/changes.ts'),
    ]);
    return (run, { screen }) =>
      screen.plain
        ? plainDiff(run.shown, optionsOf(run), run.verdict)
        : renderDiff(run.isNarrowed ? run.shown : run.result, {
            ...optionsOf(run),
            ...screen,
            view: run.view,
            paths: run.typed,
            context: { count: run.context, commitments: run.sides[1].commitments, removed: run.sides[0].commitments },
          });
  }),
  row('json', async () => {
    const { renderJson } = await import('../../render/json.ts');
    return ({ shown }) => renderJson(shown);
  }),
  row('ndjson', async () => {
    const { diffLines } = await import('../../render/diff/ndjson.ts');
    return ({ shown }) => diffLines(shown);
  }),
  tableRow('csv', ','),
  tableRow('tsv', '\t'),
  row('md', async () => {
    const { diffMarkdown } = await import('../../render/diff/md.ts');
    return (run, { screen: { all } }) => diffMarkdown(run.shown, { ...optionsOf(run), all, path: run.typed[1] });
  }),
  row('html', async () => {
    const { renderDiffHtml } = await import('../../render/diff/html.ts');
    return (run, { screen: { all } }) =>
      renderDiffHtml(run.result, {
        ...optionsOf(run),
        all,
        shown: run.shown,
        commitments: [run.sides[0].commitments, run.sides[1].commitments],
        themes: themeLabels(run),
        command: `${run.command} -f html`,
      });
  }),
  row('xlsx', async () => {
    const [{ diffWorkbook }, { joined }] = await Promise.all([
      import('../../render/diff/workbook.ts'),
      import('../output/bytes.ts'),
    ]);
    return (run, { path }) =>
      joined(
        diffWorkbook(run.result, run.shown, {
          tool: run.result.tool,
          options: optionsOf(run),
          verdict: run.verdict,
          themes: themeLabels(run),
          typed: run.typed,
          command: `${run.command} -o changes.xlsx`,
          folderOf: (input) => folderUrl(input, path),
          tell: (problem) => run.tell({ ...problem, path: path ?? null }),
        }),
      );
  }),
  row('sarif', async () => {
    const [{ renderSarif }, { ciRunOf }] = await Promise.all([
      import('../../render/ci/sarif.ts'),
      import('./ci-run.ts'),
    ]);
    return (run, place) => renderSarif(ciRunOf(run, place), run.files.texts);
  }),
  ciRow('junit', async () => (await import('../../render/ci/junit.ts')).renderJunit),
  ciRow('github', async () => (await import('../../render/ci/github.ts')).renderGithub),
  ciRow('gitlab', async () => (await import('../../render/ci/gitlab.ts')).renderGitlab),
] as const;

/** The formats of `pmed diff`. */
export type DiffFormat = (typeof ROWS)[number]['format'];

const [first, ...others] = ROWS;
export const format = formatFlag<DiffFormat>([first.format, ...others.map((one) => one.format)]);

/** Writes a diff in one format. */
export async function writeDiff(format: DiffFormat, run: DiffRun, place: Place): Promise<Piece> {
  for (const one of ROWS) if (one.format === format) return (await one.load())(run, place);
  throw new Error(`no writer for ${format}`);
}
