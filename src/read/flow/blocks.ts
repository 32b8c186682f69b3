/** Drafts become blocks: their text cleaned, mapped to the document and divided by page. */
import type { Block, Page, Span } from '../../model/document.ts';
import { CleanText } from './clean.ts';
import type { Draft } from './draft.ts';
import type { Hyphens } from './hyphens.ts';
import { withLegends } from './legends.ts';
import { partsOf } from './pages.ts';

/** Adds the text of lines to a clean text. Plain text and Markdown have one each. */
export type AddLines = (clean: CleanText, segments: readonly Span[]) => void;

/** The way to add lines of plain text: a line break becomes a space, a divided word is made whole. */
export function plainLines(text: string, hyphens: Hyphens): AddLines {
  return (clean, segments) => {
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i];
      if (segment === undefined) continue;
      const next = segments[i + 1];
      const division = next === undefined ? 'none' : hyphens.divide(segment.end, next.start);
      clean.add(segment.start, division === 'joined' ? segment.end - 1 : segment.end);
      if (next !== undefined && division === 'none') clean.space(breakAfter(text, segment.end));
    }
  };
}

/**
 * Blocks of drafts, in order. Drafts without any text left are dropped.
 * @param text the document's text
 * @param pages its pages
 * @param addLines how the text of lines is cleaned
 */
export function toBlocks(text: string, drafts: readonly Draft[], pages: readonly Page[], addLines: AddLines): Block[] {
  const blocks: Block[] = [];
  const headers = new Map<Draft, readonly string[]>();
  for (const draft of drafts) {
    const clean = new CleanText(text);
    if (draft.cells === null) addLines(clean, draft.segments);
    else addCells(clean, draft.cells, addLines);
    const cleaned = clean.finish();
    if (cleaned === null) continue;
    const { start, end, pieces } = cleaned;
    blocks.push({
      kind: draft.kind,
      level: draft.level,
      start,
      end,
      text: cleaned.text,
      pieces,
      parts: partsOf(start, end, pieces, pages),
      marker: draft.marker,
      header: draft.header === null ? null : headerOf(text, draft.header, headers, addLines),
    });
  }
  return withLegends(blocks);
}

/** The offset of the line break that follows a line's last character, spaces before it passed over. */
function breakAfter(text: string, end: number): number {
  return end < text.length ? end : end - 1;
}

function addCells(clean: CleanText, cells: readonly (readonly Span[])[], addLines: AddLines): void {
  cells.forEach((segments, column) => {
    // A cell's first segment begins right after the bar, or the tag, that opens it.
    const first = segments[0];
    if (column > 0 && first !== undefined) clean.bar(first.start - 1);
    addLines(clean, segments);
  });
}

/** The cells of a header row, an empty string where one has no text. */
function headerOf(
  text: string,
  header: Draft,
  known: Map<Draft, readonly string[]>,
  addLines: AddLines,
): readonly string[] {
  const done = known.get(header);
  if (done !== undefined) return done;
  const names = (header.cells ?? []).map((segments) => {
    const clean = new CleanText(text);
    addLines(clean, segments);
    return clean.finish()?.text ?? '';
  });
  known.set(header, names);
  return names;
}
