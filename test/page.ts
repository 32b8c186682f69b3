/** An HTML page as a browser reads it: its elements, its texts, and what a reader or a policy would object to. */
import { html as H, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

type Node = Tree.ChildNode | Tree.Document;
export type Element = Tree.Element;

/** A page, parsed by the rules of the HTML standard. */
export interface ParsedPage {
  /** Faults by the standard's names; a page of ours has none. */
  readonly faults: readonly string[];
  /** All elements in order. */
  readonly elements: readonly Element[];
}

export function parsedPage(source: string): ParsedPage {
  const faults: string[] = [];
  const document = parse(source, {
    onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`),
  });
  return { faults, elements: [...within(document)] };
}

function* within(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* within(child);
}

/** The value of an attribute; null where it is not there. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

/** The text of an element and all in it. */
export function textIn(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

/** Elements of a name, or with a class where it begins with a point. */
export function all({ elements }: Pick<ParsedPage, 'elements'>, name: string): Element[] {
  return elements.filter((element) =>
    name.startsWith('.')
      ? (attribute(element, 'class') ?? '').split(' ').includes(name.slice(1))
      : element.tagName === name,
  );
}

/** Elements of a name within another. */
export const inside = (element: Element, name: string): Element[] =>
  all({ elements: [...within(element)].slice(1) }, name);

/** What a page is made of, without its words: names of elements and of their attributes. */
export function skeleton({ elements }: ParsedPage): string[] {
  return elements.map(({ tagName, attrs }) => `${tagName}(${attrs.map(({ name }) => name).join(' ')})`);
}

/** Whether an element is of SVG. */
export const isSvg = (element: Element): boolean => element.namespaceURI === H.NS.SVG;
