/** Marks of pages in the text: where each begins, and which could not be read. */
import type { Page } from '../../../../model/document.ts';
import { type Markup, tag } from '../../../html/markup.ts';

/** Gives the marks that stand before what begins on a page; empty where they have been given. */
export type PageMarks = (page: number, element: 'p' | 'span') => readonly Markup[];

/**
 * The marks of a document's pages, each given once, as its text comes to them. Pages that could not be read are told even
 * though they have no text.
 * @param suffix stands behind the ids `page-18`
 */
export function pageMarks(pages: readonly Page[], suffix: string): PageMarks {
  let next = 0;
  return (page, element) => {
    const out: Markup[] = [];
    for (let one = pages[next]; one !== undefined && one.page <= page; one = pages[++next]) {
      if (one.page < page && one.legible) continue;
      out.push(tag(element, { class: 'pg', id: `page-${one.page}${suffix}` }, `— ${words(one)} —`));
    }
    return out;
  };
}

/** `p. 14 (PDF page 18)`. */
function words({ page, label, legible }: Page): string {
  const own = label === null || label === String(page) ? `p. ${page}` : `p. ${label} (PDF page ${page})`;
  return legible ? own : `${own}: could not be read`;
}
