/** The themes of several documents side by side on the screen: a column each, and of two what changed. */
import type { ReportPart } from '../../model/part.ts';
import type { Theme } from '../../model/report.ts';
import { isTooShort } from '../../model/themes.ts';
import { barOf } from '../bar.ts';
import { harmless } from '../harmless.ts';
import { counted } from '../numbers.ts';
import { leftOutThemes } from '../report/phrases.ts';
import { blocksText, type ScreenOptions } from '../screen.ts';
import { pad, widest } from '../width.ts';
import { hang, wrap } from '../wrap.ts';
import { chosen, type ThemeChoice } from './blocks.ts';
import { type Column, columnsOf, type Row, rowsOf } from './columns.ts';
import { intervalText, pointsText, rateText, shareText } from './figures.ts';
import { placesOf } from './places.ts';

const GAP = 2;
/** Bars are no longer, and left out where they would be shorter. */
const LONGEST = 16;
const SHORTEST = 4;
/** Places of a theme that are named. */
const PLACES = 8;

/** One screen for all documents; empty where none was read. @param parts as `sideBySide` gives them */
export function renderComparison(
  parts: readonly ReportPart[],
  screen: ScreenOptions & { readonly choice: ThemeChoice },
): string {
  const columns = columnsOf(parts);
  if (columns.length === 0) return '';
  const { blocks, left } = chosen(rowsOf(columns), screen.choice);
  const rows = blocks.flatMap(({ themes }) => themes);
  const isPair = columns.length === 2;
  const { paint } = screen;
  const sections = [
    columns.flatMap((column) => headLines(column, widest(columns.map(({ name }) => name)), screen)),
    rows.length === 0
      ? [`${paint.head('THEMES')}  none found`]
      : hang(
          `share of the passages of each document, with its 95 % interval${isPair ? '; change in points' : ''}`,
          screen.width,
          'THEMES  ',
          '        ',
        ),
    ...(rows.length === 0 ? [] : tables(columns, blocks, rows, screen)),
    isPair && rows.length > 0 ? testLines(columns, rows, screen) : [],
    rows.length > 0 && (isPair || screen.all) ? whereLines(columns, rows, screen) : [],
    leftOutThemes(left, screen),
  ];
  return blocksText(sections);
}

/** Which document a column is, and how much of it there is. */
function headLines({ name, document }: Column, names: number, { width, paint }: ScreenOptions): string[] {
  const title = document.title === null ? '' : `${harmless(document.title)} (`;
  const few = isTooShort(document) ? ', low evidence' : '';
  const size = `${counted(document.words, 'word')}, ${counted(document.passages ?? 0, 'passage')}${few}`;
  const text = `${title}${harmless(document.name)}${title === '' ? '' : ')'}: ${size}`;
  const lines = hang(text, width, `${pad(name, names)}  `, ' '.repeat(names + 2));
  return lines.map((line, index) => (index === 0 ? paint.head(name) + line.slice(name.length) : line));
}

/** As many columns beside each other as there is room for, and the rest below. */
function tables(
  columns: readonly Column[],
  blocks: readonly { readonly title: string; readonly themes: readonly Row[] }[],
  rows: readonly Row[],
  screen: ScreenOptions,
): string[][] {
  const { width, paint, ascii } = screen;
  const isPair = columns.length === 2;
  const labels = Math.min(widest(rows.map(({ label }) => harmless(label))), Math.floor(width * 0.34));
  const found = rows.flatMap(({ themes }) => themes.flatMap((theme) => (theme === undefined ? [] : [theme])));
  const shares = Math.max(4, widest(found.filter(({ passages }) => passages > 0).map(shareText)));
  const figures = Math.max(
    widest(found.map((theme) => figure(theme, shares, screen))),
    widest(columns.map(({ name }) => name)),
  );
  const changes = isPair ? rows.map((row) => changeOf(row)) : [];
  const change = isPair ? Math.max(6, widest(changes)) + GAP : 0;
  const room = width - 1 - labels - change;
  const fitting = Math.max(1, Math.min(columns.length, Math.floor(room / (figures + GAP))));
  const spare = Math.floor(room / fitting) - GAP - figures - 1;
  const full = spare < SHORTEST ? 0 : Math.min(LONGEST, spare);
  const most = Math.max(0, ...rows.flatMap(({ themes }) => themes.map((theme) => theme?.share ?? 0)));
  const cell = full + (full > 0 ? 1 : 0) + figures;
  const out: string[][] = [];
  for (let from = 0; from < columns.length; from += fitting) {
    const shown = columns.slice(from, from + fitting);
    for (const { title, themes } of blocks) {
      const heads = shown.map(({ name }) => `${' '.repeat(GAP)}${pad(name, cell)}`).join('');
      const titles = wrap(title.toUpperCase(), labels);
      const lines = titles.map((line, index) =>
        index < titles.length - 1
          ? line
          : `${pad(line, labels + 1)}${heads}${isPair ? `${' '.repeat(GAP)}CHANGE` : ''}`,
      );
      out.push([
        ...lines.map((line) => paint.head(line.trimEnd())),
        ...themes.flatMap((row) => {
          const cells = shown.map((_, at) => {
            const theme = row.themes[from + at];
            const bar =
              full === 0 ? '' : `${pad(barOf(most === 0 ? 0 : (theme?.share ?? 0) / most, full, ascii), full)} `;
            return `${' '.repeat(GAP)}${bar}${pad(figure(theme, shares, screen), figures)}`;
          });
          const names = wrap(harmless(row.label), labels);
          const changed = isPair ? `${' '.repeat(GAP)}${changeOf(row)}` : '';
          return names.map((name, line) =>
            line === 0 ? ` ${pad(name, labels)}${cells.join('')}${changed}` : ` ${name}`,
          );
        }),
      ]);
    }
  }
  return out;
}

/** The share with its interval. @param shares columns that shares have */
const figure = (theme: Theme | undefined, shares: number, screen: ScreenOptions): string =>
  theme === undefined || theme.passages === 0
    ? pad('none', shares, 'end')
    : `${pad(shareText(theme), shares, 'end')} (${intervalText(theme, screen)})`;

/** `+6.1 *`; the sign says that it is more than chance. */
function changeOf({ themes }: Row): string {
  const change = themes[1]?.change ?? null;
  if (change === null) return '';
  return `${pad(pointsText(change.points), 5, 'end')}${change.significant ? ' *' : ''}`;
}

/** What the sign means, and what it does not. */
function testLines(columns: readonly Column[], rows: readonly Row[], { width }: ScreenOptions): string[] {
  const short = columns.filter(({ document }) => isTooShort(document)).map(({ name }) => name);
  if (short.length > 0)
    return wrap(
      `${short.join(' and ')}: too short (under 1,000 words) to say whether a change is more than chance.`,
      width,
    );
  const many = rows.some(({ themes }) => themes[1]?.change?.significant === true);
  if (!many) return wrap('No change is more than chance would bring (two-proportion test, 5 %).', width);
  const expected = `of ${counted(rows.length, 'theme')}, ${rows.length < 30 ? 'one' : Math.round(rows.length / 20)} may be so by chance`;
  return hang(`more than chance would bring (two-proportion test, 5 %; ${expected})`, width, ' * ', '   ');
}

/** For each theme its words per thousand and its pages, a line a document. */
function whereLines(columns: readonly Column[], rows: readonly Row[], screen: ScreenOptions): string[] {
  const names = widest(columns.map(({ name }) => name));
  const lines = rows.flatMap(({ label, themes }) => [
    ...wrap(harmless(label), screen.width - 1).map((line) => ` ${line}`),
    ...columns.flatMap(({ name }, at) => {
      const theme = themes[at];
      const start = `   ${pad(name, names)}  `;
      const places = theme === undefined ? '' : placesOf(theme.evidence, PLACES);
      const text = theme === undefined || theme.passages === 0 ? 'none' : `${rateText(theme.per1000Words)}; ${places}`;
      return hang(text, screen.width, start, ' '.repeat(start.length));
    }),
  ]);
  return [...hang('hits per 1,000 words, and where', screen.width, 'WHERE  ', '       '), ...lines];
}
