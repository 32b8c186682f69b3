/** What the captures of a pattern hold in a match, kept as the matcher leaves it until it is asked for. */

/** A half-open range of tokens. */
export type Range = readonly [from: number, to: number];

/** Half-open token ranges by the names of the captures that took part in a match. */
export class Captures {
  readonly #names: readonly string[];
  readonly #slots: readonly number[];

  /** @param slots where each capture begins and ends, in the order of their names; -1 or an empty range where it took no part */
  constructor(names: readonly string[], slots: readonly number[]) {
    this.#names = names;
    this.#slots = slots;
  }

  get(name: string): Range | undefined {
    return this.#at(this.#names.indexOf(name));
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** The ranges, in the order in which the pattern names them. */
  values(): Range[] {
    return this.#names.flatMap((_, i) => {
      const range = this.#at(i);
      return range ? [range] : [];
    });
  }

  entries(): [string, Range][] {
    return this.#names.flatMap((name, i): [string, Range][] => {
      const range = this.#at(i);
      return range ? [[name, range]] : [];
    });
  }

  #at(capture: number): Range | undefined {
    if (capture < 0) return undefined;
    const start = this.#slots[2 * capture] ?? -1;
    const end = this.#slots[2 * capture + 1] ?? -1;
    return start >= 0 && end > start ? [start, end] : undefined;
  }
}
