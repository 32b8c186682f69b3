/** Runs one compiled pattern over the tokens of a sentence, in time linear in their number. */
import type { Token } from '../model/annotated.ts';
import type { Program } from './program.ts';

/** Spans found by earlier steps, by kind: first token → one past the last token, the longest span of each start. */
export type Spans = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** What a pattern is matched against. `passed[i]` are the word tests that token i passes. */
export interface Subject {
  readonly tokens: readonly Token[];
  readonly passed: readonly Uint32Array[];
  readonly spans: Spans;
}

/** A match: half-open token range, and the half-open token range of every capture that took part. */
export interface RawMatch {
  readonly from: number;
  readonly to: number;
  readonly captures: ReadonlyMap<string, readonly [number, number]>;
}

/** Grows as needed; entries are stamps of the search in which (instruction, position) was last tried. */
let tried = new Uint32Array(1 << 14);
let stamp = 0;

function freshStamp(size: number): void {
  if (tried.length < size) {
    tried = new Uint32Array(Math.max(size, tried.length * 2));
    stamp = 0;
  }
  if (stamp === 0xffffffff) {
    tried.fill(0);
    stamp = 0;
  }
  stamp++;
}

/**
 * All matches from left to right, none overlapping another of the same pattern. At each start the first alternative
 * that leads to a match wins.
 *
 * A backtracking search that never tries an instruction twice at one position (Cox, "Regular Expression Matching: the
 * Virtual Machine Approach", 2009, the bounded backtracker): failed states stay failed for later starts, so that the
 * work is at most instructions × tokens between two matches, and matches are as long as their pattern at most.
 */
export function matchAll(program: Program, subject: Subject, wanted = Number.POSITIVE_INFINITY): RawMatch[] {
  const { code, names } = program;
  const count = subject.tokens.length;
  const width = count + 1;
  const matches: RawMatch[] = [];
  const slots = new Int32Array(names.length * 2).fill(-1);
  /** Triples: instruction, position, unused; or a saved slot: -1 - slot, old value. */
  const stack: number[] = [];
  freshStamp(code.length * width);
  for (let from = 0; from < count && matches.length < wanted; ) {
    const to = run(from);
    if (to < 0) {
      from++;
      continue;
    }
    const captures = new Map<string, readonly [number, number]>();
    names.forEach((name, i) => {
      const start = slots[2 * i] ?? -1;
      const end = slots[2 * i + 1] ?? -1;
      if (start >= 0 && end > start) captures.set(name, [start, end]);
    });
    matches.push({ from, to, captures });
    from = Math.max(to, from + 1);
    freshStamp(code.length * width);
  }
  return matches;

  function run(begin: number): number {
    slots.fill(-1);
    stack.length = 0;
    stack.push(0, begin);
    while (stack.length > 0) {
      let at = stack.pop() ?? 0;
      let pc = stack.pop() ?? 0;
      if (pc < 0) {
        slots[-1 - pc] = at;
        continue;
      }
      for (;;) {
        const instruction = code[pc];
        if (!instruction) return -1;
        if (instruction.op === 'match') return at;
        const state = pc * width + at;
        if (tried[state] === stamp) break;
        tried[state] = stamp;
        if (instruction.op === 'split') {
          if (instruction.or !== instruction.to) stack.push(instruction.or, at);
          pc = instruction.to;
          continue;
        }
        if (instruction.op === 'save') {
          stack.push(-1 - instruction.slot, slots[instruction.slot] ?? -1);
          slots[instruction.slot] = at;
          pc++;
          continue;
        }
        const next = step(instruction, subject, at);
        if (next < 0) break;
        at = next;
        pc++;
      }
    }
    return -1;
  }
}

type Step = Exclude<Program['code'][number], { op: 'split' | 'save' | 'match' }>;

/** The position after an instruction that consumes words or looks at an edge, or -1. */
function step(instruction: Step, subject: Subject, at: number): number {
  const token = subject.tokens[at];
  switch (instruction.op) {
    case 'start':
      return at === 0 ? at : -1;
    case 'end':
      return isEnd(subject.tokens, at) ? at : -1;
    case 'word': {
      const passed = subject.passed[at];
      if (!passed) return -1;
      return ((passed[instruction.test >> 5] ?? 0) >>> (instruction.test & 31)) & 1 ? at + 1 : -1;
    }
    case 'exact':
      return token?.text === instruction.word ? at + 1 : -1;
    case 'tag':
      return token && (token.tags & instruction.mask) !== 0 ? at + 1 : -1;
    case 'span':
      return subject.spans.get(instruction.kind)?.get(at) ?? -1;
    case 'gap': {
      if (!token) return -1;
      const before = subject.tokens[at - 1];
      if (before && before.clause !== token.clause) return -1;
      return subject.spans.get('time')?.has(at) ? -1 : at + 1;
    }
  }
}

/** The end of a sentence is where nothing but closing marks follow. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < tokens.length; i++) if (!'.!?;:"\')]'.includes(tokens[i]?.text ?? '')) return false;
  return true;
}
