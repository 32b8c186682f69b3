/** What was read on the picture of a page → the page's runs, as if the file had said them. */
import { cleanCharacters } from '../glyphs/characters.ts';
import type { Run, RunPage } from '../glyphs/run.ts';
import { withLabelsInPlace } from './labels.ts';
import type { PictureRequest, PictureText } from './pictures.ts';
import type { SeenLine } from './recognised.ts';
import { sureness } from './sureness.ts';
import { writingOf } from './writing.ts';

/** A page as read from its picture. */
export interface SeenPage {
  readonly page: RunPage;
  /** How sure the engine is of what was kept, 0 to 100; 0 where nothing was. */
  readonly confidence: number;
  /** Letters and digits that were kept. */
  readonly letters: number;
}

/** The height of a line over the size of its type. */
const HEIGHT_OF_TYPE = 0.93;
/** Lines whose sizes differ by less than this share are of one size: a line without `p` or `l` is measured amiss. */
const SAME_SIZE = 0.09;
/** All fonts of pictures are one: the engine does not tell them apart. */
const PICTURE_FONT = 'picture';

/**
 * The runs of a page: a run is a word, in the engine's reading order. What is likely no writing is dropped, and the page is
 * set upright where it was scanned at a slant.
 */
export function seenPage({ page, width, height }: PictureRequest, { lines, scale, turns }: PictureText): SeenPage {
  const [wide, high] = turns % 2 === 1 ? [height, width] : [width, height];
  const kept = withLabelsInPlace(lines.flatMap((line) => writingOf(line) ?? []));
  const slope = slopeOf(kept);
  const [centre, middle] = [wide / scale / 2, high / scale / 2];
  const runs = kept.flatMap(({ words, base: { x0, y0, x1, y1 }, height: tall }) => {
    const size = Math.round((10 * tall * scale) / HEIGHT_OF_TYPE) / 10;
    // Turned about the middle of the page, a line is level: its words stand on one base.
    const base = (y0 + y1) / 2 - slope * ((x0 + x1) / 2 - centre);
    const lean = slope * (base - middle);
    return words.flatMap((word): Run[] => {
      const text = cleanCharacters(word.text).trim();
      if (text === '') return [];
      return [
        {
          text,
          x0: (word.x0 + lean) * scale,
          x1: (word.x1 + lean) * scale,
          y: high - base * scale,
          size,
          font: PICTURE_FONT,
          spaced: true,
          raw: null,
        },
      ];
    });
  });
  return {
    page: { page, width: wide, height: high, runs, aslant: [], turns, cut: false },
    ...sureness(kept),
  };
}

/** How much the lines of a page fall from left to right: the median of long lines. */
function slopeOf(lines: readonly SeenLine[]): number {
  const slopes = lines.flatMap(({ base, height }) => {
    const run = base.x1 - base.x0;
    return run > 8 * height ? [(base.y1 - base.y0) / run] : [];
  });
  slopes.sort((a, b) => a - b);
  const middle = slopes[slopes.length >> 1] ?? 0;
  return Math.abs(middle) < 0.1 ? middle : 0;
}

/** Pages whose lines have the few sizes that the type of a document has, in place of one each as measured. */
export function evenSizes(pages: readonly RunPage[]): RunPage[] {
  const weights = new Map<number, number>();
  for (const { runs } of pages) {
    for (const { size, text } of runs) weights.set(size, (weights.get(size) ?? 0) + text.length);
  }
  const sizes = [...weights].sort(([a], [b]) => a - b);
  const even = new Map<number, number>();
  while (even.size < sizes.length) {
    const free = sizes.filter(([size]) => !even.has(size));
    const near = (at: number) => free.filter(([size]) => Math.abs(size - at) <= SAME_SIZE * at);
    let best: typeof sizes = [];
    let most = -1;
    for (const [size] of free) {
      const group = near(size);
      const weight = group.reduce((sum, [, n]) => sum + n, 0);
      if (weight > most) [best, most] = [group, weight];
    }
    const mean = best.reduce((sum, [size, n]) => sum + size * n, 0) / Math.max(1, most);
    for (const [size] of best) even.set(size, Math.round(mean * 4) / 4);
  }
  return pages.map((page) => ({
    ...page,
    runs: page.runs.map((run) => ({ ...run, size: even.get(run.size) ?? run.size })),
  }));
}
