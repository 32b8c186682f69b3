/** The lines of a plain text, gathered into paragraphs, list items and furniture. */
import type { Draft } from '../flow/draft.ts';
import { endsClause, endsSentence } from '../flow/line-ends.ts';
import { ListLevels } from '../flow/lists.ts';
import type { Marker } from '../flow/markers.ts';
import { follows, readAfter, readMarker } from '../flow/markers.ts';
import { isContentsEntry, ruleCharacter } from '../flow/titles.ts';
import { inColumns } from './columns.ts';
import { contentsLines } from './contents.ts';
import { withoutFurniture } from './furniture.ts';
import type { Line } from './lines.ts';
import { linesOf } from './lines.ts';
import { withoutQuoteMarks } from './quotes.ts';
import { rowsOf } from './tables.ts';
import { findTimestamps } from './timestamps.ts';
import type { Wrapping } from './wrapping.ts';
import { breaksBetween, wrappingOf } from './wrapping.ts';

/** The first item of a list has no more lines than this. */
const LONGEST_ITEM = 15;

/** A draft of plain text, with what later steps ask about its place. */
export interface TextDraft extends Draft {
  /** Column of its first line. */
  readonly indent: number;
  /** Whether blank lines stand before it. */
  readonly afterBlank: boolean;
  /** The character that underlines it (`=`, `-`, …), or an empty string. */
  underline: string;
  /** The marker read at its beginning. */
  readonly mark: Marker | null;
}

/** The paragraphs, items and furniture of a text, in order. Headings are still paragraphs or items. */
export function draftText(text: string): TextDraft[] {
  const { lines: every, furniture } = withoutFurniture(text, withoutQuoteMarks(text, linesOf(text)));
  const lines = inColumns(text, findTimestamps(text, every), ({ start: at }) => furniture.has(at));
  const contents = contentsLines(text, lines, furniture);
  const rows = rowsOf(text, lines);
  let header: TextDraft | null = null;
  const markers = lines.map((line) => readMarker(text, line.start, line.end));
  const wrapping = wrappingOf(text, lines);
  const lists = new ListLevels();
  const drafts: TextDraft[] = [];
  let open: TextDraft | null = null;
  let afterBlank = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    afterBlank ||= line.afterBlank;
    if (furniture.has(line.start)) {
      drafts.push(start('furniture', line, null, afterBlank));
      open = null;
      continue;
    }
    const row = rows.get(i);
    if (row !== undefined) {
      if (afterBlank) header = null;
      const draft: TextDraft = { ...start('cell', line, null, afterBlank), segments: [], cells: row.cells, header };
      drafts.push(draft);
      header = row.isHead ? draft : header;
      open = null;
      lists.clear();
      i = row.end - 1;
      afterBlank = false;
      continue;
    }
    header = null;
    const rule = ruleCharacter(text, line.start, line.end);
    if (rule !== '') {
      if (open !== null && !line.afterBlank && isUnderlined(open, line)) open.underline = rule;
      open = null;
      afterBlank = true;
      continue;
    }
    if (contents.has(line.start) || isContentsEntry(text, line.start, line.end)) {
      drafts.push({ ...start('paragraph', line, null, afterBlank), role: 'contents' });
      open = null;
      continue;
    }
    const goesOn =
      open !== null && !afterBlank && !breaksBetween(text, lines, i - 1, wrapping, open.segments.length === 1);
    const marker = acceptedMarker(text, lines, markers, i, goesOn, lists);
    if (marker !== null) {
      open = startItem(line, marker, afterBlank, lists);
      drafts.push(open);
    } else if (open !== null && (goesOn || isInside(open, line, lines[i - 1], afterBlank, wrapping))) {
      open.segments.push({ start: line.start, end: line.end });
    } else {
      open = startParagraph(line, afterBlank, lists);
      drafts.push(open);
    }
    if (text.charCodeAt(line.end - 1) === 0x3a && open.kind === 'item') lists.lead();
    afterBlank = false;
  }
  return drafts;
}

function start(kind: Draft['kind'], line: Line, mark: Marker | null, afterBlank: boolean, level = 1): TextDraft {
  const segments = [{ start: mark?.end ?? line.start, end: line.end }];
  const { indent } = line;
  const marker = mark?.text ?? null;
  return { kind, level, marker, segments, cells: null, header: null, indent, afterBlank, underline: '', mark };
}

function startItem(line: Line, marker: Marker, afterBlank: boolean, lists: ListLevels): TextDraft {
  if (marker.style === 'section') {
    lists.clear();
    return start('paragraph', line, marker, afterBlank);
  }
  return start('item', line, marker, afterBlank, lists.enter(marker, line.indent));
}

/** A paragraph; inside an open item, where it is indented deeper than the item's marker, it goes on as that item. */
function startParagraph(line: Line, afterBlank: boolean, lists: ListLevels): TextDraft {
  lists.leave(line.indent);
  return lists.isOpen ? start('item', line, null, afterBlank, lists.depth) : start('paragraph', line, null, afterBlank);
}

/**
 * The line's marker, unless the line goes on with a sentence that merely has a number or dash at this place.
 * @param goesOn whether the line before stops where this line can go on
 */
function acceptedMarker(
  text: string,
  lines: readonly Line[],
  markers: readonly (Marker | null)[],
  index: number,
  goesOn: boolean,
  lists: ListLevels,
): Marker | null {
  const last = lines[index - 1];
  const marker = markers[index] ?? null;
  if (marker === null) return null;
  if (!goesOn || last === undefined) {
    // A single small letter and a point after a blank line: only where it begins or continues a list.
    const isLetter = marker.style === 'letter' && !marker.sure;
    return isLetter && marker.value !== 1 && !lists.expects(marker) ? null : marker;
  }
  if (marker.style === 'section') return null;
  if (marker.style === 'bullet') return marker.sure ? marker : null;
  if (lists.expects(marker)) return marker;
  if (marker.value !== 1) return null;
  const isAfterEnd = endsSentence(text, last.end) || endsClause(text, last.end);
  return isAfterEnd || hasSuccessor(markers, index, marker) ? marker : null;
}

/** Whether one of the next lines begins with the marker that follows this one. */
function hasSuccessor(markers: readonly (Marker | null)[], index: number, marker: Marker): boolean {
  return markers.slice(index + 1, index + 1 + LONGEST_ITEM).some((next) => {
    return next !== null && follows(readAfter(next, marker), marker);
  });
}

/** Whether a line that starts afresh still belongs to the open item, because it stands under the item's text. */
function isInside(
  open: TextDraft,
  line: Line,
  last: Line | undefined,
  afterBlank: boolean,
  wrapping: Wrapping,
): boolean {
  if (open.kind !== 'item' || afterBlank || wrapping.isUnwrapped || last === undefined) return false;
  return open.mark !== null && line.indent > open.indent && open.segments.length === 1;
}

/** Whether a rule stands directly under a line and is about as long: then it makes a heading of it. */
function isUnderlined(open: TextDraft, rule: Line): boolean {
  const first = open.segments[0];
  const last = open.segments.at(-1);
  if (first === undefined || last === undefined || open.segments.length > 2) return false;
  const printed = last.end - (open.mark?.start ?? last.start);
  const width = rule.end - rule.start;
  return printed <= 120 && width >= Math.min(printed * 0.6, printed - 8) && width <= printed + 20;
}
