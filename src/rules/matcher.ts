/** Runs one compiled pattern over the tokens of a sentence, in time linear in their number. */
import type { Token } from '../model/annotated.ts';
import type { Program } from './program.ts';
import { passes, type WordEntry } from './word-tests.ts';

/** Spans found by earlier steps, by kind: first token → one past the last token, the longest span of each start. */
export type Spans = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** What a pattern is matched against; `words[i]` is what is known of token i. */
export interface Subject {
  readonly tokens: readonly Token[];
  readonly words: readonly WordEntry[];
  readonly spans: Spans;
}

/** A match: half-open token range, and the half-open token range of every capture that took part. */
export interface RawMatch {
  readonly from: number;
  readonly to: number;
  readonly captures: ReadonlyMap<string, readonly [number, number]>;
}

/** Working memory of the one search that runs at a time. Pairs on the stack: instruction and position, or slot and value. */
const stack: number[] = [];
const slots: number[] = [];
/**
 * Stamps of the search in which (instruction, position) was last tried, and that position. Positions share places by
 * their remainder: a match spans few words, so that a place is lost only to words far off, and memory does not grow
 * with the length of a sentence.
 */
const WINDOW = 512;
let tried = new Uint32Array(1 << 14);
let triedAt = new Int32Array(1 << 14);
let stamp = 0;

function freshStamp(program: Program): void {
  const size = program.code.length * WINDOW;
  if (tried.length < size) {
    tried = new Uint32Array(Math.max(size, tried.length * 2));
    triedAt = new Int32Array(tried.length);
    stamp = 0;
  }
  if (stamp === 0xffffffff) {
    tried.fill(0);
    stamp = 0;
  }
  stamp++;
}

/** Steps after which a search starts again with a memory of what failed: most need a few only, and memory is slow. */
const PATIENCE = 200;

/**
 * Where the match of a program that begins at `begin` ends, or -1; its captures are left in `slots`. At each choice the
 * first option that leads to a match wins.
 *
 * A backtracking search that, once it has run on for long, never tries an instruction twice at one position (Cox,
 * "Regular Expression Matching: the Virtual Machine Approach", 2009, the bounded backtracker): failed states stay failed
 * for later starts, so that the work is at most instructions × tokens between two matches.
 */
function run(program: Program, subject: Subject, begin: number): number {
  const end = search(program, subject, begin, false);
  return end === GAVE_UP ? search(program, subject, begin, true) : end;
}

const GAVE_UP = -2;

function search({ code, names }: Program, subject: Subject, begin: number, remembers: boolean): number {
  for (let i = 0; i < names.length * 2; i++) slots[i] = -1;
  let steps = 0;
  let top = 0;
  stack[top++] = 0;
  stack[top++] = begin;
  while (top > 0) {
    let at = stack[--top] ?? 0;
    let pc = stack[--top] ?? 0;
    if (pc < 0) {
      slots[-1 - pc] = at;
      continue;
    }
    for (;;) {
      const instruction = code[pc];
      if (!instruction) return -1;
      if (instruction.op === 'match') return at;
      if (remembers) {
        const state = pc * WINDOW + (at & (WINDOW - 1));
        if (tried[state] === stamp && triedAt[state] === at) break;
        tried[state] = stamp;
        triedAt[state] = at;
      } else if (++steps > PATIENCE) return GAVE_UP;
      if (instruction.op === 'split') {
        if (instruction.or !== instruction.to) {
          stack[top++] = instruction.or;
          stack[top++] = at;
        }
        pc = instruction.to;
        continue;
      }
      if (instruction.op === 'save') {
        stack[top++] = -1 - instruction.slot;
        stack[top++] = slots[instruction.slot] ?? -1;
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

function captured(program: Program): ReadonlyMap<string, readonly [number, number]> {
  const captures = new Map<string, readonly [number, number]>();
  program.names.forEach((name, i) => {
    const start = slots[2 * i] ?? -1;
    const end = slots[2 * i + 1] ?? -1;
    if (start >= 0 && end > start) captures.set(name, [start, end]);
  });
  return captures;
}

/**
 * All matches from left to right, none overlapping another of the same pattern.
 * @param anchors ascending positions of words that can anchor the pattern; ignored where the pattern has no anchor
 */
export function matchAll(program: Program, subject: Subject, anchors: readonly number[]): RawMatch[] {
  const matches: RawMatch[] = [];
  freshStamp(program);
  let from = 0;
  const tryUpTo = (last: number) => {
    while (from <= last) {
      if (program.first && !canBegin(program.first, subject, from)) {
        from++;
        continue;
      }
      const to = run(program, subject, from);
      if (to < 0) {
        from++;
        continue;
      }
      matches.push({ from, to, captures: captured(program) });
      from = Math.max(to, from + 1);
      // States on the way to a match did not fail: the next search starts afresh.
      freshStamp(program);
    }
  };
  if (!program.anchor) {
    tryUpTo(subject.tokens.length - 1);
    return matches;
  }
  const { least, most } = program.anchor;
  for (const at of anchors) {
    from = Math.max(from, at - most);
    tryUpTo(at - least);
  }
  return matches;
}

/** Whether a pattern matches anywhere so that it overlaps the half-open token range `from`…`to`. */
export function overlaps(program: Program, subject: Subject, from: number, to: number): boolean {
  freshStamp(program);
  for (let at = Math.max(0, from - program.longest + 1); at < to; at++) {
    if (program.first && !canBegin(program.first, subject, at)) continue;
    const end = run(program, subject, at);
    if (end > from) return true;
    if (end >= 0) freshStamp(program);
  }
  return false;
}

function canBegin(first: NonNullable<Program['first']>, subject: Subject, at: number): boolean {
  for (const instruction of first) if (step(instruction, subject, at) >= 0) return true;
  return false;
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
      const word = subject.words[at];
      return word && passes(word, instruction.test) ? at + 1 : -1;
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
