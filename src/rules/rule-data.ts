/** Compiled rules as plain data: what the build writes and an analysis loads without compiling anything. */
import { Op } from './opcodes.ts';
import type { Anchor, Consuming, Instruction, Program } from './program.ts';
import type { Stretch } from './stretch.ts';

/** A compiled pattern. Its instructions are written as text and read when the pattern is first tried. */
export interface ProgramData {
  /** Numbers in base 36, three an instruction: operation and operands (see `Op`). */
  readonly code: string;
  readonly names: readonly string[];
  readonly anchor: Anchor | null;
  /** The instructions with which a match can begin; null where it may begin with a gap or an edge of the sentence. */
  readonly first: string | null;
  readonly longest: Stretch;
  readonly needs: Program['needs'];
}

/** A compiled rule: positions in `RuleData.programs` of its patterns. */
export interface RuleEntry {
  /** Public name, `pack/id`. */
  readonly key: string;
  readonly match: readonly number[];
  readonly except: readonly number[];
  readonly unless: readonly number[];
  readonly with: readonly number[];
  /** Capture → names of the lists that stand in it. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** The rules of some pack files, compiled together. */
export interface RuleData {
  /** Number of word tests. */
  readonly tests: number;
  /** Words and stems with the tests that they pass. */
  readonly words: readonly (readonly [string, readonly number[]])[];
  readonly stems: readonly (readonly [string, readonly number[]])[];
  /** Words and kinds that instructions refer to by position. */
  readonly strings: readonly string[];
  readonly programs: readonly ProgramData[];
  readonly rules: readonly RuleEntry[];
}

/** Writes instructions; the words and kinds that they name are added to `strings`. */
export function writeCode(code: readonly (Instruction | Consuming)[], strings: string[]): string {
  const place = (text: string): number => {
    const known = strings.indexOf(text);
    return known >= 0 ? known : strings.push(text) - 1;
  };
  const encode = (instruction: Instruction | Consuming): [number, number, number] => {
    switch (instruction.op) {
      case 'word':
        return [Op.word, instruction.test, 0];
      case 'exact':
        return [Op.exact, place(instruction.word), 0];
      case 'tag':
        return [Op.tag, instruction.mask, 0];
      case 'span':
        return [Op.span, place(instruction.kind), 0];
      case 'split':
        return [Op.split, 3 * instruction.to, 3 * instruction.or];
      case 'save':
        return [Op.save, instruction.slot, 0];
      case 'gap':
        return [Op.gap, 0, 0];
      case 'start':
        return [Op.start, 0, 0];
      case 'end':
        return [Op.end, 0, 0];
      case 'match':
        return [Op.match, 0, 0];
    }
  };
  return code
    .flatMap(encode)
    .map((number) => number.toString(36))
    .join(' ');
}

/** The numbers that `writeCode` wrote, three an instruction. */
export function readCode(text: string): Int32Array {
  const numbers: number[] = [];
  let number = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 32) {
      numbers.push(number);
      number = 0;
    } else number = 36 * number + (unit <= 57 ? unit - 48 : unit - 87);
  }
  numbers.push(number);
  return Int32Array.from(numbers);
}
