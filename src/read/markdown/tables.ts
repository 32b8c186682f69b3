/** Pipe tables: rows of cells divided by `|`. */
import type { Span } from '../../model/document.ts';

/** Whether a line is the row of dashes under a table's head: `|---|:--:|`. */
export function isDelimiterRow(text: string, start: number, end: number): boolean {
  let bars = 0;
  let dashes = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7c) bars++;
    else if (code === 0x2d) dashes++;
    else if (code !== 0x3a && code !== 0x20 && code !== 0x09) return false;
  }
  return bars > 0 && dashes > 0;
}

/** Whether a line has a bar that divides cells. */
export function hasBar(text: string, start: number, end: number): boolean {
  // Only the line is searched: to search on to the next bar of the document would cost its length for every line.
  return text.slice(start, end).includes('|');
}

/**
 * The cells of a row, each with one segment that begins right after its bar. A bar after a backslash or inside a code
 * mark divides nothing.
 */
export function cellsOf(text: string, start: number, end: number): readonly (readonly Span[])[] {
  const cells: Span[][] = [];
  let from = text.charCodeAt(start) === 0x7c ? start + 1 : start;
  let inCode = false;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5c) i++;
    else if (code === 0x60) inCode = !inCode && text.slice(i + 1, end).includes('`');
    else if (code === 0x7c && !inCode) {
      cells.push([{ start: from, end: i }]);
      from = i + 1;
    }
  }
  if (text.slice(from, end).trim() !== '') cells.push([{ start: from, end }]);
  return cells;
}
