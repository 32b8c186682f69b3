/** The lines of a plain text, gathered into paragraphs, list items and furniture. */
import type { Draft } from '../flow/draft.ts';
import { newDraft } from '../flow/draft.ts';
import { findFurniture } from '../flow/furniture.ts';
import { endsClause, endsSentence } from '../flow/line-ends.ts';
import { ListLevels } from '../flow/lists.ts';
import type { Marker } from '../flow/markers.ts';
import { readMarker } from '../flow/markers.ts';
import { isContentsEntry, ruleCharacter } from '../flow/titles.ts';
import type { Line } from './lines.ts';
import { linesOf } from './lines.ts';
import { findTimestamps } from './timestamps.ts';
import type { Wrapping } from './wrapping.ts';
import { breaksBetween, wrappingOf } from './wrapping.ts';

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
  const every = linesOf(text);
  const furniture = findFurniture(text, every);
  const lines = findTimestamps(text, every);
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
    const rule = ruleCharacter(text, line.start, line.end);
    if (rule !== '') {
      if (open !== null && !line.afterBlank && isUnderlined(open, line)) open.underline = rule;
      open = null;
      afterBlank = true;
      continue;
    }
    if (isContentsEntry(text, line.start, line.end)) {
      drafts.push(start('furniture', line, null, afterBlank));
      open = null;
      continue;
    }
    const goesOn = open !== null && !afterBlank && !breaksBetween(text, lines, i - 1, wrapping);
    const marker = acceptedMarker(text, line, goesOn ? lines[i - 1] : undefined, lists);
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
  const draft = newDraft(kind, level, mark?.text ?? null);
  draft.segments.push({ start: mark?.end ?? line.start, end: line.end });
  return { ...draft, indent: line.indent, afterBlank, underline: '', mark };
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
 * @param last the line that this one may go on from
 */
function acceptedMarker(text: string, line: Line, last: Line | undefined, lists: ListLevels): Marker | null {
  const marker = readMarker(text, line.start, line.end);
  if (marker === null) return null;
  if (last === undefined) {
    // A single small letter and a point after a blank line: only where it begins or continues a list.
    const isLetter = marker.style === 'letter' && !marker.sure;
    return isLetter && marker.value !== 1 && !lists.expects(marker) ? null : marker;
  }
  if (marker.style === 'section') return null;
  if (marker.style === 'bullet') return marker.sure ? marker : null;
  const isFirst = marker.value === 1 && (marker.sure || endsSentence(text, last.end) || endsClause(text, last.end));
  return isFirst || lists.expects(marker) ? marker : null;
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
