/** Compiles a pattern into instructions for the matcher, and finds the words that any match must contain. */

import { Tag, type TagName } from '../annotate/tags.ts';
import { type Pattern, PatternFault, PatternLimit } from './pattern.ts';
import { joined, LONGEST_SPAN, longer, type Stretch, wordsOf } from './stretch.ts';
import type { WordTests } from './word-tests.ts';

/** Instructions of the matching machine. `to` and `or` are positions in the program. */
export type Instruction =
  | { readonly op: 'word'; readonly test: number }
  | { readonly op: 'exact'; readonly word: string }
  | { readonly op: 'tag'; readonly mask: number }
  | { readonly op: 'span'; readonly kind: string }
  | { readonly op: 'gap' }
  | { readonly op: 'start' }
  | { readonly op: 'end' }
  | { readonly op: 'split'; readonly to: number; readonly or: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'match' };

/** An instruction that consumes a word or a span. */
export type Consuming = Extract<Instruction, { op: 'word' | 'exact' | 'tag' | 'span' }>;

export interface Program {
  readonly code: readonly Instruction[];
  /** Names of captures; capture i is saved in slots 2i and 2i+1. */
  readonly names: readonly string[];
  /** What every match must contain; null where no word is certain. */
  readonly anchor: Anchor | null;
  /** The instructions with which a match can begin; null where it may begin with a gap or an edge of the sentence. */
  readonly first: readonly Consuming[] | null;
  /** What every match spans at most. */
  readonly longest: Stretch;
  /** What every match contains besides the anchor, the rarest first. */
  readonly needs: readonly Need[];
}

/** A word that passes one of `tests`, or a span of one of `kinds`. */
export interface Need {
  readonly tests: readonly number[];
  readonly kinds: readonly string[];
}

/** A word or span that every match contains; it begins `least` to `most` words after the start. */
export interface Anchor extends Need {
  readonly least: number;
  readonly most: Stretch;
}

/** Most instructions that one pattern may compile to: bounds the matcher's work per word. */
const MAX_INSTRUCTIONS = 4000;
/** Most names of captures in a pattern: what the matcher keeps of every way that it follows. */
const MAX_CAPTURES = 20;

/** What a pattern's names refer to. */
export interface Scope {
  /** The members of `@name`, each a parsed pattern; undefined where there is no such list. */
  readonly list: (name: string) => readonly Pattern[] | undefined;
  readonly tests: WordTests;
}

const isTag = (name: string): name is TagName => Object.hasOwn(Tag, name);

/**
 * @throws {PatternFault} when a list is unknown or the pattern is too large
 */
export function compilePattern(pattern: Pattern, scope: Scope): Program {
  const code: Instruction[] = [];
  const names: string[] = [];
  const emit = (instruction: Instruction): number => {
    if (code.length >= MAX_INSTRUCTIONS)
      throw new PatternLimit(`the pattern is too large: it comes to more than ${MAX_INSTRUCTIONS} steps`, 0);
    return code.push(instruction) - 1;
  };
  const branch = (inner: () => void, preferInner: boolean): void => {
    const split = emit({ op: 'split', to: 0, or: 0 });
    inner();
    code[split] = preferInner
      ? { op: 'split', to: split + 1, or: code.length }
      : { op: 'split', to: code.length, or: split + 1 };
  };
  const compile = (node: Pattern, isLast: boolean): void => {
    switch (node.kind) {
      case 'word':
        emit(
          node.exact ? { op: 'exact', word: node.word } : { op: 'word', test: scope.tests.test(node.word, node.stem) },
        );
        return;
      case 'span':
        emit(isTag(node.name) ? { op: 'tag', mask: Tag[node.name] } : { op: 'span', kind: node.name });
        return;
      case 'edge':
        emit({ op: node.edge });
        return;
      case 'optional':
        branch(() => compile(node.inner, isLast), true);
        return;
      case 'gap': {
        // As few words as the rest needs; as many as it may where nothing follows.
        const nested = (left: number): void => {
          if (left === 0) return;
          branch(() => {
            emit({ op: 'gap' });
            nested(left - 1);
          }, isLast);
        };
        nested(node.most);
        return;
      }
      case 'capture': {
        const known = names.indexOf(node.name);
        if (known < 0 && names.length >= MAX_CAPTURES)
          throw new PatternLimit(`the pattern has more than ${MAX_CAPTURES} captures`, 0);
        const slot = known >= 0 ? known : names.push(node.name) - 1;
        emit({ op: 'save', slot: 2 * slot });
        compile(node.inner, true);
        emit({ op: 'save', slot: 2 * slot + 1 });
        return;
      }
      case 'sequence':
        node.parts.forEach((part, i) => {
          compile(part, isLast && i === node.parts.length - 1);
        });
        return;
      case 'choice':
        inOrder(node.options.map((option) => () => compile(option, isLast)));
        return;
      case 'list': {
        const members = scope.list(node.name);
        if (!members) throw new PatternFault(`no list is called '${node.name}'`, 0);
        listMembers(members);
        return;
      }
    }
  };
  /** Single words of a list share one test; longer members are tried first, the longest before the shorter. */
  const listMembers = (members: readonly Pattern[]): void => {
    const single = members.filter((member) => member.kind === 'word' && !member.exact);
    const others = members.filter((member) => !single.includes(member)).sort((a, b) => lengthOf(b) - lengthOf(a));
    const joint = scope.tests.anyOf(single.flatMap((member) => (member.kind === 'word' ? [member] : [])));
    const options: (() => void)[] = others.map((member) => () => compile(member, false));
    if (single.length > 0) {
      options.push(() => {
        emit({ op: 'word', test: joint });
      });
    }
    inOrder(options);
  };
  /** Emits alternatives, the preferred first; each but the last jumps past the others when it is through. */
  const inOrder = (options: readonly (() => void)[]): void => {
    const jumps: number[] = [];
    options.forEach((option, i) => {
      if (i === options.length - 1) {
        option();
        return;
      }
      const split = emit({ op: 'split', to: 0, or: 0 });
      option();
      jumps.push(emit({ op: 'split', to: 0, or: 0 }));
      code[split] = { op: 'split', to: split + 1, or: code.length };
    });
    for (const jump of jumps) code[jump] = { op: 'split', to: code.length, or: code.length };
  };
  compile(pattern, true);
  emit({ op: 'match' });
  const anchor = anchorOf(pattern, scope);
  return {
    code,
    names,
    anchor,
    first: firstOf(code, scope.tests),
    longest: lengths(pattern, scope).most,
    needs: rarest(needsOf(pattern, scope), anchor, scope),
  };
}

/** More beginnings than these share one test of their words, or else are as dear to test as the whole pattern. */
const MOST_FIRST = 8;

/** The consuming instructions that can be reached without consuming anything. */
function firstOf(code: readonly Instruction[], tests: WordTests): readonly Consuming[] | null {
  const first: Consuming[] = [];
  const seen = new Set<number>();
  const open = [0];
  while (open.length > 0) {
    const pc = open.pop() ?? 0;
    if (seen.has(pc)) continue;
    seen.add(pc);
    const instruction = code[pc];
    if (!instruction) return null;
    if (instruction.op === 'split') open.push(instruction.to, instruction.or);
    else if (instruction.op === 'save') open.push(pc + 1);
    else if (instruction.op === 'gap' || instruction.op === 'start' || instruction.op === 'end') return null;
    else if (instruction.op === 'match') return null;
    else first.push(instruction);
  }
  if (first.length <= MOST_FIRST) return first;
  const words = new Set(first.flatMap((instruction) => (instruction.op === 'word' ? [instruction.test] : [])));
  const others = first.filter(({ op }) => op !== 'word');
  const joint = words.size > 0 ? [{ op: 'word' as const, test: tests.union([...words]) }] : [];
  return joint.length + others.length <= MOST_FIRST ? [...joint, ...others] : null;
}

const lengthOf = (pattern: Pattern): number => (pattern.kind === 'sequence' ? pattern.parts.length : 1);

/** What a pattern spans: so many words at least, and such a stretch at most. */
interface Lengths {
  readonly least: number;
  readonly most: Stretch;
}

const NOTHING: Lengths = { least: 0, most: [0, 0] };
const ONE_WORD: Lengths = { least: 1, most: [1, 0] };

/** Fewest and most words and spans that a pattern can span. */
function lengths(pattern: Pattern, scope: Scope): Lengths {
  switch (pattern.kind) {
    case 'word':
      return ONE_WORD;
    case 'span':
      return isTag(pattern.name) ? ONE_WORD : { least: 1, most: [0, 1] };
    case 'edge':
      return NOTHING;
    case 'gap':
      return { least: 0, most: [pattern.most, 0] };
    case 'optional':
      return { least: 0, most: lengths(pattern.inner, scope).most };
    case 'capture':
      return lengths(pattern.inner, scope);
    case 'sequence':
      return pattern.parts.reduce((sum, part) => followedBy(sum, lengths(part, scope)), NOTHING);
    case 'choice':
      return widest(pattern.options, scope);
    case 'list':
      return widest(scope.list(pattern.name) ?? [], scope);
  }
}

const followedBy = (a: Lengths, b: Lengths): Lengths => ({ least: a.least + b.least, most: joined(a.most, b.most) });

function widest(options: readonly Pattern[], scope: Scope): Lengths {
  const all = options.map((option) => lengths(option, scope));
  return {
    least: Math.min(...all.map(({ least }) => least)),
    most: all.map(({ most }) => most).reduce(longer, [0, 0]),
  };
}

/** What every match of a pattern contains. */
function needsOf(pattern: Pattern, scope: Scope): readonly Need[] {
  switch (pattern.kind) {
    case 'capture':
      return needsOf(pattern.inner, scope);
    case 'sequence':
      return pattern.parts.flatMap((part) => needsOf(part, scope));
    default: {
      const anchor = anchorOf(pattern, scope);
      return anchor ? [{ tests: anchor.tests, kinds: anchor.kinds }] : [];
    }
  }
}

/** More needs than these are not looked at: a few rare ones tell nearly all. */
const MOST_NEEDS = 3;

/** The needs that are worth a look where the anchor is found: neither given by it nor met nearly everywhere. */
function rarest(needs: readonly Need[], anchor: Anchor | null, scope: Scope): readonly Need[] {
  const cost = (need: Need) => costOf({ ...need, least: 0, most: [0, 0] }, scope);
  const distinct = new Map(needs.map((need) => [`${need.tests} ${need.kinds}`, need]));
  return [...distinct.values()]
    .filter((need) => cost(need) < EVERYWHERE && !isGiven(need, anchor))
    .sort((a, b) => cost(a) - cost(b))
    .slice(0, MOST_NEEDS);
}

/** Whether what the anchor asks for meets a need too. */
function isGiven({ tests, kinds }: Need, anchor: Anchor | null): boolean {
  if (!anchor) return false;
  return anchor.tests.every((test) => tests.includes(test)) && anchor.kinds.every((kind) => kinds.includes(kind));
}

/** The cost of what stands in nearly every sentence. */
const EVERYWHERE = 300;

/** How common a kind of span is, in rare words: numbers are in most sentences. */
const SPAN_COST = 120;

const costOf = (anchor: Anchor, scope: Scope): number =>
  anchor.tests.reduce((sum, test) => sum + scope.tests.commonness(test), 0) +
  anchor.kinds.length * SPAN_COST +
  (wordsOf(anchor.most, LONGEST_SPAN) >= LONGEST_SPAN ? 50 : 0);

/** The cheapest anchor of a pattern: of a sequence, that of one of its parts; of a choice, those of all options. */
function anchorOf(pattern: Pattern, scope: Scope): Anchor | null {
  switch (pattern.kind) {
    case 'word': {
      const test = scope.tests.test(pattern.exact ? pattern.word.toLowerCase() : pattern.word, pattern.stem);
      return { tests: [test], kinds: [], least: 0, most: [0, 0] };
    }
    case 'span':
      return isTag(pattern.name) ? null : { tests: [], kinds: [pattern.name], least: 0, most: [0, 0] };
    case 'capture':
      return anchorOf(pattern.inner, scope);
    case 'sequence': {
      let best: Anchor | null = null;
      let before = NOTHING;
      for (const part of pattern.parts) {
        const its = anchorOf(part, scope);
        if (its) {
          const moved = { ...its, least: its.least + before.least, most: joined(its.most, before.most) };
          if (!best || costOf(moved, scope) < costOf(best, scope)) best = moved;
        }
        before = followedBy(before, lengths(part, scope));
      }
      return best;
    }
    case 'choice':
      return union(pattern.options, scope);
    case 'list':
      return union(scope.list(pattern.name) ?? [], scope);
    default:
      return null;
  }
}

/** Single words share one test; other options keep their own. */
function union(options: readonly Pattern[], scope: Scope): Anchor | null {
  const words = options.flatMap((option) => (option.kind === 'word' && !option.exact ? [option] : []));
  const anchors: Anchor[] =
    words.length > 0 ? [{ tests: [scope.tests.anyOf(words)], kinds: [], least: 0, most: [0, 0] }] : [];
  for (const option of options) {
    if (option.kind === 'word' && !option.exact) continue;
    const anchor = anchorOf(option, scope);
    if (!anchor) return null;
    anchors.push(anchor);
  }
  if (anchors.length === 0) return null;
  return {
    tests: [...new Set(anchors.flatMap((anchor) => anchor.tests))],
    kinds: [...new Set(anchors.flatMap((anchor) => anchor.kinds))],
    least: Math.min(...anchors.map((anchor) => anchor.least)),
    most: anchors.map(({ most }) => most).reduce(longer, [0, 0]),
  };
}
