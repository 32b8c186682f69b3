/** Pictures read back as XML, for tests of what pmed draws. */
import { expect } from 'vitest';

/** An element of XML: its name, attributes and what is in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const TAG = /<(\/?)([A-Za-z][\w:]*)((?: [A-Za-z][\w:-]*="[^"<&]*(?:&#\d+;[^"<&]*)*")*)(\/?)>/y;
const TEXT = /(?:[^<&]|&#\d+;)+/y;

/** Reads what XML 1.0 allows and pictures use; throws at anything else. */
export function parsed(xml: string): Element {
  expect(xml).not.toMatch(/[^\t\n\u0020-\ufffd\u{10000}-\u{10ffff}]|\p{Surrogate}/u);
  const root: Element = { name: '', attributes: {}, children: [] };
  const stack = [root];
  for (let at = 0; at < xml.length; ) {
    const top = stack.at(-1);
    TEXT.lastIndex = at;
    TAG.lastIndex = at;
    const text = TEXT.exec(xml)?.[0];
    const tag = TAG.exec(xml);
    if (text !== undefined)
      top?.children.push(text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))));
    else if (tag === null) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 60)}`);
    else if (tag[1] === '/') {
      if (stack.pop()?.name !== tag[2]) throw new Error(`wrong end at ${at}`);
    } else {
      const pairs = [...(tag[3] ?? '').matchAll(/ ([^=]+)="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value] as const,
      );
      if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`an attribute twice at ${at}`);
      const element = { name: tag[2] ?? '', attributes: Object.fromEntries(pairs), children: [] };
      top?.children.push(element);
      if (tag[4] !== '/') stack.push(element);
    }
    at += text?.length ?? tag?.[0].length ?? 0;
  }
  expect(stack).toEqual([root]);
  const [svg] = root.children;
  if (typeof svg !== 'object') throw new Error('no root');
  return svg;
}

/** The elements of a name in an element, at any depth. */
export function elements(element: Element, name: string): Element[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elements(child, name)],
  );
}

/** All text in an element. */
export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
