/** The shapes of a sentence, looked up by kind and place. */

import type { Shape } from '../shapes/shape.ts';

/** Where the shapes of each kind stand, and which shape stands on given words. */
export interface ShapeIndex {
  /** Kind → first token → the token after the longest shape of this kind that begins there. */
  readonly spans: ReadonlyMap<string, Map<number, number>>;
  /** The shape of a kind on exactly these tokens. */
  readonly on: (from: number, to: number, kind: string) => Shape | undefined;
}

/** Of several shapes of a kind that begin at one token the longest stays. */
export function indexShapes(shapes: readonly Shape[]): ShapeIndex {
  const spans = new Map<string, Map<number, number>>();
  const shapeAt = new Map<string, Shape>();
  for (const shape of shapes) {
    let byStart = spans.get(shape.kind);
    if (!byStart) {
      byStart = new Map();
      spans.set(shape.kind, byStart);
    }
    if ((byStart.get(shape.from) ?? 0) > shape.to) continue;
    byStart.set(shape.from, shape.to);
    shapeAt.set(`${shape.from} ${shape.to} ${shape.kind}`, shape);
  }
  return { spans, on: (from, to, kind) => shapeAt.get(`${from} ${to} ${kind}`) };
}
