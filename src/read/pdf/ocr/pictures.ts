/** A PDF whose pages are drawn, and read from what was drawn, one at a time. */
import { pathToFileURL } from 'node:url';
import { loadPdfjs } from '../pdfjs.ts';
import { openCanvases, turned } from './canvas.ts';
import { openEngine } from './engine.ts';
import { linesOf, type SeenLine } from './recognised.ts';
import { sureness } from './sureness.ts';

/** A page to be read, with its size as shown in points. */
export interface PictureRequest {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** What was read on the picture of a page. */
export interface PictureText {
  readonly lines: readonly SeenLine[];
  /** Points to the pixel. */
  readonly scale: number;
  /** Quarter turns, anticlockwise, from the picture as it was read to the page as shown. */
  readonly turns: number;
}

/** A PDF that is open for drawing. */
export interface Pictures {
  /** @throws Error where the page cannot be drawn or its picture not be read */
  readonly read: (request: PictureRequest) => Promise<PictureText>;
  readonly close: () => Promise<void>;
}

/** Pixels to the inch: more cost time and memory and gave, on twelve kinds of pages, no word more. */
const DPI = 200;
/** The most pixels of a page: large pages are drawn more coarsely. */
const MOST_PIXELS = 14_000_000;
/** Pictures within the page that have more pixels than this are not decoded. */
const LARGEST_PICTURE = 100_000_000;
/** Below this confidence a page may stand on its side or head, if it has this many letters; */
const TURNED_BELOW = 65;
const FEWEST_LETTERS = 80;
/** at this confidence the turn has been found. */
const UPRIGHT_FROM = 80;

/**
 * Opens a PDF for drawing and starts the engine.
 * @param bytes used up
 * @throws Error where it cannot be opened a second time
 */
export async function openPictures(bytes: Uint8Array, password: string | undefined): Promise<Pictures> {
  const { folder } = await loadPdfjs(true);
  const { PDFParse } = await import('pdf-parse');
  const canvases = openCanvases();
  const parser = new PDFParse({
    data: bytes,
    ...(password === undefined ? {} : { password }),
    CanvasFactory: canvases.Factory,
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    // The decoder of JPEG 2000, as JavaScript.
    wasmUrl: `${pathToFileURL(folder).href}/wasm/`,
    useWasm: false,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: LARGEST_PICTURE,
    enableXfa: false,
    verbosity: 0,
  });
  const engine = await openEngine();
  // Pages of one scan lie alike: the next page is tried as the last one stood.
  let usual = 0;

  const draw = async ({ page, width, height }: PictureRequest) => {
    const dots = Math.min(DPI / 72, Math.sqrt(MOST_PIXELS / (width * height)));
    try {
      const desiredWidth = Math.max(1, Math.round(width * dots));
      const shot = await parser.getScreenshot({
        partial: [page],
        desiredWidth,
        imageBuffer: true,
        imageDataUrl: false,
      });
      const picture = shot.pages[0];
      if (picture === undefined || picture.data.length === 0) throw new Error('the page was not drawn');
      return { image: picture.data, scale: width / picture.width };
    } finally {
      canvases.clear();
    }
  };

  return {
    async read(request) {
      const { image, scale } = await draw(request);
      const at = async (turns: number): Promise<PictureText> => {
        const blocks = await engine.recognise(await turned(image, turns), 72 / scale);
        return { lines: linesOf(blocks), scale, turns };
      };
      let best = await at(usual);
      const first = sureness(best.lines);
      if (first.confidence >= TURNED_BELOW || first.letters < FEWEST_LETTERS) return best;
      for (const turns of [0, 1, 3, 2]) {
        if (turns === usual) continue;
        const other = await at(turns);
        const sure = sureness(other.lines).confidence;
        if (sure > sureness(best.lines).confidence + 5) best = other;
        if (sure >= UPRIGHT_FROM) break;
      }
      if (sureness(best.lines).confidence >= UPRIGHT_FROM) usual = best.turns;
      return best;
    },
    async close() {
      await parser.destroy().catch(() => {});
    },
  };
}
