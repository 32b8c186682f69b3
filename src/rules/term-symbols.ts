/** Numbers for the parts of terms, and which of them a word of a text stands for. */
import { withPlural } from './parts.ts';
import type { Form, TermPart } from './term-syntax.ts';

/** A table of symbols that grows as terms are read. */
export interface TermSymbols {
  /** The symbol of a part of a term: the same part always has the same, other parts have others. */
  readonly symbolOf: (part: TermPart) => number;
  /** The stems that a word begins with, the shortest first. */
  readonly stemsOf: (word: string) => readonly TermPart[];
  /**
   * The symbols that a word of a text stands for. The list goes on growing when terms are read later.
   * @param word in lower case
   * @param acronym the word as written, where it is an acronym of a term: it stands for the word and for itself
   */
  readonly standsFor: (word: string, acronym: string | null) => readonly number[];
}

const NONE: readonly number[] = [];

/** @returns a table without symbols; stems are known to it once `symbolOf` was asked for them */
export function termSymbols(): TermSymbols {
  const numbers: Readonly<Record<Form, Map<string, number>>> = {
    word: new Map(),
    plural: new Map(),
    stem: new Map(),
    acronym: new Map(),
  };
  let count = 0;
  let shortestStem = Number.POSITIVE_INFINITY;
  /** By word, the symbols it stands for; and the longer lists of those who stand for an acronym besides. */
  const words = new Map<string, number[]>();
  const acronyms = new Map<string, number[][]>();

  function symbolOf({ text, form }: TermPart): number {
    const old = numbers[form].get(text);
    if (old !== undefined) return old;
    const symbol = count++;
    numbers[form].set(text, symbol);
    if (form === 'stem') shortestStem = Math.min(shortestStem, text.length);
    if (form === 'word') give(text, symbol);
    if (form === 'plural') for (const spelling of withPlural(text)) give(spelling, symbol);
    return symbol;
  }

  function give(word: string, symbol: number): void {
    const list = words.get(word);
    if (list?.includes(symbol)) return;
    if (list) list.push(symbol);
    else words.set(word, [symbol]);
    for (const its of acronyms.get(word) ?? []) its.push(symbol);
  }

  function stemsOf(word: string): readonly TermPart[] {
    const stems: TermPart[] = [];
    for (let length = shortestStem; length <= word.length; length++) {
      const text = word.slice(0, length);
      if (numbers.stem.has(text)) stems.push({ text, form: 'stem' });
    }
    return stems;
  }

  function standsFor(word: string, acronym: string | null): readonly number[] {
    if (!words.has(word)) words.set(word, []);
    for (const stem of stemsOf(word)) give(word, symbolOf(stem));
    const list = words.get(word) ?? NONE;
    if (acronym === null) return list;
    const longer = [...list, symbolOf({ text: acronym, form: 'acronym' })];
    acronyms.set(word, [...(acronyms.get(word) ?? []), longer]);
    return longer;
  }

  return { symbolOf, stemsOf, standsFor };
}
