/** Which part of a web page is the document. */
import type { Survey } from './boilerplate.ts';
import type { Element, Node } from './tree.ts';
import { attribute, visit } from './tree.ts';

/** The part of a page's text that its main element has to hold to be taken for the document. */
const MOST = 0.5;

/**
 * The element that holds the document: `main`, the only `article`, or what is called the content, where it holds most of
 * the text; else the whole page.
 */
export function findContent(page: Node, { facts, leftOut }: Survey): Node {
  const found: Element[][] = [[], [], []];
  let articles = 0;
  let whole = 0;
  visit(page, {
    enter: (element) => {
      if (leftOut.has(element)) return false;
      if (element.tagName === 'body') whole = facts.get(element)?.characters ?? 0;
      if (element.tagName === 'article') articles++;
      const place = placeOf(element);
      if (place >= 0) found[place]?.push(element);
      return true;
    },
    leave: () => {},
    text: () => {},
  });
  for (const [place, elements] of found.entries()) {
    if (place === 1 && articles > 1) continue;
    const best = elements.find((element) => (facts.get(element)?.characters ?? 0) > whole * MOST);
    if (best !== undefined) return best;
  }
  return page;
}

function placeOf(element: Element): number {
  if (element.tagName === 'main' || attribute(element, 'role') === 'main') return 0;
  if (element.tagName === 'article') return 1;
  return /^(?:main-?content|content|article-?body|page-?content)$/i.test(attribute(element, 'id')) ? 2 : -1;
}
