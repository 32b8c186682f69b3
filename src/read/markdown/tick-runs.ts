/** The runs of backticks of a block, by their length: code begins with one and ends with the next of its length. */
import type { Span } from '../../model/document.ts';
import { runLength } from './characters.ts';

/** The runs of one length, and the first of them that the scan has not passed. */
interface Runs {
  readonly places: number[];
  next: number;
}

/** The runs are asked for in the order of their places, so that all questions together take the time of one pass. */
export class TickRuns {
  readonly #runs = new Map<number, Runs>();

  constructor(text: string, segments: readonly Span[]) {
    for (const { start, end } of segments) {
      const line = text.slice(start, end);
      for (let at = line.indexOf('`'); at >= 0; ) {
        const length = runLength(line, at, line.length);
        const same = this.#runs.get(length);
        if (same === undefined) this.#runs.set(length, { places: [start + at], next: 0 });
        else same.places.push(start + at);
        at = line.indexOf('`', at + length);
      }
    }
  }

  /** Where the next run of a length begins, at or after an offset; undefined where there is none. */
  nextOf(length: number, after: number): number | undefined {
    const runs = this.#runs.get(length);
    if (runs === undefined) return undefined;
    while ((runs.places[runs.next] ?? after) < after) runs.next++;
    return runs.places[runs.next];
  }
}
