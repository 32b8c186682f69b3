/** A dictionary of terms that grows as texts need it: which words of a text begin a term, and where they lead. */
import { singularsOf } from './parts.ts';
import type { Term } from './term.ts';
import { type NearTerms, nearTerms } from './term-nears.ts';
import { termSymbols } from './term-symbols.ts';
import { beginningsOf, openPartsOf, readTerm, type TermPart, type Way } from './term-syntax.ts';

/** One step of the trie: the terms that end here, and where each symbol leads. Most steps are ends that lead nowhere. */
export interface TermNode {
  readonly ids: number[];
  next: Map<number, TermNode> | undefined;
}

/** The dictionary. Words are known by numbers from 1; 0 is what no term holds. */
export interface TermDictionary {
  /**
   * The number of a word that was not asked for before.
   * @param word in lower case
   * @param acronym the word as written, where `isAcronym` holds of it; else null
   */
  readonly learn: (word: string, acronym: string | null) => number;
  readonly isAcronym: (text: string) => boolean;
  /** By number: what the word stands for, a list that grows, and the steps that the trie begins with for it. */
  readonly symbols: readonly (readonly number[])[];
  readonly begins: readonly (readonly TermNode[])[];
  readonly nears: NearTerms;
}

const NONE: readonly never[] = [];

/**
 * Sorts terms by the words they begin with. A term is put into the trie when one of these is learnt: so a short text pays
 * for few of them, and all that begin with a word are there as soon as it is known.
 * @param terms checked
 */
export function termDictionary(terms: readonly Term[]): TermDictionary {
  const table = termSymbols();
  const nears = nearTerms();
  const root = new Map<number, TermNode>();
  /** Positions of the terms by how they begin, and which of them are in the trie. */
  const waiting = { word: new Map<string, number[]>(), stem: new Map<string, number[]>() };
  const waitingAcronyms = new Map<string, number[]>();
  const isAwake = new Uint8Array(terms.length);
  const acronyms = new Set<string>();

  const listOf = ({ form }: TermPart) =>
    form === 'acronym' ? waitingAcronyms : form === 'stem' ? waiting.stem : waiting.word;
  terms.forEach(({ pattern }, position) => {
    for (const part of openPartsOf(pattern)) {
      if (part.form === 'acronym') acronyms.add(part.text);
      else table.symbolOf(part);
    }
    for (const part of beginningsOf(pattern)) {
      const list = listOf(part).get(part.text);
      if (list) list.push(position);
      else listOf(part).set(part.text, [position]);
    }
  });

  function wake(part: TermPart): void {
    for (const position of listOf(part).get(part.text) ?? NONE) {
      const term = terms[position];
      if (!term || isAwake[position] === 1) continue;
      isAwake[position] = 1;
      const { ways, near } = readTerm(term.pattern);
      if (near) {
        const { first, second } = nears.add(term.id, near.gap);
        for (const way of ways) add(way, first);
        for (const way of near.ways) add(way, second);
      } else for (const way of ways) add(way, term.id);
    }
    listOf(part).delete(part.text);
  }

  function add(way: Way, id: number): void {
    let next: Map<number, TermNode> | undefined = root;
    let node: TermNode | undefined;
    for (const part of way) {
      const symbol = table.symbolOf(part);
      if (node) next = node.next ??= new Map();
      node = next.get(symbol);
      if (node === undefined) {
        node = { ids: [], next: undefined };
        next.set(symbol, node);
      }
    }
    if (node && !node.ids.includes(id)) node.ids.push(id);
  }

  const symbols: (readonly number[])[] = [NONE];
  const begins: (readonly TermNode[])[] = [NONE];
  function learn(word: string, acronym: string | null): number {
    for (const text of [word, ...singularsOf(word)]) wake({ text, form: 'word' });
    for (const stem of table.stemsOf(word)) wake(stem);
    if (acronym !== null) wake({ text: acronym, form: 'acronym' });
    const list = table.standsFor(word, acronym);
    const steps = list.flatMap((symbol) => root.get(symbol) ?? NONE);
    begins.push(steps.length > 0 ? steps : NONE);
    return symbols.push(list) - 1;
  }

  return { learn, isAcronym: (text) => acronyms.has(text), symbols, begins, nears };
}
