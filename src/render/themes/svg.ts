/** Themes as a picture: a bar for every share with its interval, for one document, many, or some side by side. */
import type { ReportPart } from '../../model/part.ts';
import { isTooShort } from '../../model/themes.ts';
import { setLines } from '../lettering.ts';
import { counted } from '../numbers.ts';
import { element, xmlText } from '../xml.ts';
import { type Chosen, chosen, type ThemeChoice } from './blocks.ts';
import { type Column, columnsOf, rowsOf } from './columns.ts';
import { endOfScale } from './scale.ts';
import { drawBar, gridLines } from './svg/bars.ts';
import { framed, measures, written } from './svg/look.ts';
import { across, drawRemark, drawTitle, newSheet, type Sheet } from './svg/sheet.ts';
import { type BarRow, comparedInWords, sizeOf, titleOf, told, tooltip } from './svg/words.ts';

/** Documents that a picture has at most. */
const MOST = 30;
const TEST = 'Change in percentage points; * more than chance would bring (two-proportion test, 5 %)';

/** A chart of one document, or of several below each other, on one scale. */
export function themesPicture(parts: readonly ReportPart[], choice: ThemeChoice): string {
  const columns = columnsOf(parts);
  const drawn = columns.slice(0, MOST);
  const charts = drawn.map(({ document, themes }) => {
    const { blocks, left } = chosen(themes, choice);
    const rows = blocks.map((block) => ({
      ...block,
      themes: block.themes.map((theme): BarRow => ({ ...theme, bars: [{ name: '', theme }] })),
    }));
    return { document, chart: { blocks: rows, left } };
  });
  const scale = scaleOf(charts.map(({ chart }) => chart));
  const sheet = newSheet();
  for (const { document, chart } of charts) {
    drawHead(sheet, titleOf(document), [sizeOf(document)]);
    drawChart(sheet, chart, scale, isTooShort(document));
  }
  drawRemarks(sheet, columns.length - drawn.length);
  const title =
    drawn.length === 1 && drawn[0]
      ? `Themes: ${titleOf(drawn[0].document)}`
      : `Themes of ${counted(columns.length, 'document')}`;
  return framed(
    title,
    charts.map(({ document, chart }) => told(document, chart)).join(' ') || 'No document was read.',
    sheet.xml,
    sheet.y,
  );
}

/** Each theme with a bar for every document, and of two with what changed. @param parts as `sideBySide` gives them */
export function comparisonPicture(parts: readonly ReportPart[], choice: ThemeChoice): string {
  const columns = columnsOf(parts);
  const drawn = columns.slice(0, MOST);
  const { blocks, left } = chosen(rowsOf(drawn), choice);
  const chart: Chosen<BarRow> = {
    left,
    blocks: blocks.map((block) => ({
      ...block,
      themes: block.themes.map(
        (row): BarRow => ({ ...row, bars: drawn.map(({ name }, at) => ({ name, theme: row.themes[at] })) }),
      ),
    })),
  };
  const sheet = newSheet();
  drawHead(
    sheet,
    'Themes side by side',
    drawn.map(({ name, document }) => `${name}: ${titleOf(document)}, ${sizeOf(document)}`),
  );
  drawChart(sheet, chart, scaleOf([chart]), false);
  if (drawn.length === 2) drawRemark(sheet, TEST);
  drawRemarks(sheet, columns.length - drawn.length);
  return framed(
    `Themes of ${drawn.map(nameOf).join(' and ') || 'no document'}`,
    comparedInWords(chart),
    sheet.xml,
    sheet.y,
  );
}

const nameOf = ({ name, document }: Column): string => `${titleOf(document)} (${name})`;
const percent = (share: number): string => String(Math.round(share * 1000) / 10);

function drawHead(sheet: Sheet, title: string, facts: readonly string[]): void {
  const { margin, text, leading } = measures;
  drawTitle(sheet, title);
  for (const fact of facts)
    for (const line of setLines(fact, { size: text, width: across, lines: 2 })) {
      sheet.y += leading + 3;
      sheet.xml.push(written(line, margin, sheet.y, 'pmed-quiet'));
    }
  sheet.y += leading;
}

/** The share at the right end of the plot. */
function scaleOf(charts: readonly Chosen<BarRow>[]): number {
  return endOfScale(
    charts.flatMap(({ blocks }) =>
      blocks.flatMap(({ themes }) => themes.flatMap(({ bars }) => bars.map(({ theme }) => theme?.interval[1] ?? 0))),
    ),
  );
}

/** @param withoutShares where too few words make shares mean little */
function drawChart(sheet: Sheet, { blocks, left }: Chosen<BarRow>, scale: number, withoutShares: boolean): void {
  const { label, plot, figures, rate, row, leading, text: size } = measures;
  const isPair = blocks.some(({ themes }) =>
    themes.some(({ bars }) => bars.some(({ theme }) => theme?.change != null)),
  );
  if (blocks.length === 0) drawRemark(sheet, 'No themes found.');
  for (const { title, themes } of blocks) {
    sheet.y += leading + 6;
    sheet.xml.push(written(title, label.x, sheet.y, 'pmed-ink pmed-strong'));
    if (!withoutShares) {
      sheet.xml.push(
        written('share (95 %)', figures.x, sheet.y, 'pmed-quiet'),
        written(isPair ? 'per 1,000; change' : 'per 1,000 words', rate.x, sheet.y, 'pmed-quiet'),
      );
    }
    const top = sheet.y + 8;
    const rows = themes.map((theme) => ({ theme, height: heightOf(theme) }));
    const height = rows.reduce((sum, its) => sum + its.height, 0);
    if (!withoutShares) sheet.xml.push(...gridLines(top, height));
    sheet.y = top;
    for (const { theme, height: its } of rows) {
      const names = setLines(theme.label, { size, width: labelWidth(theme), lines: 3 });
      const texts = names.map((line, index) =>
        written(line, label.x, sheet.y + row / 2 + 4 + index * leading, 'pmed-ink'),
      );
      const bars = theme.bars.map((bar, index) => drawBar(bar, sheet.y + (index + 0.5) * row, scale, withoutShares));
      sheet.xml.push(element('g', {}, element('title', {}, xmlText(tooltip(theme))), ...texts, ...bars));
      sheet.y += its;
    }
    if (!withoutShares) {
      for (const at of [0, 0.5, 1])
        sheet.xml.push(
          written(`${percent(scale * at)} %`, plot.x + at * plot.width, sheet.y + leading, 'pmed-quiet', 'middle'),
        );
      sheet.y += leading + 4;
    }
  }
  if (left > 0) drawRemark(sheet, `${counted(left, 'more theme')} not drawn`, 4);
  sheet.y += leading;
}

const isNamed = ({ bars }: BarRow): boolean => bars.length > 1 || (bars[0]?.name ?? '') !== '';
const labelWidth = (row: BarRow): number =>
  isNamed(row) ? measures.name.x - measures.label.x - 8 : measures.label.width;

/** As high as its bars or the lines of its label need. */
function heightOf(row: BarRow): number {
  const lines = setLines(row.label, { size: measures.text, width: labelWidth(row), lines: 3 }).length;
  return Math.max(row.bars.length * measures.row + (isNamed(row) ? 8 : 0), lines * measures.leading + 5);
}

function drawRemarks(sheet: Sheet, documents: number): void {
  if (documents > 0) drawRemark(sheet, `${counted(documents, 'more document')} not drawn`);
}
