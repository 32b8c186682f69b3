/** Term lists: thousands of words and phrases looked up in one pass over the words of a sentence. */
import type { Token } from '../model/annotated.ts';
import { isJoint, withPlural, wordParts } from './parts.ts';

/**
 * A term as packs write it. Words are in lower case and match in any case; the last word also matches its regular
 * plural; hyphens and spaces are alike. `stem*` matches any word that begins so, `a/b` either word, `=ABC` capitals
 * only, `x ~3 y` the term y at most three words after the term x.
 */
export interface Term {
  readonly pattern: string;
  /** What the caller knows the term by; several terms may share it. */
  readonly id: number;
}

/** A term found. */
export interface TermHit {
  readonly id: number;
  /** The half-open range of its words, counted in the parts of the sentence. */
  readonly from: number;
  readonly to: number;
  /** Position of the tokens with its first and its last word. */
  readonly first: number;
  readonly last: number;
}

/** Compiled terms. Opaque: call `find`. */
export interface TermMatcher {
  /** Finds every term, the overlapping ones too, in order of `from`, longer ones first. Linear in the tokens. */
  readonly find: (tokens: readonly Token[]) => readonly TermHit[];
}

/** One step of the trie: what ends here, and where each symbol leads. */
interface Node {
  readonly ids: number[];
  readonly next: Map<number, Node>;
}

/** A near pattern by the id of its first half: its own id, that of its second half, and how far off that may start. */
interface Near {
  readonly id: number;
  readonly second: number;
  readonly gap: number;
}

/** The symbols of each part of a token; `joint` and `mark` stand for tokens without parts. */
type Parts = readonly (readonly number[])[];

const NONE: readonly number[] = [];
const JOINT: Parts = [];
const MARK: Parts = [NONE];
const MAX_ALTERNATIVES = 64;
const MAX_CACHED_WORDS = 100_000;

/**
 * Compiles terms into a trie over word symbols. Cost grows with the number of words in the terms; finding does not.
 * @throws RangeError when a term has no words, or more than 64 combinations of alternatives
 */
export function compileTerms(terms: readonly Term[]): TermMatcher {
  const root: Node = { ids: [], next: new Map() };
  const words = new Map<string, number[]>();
  const stems = new Map<string, number>();
  const acronyms = new Map<string, number>();
  const known = new Map<string, number>();
  const nears = new Map<number, Near>();
  let symbols = 0;
  let shortestStem = Number.POSITIVE_INFINITY;
  // Halves of near patterns share the trie under negative ids, which no caller uses.
  let half = 0;

  /** The symbol of one part of a pattern; the same part always has the same symbol. */
  function symbolOf(part: string, form: 'word' | 'stem' | 'acronym' | 'plural'): number {
    const key = `${form} ${part}`;
    const old = known.get(key);
    if (old !== undefined) return old;
    const symbol = symbols++;
    known.set(key, symbol);
    if (form === 'acronym') acronyms.set(part, symbol);
    else if (form === 'stem') {
      stems.set(part, symbol);
      shortestStem = Math.min(shortestStem, part.length);
    } else {
      for (const spelling of form === 'plural' ? withPlural(part) : [part]) {
        const list = words.get(spelling);
        if (list) list.push(symbol);
        else words.set(spelling, [symbol]);
      }
    }
    return symbol;
  }

  /** The symbol sequences of one alternative of one word of a pattern: a compound has several parts. */
  function sequenceOf(word: string, last: boolean): readonly number[] {
    if (word.startsWith('=')) return [symbolOf(word.slice(1), 'acronym')];
    const stem = word.endsWith('*');
    const parts = wordParts(stem ? word.slice(0, -1) : word);
    return parts.map((part, at) => {
      const final = at === parts.length - 1;
      if (final && stem) return symbolOf(part, 'stem');
      return symbolOf(part, final && last ? 'plural' : 'word');
    });
  }

  function add(pattern: string, id: number): void {
    const written = pattern.split(' ').filter((word) => word !== '');
    let paths: readonly (readonly number[])[] = [[]];
    written.forEach((word, at) => {
      const choices = (word.startsWith('=') ? [word] : word.split('/')).map((choice) =>
        sequenceOf(choice, at === written.length - 1),
      );
      paths = paths.flatMap((path) => choices.map((choice) => [...path, ...choice]));
      if (paths.length > MAX_ALTERNATIVES) throw new RangeError(`too many alternatives in the term '${pattern}'`);
    });
    for (const path of paths) {
      if (path.length === 0) throw new RangeError(`the term '${pattern}' has no words`);
      let node = root;
      for (const symbol of path) {
        const next = node.next.get(symbol) ?? { ids: [], next: new Map() };
        node.next.set(symbol, next);
        node = next;
      }
      if (!node.ids.includes(id)) node.ids.push(id);
    }
  }

  for (const { pattern, id } of terms) {
    const near = /^([^~]+) ~(\d) ([^~]+)$/.exec(pattern);
    const [, x, gap, y] = near ?? [];
    if (x === undefined || gap === undefined || y === undefined) {
      add(pattern, id);
      continue;
    }
    const first = --half;
    const second = --half;
    add(x, first);
    add(y, second);
    nears.set(first, { id, second, gap: Number(gap) });
  }

  const cache = new Map<string, Parts>();

  /** The symbols of a token that has not been seen before. */
  function study(text: string): Parts {
    const parts = wordParts(text);
    if (parts.length === 0) return isJoint(text) ? JOINT : MARK;
    const acronym = parts.length === 1 ? acronyms.get(text) : undefined;
    return parts.map((part) => {
      const found = [...(words.get(part) ?? NONE)];
      for (let length = Math.min(part.length, shortestStem); length <= part.length; length++) {
        const stem = stems.get(part.slice(0, length));
        if (stem !== undefined) found.push(stem);
      }
      if (acronym !== undefined) found.push(acronym);
      return found.length > 0 ? found : NONE;
    });
  }

  /** Whether the sentence is all in capitals, where capitals do not make an acronym. */
  function isShouted(tokens: readonly Token[]): boolean {
    let capitals = 0;
    for (const { text, lower } of tokens) {
      if (text === lower) {
        if (lower !== lower.toUpperCase()) return false;
      } else if (text !== text.toUpperCase()) return false;
      else capitals++;
    }
    return capitals > 2;
  }

  function find(tokens: readonly Token[]): readonly TermHit[] {
    const sequence: (readonly number[])[] = [];
    const owners: number[] = [];
    let promising = false;
    const shouted = isShouted(tokens);
    for (let position = 0; position < tokens.length; position++) {
      const token = tokens[position];
      if (!token) break;
      const text = shouted ? token.lower : token.text;
      let parts = cache.get(text);
      if (parts === undefined) {
        if (cache.size >= MAX_CACHED_WORDS) cache.clear();
        parts = study(text);
        cache.set(text, parts);
      }
      for (const part of parts) {
        sequence.push(part);
        owners.push(position);
        promising ||= part.length > 0;
      }
    }
    if (!promising) return [];
    const hits: TermHit[] = [];
    let halves = false;
    for (let from = 0; from < sequence.length; from++) {
      if (sequence[from] === NONE) continue;
      let frontier: Node[] = [root];
      const begun = hits.length;
      for (let to = from; to < sequence.length && frontier.length > 0; to++) {
        const symbolsHere = sequence[to] ?? NONE;
        const reached: Node[] = [];
        for (const node of frontier)
          for (const symbol of symbolsHere) {
            const next = node.next.get(symbol);
            if (!next) continue;
            if (next.next.size > 0) reached.push(next);
            for (const id of next.ids) {
              hits.push({ id, from, to: to + 1, first: owners[from] ?? 0, last: owners[to] ?? 0 });
              halves ||= id < 0;
            }
          }
        frontier = reached;
      }
      // Found shortest first; handed out longest first.
      if (hits.length - begun > 1) {
        const here = hits.splice(begun).reverse();
        hits.push(...here);
      }
    }
    return halves ? withNears(hits) : hits;
  }

  /** Replaces the halves of near patterns by the patterns whose two halves stand close enough. */
  function withNears(hits: readonly TermHit[]): readonly TermHit[] {
    const starts = new Map<number, number[]>();
    for (const { id, from } of hits) {
      if (id >= 0) continue;
      const list = starts.get(id);
      if (list) list.push(from);
      else starts.set(id, [from]);
    }
    return hits.flatMap((hit) => {
      if (hit.id >= 0) return [hit];
      const near = nears.get(hit.id);
      if (!near) return [];
      const next = firstFrom(starts.get(near.second) ?? NONE, hit.to);
      return next <= hit.to + near.gap ? [{ ...hit, id: near.id }] : [];
    });
  }

  return { find };
}

/** The first of ascending numbers that is at least `least`; infinity where there is none. */
function firstFrom(ascending: readonly number[], least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? least) < least) low = middle + 1;
    else high = middle;
  }
  return ascending[low] ?? Number.POSITIVE_INFINITY;
}
