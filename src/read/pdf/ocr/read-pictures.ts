/** Pages that have no text of their own → their runs, read from their pictures. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Stop, Watch } from '../../sandbox/watch.ts';
import { parsePages } from '../../selection.ts';
import type { RunPage } from '../glyphs/run.ts';
import { mendInitials } from './initials.ts';
import { checkOcr } from './packages.ts';
import type { PictureRequest } from './pictures.ts';
import { type Reader, startReader } from './reader.ts';
import { evenSizes, type SeenPage, seenPage } from './run-page.ts';

/** What came of the pages. */
export interface PicturesRead {
  /** The pages that were read. */
  readonly pages: ReadonlyMap<number, SeenPage>;
  /** Those among them that should not be relied on. */
  readonly doubtful: ReadonlySet<number>;
  /** The pages that took too long or too much memory. */
  readonly stopped: ReadonlyMap<number, Stop>;
  /** The pages that could not be drawn or read, with the reason in the words of whatever failed. */
  readonly failed: ReadonlyMap<number, string>;
}

/** How pictures are read. */
export interface PictureOptions {
  /** Whether pictures are read at all; as text, which pages: `3-10,15`. */
  readonly ocr?: boolean | string;
  readonly password?: string;
  /** Seconds that the document may take otherwise. Pictures have time of their own, in proportion. */
  readonly timeout?: number;
}

/** Seconds for a document unless the user says otherwise, as for reading its text. */
const USUAL_SECONDS = 120;
/** A single page may take this share of the document's seconds, */
const PAGE_SHARE = 1 / 2;
/** and all pages together this share for each. */
const MEAN_SHARE = 1 / 10;
/** Below this mean confidence a page should not be relied on. */
const LEAST_CONFIDENCE = 60;
/** After so many pages that cannot be read the fault is not theirs, and the rest is given up. */
const MOST_FAILURES = 5;
/** Bytes by which the process may grow: an engine with a large page takes half of it. */
const MOST_MEMORY = 650_000_000;

/**
 * Reads pages from their pictures, one at a time. What was read before the time is up is kept.
 * @param illegible the pages without legible text: their numbers and sizes count
 * @param count the number of pages of the document
 */
export async function readPictures(
  document: PDFDocumentProxy,
  illegible: readonly RunPage[],
  count: number,
  { ocr = false, password, timeout = USUAL_SECONDS }: PictureOptions,
  watch: Watch,
): Promise<PicturesRead> {
  const pages = new Map<number, SeenPage>();
  const stopped = new Map<number, Stop>();
  const failed = new Map<number, string>();
  const wanted = illegible.filter(({ page }) => isAsked(page, ocr));
  if (wanted.length > 0) checkOcr();
  const pageSeconds = PAGE_SHARE * timeout;
  const end = performance.now() + 1000 * Math.max(pageSeconds, MEAN_SHARE * timeout * wanted.length);
  const memory = process.memoryUsage.rss() + MOST_MEMORY;
  let reader: Reader | null = null;
  for (const { page, width, height, turns } of wanted) {
    const left = (end - performance.now()) / 1000;
    if (left <= 0 || !watch.isDrawable(page)) {
      stopped.set(page, 'time');
      continue;
    }
    const [why] = failed.values();
    if (why !== undefined && pages.size === 0 && failed.size >= MOST_FAILURES) {
      failed.set(page, why);
      continue;
    }
    watch.at('picture', page, count);
    const [wide, high] = turns % 2 === 1 ? [height, width] : [width, height];
    const request: PictureRequest = { page, width: wide, height: high };
    reader ??= await startReader(new Uint8Array(await document.getData()), password);
    const outcome = await reader.read(request, { seconds: Math.min(left, pageSeconds), memory });
    if (outcome.kind === 'text') pages.set(page, seenPage(request, outcome.text));
    else if (outcome.kind === 'failed') failed.set(page, outcome.why);
    else stopped.set(page, outcome.why);
    if (outcome.kind !== 'text') {
      await reader.end();
      reader = null;
    }
  }
  await reader?.end();
  const mended = mendInitials(evenSizes([...pages.values()].map((one) => one.page)));
  for (const page of mended) {
    const seen = pages.get(page.page);
    if (seen !== undefined) pages.set(page.page, { ...seen, page });
  }
  const doubtful = new Set([...pages].flatMap(([page, seen]) => (isDoubtful(seen) ? [page] : [])));
  return { pages, doubtful, stopped, failed };
}

/** Pages asked for by their printed numbers are not known yet; then all are read. */
function isAsked(page: number, ocr: boolean | string): boolean {
  if (typeof ocr === 'boolean') return ocr;
  const selection = parsePages(ocr);
  return selection?.kind !== 'physical' || selection.ranges.some(({ from, to }) => page >= from && page <= to);
}

/** A page of whose words the engine is not sure; one without words is a picture of something else. */
function isDoubtful({ confidence, page }: SeenPage): boolean {
  return page.runs.length > 0 && confidence < LEAST_CONFIDENCE;
}
