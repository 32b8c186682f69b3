/** The body of an OpenDocument text → its passages in reading order: headings, paragraphs, items, rows, boxes and notes. */
import type { Passage } from '../flow/passages.ts';
import { passage } from '../flow/passages.ts';
import { MOST_SHARED } from '../flow/shared-cells.ts';
import { isClause } from '../packed/headings.ts';
import type { Cell, Row, Words } from '../packed/table.ts';
import { isLayout, MOST_COLUMNS, struckPassages, tablePassages } from '../packed/table.ts';
import type { XmlElement } from '../packed/xml.ts';
import { child, children, textBelow } from '../packed/xml.ts';
import type { Story } from './line.ts';
import { boxesIn, changeOver, markOf, readLine } from './line.ts';
import type { ListStyles } from './numbering.ts';
import { Count, numberIn, OUTLINE } from './numbering.ts';

/** A paragraph with a number of tables or figures and more characters than this is no caption. */
const LONGEST_CAPTION = 400;
/** Elements that hold paragraphs and say nothing of them. */
const WRAPPERS = /^(?:office:text|text:section|text:list-header|text:index-body|text:bibliography|draw:text-box)$/;
const INDEXES =
  /^text:(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|index-title)$/;

/** A place of a row that a cell from above covers. */
const COVERED: Cell = { text: '', struck: [], isBold: false, column: 0, width: 1, isShaded: false, isContinued: true };

/** Where in a list a paragraph stands. */
interface Place {
  readonly count: Count;
  readonly style: string;
  /** From 1. */
  readonly level: number;
  /** The number of the item where the document gives it. */
  readonly start: number | null;
  /** Whether the item has been counted; and its number until a paragraph that is not empty has it. */
  isCounted: boolean;
  waiting: string | null;
}

/** Reads the parts of a document that hold paragraphs. */
export class OpenTextReader {
  readonly passages: Passage[] = [];
  readonly #story: Story;
  readonly #lists: ListStyles;
  readonly #outline: Count;
  /** The last list of each style, and all that have a name. */
  readonly #counts: Map<string, Count>;
  readonly #footnotes: XmlElement[] = [];
  readonly #endnotes: XmlElement[] = [];
  readonly #isBody: boolean;
  #contents = 0;

  /** @param body the reader of the body, for what stands in a cell or a note: its lists and headings count on there */
  constructor(story: Story, lists: ListStyles, body?: OpenTextReader) {
    this.#isBody = body === undefined;
    this.#story = story;
    this.#lists = lists;
    this.#outline = body === undefined ? new Count(lists) : body.#outline;
    this.#counts = body === undefined ? new Map() : body.#counts;
  }

  /** Reads what stands in an element: paragraphs, lists, tables, and what wraps them. */
  read(element: XmlElement, place: Place | null = null): void {
    for (const each of children(element)) {
      const { name } = each;
      if (name === 'text:p' || name === 'text:h') this.#paragraph(each, place);
      else if (name === 'text:list') this.#list(each, place);
      else if (name === 'text:numbered-paragraph') this.#numbered(each);
      else if (name === 'text:change-start' || name === 'text:change-end') changeOver(each, this.#story);
      else if (name === 'table:table') this.#table(each);
      else if (INDEXES.test(name)) {
        this.#contents++;
        this.read(each);
        this.#contents--;
      } else if (name.startsWith('draw:') && name !== 'draw:text-box') for (const box of boxesIn(each)) this.read(box);
      else if (WRAPPERS.test(name) && each.attributes['text:display'] !== 'none') this.read(each, place);
    }
  }

  /** Takes what the whole body is needed to know: which short paragraphs are in large type, and so are headings. */
  endBody(): void {
    this.#story.sizes.setApart(this.passages);
  }

  /** Reads the notes that were referred to: footnotes, then endnotes. */
  readNotes(): void {
    for (const notes of [this.#footnotes, this.#endnotes]) {
      // Notes may be found in notes.
      for (let k = 0; k < notes.length; k++) {
        const note = notes[k];
        const body = child(note, 'text:note-body');
        if (note === undefined || body === undefined) continue;
        const { text, struck } = this.#words(body);
        this.passages.push(passage('note', text, { marker: markOf(note) }));
        for (const one of struckPassages(struck)) this.passages.push(one);
      }
    }
  }

  #paragraph(element: XmlElement, place: Place | null): void {
    const style = this.#story.styles.get('paragraph', element.attributes['text:style-name']);
    const { text, characters, bold, smallest, struck, boxes, notes, isCaption } = readLine(element, style, this.#story);
    this.#refer(notes);
    const marker = this.#markerOf(element, style.list, place, text.trim() === '');
    const isBold = characters > 0 && bold === characters;
    divided(text).forEach((part, index) => {
      const own = index === 0 ? marker : null;
      if (this.#isBody && place === null && index === 0) this.#story.sizes.mark(this.passages.length, smallest);
      const isCaptionToo = isCaption && part.length <= LONGEST_CAPTION;
      if (this.#contents > 0 || style.isContents) this.passages.push(passage('paragraph', part, { role: 'contents' }));
      else if (style.isCaption || isCaptionToo)
        this.passages.push(passage('paragraph', part, { role: 'caption', marker: own }));
      else if (element.name === 'text:h' && !isClause(part))
        this.passages.push(passage('heading', part, { level: levelOf(element), marker: own }));
      else if (style.isTitle && !isClause(part)) this.passages.push(passage('heading', part, { marker: own }));
      // `2.1` numbers a paragraph, `(a)` an item.
      else if (place === null || (own !== null && /^\w{1,4}(?:\.\w{1,4})+\.?$/.test(own)))
        this.passages.push(passage('paragraph', part, { marker: own, isBold }));
      else this.passages.push(passage('item', part, { level: place.level, marker: own, isBold }));
    });
    for (const one of struckPassages(struck)) this.passages.push(one);
    for (const box of boxes) this.read(box);
  }

  /** What is counted out before a paragraph: the number of its item, or of its heading. */
  #markerOf(element: XmlElement, list: string | null, place: Place | null, isEmpty: boolean): string | null {
    const { attributes } = element;
    if (place !== null) {
      if (!place.isCounted) place.waiting = place.count.next(place.style, place.level, place.start);
      place.isCounted = true;
      const marker = place.waiting;
      if (!isEmpty) place.waiting = null;
      return marker;
    }
    if (element.name !== 'text:h' || attributes['text:is-list-header'] === 'true') return null;
    const start =
      attributes['text:restart-numbering'] === 'true' ? (numberIn(attributes['text:start-value']) ?? 1) : null;
    return this.#outline.next(list ?? OUTLINE, numberIn(attributes['text:outline-level']) ?? 1, start);
  }

  #list(list: XmlElement, around: Place | null): void {
    const { attributes } = list;
    const style = attributes['text:style-name'] ?? around?.style ?? '';
    const level = (around?.level ?? 0) + 1;
    const count = around?.count ?? this.#countOf(list, style);
    const id = attributes['xml:id'];
    if (id !== undefined) this.#counts.set(`#${id}`, count);
    this.#counts.set(style, count);
    for (const item of children(list)) {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') continue;
      const start = numberIn(item.attributes['text:start-value']);
      this.read(item, { count, style, level, start, isCounted: item.name === 'text:list-header', waiting: null });
    }
  }

  /** A list counts for itself unless it says that it goes on with another. */
  #countOf({ attributes }: XmlElement, style: string): Count {
    const other = attributes['text:continue-list'];
    const goesOn = attributes['text:continue-numbering'] === 'true';
    const known = other === undefined ? undefined : this.#counts.get(`#${other}`);
    return known ?? (goesOn ? this.#counts.get(style) : undefined) ?? new Count(this.#lists);
  }

  #numbered(element: XmlElement): void {
    const { attributes } = element;
    const style = attributes['text:style-name'] ?? '';
    const count = this.#counts.get(`#${attributes['text:list-id'] ?? style}`) ?? new Count(this.#lists);
    this.#counts.set(`#${attributes['text:list-id'] ?? style}`, count);
    const level = numberIn(attributes['text:level']) ?? 1;
    this.read(element, {
      count,
      style,
      level,
      start: numberIn(attributes['text:start-value']),
      isCounted: false,
      waiting: null,
    });
  }

  #refer(notes: readonly XmlElement[]): void {
    for (const note of notes) {
      (note.attributes['text:note-class'] === 'endnote' ? this.#endnotes : this.#footnotes).push(note);
    }
  }

  #table(table: XmlElement): void {
    const rows = rowsOf(table, false);
    if (dividesPage(rows)) {
      for (const { row } of rows) for (const cell of cellsOf(row)) this.read(cell);
      return;
    }
    const read: Row[] = rows.map(({ row, isHead }) => ({ cells: this.#row(row), isHead }));
    for (const one of tablePassages(read, false)) this.passages.push(one);
  }

  #row(row: XmlElement): Cell[] {
    const cells: Cell[] = [];
    let column = 0;
    /** The column after the last cell of this row; covered ones from there on are covered from above. */
    let free = 0;
    for (const element of children(row)) {
      const { name, attributes } = element;
      const repeated = Math.max(1, numberIn(attributes['table:number-columns-repeated']) ?? 1);
      if (name === 'table:table-cell') {
        const spanned = Math.max(1, numberIn(attributes['table:number-columns-spanned']) ?? 1);
        const width = Math.min(spanned, MOST_COLUMNS - column);
        const { isShaded } = this.#story.styles.get('table-cell', attributes['table:style-name']);
        if (width > 0) cells.push({ ...this.#words(element), column, width, isShaded, isContinued: false });
        free = column + width;
      } else if (name === 'table:covered-table-cell') {
        for (let at = Math.max(free, column); at < column + Math.min(repeated, MOST_SHARED); at++)
          if (at < MOST_COLUMNS) cells.push({ ...COVERED, column: at });
      } else continue;
      column = Math.min(column + repeated, MOST_COLUMNS);
    }
    return cells;
  }

  /** All words below an element, paragraph by paragraph, with their numbers. */
  #words(element: XmlElement): Words {
    const inner = new OpenTextReader(this.#story, this.#lists, this);
    inner.read(element);
    const words: string[] = [];
    const struck: string[] = [];
    let isBold = true;
    for (const { text, cells, marker, role, isBold: own, kind } of inner.passages) {
      if (role === 'struck') struck.push(text);
      else {
        const whole = cells === null ? text : cells.filter((cell) => cell !== '').join(' ');
        words.push(marker === null || marker === '•' ? whole : `${marker} ${whole}`);
        isBold &&= own || kind === 'heading';
      }
    }
    for (const one of inner.#footnotes) this.#footnotes.push(one);
    for (const one of inner.#endnotes) this.#endnotes.push(one);
    return { text: words.join(' ').trim(), struck, isBold };
  }
}

/** The level of a heading, from 1 to 6. */
function levelOf({ attributes }: XmlElement): number {
  return Math.min(Math.max(1, numberIn(attributes['text:outline-level']) ?? 1), 6);
}

/** A paragraph that is divided by empty lines is several. */
function divided(text: string): string[] {
  return text.split(/\u2028[ \t]*\u2028/).filter((part) => part.trim() !== '');
}

interface FoundRow {
  readonly row: XmlElement;
  readonly isHead: boolean;
}

function rowsOf(table: XmlElement, isHead: boolean): FoundRow[] {
  return children(table).flatMap((each): FoundRow[] => {
    if (each.name === 'table:table-row') return [{ row: each, isHead }];
    if (each.name === 'table:table-header-rows') return rowsOf(each, true);
    return /^table:table-row(?:s|-group)$/.test(each.name) ? rowsOf(each, isHead) : [];
  });
}

function cellsOf(row: XmlElement): XmlElement[] {
  return children(row, 'table:table-cell');
}

/** Whether a table only divides the page: one column, tables within, or whole passages in its cells. */
function dividesPage(rows: readonly FoundRow[]): boolean {
  let cells = 0;
  let widest = 0;
  let nested = 0;
  let characters = 0;
  for (const { row } of rows) {
    const own = cellsOf(row);
    cells += own.length;
    widest = Math.max(widest, own.length);
    for (const cell of own) {
      if (child(cell, 'table:table') !== undefined) nested++;
      characters += textBelow(cell).length;
    }
  }
  return isLayout({ widest, cells, nested, characters });
}
