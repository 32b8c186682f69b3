/** The styles of an OpenDocument text: what they make of paragraphs, and how words are set. */
import type { Type } from '../packed/set-words.ts';
import type { XmlElement } from '../packed/xml.ts';
import { child, children } from '../packed/xml.ts';

/** What a style says, its own parents considered; sizes in points. */
export interface Style extends Type {
  readonly isTitle: boolean;
  readonly isCaption: boolean;
  readonly isContents: boolean;
  /** The list style of its headings; null where they are counted by the outline. */
  readonly list: string | null;
  /** Of cells: whether they have a colour behind them. */
  readonly isShaded: boolean;
}

/** Words without a style. */
const PLAIN: Style = {
  isBold: false,
  isStruck: false,
  isHidden: false,
  size: null,
  isTitle: false,
  isCaption: false,
  isContents: false,
  list: null,
  isShaded: false,
};

/** The size of words where the document says none, in points. */
const USUAL_SIZE = 12;

/** The styles of a document, by family and name. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #known = new Map<string, Style>();
  /** The size of words where no style says one, in points. */
  readonly size: number;

  /** @param roots what holds styles; the later wins */
  constructor(roots: readonly (XmlElement | undefined)[]) {
    let size: number | null = null;
    for (const root of roots) {
      for (const style of children(root, 'style:style')) {
        this.#elements.set(`${style.attributes['style:family'] ?? ''} ${style.attributes['style:name'] ?? ''}`, style);
      }
      for (const style of children(root, 'style:default-style')) {
        const type = child(style, 'style:text-properties')?.attributes;
        if (style.attributes['style:family'] === 'paragraph') size = sizeOf(type?.['fo:font-size'], null) ?? size;
      }
    }
    this.size = size ?? USUAL_SIZE;
  }

  /** The style of a family (`paragraph`, `text`, `table-cell`) by name; a plain one where there is none. */
  get(family: string, name: string | undefined): Style {
    return name === undefined ? PLAIN : this.#resolve(family, name, 0);
  }

  #resolve(family: string, name: string, depth: number): Style {
    const key = `${family} ${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const element = this.#elements.get(key);
    const base = element?.attributes['style:parent-style-name'];
    const parent = base === undefined || depth > 20 ? PLAIN : this.#resolve(family, base, depth + 1);
    const plain = (element?.attributes['style:display-name'] ?? name).replaceAll('_20_', ' ').toLowerCase();
    const type = child(element, 'style:text-properties')?.attributes ?? {};
    const through = type['style:text-line-through-style'] ?? type['style:text-line-through-type'];
    const weight = type['fo:font-weight'];
    const display = type['text:display'];
    const list = element?.attributes['style:list-style-name'];
    const fill = child(element, 'style:table-cell-properties')?.attributes['fo:background-color'];
    const style: Style = {
      isBold: weight === undefined ? parent.isBold || plain === 'table heading' : /^(?:bold|[6-9]00)$/.test(weight),
      isStruck: through === undefined ? parent.isStruck : through !== 'none',
      isHidden: display === undefined ? parent.isHidden : display === 'none',
      size: sizeOf(type['fo:font-size'], parent.size) ?? parent.size,
      isTitle: parent.isTitle || plain === 'title',
      isCaption: parent.isCaption || plain === 'caption',
      isContents: parent.isContents || /^(?:contents|index|contents heading|index heading)(?: \d)?$/.test(plain),
      list: list === undefined ? parent.list : list === '' ? null : list,
      isShaded: fill === undefined ? parent.isShaded : !/^(?:transparent|#f{6})$/i.test(fill),
    };
    this.#known.set(key, style);
    return style;
  }
}

/** A size as a style says it, `16pt` or `120%` of another; null where it says none. */
function sizeOf(value: string | undefined, around: number | null): number | null {
  const match = /^(\d{1,4}(?:\.\d{1,4})?)(pt|%)$/.exec(value ?? '');
  if (match === null) return null;
  return match[2] === 'pt' ? Number(match[1]) : (Number(match[1]) / 100) * (around ?? USUAL_SIZE);
}
