/** The shapes of a sentence, looked up by kind and place. */

import type { Shape, ShapeKind } from '../shapes/shape.ts';

/** Where the shapes of each kind stand, and what stands on given words. */
export interface ShapeIndex {
  /** Kind → first token → the token after the longest shape of this kind that begins there. */
  readonly spans: ReadonlyMap<string, Map<number, number>>;
  /** The shape on exactly these tokens: of the kind given, else of the kind that comes first in `KINDS`. */
  readonly on: (from: number, to: number, kind: string) => Shape | null;
}

/** In which order a captured span is tried as a shape, after that of its own name. */
const KINDS: readonly ShapeKind[] = [
  'fiscal',
  'fiscal-mark',
  'numeric-date',
  'clock',
  'hours',
  'year',
  'short-year',
  'year-span',
  'noted-year',
  'decade',
  'old-decade',
  'quarter-mark',
  'half-mark',
  'day-number',
  'ordinal',
  'glued',
  'cardinal',
];
const RANKS: ReadonlyMap<ShapeKind, number> = new Map(KINDS.map((kind, rank) => [kind, rank]));

const EMPTY: ShapeIndex = { spans: new Map(), on: () => null };

/** Of several shapes of a kind that begin at one token the longest stays, of several as long the last. */
export function indexShapes(shapes: readonly Shape[]): ShapeIndex {
  if (shapes.length === 0) return EMPTY;
  const spans = new Map<string, Map<number, number>>();
  const byStart: Shape[][] = [];
  for (const shape of shapes) {
    let ends = spans.get(shape.kind);
    if (!ends) {
      ends = new Map();
      spans.set(shape.kind, ends);
    }
    if ((ends.get(shape.from) ?? 0) > shape.to) continue;
    ends.set(shape.from, shape.to);
    const here = byStart[shape.from];
    if (here) here.push(shape);
    else byStart[shape.from] = [shape];
  }
  return { spans, on: (from, to, kind) => bestOf(byStart[from] ?? [], to, kind) };
}

function bestOf(shapes: readonly Shape[], to: number, kind: string): Shape | null {
  let best: Shape | null = null;
  let least = KINDS.length;
  for (const shape of shapes) {
    if (shape.to !== to) continue;
    const rank = shape.kind === kind ? -1 : (RANKS.get(shape.kind) ?? KINDS.length);
    if (rank > least || rank === KINDS.length) continue;
    best = shape;
    least = rank;
  }
  return best;
}
