/** A compiled pattern as the matcher runs it. */
import { Op } from './opcodes.ts';
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
  #opens: boolean | null = null;
  #tags: number | null = null;

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

  /** Whether a match begins with the sentence or nowhere. */
  get opens(): boolean {
    this.#opens ??= this.code[0] === Op.start;
    return this.#opens;
  }

  /** The tags of which the first word of a match has one, where nothing else can begin one; 0 elsewhere. */
  get tags(): number {
    this.#tags ??= tagsOf(this.first);
    return this.#tags;
  }
}

function tagsOf(first: Int32Array | null): number {
  let tags = 0;
  for (let i = 0; i < (first?.length ?? 0); i += 3) {
    if (first?.[i] !== Op.tag) return 0;
    tags |= first[i + 1] ?? 0;
  }
  return tags;
}
