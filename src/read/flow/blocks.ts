/** Drafts become blocks: their text cleaned, mapped to the document and divided by page. */
import type { Block, Page, Span } from '../../model/document.ts';
import { CleanText } from './clean.ts';
import { withContents } from './contents.ts';
import type { Draft } from './draft.ts';
import type { Hyphens } from './hyphens.ts';
import { withLegends } from './legends.ts';
import { partsOf } from './pages.ts';
import { addSpacedOut, hasSpacedOut } from './spaced-out.ts';

/** Adds the text of lines to a clean text. Plain text and Markdown have one each. */
export type AddLines = (clean: CleanText, segments: readonly Span[]) => void;

/** The stretches of lines that are struck out, marks not included. */
export type StruckIn = (segments: readonly Span[]) => readonly Span[];

/** The way to add lines of plain text: a line break becomes a space, a divided word is made whole. */
export function plainLines(text: string, hyphens: Hyphens): AddLines {
  const isSpacedOut = hasSpacedOut(text);
  return (clean, segments) => {
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i];
      if (segment === undefined) continue;
      const next = segments[i + 1];
      const division = next === undefined ? 'none' : hyphens.divide(segment.end, next.start);
      const end = division === 'joined' ? segment.end - 1 : segment.end;
      if (isSpacedOut) addSpacedOut(clean, text, segment.start, end);
      else clean.add(segment.start, end);
      if (next !== undefined && division === 'none') clean.space(breakAfter(text, segment.end));
    }
  };
}

/**
 * Blocks of drafts, in order. Drafts without any text left are dropped.
 * @param text the document's text
 * @param pages its pages
 * @param addLines how the text of lines is cleaned
 * @param struckIn where words in lines are struck out; each stretch is a block of its own
 */
export function toBlocks(
  text: string,
  drafts: readonly Draft[],
  pages: readonly Page[],
  addLines: AddLines,
  struckIn?: StruckIn,
): Block[] {
  const blocks: Block[] = [];
  const headers = new Map<Draft, readonly string[]>();
  for (const draft of drafts) {
    const clean = new CleanText(text);
    if (draft.cells === null) addLines(clean, draft.segments);
    else addCells(clean, draft.cells, addLines);
    const cleaned = clean.finish();
    const struck = struckIn === undefined ? [] : struckBlocks(text, draft, pages, addLines, struckIn);
    if (cleaned === null) {
      for (const stretch of struck) blocks.push(stretch);
      continue;
    }
    const { start, end, pieces } = cleaned;
    for (const stretch of struck) if (stretch.start < start) blocks.push(stretch);
    blocks.push({
      kind: draft.kind,
      ...(draft.role === undefined ? {} : { role: draft.role }),
      level: draft.level,
      start,
      end,
      text: cleaned.text,
      pieces,
      parts: partsOf(start, end, pieces, pages),
      marker: draft.marker,
      header: draft.header === null ? null : headerOf(text, draft.header, headers, addLines),
    });
    for (const stretch of struck) if (stretch.start > start) blocks.push(stretch);
  }
  return withContents(withLegends(blocks));
}

/** The struck words of a draft, a block for each stretch: their places lie within the place of the draft's own block. */
function struckBlocks(
  text: string,
  draft: Draft,
  pages: readonly Page[],
  addLines: AddLines,
  struckIn: StruckIn,
): Block[] {
  const lines = draft.cells === null ? [draft.segments] : draft.cells;
  return lines.flatMap((segments) =>
    struckIn(segments).flatMap((stretch) => {
      const clean = new CleanText(text);
      const within = segments
        .map(({ start, end }) => ({ start: Math.max(start, stretch.start), end: Math.min(end, stretch.end) }))
        .filter(({ start, end }) => start < end);
      addLines(clean, within);
      const cleaned = clean.finish();
      if (cleaned === null) return [];
      const { start, end, pieces } = cleaned;
      const parts = partsOf(start, end, pieces, pages);
      const role = 'struck' as const;
      return [
        {
          kind: 'paragraph' as const,
          role,
          level: 1,
          start,
          end,
          text: cleaned.text,
          pieces,
          parts,
          marker: null,
          header: null,
        },
      ];
    }),
  );
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
