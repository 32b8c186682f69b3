/** Canvases that pages are drawn on, taken down as soon as a page is done. */
import type { Canvas } from '@napi-rs/canvas';
import { loadCanvas } from './packages.ts';

/** Pixels that the canvases of one page may have in all: what pages need, not what their files may ask for. */
const MOST_PIXELS = 120_000_000;

/** The canvases of a document. */
export interface Canvases {
  /** The class that pdfjs asks for canvases. */
  readonly Factory: new () => object;
  /** Gives the memory of all canvases back at once; they are worth a page each and would stay until a collection. */
  readonly clear: () => void;
}

interface Drawing {
  canvas: Canvas | null;
  context: object | null;
}

/** Canvases for a document of which one page is drawn at a time. */
export function openCanvases(): Canvases {
  const { createCanvas } = loadCanvas();
  const all = new Set<Canvas>();
  let pixels = 0;
  const take = (width: number, height: number): void => {
    pixels += width * height;
    if (!(width > 0 && height > 0) || pixels > MOST_PIXELS) throw new Error('the page is too large to draw');
  };
  class Factory {
    create(width: number, height: number): Drawing {
      take(width, height);
      const canvas = createCanvas(width, height);
      all.add(canvas);
      return { canvas, context: canvas.getContext('2d') };
    }

    reset({ canvas }: Drawing, width: number, height: number): void {
      if (canvas === null) throw new Error('the canvas is gone');
      take(width, height);
      canvas.width = width;
      canvas.height = height;
    }

    destroy(drawing: Drawing): void {
      if (drawing.canvas !== null) drop(drawing.canvas);
      drawing.canvas = null;
      drawing.context = null;
    }
  }
  const drop = (canvas: Canvas): void => {
    pixels -= canvas.width * canvas.height;
    canvas.width = 0;
    canvas.height = 0;
    all.delete(canvas);
  };
  return {
    Factory,
    clear() {
      for (const canvas of all) drop(canvas);
      pixels = 0;
    },
  };
}

/**
 * A picture turned by quarters.
 * @param image a PNG
 * @param turns quarter turns clockwise
 */
export async function turned(image: Uint8Array, turns: number): Promise<Uint8Array> {
  if (turns === 0) return image;
  const { createCanvas, loadImage } = loadCanvas();
  const picture = await loadImage(image);
  const [wide, high] = turns % 2 === 1 ? [picture.height, picture.width] : [picture.width, picture.height];
  const canvas = createCanvas(wide, high);
  const context = canvas.getContext('2d');
  context.translate(wide / 2, high / 2);
  context.rotate((turns * Math.PI) / 2);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
  const out = new Uint8Array(canvas.toBuffer('image/png'));
  canvas.width = 0;
  canvas.height = 0;
  return out;
}
