/** The body of a Word document → its passages in reading order: headings, paragraphs, items, rows, boxes and notes. */
import { ordinal } from '../flow/ordinals.ts';
import type { Passage } from '../flow/passages.ts';
import { passage } from '../flow/passages.ts';
import type { Changes } from '../packed/changes.ts';
import { isClause } from '../packed/headings.ts';
import type { Cell, Words } from '../packed/table.ts';
import { isLayout, MOST_COLUMNS, struckPassages, tablePassages } from '../packed/table.ts';
import { TypeSizes } from '../packed/type-sizes.ts';
import type { XmlElement } from '../packed/xml.ts';
import { child, children, textBelow } from '../packed/xml.ts';
import { Fields } from './fields.ts';
import { indentOf, isOn, isYes, settingOf } from './format.ts';
import type { Line } from './line.ts';
import { readLine } from './line.ts';
import type { Label, Numberings } from './numbering.ts';
import type { Style, Styles } from './styles.ts';

/** A paragraph with a number of tables or figures and more characters than this is no caption. */
const LONGEST_CAPTION = 400;
/** Elements that hold paragraphs and say nothing of them. */
const WRAPPERS = /^(?:w:customXml|w:smartTag|w:sdtContent|w:ins|w:moveTo|w:txbxContent|w:body|mc:Choice)$/;

interface Paragraph extends Line {
  readonly style: Style;
  readonly label: Label | null;
  /** How far it is indented, in points. */
  readonly indent: number;
  readonly heading: number | null;
}

/** Reads the parts of a document that hold paragraphs. */
export class WordReader {
  readonly passages: Passage[] = [];
  readonly changes: Changes = { inserted: 0, deleted: 0 };
  /** The notes referred to so far, in order. */
  readonly notes: string[] = [];
  readonly #styles: Styles;
  readonly #numberings: Numberings;
  readonly #fields = new Fields();
  readonly #sizes = new TypeSizes();
  #contents = 0;
  /** What the next paragraph goes on with: its own end was deleted, or it is the large first letter. */
  #waiting: Paragraph | null = null;

  constructor(styles: Styles, numberings: Numberings) {
    this.#styles = styles;
    this.#numberings = numberings;
  }

  /** Reads what stands in an element: paragraphs, tables, and what wraps them. */
  read(element: XmlElement): void {
    for (const each of children(element)) {
      const { name } = each;
      if (name === 'w:p') this.#paragraph(each);
      else if (name === 'w:tbl') this.#table(each);
      else if (name === 'w:sdt') this.#control(each);
      else if (name === 'mc:AlternateContent') this.read({ ...each, children: children(each).slice(0, 1) });
      else if (name === 'w:del' || name === 'w:moveFrom') this.changes.deleted++;
      else if (WRAPPERS.test(name)) this.read(each);
    }
  }

  /** Takes what the whole body is needed to know: which short paragraphs are in large type, and so are headings. */
  endBody(): void {
    this.#endParagraph();
    this.#sizes.setApart(this.passages);
  }

  /** Reads notes, in the order in which the text refers to them. */
  readNotes(footnotes: XmlElement | undefined, endnotes: XmlElement | undefined): void {
    const found = new Map<string, XmlElement>();
    for (const note of children(footnotes, 'w:footnote')) found.set(`f${note.attributes['w:id'] ?? ''}`, note);
    for (const note of children(endnotes, 'w:endnote')) found.set(`e${note.attributes['w:id'] ?? ''}`, note);
    for (const kind of ['f', 'e'] as const) {
      let count = 0;
      for (const id of [...new Set(this.notes)].filter((each) => each.startsWith(kind))) {
        const note = found.get(id);
        if (note === undefined) continue;
        const marker = ordinal(++count, kind === 'f' ? 'decimal' : 'roman');
        const { text, struck } = this.#words(note);
        this.passages.push(passage('note', text, { marker }));
        for (const one of struckPassages(struck)) this.passages.push(one);
      }
    }
  }

  /** A content control; the one that holds a table of contents is kept out of the findings. */
  #control(control: XmlElement): void {
    const gallery = settingOf(child(child(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery') ?? '';
    const isContents = /^table of contents$/i.test(gallery);
    if (isContents) this.#contents++;
    const content = child(control, 'w:sdtContent');
    if (content !== undefined) this.read(content);
    if (isContents) this.#contents--;
  }

  #paragraph(element: XmlElement): void {
    const paragraph = this.#readParagraph(element);
    const { boxes, notes, struck } = paragraph;
    for (const one of notes) this.notes.push(one);
    const whole = this.#waiting === null ? paragraph : joined(this.#waiting, paragraph);
    this.#waiting = isCarriedOn(element) ? whole : null;
    if (this.#waiting === null) this.#add(whole);
    for (const one of struckPassages(struck)) this.passages.push(one);
    for (const box of boxes) this.read(box);
  }

  /** Ends a paragraph that was to go on, where there is nothing that it could go on with. */
  #endParagraph(): void {
    if (this.#waiting !== null) this.#add(this.#waiting);
    this.#waiting = null;
  }

  /** Adds a paragraph; one that is divided by empty lines is several, one without words none. */
  #add(paragraph: Paragraph): void {
    const [first, ...others] = paragraph.text.split(/\u2028[ \t]*\u2028/).filter((text) => text.trim() !== '');
    if (first === undefined) return;
    if (paragraph.label === null) this.#sizes.mark(this.passages.length, paragraph.smallest);
    this.passages.push(this.#passage({ ...paragraph, text: first }));
    for (const text of others) this.passages.push(this.#passage({ ...paragraph, text, label: null }));
  }

  #passage({ text, style, label, indent, heading, characters, bold, contents, isCaption }: Paragraph): Passage {
    const marker = label === null || label.text === '' ? null : label.text;
    const isBold = characters > 0 && bold === characters;
    if (this.#contents > 0 || style.isContents || contents > characters * 0.8) {
      return passage(style.name.endsWith(' heading') ? 'heading' : 'paragraph', text, { role: 'contents' });
    }
    if (style.isCaption || (isCaption && text.length <= LONGEST_CAPTION))
      return passage('paragraph', text, { role: 'caption', marker });
    if (heading !== null && !isClause(text)) return passage('heading', text, { level: heading, marker });
    if (label === null) return passage('paragraph', text, { isBold });
    // `2.1` numbers a paragraph, `(a)` an item.
    if (heading !== null || /^\w{1,4}(?:\.\w{1,4})+\.?$/.test(label.text))
      return passage('paragraph', text, { marker, isBold });
    return passage('item', text, { level: indent, marker, isBold });
  }

  #readParagraph(element: XmlElement): Paragraph {
    const format = child(element, 'w:pPr');
    const style = this.#styles.get(settingOf(format, 'w:pStyle'));
    // A table of contents that never ends ends with the next heading.
    if (style.heading !== null && !style.isContents && this.#contents === 0) this.#fields.close();
    const line = readLine(element, style, {
      styles: this.#styles,
      fields: this.#fields,
      changes: this.changes,
      sizes: this.#sizes,
    });
    const numbers = child(format, 'w:numPr');
    const list = settingOf(numbers, 'w:numId') ?? style.list;
    const given = settingOf(numbers, 'w:ilvl');
    const depth =
      given !== undefined
        ? Number(given) || 0
        : list === null
          ? 0
          : (style.listLevel ?? this.#numberings.levelOf(list, style.id));
    const isCounted = list !== null && list !== '0' && !isCarriedOn(element);
    const label = isCounted ? this.#numberings.next(list, depth) : null;
    const outline = settingOf(format, 'w:outlineLvl');
    const own = outline === undefined ? null : Number(outline) || 0;
    const heading = own === null ? style.heading : own < 9 ? Math.min(own + 1, 6) : null;
    const listed = list === null ? null : this.#numberings.indentOf(list, depth);
    // A list that is given to the paragraph itself counts more than its style, one of the style less.
    const usual = numbers === undefined ? (style.indent ?? listed) : (listed ?? style.indent);
    const indent = Math.round((indentOf(format) ?? usual ?? depth * 360) / 20);
    return { ...line, style, label, indent, heading };
  }

  /** All words below an element, paragraph by paragraph, with their numbers. */
  #words(element: XmlElement): Words {
    const words: string[] = [];
    const ruledOut: string[] = [];
    let isBold = true;
    for (const paragraph of paragraphsIn(element)) {
      const { text, label, notes, boxes, struck, bold, characters } = this.#readParagraph(paragraph);
      for (const one of notes) this.notes.push(one);
      words.push(label === null || label.isBullet || label.text === '' ? text : `${label.text} ${text}`);
      for (const one of struck) ruledOut.push(one);
      isBold &&= bold === characters;
      for (const box of boxes) {
        const inner = this.#words(box);
        words.push(inner.text);
        for (const one of inner.struck) ruledOut.push(one);
      }
    }
    return { text: words.join(' ').trim(), struck: ruledOut, isBold };
  }

  #table(table: XmlElement): void {
    this.#endParagraph();
    const rows = rowsOf(table).filter((row) => {
      const isDeleted = child(child(row, 'w:trPr'), 'w:del') !== undefined;
      if (isDeleted) this.changes.deleted++;
      return !isDeleted;
    });
    if (dividesPage(rows)) {
      for (const row of rows) for (const cell of cellsOf(row)) this.read(cell);
      return;
    }
    const read = rows.map((row) => ({ cells: this.#row(row), isHead: isMarkedHead(row) }));
    for (const one of tablePassages(read, this.#hasStyledHead(table))) this.passages.push(one);
  }

  /** Whether the style of a table sets its first row in bold, and the table has the style do so. */
  #hasStyledHead(table: XmlElement): boolean {
    const format = child(table, 'w:tblPr');
    const look = child(format, 'w:tblLook')?.attributes;
    const id = settingOf(format, 'w:tblStyle');
    if (look === undefined || id === undefined || !this.#styles.get(id).hasHead) return false;
    const first = look['w:firstRow'];
    return first === undefined ? (Number.parseInt(look['w:val'] ?? '0', 16) & 0x20) !== 0 : isYes(first);
  }

  #row(row: XmlElement): Cell[] {
    let column = Math.min(Number(settingOf(child(row, 'w:trPr'), 'w:gridBefore') ?? '0') || 0, MOST_COLUMNS);
    return cellsOf(row).map((element) => {
      const format = child(element, 'w:tcPr');
      const at = column;
      column = Math.min(column + Math.max(1, Number(settingOf(format, 'w:gridSpan') ?? '1') || 1), MOST_COLUMNS);
      const merge = child(format, 'w:vMerge');
      const fill = child(format, 'w:shd')?.attributes['w:fill'] ?? 'auto';
      return {
        ...this.#words(element),
        column: at,
        width: column - at,
        isShaded: !/^(?:auto|f{6})$/i.test(fill),
        isContinued: merge !== undefined && merge.attributes['w:val'] !== 'restart',
      };
    });
  }
}

/** A paragraph with the words of the one before it that it goes on with. */
function joined(before: Paragraph, paragraph: Paragraph): Paragraph {
  return {
    ...paragraph,
    text: before.text + paragraph.text,
    characters: before.characters + paragraph.characters,
    bold: before.bold + paragraph.bold,
    contents: before.contents + paragraph.contents,
    smallest: Math.min(before.smallest, paragraph.smallest),
    isCaption: before.isCaption || paragraph.isCaption,
  };
}

/** Whether the next paragraph goes on with a paragraph's words: its end was deleted, or it is a large first letter. */
function isCarriedOn(element: XmlElement): boolean {
  const format = child(element, 'w:pPr');
  const mark = child(format, 'w:rPr');
  if (child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined) return true;
  return /^(?:drop|margin)$/.test(child(format, 'w:framePr')?.attributes['w:dropCap'] ?? '');
}

/** Whether a row is repeated at the head of each page. */
function isMarkedHead(row: XmlElement): boolean {
  return isOn(child(row, 'w:trPr'), 'w:tblHeader') === true;
}

/** Whether a table only divides the page: one column, tables within, or whole passages in its cells. */
function dividesPage(rows: readonly XmlElement[]): boolean {
  let cells = 0;
  let widest = 0;
  let nested = 0;
  let characters = 0;
  for (const row of rows) {
    const own = cellsOf(row);
    cells += own.length;
    widest = Math.max(widest, own.length);
    for (const cell of own) {
      if (child(cell, 'w:tbl') !== undefined) nested++;
      for (const paragraph of paragraphsIn(cell)) characters += textBelow(paragraph).length;
    }
  }
  return isLayout({ widest, cells, nested, characters });
}

function rowsOf(table: XmlElement): XmlElement[] {
  return children(table).flatMap((each) => (each.name === 'w:tr' ? [each] : isWrapper(each) ? rowsOf(each) : []));
}

function cellsOf(row: XmlElement): XmlElement[] {
  return children(row).flatMap((each) => (each.name === 'w:tc' ? [each] : isWrapper(each) ? cellsOf(each) : []));
}

function isWrapper({ name }: XmlElement): boolean {
  return name === 'w:sdt' || WRAPPERS.test(name);
}

/** The paragraphs below an element, those of tables in it as well. */
function paragraphsIn(element: XmlElement, found: XmlElement[] = []): XmlElement[] {
  for (const each of children(element)) {
    if (each.name === 'w:p') found.push(each);
    else if (isWrapper(each) || /^w:(?:tbl|tr|tc)$/.test(each.name)) paragraphsIn(each, found);
  }
  return found;
}
