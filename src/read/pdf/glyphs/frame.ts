/** The frame of a page, in which most of its text stands upright, and the ways to it and from it. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../../model/document.ts';
import type { RunPage } from './run.ts';

/** How a page is shown: its quarter turns clockwise in degrees, where its points come to stand, and how large it is then. */
export function shownAs(page: Pick<PDFPageProxy, 'view' | 'rotate'>) {
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

/** Which way text of the file's page runs on the page as shown. */
export function direction(a: number, b: number, shown: number): readonly [number, number] {
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
export function quarterTurns(dx: number, dy: number): number {
  if (Math.abs(dy) <= 0.05 * Math.abs(dx)) return dx >= 0 ? 0 : 2;
  if (Math.abs(dx) <= 0.05 * Math.abs(dy)) return dy >= 0 ? 1 : 3;
  return -1;
}

/** A point of the shown page in the frame whose text, turned by `turns` quarters, stands upright. */
export function turnBack(
  x: number,
  y: number,
  turns: number,
  width: number,
  height: number,
): readonly [number, number] {
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
