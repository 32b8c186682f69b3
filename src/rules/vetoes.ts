/** Where the patterns that forbid or ask for a match stand in a sentence, looked for once however often it is asked. */

import type { Candidates } from './candidates.ts';
import type { LoadedProgram } from './loaded-program.ts';
import { fillEnds, type Subject, UNTRIED } from './matcher.ts';
import { wordsOf } from './stretch.ts';

/** What is known of one pattern in the subject of a number; its memory serves one subject after the other. */
interface Known {
  subject: number;
  /** First word → where the match that begins there ends. */
  ends: Int32Array;
  isFound: boolean | null;
}

/** The matches of such patterns in the subject that candidates are looked for in. */
export class Vetoes {
  readonly #candidates: Candidates;
  readonly #known = new Map<LoadedProgram, Known>();

  constructor(candidates: Candidates) {
    this.#candidates = candidates;
  }

  /** Whether a pattern matches anywhere in the subject. */
  has(program: LoadedProgram, subject: Subject): boolean {
    if (!this.#candidates.meets(program, subject)) return false;
    const known = this.#of(program, subject);
    known.isFound ??= this.overlaps(program, subject, 0, subject.tokens.length);
    return known.isFound;
  }

  /** Whether a pattern matches so that it overlaps the half-open token range `from`…`to`. */
  overlaps(program: LoadedProgram, subject: Subject, from: number, to: number): boolean {
    if (!this.#candidates.meets(program, subject)) return false;
    const { ends } = this.#of(program, subject);
    const earliest = Math.max(0, from - wordsOf(program.longest, subject.longestSpan) + 1);
    fillEnds(program, subject, earliest, to, ends);
    for (let at = earliest; at < to; at++) if ((ends[at] ?? -1) > from) return true;
    return false;
  }

  #of(program: LoadedProgram, { tokens }: Subject): Known {
    let known = this.#known.get(program);
    if (!known) {
      known = { subject: 0, ends: new Int32Array(64), isFound: null };
      this.#known.set(program, known);
    }
    if (known.subject !== this.#candidates.number) {
      known.subject = this.#candidates.number;
      known.isFound = null;
      if (known.ends.length < tokens.length) known.ends = new Int32Array(2 * tokens.length);
      known.ends.fill(UNTRIED, 0, tokens.length);
    }
    return known;
  }
}
