/** The styles of a Word document: headings, lists, contents, captions and type; and tables whose head they set apart. */
import type { Type } from '../packed/set-words.ts';
import type { XmlElement } from '../packed/xml.ts';
import { child, children } from '../packed/xml.ts';
import { indentOf, isOn, settingOf } from './format.ts';

/** What a style says, its own parents considered; sizes in half points. */
export interface Style extends Type {
  readonly id: string;
  /** In small letters and English, whatever language Word speaks. */
  readonly name: string;
  /** Headings: from 1. */
  readonly heading: number | null;
  readonly isContents: boolean;
  readonly isCaption: boolean;
  /** The list that its paragraphs belong to, and the level in it from 0. */
  readonly list: string | null;
  readonly listLevel: number | null;
  /** In twentieths of a point. */
  readonly indent: number | null;
  /** Of tables: whether their first row is bold where a table asks for one. */
  readonly hasHead: boolean;
}

const NONE: Style = {
  id: '',
  name: '',
  heading: null,
  isContents: false,
  isCaption: false,
  isBold: false,
  isStruck: false,
  isHidden: false,
  size: null,
  list: null,
  listLevel: null,
  indent: null,
  hasHead: false,
};

/** The styles of a document. */
export class Styles {
  readonly #elements: ReadonlyMap<string, XmlElement>;
  readonly #known = new Map<string, Style>();
  readonly #default: string;
  /** The size of words where no style says one, in half points. */
  readonly size: number;

  /** @param root `word/styles.xml`; undefined where there is none */
  constructor(root: XmlElement | undefined) {
    const all = children(root, 'w:style');
    this.#elements = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style] as const));
    const first = all.find(({ attributes }) => attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1');
    this.#default = first?.attributes['w:styleId'] ?? '';
    const type = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    this.size = sizeOf(type) ?? 20;
  }

  /** The style of an id; the default one where the id is undefined, one that says nothing where there is none. */
  get(id: string | undefined): Style {
    return this.#resolve(id ?? this.#default, 0);
  }

  #resolve(id: string, depth: number): Style {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const element = this.#elements.get(id);
    if (element === undefined || depth > 20) return { ...NONE, id };
    const base = settingOf(element, 'w:basedOn');
    const parent = base === undefined ? NONE : this.#resolve(base, depth + 1);
    const name = (settingOf(element, 'w:name') ?? id).toLowerCase();
    const paragraph = child(element, 'w:pPr');
    const numbers = child(paragraph, 'w:numPr');
    const level = settingOf(numbers, 'w:ilvl');
    const list = settingOf(numbers, 'w:numId');
    const type = child(element, 'w:rPr');
    const head = children(element, 'w:tblStylePr').find(({ attributes }) => attributes['w:type'] === 'firstRow');
    const style: Style = {
      id,
      name,
      heading: headingOf(name, settingOf(paragraph, 'w:outlineLvl'), parent),
      isContents: parent.isContents || isContentsName(name),
      isCaption: parent.isCaption || name === 'caption',
      isBold: isOn(type, 'w:b') ?? parent.isBold,
      isStruck: isOn(type, 'w:strike') ?? isOn(type, 'w:dstrike') ?? parent.isStruck,
      isHidden: isOn(type, 'w:vanish') ?? parent.isHidden,
      size: sizeOf(type) ?? parent.size,
      list: list === '0' ? null : (list ?? parent.list),
      listLevel: level === undefined ? parent.listLevel : Number(level) || 0,
      indent: indentOf(paragraph) ?? parent.indent,
      hasHead: isOn(child(head, 'w:rPr'), 'w:b') ?? parent.hasHead,
    };
    this.#known.set(id, style);
    return style;
  }
}

/** The size that a format sets, in half points; null where it sets none. */
export function sizeOf(format: XmlElement | undefined): number | null {
  const size = Number(settingOf(format, 'w:sz') ?? Number.NaN);
  return size > 0 ? size : null;
}

function isContentsName(name: string): boolean {
  return /^(?:toc \d|toc heading|index \d|index heading|toa heading|table of (?:figures|authorities))$/.test(name);
}

/** The level that people give the styles that they make: `h2`, `heading 2 no number`; null for other names. */
function namedLevel(name: string): number | null {
  const level = /^(?:h|head|heading|section heading)[ _-]?([1-6])(?:\s|$)/.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}

function headingOf(name: string, outline: string | undefined, parent: Style): number | null {
  const level = /^heading ([1-9])$/.exec(name)?.[1];
  if (level !== undefined) return Math.min(Number(level), 6);
  if (name === 'title') return 1;
  if (outline === undefined) return parent.heading ?? namedLevel(name);
  const own = Number(outline);
  return own >= 0 && own < 9 ? Math.min(own + 1, 6) : null;
}
