/** Marks in the text of a web page that lead to its notes, and the places where the notes stand. */
import type { Element } from './tree.ts';
import { attribute, childrenOf, isElement, textOf } from './tree.ts';

/** Whether an element is a list or section of foot- or endnotes, or one such note. */
export function holdsNotes(element: Element): boolean {
  if (/^doc-(?:footnotes?|endnotes?)$/.test(attribute(element, 'role'))) return true;
  if (!/^(?:aside|div|dl|li|ol|p|section|table|ul)$/.test(element.tagName)) return false;
  const name = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
  return /(?:^|\s)(?:footnotes?|endnotes?|foot-?note-?(?:list|text|item)?|fn[-_:]?\d{1,3}|ftn\d{1,3}|edn\d{1,3})(?:\s|$)/i.test(
    name,
  );
}

/**
 * Whether an element is the mark of a note and no part of the words: `<sup><a href="#fn1">1</a></sup>`.
 * @param before the character before it
 */
export function isNoteMark(element: Element, before: string): boolean {
  if (/^doc-(?:noteref|backlink)$/.test(attribute(element, 'role'))) return true;
  if (element.tagName === 'a') {
    const href = attribute(element, 'href');
    if (!href.startsWith('#')) return false;
    const named = /^#_?(?:fn|ftn|edn|foot-?note|endnote|note|cite_(?:note|ref))/i.test(href);
    const text = textOf(element, 12).trim();
    return (named && /^[[(]?(?:\d{1,3}|[a-z*†‡↩^↑])[\])]?\ufe0e?$/i.test(text)) || /^[↩↑^]\ufe0e?$/.test(text);
  }
  if (element.tagName !== 'sup') return false;
  const text = textOf(element, 12).trim();
  if (!/^[[(]?(?:\d{1,3}(?:,\s?\d{1,3})*|[*†‡]|[a-z])[\])]?$/.test(text)) return false;
  const links = childrenOf(element).some((child) => isElement(child) && child.tagName === 'a');
  return links || (/^\W?\d/.test(text) && /[.,;:!?)”’"']/.test(before));
}
