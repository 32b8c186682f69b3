/** How each format of themes is written: screens, lines and rows as the parts come, the rest at the end. */
import { sideBySide } from '../compare/theme-columns.ts';
import type { ReportPart } from '../model/part.ts';
import type { Tool } from '../model/report.ts';
import { themeKey } from '../model/themes.ts';
import type { SectionName } from '../render/report/html/input.ts';
import type { SheetName } from '../render/report/workbook/settings.ts';
import { chosen, type ThemeChoice } from '../render/themes/blocks.ts';
import type { Rules } from '../rules/rules.ts';
import { pageWriter } from './records/page-writer.ts';
import { qdpxWriter } from './records/qdpx-writer.ts';
import type { Writer, WriterMaker, Writers } from './records/sinks.ts';
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

type Format = 'text' | 'json' | 'ndjson' | 'csv' | 'tsv' | 'md' | 'html' | 'xlsx' | 'svg' | 'qdpx';
const ALL: ThemeChoice = { facet: null, top: null };
type Making = WriterMaker<ReportPart>;

/** What themes are written with. */
interface ThemesRun extends TableFlags {
  readonly tool: Tool;
  readonly by: 'document' | 'section' | 'page' | null;
  /** Whether documents stand side by side. */
  readonly isComparison: boolean;
  /** The themes that were asked for: what data has. */
  readonly chosen: ThemeChoice;
  /** The themes that screens and pictures show. */
  readonly shown: ThemeChoice;
  /** What to type to get the same again, without a format. */
  readonly command: string;
  /** The rules of the run; the built-in ones where it names none. */
  readonly rules: Rules | undefined;
  /** Tells the user of what a file could not hold. */
  readonly tell: Tell;
}

/** The writers of `pmed themes`. */
export function themesWriters(run: ThemesRun): Writers<Format, ReportPart> {
  const html = htmlWriter(run);
  const qdpx = qdpxWriter({ tool: run.tool, command: `${run.command} -f qdpx` }, (part) =>
    themesOnly(only(part, run.chosen)),
  );
  if (!run.isComparison)
    return {
      ...dataWriters(run),
      text: plainly(run, textWriter(run)),
      md: mdWriter(run),
      html,
      svg: svgWriter(run),
      qdpx,
    };
  const { json, ndjson, csv, tsv, xlsx } = dataWriters({ ...run, chosen: ALL });
  return {
    html,
    qdpx,
    json: compared(json, run.chosen),
    ndjson: compared(ndjson, run.chosen),
    csv: compared(csv, run.chosen),
    tsv: compared(tsv, run.chosen),
    xlsx: compared(xlsx, run.chosen),
    text: plainly(
      { ...run, chosen: ALL },
      wholeWriter(async () => {
        const { renderComparison } = await import('../render/themes/compare-text.ts');
        return {
          keep: themesOnly,
          write: (parts, { screen }) => [renderComparison(sideBySide(parts), { ...screen, choice: run.shown })],
        };
      }),
    ),
    md: wholeWriter(async () => {
      const { comparisonMarkdown } = await import('../render/themes/compare-md.ts');
      return { keep: themesOnly, write: (parts) => [comparisonMarkdown(sideBySide(parts), run.chosen)] };
    }),
    svg: wholeWriter(async () => {
      const { comparisonPicture } = await import('../render/themes/svg.ts');
      return { keep: themesOnly, write: (parts) => [comparisonPicture(sideBySide(parts), run.shown)] };
    }),
  };
}

function dataWriters(run: ThemesRun): Readonly<Record<'json' | 'ndjson' | 'csv' | 'tsv' | 'xlsx', Making>> {
  return {
    ...reportJson(run.tool, viewOf(run.chosen)),
    ...tables(run, async () => {
      const { themesHead, themesRows } = await import('../render/themes/csv.ts');
      const table = { by: run.by, isComparison: run.isComparison };
      return {
        head: (look) => themesHead({ ...look, ...table }),
        rows: (part: ReportPart, look) => themesRows(only(part, run.chosen), { ...look, ...table }),
      };
    }),
    xlsx: workbookWriter(
      {
        tool: run.tool,
        sheets: new Set<SheetName>(['themes']),
        plan: { from: null, to: null, asOf: null },
        themes: { by: run.by, isComparison: run.isComparison },
        command: run.command,
        tell: run.tell,
      },
      (part) => only(part, run.chosen),
    ),
  };
}

/** One record a line where that is asked for: the themes of each document, by whatever its screen sorts them. */
const plainly =
  ({ chosen }: ThemesRun, screens: Making): Making =>
  async () => {
    const [{ plainThemes }, shown] = await Promise.all([import('../render/plain/report.ts'), screens()]);
    return plainOr((part) => plainThemes(part, only(part, chosen).themes), shown);
  };

const textWriter =
  ({ by, chosen: { top: told }, shown, tool }: ThemesRun): Making =>
  async () => {
    if (by === 'document') {
      const { documentLines, headLine, totalLines } = await import('../render/themes/documents-text.ts');
      const { themeTotal } = await import('../render/themes/total.ts');
      return (place) => {
        const screen = { ...place.screen, choice: shown };
        const total = themeTotal();
        return {
          start: () => headLine(screen),
          part(part) {
            total.add(part);
            return [documentLines(part, screen)];
          },
          end: () => [totalLines(total, screen)],
        };
      };
    }
    if (by !== null) {
      const { renderThemesBy } = await import('../render/themes/grid-text.ts');
      return screenWriter((part, { screen }) => renderThemesBy(part, by, { ...screen, tool, choice: shown }));
    }
    const { renderThemes } = await import('../render/themes-text.ts');
    return screenWriter((part, { screen }) => renderThemes(part, { ...screen, tool, choice: shown, told }));
  };

const mdWriter =
  ({ by, chosen: choice }: ThemesRun): Making =>
  async () => {
    const { markdownMark, themesMarkdown } = await import('../render/themes/md.ts');
    return markdownWriter(markdownMark, (part) =>
      themesMarkdown(only(part, choice), by === 'section' || by === 'page' ? by : null),
    );
  };

const svgWriter = ({ by, shown }: ThemesRun): Making =>
  wholeWriter(async () => {
    if (by === 'section' || by === 'page') {
      const { gridPicture } = await import('../render/themes/svg-grid.ts');
      return { keep: themesOnly, write: (parts) => [gridPicture(parts, by, shown)] };
    }
    const { themesPicture } = await import('../render/themes/svg.ts');
    return { keep: themesOnly, write: (parts) => [themesPicture(parts, shown)] };
  });

const htmlWriter = ({ tool, chosen: themes, command, rules }: ThemesRun): Making =>
  pageWriter(
    {
      tool,
      sections: new Set<SectionName>(['themes']),
      plan: { from: null, to: null, asOf: null },
      themes,
      command: `${command} -f html`,
      rules,
    },
    themesOnly,
  );

/** The writer with the parts side by side: what a theme became is known when the last has come. */
function compared(make: Making, choice: ThemeChoice): Making {
  return async () => {
    const [inner, { columnsOf, rowsOf }] = await Promise.all([make(), import('../render/themes/columns.ts')]);
    return (place) => {
      const writer: Writer<ReportPart> = inner(place);
      const parts: ReportPart[] = [];
      return {
        start: writer.start,
        part(part) {
          parts.push(part);
          return [];
        },
        async *end() {
          const all = sideBySide(parts);
          const { blocks } = chosen(rowsOf(columnsOf(all)), choice);
          const kept = new Set(blocks.flatMap(({ themes }) => themes.map(themeKey)));
          for (const part of all)
            yield* writer.part({ ...part, themes: part.themes.filter((theme) => kept.has(themeKey(theme))) });
          yield* await writer.end();
        },
      };
    };
  };
}

/** The part with the themes that are asked for. */
function only(part: ReportPart, choice: ThemeChoice): ReportPart {
  const kept = new Set(chosen(part.themes, choice).blocks.flatMap(({ themes }) => themes));
  return { ...part, themes: part.themes.filter((theme) => kept.has(theme)) };
}

const themesOnly = (part: ReportPart): ReportPart => ({ ...part, commitments: [], statements: [], timeline: [] });

/** The part with its themes only; all its commitments are counted. */
const viewOf =
  (choice: ThemeChoice) =>
  (part: ReportPart): View => ({
    part: themesOnly(only(part, choice)),
    counted: part.commitments,
  });
