/** Goes through the pages of a PDF for what is written on them, and gives up no others for the one that fails. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MOST_TEXT } from '../most-text.ts';
import type { Stop, Watch } from '../sandbox/watch.ts';
import type { RunPage } from './glyphs/run.ts';
import { readRuns } from './glyphs/runs.ts';
import type { elementsReader } from './structure/elements.ts';

/** Files say how many pages they have and may lie: after this many pages in a row that fail, the rest is given up. */
const mostFailures = 50;
/** Pages that are passed over before the file's own count of them is doubted. */
const mostPassedOver = 20_000;

/** The pages of a document, those that failed among them. */
export interface PagesRead {
  readonly pages: readonly RunPage[];
  readonly failed: readonly number[];
  /** Pages that were passed over, with the reason. */
  readonly leftOut: ReadonlyMap<number, Stop>;
  /** The number of pages that are there, which may be fewer than the file claims. */
  readonly count: number;
  /** Whether text was left unread because there was too much. */
  readonly cut: boolean;
}

/**
 * Reads what is written on every page.
 * @param watch told of every page, and asked before each; what it wants left out is passed over
 */
export async function readPages(
  document: PDFDocumentProxy,
  readElements: ReturnType<typeof elementsReader>,
  watch: Watch,
): Promise<PagesRead> {
  const pages: RunPage[] = [];
  const failed: number[] = [];
  const leftOut = new Map<number, Stop>();
  let characters = 0;
  let inARow = 0;
  for (let number = 1; number <= document.numPages; number++) {
    if (number - pages.length > mostPassedOver && leftOut.size > 0) {
      return { pages, failed, leftOut, count: number - 1, cut: true };
    }
    const stop = watch.leftOut(number) ?? (watch.isTimeUp() ? 'time' : null);
    if (stop !== null) {
      leftOut.set(number, stop);
      continue;
    }
    watch.at('text', number, document.numPages);
    try {
      const page = await document.getPage(number);
      watch.at('tags', number);
      const tags = watch.isTaggable() ? await readElements(page) : null;
      watch.at('text', number, document.numPages);
      const read = await readRuns(page, tags);
      page.cleanup();
      pages.push(read);
      inARow = 0;
      for (const run of read.runs) characters += run.text.length;
      if (characters > MOST_TEXT) return { pages, failed, leftOut, count: document.numPages, cut: true };
    } catch {
      failed.push(number);
      if (++inARow >= mostFailures) {
        return { pages, failed: failed.slice(0, -inARow), leftOut, count: number - inARow, cut: true };
      }
    }
  }
  return { pages, failed, leftOut, count: document.numPages, cut: false };
}
