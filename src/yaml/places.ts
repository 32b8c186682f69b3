/** Where every node of a YAML document stands, found by the path to it. */
import type { LineCounter, Scalar } from 'yaml';
import type { Place } from './fault.ts';

/** Keys and positions that lead from the top of a document to a node. */
export type Path = readonly (string | number)[];

/** A node by offsets into the text: where its key is, where it begins, and what is in it. */
export interface Spot {
  readonly key: number;
  readonly at: number;
  readonly scalar: Scalar | null;
  readonly inside: ReadonlyMap<string | number, Spot>;
}

/**
 * The place of a node, or of the nearest node above it where there is none.
 * @param at `key` for its key instead, or an offset into the text that it holds
 */
export type PlaceOf = (path: Path, at?: 'key' | number) => Place;

/** @param text of the file, in which the offsets of the spots count */
export function placesOf(text: string, top: Spot, lines: LineCounter): PlaceOf {
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  return (path, at = 0) => {
    let spot = top;
    for (const step of path) {
      const next = spot.inside.get(step);
      if (next === undefined) return placeAt(spot.key);
      spot = next;
    }
    if (at === 'key') return placeAt(spot.key);
    return placeAt(spot.scalar === null ? spot.at : spot.at + offsetInSource(text, spot.scalar, at));
  };
}

/** How far into the source of a scalar its character `at` stands; 0 where the scalar runs over several lines. */
function offsetInSource(text: string, { type, range }: Scalar, at: number): number {
  if (!range || at === 0) return 0;
  const source = text.slice(range[0], range[1]);
  if (source.includes('\n')) return 0;
  if (type === 'PLAIN') return Math.min(at, source.length);
  if (type !== 'QUOTE_SINGLE' && type !== 'QUOTE_DOUBLE') return 0;
  const escaped = type === 'QUOTE_SINGLE' ? /''/y : /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/y;
  let from = 1;
  for (let passed = 0; passed < at && from < source.length - 1; passed++) {
    escaped.lastIndex = from;
    from += escaped.exec(source)?.[0].length ?? 1;
  }
  return Math.min(from, source.length - 1);
}
