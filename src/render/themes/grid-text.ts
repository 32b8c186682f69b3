/** The themes of a document section by section or page by page on the screen. */
import type { ReportPart } from '../../model/part.ts';
import { harmless } from '../harmless.ts';
import { counted, grouped } from '../numbers.ts';
import { headLines } from '../report/head.ts';
import { leftOut } from '../report/phrases.ts';
import { blocksText, type ScreenOptions } from '../screen.ts';
import type { ThemesScreen } from '../themes-text.ts';
import { displayWidth, pad, widest } from '../width.ts';
import { hang, listed } from '../wrap.ts';
import { bandsOf, type Cell, type Grid, type GridRow, gridOf, upperRows } from './grid.ts';
import { titled } from './titled.ts';

/** Sections and pages that the default screen shows. */
const ROWS = 30;
/** Themes that stand beside one. */
const FIRST = 4;
/** Passages from which a share says something. */
const ENOUGH = 20;
/** Columns of a strip. */
const LONGEST = 60;
/** Sections are shown no further to the right. */
const DEEPEST = 4;

/** One document; empty where none was read. */
export function renderThemesBy(part: ReportPart, by: 'section' | 'page', screen: ThemesScreen): string {
  const { document } = part;
  if (document === null || document.status === 'failed') return '';
  const grid = gridOf(part, screen.choice);
  const shown = screen.all ? grid.rows : by === 'section' ? upperRows(grid.rows, ROWS) : grid.rows.slice(0, ROWS);
  const left = grid.rows.length - shown.length;
  const sections = [
    headLines(document, screen.tool, screen),
    ...bodyOf(),
    leftOut(left, screen, by === 'section' ? ' sections' : ' pages'),
  ];
  return blocksText(sections);

  function bodyOf(): string[][] {
    if (grid.themes.length === 0) return [titled('THEMES', 'none found', screen)];
    if (grid.rows.length === 0)
      return [titled('PAGES', 'this document has no pages of its own; its sections:  --by section', screen)];
    if (by === 'page') return [strips(grid, screen), pageLines(shown, screen)];
    return [sectionLines(shown, screen)];
  }
}

const SHADES = [
  [0.5, '█', '#'],
  [0.25, '▓', '+'],
  [0.1, '▒', ':'],
  [0, '░', '.'],
] as const;

/** Each theme as a strip from the first page to the last: the darker, the more of the passages there carry it. */
function strips({ rows, themes }: Grid, screen: ThemesScreen): string[] {
  const { width, ascii, choice } = screen;
  const shown = themes.slice(0, choice.top ?? themes.length);
  const labels = Math.min(widest(shown.map(({ label }) => harmless(label))), Math.floor(width * 0.4));
  const bands = bandsOf(rows, Math.min(LONGEST, width - labels - 3));
  const shade = (share: number): string => {
    const found = share <= 0 ? undefined : SHADES.find(([least]) => share > least);
    return found === undefined ? ' ' : found[ascii ? 2 : 1];
  };
  const lines = shown.flatMap((theme) => {
    const strip = bands.map(({ passages, of }) => shade((passages.get(theme) ?? 0) / Math.max(1, of))).join('');
    return hang(harmless(theme.label), labels + 1, ' ', ' ').map((line, index) =>
      index === 0 ? `${pad(line, labels + 1)}  ${strip}` : line,
    );
  });
  const key = SHADES.map(
    ([least, block, sign]) => `${ascii ? sign : block} ${least === 0 ? 'some' : `over ${least * 100} %`}`,
  );
  return [
    ...titled(
      'THEMES',
      `from the first page to the last, by share of the passages there: ${[...key].reverse().join(', ')}`,
      screen,
    ),
    ...lines,
  ];
}

/** A line a page. */
function pageLines(rows: readonly GridRow[], screen: ScreenOptions): string[] {
  const column = widest(rows.map(({ place }) => place));
  const counts = widest(rows.map(({ of }) => grouped(of)));
  const lines = rows.flatMap((row) => {
    const start = ` ${pad(row.place, column)}  ${pad(grouped(row.of), counts, 'end')}  `;
    return hang(cellTexts(row).join(', '), screen.width, start, ' '.repeat(displayWidth(start)));
  });
  return [...titled('PAGES', 'with their passages, and how many of them carry what', screen), ...lines];
}

/** A section, and below it its themes. */
function sectionLines(rows: readonly GridRow[], screen: ScreenOptions): string[] {
  const lines = rows.flatMap((row) => {
    const indent = ' '.repeat(2 * Math.min(row.level, DEEPEST) - 1);
    const place = row.place === '' ? '' : `${row.place}, `;
    const title = row.title === '' ? 'before the first heading' : harmless(row.title);
    const themes = listed(cellTexts(row), ', ', screen.width - indent.length - 3);
    return [
      ...hang(`${title} (${place}${counted(row.of, 'passage')})`, screen.width, indent, `${indent}  `),
      ...themes.map((line) => `${indent}   ${line}`),
    ];
  });
  return [...titled('SECTIONS', 'with all in them: passages that carry a theme, and their share', screen), ...lines];
}

function cellTexts({ cells, of }: GridRow): string[] {
  if (cells.length === 0) return ['none'];
  const text = cells.slice(0, FIRST).map((cell) => cellText(cell, of));
  return [...text, ...(cells.length > FIRST ? [`${cells.length - FIRST} more`] : [])];
}

const cellText = ({ theme, passages, share }: Cell, of: number): string =>
  `${harmless(theme.label)} ${passages}${of >= ENOUGH ? ` (${(share * 100).toFixed(0)} %)` : ''}`;
