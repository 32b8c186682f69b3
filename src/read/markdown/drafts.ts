/** The lines of a Markdown document, gathered into headings, paragraphs, list items, table rows and notes. */
import type { BlockRole, Span } from '../../model/document.ts';
import type { Draft } from '../flow/draft.ts';
import { newDraft, newRow } from '../flow/draft.ts';
import { endsClause, endsSentence } from '../flow/line-ends.ts';
import { ListLevels } from '../flow/lists.ts';
import type { Marker } from '../flow/markers.ts';
import { readMarker } from '../flow/markers.ts';
import { isContentsEntry, ruleCharacter } from '../flow/titles.ts';
import { withoutFurniture } from '../text/furniture.ts';
import type { Line } from '../text/lines.ts';
import { linesOf } from '../text/lines.ts';
import { beginsHtml, draftHtml, htmlEnd, newHtmlState } from './html.ts';
import { headingMarker, isFence, markedHeading, unmarked, unquoted, wrappedBullet } from './line-marks.ts';
import { normalLabel } from './links.ts';
import { cellsOf, hasBar, isDelimiterRow } from './tables.ts';

/** What the block scan gives. */
export interface MarkdownDrafts {
  readonly drafts: readonly Draft[];
  /** Labels of link definitions, as `normalLabel` writes them. */
  readonly references: ReadonlySet<string>;
}

const DEFINITION = /\[(\^?)([^\]\n]{1,300})\]:[ \t]*/y;
const TASK = /\[[ xX]\][ \t]+/y;

/**
 * Scans the blocks of Markdown.
 * @param text the document's text
 * @param from where its front matter ends
 */
export function draftMarkdown(text: string, from: number): MarkdownDrafts {
  return new BlockScan(text, from).scan();
}

/** One pass over the lines. */
class BlockScan {
  readonly #text: string;
  readonly #lines: readonly Line[];
  readonly #furniture: ReadonlySet<number>;
  readonly #drafts: Draft[] = [];
  readonly #references = new Set<string>();
  readonly #lists = new ListLevels();
  readonly #html = newHtmlState();
  /** The paragraph, item or note that the next line may go on with. */
  #open: Draft | null = null;
  #quoteDepth = 0;

  constructor(text: string, from: number) {
    this.#text = text;
    const lines = linesOf(text);
    let first = 0;
    while ((lines[first]?.start ?? text.length) < from) first++;
    const body = first === 0 ? lines : lines.slice(first);
    const parted = withoutFurniture(text, body, (line) => unmarked(text, line));
    this.#lines = parted.lines;
    this.#furniture = parted.furniture;
  }

  scan(): MarkdownDrafts {
    for (let i = 0; i < this.#lines.length; i = this.#block(i));
    return { drafts: this.#drafts, references: this.#references };
  }

  /** Takes up the line at an index, and perhaps some after it; gives the index to go on from. */
  #block(index: number): number {
    const text = this.#text;
    const whole = this.#lines[index];
    if (whole === undefined) return index + 1;
    if (whole.afterBlank) this.#open = null;
    if (this.#furniture.has(unmarked(text, whole).start)) return this.#setApart(newDraft('furniture'), whole, index);
    const line = this.#quoted(whole);
    if (line === null) return index + 1;
    const { start, end } = line;
    const code = text.charCodeAt(start);
    if ((code === 0x60 || code === 0x7e) && isFence(text, start, end)) return this.#fence(index, start);
    if (code === 0x23) {
      const heading = this.#heading(line);
      if (heading) return index + 1;
    }
    const rule = ruleCharacter(text, start, end);
    if (this.#underlines(line, code)) return index + 1;
    if (rule === '-' || rule === '_' || rule === '=' || (rule === '*' && !text.startsWith('****', start))) {
      this.#open = null;
      return index + 1;
    }
    if (beginsHtml(text, start)) return this.#htmlFrom(index, start);
    if (code === 0x5b && this.#definition(line)) return index + 1;
    const next = this.#lines[index + 1];
    if (
      next !== undefined &&
      !next.afterBlank &&
      hasBar(text, start, end) &&
      isDelimiterRow(text, next.start, next.end)
    ) {
      return this.#table(index);
    }
    if (isContentsEntry(text, start, end)) return this.#setApart(newDraft('paragraph'), line, index, 'contents');
    this.#textLine(line, this.#lines[index - 1]);
    return index + 1;
  }

  #begin(draft: Draft): void {
    this.#drafts.push(draft);
    this.#open = draft;
  }

  /** The line without its marks of quotation; null where nothing else is on it. */
  #quoted(line: Line): Line | null {
    const { depth, line: inner } = unquoted(this.#text, line);
    if (depth !== this.#quoteDepth && (depth > 0 || line.afterBlank || this.#open === null)) {
      this.#quoteDepth = depth;
      this.#open = null;
      this.#lists.clear();
    }
    if (depth === 0) return line;
    if (inner.start >= inner.end) {
      this.#open = null;
      return null;
    }
    return inner;
  }

  /** A line that goes on with nothing. */
  #setApart(draft: Draft, line: Line, index: number, role?: BlockRole): number {
    if (role !== undefined) draft.role = role;
    draft.segments.push({ start: line.start, end: line.end });
    this.#drafts.push(draft);
    this.#open = null;
    return index + 1;
  }

  /** Code is no text: the fence and what is in it give no block. */
  #fence(index: number, start: number): number {
    const text = this.#text;
    const mark = text.charAt(start);
    let length = 0;
    while (text.charAt(start + length) === mark) length++;
    this.#open = null;
    for (let i = index + 1; i < this.#lines.length; i++) {
      const line = this.#lines[i];
      if (line === undefined) break;
      const printed = text.slice(line.start, line.end);
      if (printed.length >= length && printed === mark.repeat(printed.length)) return i + 1;
    }
    return this.#lines.length;
  }

  #heading(line: Line): boolean {
    const heading = markedHeading(this.#text, line);
    if (heading === null) return false;
    const { level, start, end } = heading;
    this.#lists.clear();
    this.#open = null;
    if (end <= start) return true;
    const marker = headingMarker(this.#text, start, end);
    const draft = newDraft('heading', level, marker?.text ?? null);
    draft.segments.push({ start: marker?.end ?? start, end });
    this.#drafts.push(draft);
    return true;
  }

  /** Whether the line underlines a short paragraph and so makes it a heading. */
  #underlines(line: Line, code: number): boolean {
    if (code !== 0x3d && code !== 0x2d) return false;
    if (line.afterBlank || this.#open?.kind !== 'paragraph' || line.end - line.start < 2) return false;
    for (let i = line.start; i < line.end; i++) if (this.#text.charCodeAt(i) !== code) return false;
    const draft = this.#open;
    const last = draft.segments.at(-1);
    const first = draft.segments[0];
    if (first === undefined || last === undefined || draft.segments.length > 2 || last.end - first.start > 200)
      return false;
    const marker = draft.marker === null ? headingMarker(this.#text, first.start, first.end) : null;
    if (marker !== null) draft.segments[0] = { start: marker.end, end: first.end };
    draft.kind = 'heading';
    draft.level = code === 0x3d ? 1 : 2;
    draft.marker ??= marker?.text ?? null;
    this.#open = null;
    this.#lists.clear();
    return true;
  }

  #htmlFrom(index: number, start: number): number {
    const end = htmlEnd(this.#text, start);
    this.#drafts.push(...draftHtml(this.#text, start, end, this.#html));
    this.#open = null;
    let next = index + 1;
    while ((this.#lines[next]?.start ?? Number.POSITIVE_INFINITY) < end) next++;
    return next;
  }

  /** Link definitions are no text; footnotes are notes. */
  #definition(line: Line): boolean {
    DEFINITION.lastIndex = line.start;
    const match = DEFINITION.exec(this.#text);
    if (match === null) return false;
    const [printed, caret, label] = match;
    if (caret === '^') {
      const note = newDraft('note', 1, label ?? null);
      const start = line.start + printed.length;
      if (start < line.end) note.segments.push({ start, end: line.end });
      this.#begin(note);
    } else {
      this.#references.add(normalLabel(label ?? ''));
      this.#open = null;
    }
    return true;
  }

  #table(index: number): number {
    const head = this.#lines[index];
    if (head === undefined) return index + 1;
    const header = newRow(cellsOf(this.#text, head.start, head.end), null);
    this.#drafts.push(header);
    this.#open = null;
    let next = index + 2;
    for (; next < this.#lines.length; next++) {
      const line = this.#lines[next];
      if (line === undefined || line.afterBlank || !hasBar(this.#text, line.start, line.end)) break;
      this.#drafts.push(newRow(cellsOf(this.#text, line.start, line.end), header));
    }
    return next;
  }

  /** A line of a paragraph or item, or the first of one. */
  #textLine(line: Line, last: Line | undefined): void {
    const text = this.#text;
    const wrapped = wrappedBullet(text, line);
    const marker = wrapped?.marker ?? this.#marker(line, last);
    if (marker !== null) {
      this.#item(line, marker, wrapped?.marks ?? null);
    } else if (this.#open !== null) {
      this.#open.segments.push({ start: line.start, end: line.end });
    } else {
      this.#lists.leave(line.indent);
      const section = headingMarker(text, line.start, line.end);
      const isNumbered = section?.style === 'section' && section.sure;
      const kind = this.#lists.isOpen ? 'item' : 'paragraph';
      const draft = newDraft(kind, Math.max(this.#lists.depth, 1), isNumbered ? section.text : null);
      draft.segments.push({ start: isNumbered ? section.end : line.start, end: line.end });
      this.#begin(draft);
    }
    if (this.#open?.kind === 'item' && text.charCodeAt(line.end - 1) === 0x3a) this.#lists.lead();
  }

  #item(line: Line, marker: Marker, marks: Span | null): void {
    const text = this.#text;
    const level = this.#lists.enter(marker, line.indent);
    const draft = newDraft('item', level, marker.text);
    let { end: start } = marker;
    TASK.lastIndex = start;
    const task = TASK.exec(text);
    if (task !== null) start += task[0].length;
    // `- • text`: the second bullet is the converter's.
    const inner = marker.style === 'bullet' ? readMarker(text, start, line.end) : null;
    if (inner?.style === 'bullet' && inner.sure) start = inner.end;
    if (marks !== null) draft.segments.push(marks);
    draft.segments.push({ start, end: line.end });
    this.#begin(draft);
  }

  /** The marker that makes the line an item, or null. */
  #marker(line: Line, last: Line | undefined): Marker | null {
    const text = this.#text;
    const marker = readMarker(text, line.start, line.end);
    if (marker === null || marker.style === 'section') return null;
    if (marker.style === 'bullet') return marker.sure || this.#opensWithDash(marker, last) ? marker : null;
    if (this.#open === null) {
      const isLetter = marker.style === 'letter' && !marker.sure;
      return isLetter && marker.value !== 1 && !this.#lists.expects(marker) ? null : marker;
    }
    if (this.#lists.expects(marker)) return marker;
    const isAfterEnd = last !== undefined && (endsSentence(text, last.end) || endsClause(text, last.end));
    // `1.` again and again: Markdown counts for the writer.
    if (this.#open.kind === 'item' && (marker.sure || this.#open.marker === marker.text)) return marker;
    return marker.value === 1 && (marker.sure || isAfterEnd) ? marker : null;
  }

  /** Whether a dash at the beginning of a line is a bullet rather than the second dash of an aside. */
  #opensWithDash(marker: Marker, last: Line | undefined): boolean {
    if (this.#open !== null && this.#open.kind !== 'item') return false;
    if (last === undefined || this.#lists.expects(marker)) return true;
    return endsSentence(this.#text, last.end) || endsClause(this.#text, last.end);
  }
}
