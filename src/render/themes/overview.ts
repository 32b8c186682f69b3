/** The themes of a document at a glance: a bar for the share of each, its interval, and its words per thousand. */
import type { Theme } from '../../model/report.ts';
import { barOf } from '../bar.ts';
import { harmless } from '../harmless.ts';
import { linked, type Source } from '../linked.ts';
import { counted } from '../numbers.ts';
import { type ScreenOptions, sign } from '../screen.ts';
import { displayWidth, pad, widest } from '../width.ts';
import { wrap } from '../wrap.ts';
import type { ThemeBlock, ThemeName } from './blocks.ts';
import { intervalText, rateText, shareText } from './figures.ts';
import { wordsOf } from './passages.ts';
import { placesOf } from './places.ts';
import { titled } from './titled.ts';

/** Bars grow no longer. */
const LONGEST = 30;
const SHORTEST = 6;
/** Length that they keep for what stands beside. */
const SHORT = 12;
/** A theme as far as it is shown in a line. */
export type Figures = ThemeName & Pick<Theme, 'share' | 'interval' | 'per1000Words'>;

/** What stands beside the figures of a theme where there is room. */
export interface Beside<T> {
  /** Columns without which there is nothing. */
  readonly least: number;
  readonly text: (theme: T, room: number) => string;
}

/** Blocks of themes with their bars, all of one length, and what is to stand beside them. */
export function overviewLines<T extends Figures>(
  blocks: readonly ThemeBlock<T>[],
  screen: ScreenOptions,
  { least, text }: Beside<T>,
): string[] {
  const { width, ascii, paint } = screen;
  const all = blocks.flatMap(({ themes }) => themes);
  const most = Math.max(0, ...all.map(({ share }) => share));
  const shares = widest(all.map(shareText));
  const intervals = widest(all.map((theme) => intervalText(theme, screen))) + 2;
  const rates = widest(all.map(({ per1000Words }) => rateText(per1000Words)));
  const figures = shares + 1 + intervals + 2 + rates;
  const labels = Math.min(widest(all.map(({ label }) => harmless(label))), Math.floor(width * 0.4));
  const spare = width - labels - figures - 3;
  const longest = Math.min(LONGEST, spare >= least + SHORT + 2 ? Math.min(16, spare - least - 2) : spare);
  const full = longest < SHORTEST ? 0 : longest;
  const beside = width - (1 + labels + 1 + full + 1 + figures + 2);
  const lines = blocks.flatMap(({ title, themes }) => [
    '',
    ...wrap(title.toUpperCase(), width).map(paint.head),
    ...themes.flatMap((theme) => {
      const names = wrap(harmless(theme.label), labels);
      const bar = full === 0 ? '' : `${pad(barOf(most === 0 ? 0 : theme.share / most, full, ascii), full)} `;
      const interval = pad(`(${intervalText(theme, screen)})`, intervals);
      const rate = pad(rateText(theme.per1000Words), rates, 'end');
      const row = `${bar}${pad(shareText(theme), shares, 'end')} ${interval}  ${rate}`;
      const where = beside < least ? '' : text(theme, beside);
      return names.map((name, line) => {
        const start = ` ${pad(name, labels)} `;
        return line === 0 ? `${start}${row}  ${where}`.trimEnd() : start.trimEnd();
      });
    }),
  ]);
  return lines.slice(1);
}

/** As many places and words of a theme as there is room for. */
export function whereAndWords(screen: ScreenOptions, source: Source = null): Beside<Theme> {
  return { least: 30, text: (theme, room) => whereOf(theme, room, source, screen) };
}

function whereOf(theme: Theme, room: number, source: Source, screen: ScreenOptions): string {
  for (let most = 6; most > 0; most--) {
    const places = placesOf(theme.evidence, most, (words, own) => linked(words, own, source, screen));
    const text = [places, wordsOf(theme, Math.ceil(most / 2))]
      .filter((one) => one !== '')
      .join(` ${sign('dot', screen)} `);
    if (displayWidth(text) <= room) return text;
    if (most < 4 && displayWidth(places) <= room) return places;
  }
  return '';
}

/** What the figures mean. @param title of the block */
export function keyLines(of: number | null, screen: ScreenOptions, title = 'THEMES'): string[] {
  const total = of === null ? 'the passages' : counted(of, 'passage');
  return titled(title, `share of ${total} (95 % interval), then hits per 1,000 words`, screen);
}
