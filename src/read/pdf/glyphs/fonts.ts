/** What the fonts of a document are: bold, italic, or pictures for bullets. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Watch } from '../../sandbox/watch.ts';
import type { DrawingList } from './rules-drawn.ts';
import type { Run, RunPage } from './run.ts';

/** One font of the document. */
export interface Font {
  /** The name in the file without its subset tag; empty where unknown. */
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** A font of pictures, whose letters mean nothing. */
  readonly pictures: boolean;
}

export type Fonts = ReadonlyMap<string, Font>;

const unknownFont: Font = { name: '', bold: false, italic: false, pictures: false };

/** The font of that name, or one of which nothing is known. */
export function fontOf(fonts: Fonts, name: string): Font {
  return fonts.get(name) ?? unknownFont;
}

/** Opening a page for drawing costs as much as reading its text, so at most this share of the pages (but three) is opened. */
const openedShare = 0.06;
/** Fonts that hold less than this share of the text are not worth opening a page for. */
const leastGain = 0.002;

/**
 * Looks at the fonts that most of the text is set in. pdfjs tells the names of a page's fonts only when the page is
 * made ready for drawing, so the fewest pages that show the most-used fonts are opened.
 * @param onOpened told of every page that was opened
 */
export async function readFonts(
  document: PDFDocumentProxy,
  pages: readonly RunPage[],
  watch: Watch,
  onOpened: (page: PDFPageProxy, list: DrawingList) => Promise<void> = async () => {},
): Promise<Fonts> {
  const fonts = new Map<string, Font>();
  const single = singleGlyphFonts(pages);
  for (const name of single) fonts.set(name, { ...unknownFont, pictures: true });
  const { useful, total } = weigh(pages);
  const all = [...total.values()].reduce((sum, n) => sum + n, 0);
  const most = Math.max(3, Math.ceil(openedShare * pages.length));
  for (let opened = 0; opened < most; opened++) {
    let best: { page: number; fonts: Map<string, number>; gain: number } | undefined;
    for (const [page, seen] of useful) {
      let gain = 0;
      for (const [name] of seen) if (!fonts.has(name) || single.has(name)) gain += total.get(name) ?? 0;
      if (gain > (best?.gain ?? 0)) best = { page, fonts: seen, gain };
    }
    if (best === undefined || best.gain < Math.max(40, leastGain * all)) break;
    useful.delete(best.page);
    if (watch.isTimeUp()) break;
    if (!watch.isDrawable(best.page)) continue;
    watch.at('drawing', best.page);
    try {
      const page = await document.getPage(best.page);
      await onOpened(page, await page.getOperatorList());
      for (const [name] of best.fonts) {
        const described: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
        const font = describe(described, single.has(name));
        fonts.set(name, font);
        single.delete(name);
      }
      page.cleanup();
    } catch {
      // A page that cannot be drawn may still have text; its fonts stay unknown.
    }
  }
  return fonts;
}

function weigh(pages: readonly RunPage[]): { useful: Map<number, Map<string, number>>; total: Map<string, number> } {
  const useful = new Map<number, Map<string, number>>();
  const total = new Map<string, number>();
  for (const { page, runs } of pages) {
    const seen = new Map<string, number>();
    for (const { font, text } of runs) {
      seen.set(font, (seen.get(font) ?? 0) + text.length);
      total.set(font, (total.get(font) ?? 0) + text.length);
    }
    useful.set(page, seen);
  }
  return { useful, total };
}

function describe(described: unknown, single: boolean): Font {
  if (typeof described !== 'object' || described === null || !('name' in described)) {
    return { ...unknownFont, pictures: single };
  }
  const name = String(described.name).replace(/^[A-Z]{6}\+/, '');
  const flag = (key: 'bold' | 'black' | 'italic'): boolean => key in described && Reflect.get(described, key) === true;
  return {
    name,
    bold: flag('bold') || flag('black') || /bold|black|heavy|semibold|demi(?!c)|[-,]bd\b/i.test(name),
    italic: flag('italic') || /italic|oblique|[-,]it\b/i.test(name),
    pictures: single || /wingding|webding|dingbat|zapfd|^symbol(?!a)|bullet|fontawesome|fontello|icomoon/i.test(name),
  };
}

/** Fonts used only for single glyphs of one to three kinds, more than once: they draw bullets. */
function singleGlyphFonts(pages: readonly RunPage[]): Set<string> {
  const uses = new Map<string, { glyphs: Set<string>; count: number; long: boolean }>();
  for (const { runs } of pages) {
    for (const { font, text } of runs) {
      const use = uses.get(font) ?? { glyphs: new Set<string>(), count: 0, long: false };
      uses.set(font, use);
      use.count++;
      if ([...text].length > 1) use.long = true;
      else use.glyphs.add(text);
    }
  }
  const found = new Set<string>();
  for (const [font, use] of uses) {
    const glyphs = [...use.glyphs];
    if (!use.long && use.count >= 3 && glyphs.length <= 3 && !glyphs.some((g) => /[\dA-Z.,;:()'"’“”&]/.test(g)))
      found.add(font);
  }
  return found;
}

const pictureLetters = /^[a-zA-Z§¨Øü\u00a1-\u00ff\uf000-\uf0ff•·▪●■]{1,2}$/;

/** Runs in which a glyph of a picture font, standing as a mark before other text, is a plain bullet. */
export function plainBullets(runs: readonly Run[], fonts: Fonts): readonly Run[] {
  return runs.map((run) => {
    if (run.text.length > 2 || !fontOf(fonts, run.font).pictures || !pictureLetters.test(run.text)) return run;
    return { ...run, text: '•' };
  });
}
