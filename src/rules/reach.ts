/**
 * Says how far a pattern can be matched in a sentence, element by element: what stands there, and what is missing first.
 * For explanations: it tells of the patterns that matched nowhere, of which the matcher only knows that they did not.
 */
import { Tag, type TagName } from '../annotate/tags.ts';
import type { Token } from '../model/annotated.ts';
import type { Range } from './captures.ts';
import type { Lists } from './lists.ts';
import type { Spans } from './matcher.ts';
import type { Pattern } from './pattern.ts';

/** What patterns are matched against here. */
export interface Ground {
  readonly tokens: readonly Token[];
  /** Spans of earlier steps (`:time` and the like) by token positions. */
  readonly spans: Spans;
  readonly lists: Lists;
}

/** How far a pattern got: a run of its elements that stand one after the other in the sentence. */
export interface Reach {
  /** The elements of the pattern in order. */
  readonly elements: readonly Pattern[];
  /** First element of the run, and one past its last. */
  readonly first: number;
  readonly last: number;
  /** Half-open token range of each element of the run, from `first` on. */
  readonly ranges: readonly Range[];
}

/** Finds where patterns reach in one sentence; what was tried is remembered, so that asking again is cheap. */
export class Reaches {
  readonly #ground: Ground;
  readonly #ends = new Map<Pattern, (readonly number[] | undefined)[]>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Every run of a pattern's elements that cannot be made longer on either side; whole matches among them. */
  of(pattern: Pattern): Reach[] {
    const found: Reach[] = [];
    for (const elements of waysOf(pattern)) {
      const memory: (number | undefined)[] = [];
      const { length } = this.#ground.tokens;
      for (let at = 0; at < length; at++) {
        for (let first = 0; first < elements.length; first++) {
          if (first > 0 && !isSolid(elements[first])) continue;
          const last = this.#furthest(elements, first, at, memory);
          if (last === first) continue;
          found.push({ elements, first, last, ranges: this.#path(elements, first, last, at, memory) });
        }
      }
    }
    return found;
  }

  /** The first place at which a whole pattern matches so that it overlaps `from`…`to`, or null. */
  overlapping(pattern: Pattern, from: number, to: number): Range | null {
    for (let at = 0; at < Math.min(to, this.#ground.tokens.length); at++) {
      for (const end of this.#endsOf(pattern, at)) if (end > from && end > at) return [at, end];
    }
    return null;
  }

  /** Whether a whole pattern matches exactly the tokens `from`…`to`. */
  spans(pattern: Pattern, from: number, to: number): boolean {
    return this.#endsOf(pattern, from).includes(to);
  }

  /** One past the last element that the elements from `first` on reach, beginning at `at`. */
  #furthest(elements: readonly Pattern[], first: number, at: number, memory: (number | undefined)[]): number {
    const element = elements[first];
    if (!element) return first;
    const place = at * (elements.length + 1) + first;
    const known = memory[place];
    if (known !== undefined) return known;
    let best = first;
    for (const end of this.#endsOf(element, at))
      best = Math.max(best, this.#furthest(elements, first + 1, end, memory));
    // An element that may be absent is no progress by itself.
    const isEmpty = !elements.slice(first, best).some(isSolid);
    memory[place] = isEmpty ? first : best;
    return isEmpty ? first : best;
  }

  #path(
    elements: readonly Pattern[],
    first: number,
    last: number,
    begin: number,
    memory: (number | undefined)[],
  ): Range[] {
    const ranges: Range[] = [];
    let at = begin;
    for (let i = first; i < last; i++) {
      const element = elements[i];
      if (!element) break;
      const ends = this.#endsOf(element, at);
      const rest = elements.slice(i + 1, last).some(isSolid);
      const end = ends.find((each) => !rest || this.#furthest(elements, i + 1, each, memory) >= last) ?? at;
      ranges.push([at, end]);
      at = end;
    }
    return ranges;
  }

  /** Where matches of a pattern end that begin at `at`, the preferred first. */
  #endsOf(node: Pattern, at: number): readonly number[] {
    let row = this.#ends.get(node);
    if (!row) {
      row = [];
      this.#ends.set(node, row);
    }
    const known = row[at];
    if (known) return known;
    const ends = this.#tried(node, at);
    row[at] = ends;
    return ends;
  }

  #tried(node: Pattern, at: number): readonly number[] {
    const { tokens, spans, lists } = this.#ground;
    const token = tokens[at];
    switch (node.kind) {
      case 'word':
        return token && isWord(node, token) ? [at + 1] : NOWHERE;
      case 'span': {
        if (isTag(node.name)) return token && (token.tags & Tag[node.name]) !== 0 ? [at + 1] : NOWHERE;
        const end = spans.get(node.name)?.get(at);
        return end === undefined ? NOWHERE : [end];
      }
      case 'edge':
        return (node.edge === 'start' ? at === 0 : isEnd(tokens, at)) ? [at] : NOWHERE;
      case 'optional':
        return unique([...this.#endsOf(node.inner, at), at]);
      case 'capture':
        return this.#endsOf(node.inner, at);
      case 'gap':
        return this.#gap(node.most, at);
      case 'choice':
        return unique(node.options.flatMap((option) => this.#endsOf(option, at)));
      case 'list':
        return this.#member(shapeOf(lists(node.name)), at);
      case 'sequence': {
        let ends: readonly number[] = [at];
        for (const part of node.parts) ends = unique(ends.flatMap((end) => this.#endsOf(part, end)));
        return ends;
      }
    }
  }

  /** The members of a list of more than a word are tried first, as the matcher does. */
  #member({ words, stems, others }: ListShape, at: number): readonly number[] {
    const token = this.#ground.tokens[at];
    if (!token) return NOWHERE;
    const isOne = words.has(token.lower) || stems.some((stem) => token.lower.startsWith(stem));
    if (others.length === 0) return isOne ? [at + 1] : NOWHERE;
    const ends = others.flatMap((other) => this.#endsOf(other, at));
    return isOne ? unique([...ends, at + 1]) : unique(ends);
  }

  /** A gap crosses neither clauses nor the beginning of a time. */
  #gap(most: number, at: number): readonly number[] {
    const { tokens, spans } = this.#ground;
    const ends = [at];
    for (let k = at; k < at + most; k++) {
      const token = tokens[k];
      const before = tokens[k - 1];
      if (!token || (before && before.clause !== token.clause) || spans.get('time')?.has(k)) break;
      ends.push(k + 1);
    }
    return ends;
  }
}

/** The members of a list, those of one word apart. */
interface ListShape {
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
  readonly others: readonly Pattern[];
}

const shapes = new WeakMap<readonly Pattern[], ListShape>();

function shapeOf(members: readonly Pattern[]): ListShape {
  const known = shapes.get(members);
  if (known) return known;
  const words = new Set<string>();
  const stems: string[] = [];
  const others: Pattern[] = [];
  for (const member of members) {
    if (member.kind !== 'word' || member.exact) others.push(member);
    else if (member.stem) stems.push(member.word);
    else words.add(member.word);
  }
  const shape = { words, stems, others };
  shapes.set(members, shape);
  return shape;
}

const NOWHERE: readonly number[] = [];

const unique = (ends: readonly number[]): readonly number[] => (ends.length < 2 ? ends : [...new Set(ends)]);

const isTag = (name: string): name is TagName => Object.hasOwn(Tag, name);

const isWord = (node: Extract<Pattern, { kind: 'word' }>, token: Token): boolean =>
  node.exact ? token.text === node.word : node.stem ? token.lower.startsWith(node.word) : token.lower === node.word;

/** The end of a sentence is where nothing but closing marks follow. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < tokens.length; i++) if (!'.!?;:"\')]'.includes(tokens[i]?.text ?? '')) return false;
  return true;
}

/** The ways to match a pattern: each a row of elements. */
function waysOf(pattern: Pattern): readonly (readonly Pattern[])[] {
  if (pattern.kind === 'choice') return pattern.options.flatMap(waysOf);
  return [elementsOf(pattern)];
}

const elementsOf = (pattern: Pattern): readonly Pattern[] =>
  pattern.kind === 'sequence' ? pattern.parts.flatMap(elementsOf) : [pattern];

/** Whether an element takes a word wherever it matches. */
export function isSolid(pattern: Pattern | undefined): boolean {
  switch (pattern?.kind) {
    case 'word':
    case 'list':
    case 'span':
      return true;
    case 'capture':
      return isSolid(pattern.inner);
    case 'sequence':
      return pattern.parts.some(isSolid);
    case 'choice':
      return pattern.options.every(isSolid);
    default:
      return false;
  }
}
