/** Counts what was found as it comes, and judges it: the verdict of `pmed check` and its exit code. */
import type { ExitCode, Level } from '../../model/fault.ts';
import type { FindingsPart } from '../../model/findings-part.ts';
import type { Verdict } from '../../model/verdict.ts';
import { counted } from '../../render/numbers.ts';
import { type Gate, isMet, toldBy } from '../gate.ts';

/** The findings of all documents, whichever are shown. */
export class Tally {
  readonly #gate: Gate;
  readonly #maxWarnings: number | null;
  readonly #met: { readonly level: Level }[] = [];
  #warnings = 0;

  /** @param maxWarnings how many warnings are no reason to fail; null for any number */
  constructor(gate: Gate, maxWarnings: number | null) {
    this.#gate = gate;
    this.#maxWarnings = maxWarnings;
  }

  add({ findings }: Pick<FindingsPart, 'findings'>): void {
    for (const { level, rule } of findings) {
      if (level === 'warning') this.#warnings++;
      if (isMet({ level, names: [rule] }, this.#gate)) this.#met.push({ level });
    }
  }

  /** @param isComplete whether every input was read completely, as far as that is asked for */
  verdict(isComplete: boolean): Verdict {
    if (!isComplete) return { outcome: 'none', reason: 'not everything was read' };
    const most = this.#maxWarnings;
    const isOver = most !== null && this.#warnings > most;
    if (this.#met.length === 0 && isOver)
      return { outcome: 'fail', reason: `${counted(this.#warnings, 'warning')} (--max-warnings ${most})` };
    return { outcome: this.#met.length > 0 ? 'fail' : 'pass', reason: toldBy(this.#gate, this.#met) };
  }

  /** The exit code that the verdict asks for; what was not read asks for its own. */
  code(): ExitCode {
    return this.verdict(true).outcome === 'fail' ? 1 : 0;
  }
}
