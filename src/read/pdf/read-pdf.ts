/** PDF bytes → their text in blocks, pages and what could not be read. */
import type { Page, TagUse } from '../../model/document.ts';
import { PmedError } from '../../model/fault.ts';
import { THIS_FILE } from '../../model/shell-word.ts';
import { stopped } from '../sandbox/stopped.ts';
import { UNWATCHED, type Watch } from '../sandbox/watch.ts';
import type { PdfContent, PdfOptions } from './content.ts';
import { findIllegible } from './file/illegible.ts';
import { readInfo, readOutline } from './file/info.ts';
import { type OpenPdf, openPdf } from './file/open.ts';
import { readLabels } from './file/page-labels.ts';
import { quietly } from './file/pdfjs.ts';
import { arrange } from './flow/arrange.ts';
import { rangesOf } from './flow/page-ranges.ts';
import { readFonts } from './glyphs/fonts.ts';
import type { RunPage } from './glyphs/run.ts';
import { readGlyphNumbers } from './glyphs/shifted.ts';
import { type Sketch, sketch, strikeOut } from './glyphs/struck.ts';
import { readPictures } from './ocr/read-pictures.ts';
import { sayPictures } from './ocr/say-pictures.ts';
import type { LaidPage } from './page/layout.ts';
import { readPages } from './read-pages.ts';
import { sayFaults, sayRemains } from './say-faults.ts';
import { elementsReader, isRecognised } from './structure/elements.ts';

/**
 * Reads a PDF.
 * @param bytes the file; left as it is, unless the options say otherwise
 * @param watch told of every step, and asked before each; what it wants left out is a diagnostic
 * @returns its text and blocks; a page that cannot be read is a diagnostic and does not lose the others
 * @throws PmedError `PMED-I105` encrypted, `PMED-I106` damaged, `PMED-I104` without pages; messages without file name
 */
export async function readPdf(
  bytes: Uint8Array,
  options: PdfOptions = {},
  watch: Watch = UNWATCHED,
): Promise<PdfContent> {
  return quietly(async () => {
    watch.at('opening', 0);
    const opened = await openPdf(bytes, options);
    try {
      return await readDocument(opened, options, watch);
    } finally {
      // Not waited for: where a page was given up half-way, it may never end.
      opened.document.loadingTask.destroy().catch(() => {});
    }
  });
}

async function readDocument(opened: OpenPdf, options: PdfOptions, given: Watch): Promise<PdfContent> {
  const { document } = opened;
  if (!(document.numPages > 0)) {
    throw new PmedError('this PDF has no pages.', {
      code: 'PMED-I106',
      exitCode: 3,
      hint: 'Export it again from the program that made it.',
    });
  }
  const info = await readInfo(opened);
  const outline = await readOutline(opened);
  const isUntagged = options.ignoreTags === true || isRecognised(info);
  const elements = elementsReader(isUntagged);
  const { pages: asWritten, failed, leftOut: passedOver, count, cut } = await readPages(document, elements, given);
  // A page that was too much to read is too much to draw.
  const overfull = asWritten.filter((page) => page.cut).map(({ page }) => page);
  const watch: Watch = { ...given, isDrawable: (page) => given.isDrawable(page) && !overfull.includes(page) };
  watch.at('own', 0);
  const { pages, fonts: mended } = readGlyphNumbers(asWritten);
  const [first] = passedOver;
  if (pages.length === 0 && first !== undefined)
    throw stopped(first[1], passedOver.size === 1 ? first[0] : null, 'pdf');
  if (pages.length === 0) {
    throw new PmedError('no page of this PDF can be read: it is damaged.', {
      code: 'PMED-I106',
      exitCode: 3,
      hint: `Download or export it again, or try to repair it:  qpdf ${THIS_FILE} out.pdf`,
    });
  }
  const byNumber = new Map(pages.map((page) => [page.page, page]));
  const sketches = new Map<number, Sketch>();
  const fonts = await readFonts(document, pages, watch, async (proxy, list) => {
    const page = byNumber.get(proxy.pageNumber);
    if (page !== undefined) sketches.set(page.page, await sketch(list, proxy, page));
  });
  const kept = await strikeOut(document, pages, sketches, watch);
  watch.at('own', 0);
  const written = arrange(kept, fonts, outline);
  const found = await findIllegible(document, pages, written.blocks, watch);
  const scans = pages.filter(({ page }) => found.has(page));
  const seen = await readPictures(document, scans, count, options, watch);
  watch.at('own', 0);
  const { laid, text, blocks, printedAt, unlaid } =
    seen.pages.size === 0
      ? written
      : arrange(
          kept.map((page) => seen.pages.get(page.page)?.page ?? page),
          fonts,
          outline,
        );
  const illegible = new Map([...found].filter(([page]) => !seen.pages.has(page) && !seen.stopped.has(page)));
  const leftOut = new Map([...passedOver, ...seen.stopped]);
  watch.at('opening', 0);
  const labels = await readLabels(document);
  watch.at('own', 0);
  const numbers = new Map(laid.map((p) => [p.page, p.number]));
  const ranges = rangesOf(blocks, printedAt, count);
  const bad = new Set<number>([...illegible.keys(), ...failed, ...unlaid, ...leftOut.keys()]);
  const out: Page[] = [];
  for (let page = 1; page <= count; page++) {
    const range = ranges[page - 1] ?? { start: text.length, end: text.length };
    out.push({
      page,
      label: labels?.[page - 1] ?? numbers.get(page) ?? null,
      ...range,
      legible: !bad.has(page) && !seen.doubtful.has(page),
    });
  }
  const { remains } = opened;
  const all = Math.max(count, remains?.of ?? 0);
  const textCoverage = all === 0 ? 0 : (count - bad.size) / all;
  const isWhole = bad.size + seen.doubtful.size + overfull.length === 0 && !cut && remains === null;
  return {
    text,
    blocks,
    pages: out,
    diagnostics: [
      ...(remains === null ? [] : [sayRemains(remains)]),
      ...sayFaults(
        { illegible, failed, unlaid, leftOut, overfull, count, cut, mended, coverage: textCoverage },
        options.minTextCoverage,
      ),
      ...sayPictures(seen, count),
    ],
    status: isWhole ? 'read' : textCoverage > 0 ? 'partial' : 'failed',
    textCoverage,
    tags: isUntagged ? (info.tagged ? 'unused' : 'none') : tagUse(pages, laid),
    info,
    outline,
  };
}

/** How far the structure tree was used. */
function tagUse(pages: readonly RunPage[], laid: readonly LaidPage[]): TagUse {
  if (pages.every((page) => page.tags === undefined)) return 'none';
  const filled = laid.filter((page) => page.drafts.length > 0);
  const used = filled.filter((page) => page.isTagged);
  return used.length === 0 ? 'unused' : used.length === filled.length ? 'used' : 'partly';
}
