/** How large the type of a document is, and which of its paragraphs are set larger than most. */
import type { Passage } from '../flow/passages.ts';

/** Type is large from this multiple of the usual size on. */
const LARGE = 1.2;

/** The sizes of a document's words while it is read, in one measure. */
export class TypeSizes {
  readonly #characters = new Map<number, number>();
  /** By the place of a paragraph among the passages, the size of its smallest words. */
  readonly #smallest = new Map<number, number>();

  /** Counts characters of a size. */
  add(size: number, characters: number): void {
    this.#characters.set(size, (this.#characters.get(size) ?? 0) + characters);
  }

  /** Remembers a paragraph that may be a heading. */
  mark(place: number, smallest: number): void {
    this.#smallest.set(place, smallest);
  }

  /**
   * Sets short paragraphs in large type apart as those in bold are, so that they can be headings: it takes the whole text
   * to know what is large.
   * @param passages changed in place
   */
  setApart(passages: Passage[]): void {
    let usual = 0;
    let most = 0;
    for (const [size, count] of this.#characters) if (count > most) [usual, most] = [size, count];
    for (const [place, size] of this.#smallest) {
      const own = passages[place];
      if (own !== undefined && size >= usual * LARGE) passages[place] = { ...own, isBold: true };
    }
  }
}
