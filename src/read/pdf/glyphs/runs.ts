/** A page's glyphs as pdfjs gives them → runs of text with their places on the upright page. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../../model/document.ts';
import type { Element } from '../structure/elements.ts';
import { cleanCharacters } from './characters.ts';
import { dropCopies, dropRepeats } from './repeats.ts';
import { isShifted, readAsGlyphs } from './shifted.ts';

/** Text set in one go in one font. Lengths are PDF points in the page's frame: x to the right, y up. */
export interface Run {
  /** Without space at either end. */
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
  /** pdfjs's name of the font, the same all through the document. */
  readonly font: string;
  /** Whether the file has a space before the run. */
  readonly spaced: boolean;
  /** The text with its control characters, where it has any: they may be glyph numbers. */
  readonly raw: string | null;
  /** The words that stood here and are struck out; absent where there are none. Such a run has no text. */
  readonly struck?: string;
  /** The marked content that it belongs to: its id, or `ARTIFACT`; absent where it has none or nobody asked. */
  readonly mark?: string;
}

/** The mark of what the file says is no content: running heads, ornament, and whatever else its maker left out. */
export const ARTIFACT = 'artifact';

/** A page as it came from the file. */
export interface RunPage {
  /** 1-based. */
  readonly page: number;
  /** Of the frame: the page turned so that most of its text stands upright. */
  readonly width: number;
  readonly height: number;
  /** In stream order. */
  readonly runs: readonly Run[];
  /** Text at an angle to the rest, such as labels of axes and marks at the edge, in stream order. */
  readonly aslant: readonly string[];
  /** Quarter turns, anticlockwise, from the frame to the page as shown. */
  readonly turns: number;
  /** Whether text was left out because the page has more than any that people read. */
  readonly cut: boolean;
  /** The page's part of the structure tree, where it has one and it may be used. */
  readonly tags?: Element;
}

/** Larger than any page that people read; a page over the limit is cut there. */
const mostItems = 200_000;
const mostCharacters = 2_000_000;

const glyphNumbers = /[\u0003-\u0008\u000e-\u001f]/;

interface Placed {
  readonly text: string;
  readonly turns: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  readonly spaced: boolean;
  readonly raw: string | null;
  readonly mark: string | undefined;
}

/**
 * The runs of a page.
 * @param tags the page's part of the structure tree; runs have their marks only where it is given
 * @throws whatever pdfjs throws on a page that it cannot parse
 */
export async function readRuns(page: PDFPageProxy, tags: Element | null = null): Promise<RunPage> {
  const { shown, place, width: shownWidth, height: shownHeight } = shownAs(page);

  const placed: Placed[] = [];
  const reader = page
    .streamTextContent({ disableNormalization: true, includeMarkedContent: tags !== null })
    .getReader();
  let items = 0;
  let characters = 0;
  let spaced = false;
  let cut = false;
  const marks: string[] = [];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    for (const item of value.items) {
      if (!('str' in item)) {
        follow(item, marks);
        continue;
      }
      items++;
      characters += item.str.length;
      const clean = cleanCharacters(item.str);
      const text = clean.trim();
      const raw = glyphNumbers.test(item.str) ? item.str : null;
      if (text === '' && raw === null) {
        spaced ||= clean !== '' || item.hasEOL;
        continue;
      }
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform;
      const [x, y] = place(e, f);
      const [dx, dy] = direction(a, b, shown);
      const size = Math.hypot(c, d) || Math.hypot(a, b);
      if (!(size > 0.5 && size < 2000) || !Number.isFinite(x + y + item.width)) continue;
      const before = spaced || clean.startsWith(' ');
      const trailing = clean.endsWith(' ');
      const width = Math.max(0, item.width - (trailing ? 0.22 * size : 0));
      placed.push({
        text,
        turns: quarterTurns(dx, dy),
        x,
        y,
        width,
        size,
        font: item.fontName,
        spaced: before,
        raw,
        mark: marks.at(-1),
      });
      spaced = trailing || item.hasEOL;
    }
    if (items > mostItems || characters > mostCharacters) {
      cut = true;
      await reader.cancel('too much text').catch(() => {});
      break;
    }
  }
  return {
    ...upright(page.pageNumber, placed, shownWidth, shownHeight),
    cut,
    ...(tags === null ? {} : { tags }),
  };
}

/** Follows the marks of content as they begin and end; a mark within another without an id of its own is the same. */
function follow(item: { readonly type: string; readonly id?: string | null }, marks: string[]): void {
  if (item.type === 'endMarkedContent') marks.pop();
  else {
    const outside = 'tag' in item && item.tag === 'Artifact' ? ARTIFACT : null;
    marks.push(item.id ?? outside ?? marks.at(-1) ?? '');
  }
}

/** How a page is shown: its quarter turns clockwise in degrees, where its points come to stand, and how large it is then. */
function shownAs(page: Pick<PDFPageProxy, 'view' | 'rotate'>) {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const shown = ((page.rotate % 360) + 360) % 360;
  const wide = right - left;
  const high = top - bottom;
  const place = (x: number, y: number): readonly [number, number] => {
    switch (shown) {
      case 90:
        return [y - bottom, right - x];
      case 180:
        return [right - x, top - y];
      case 270:
        return [top - y, x - left];
      default:
        return [x - left, y - bottom];
    }
  };
  const sideways = shown === 90 || shown === 270;
  return { shown, place, width: sideways ? high : wide, height: sideways ? wide : high };
}

/**
 * The way from a point of the file's page to the frame that its runs stand in.
 * @param turns as of the page's `RunPage`
 */
export function toFrame(
  page: Pick<PDFPageProxy, 'view' | 'rotate'>,
  turns: number,
): (x: number, y: number) => readonly [number, number] {
  const { place, width, height } = shownAs(page);
  return (x, y) => turnBack(...place(x, y), turns, width, height);
}

function direction(a: number, b: number, shown: number): readonly [number, number] {
  switch (shown) {
    case 90:
      return [b, -a];
    case 180:
      return [-a, -b];
    case 270:
      return [-b, a];
    default:
      return [a, b];
  }
}

/** 0 to 3 quarter turns anticlockwise, or -1 for text that leans by more than about three degrees. */
function quarterTurns(dx: number, dy: number): number {
  if (Math.abs(dy) <= 0.05 * Math.abs(dx)) return dx >= 0 ? 0 : 2;
  if (Math.abs(dx) <= 0.05 * Math.abs(dy)) return dy >= 0 ? 1 : 3;
  return -1;
}

function upright(page: number, placed: readonly Placed[], width: number, height: number): Omit<RunPage, 'cut'> {
  const weight = [0, 0, 0, 0];
  for (const p of placed) if (p.turns >= 0) weight[p.turns] = (weight[p.turns] ?? 0) + p.text.length;
  let turns = 0;
  for (let t = 1; t < 4; t++) if ((weight[t] ?? 0) > 2 * (weight[turns] ?? 0)) turns = t;
  const runs: Run[] = [];
  const aslant: string[] = [];
  for (const p of placed) {
    if (p.turns !== turns) {
      aslant.push(p.text);
      continue;
    }
    const [x, y] = turnBack(p.x, p.y, turns, width, height);
    const { text, width: wide, size, font, spaced, raw, mark } = p;
    runs.push({ text, x0: x, x1: x + wide, y, size, font, spaced, raw, ...(mark ? { mark } : {}) });
  }
  const sideways = turns % 2 === 1;
  return {
    page,
    width: sideways ? height : width,
    height: sideways ? width : height,
    runs: dropRepeats(dropCopies(runs)),
    aslant,
    turns,
  };
}

/** A point of the shown page in the frame whose text, turned by `turns` quarters, stands upright. */
function turnBack(x: number, y: number, turns: number, width: number, height: number): readonly [number, number] {
  switch (turns) {
    case 1:
      return [y, width - x];
    case 2:
      return [width - x, height - y];
    case 3:
      return [height - y, x];
    default:
      return [x, y];
  }
}

/** A box of the frame as a box of the page as shown, rounded to a tenth of a point. */
export function shownBox(box: Box, page: Pick<RunPage, 'turns' | 'width' | 'height'>): Box {
  const [x0, y0, x1, y1] = box;
  const round = (n: number): number => Math.round(n * 10) / 10;
  switch (page.turns) {
    case 1:
      return [round(page.height - y1), round(x0), round(page.height - y0), round(x1)];
    case 2:
      return [round(page.width - x1), round(page.height - y1), round(page.width - x0), round(page.height - y0)];
    case 3:
      return [round(y0), round(page.width - x1), round(y1), round(page.width - x0)];
    default:
      return [round(x0), round(y0), round(x1), round(y1)];
  }
}

/** Pages whose fonts of bare glyph numbers are read by the usual order of glyphs, and the number of such fonts. */
export function readGlyphNumbers(pages: readonly RunPage[]): { pages: readonly RunPage[]; fonts: number } {
  const samples = new Map<string, string>();
  for (const { runs } of pages) {
    for (const { font, raw } of runs) {
      const sample = samples.get(font) ?? '';
      if (raw !== null && sample.length < 4000) samples.set(font, sample + raw);
    }
  }
  const shifted = new Set([...samples].filter(([, sample]) => isShifted(sample)).map(([font]) => font));
  // Runs without control characters belong to the same fonts; runs of nothing else are of no use.
  const read = (run: Run): Run =>
    shifted.has(run.font) ? { ...run, text: readAsGlyphs(run.raw ?? run.text).trim(), raw: null } : run;
  return {
    pages: pages.map((page) => {
      if (shifted.size === 0 && page.runs.every((run) => run.text !== '')) return page;
      return { ...page, runs: page.runs.map(read).filter((run) => run.text !== '') };
    }),
    fonts: shifted.size,
  };
}
