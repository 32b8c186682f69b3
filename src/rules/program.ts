/** Compiles a pattern into instructions for the matcher, and finds the words that any match must contain. */

import { Tag, type TagName } from '../annotate/tags.ts';
import { type Pattern, PatternFault } from './pattern.ts';
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

export interface Program {
  readonly code: readonly Instruction[];
  /** Names of captures; capture i is saved in slots 2i and 2i+1. */
  readonly names: readonly string[];
  /** Word tests of which every match satisfies at least one; null where no word is certain. */
  readonly anchors: readonly number[] | null;
}

/** Most instructions that one pattern may compile to: bounds the matcher's work per word. */
export const MAX_INSTRUCTIONS = 4000;

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
    if (code.length >= MAX_INSTRUCTIONS) throw new PatternFault('the pattern is too large', 0);
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
  return { code, names, anchors: anchorsOf(pattern, scope) };
}

const lengthOf = (pattern: Pattern): number => (pattern.kind === 'sequence' ? pattern.parts.length : 1);

/** The smallest set of word tests of which every match must satisfy one. */
function anchorsOf(pattern: Pattern, scope: Scope): readonly number[] | null {
  switch (pattern.kind) {
    case 'word':
      return pattern.exact
        ? [scope.tests.test(pattern.word.toLowerCase(), false)]
        : [scope.tests.test(pattern.word, pattern.stem)];
    case 'capture':
      return anchorsOf(pattern.inner, scope);
    case 'sequence': {
      let best: readonly number[] | null = null;
      let cost = Number.POSITIVE_INFINITY;
      for (const part of pattern.parts) {
        const anchors = anchorsOf(part, scope);
        if (!anchors) continue;
        const its = anchors.reduce((sum, test) => sum + scope.tests.commonness(test), 0);
        if (its < cost) {
          best = anchors;
          cost = its;
        }
      }
      return best;
    }
    case 'choice':
      return union(pattern.options, scope);
    case 'list': {
      const members = scope.list(pattern.name);
      return members ? union(members, scope) : null;
    }
    default:
      return null;
  }
}

function union(options: readonly Pattern[], scope: Scope): readonly number[] | null {
  const all = new Set<number>();
  const words = options.filter((option) => option.kind === 'word' && !option.exact);
  if (words.length > 1) all.add(scope.tests.anyOf(words.flatMap((word) => (word.kind === 'word' ? [word] : []))));
  for (const option of options) {
    if (words.length > 1 && words.includes(option)) continue;
    const anchors = anchorsOf(option, scope);
    if (!anchors) return null;
    for (const anchor of anchors) all.add(anchor);
  }
  return [...all];
}
