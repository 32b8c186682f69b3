/** The matrices of PDF: how a point of one frame is found in another. */

/** Six numbers: the point (x, y) comes to (a·x + c·y + e, b·x + d·y + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Leaves every point where it is. */
export const plain: Matrix = [1, 0, 0, 1, 0, 0];

/** Where a point comes to. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The matrix that does the second, then the first. */
export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Whether a value that pdfjs gives is a matrix; it may be an array of either kind. */
export function isMatrix(value: unknown): value is Matrix {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return false;
  return value.length === 6 && Array.from<unknown>(value).every((n) => typeof n === 'number');
}
