/** How a piece of text is set: size, weight, capitals. */
import { type Fonts, fontOf } from '../glyphs/fonts.ts';
import type { Line } from './lines.ts';

/** How most of a piece of text is set. */
export interface Style {
  readonly size: number;
  readonly font: string;
  /** Whether nearly all of it is bold. */
  readonly bold: boolean;
  readonly italic: boolean;
  /** Whether all of its letters are capitals. */
  readonly capitals: boolean;
  /** Letters and digits in it. */
  readonly weight: number;
}

/** The style of lines that belong together. */
export function styleOf(lines: readonly Line[], fonts: Fonts): Style {
  const sizes = new Map<number, number>();
  const names = new Map<string, number>();
  let all = 0;
  let bold = 0;
  let italic = 0;
  let letters = '';
  for (const line of lines) {
    if (letters.length < 400) letters += line.text;
    for (const run of line.runs) {
      const n = run.text.length;
      const font = fontOf(fonts, run.font);
      if (font.pictures) continue;
      all += n;
      if (font.bold) bold += n;
      if (font.italic) italic += n;
      const size = Math.round(run.size * 4) / 4;
      sizes.set(size, (sizes.get(size) ?? 0) + n);
      names.set(run.font, (names.get(run.font) ?? 0) + n);
    }
  }
  const capitals = /\p{Lu}/u.test(letters) && !/\p{Ll}/u.test(letters);
  return {
    size: (capitals ? smallCapitals(sizes) : null) ?? heaviest(sizes) ?? lines[0]?.size ?? 0,
    font: heaviest(names) ?? '',
    bold: bold > 0.85 * all,
    italic: italic > 0.85 * all,
    capitals,
    weight: all,
  };
}

/** The size of text in small capitals, which is that of its large ones; null where the sizes are not those of such text. */
function smallCapitals(sizes: ReadonlyMap<number, number>): number | null {
  if (sizes.size !== 2) return null;
  const [large = 0, small = 0] = [...sizes.keys()].sort((a, b) => b - a);
  return small >= 0.7 * large && small <= 0.9 * large ? large : null;
}

/** The key with the greatest number; the first of equals. */
export function heaviest<K>(counts: ReadonlyMap<K, number>): K | undefined {
  let best: K | undefined;
  let most = -Infinity;
  for (const [key, n] of counts) if (n > most) [best, most] = [key, n];
  return best;
}
