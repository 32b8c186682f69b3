/** The expressions of one sentence, side by side: what stands on which words, looked up without a search. */
import type { Item } from './item.ts';

/** Items that never overlap, by the words that they stand on. */
export class Row {
  readonly #owners: (Item | undefined)[] = [];

  constructor(items: readonly Item[]) {
    for (const item of items) this.put(item);
  }

  /** The items that share a word with the half-open range, from left to right. */
  over(from: number, to: number): Item[] {
    const found: Item[] = [];
    for (let at = from; at < to; ) {
      const item = this.#owners[at];
      if (item) found.push(item);
      at = item ? item.to : at + 1;
    }
    return found;
  }

  /** The item that stands on exactly these words. */
  on(from: number, to: number): Item | undefined {
    const item = this.#owners[from];
    return item && item.from === from && item.to === to ? item : undefined;
  }

  /** Puts an item in the place of all that share a word with it. */
  put(item: Item): void {
    for (const other of this.over(item.from, item.to))
      for (let at = other.from; at < other.to; at++) this.#owners[at] = undefined;
    for (let at = item.from; at < item.to; at++) this.#owners[at] = item;
  }

  /** All items from left to right. */
  items(): Item[] {
    return this.over(0, this.#owners.length);
  }
}
