/** Where the patterns that forbid or ask for a match stand in a sentence, looked for once however often it is asked. */

import type { Candidates } from './candidates.ts';
import type { LoadedProgram } from './loaded-program.ts';
import { fillEnds, type Subject, UNTRIED } from './matcher.ts';
import { wordsOf } from './stretch.ts';

/** The matches of such patterns in one subject. */
export class Vetoes {
  readonly #subject: Subject;
  readonly #candidates: Candidates;
  /** Of each pattern: first word → where the match that begins there ends. */
  readonly #ends = new Map<LoadedProgram, Int32Array>();
  readonly #isFound = new Map<LoadedProgram, boolean>();

  constructor(subject: Subject, candidates: Candidates) {
    this.#subject = subject;
    this.#candidates = candidates;
  }

  /** Whether a pattern matches anywhere in the subject. */
  has(program: LoadedProgram): boolean {
    const known = this.#isFound.get(program);
    if (known !== undefined) return known;
    const isFound = this.overlaps(program, 0, this.#subject.tokens.length);
    this.#isFound.set(program, isFound);
    return isFound;
  }

  /** Whether a pattern matches so that it overlaps the half-open token range `from`…`to`. */
  overlaps(program: LoadedProgram, from: number, to: number): boolean {
    if (!this.#candidates.meets(program, this.#subject)) return false;
    let ends = this.#ends.get(program);
    if (!ends) {
      ends = new Int32Array(this.#subject.tokens.length).fill(UNTRIED);
      this.#ends.set(program, ends);
    }
    const earliest = Math.max(0, from - wordsOf(program.longest, this.#subject.longestSpan) + 1);
    fillEnds(program, this.#subject, earliest, to, ends);
    for (let at = earliest; at < to; at++) if ((ends[at] ?? -1) > from) return true;
    return false;
  }
}
