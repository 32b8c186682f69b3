/** The words of one paragraph of an OpenDocument text. */
import { LINE_BREAK } from '../flow/passages.ts';
import { isCaptionStart } from '../packed/headings.ts';
import type { SetWords, Type } from '../packed/set-words.ts';
import { noWords, WordSetter } from '../packed/set-words.ts';
import type { TypeSizes } from '../packed/type-sizes.ts';
import type { XmlElement } from '../packed/xml.ts';
import { child, children, textBelow } from '../packed/xml.ts';
import type { Styles } from './styles.ts';

/** What reading a paragraph needs, and what goes on from one to the next. */
export interface Story {
  readonly styles: Styles;
  /** The tracked changes that take words away. */
  readonly deletions: ReadonlySet<string>;
  /** Those of them that are open: their words stand in the text and are deleted. */
  readonly open: Set<string>;
  /** In points. */
  readonly sizes: TypeSizes;
}

/** The words of a paragraph, and what else was met in it. */
export interface Line extends SetWords {
  /** What holds the paragraphs of text boxes that are anchored in it. */
  readonly boxes: XmlElement[];
  /** The notes that it refers to. */
  readonly notes: XmlElement[];
  /** Whether it begins with a word and a number that is counted out: `Table 3`. */
  isCaption: boolean;
}

/** Elements that are no part of the words. */
const SILENT =
  /^(?:office:annotation(?:-end)?|text:(?:tracked-changes|note-body|ruby-text|soft-page-break|bookmark(?:-start|-end)?|reference-mark.*|toc-mark.*|alphabetical-index-mark.*|user-index-mark.*|change.*|script|hidden-paragraph|page-number|page-count|page-continuation))$/;

/** Reads the words of a paragraph whose style sets them so. */
export function readLine(paragraph: XmlElement, type: Type, story: Story): Line {
  const line: Line = { ...noWords(), boxes: [], notes: [], isCaption: false };
  new LineReader(line, story).add(paragraph, type);
  return line;
}

/** What holds paragraphs in a drawing: text boxes, and shapes that are written on. */
export function boxesIn(drawing: XmlElement): XmlElement[] {
  if (drawing.name === 'draw:text-box') return [drawing];
  const inner = children(drawing);
  if (inner.some(({ name }) => name === 'text:p' || name === 'text:list')) return [drawing];
  // Of the same frame in several forms the first that has words.
  if (drawing.name === 'draw:frame') return inner.map(boxesIn).find((boxes) => boxes.length > 0) ?? [];
  return inner.filter(({ name }) => name.startsWith('draw:')).flatMap(boxesIn);
}

class LineReader {
  readonly #line: Line;
  readonly #story: Story;
  readonly #setter: WordSetter;

  constructor(line: Line, story: Story) {
    this.#line = line;
    this.#story = story;
    this.#setter = new WordSetter(line, story.sizes, story.styles.size);
  }

  add(parent: XmlElement, type: Type): void {
    const line = this.#line;
    for (const each of parent.children) {
      if (typeof each === 'string') {
        this.#words(each, type);
        continue;
      }
      const { name, attributes } = each;
      if (name === 'text:span') this.add(each, this.#typeOf(attributes['text:style-name'], type));
      else if (name === 'text:s' || name === 'text:tab') this.#blank(' ', type);
      else if (name === 'text:line-break') this.#blank(LINE_BREAK, type);
      else if (name === 'text:change-start' || name === 'text:change-end') changeOver(each, this.#story);
      else if (name === 'text:note') line.notes.push(each);
      else if (name === 'text:hidden-text') {
        if (attributes['text:is-hidden'] === 'false') this.#words(attributes['text:string-value'] ?? '', type);
      } else if (name === 'text:ruby') {
        const base = child(each, 'text:ruby-base');
        if (base !== undefined) this.add(base, type);
      } else if (name === 'text:sequence') {
        if (isCaptionStart(line.text)) line.isCaption = true;
        this.add(each, type);
      } else if (name.startsWith('draw:')) for (const one of boxesIn(each)) line.boxes.push(one);
      else if (!SILENT.test(name)) this.add(each, type);
    }
  }

  #typeOf(name: string | undefined, around: Type): Type {
    if (name === undefined) return around;
    const own = this.#story.styles.get('text', name);
    return {
      isBold: own.isBold || around.isBold,
      isStruck: own.isStruck || around.isStruck,
      isHidden: own.isHidden || around.isHidden,
      size: own.size ?? around.size,
    };
  }

  #words(words: string, type: Type): void {
    if (!type.isHidden && words !== '' && this.#story.open.size === 0) this.#setter.add(words, type);
  }

  #blank(blank: string, { isHidden }: Type): void {
    if (!isHidden && this.#story.open.size === 0) this.#line.text += blank;
  }
}

/** Where a tracked change begins or ends; it may hold many paragraphs. */
export function changeOver({ name, attributes }: XmlElement, { deletions, open }: Story): void {
  const id = attributes['text:change-id'] ?? '';
  if (name === 'text:change-end') open.delete(id);
  else if (deletions.has(id)) open.add(id);
}

/** The mark of a note, as it is printed; null where it has none. */
export function markOf(note: XmlElement): string | null {
  return textBelow(child(note, 'text:note-citation')).trim() || null;
}
