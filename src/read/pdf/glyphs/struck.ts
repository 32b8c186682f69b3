/** Words that a line is drawn through, as the deletions of a redline are: taken out of the text, and kept beside it. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Watch } from '../../sandbox/watch.ts';
import { cleanCharacters } from './characters.ts';
import { type PlacedGlyph, readGlyphs } from './glyphs-placed.ts';
import { type DrawingList, type Drawn, type DrawnLine, readDrawn } from './rules-drawn.ts';
import type { Run, RunPage } from './run.ts';

type PageProxy = Pick<PDFPageProxy, 'view' | 'rotate'>;

/** What is drawn on a page, and the page without its struck words; the same page where it has none. */
export interface Sketch {
  readonly drawn: Drawn;
  readonly kept: RunPage;
}

/** Besides the pages that were opened for their fonts, this share of the pages (but two) is looked at for struck words. */
const sampledShare = 0.02;
/** Where the text of the first pages says so, all pages are looked at. */
const announces =
  /\b(?:red-?lined?|strike-?(?:out|through)|struck(?: |-)(?:out|through)|track(?:ed)? changes|deletions? (?:are|is|in|shown|marked)|deleted (?:text|words|language)|mark(?:ed)?-?up (?:version|copy|text))\b/i;
const firstPages = 5;

/** The part of a letter's height, in em above the base line, where a line strikes it out. */
const strikeFrom = 0.13;
const strikeTo = 0.43;
/** In em, a line that strikes out is no thicker, */
const thickest = 0.14;
/** and this share of its length runs through text. */
const leastInText = 0.85;
/** Larger than any page of text and lines needs; what is more is left as it is. */
const mostComparisons = 4_000_000;

/** What a page's drawing says of it. */
export async function sketch(list: DrawingList, proxy: PageProxy, page: RunPage): Promise<Sketch> {
  const drawn = await readDrawn(list, proxy, page);
  const spans = struckSpans(page.runs, drawn.level);
  return { drawn, kept: spans.size === 0 ? page : strike(page, spans, await readGlyphs(list, proxy, page)) };
}

/**
 * The pages without the words that lines are drawn through; they stand in `struck` of runs without text. Drawn lines cost
 * as much to get as the text of a page, so all pages are looked at only where a few of them have struck words, or where
 * the first pages speak of them.
 * @param seen what is known already of how pages are drawn, by page
 */
export async function strikeOut(
  document: PDFDocumentProxy,
  pages: readonly RunPage[],
  seen: ReadonlyMap<number, Sketch>,
  watch: Watch,
): Promise<readonly RunPage[]> {
  const found = new Map<number, RunPage>();
  const looked = new Set<number>();
  const look = async (page: RunPage): Promise<void> => {
    if (looked.has(page.page)) return;
    looked.add(page.page);
    const known = seen.get(page.page) ?? (await open(document, page, watch));
    if (known !== null && known.kept !== page) found.set(page.page, known.kept);
  };
  for (const page of pages) if (seen.has(page.page)) await look(page);
  const most = Math.max(2, Math.ceil(sampledShare * pages.length));
  // From the middle of equal parts of the document: title pages and annexes say little of the text.
  for (let k = 0; k < most; k++) {
    const page = pages[Math.floor(((k + 0.5) * pages.length) / most)];
    if (page !== undefined) await look(page);
  }
  const announced = pages.slice(0, firstPages).some(({ runs }) => announces.test(runs.map((r) => r.text).join(' ')));
  if (found.size > 0 || announced) for (const page of pages) await look(page);
  return found.size === 0 ? pages : pages.map((page) => found.get(page.page) ?? page);
}

async function open(document: PDFDocumentProxy, page: RunPage, watch: Watch): Promise<Sketch | null> {
  if (page.cut || page.runs.length === 0 || watch.isTimeUp() || !watch.isDrawable(page.page)) return null;
  watch.at('drawing', page.page);
  try {
    const proxy = await document.getPage(page.page);
    const known = await sketch(await proxy.getOperatorList(), proxy, page);
    proxy.cleanup();
    return known;
  } catch {
    // A page that cannot be drawn has no lines that are known.
    return null;
  }
}

function strike(page: RunPage, spans: ReadonlyMap<Run, readonly Stretch[]>, glyphs: readonly PlacedGlyph[]): RunPage {
  const rows = rowsOf(glyphs);
  for (const row of rows.values()) row.sort((a, b) => a.x0 - b.x0);
  let struck = false;
  const runs = page.runs.flatMap((run) => {
    const own = spans.get(run);
    if (own === undefined) return [run];
    const parts = partRun(run, own, rows);
    if (parts.some((part) => part.struck !== undefined)) struck = true;
    return parts;
  });
  return struck ? { ...page, runs } : page;
}

/** No run of text that people read is struck out in more pieces. */
const mostSpans = 100;

/** Runs and glyphs are looked up by their base line in rows of this many points. */
const rowHeight = 4;

function rowsOf<T extends { readonly y: number }>(all: readonly T[]): Map<number, T[]> {
  const rows = new Map<number, T[]>();
  for (const one of all) {
    const row = Math.round(one.y / rowHeight);
    const own = rows.get(row);
    if (own === undefined) rows.set(row, [one]);
    else own.push(one);
  }
  return rows;
}

type Stretch = readonly [x0: number, x1: number];

/** Where runs are struck out, from left to right. */
function struckSpans(runs: readonly Run[], lines: readonly DrawnLine[]): Map<Run, Stretch[]> {
  const rows = rowsOf(runs);
  const tallest = runs.reduce((size, run) => Math.max(size, run.size), 0);
  const spans = new Map<Run, Stretch[]>();
  let left = mostComparisons;
  for (const line of wholeLines(lines)) {
    const hit: Run[] = [];
    let inText = 0;
    const top = Math.round((line.y0 - 0.1 * strikeFrom) / rowHeight);
    const bottom = Math.round((line.y0 - strikeTo * tallest) / rowHeight);
    for (let row = top; row >= bottom && left > 0; row--) {
      for (const run of rows.get(row) ?? []) {
        left--;
        const above = (line.y0 - run.y) / run.size;
        if (above < strikeFrom || above > strikeTo || line.thickness > thickest * run.size) continue;
        const shared = Math.min(line.x1, run.x1) - Math.max(line.x0, run.x0);
        if (shared <= 0) continue;
        inText += shared;
        hit.push(run);
      }
    }
    // A space at the end of a line of text may be struck out too, though it is no longer there.
    if (inText < leastInText * (line.x1 - line.x0) - 0.3 * (hit[0]?.size ?? 0)) continue;
    for (const run of hit) {
      const own = spans.get(run);
      if (own === undefined) spans.set(run, [[line.x0, line.x1]]);
      else if (own.length < mostSpans) own.push([line.x0, line.x1]);
    }
  }
  return spans;
}

/** Lines drawn piece by piece as one: the edges of a row of cells reach past any text that they happen to cross. */
function wholeLines(lines: readonly DrawnLine[]): DrawnLine[] {
  const sorted = [...lines].sort((a, b) => Math.round(2 * a.y0) - Math.round(2 * b.y0) || a.x0 - b.x0);
  const out: DrawnLine[] = [];
  for (const line of sorted) {
    const last = out.at(-1);
    const touches = last !== undefined && Math.abs(last.y0 - line.y0) < 0.5 && line.x0 - last.x1 < nearby;
    if (!touches) out.push(line);
    else
      out[out.length - 1] = {
        ...last,
        x1: Math.max(last.x1, line.x1),
        thickness: Math.max(last.thickness, line.thickness),
      };
  }
  return out;
}

/** Pieces of a line are no further apart, in points. */
const nearby = 1.5;

/** A run as its pieces: kept, and struck out. */
function partRun(run: Run, spans: readonly Stretch[], rows: ReadonlyMap<number, readonly PlacedGlyph[]>): Run[] {
  const characters = [...run.text];
  const edges = edgesOf(run, characters, rows);
  const isStruck = characters.map((_, k) => {
    const middle = ((edges[k] ?? 0) + (edges[k + 1] ?? 0)) / 2;
    return spans.some(([x0, x1]) => middle > x0 && middle < x1);
  });
  const pieces: Run[] = [];
  let from = 0;
  for (let k = 1; k <= characters.length; k++) {
    if (k < characters.length && isStruck[k] === isStruck[from]) continue;
    const text = characters.slice(from, k).join('');
    const spaced = from === 0 ? run.spaced : characters[from] === ' ' || characters[from - 1] === ' ';
    const piece = { ...run, x0: edges[from] ?? run.x0, x1: edges[k] ?? run.x1, spaced, raw: null };
    if (text.trim() !== '') {
      if (isStruck[from] === true) pieces.push({ ...piece, text: '', struck: text.trim() });
      else pieces.push({ ...piece, text: text.trim() });
    }
    from = k;
  }
  return pieces;
}

/** Where more glyphs than this stand on a letter, no one can read it; they are not looked through. */
const glyphsPerCharacter = 8;

/** The place of the first of glyphs, sorted from left to right, that begins at or after a point. */
function firstFrom(glyphs: readonly PlacedGlyph[], x: number): number {
  let low = 0;
  let high = glyphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((glyphs[middle]?.x0 ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the characters of a run begin and end: as its glyphs stand, or as if all were of one width. */
function edgesOf(run: Run, characters: readonly string[], rows: ReadonlyMap<number, readonly PlacedGlyph[]>): number[] {
  const row = Math.round(run.y / rowHeight);
  const slack = 0.1 * run.size;
  const most = glyphsPerCharacter * (characters.length + 4);
  const own: PlacedGlyph[] = [];
  for (const near of [rows.get(row - 1), rows.get(row), rows.get(row + 1)]) {
    if (near === undefined) continue;
    let seen = 0;
    // No glyph is wider than a few letters, so none that begins further to the left reaches into the run.
    for (let k = firstFrom(near, run.x0 - 3 * run.size); k < near.length && seen < most; k++, seen++) {
      const glyph = near[k];
      if (glyph === undefined || glyph.x0 >= run.x1 - slack / 4) break;
      if (Math.abs(glyph.y - run.y) < slack && glyph.x1 > run.x0 + slack / 4) own.push(glyph);
    }
  }
  own.sort((a, b) => a.x0 - b.x0);
  const placed = own.flatMap((g) => {
    const letters = [...cleanCharacters(g.text)];
    const step = (g.x1 - g.x0) / letters.length;
    return letters.map((text, k) => ({ text, x0: g.x0 + k * step, x1: g.x0 + (k + 1) * step }));
  });
  const wide = (run.x1 - run.x0) / characters.length;
  const even = Array.from({ length: characters.length + 1 }, (_, k) => run.x0 + k * wide);
  const edges: number[] = [];
  let at = 0;
  for (const character of characters) {
    const glyph = placed[at];
    if (character === ' ') {
      edges.push(edges.length === 0 ? run.x0 : (placed[at - 1]?.x1 ?? run.x0));
      continue;
    }
    if (glyph?.text !== character) return even;
    edges.push(glyph.x0);
    at++;
  }
  return [...edges, run.x1];
}
