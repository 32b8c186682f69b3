/** How high rows have to be for texts that wrap: not every program looks for itself when it opens a workbook. */
import type { Cell, Look } from './cell.ts';

/** Height of a line of the body font, in points. */
export const LINE = 15;
/** Rows are no higher than 409 points. */
const MOST_LINES = 27;
/** Characters of East Asian scripts take the room of two. */
const WIDE = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

const WRAPPING: ReadonlySet<Look> = new Set<Look>(['wrapped', 'quiet', 'remark', 'day']);
/** Looks of larger letters. */
const HEIGHTS: Readonly<Partial<Record<Look, number>>> = { title: 28, heading: 22, head: 20 };

/** The height of a row in points. @param shape with the widths of its columns in characters */
export function heightOf(cells: readonly (Cell | null)[], { widths }: { readonly widths: readonly number[] }): number {
  let lines = 1;
  let least = LINE;
  for (const [index, cell] of cells.entries()) {
    if (cell === null) continue;
    least = Math.max(least, HEIGHTS[cell.look] ?? LINE);
    if (WRAPPING.has(cell.look) && typeof cell.value === 'string')
      lines = Math.max(lines, linesOf(cell.value, widths[index] ?? 10));
  }
  return Math.max(least, Math.min(lines, MOST_LINES) * LINE);
}

/** Lines of a text, a little room left as words do not fill them. */
function linesOf(text: string, width: number): number {
  if (text.length < width) return 1;
  const length = text.length + (text.match(WIDE)?.length ?? 0);
  return Math.ceil(length / (width - 2));
}
