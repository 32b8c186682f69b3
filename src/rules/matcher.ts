/** Runs one compiled pattern over the tokens of a sentence, in time linear in their number. */
import type { Token, Words } from '../model/annotated.ts';
import { Captures } from './captures.ts';
import type { LoadedProgram } from './loaded-program.ts';
import { Op } from './opcodes.ts';
import { wordsOf } from './stretch.ts';
import { passes, type WordIndex } from './word-index.ts';

/** Spans found by earlier steps, by kind: first token → one past the last token, the longest span of each start. */
export type Spans = Pick<ReadonlyMap<string, SpanEnds>, 'get'>;

/** First token of each span of one kind → one past its last token. */
export type SpanEnds = Pick<ReadonlyMap<number, number>, 'get' | 'has' | 'keys' | 'size' | typeof Symbol.iterator>;

/** What a pattern is matched against. */
export interface Subject extends Words {
  readonly index: WordIndex;
  readonly spans: Spans;
  /** Most words of a span, as far as is known. */
  readonly longestSpan: number;
  /** The spans of a kind by its place in `RuleData.strings`, once it was asked for. */
  readonly spansOf: (SpanEnds | undefined)[];
}

/** Ascending positions in a subject, the first `count` of `at`; what stands behind them is left from others. */
export interface Anchors {
  readonly at: readonly number[];
  readonly count: number;
}

/** A match: half-open token range, and the half-open token range of every capture that took part. */
export interface RawMatch {
  readonly from: number;
  readonly to: number;
  readonly captures: Captures;
}

/** Working memory of the one search that runs at a time. Pairs on the stack: instruction and position, or slot and value. */
const stack: number[] = [];
const slots: number[] = [];
/** Most positions that have a place of their own in the memory of what was tried. */
const WINDOW = 512;
/**
 * Stamps of the search in which (instruction, position) was last tried, and that position. Positions share places by
 * their remainder: a match spans few words, so that a place is lost only to words far off, and memory does not grow
 * with the length of a sentence.
 */
let tried = new Uint32Array(1 << 14);
let triedAt = new Int32Array(1 << 14);
let stamp = 0;
/** Places for each instruction, less one: a power of two, as many as the sentence has words or `WINDOW`. */
let places = 31;

function beginSearch(subject: Subject): void {
  places = 31;
  while (places < subject.tokens.length && places < WINDOW - 1) places = 2 * places + 1;
  freshStamp();
}

function makeRoom(program: LoadedProgram): void {
  const size = (program.code.length / 3) * (places + 1);
  if (tried.length >= size) return;
  tried = new Uint32Array(2 * size);
  triedAt = new Int32Array(2 * size);
}

function freshStamp(): void {
  if (stamp === 0xffffffff) {
    tried.fill(0);
    stamp = 0;
  }
  stamp++;
}

/** Steps after which a search starts again with a memory of what failed: most need a few only, and memory is slow. */
const PATIENCE = 200;
const GAVE_UP = -2;

/**
 * Where the match of a program that begins at `begin` ends, or -1; its captures are left in `slots`. At each choice the
 * first option that leads to a match wins.
 *
 * A backtracking search that, once it has run on for long, never tries an instruction twice at one position (Cox,
 * "Regular Expression Matching: the Virtual Machine Approach", 2009, the bounded backtracker): failed states stay failed
 * for later starts, so that the work is at most instructions × tokens between two matches.
 */
function run(program: LoadedProgram, subject: Subject, begin: number): number {
  const end = search(program, subject, begin, false);
  if (end !== GAVE_UP) return end;
  makeRoom(program);
  return search(program, subject, begin, true);
}

function search(program: LoadedProgram, subject: Subject, begin: number, remembers: boolean): number {
  const { code, strings } = program;
  const width = places + 1;
  for (let i = 0; i < program.names.length * 2; i++) slots[i] = -1;
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
      const op = code[pc] ?? Op.match;
      if (op === Op.match) return at;
      if (remembers) {
        const state = (pc / 3) * width + (at & places);
        if (tried[state] === stamp && triedAt[state] === at) break;
        tried[state] = stamp;
        triedAt[state] = at;
      } else if (++steps > PATIENCE) return GAVE_UP;
      const operand = code[pc + 1] ?? 0;
      if (op === Op.split) {
        const other = code[pc + 2] ?? 0;
        if (other !== operand) {
          stack[top++] = other;
          stack[top++] = at;
        }
        pc = operand;
        continue;
      }
      if (op === Op.save) {
        stack[top++] = -1 - operand;
        stack[top++] = slots[operand] ?? -1;
        slots[operand] = at;
        pc += 3;
        continue;
      }
      const next = step(op, operand, strings, subject, at);
      if (next < 0) break;
      at = next;
      pc += 3;
    }
  }
  return -1;
}

const NO_CAPTURES = new Captures([], []);

const captured = ({ names }: LoadedProgram): Captures =>
  names.length === 0 ? NO_CAPTURES : new Captures(names, slots.slice(0, 2 * names.length));

/**
 * All matches from left to right, none overlapping another of the same pattern.
 * @param anchors where what can anchor the pattern stands; ignored where the pattern has no anchor
 */
export function matchAll(program: LoadedProgram, subject: Subject, anchors: Anchors): readonly RawMatch[] {
  const matches: RawMatch[] = [];
  beginSearch(subject);
  const final = program.opens ? 0 : subject.tokens.length - 1;
  if (!program.anchor) {
    matchUpTo(program, subject, 0, final, matches);
    return matches;
  }
  const { least } = program.anchor;
  const most = wordsOf(program.anchor.most, subject.longestSpan);
  let from = 0;
  for (let k = 0; k < anchors.count && from <= final; k++) {
    const at = anchors.at[k] ?? 0;
    from = matchUpTo(program, subject, Math.max(from, at - most), Math.min(final, at - least), matches);
  }
  return matches;
}

/** Adds the matches that begin at `begin`…`last`, inclusive; gives where the next may begin. */
function matchUpTo(program: LoadedProgram, subject: Subject, begin: number, last: number, matches: RawMatch[]): number {
  const { first, strings, tags } = program;
  let from = begin;
  while (from <= last) {
    if (tags !== 0 && ((subject.tokens[from]?.tags ?? 0) & tags) === 0) {
      from++;
      continue;
    }
    const to = first && !canBegin(first, strings, subject, from) ? -1 : run(program, subject, from);
    if (to < 0) {
      from++;
      continue;
    }
    matches.push({ from, to, captures: captured(program) });
    from = Math.max(to, from + 1);
    // States on the way to a match did not fail: the next search starts afresh.
    freshStamp();
  }
  return from;
}

/**
 * Where the matches of a pattern end that begin at each of the words `from`…`to`, or -1.
 * @param ends by first word; only the places that hold `UNTRIED` are filled
 */
export function fillEnds(program: LoadedProgram, subject: Subject, from: number, to: number, ends: Int32Array): void {
  const { first } = program;
  beginSearch(subject);
  if (program.opens) ends.fill(-1, Math.max(from, 1), to);
  for (let at = from; at < to; at++) {
    if (ends[at] !== UNTRIED) continue;
    const end = first && !canBegin(first, program.strings, subject, at) ? -1 : run(program, subject, at);
    ends[at] = end;
    if (end >= 0) freshStamp();
  }
}

/** The place of a word at which no match was looked for yet. */
export const UNTRIED = -2;

function canBegin(first: Int32Array, strings: readonly string[], subject: Subject, at: number): boolean {
  for (let i = 0; i < first.length; i += 3)
    if (step(first[i] ?? 0, first[i + 1] ?? 0, strings, subject, at) >= 0) return true;
  return false;
}

/** The position after an instruction that consumes words or looks at an edge, or -1. */
function step(op: number, operand: number, strings: readonly string[], subject: Subject, at: number): number {
  switch (op) {
    case Op.start:
      return at === 0 ? at : -1;
    case Op.end:
      return isEnd(subject.tokens, at) ? at : -1;
    case Op.word: {
      const token = subject.tokens[at];
      return token && passes(subject.index.look(token), operand) ? at + 1 : -1;
    }
    case Op.exact:
      return subject.tokens[at]?.text === strings[operand] ? at + 1 : -1;
    case Op.tag: {
      const token = subject.tokens[at];
      return token && (token.tags & operand) !== 0 ? at + 1 : -1;
    }
    case Op.span:
      return spansAt(operand, strings, subject).get(at) ?? -1;
    case Op.gap: {
      const token = subject.tokens[at];
      if (!token) return -1;
      const before = subject.tokens[at - 1];
      if (before && before.clause !== token.clause) return -1;
      return subject.spans.get('time')?.has(at) ? -1 : at + 1;
    }
    default:
      return -1;
  }
}

const NO_SPANS: SpanEnds = new Map();

function spansAt(operand: number, strings: readonly string[], subject: Subject): SpanEnds {
  const known = subject.spansOf[operand];
  if (known) return known;
  const spans = subject.spans.get(strings[operand] ?? '') ?? NO_SPANS;
  subject.spansOf[operand] = spans;
  return spans;
}

/** The end of a sentence is where nothing but closing marks follow. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < tokens.length; i++) if (!'.!?;:"\')]'.includes(tokens[i]?.text ?? '')) return false;
  return true;
}
