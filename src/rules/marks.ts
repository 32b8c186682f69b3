/** A set of small numbers that is filled, gone through in ascending order and thereby emptied, over and over. */

/** Numbers from 0 up to a size, a bit each: in order without being sorted. */
export class Marks {
  readonly #blocks: Uint32Array;
  /** No number stands in a block before this one. */
  #first: number;

  constructor(size: number) {
    this.#blocks = new Uint32Array((size + 31) >> 5);
    this.#first = this.#blocks.length;
  }

  add(number: number): void {
    const block = number >> 5;
    this.#blocks[block] = (this.#blocks[block] ?? 0) | (1 << (number & 31));
    if (block < this.#first) this.#first = block;
  }

  /** The least of the numbers, which is forgotten, or -1 where there is none. */
  take(): number {
    for (; this.#first < this.#blocks.length; this.#first++) {
      const bits = this.#blocks[this.#first] ?? 0;
      if (bits === 0) continue;
      const lowest = bits & -bits;
      this.#blocks[this.#first] = bits ^ lowest;
      return 32 * this.#first + 31 - Math.clz32(lowest);
    }
    return -1;
  }
}
