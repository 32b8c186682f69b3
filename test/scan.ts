/** Scans for tests: pages of a PDF drawn as pictures, in a PDF that has nothing else. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { show, writePdf } from '../fixtures/write-pdf.mjs';
import { loadCanvas } from '../src/read/pdf/ocr/packages.ts';

/** Ways in which a picture lies on its page, with the page's size for a picture of A4. */
export const LAID = {
  upright: { size: [595, 842], matrix: '595 0 0 842 0 0' },
  'on its side': { size: [842, 595], matrix: '0 595 -842 0 842 0' },
  'on its head': { size: [595, 842], matrix: '-595 0 0 -842 595 842' },
} as const;

/** The operators that fill an A4 page with the picture. */
export const PICTURE = `q ${LAID.upright.matrix} cm /Im1 Do Q\n`;

/** A page of lines one below the other. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text, index) => show(text, 72, 740 - 22 * index, 12)).join('');
}

/**
 * Draws a page in black and white, as a scanner does.
 * @returns rows of `#` and `.`, for `writePdf`
 */
export async function drawn(bytes: Uint8Array, page: number, dpi = 150): Promise<string> {
  const require = createRequire(import.meta.url);
  const { createCanvas, loadImage } = loadCanvas();
  const { PDFParse } = await import('pdf-parse');
  const parser = new PDFParse({
    data: new Uint8Array(bytes),
    standardFontDataUrl: `${dirname(require.resolve('pdfjs-dist/package.json'))}/standard_fonts/`,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  const shot = await parser.getScreenshot({ partial: [page], scale: dpi / 72, imageBuffer: true, imageDataUrl: false });
  await parser.destroy();
  const image = await loadImage(shot.pages[0]?.data ?? new Uint8Array());
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const rows: string[] = [];
  for (let y = 0; y < image.height; y++) {
    let row = '';
    for (let x = 0; x < image.width; x++) row += (data[4 * (y * image.width + x)] ?? 255) < 140 ? '#' : '.';
    rows.push(row);
  }
  return rows.join('\n');
}

/** A PDF of one page that is a picture and nothing else. */
export function scanOf(image: string, { size, matrix }: (typeof LAID)[keyof typeof LAID] = LAID.upright): Uint8Array {
  return writePdf({ pages: [`q ${matrix} cm /Im1 Do Q\n`], image, size });
}
