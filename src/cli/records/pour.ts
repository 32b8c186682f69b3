/** Pieces of a result on their way to a file or stdout, gathered into sizes that are worth a write. */
import type { Piece } from '../output/draft.ts';

/** What a writer makes: text, or the bytes of an archive. */
export type Pieces = Iterable<Piece> | AsyncIterable<Piece>;

/** Writes a piece; false where nobody wants more. */
type Write = (piece: Piece) => boolean | Promise<boolean>;

/** How much is written at a time, in characters. */
const GULP = 1 << 18;

/** Writes the pieces in their order, texts put together and bytes as they are, until `write` gives false. */
export async function pour(pieces: Pieces, write: Write): Promise<void> {
  const gatherer = new Gatherer();
  // Rows come by the hundred thousand: they are not awaited one by one.
  if (Symbol.asyncIterator in pieces) {
    for await (const piece of pieces) for (const full of gatherer.take(piece)) if (!(await write(full))) return;
  } else {
    for (const piece of pieces) for (const full of gatherer.take(piece)) if (!(await write(full))) return;
  }
  for (const rest of gatherer.rest()) await write(rest);
}

/** All of a text that comes in pieces. */
export async function textOf(pieces: Pieces): Promise<string> {
  const texts: string[] = [];
  await pour(pieces, (piece) => {
    texts.push(typeof piece === 'string' ? piece : new TextDecoder().decode(piece));
    return true;
  });
  return texts.join('');
}

class Gatherer {
  #waiting: string[] = [];
  #length = 0;

  /** @returns what is to be written before more comes */
  take(piece: Piece): readonly Piece[] {
    if (typeof piece !== 'string') return [...this.rest(), piece];
    this.#waiting.push(piece);
    this.#length += piece.length;
    return this.#length < GULP ? NOTHING : this.rest();
  }

  rest(): readonly Piece[] {
    if (this.#length === 0) return NOTHING;
    const text = this.#waiting.join('');
    this.#waiting = [];
    this.#length = 0;
    return [text];
  }
}

const NOTHING: readonly Piece[] = [];
