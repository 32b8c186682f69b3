/** Clean text under construction: characters copied from the document, with the map that leads back to it. */
import type { Piece } from '../../model/document.ts';
import { classOf, DROPPED, KEPT, LIGATURE, SPACE, spelling } from './characters.ts';

/** Clean text with its map and the range of the document that it covers. */
export interface Cleaned {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Document offset of the first character kept. */
  readonly start: number;
  /** Document offset after the last character kept. */
  readonly end: number;
}

/**
 * Collects the clean text of one block. Offsets must be given in ascending order. Runs of white space become one space,
 * mapped to the first of them; space at either end is left out.
 */
export class CleanText {
  readonly #source: string;
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;
  /** The document offset that the next clean character has if it simply follows the last one. */
  #expected = -1;
  #end = 0;
  /** Where a space is owed, or -1. */
  #owed = -1;
  /** Whether the next character is the first of the text or of a cell, so that space before it is left out. */
  #atEdge = true;
  #isEmpty = true;

  /** @param source the document's text */
  constructor(source: string) {
    this.#source = source;
  }

  /** Copies a range of the document. */
  add(from: number, to: number): void {
    const source = this.#source;
    let run = from;
    for (let i = from; i < to; i++) {
      const code = source.charCodeAt(i);
      if (code > 0x20 && code < 0x7f) continue;
      const kind = classOf(code);
      if (kind === KEPT) continue;
      if (code === 0x20 && i > run && i + 1 < to && classOf(source.charCodeAt(i + 1)) === KEPT) continue;
      this.#copy(run, i);
      run = i + 1;
      if (kind === SPACE) this.space(i);
      else if (kind === LIGATURE) this.put(spelling(code), i, i + 1);
      else if (kind === DROPPED && code === 0x1b) {
        i = afterEscape(source, i, to) - 1;
        run = i + 1;
      }
    }
    this.#copy(run, to);
  }

  /** A space that stands at a document offset; nothing at the beginning, after another space, or at the end. */
  space(at: number): void {
    if (this.#owed < 0) this.#owed = at;
  }

  /** Text that the document spells otherwise (`&amp;`, a ligature) in the range from `at` to `end`. */
  put(text: string, at: number, end: number): void {
    if (text === '') return;
    this.#payOwed();
    // A piece of its own, so that the map shows where the spelling differs.
    this.#expected = -1;
    this.#map(at);
    this.#parts.push(text);
    this.#length += text.length;
    this.#expected = -1;
    this.#end = end;
  }

  /** The bar between two cells of a table row, all of it mapped to one place. */
  bar(at: number): void {
    this.#owed = -1;
    this.#atEdge = true;
    for (const character of ' | ') {
      this.#expected = -1;
      this.#map(at);
      this.#parts.push(character);
      this.#length += 1;
    }
    this.#expected = -1;
    this.#end = at;
  }

  /** The clean text and its map; null where nothing was kept, bars between cells aside. */
  finish(): Cleaned | null {
    const first = this.#pieces[0];
    if (first === undefined || this.#isEmpty) return null;
    return { text: this.#parts.join(''), pieces: this.#pieces, start: first.start, end: this.#end };
  }

  #copy(from: number, to: number): void {
    if (from >= to) return;
    this.#payOwed();
    this.#map(from);
    this.#parts.push(this.#source.slice(from, to));
    this.#length += to - from;
    this.#expected = to;
    this.#end = to;
  }

  #payOwed(): void {
    const at = this.#owed;
    const isEdge = this.#atEdge;
    this.#owed = -1;
    this.#atEdge = false;
    this.#isEmpty = false;
    if (at < 0 || isEdge) return;
    this.#map(at);
    this.#parts.push(' ');
    this.#length += 1;
    this.#expected = at + 1;
  }

  #map(start: number): void {
    if (start !== this.#expected) this.#pieces.push({ at: this.#length, start });
  }
}

/** The offset after a terminal control sequence (`ESC [ 31 m`, `ESC ] 0 ; title BEL`), or after the escape character. */
function afterEscape(source: string, at: number, to: number): number {
  const kind = source[at + 1];
  const last = Math.min(to, at + 200);
  if (kind === '[') {
    for (let i = at + 2; i < last; i++) {
      const code = source.charCodeAt(i);
      if (code >= 0x40 && code <= 0x7e) return i + 1;
      if (code < 0x20 || code > 0x3f) break;
    }
  } else if (kind === ']') {
    for (let i = at + 2; i < last; i++) {
      const code = source.charCodeAt(i);
      if (code === 0x07) return i + 1;
      if (code === 0x0a || code === 0x1b) return i;
    }
  }
  return at + 1;
}
