/** The tree of a web page, and how to go through it however deeply it is nested. */
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
export type CommentNode = DefaultTreeAdapterTypes.CommentNode;

/** What to do on the way through a tree. */
export interface Visitor {
  /** Called before the children; false leaves them out, and `leave` is not called. */
  enter(element: Element): boolean;
  leave(element: Element): void;
  /** @param node the text itself, which knows where it stands in the source */
  text(value: string, node: TextNode): void;
  comment?(node: CommentNode): void;
}

/** Goes through everything below a node in order, without recursion: pages may be nested without bound. */
export function visit(root: Node, visitor: Visitor): void {
  const open: { node: Node; next: number }[] = [{ node: root, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = childrenOf(top.node)[top.next++];
    if (child === undefined) {
      open.pop();
      if (isElement(top.node) && open.length > 0) visitor.leave(top.node);
    } else if (isElement(child)) {
      if (visitor.enter(child)) open.push({ node: child, next: 0 });
    } else if ('value' in child) visitor.text(child.value, child);
    else if ('data' in child) visitor.comment?.(child);
  }
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** The children of a node; none of a text or comment. */
export function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

/** The value of an attribute; an empty string where it is not there. */
export function attribute(element: Element, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? '';
}

/** Whether an attribute is there, with or without a value. */
export function hasAttribute(element: Element, name: string): boolean {
  return element.attrs.some((each) => each.name === name);
}

/** The words below a node without mark-up, cut off after as many characters and at most as many elements. */
export function textOf(root: Node, most = 2000): string {
  const parts: string[] = [];
  let length = 0;
  let elements = 0;
  visit(root, {
    enter: ({ tagName }) => length < most && elements++ < most && tagName !== 'script' && tagName !== 'style',
    leave: ({ tagName }) => {
      if (!/^(?:a|abbr|b|em|i|span|strong|sub|sup|u)$/.test(tagName)) parts.push(' ');
    },
    text: (value) => {
      if (length < most) parts.push(value);
      length += value.length;
    },
  });
  return parts.join('').slice(0, most);
}
