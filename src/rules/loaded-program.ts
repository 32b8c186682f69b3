/** A compiled pattern as the matcher runs it. */
import { type ProgramData, readCode } from './rule-data.ts';

/** Its instructions are read when they are first needed: most patterns of a pack never meet their anchor in a text. */
export class LoadedProgram {
  readonly names: ProgramData['names'];
  readonly anchor: ProgramData['anchor'];
  readonly longest: ProgramData['longest'];
  readonly needs: ProgramData['needs'];
  /** What instructions refer to by position. */
  readonly strings: readonly string[];
  readonly #data: ProgramData;
  #code: Int32Array | null = null;
  #first: Int32Array | null = null;

  constructor(data: ProgramData, strings: readonly string[]) {
    this.names = data.names;
    this.anchor = data.anchor;
    this.longest = data.longest;
    this.needs = data.needs;
    this.strings = strings;
    this.#data = data;
  }

  /** Three numbers an instruction: operation and operands. */
  get code(): Int32Array {
    this.#code ??= readCode(this.#data.code);
    return this.#code;
  }

  /** The instructions with which a match can begin; null where anything may. */
  get first(): Int32Array | null {
    if (this.#data.first === null) return null;
    this.#first ??= readCode(this.#data.first);
    return this.#first;
  }
}
