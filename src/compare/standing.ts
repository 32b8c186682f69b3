/** Whether a run of letters stands in a text, at a cost that does not grow with the text. */

/** Length of the pieces by which the text is looked up, and how far apart they begin. */
const PIECE = 8;
const STEP = 4;
/** Shorter keys stand somewhere by chance: they must be a whole passage. */
const SHORTEST = PIECE + STEP - 1;
/** Places of one piece that are tried at most: of a line that is repeated, the first ones tell as much as all. */
const PLACES = 64;

/** A text made ready. */
export interface Indexed {
  readonly text: string;
  readonly wholes: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** @param wholes passages of the text by their keys; @param text all of it, as one key */
export function indexed(wholes: readonly string[], text: string): Indexed {
  const places = new Map<string, number[]>();
  for (let at = 0; at + PIECE <= text.length; at += STEP) {
    const piece = text.slice(at, at + PIECE);
    const list = places.get(piece);
    if (!list) places.set(piece, [at]);
    else if (list.length < PLACES) list.push(at);
  }
  return { text, wholes: new Set(wholes), places };
}

/** Wherever a key stands, one of its first four pieces begins where a piece of the index does, and so do all after it. */
export function stands(key: string, { text, wholes, places }: Indexed): boolean {
  if (wholes.has(key)) return true;
  if (key.length < SHORTEST) return false;
  for (let first = 0; first < STEP; first++) {
    const [from, found] = rarest(key, first, places);
    for (const place of found) if (text.startsWith(key, place - from)) return true;
  }
  return false;
}

/** The piece with the fewest places among every fourth of a key; none where one of them stands nowhere. */
function rarest(key: string, first: number, places: Indexed['places']): readonly [from: number, readonly number[]] {
  let best: readonly [number, readonly number[]] = [first, []];
  for (let at = first; at + PIECE <= key.length; at += STEP) {
    const found = places.get(key.slice(at, at + PIECE));
    if (!found) return [at, []];
    if (at === first || found.length < best[1].length) best = [at, found];
  }
  return best;
}
