/** A page's part of a PDF's structure tree, as plain data. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfInfo } from '../content.ts';

/** An element of the tree with what it holds on one page: further elements, and marked content by its id. */
export interface Element {
  /** The standard name of its role where the file maps its own names to standard ones. */
  readonly role: string;
  readonly kids: readonly (Element | string)[];
}

/** Programs that recognise scanned pages: their trees are guesses at the layout. */
const recognition = /omnipage|finereader|abbyy|paper capture|clearscan|readiris|tesseract|\bocr/i;

/** Whether a file's tree was made from pictures of its pages rather than by its author. */
export function isRecognised({ creator, producer }: Pick<PdfInfo, 'creator' | 'producer'>): boolean {
  return recognition.test(creator ?? '') || recognition.test(producer ?? '');
}

/** After this many pages without any part of a tree, the file has none. */
const mostAsked = 3;

/**
 * A way to ask page after page for its elements. A file without a tree is asked about its first pages only; where the
 * tree is to be left unused, no page is asked.
 * @returns gives null for a page that has no part in a tree, or whose part is broken
 */
export function elementsReader(ignored: boolean): (page: PDFPageProxy) => Promise<Element | null> {
  let left = ignored ? 0 : mostAsked;
  return async (page) => {
    if (left <= 0) return null;
    const tree: unknown = await page.getStructTree().catch(() => null);
    const root = elementOf(tree);
    if (root === null) left--;
    else left = Infinity;
    return root !== null && root.kids.length > 0 ? root : null;
  };
}

function elementOf(node: unknown): Element | null {
  if (typeof node !== 'object' || node === null || !('children' in node) || !Array.isArray(node.children)) return null;
  const role = 'role' in node && typeof node.role === 'string' ? node.role : '';
  const children: readonly unknown[] = node.children;
  const kids = children.flatMap((child): (Element | string)[] => {
    if (typeof child !== 'object' || child === null) return [];
    if ('type' in child) return child.type === 'content' && 'id' in child ? [String(child.id)] : [];
    const element = elementOf(child);
    return element === null ? [] : [element];
  });
  return { role, kids };
}
