/** The text of a tagged block → its lines, column by column. */

import type { Run } from '../glyphs/run.ts';
import { findSegments, type Line, type Segment } from '../page/lines.ts';
import { findLines } from '../page/paragraphs.ts';

/** The lines of runs that belong to one block; a block may go on at the top of the next column. */
export function blockLines(runs: readonly Run[]): Line[] {
  const columns: { segments: Segment[]; x0: number; x1: number; bottom: number }[] = [];
  for (const segment of findSegments(runs)) {
    const open = columns.at(-1);
    const beside = open !== undefined && (segment.x0 >= open.x1 || segment.x1 <= open.x0);
    if (open === undefined || (beside && segment.bottom > open.bottom + 1.5 * segment.size)) {
      columns.push({ segments: [segment], x0: segment.x0, x1: segment.x1, bottom: segment.bottom });
      continue;
    }
    open.segments.push(segment);
    open.x0 = Math.min(open.x0, segment.x0);
    open.x1 = Math.max(open.x1, segment.x1);
    open.bottom = Math.min(open.bottom, segment.bottom);
  }
  return columns.flatMap(({ segments }) => findLines(segments));
}
