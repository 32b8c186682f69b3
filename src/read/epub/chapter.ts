/** A chapter of an EPUB book → its passages, as the reader of web pages sees them. */
import { parse } from 'parse5';
import type { Passage } from '../flow/passages.ts';
import { cleanWords, passage } from '../flow/passages.ts';
import { survey } from '../html/boilerplate.ts';
import { pagePassages } from '../html/passages.ts';
import type { Element, Node } from '../html/tree.ts';
import { attribute, childrenOf, isElement, textOf, visit } from '../html/tree.ts';
import type { Chapter } from './package.ts';

/** Elements that end themselves, which only XHTML knows for others than the empty ones of HTML. */
const SELF_CLOSED = /<([A-Za-z][\w:-]*)((?:\s[^<>]*)?)\/>/g;
const EMPTY = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
/** What `epub:type` says and `role` has a word for. */
const ROLES: Readonly<Record<string, string>> = {
  footnote: 'doc-footnote',
  footnotes: 'doc-footnotes',
  note: 'doc-footnote',
  endnote: 'doc-endnote',
  endnotes: 'doc-endnotes',
  rearnote: 'doc-endnote',
  rearnotes: 'doc-endnotes',
  noteref: 'doc-noteref',
  backlink: 'doc-backlink',
  referrer: 'doc-backlink',
};
/** A chapter of links has as many of them, and this part of its characters stands in them. */
const FEWEST_LINKS = 4;
const LINKED = 0.7;

/**
 * Reads a chapter. Entries of a table of contents have that role; a cover is furniture.
 * @param xhtml decoded, newlines as `\n`
 */
export function chapterPassages(xhtml: string, purpose: Chapter['purpose']): Passage[] {
  const document = parse(
    xhtml.replace(SELF_CLOSED, (whole, name: string, rest: string) =>
      EMPTY.test(name) ? whole : `<${name}${rest}></${name}>`,
    ),
  );
  const body = adapted(document);
  if (purpose === 'contents') return contentsOf(document);
  const page = survey(document);
  const facts = body === null ? undefined : page.facts.get(body);
  if (facts !== undefined && facts.links >= FEWEST_LINKS && facts.linked > facts.characters * LINKED)
    return contentsOf(document);
  const passages = pagePassages(document, page);
  if (purpose === 'text') return passages;
  return passages.map((each) => ({ ...each, kind: 'furniture', role: null }));
}

/** Says in the words of web pages what a book says in its own; gives the body. */
function adapted(document: Node): Element | null {
  let body: Element | null = null;
  visit(document, {
    enter: (element) => {
      if (element.tagName === 'body') {
        body = element;
        // All of a chapter is the document's own, headers and footers too.
        element.attrs.unshift({ name: 'role', value: 'main' });
        return true;
      }
      if (attribute(element, 'role') !== '') return true;
      for (const type of attribute(element, 'epub:type').split(/\s+/)) {
        const role = Object.hasOwn(ROLES, type) ? ROLES[type] : undefined;
        if (role !== undefined) element.attrs.push({ name: 'role', value: role });
        // The numbers of printed pages are no words.
        if (type === 'pagebreak') element.attrs.push({ name: 'hidden', value: '' });
      }
      if (isRaisedLink(element)) element.attrs.push({ name: 'role', value: 'doc-noteref' });
      return true;
    },
    leave: () => {},
    text: () => {},
  });
  return body;
}

/** Whether an element is a raised number that leads somewhere, perhaps to another chapter. */
function isRaisedLink(element: Element): boolean {
  if (element.tagName !== 'a' || !attribute(element, 'href').includes('#')) return false;
  if (!/^[[(]?(?:\d{1,3}|[*†‡])[\])]?$/.test(textOf(element, 12).trim())) return false;
  const { parentNode } = element;
  const isInside = parentNode !== null && isElement(parentNode) && parentNode.tagName === 'sup';
  return isInside || childrenOf(element).some((child) => isElement(child) && child.tagName === 'sup');
}

/** The links of a table of contents, one an entry. */
function contentsOf(document: Node): Passage[] {
  const entries: Passage[] = [];
  visit(document, {
    enter: (element) => {
      if (element.tagName !== 'a') return true;
      const text = cleanWords(textOf(element, 500));
      if (text !== '') entries.push(passage('paragraph', text, { role: 'contents' }));
      return false;
    },
    leave: () => {},
    text: () => {},
  });
  return entries;
}
