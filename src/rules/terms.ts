/** Term lists: thousands of words and phrases looked up in one pass over the words of a sentence. */
import type { Token, Words } from '../model/annotated.ts';
import { isJoint, singularsOf, withPlural, wordParts } from './parts.ts';

/**
 * A term as packs write it. Words are in lower case and match in any case; the last word also matches its regular
 * plural; hyphens and spaces are alike. `stem*` matches any word that begins so, `a/b` either word, `=ABC` capitals
 * only, `x ~3 y` the term y at most three words after the term x.
 */
export interface Term {
  readonly pattern: string;
  /** What the caller knows the term by, from 0; several terms may share it. */
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
  /** Finds every term, the overlapping ones too, in order of `from`; the list is the caller's. Linear in the tokens. */
  readonly find: (words: Words) => TermHit[];
}

/** One step of the trie: what ends here, and where each symbol leads. Most steps are ends that lead nowhere. */
interface Node {
  readonly ids: number[];
  next: Map<number, Node> | undefined;
}

/** A near pattern by the id of its first half: its own id, that of its second half, and how far off that may start. */
interface Near {
  readonly id: number;
  readonly second: number;
  readonly gap: number;
}

/** How a part of a pattern matches. */
type Form = 'word' | 'plural' | 'stem' | 'acronym';

/** For each part of a token the symbols it stands for. */
type Parts = readonly (readonly number[])[];

const NONE: readonly number[] = [];
const JOINT: Parts = [];
const MARK: Parts = [NONE];
const NEAR = /^([^~]+) ~(\d) ([^~]+)$/;
const HAS_WORDS = /^[^\s~/=*]*[\p{L}\p{N}&+%£$€]|^=\p{L}/u;
const MAX_ALTERNATIVES = 64;
const MAX_CACHED_WORDS = 100_000;

/**
 * Compiles terms into a trie over word symbols. The trie grows as texts need it: a term is added when its first word is
 * met, so that a short text pays for few of them. Finding costs the same however many terms there are.
 * @throws RangeError when a term has no words, a stem that ends in a hyphen, or more than 64 combinations of alternatives
 */
export function compileTerms(terms: readonly Term[]): TermMatcher {
  const root: Node = { ids: [], next: undefined };
  /** Symbols by word; the lists grow with the trie. An acronym has those of its word (`AIDS`, `aids`) and its own. */
  const words = new Map<string, number[]>();
  const capitals = new Map<string, number[][]>();
  const known: Readonly<Record<Form, Map<string, number>>> = {
    word: new Map(),
    plural: new Map(),
    stem: new Map(),
    acronym: new Map(),
  };
  const nears = new Map<number, Near>();
  /** Terms that are not in the trie, by their first word. */
  const waiting: Readonly<Record<'word' | 'stem' | 'acronym', Map<string, Term[]>>> = {
    word: new Map(),
    stem: new Map(),
    acronym: new Map(),
  };
  const acronyms = new Set<string>();
  let symbols = 0;
  let shortestStem = Number.POSITIVE_INFINITY;
  // Halves of near patterns share the trie under negative ids, which no caller uses.
  let half = 0;

  /** The symbol of one part of a pattern; the same part always has the same symbol. */
  function symbolOf(part: string, form: Form): number {
    const old = known[form].get(part);
    if (old !== undefined) return old;
    const symbol = symbols++;
    known[form].set(part, symbol);
    if (form === 'word') give(part, symbol);
    if (form === 'plural') for (const spelling of withPlural(part)) give(spelling, symbol);
    return symbol;
  }

  function give(word: string, symbol: number): void {
    const list = words.get(word);
    if (list) list.push(symbol);
    else words.set(word, [symbol]);
    for (const its of capitals.get(word) ?? []) its.push(symbol);
  }

  /** Adds the symbols of one word of a pattern to `path`: a compound has several parts. */
  function extend(path: number[], word: string, last: boolean): void {
    if (word.startsWith('=')) {
      path.push(symbolOf(word.slice(1), 'acronym'));
      return;
    }
    const stem = word.endsWith('*');
    const parts = wordParts(word);
    parts.forEach((part, at) => {
      const final = at === parts.length - 1;
      path.push(symbolOf(part, final && stem ? 'stem' : final && last ? 'plural' : 'word'));
    });
  }

  function add(pattern: string, id: number): void {
    const written = pattern.split(' ');
    let paths: number[][] = [[]];
    written.forEach((word, at) => {
      const last = at === written.length - 1;
      if (!isChoice(word)) {
        for (const path of paths) extend(path, word, last);
        return;
      }
      paths = paths.flatMap((path) =>
        word.split('/').map((choice) => {
          const longer = [...path];
          extend(longer, choice, last);
          return longer;
        }),
      );
    });
    for (const path of paths) {
      let node = root;
      for (const symbol of path) {
        node.next ??= new Map();
        let next = node.next.get(symbol);
        if (next === undefined) {
          next = { ids: [], next: undefined };
          node.next.set(symbol, next);
        }
        node = next;
      }
      if (!node.ids.includes(id)) node.ids.push(id);
    }
  }

  /** Adds the terms that begin with a word to the trie. */
  function wake(form: 'word' | 'stem' | 'acronym', word: string): void {
    const list = waiting[form].get(word);
    if (list === undefined) return;
    waiting[form].delete(word);
    for (const { pattern, id } of list) {
      const [, x, gap, y] = pattern.includes('~') ? (NEAR.exec(pattern) ?? []) : [];
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
  }

  for (const term of terms) {
    const { pattern } = term;
    if (!HAS_WORDS.test(pattern)) throw new RangeError(`the term '${pattern}' has no words`);
    if (/[-'/]\*/.test(pattern)) throw new RangeError(`a stem of the term '${pattern}' ends in a hyphen`);
    if (pattern.includes('/') && combinations(pattern) > MAX_ALTERNATIVES)
      throw new RangeError(`too many alternatives in the term '${pattern}'`);
    // Stems are known from the start, so that a word's symbols need no second look at its beginnings.
    if (pattern.includes('*'))
      for (const word of pattern.split(/[ /]/)) {
        if (!word.endsWith('*') || word.startsWith('=')) continue;
        const stem = wordParts(word).at(-1) ?? '';
        symbolOf(stem, 'stem');
        shortestStem = Math.min(shortestStem, stem.length);
      }
    if (pattern.includes('='))
      for (const word of pattern.split(' ')) if (word.startsWith('=')) acronyms.add(word.slice(1));
    const space = pattern.indexOf(' ');
    const head = space < 0 ? pattern : pattern.slice(0, space);
    for (const choice of isChoice(head) ? head.split('/') : [head]) {
      const parts = wordParts(choice);
      const form = choice.startsWith('=') ? 'acronym' : choice.endsWith('*') && parts.length === 1 ? 'stem' : 'word';
      const key = form === 'acronym' ? choice.slice(1) : (parts[0] ?? '');
      const list = waiting[form].get(key);
      if (list) list.push(term);
      else waiting[form].set(key, [term]);
    }
  }

  /** What was studied, by the number of the word; what has none, and what is shouted, by its text. */
  const byNumber: (Parts | undefined)[] = [];
  const cache = new Map<string, Parts>();
  const studied = new Set<string>();

  /** The symbols of a token that has not been seen before. */
  function study(text: string): Parts {
    const parts = wordParts(text);
    if (parts.length === 0) return isJoint(text) ? JOINT : MARK;
    return parts.map((part) => {
      wake('word', part);
      for (const singular of singularsOf(part)) wake('word', singular);
      if (!studied.has(part)) {
        studied.add(part);
        if (!words.has(part)) words.set(part, []);
        for (let length = Math.min(part.length, shortestStem); length <= part.length; length++) {
          const stem = part.slice(0, length);
          const symbol = known.stem.get(stem);
          if (symbol === undefined) continue;
          wake('stem', stem);
          give(part, symbol);
        }
      }
      const list = words.get(part) ?? NONE;
      if (parts.length > 1 || !acronyms.has(text)) return list;
      wake('acronym', text);
      const its = [...list, symbolOf(text, 'acronym')];
      capitals.set(part, [...(capitals.get(part) ?? []), its]);
      return its;
    });
  }

  /** Forgets the tokens seen, so that memory does not grow with the number of texts. */
  function forget(): void {
    byNumber.length = 0;
    cache.clear();
    capitals.clear();
    for (const [word, list] of words) {
      if (list.length > 0) continue;
      words.delete(word);
      studied.delete(word);
    }
  }

  /**
   * The symbols of each part of the sentence at hand, and the position of the token that the part belongs to; what lies
   * beyond `length` is of longer sentences before it.
   */
  const sequence: (readonly number[])[] = [];
  const owners: number[] = [];
  let length = 0;

  function partsOf(token: Token, isShouted: boolean): Parts {
    const text = isShouted ? token.lower : token.text;
    let parts = cache.get(text);
    if (parts === undefined) {
      if (cache.size >= MAX_CACHED_WORDS) forget();
      parts = study(text);
      cache.set(text, parts);
    }
    if (token.word >= 0 && !isShouted) byNumber[token.word] = parts;
    return parts;
  }

  function lookUp({ tokens, words: numbers }: Words): void {
    length = 0;
    const isShouted = isInCapitals(tokens);
    for (let position = 0; position < tokens.length; position++) {
      let parts = isShouted ? undefined : byNumber[numbers[position] ?? -1];
      if (parts === undefined) {
        const token = tokens[position];
        if (!token) break;
        parts = partsOf(token, isShouted);
      }
      // A dash between spaces parts words; inside a compound it joins them.
      if (parts === JOINT && tokens[position]?.spaced) parts = MARK;
      for (let k = 0; k < parts.length; k++) {
        sequence[length] = parts[k] ?? NONE;
        owners[length++] = position;
      }
    }
  }

  /** Adds the terms that go on from `node` with the parts at `to`, longer ones first. */
  function follow(node: Node, from: number, to: number, hits: TermHit[]): void {
    const here = sequence[to];
    if (here === undefined || node.next === undefined || to >= length) return;
    for (const symbol of here) {
      const next = node.next.get(symbol);
      if (next === undefined) continue;
      if (next.next) follow(next, from, to + 1, hits);
      for (const id of next.ids) hits.push({ id, from, to: to + 1, first: owners[from] ?? 0, last: owners[to] ?? 0 });
    }
  }

  function find(words: Words): TermHit[] {
    lookUp(words);
    const hits: TermHit[] = [];
    for (let from = 0; from < length; from++) if ((sequence[from]?.length ?? 0) > 0) follow(root, from, from, hits);
    return hits.some(({ id }) => id < 0) ? withNears(hits) : hits;
  }

  /** Replaces the halves of near patterns by the patterns whose two halves stand close enough. */
  function withNears(hits: readonly TermHit[]): TermHit[] {
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

/** Whether a word of a pattern offers alternatives. */
const isChoice = (word: string) => word.includes('/') && !word.startsWith('=');

/** In how many ways the alternatives of a pattern combine. */
function combinations(pattern: string): number {
  return pattern.split(' ').reduce((product, word) => product * (isChoice(word) ? word.split('/').length : 1), 1);
}

/** Whether a sentence is all in capitals, where capitals do not make an acronym. */
function isInCapitals(tokens: readonly Token[]): boolean {
  let capitals = 0;
  for (const { text, lower } of tokens) {
    if (text === lower) {
      const first = lower.charCodeAt(0);
      if ((first >= 97 && first <= 122) || lower !== lower.toUpperCase()) return false;
    } else if (text !== text.toUpperCase()) return false;
    else capitals++;
  }
  return capitals > 2;
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
