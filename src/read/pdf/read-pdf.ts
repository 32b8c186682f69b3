/** PDF bytes → their text in blocks, pages and what could not be read. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block, Diagnostic, Page, TagUse } from '../../model/document.ts';
import { PmedError } from '../../model/fault.ts';
import { listPages } from '../../model/page-list.ts';
import { THIS_FILE } from '../../model/shell-word.ts';
import { stopOf, stopped } from '../sandbox/stopped.ts';
import { type Stop, UNWATCHED, type Watch } from '../sandbox/watch.ts';
import type { PdfContent, PdfOptions } from './content.ts';
import { readInfo, readOutline } from './file/info.ts';
import { type Illegible, isGarbled } from './file/legibility.ts';
import { type OpenPdf, openPdf, type Remains } from './file/open.ts';
import { quietly } from './file/pdfjs.ts';
import { showsSomething } from './file/pictures.ts';
import { arrange } from './flow/arrange.ts';
import { readFonts } from './glyphs/fonts.ts';
import { type RunPage, readGlyphNumbers, readRuns } from './glyphs/runs.ts';
import { type Sketch, sketch, strikeOut } from './glyphs/struck.ts';
import { readPictures } from './ocr/read-pictures.ts';
import { sayPictures } from './ocr/say-pictures.ts';
import type { LaidPage } from './page/layout.ts';
import { elementsReader, isRecognised } from './structure/elements.ts';

/** Files say how many pages they have and may lie: after this many pages in a row that fail, the rest is given up. */
const mostFailures = 50;
/** Pages that are passed over before the file's own count of them is doubted. */
const mostPassedOver = 20_000;
/** No document of words has more text than this; what follows is not read. */
const mostCharacters = 30_000_000;
/** A page with fewer letters than this may be a picture with a stamp on it. */
const fewestLetters = 30;
/** Below this share of readable pages the reading counts as incomplete. */
const leastCoverage = 0.9;

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
      ...report({ illegible, failed, unlaid, leftOut, overfull, count, cut, mended, coverage: textCoverage }),
      ...sayPictures(seen, count),
    ],
    status: isWhole ? 'read' : textCoverage > 0 ? 'partial' : 'failed',
    textCoverage,
    tags: isUntagged ? (info.tagged ? 'unused' : 'none') : tagUse(pages, laid),
    info,
    outline,
  };
}

interface PagesRead {
  readonly pages: readonly RunPage[];
  readonly failed: readonly number[];
  /** Pages that were passed over, with the reason. */
  readonly leftOut: ReadonlyMap<number, Stop>;
  /** The number of pages that are there, which may be fewer than the file claims. */
  readonly count: number;
  /** Whether text was left unread because there was too much. */
  readonly cut: boolean;
}

async function readPages(
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
    watch.at('text', number);
    try {
      const page = await document.getPage(number);
      watch.at('tags', number);
      const tags = watch.isTaggable() ? await readElements(page) : null;
      watch.at('text', number);
      const read = await readRuns(page, tags);
      page.cleanup();
      pages.push(read);
      inARow = 0;
      for (const run of read.runs) characters += run.text.length;
      if (characters > mostCharacters) return { pages, failed, leftOut, count: document.numPages, cut: true };
    } catch {
      failed.push(number);
      if (++inARow >= mostFailures) {
        return { pages, failed: failed.slice(0, -inARow), leftOut, count: number - inARow, cut: true };
      }
    }
  }
  return { pages, failed, leftOut, count: document.numPages, cut: false };
}

async function findIllegible(
  document: PDFDocumentProxy,
  pages: readonly RunPage[],
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

async function readLabels(document: PDFDocumentProxy): Promise<readonly string[] | null> {
  try {
    const labels = await document.getPageLabels();
    return labels?.map((label) => label.slice(0, 40)) ?? null;
  } catch {
    return null;
  }
}

function tagUse(pages: readonly RunPage[], laid: readonly LaidPage[]): TagUse {
  if (pages.every((page) => page.tags === undefined)) return 'none';
  const filled = laid.filter((page) => page.drafts.length > 0);
  const used = filled.filter((page) => page.isTagged);
  return used.length === 0 ? 'unused' : used.length === filled.length ? 'used' : 'partly';
}

/** Where each page's text begins and ends. */
function rangesOf(
  blocks: readonly Block[],
  printedAt: readonly number[],
  count: number,
): { start: number; end: number }[] {
  const ranges: ({ start: number; end: number } | undefined)[] = new Array(count);
  blocks.forEach((block, b) => {
    block.parts.forEach((part, k) => {
      const range = ranges[part.page - 1];
      if (range === undefined)
        ranges[part.page - 1] = { start: k === 0 ? (printedAt[b] ?? part.start) : part.start, end: part.end };
      else range.end = Math.max(range.end, part.end);
    });
  });
  let last = 0;
  return Array.from(ranges, (range) => {
    const own = range ?? { start: last, end: last };
    last = own.end;
    return own;
  });
}

interface Faults {
  readonly illegible: ReadonlyMap<number, Illegible>;
  readonly failed: readonly number[];
  /** Pages that our layout failed on. */
  readonly unlaid: readonly number[];
  readonly leftOut: ReadonlyMap<number, Stop>;
  /** Pages of which only the beginning was read. */
  readonly overfull: readonly number[];
  readonly count: number;
  readonly cut: boolean;
  /** Fonts whose letters were worked out from the order of their glyphs. */
  readonly mended: number;
  readonly coverage: number;
}

/** What is left of a broken file; an error, for nobody can say what stood on the pages that are gone. */
function sayRemains({ pages, of, isCutShort }: Remains): Diagnostic {
  const broken = isCutShort ? 'The file is cut short' : 'The file is damaged';
  const rest = isCutShort ? 'what followed is missing from this result' : 'others may be missing from this result';
  const message =
    pages === of
      ? `${broken}: ${pages === 1 ? 'its page was' : `all ${pages} pages were`} recovered, perhaps not with all their words.`
      : `${broken}: ${pages}${of === null ? '' : ` of ${of}`} pages ${pages === 1 && of === null ? 'was' : 'were'} recovered; ${rest}.`;
  return {
    code: 'PMED-I106',
    level: 'error',
    page: null,
    message,
    hint: 'Download it again, or ask for a whole copy.',
  };
}

function report({ illegible, failed, unlaid, leftOut, overfull, count, cut, mended, coverage }: Faults): Diagnostic[] {
  const level = coverage < leastCoverage ? 'error' : 'warning';
  const list = (why: Illegible): number[] => [...illegible].filter(([, w]) => w === why).map(([page]) => page);
  const said = (pages: readonly number[]): string =>
    count === 1 ? 'The only page' : pages.length === count ? `All ${count} pages` : `${pages.length} of ${count} pages`;
  const which = (pages: readonly number[]): string => (pages.length === count ? '' : ` (${listPages(pages)})`);
  const out: Diagnostic[] = [];
  const scans = list('no-text');

  const missing = 'What stands there is missing from this result.';
  if (scans.length > 0) {
    const one = scans.length === 1;
    out.push({
      code: 'PMED-I104',
      level,
      page: null,
      message: `${said(scans)} ${one ? 'has' : 'have'} no text${which(scans)}; ${one ? 'it looks' : 'they look'} scanned. ${missing}`,
      hint: `Read ${one ? 'its picture' : 'their pictures'}:  --ocr\nor add a layer of text first:  ocrmypdf --skip-text ${THIS_FILE} readable.pdf`,
    });
  }
  const garbled = list('garbled');
  if (garbled.length > 0) {
    const one = garbled.length === 1;
    out.push({
      code: 'PMED-I104',
      level,
      page: null,
      message: `${said(garbled)} ${one ? 'has' : 'have'} text that cannot be understood${which(garbled)}; the fonts do not say what their letters are. ${missing}`,
      hint: `Read the letters from the picture instead:  --ocr\nor, for good:  ocrmypdf --force-ocr ${THIS_FILE} readable.pdf`,
    });
  }
  if (failed.length > 0) {
    out.push({
      code: 'PMED-I106',
      level,
      page: null,
      message: `${said(failed)} could not be read${which(failed)}: damaged. ${missing}`,
      hint: `Download or export the file again, or try to repair it:  qpdf ${THIS_FILE} out.pdf`,
    });
  }
  if (unlaid.length > 0) {
    out.push({
      code: 'PMED-I106',
      level,
      page: null,
      message: `${said(unlaid)} could not be put in reading order${which(unlaid)}. ${missing}`,
      hint: 'This is a fault of pmed: please report it with the file.',
    });
  }
  for (const stop of ['time', 'memory'] as const) {
    const stopped = [...leftOut].filter(([, why]) => why === stop).map(([page]) => page);
    if (stopped.length === 0) continue;
    const much = stop === 'time' ? 'could not be read in time' : 'needed too much memory';
    out.push({
      ...stopOf(stop, 'pdf'),
      level,
      page: null,
      message: `${said(stopped)} ${much}${which(stopped)}. ${missing}`,
    });
  }
  if (mended > 0) {
    out.push({
      code: 'PMED-I104',
      level: 'note',
      page: null,
      message: `${mended === 1 ? 'A font does' : `${mended} fonts do`} not say what ${mended === 1 ? 'its' : 'their'} letters are; they were worked out from the usual order of glyphs.`,
      hint: null,
    });
  }
  if (overfull.length > 0) {
    out.push({
      code: 'PMED-I103',
      level: 'warning',
      page: null,
      message: `${said(overfull)} ${overfull.length === 1 ? 'has' : 'have'} more text than anyone can read${which(overfull)}; only the beginning was read.`,
      hint: null,
    });
  }
  if (cut) {
    out.push({
      code: 'PMED-I103',
      level: 'warning',
      page: null,
      message:
        'The file has fewer pages than it claims, or more text than can be read; what follows the last page here was left out.',
      hint: null,
    });
  }
  return out;
}
