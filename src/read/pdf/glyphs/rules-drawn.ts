/** What is drawn on a page around its text: thin lines and rectangles, in the frame that the page's runs stand in. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../../model/document.ts';
import { loadPdfjs } from '../file/pdfjs.ts';
import { toFrame } from './frame.ts';
import { apply, isMatrix, type Matrix, multiply, plain } from './matrix.ts';
import type { RunPage } from './run.ts';

/** What pdfjs says of how a page is drawn. */
export type DrawingList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

/** What is drawn on a page. Lengths are points in the page's frame. */
export interface Drawn {
  /** Thin level lines, stroked or filled: from left to right, with the middle of their thickness as bottom and top. */
  readonly level: readonly DrawnLine[];
  /** Thin upright lines. */
  readonly upright: readonly DrawnLine[];
  /** Rectangles larger than a line, whether filled, stroked or both. */
  readonly boxes: readonly Box[];
}

/** A straight line. */
export interface DrawnLine {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly thickness: number;
}

/** What is thicker than this many points is a bar or a box. */
const thickest = 2.5;
/** What is shorter than this many points is a dot. */
const shortest = 2;
/** No page that people read has more lines; drawings and maps may. */
const mostShapes = 20_000;

/**
 * The lines and boxes of a page.
 * @param list the page's `getOperatorList()`, which costs as much as reading the page's text
 * @param frame the page as read, which says how it is turned
 */
export async function readDrawn(
  list: DrawingList,
  page: Pick<PDFPageProxy, 'view' | 'rotate'>,
  frame: Pick<RunPage, 'turns'>,
): Promise<Drawn> {
  const { OPS } = (await loadPdfjs()).pdfjs;
  const strokes: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke]);
  const isEnd: ReadonlySet<number> = new Set([OPS.restore, OPS.paintFormXObjectEnd, OPS.endAnnotation]);
  const unseen: ReadonlySet<number> = new Set([OPS.endPath, OPS.clip, OPS.eoClip]);
  const toPage = toFrame(page, frame.turns);
  const level: DrawnLine[] = [];
  const upright: DrawnLine[] = [];
  const boxes: Box[] = [];
  let state: { matrix: Matrix; width: number } = { matrix: plain, width: 1 };
  const saved: (typeof state)[] = [];
  const add = (points: readonly (readonly [number, number])[], thickness: number): void => {
    const placed = points.map(([x, y]) => toPage(...apply(state.matrix, x, y)));
    const xs = placed.map(([x]) => x);
    const ys = placed.map(([, y]) => y);
    const [x0, y0, x1, y1] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    const [wide, high] = [x1 - x0, y1 - y0];
    if (!Number.isFinite(wide + high)) return;
    const [middleX, middleY] = [(x0 + x1) / 2, (y0 + y1) / 2];
    if (Math.max(high, thickness) <= thickest && wide >= shortest && wide > 2 * high)
      level.push({ x0, y0: middleY, x1, y1: middleY, thickness: Math.max(high, thickness) });
    else if (Math.max(wide, thickness) <= thickest && high >= shortest && high > 2 * wide)
      upright.push({ x0: middleX, y0, x1: middleX, y1, thickness: Math.max(wide, thickness) });
    else if (wide > thickest && high > thickest && points.length >= 4) boxes.push([x0, y0, x1, y1]);
  };
  for (let k = 0; k < list.fnArray.length; k++) {
    const operation = list.fnArray[k];
    const given: unknown = list.argsArray[k];
    if (operation === OPS.save) saved.push(state);
    else if (isEnd.has(operation ?? 0)) state = saved.pop() ?? state;
    else if (operation === OPS.transform) {
      if (isMatrix(given)) state = { ...state, matrix: multiply(state.matrix, given) };
    } else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(state);
      const own: unknown = Array.isArray(given) ? given[0] : null;
      if (isMatrix(own)) state = { ...state, matrix: multiply(state.matrix, own) };
    } else if (operation === OPS.beginAnnotation) {
      saved.push(state);
      const [, , shift, own]: unknown[] = Array.isArray(given) ? given : [];
      if (isMatrix(shift)) state = { ...state, matrix: multiply(state.matrix, shift) };
      if (isMatrix(own)) state = { ...state, matrix: multiply(state.matrix, own) };
    } else if (operation === OPS.setLineWidth) {
      const width: unknown = Array.isArray(given) ? given[0] : null;
      if (typeof width === 'number') state = { ...state, width };
    } else if (operation === OPS.constructPath && Array.isArray(given)) {
      const [painted, data]: unknown[] = given;
      const path: unknown = Array.isArray(data) ? data[0] : null;
      if (typeof painted !== 'number' || unseen.has(painted) || !(path instanceof Float32Array)) continue;
      const [a, b] = state.matrix;
      const thickness = strokes.has(painted) ? state.width * Math.hypot(a, b) : 0;
      for (const points of subpaths(path)) add(points, thickness);
      if (level.length + upright.length + boxes.length > mostShapes) break;
    }
  }
  return { level, upright, boxes };
}

/** Points that each step of a path has, by its number in pdfjs: move, line, curve, close. */
const stepPoints = [1, 1, 3, 0];

/** The corners of each part of a path; parts with curves are left out. */
function* subpaths(path: Float32Array): Generator<(readonly [number, number])[]> {
  let points: (readonly [number, number])[] = [];
  let curved = false;
  for (let k = 0; k < path.length; ) {
    const step = path[k] ?? 0;
    const count = stepPoints[step];
    if (count === undefined) return;
    if (step === 0) {
      if (points.length > 1 && !curved) yield points;
      points = [];
      curved = false;
    }
    if (count > 1) curved = true;
    else if (count === 1) points.push([path[k + 1] ?? 0, path[k + 2] ?? 0]);
    k += 1 + 2 * count;
  }
  if (points.length > 1 && !curved) yield points;
}
