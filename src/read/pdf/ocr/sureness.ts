/** How sure the engine is of what it read on a picture. */
import type { SeenLine } from './recognised.ts';

/** Confidence from 0 to 100 over all letters, and the number of letters and digits. */
export interface Sureness {
  readonly confidence: number;
  readonly letters: number;
}

/** The mean over lines, each word counting by its letters; 0 where there are none. */
export function sureness(lines: readonly Pick<SeenLine, 'words'>[]): Sureness {
  let letters = 0;
  let sum = 0;
  for (const { words } of lines) {
    for (const { text, confidence } of words) {
      const weight = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      letters += weight;
      sum += weight * confidence;
    }
  }
  return { confidence: letters === 0 ? 0 : sum / letters, letters };
}

/** Whether a line is level, as lines of an upright page are: the engine reads lines that run down as well. */
export function isLevel({ base }: Pick<SeenLine, 'base'>): boolean {
  return Math.abs(base.y1 - base.y0) <= Math.abs(base.x1 - base.x0);
}
