/** Some pages of a document instead of all: what is not on them is left out of the analysis, places stay as they are. */
import type { Block, Diagnostic, Document, Page } from '../model/document.ts';
import { PmedError } from '../model/fault.ts';
import { listPages } from '../model/page-list.ts';
import { wordsOf } from './words.ts';

/** Pages as asked for: by physical number from 1, or by the numbers printed on them. */
export type Selection =
  | { readonly kind: 'physical'; readonly ranges: readonly PageRange[] }
  | { readonly kind: 'printed'; readonly ranges: readonly string[] };

/** Both ends included; `to` is infinite in `12-`. */
interface PageRange {
  readonly from: number;
  readonly to: number;
}

const PRINTED = 'labels:';
/** Pages left out, scanned, damaged, or not read in time. */
const ABOUT_PAGES = /^PMED-I10[3467]$/;

/**
 * Reads `3-10,15`, `12-` (to the end) or, by the numbers printed on the pages, `labels:i-x,3`.
 * @returns null where it is none of these
 */
export function parsePages(given: string): Selection | null {
  const isPrinted = given.toLowerCase().startsWith(PRINTED);
  const parts = (isPrinted ? given.slice(PRINTED.length) : given).split(',').map((part) => part.trim());
  if (parts.includes('')) return null;
  if (isPrinted) return { kind: 'printed', ranges: parts };
  const ranges: PageRange[] = [];
  for (const part of parts) {
    const match = /^(\d{1,6})(-(\d{1,6})?)?$/.exec(part);
    if (match === null) return null;
    const from = Number(match[1]);
    const to = match[3] === undefined ? (match[2] === undefined ? from : Number.POSITIVE_INFINITY) : Number(match[3]);
    if (from < 1 || to < from) return null;
    ranges.push({ from, to });
  }
  return { kind: 'physical', ranges };
}

/**
 * The document with some of its pages only. Its text and every offset stay those of the whole document; title,
 * publisher and date too, for they stand on the first pages. A block that runs over the edge of the pages is kept whole,
 * so that no sentence is cut. A document without pages stays whole, with a warning.
 * @param asked as `parsePages` reads it
 * @param typed the document as the user named it, for messages
 * @throws PmedError (exit 2) PMED-U004 where `asked` is no list of pages, PMED-U011 for pages that the document has not
 */
export function selectPages(document: Document, asked: string, typed: string = document.name): Document {
  const selection = parsePages(asked);
  if (selection === null) {
    const hint = 'Write pages as 3-10,15 or 12- or labels:i-x.';
    throw new PmedError(`'${asked}' is no list of pages.`, { code: 'PMED-U004', exitCode: 2, hint });
  }
  if (!document.paged) {
    const message = 'The document has no pages of its own; all of it was looked at.';
    const hint = '--pages is for PDF.';
    return withDiagnostic(document, { code: 'PMED-U012', level: 'warning', page: null, message, hint });
  }
  const wanted = selection.kind === 'physical' ? physical(selection.ranges, document, typed) : null;
  const numbers = wanted ?? printed(selection.kind === 'printed' ? selection.ranges : [], document.pages, typed);
  const pages = document.pages.filter((page) => numbers.has(page.page));
  const blocks = document.blocks.filter((block) => isOn(block, numbers));
  const count = document.pages.at(-1)?.page ?? 0;
  const read = pages.filter((page) => page.legible).length;
  const chosen = listPages(pages.map((page) => page.page));
  const said: Diagnostic = {
    code: 'PMED-I111',
    level: 'note',
    page: null,
    message: `Only ${pages.length === 1 ? 'page' : 'pages'} ${chosen} of ${count} ${pages.length === 1 ? 'was' : 'were'} looked at.`,
    hint: null,
  };
  // What is wrong with other pages alone is no concern of these.
  const isWhole = pages.length > 0 && read === pages.length;
  const kept = document.diagnostics.filter(({ code, level, page }) => {
    return page === null ? !isWhole || level === 'note' || !ABOUT_PAGES.test(code) : numbers.has(page);
  });
  return withDiagnostic(
    {
      ...document,
      status: isWhole ? 'read' : document.status,
      blocks,
      chosen: pages.map(({ page }) => page),
      words: wordsOf(blocks),
      textCoverage: pages.length === 0 ? 0 : read / pages.length,
      diagnostics: kept,
    },
    said,
  );
}

function isOn(block: Block, numbers: ReadonlySet<number>): boolean {
  return block.parts.some((part) => numbers.has(part.page));
}

function withDiagnostic(document: Document, diagnostic: Diagnostic): Document {
  return { ...document, diagnostics: [...document.diagnostics, diagnostic] };
}

function physical(ranges: readonly PageRange[], { pages }: Document, typed: string): ReadonlySet<number> {
  // A page that could not be read has its number all the same.
  const last = pages.at(-1)?.page ?? 0;
  const numbers = new Set<number>();
  for (const { from, to } of ranges) {
    const end = to === Number.POSITIVE_INFINITY ? Math.max(from, last) : to;
    if (end > last) {
      const has = last === 1 ? '1 page' : `${last} pages`;
      const hint = from > last ? 'Ask for pages that it has.' : `To its end:  --pages ${from}-`;
      throw missing(`cannot look at page ${Math.max(from, last + 1)} of '${typed}': it has ${has}.`, hint);
    }
    for (let page = from; page <= end; page++) numbers.add(page);
  }
  return numbers;
}

/** Pages by printed number; a range goes from the first page of the one number to the next page of the other. */
function printed(ranges: readonly string[], pages: readonly Page[], typed: string): ReadonlySet<number> {
  const labels = pages.map(({ label }) => label?.toLowerCase() ?? null);
  const known = pages.flatMap(({ label }) => label ?? []);
  if (known.length === 0) {
    const hint = 'Ask by physical page:  --pages 3-10';
    throw missing(`no page of '${typed}' has a printed number that pmed could read.`, hint);
  }
  const numbers = new Set<number>();
  for (const range of ranges) {
    const found = span(range.toLowerCase(), labels);
    if (found === null) {
      const hint = `Its pages are numbered ${known[0] ?? ''} to ${known.at(-1) ?? ''}.`;
      throw missing(`'${typed}' has no pages numbered '${range}'.`, hint);
    }
    for (let index = found[0]; index <= found[1]; index++) numbers.add(pages[index]?.page ?? 0);
  }
  return numbers;
}

/** First and last index of a printed number or range; numbers may have hyphens themselves, such as `A-1`. */
function span(range: string, labels: readonly (string | null)[]): readonly [number, number] | null {
  const alone = labels.indexOf(range);
  if (alone >= 0) return [alone, alone];
  for (let at = range.indexOf('-'); at >= 0; at = range.indexOf('-', at + 1)) {
    const first = labels.indexOf(range.slice(0, at).trim());
    const last = first < 0 ? -1 : labels.indexOf(range.slice(at + 1).trim(), first);
    if (last >= 0) return [first, last];
  }
  return null;
}

function missing(message: string, hint: string): PmedError {
  return new PmedError(message, { code: 'PMED-U011', exitCode: 2, hint });
}
