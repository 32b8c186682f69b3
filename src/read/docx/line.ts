/** The words of one paragraph of a Word document, as they read when all changes are accepted. */
import { LINE_BREAK } from '../flow/passages.ts';
import type { Changes } from '../packed/changes.ts';
import { isCaptionStart } from '../packed/headings.ts';
import type { SetWords, Type } from '../packed/set-words.ts';
import { noWords, WordSetter } from '../packed/set-words.ts';
import type { TypeSizes } from '../packed/type-sizes.ts';
import type { XmlElement } from '../packed/xml.ts';
import { child, textBelow } from '../packed/xml.ts';
import type { Fields } from './fields.ts';
import { isContentsCode, isSequence } from './fields.ts';
import { isOn, isYes, settingOf } from './format.ts';
import type { Style, Styles } from './styles.ts';
import { sizeOf } from './styles.ts';
import { symbolOf } from './symbols.ts';

/** The words of a paragraph, and what else was met in it. */
export interface Line extends SetWords {
  /** Characters in links to headings or in a field that makes a table of contents. */
  contents: number;
  /** Text boxes that are anchored in it, as the elements that hold their paragraphs. */
  readonly boxes: XmlElement[];
  /** The notes that it refers to: `f3` for footnotes, `e1` for endnotes. */
  readonly notes: string[];
  /** Whether it begins with a word and a number that Word counts out: `Table 3`. */
  isCaption: boolean;
}

/** What reading a paragraph needs, and what goes on from one to the next. */
export interface Story {
  readonly styles: Styles;
  readonly fields: Fields;
  /** Counts on. */
  readonly changes: Changes;
  /** In half points. */
  readonly sizes: TypeSizes;
}

/** Elements that hold runs and say nothing of them. */
const WRAPPERS = /^(?:w:hyperlink|w:smartTag|w:sdt|w:sdtContent|w:customXml|w:bdo|w:dir|w:ruby|w:rubyBase|w:r|m:.*)$/;

/** Reads the words of a paragraph of a style. */
export function readLine(paragraph: XmlElement, style: Style, story: Story): Line {
  const reader = new LineReader(story);
  reader.add(paragraph, style);
  return reader.line;
}

class LineReader {
  readonly line: Line = {
    ...noWords(),
    contents: 0,
    boxes: [],
    notes: [],
    isCaption: false,
  };
  readonly #story: Story;
  readonly #setter: WordSetter;
  /** Greater than 0 inside of links to headings and of simple fields that make contents. */
  #inContents = 0;

  constructor(story: Story) {
    this.#story = story;
    this.#setter = new WordSetter(this.line, story.sizes, story.styles.size);
  }

  add(parent: XmlElement, around: Type): void {
    const { fields, changes } = this.#story;
    const type = parent.name === 'w:r' ? this.#typeOf(parent, around) : around;
    const { line } = this;
    for (const each of parent.children) {
      if (typeof each === 'string') continue;
      const { name, attributes } = each;
      if (name === 'w:t' || name === 'm:t') this.#words(textBelow(each), type);
      else if (name === 'w:hyperlink') this.#contents(each, attributes['w:anchor']?.startsWith('_Toc') === true, type);
      else if (name === 'w:fldSimple') this.#simple(each, type);
      else if (WRAPPERS.test(name)) this.add(each, type);
      else if (name === 'w:ins' || name === 'w:moveTo') {
        changes.inserted++;
        this.add(each, type);
      } else if (name === 'w:del' || name === 'w:moveFrom') changes.deleted++;
      else if (name === 'w:tab' || name === 'w:ptab') this.#blank(' ', type);
      else if (name === 'w:br' || name === 'w:cr') this.#blank(LINE_BREAK, type);
      else if (name === 'w:noBreakHyphen') this.#words('-', type);
      else if (name === 'w:sym') this.#words(symbolOf(each), type);
      else if (name === 'w:fldChar') {
        if (fields.mark(each)) this.#counted();
      } else if (name === 'w:instrText') fields.code(textBelow(each));
      else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
        line.notes.push(`${name.charAt(2)}${attributes['w:id'] ?? ''}`);
        // Then the rest of the run is the note's mark, which is no word.
        if (isYes(attributes['w:customMarkFollows'] ?? '0')) return;
      } else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') findBoxes(each, line.boxes);
      else if (name === 'mc:AlternateContent') this.#alternative(each, type);
    }
  }

  #typeOf(run: XmlElement, around: Type): Type {
    const format = child(run, 'w:rPr');
    if (format === undefined) return around;
    const id = settingOf(format, 'w:rStyle');
    const named = id === undefined ? null : this.#story.styles.get(id);
    const struck = isOn(format, 'w:strike');
    const twice = isOn(format, 'w:dstrike');
    return {
      isBold: isOn(format, 'w:b') ?? (named?.isBold || around.isBold),
      isStruck: struck === undefined && twice === undefined ? named?.isStruck || around.isStruck : !!struck || !!twice,
      isHidden: isOn(format, 'w:vanish') ?? (named?.isHidden || around.isHidden),
      size: sizeOf(format) ?? named?.size ?? around.size,
    };
  }

  #words(words: string, type: Type): void {
    const { fields } = this.#story;
    if (type.isHidden || fields.isCode) return;
    const count = this.#setter.add(words, type);
    if (this.#inContents > 0 || fields.isContents) this.line.contents += count;
  }

  /** A tab or a line's end. */
  #blank(blank: string, { isHidden }: Type): void {
    if (!isHidden && !this.#story.fields.isCode) this.line.text += blank;
  }

  #contents(element: XmlElement, isContents: boolean, type: Type): void {
    if (isContents) this.#inContents++;
    this.add(element, type);
    if (isContents) this.#inContents--;
  }

  #simple(field: XmlElement, type: Type): void {
    const code = field.attributes['w:instr'] ?? '';
    if (isSequence(code)) this.#counted();
    this.#contents(field, isContentsCode(code), type);
  }

  /** A number of tables or figures follows. */
  #counted(): void {
    if (isCaptionStart(this.line.text)) this.line.isCaption = true;
  }

  /** Of the same thing said in two ways, the first that has words. */
  #alternative(element: XmlElement, type: Type): void {
    const { line } = this;
    for (const each of element.children) {
      if (typeof each === 'string') continue;
      const before = line.text.length + line.boxes.length;
      this.add(each, type);
      if (line.text.length + line.boxes.length > before) return;
    }
  }
}

function findBoxes(element: XmlElement, boxes: XmlElement[]): void {
  for (const each of element.children) {
    if (typeof each === 'string') continue;
    if (each.name === 'w:txbxContent') boxes.push(each);
    else if (each.name === 'mc:AlternateContent') {
      const before = boxes.length;
      for (const one of each.children) if (typeof one !== 'string' && boxes.length === before) findBoxes(one, boxes);
    } else findBoxes(each, boxes);
  }
}
