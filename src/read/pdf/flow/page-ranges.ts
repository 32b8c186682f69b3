/** Where the text of each page stands in the text of the document. */
import type { Block } from '../../../model/document.ts';

/**
 * Where each page's text begins and ends; a page without text has an empty range behind the page before it.
 * @param printedAt where each block begins in print, its number included
 * @param count the number of pages
 */
export function rangesOf(
  blocks: readonly Block[],
  printedAt: readonly number[],
  count: number,
): { start: number; end: number }[] {
  const ranges: ({ start: number; end: number } | undefined)[] = new Array(count);
  blocks.forEach((block, b) => {
    block.parts.forEach((part, k) => {
      const range = ranges[part.page - 1];
      if (range === undefined)
        ranges[part.page - 1] = { start: k === 0 ? (printedAt[b] ?? part.start) : part.start, end: part.end };
      else range.end = Math.max(range.end, part.end);
    });
  });
  let last = 0;
  return Array.from(ranges, (range) => {
    const own = range ?? { start: last, end: last };
    last = own.end;
    return own;
  });
}
