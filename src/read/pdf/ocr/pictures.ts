/** A PDF whose pages are drawn, and read from what was drawn, one at a time. */
import { pathToFileURL } from 'node:url';
import { loadPdfjs } from '../file/pdfjs.ts';
import { openCanvases, turned } from './canvas.ts';
import { openEngine } from './engine.ts';
import { linesOf, type SeenLine } from './recognised.ts';
import { isLevel, sureness } from './sureness.ts';

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
/** A page whose level lines are read with less confidence may stand on its side or head, if it has this many letters. */
const UPRIGHT_FROM = 70;
const FEWEST_LETTERS = 80;
/** Quarter turns in the order of how common they are. */
const TURNS = [0, 1, 3, 2];

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
      const tried = new Set<number>();
      const at = async (turns: number): Promise<PictureText> => {
        tried.add(turns);
        const lines = linesOf(await engine.recognise(await turned(image, turns), 72 / scale));
        return { lines, scale, turns };
      };
      let best = await at(usual);
      if (isUpright(best) || sureness(best.lines).letters < FEWEST_LETTERS) return best;
      let next: number | undefined = runsDown(best) ? (usual + 3) % 4 : undefined;
      while (!isUpright(best) && tried.size < 4) {
        const text = await at(next ?? TURNS.find((turns) => !tried.has(turns)) ?? usual);
        const down = (text.turns + 3) % 4;
        next = runsDown(text) && !tried.has(down) ? down : undefined;
        if (levelSureness(text) > levelSureness(best)) best = text;
      }
      if (isUpright(best)) usual = best.turns;
      return best;
    },
    async close() {
      await parser.destroy().catch(() => {});
    },
  };
}

/** How sure the engine is of the lines that are level; the others count as nothing. */
function levelSureness({ lines }: PictureText): number {
  const level = sureness(lines.filter(isLevel));
  const all = sureness(lines);
  return all.letters === 0 ? 0 : (level.confidence * level.letters) / all.letters;
}

function isUpright(text: PictureText): boolean {
  return levelSureness(text) >= UPRIGHT_FROM;
}

/** Whether most is read in lines that run down. */
function runsDown({ lines }: PictureText): boolean {
  const down = lines.filter((line) => !isLevel(line));
  return sureness(down).confidence >= UPRIGHT_FROM && sureness(down).letters > 0.5 * sureness(lines).letters;
}
