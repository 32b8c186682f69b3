/** The screen of `pmed themes`: what one document is about, how much of it, and the passages that say so. */
import type { ReportPart } from '../model/part.ts';
import type { Theme, Tool } from '../model/report.ts';
import type { Source } from './linked.ts';
import { counted } from './numbers.ts';
import { headLines } from './report/head.ts';
import { leftOutThemes } from './report/phrases.ts';
import { blocksText, type ScreenOptions } from './screen.ts';
import { chosen, type ThemeBlock, type ThemeChoice } from './themes/blocks.ts';
import { keyLines, overviewLines, whereAndWords } from './themes/overview.ts';
import { passageLines } from './themes/passages.ts';
import { titled } from './themes/titled.ts';
import { wrap } from './wrap.ts';

/** Themes of each block whose passages are shown unasked, and the lines that they may take altogether. */
const TOLD = 3;
const LINES = 36;

/** How the themes are shown. */
export interface ThemesScreen extends ScreenOptions {
  readonly tool: Tool;
  readonly choice: ThemeChoice;
  /** Themes of each block whose passages are shown, where a number was asked for; else null. */
  readonly told?: number | null;
}

/** One document; empty where none was read. */
export function renderThemes(part: ReportPart, screen: ThemesScreen): string {
  const { document } = part;
  if (document === null || document.status === 'failed') return '';
  const { blocks, left } = chosen(part.themes, screen.choice);
  const few = blocks.some(({ themes }) => themes.some((theme) => theme.lowEvidence));
  const quoted =
    screen.all || typeof screen.told === 'number' ? null : quotedOf(blocks, few ? LINES : TOLD, document, screen);
  const told = quoted === null || few ? blocks : only(blocks, quoted);
  const parts = [
    headLines(document, screen.tool, screen),
    ...(blocks.length === 0
      ? [titled('THEMES', 'none found', screen)]
      : few
        ? [lowEvidence(screen), ...passageBlocks(told.map(inOrder), quoted, document, screen)]
        : [
            [
              ...keyLines(document.passages, screen),
              '',
              ...overviewLines(blocks, screen, whereAndWords(screen, document)),
            ],
            ...passageBlocks(told, quoted, document, screen),
          ]),
    moreLines(left, quoted === null ? 0 : themesIn(blocks) - quoted.size, screen),
  ];
  return blocksText(parts);
}

const themesIn = (blocks: readonly ThemeBlock[]): number => blocks.reduce((sum, { themes }) => sum + themes.length, 0);

/** How many themes are left out, and of how many that are shown the passages. */
function moreLines(left: number, untold: number, screen: ScreenOptions): string[] {
  if (untold === 0) return leftOutThemes(left, screen);
  const themes = left === 0 ? '' : `${counted(left, 'more theme')}, and `;
  return [screen.paint.quiet(` ${themes}the passages of ${counted(untold, 'theme')} above: --all`)];
}

/** The first themes of each block, one block after the other, as far as there are lines for their passages. */
function quotedOf(
  blocks: readonly ThemeBlock[],
  most: number,
  source: Source,
  screen: ScreenOptions,
): ReadonlySet<Theme> {
  const quoted = new Set<Theme>();
  let lines = 0;
  for (let rank = 0; rank < most; rank++)
    for (const { themes } of blocks) {
      const theme = themes[rank];
      if (theme === undefined) continue;
      lines += passageLines(theme, source, screen).length + 1;
      if (lines > LINES && quoted.size > 0) return quoted;
      quoted.add(theme);
    }
  return quoted;
}

const only = (blocks: readonly ThemeBlock[], kept: ReadonlySet<Theme>): readonly ThemeBlock[] =>
  blocks.map((block) => ({ ...block, themes: block.themes.filter((theme) => kept.has(theme)) }));

/** So little text says what it speaks of, but not of what more. */
const lowEvidence = (screen: ScreenOptions): string[] =>
  titled('THEMES', 'low evidence: under 1,000 words, so passages and no ranks', screen);

/** Themes in the order in which the document comes to them. */
function inOrder(block: ThemeBlock): ThemeBlock {
  const first = ({ evidence }: Theme): number => evidence[0]?.start ?? 0;
  return { ...block, themes: [...block.themes].sort((a, b) => first(a) - first(b)) };
}

/**
 * Each theme a paragraph, below the name of its block.
 * @param quoted the themes with passages, null for all; of the others places and words stand there
 */
function passageBlocks(
  blocks: readonly ThemeBlock[],
  quoted: ReadonlySet<Theme> | null,
  source: Source,
  screen: ThemesScreen,
): string[][] {
  return blocks.flatMap(({ title, themes }) =>
    themes.map((theme, index) => [
      ...(index === 0 ? wrap(`PASSAGES: ${title.toUpperCase()}`, screen.width).map(screen.paint.head) : []),
      ...passageLines(theme, source, screen, quoted === null || quoted.has(theme)),
    ]),
  );
}
