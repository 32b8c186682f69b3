/** Finds the pages that cannot be read: those whose text makes no sense, and those that show something but no text. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block } from '../../../model/document.ts';
import type { Watch } from '../../sandbox/watch.ts';
import { type Illegible, isGarbled } from './legibility.ts';
import { showsSomething } from './pictures.ts';

/** A page with fewer letters than this may be a picture with a stamp on it. */
const fewestLetters = 30;

/**
 * The pages that cannot be read, by number, and why.
 * @param pages those that were read
 * @param blocks what was made of them
 */
export async function findIllegible(
  document: PDFDocumentProxy,
  pages: readonly { readonly page: number }[],
  blocks: readonly Block[],
  watch: Watch,
): Promise<Map<number, Illegible>> {
  const words = new Map<number, string[]>();
  for (const block of blocks) {
    if (block.kind === 'furniture') continue;
    for (const part of block.parts) {
      const list = words.get(part.page) ?? [];
      words.set(part.page, list);
      list.push(block.text.slice(part.start - block.start, part.end - block.start));
    }
  }
  const found = new Map<number, Illegible>();
  for (const { page } of pages) {
    const text = (words.get(page) ?? []).join('\n');
    if (isGarbled(text)) found.set(page, 'garbled');
    else if (text.length < fewestLetters && watch.isDrawable(page) && !watch.isTimeUp()) {
      watch.at('drawing', page);
      try {
        const proxy = await document.getPage(page);
        if (await showsSomething(proxy)) found.set(page, 'no-text');
        proxy.cleanup();
      } catch {
        found.set(page, 'no-text');
      }
    }
  }
  return found;
}
