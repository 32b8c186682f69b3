/** How far apart the lines of a region stand, and how its sentences and lines end. */
import type { Line } from './lines.ts';
import { quantile } from './quantile.ts';

/** The width of a line's first word, with a dash or number before it, taking its characters as equally wide. */
export function firstWord(line: Line): number {
  const space = line.text.indexOf(' ', 3);
  const length = space < 0 ? line.text.length : space;
  return ((line.x1 - line.x0) * length) / Math.max(1, line.text.length);
}

/** Whether the next line's first word would have fitted on a line, so that something else ended it. */
export function endsEarly(line: Line, next: Line, right: number): boolean {
  return right - line.x1 > firstWord(next) + 0.6 * line.size;
}

/** The end of a sentence. */
export const endsSentence = /(?:[.!?;…]|:[—–-]?)[)\]”’"'»]*$/;
/** Whether the sentences that end early in a region are mostly followed by a wider gap. */
export function usesGaps(lines: readonly Line[], leading: (size: number) => number, right: number): boolean {
  let gaps = 0;
  let tight = 0;
  for (let k = 0; k + 1 < lines.length; k++) {
    const [a, b] = [lines[k], lines[k + 1]];
    if (a === undefined || b === undefined || Math.abs(a.size - b.size) > 0.05 * a.size || !endsSentence.test(a.text))
      continue;
    if (a.y - b.y > 1.22 * leading(b.size) + 0.6) gaps++;
    else if (endsEarly(a, b, right)) tight++;
  }
  return gaps >= 3 && gaps >= 1.5 * tight;
}

/** The usual distance of base lines within paragraphs, by size of type. */
export function findLeading(lines: readonly Line[], right: number): (size: number) => number {
  const bySize = new Map<number, { full: number[]; any: number[] }>();
  for (let k = 0; k + 1 < lines.length; k++) {
    const a = lines[k];
    const b = lines[k + 1];
    if (a === undefined || b === undefined || Math.abs(a.size - b.size) > 0.05 * a.size) continue;
    const pitch = a.y - b.y;
    if (pitch < 0.7 * a.size || pitch > 2.6 * a.size) continue;
    const size = Math.round(a.size);
    const seen = bySize.get(size) ?? { full: [], any: [] };
    bySize.set(size, seen);
    seen.any.push(pitch);
    if (!endsEarly(a, b, right)) seen.full.push(pitch);
  }
  const known = new Map<number, number>();
  for (const [size, { full, any }] of bySize) {
    if (full.length >= 3) known.set(size, quantile(full, 0.45));
    else known.set(size, Math.min(quantile(full.length > 0 ? full : any, 0.2), 1.6 * size));
  }
  return (size) => known.get(Math.round(size)) ?? 1.3 * size;
}
