/** A set of small numbers that is filled, gone through in ascending order and thereby emptied, over and over. */

/** Numbers from 0 up to a size, a bit each: in order without being sorted. */
export class Marks {
  readonly #blocks: Uint32Array;

  constructor(size: number) {
    this.#blocks = new Uint32Array((size + 31) >> 5);
  }

  add(number: number): void {
    const block = number >> 5;
    this.#blocks[block] = (this.#blocks[block] ?? 0) | (1 << (number & 31));
  }

  /** Gives each number to `visit`, the least first, and forgets it; `visit` adds none. */
  drain(visit: (number: number) => void): void {
    for (let block = 0; block < this.#blocks.length; block++) {
      let bits = this.#blocks[block] ?? 0;
      if (bits === 0) continue;
      this.#blocks[block] = 0;
      while (bits !== 0) {
        const lowest = bits & -bits;
        visit(32 * block + 31 - Math.clz32(lowest));
        bits ^= lowest;
      }
    }
  }
}
