/** The screen of `pmed themes`: what one document is about, how much of it, and the passages that say so. */
import type { ReportPart } from '../model/part.ts';
import type { Theme, Tool } from '../model/report.ts';
import { counted } from './numbers.ts';
import { headLines } from './report/head.ts';
import { leftOutThemes } from './report/phrases.ts';
import { blocksText, type ScreenOptions } from './screen.ts';
import { chosen, type ThemeBlock, type ThemeChoice } from './themes/blocks.ts';
import { keyLines, overviewLines, whereAndWords } from './themes/overview.ts';
import { passageLines } from './themes/passages.ts';
import { titled } from './themes/titled.ts';
import { wrap } from './wrap.ts';

/** Themes whose passages are shown. */
const PASSAGES = 12;

/** How the themes are shown. */
export interface ThemesScreen extends ScreenOptions {
  readonly tool: Tool;
  readonly choice: ThemeChoice;
}

/** One document; empty where none was read. */
export function renderThemes(part: ReportPart, screen: ThemesScreen): string {
  const { document } = part;
  if (document === null || document.status === 'failed') return '';
  const { blocks, left } = chosen(part.themes, screen.choice);
  const few = blocks.some(({ themes }) => themes.some((theme) => theme.lowEvidence));
  // Without the overview the passages are all that names a theme.
  const told = screen.all || few ? blocks : firstOf(blocks, screen.choice.top ?? PASSAGES);
  const parts = [
    headLines(document, screen.tool, screen),
    ...(blocks.length === 0
      ? [titled('THEMES', 'none found', screen)]
      : few
        ? [lowEvidence(screen), ...passageBlocks(told.map(inOrder), screen)]
        : [
            [...keyLines(document.passages, screen), '', ...overviewLines(blocks, screen, whereAndWords(screen))],
            ...passageBlocks(told, screen),
          ]),
    moreLines(left, themesIn(blocks) - themesIn(told), screen),
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

/** Of all blocks together the themes with the largest shares, as many as `most`. */
function firstOf(blocks: readonly ThemeBlock[], most: number): readonly ThemeBlock[] {
  const ranked = blocks.flatMap(({ themes }) => themes).sort((a, b) => b.share - a.share);
  const kept = new Set(ranked.slice(0, most));
  return blocks
    .map((block) => ({ ...block, themes: block.themes.filter((theme) => kept.has(theme)) }))
    .filter(({ themes }) => themes.length > 0);
}

/** So little text says what it speaks of, but not of what more. */
const lowEvidence = (screen: ScreenOptions): string[] =>
  titled('THEMES', 'low evidence: under 1,000 words, so passages and no ranks', screen);

/** Themes in the order in which the document comes to them. */
function inOrder(block: ThemeBlock): ThemeBlock {
  const first = ({ evidence }: Theme): number => evidence[0]?.start ?? 0;
  return { ...block, themes: [...block.themes].sort((a, b) => first(a) - first(b)) };
}

/** Each theme a paragraph, below the name of its block. */
function passageBlocks(blocks: readonly ThemeBlock[], screen: ThemesScreen): string[][] {
  return blocks.flatMap(({ title, themes }) =>
    themes.map((theme, index) => [
      ...(index === 0 ? wrap(`PASSAGES: ${title.toUpperCase()}`, screen.width).map(screen.paint.head) : []),
      ...passageLines(theme, screen),
    ]),
  );
}
