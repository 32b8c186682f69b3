/** What of a web page is no part of the document: navigation, banners, scripts, what is hidden. */
import { isContents, leadsThroughPage } from './contents.ts';
import type { Facts } from './facts.ts';
import type { Element, Node } from './tree.ts';
import { attribute, hasAttribute, textOf, visit } from './tree.ts';

/** What was found out about a page. */
export interface Survey {
  readonly facts: ReadonlyMap<Element, Facts>;
  /** The elements that are no part of the document. */
  readonly leftOut: ReadonlySet<Element>;
  /** Its tables of contents: no text of the document, and no part of the site either. */
  readonly contents: ReadonlySet<Element>;
  /** Footers and headers of the site, which may say who made the page and when. */
  readonly margins: readonly Element[];
}

const NEVER = new Set(
  'script style noscript template head svg math canvas iframe object embed audio video map button select input textarea datalist progress meter nav menu dialog rp rt'.split(
    ' ',
  ),
);
const ROLES =
  /^(?:navigation|banner|search|menu|menubar|tablist|toolbar|dialog|alertdialog|contentinfo|doc-toc|doc-index|directory)$/;
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const BANNERS =
  /(?:^|[\s_-])(?:cookies?|gdpr|consent|breadcrumbs?|skip-?links?|sr-only|visually-?hidden|pagination|pager|newsletter|feedback|subscribe)(?:[\s_-]|$)/i;
const MENUS =
  /(?:^|[\s_-])(?:nav|navigation|navbar|sidebar|menu|toc|contents-list|table-of-contents|share|sharing|social|related|tags|widget|advert|ads|promo|toolbar|footer|header|masthead|feedback|comments?|print)(?:[\s_-]|$)/i;
/** A banner has no more words than this, in characters. */
const LONGEST_BANNER = 1500;

/** Looks through a page once: counts its words and links, and tells what is no part of the document. */
export function survey(root: Node): Survey {
  const facts = new Map<Element, Facts>();
  const leftOut = new Set<Element>();
  const contents = new Set<Element>();
  const margins: Element[] = [];
  const open: Facts[] = [nothing()];
  let inMain = 0;
  let inLink = 0;
  visit(root, {
    enter: (element) => {
      if (isNever(element)) {
        (!isHidden(element) && leadsThroughPage(element) ? contents : leftOut).add(element);
        return false;
      }
      if (isMain(element)) inMain++;
      if (element.tagName === 'a') inLink++;
      open.push(nothing());
      return true;
    },
    leave: (element) => {
      const own = open.pop() ?? nothing();
      const { tagName } = element;
      if (isMain(element)) inMain--;
      if (tagName === 'a') {
        inLink--;
        own.links++;
        if (attribute(element, 'href').startsWith('#')) own.inner++;
      }
      facts.set(element, { ...own });
      const isMargin = inMain === 0 && (tagName === 'header' || tagName === 'footer');
      if (isMargin) margins.push(element);
      if (!isMargin && own.characters > 0 && isContents(element, own)) {
        contents.add(element);
        return;
      }
      if (isBoilerplate(element, own, isMargin)) {
        leftOut.add(element);
        return;
      }
      if (tagName === 'table') own.tables++;
      if (/^h[1-6]$/.test(tagName)) own.headings++;
      if (tagName === 'h1') own.h1++;
      add(open.at(-1), own);
    },
    text: (value) => {
      const top = open.at(-1);
      if (top === undefined) return;
      const count = value.replace(/\s+/g, '').length;
      top.characters += count;
      if (inLink > 0) top.linked += count;
    },
  });
  return { facts, leftOut, contents, margins };
}

/** Whether an element is one that holds the document proper, in which headers and footers are its own. */
function isMain(element: Element): boolean {
  return /^(?:main|article|section)$/.test(element.tagName) || attribute(element, 'role') === 'main';
}

/** Elements that are no text whatever they hold. */
function isNever(element: Element): boolean {
  if (NEVER.has(element.tagName)) return true;
  return element.attrs.length > 0 && (isHidden(element) || ROLES.test(attribute(element, 'role')));
}

/** Whether an element is not shown. What is only hidden from readers of the screen is: they get it in other words. */
function isHidden(element: Element): boolean {
  if (hasAttribute(element, 'hidden') && attribute(element, 'hidden') !== 'until-found') return true;
  return HIDDEN.test(attribute(element, 'style'));
}

function isBoilerplate(element: Element, own: Facts, isMargin: boolean): boolean {
  const { tagName } = element;
  if (tagName === 'body' || tagName === 'html' || tagName === 'main' || isHeading(tagName)) return false;
  if (own.characters === 0)
    return tagName !== 'br' && tagName !== 'td' && tagName !== 'th' && !/^(?:hr|li|tr|wbr)$/.test(tagName);
  if (isMargin) return tagName === 'footer' || own.h1 === 0;
  if (tagName === 'a') return isSkipLink(element, own);
  const density = own.linked / own.characters;
  if (tagName === 'aside' && density > 0.5) return true;
  // A section may be about cookies or consent: its id is made from its heading.
  const name = `${attribute(element, 'class')} ${own.headings > 0 ? '' : attribute(element, 'id')}`;
  if (name.length < 3 || own.h1 > 0) return false;
  if (BANNERS.test(name) && own.characters < LONGEST_BANNER) return true;
  return MENUS.test(name) && own.links > 0 && density > 0.5;
}

/** `Skip to content`, and the sign beside a heading that links to it. */
function isSkipLink(element: Element, own: Facts): boolean {
  if (!attribute(element, 'href').startsWith('#')) return false;
  if (/(?:^|[\s_-])(?:header-?link|anchor|permalink|skip)/i.test(attribute(element, 'class')) && own.characters < 40)
    return true;
  if (own.characters > 40) return false;
  return /^(?:[#¶§]|skip\s(?:to|over|past)\b.*|jump\sto\b.*|back\sto\stop|↑)$/i.test(textOf(element, 80).trim());
}

/** `h1` to `h6` */
export function isHeading(tagName: string): boolean {
  return /^h[1-6]$/.test(tagName);
}

function nothing(): Facts {
  return { characters: 0, linked: 0, links: 0, inner: 0, tables: 0, headings: 0, h1: 0 };
}

function add(sum: Facts | undefined, more: Facts): void {
  if (sum === undefined) return;
  sum.characters += more.characters;
  sum.linked += more.linked;
  sum.links += more.links;
  sum.inner += more.inner;
  sum.tables += more.tables;
  sum.headings += more.headings;
  sum.h1 += more.h1;
}
