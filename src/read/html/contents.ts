/** The tables of contents of web pages: lists of links to places on the same page, and what is called one. */
import type { Facts } from './facts.ts';
import type { Element } from './tree.ts';
import { attribute, visit } from './tree.ts';

const ROLES = /^(?:doc-toc|directory)$/;
const NAMES = /(?:^|[\s_-])(?:toc|contents-list|table-of-contents|toctree(?:-wrapper)?)(?:[\s_-]|$)/i;
/** Fewer links are none. */
const FEWEST = 3;

/** Whether a list, or what is called contents, holds hardly anything but links. */
export function isContents(element: Element, { characters, linked, links, inner, h1 }: Facts): boolean {
  if (links < FEWEST || linked < characters * 0.8 || h1 > 0) return false;
  if ((element.tagName === 'ul' || element.tagName === 'ol') && inner === links) return true;
  return isCalled(element);
}

/** Whether a menu leads through the document rather than through the site: all its links go to places on the page. */
export function leadsThroughPage(menu: Element): boolean {
  if (menu.tagName !== 'nav' && attribute(menu, 'role') !== 'navigation' && !isCalled(menu)) return false;
  let links = 0;
  let inner = 0;
  visit(menu, {
    enter: (element) => {
      if (element.tagName !== 'a') return true;
      links++;
      if (/^#./.test(attribute(element, 'href'))) inner++;
      return false;
    },
    leave: () => {},
    text: () => {},
  });
  return links >= FEWEST && inner === links;
}

function isCalled(element: Element): boolean {
  return (
    ROLES.test(attribute(element, 'role')) || NAMES.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`)
  );
}
