/** Many documents on the screen: a line each with its first themes, and all of them together. */
import type { ReportPart } from '../../model/part.ts';
import type { Theme } from '../../model/report.ts';
import { harmless } from '../harmless.ts';
import { counted, grouped } from '../numbers.ts';
import { leftOutThemes } from '../report/phrases.ts';
import type { ScreenOptions } from '../screen.ts';
import { hang } from '../wrap.ts';
import { chosen, type ThemeChoice } from './blocks.ts';
import { shareText } from './figures.ts';
import { keyLines, overviewLines } from './overview.ts';
import { titled } from './titled.ts';
import type { Total } from './total.ts';

type Screen = ScreenOptions & { readonly choice: ThemeChoice };

/** Themes of a block that a line has. */
const FIRST = 3;

/** What the lines are, before the first. */
export const headLine = (screen: ScreenOptions): string =>
  `${titled('DOCUMENTS', 'the themes with the largest shares of the passages of each', screen).join('\n')}\n`;

/** A document and its first themes; nothing where none was read. */
export function documentLines({ document, themes }: ReportPart, { width, paint, choice }: Screen): string {
  if (document === null || document.status === 'failed') return '';
  const isShort = themes.some((theme) => theme.lowEvidence);
  const { blocks } = chosen(themes, choice);
  const lists = blocks.map((block) =>
    block.themes
      .slice(0, FIRST)
      .map((theme) => nameOf(theme))
      .join(', '),
  );
  const said = lists.length === 0 ? 'none found' : lists.join('; ');
  const size = `${counted(document.passages ?? 0, 'passage')}${isShort ? ', low evidence' : ''}`;
  const name = hang(`${harmless(document.name)} (${size})`, width, ' ', '   ');
  const lines = hang(said, width, '     ', '     ');
  return [...name, ...lines.map((line) => paint.quiet(line))].map((line) => `${line.trimEnd()}\n`).join('');
}

/** Too short a text has no shares. */
const nameOf = (theme: Theme): string =>
  theme.lowEvidence ? `${harmless(theme.label)} (${theme.passages})` : `${harmless(theme.label)} ${shareText(theme)}`;

/** The themes of all documents together. */
export function totalLines(total: Total, screen: Screen): string {
  const documents = total.documents();
  if (documents === 0) return '';
  const { blocks, left } = chosen(total.themes(), screen.choice);
  const title = documents === 1 ? 'THEMES' : `ALL ${grouped(documents)}`;
  const lines =
    blocks.length === 0
      ? [`${screen.paint.head(title)}  no themes found`]
      : [
          ...keyLines(total.passages(), screen, title),
          '',
          ...overviewLines(blocks, screen, {
            least: 14,
            text: (theme) => `in ${grouped(theme.documents)} of ${grouped(documents)}`,
          }),
          ...leftOutThemes(left, screen),
        ];
  return `\n${lines.map((line) => `${line.trimEnd()}\n`).join('')}`;
}
