/** Pages of a text: form feeds divide it; without any it is one page. */
import type { BlockPart, Page, Piece } from '../../model/document.ts';

/**
 * The pages of a text.
 * @returns at least one page; the pages cover the text without gaps. The form feed belongs to the page that it ends;
 * form feeds after the last word begin no page.
 */
export function pagesOf(text: string): readonly Page[] {
  const pages: Page[] = [];
  let start = 0;
  let feed = text.indexOf('\f');
  if (feed >= 0) {
    let last = text.length;
    while (last > 0 && text.charCodeAt(last - 1) <= 0x20) last--;
    while (feed >= 0 && feed < last) {
      pages.push({ page: pages.length + 1, label: null, start, end: feed + 1, legible: true });
      start = feed + 1;
      feed = text.indexOf('\f', start);
    }
  }
  pages.push({ page: pages.length + 1, label: null, start, end: text.length, legible: true });
  return pages;
}

/**
 * The parts of a block by page.
 * @param start offset of the block in the document
 * @param end offset after it
 * @param pieces its map; a part runs from its first character on the page to its last
 */
export function partsOf(
  start: number,
  end: number,
  pieces: readonly Piece[],
  pages: readonly Page[],
): readonly BlockPart[] {
  if (pages.length === 1) return [{ page: 1, start, end, box: null }];
  let index = pageAt(pages, start);
  const parts: BlockPart[] = [];
  let from = start;
  for (;;) {
    const page = pages[index];
    if (page === undefined || page.end >= end) {
      parts.push({ page: page?.page ?? pages.length, start: from, end, box: null });
      return parts;
    }
    const next = pieces.find((piece) => piece.start >= page.end)?.start ?? page.end;
    parts.push({ page: page.page, start: from, end: page.end - 1, box: null });
    from = Math.max(next, page.end);
    index = pageAt(pages, from);
  }
}

/** Index of the page that holds an offset. */
function pageAt(pages: readonly Page[], offset: number): number {
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pages[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
