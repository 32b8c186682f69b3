/** Whether a page without text shows something nonetheless: a scan, or letters drawn as curves. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { loadPdfjs } from './pdfjs.ts';

/** The least share of a page's area that a picture of text covers. */
const pictureShare = 0.04;
/** More curves than rules and boxes need. */
const manyCurves = 150;

/** Whether the page has a picture of some size or many drawn curves. Pictures themselves are not decoded. */
export async function showsSomething(page: PDFPageProxy): Promise<boolean> {
  const { pdfjs } = await loadPdfjs();
  const { OPS } = pdfjs;
  const list = await page.getOperatorList();
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
  const area = Math.abs((x1 - x0) * (y1 - y0));
  let scale = 1;
  const scales: number[] = [];
  let curves = 0;
  for (let k = 0; k < list.fnArray.length; k++) {
    const operation = list.fnArray[k];
    if (operation === OPS.save) scales.push(scale);
    else if (operation === OPS.restore) scale = scales.pop() ?? 1;
    else if (operation === OPS.transform) {
      const matrix: unknown = list.argsArray[k];
      if (isMatrix(matrix))
        scale *= Math.abs((matrix[0] ?? 1) * (matrix[3] ?? 1) - (matrix[1] ?? 0) * (matrix[2] ?? 0));
      // A picture is drawn in a unit square, so the scale is the picture's area.
      if (scale >= pictureShare * area && scale > 400) return true;
    } else if (operation === OPS.constructPath && ++curves > manyCurves) return true;
  }
  return false;
}

function isMatrix(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length === 6 && value.every((n) => typeof n === 'number');
}
