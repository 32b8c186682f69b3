/** The content of a web page → its passages in reading order: headings, paragraphs, items, rows and notes. */
import type { SourcePlace } from '../../model/document.ts';
import type { Passage } from '../flow/passages.ts';
import { around, LINE_BREAK, passage, rowPassage } from '../flow/passages.ts';
import type { Survey } from './boilerplate.ts';
import { isHeading } from './boilerplate.ts';
import { PageList } from './lists.ts';
import { holdsNotes, isNoteMark } from './marks.ts';
import { isLayout, PageTable } from './tables.ts';
import type { Element, Node, TextNode } from './tree.ts';
import { attribute, childrenOf, isElement, textOf, visit } from './tree.ts';

/** Elements that stand within a line; all others begin and end one. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rb ruby rtc s samp slot small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const STRUCK = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i;
const CODE =
  /(?:^|[\s_-])(?:highlight|code|codehilite|sourcecode|programlisting|screen|literal-block|prettyprint)(?:[\s_-]|$)/i;
/** The longest term of a definition list that makes a row with what follows it, and the longest that follows. */
const LONGEST_TERM = 60;
const LONGEST_VALUE = 160;
/** The number or sign that a note begins with. */
const NOTE_SIGN = /^\s*[[(]?(\d{1,3}|[*†‡§])[\])]?[.:]?(?=\s|\p{Lu}|$)/u;

/** The passages below a node. */
export function pagePassages(root: Node, page: Survey): Passage[] {
  const reader = new PageReader(page);
  visit(root, reader);
  reader.flush();
  return reader.passages;
}

class PageReader {
  readonly passages: Passage[] = [];
  readonly #page: Survey;
  #words: string[] = [];
  /** Where each line of the passage stands in the source, divided by line breaks of its author's. */
  #places: (SourcePlace | null)[] = [null];
  #last = '';
  /** Characters of the passage, and those of them in bold. */
  #characters = 0;
  #boldCharacters = 0;
  #bold = 0;
  #heading = 0;
  #notes = 0;
  #inHead = 0;
  #inCell = 0;
  #plain = 0;
  #contents = 0;
  #captions = 0;
  /** How many passages came before the term of a definition list. */
  #term = -1;
  /** Struck words: how deep the reader stands in them, those of the open stretch, and the stretches of the passage. */
  #struck = 0;
  #ruledOut: { text: string; place: SourcePlace | null }[] = [];
  /** The number of a note that stands on a line of its own. */
  #sign: string | null = null;
  readonly #lists: PageList[] = [];
  /** The marks of open items, null where it was printed already. */
  readonly #marks: (string | null)[] = [];
  readonly #tables: PageTable[] = [];

  constructor(page: Survey) {
    this.#page = page;
  }

  enter(element: Element): boolean {
    const { tagName } = element;
    if (this.#page.leftOut.has(element)) {
      if (this.#page.facts.get(element)?.characters === 0) this.#passBlank(element);
      return false;
    }
    if (isStruck(element) && this.#struck++ === 0) this.#ruledOut.push({ text: '', place: null });
    if ((tagName === 'a' || tagName === 'sup') && isNoteMark(element, this.#last)) return this.#noteMark(element);
    if (tagName === 'pre' && isCode(element)) return false;
    if (tagName === 'br') this.#break();
    else if (tagName === 'q') this.text('“');
    else if (tagName === 'b' || tagName === 'strong') this.#bold++;
    else if (!INLINE.has(tagName)) this.#open(element);
    // What opens a passage when it is clicked on is the heading over it.
    if (tagName === 'summary') this.#bold++;
    return true;
  }

  leave(element: Element): void {
    const { tagName } = element;
    if (tagName === 'q') this.text('”');
    else if (tagName === 'b' || tagName === 'strong') this.#bold--;
    else if (!INLINE.has(tagName) && tagName !== 'br') this.#close(element);
    if (tagName === 'summary') this.#bold--;
    if (isStruck(element)) this.#struck--;
  }

  text(value: string, node?: TextNode): void {
    if (value === '') return;
    const place = node === undefined ? null : placeOf(node);
    if (this.#struck > 0) {
      const last = this.#ruledOut.pop();
      this.#ruledOut.push({ text: `${last?.text ?? ''}${value}`, place: around(last?.place ?? null, place) });
    } else if (this.#plain > 0 && this.#inCell === 0) {
      // Printed text: blank lines divide its paragraphs.
      value.split(/\n[ \t]*\n/).forEach((part, index) => {
        if (index > 0) this.flush();
        this.#add(part, place);
      });
    } else this.#add(value, place);
  }

  #add(value: string, place: SourcePlace | null): void {
    const count = value.trim().length;
    this.#words.push(value.replaceAll(LINE_BREAK, ' '));
    if (count > 0) this.#places.push(around(this.#places.pop() ?? null, place));
    this.#characters += count;
    if (this.#bold > 0) this.#boldCharacters += count;
    if (count > 0) this.#last = value.trimEnd().slice(-1);
  }

  /** Two line breaks with nothing between divide paragraphs. */
  #break(): void {
    if (this.#struck > 0) this.text(' ');
    else if (this.#words.at(-1) === LINE_BREAK && this.#inCell === 0 && this.#heading === 0) this.flush();
    else {
      this.#words.push(LINE_BREAK);
      this.#places.push(null);
    }
  }

  /** What has no words still parts those around it: within a line by its spaces, else by ending the line. */
  #passBlank(element: Element): void {
    if (!INLINE.has(element.tagName) && this.#heading === 0) this.flush();
    else if (/\s/.test(textOf(element, 4))) this.text(' ');
  }

  /** The mark of a note is no word; at the beginning of the note itself it is its number. */
  #noteMark(element: Element): boolean {
    return this.#notes > 0 && this.#characters < 2 && (element.tagName === 'sup' || /\d/.test(textOf(element, 12)));
  }

  /** Ends the passage, if there is one. */
  flush(): void {
    if (this.#inCell > 0) {
      this.#words.push(' ');
      return;
    }
    const text = this.#words.join('');
    const places = this.#places;
    const isBold = this.#characters > 0 && this.#boldCharacters === this.#characters;
    const isEmpty = this.#characters === 0;
    this.#clear();
    if (!isEmpty) this.passages.push({ ...this.#passage(text, isBold), places });
    this.#pushStruck();
  }

  #clear(): void {
    this.#words = [];
    this.#places = [null];
    this.#characters = 0;
    this.#boldCharacters = 0;
    this.#last = '';
  }

  /** The struck words of a passage come after it. */
  #pushStruck(): void {
    for (const { text, place } of this.#ruledOut.splice(0))
      if (text.trim() !== '') this.passages.push(passage('paragraph', text, { role: 'struck', places: [place] }));
    if (this.#struck > 0) this.#ruledOut.push({ text: '', place: null });
  }

  #passage(text: string, isBold: boolean): Passage {
    const level = Math.max(1, this.#marks.length);
    if (this.#contents > 0) return passage('paragraph', text, { role: 'contents' });
    if (this.#captions > 0) return passage('paragraph', text, { role: 'caption' });
    if (this.#notes > 0) {
      const sign = NOTE_SIGN.exec(text);
      const own = this.#takeMark()?.replace(/\.$/, '') ?? null;
      const rest = sign === null ? text : text.slice(sign[0].length);
      const marker = sign?.[1] ?? this.#sign ?? (own === '•' ? null : own);
      // A sign that stands alone is the next line's.
      this.#sign = /[\p{L}\p{N}]/u.test(rest) ? null : marker;
      return passage('note', this.#sign === null ? rest : '', { marker });
    }
    if (this.#heading > 0) return passage('heading', text, { level: this.#heading });
    if (this.#marks.length > 0) return passage('item', text, { level, marker: this.#takeMark(), isBold });
    return passage('paragraph', text, { isBold });
  }

  #takeMark(): string | null {
    const mark = this.#marks.pop();
    if (mark === undefined) return null;
    this.#marks.push(null);
    return mark;
  }

  #open(element: Element): void {
    const { tagName } = element;
    this.flush();
    if (holdsNotes(element)) this.#notes++;
    if (this.#page.contents.has(element)) this.#contents++;
    if (isCaption(tagName)) this.#captions++;
    if (tagName === 'dt') this.#term = this.passages.length;
    if (tagName === 'pre') this.#plain++;
    else if (tagName === 'thead') this.#inHead++;
    else if (tagName === 'table') {
      if (this.#inCell === 0 && !isLayout(element, this.#page)) this.#tables.push(new PageTable());
    } else if ((tagName === 'td' || tagName === 'th') && this.#tables.length > 0) this.#inCell++;
    else if (this.#inCell === 0) {
      if (tagName === 'ul' || tagName === 'ol') this.#lists.push(new PageList(element));
      else if (tagName === 'li') this.#marks.push(this.#lists.at(-1)?.mark(element) ?? '•');
      else this.#heading = headingLevel(element) || this.#heading;
    }
  }

  #close(element: Element): void {
    const { tagName } = element;
    const table = this.#tables.at(-1);
    if (table !== undefined && (tagName === 'td' || tagName === 'th')) {
      this.#inCell--;
      const place = this.#places.reduce(around, null);
      table.cell(element, this.#words.join(''), this.#inHead > 0, place);
      this.#clear();
    } else if (table !== undefined && tagName === 'tr') {
      const row = table.endRow();
      if (row !== null) this.passages.push(row);
      if (this.#inCell === 0) this.#pushStruck();
    } else this.flush();
    if (tagName === 'table' && this.#inCell === 0) this.#tables.pop();
    else if (tagName === 'pre') this.#plain--;
    else if (tagName === 'thead') this.#inHead--;
    else if (this.#inCell === 0) {
      if (tagName === 'ul' || tagName === 'ol') this.#lists.pop();
      else if (tagName === 'li') this.#marks.pop();
      else if (headingLevel(element) > 0) this.#heading = 0;
    }
    if (holdsNotes(element)) this.#notes--;
    if (this.#page.contents.has(element)) this.#contents--;
    if (isCaption(tagName)) this.#captions--;
    if (tagName === 'dd') this.#define();
  }

  /** Makes a row of a term and what is said of it, where both are short: `Published | 5 March 2024`. */
  #define(): void {
    const [term, value, more] = this.#term < 0 ? [] : this.passages.slice(this.#term);
    this.#term = -1;
    if (term === undefined || value === undefined || more !== undefined) return;
    const isPlain = [term, value].every(({ kind, role, text }) => {
      return kind === 'paragraph' && role === null && !text.includes(LINE_BREAK);
    });
    const name = term.text.trim();
    const said = value.text.trim();
    if (!isPlain || name.length > LONGEST_TERM || said.length > LONGEST_VALUE || /[.!?]$/.test(said)) return;
    this.passages.length -= 2;
    this.passages.push(rowPassage([name, said], null, [...term.places, ...value.places]));
  }
}

/** Where the words of a text stand in the source; null where the page does not tell. */
function placeOf({ value, sourceCodeLocation }: TextNode): SourcePlace | null {
  if (!sourceCodeLocation) return null;
  const { startOffset, endOffset, startLine } = sourceCodeLocation;
  const before = value.length - value.trimStart().length;
  // Space may be written as references too: then the whole text is the place.
  const isPlain = endOffset - startOffset === value.length;
  if (!isPlain) return { start: startOffset, end: endOffset, line: startLine };
  const line = startLine + value.slice(0, before).split('\n').length - 1;
  return { start: startOffset + before, end: startOffset + value.trimEnd().length, line };
}

function isCaption(tagName: string): boolean {
  return tagName === 'caption' || tagName === 'figcaption';
}

/** 1 to 6; 0 for what is no heading. */
function headingLevel(element: Element): number {
  if (isHeading(element.tagName)) return Number(element.tagName.charAt(1));
  // What Word writes for its own style of titles.
  if (attribute(element, 'class') === 'MsoTitle') return 1;
  if (attribute(element, 'role') !== 'heading') return 0;
  const level = Number(attribute(element, 'aria-level'));
  return level >= 1 && level <= 6 ? Math.floor(level) : 2;
}

/** Whether words are struck out. */
function isStruck(element: Element): boolean {
  return /^(?:del|s|strike)$/.test(element.tagName) || STRUCK.test(attribute(element, 'style'));
}

/** Whether printed text is a program or a screen of one and no text of the document. */
function isCode(element: Element): boolean {
  const parent = element.parentNode;
  const around = parent !== null && isElement(parent) ? attribute(parent, 'class') : '';
  if (CODE.test(attribute(element, 'class')) || CODE.test(around)) return true;
  return childrenOf(element).some((child) => isElement(child) && /^(?:code|kbd|samp)$/.test(child.tagName));
}
