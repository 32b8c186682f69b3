/** Looks each distinct word of a text up once for all patterns of a rule set together. */
import type { Token } from '../model/annotated.ts';
import type { RuleData } from './rule-data.ts';

/** What is known of a distinct word: the tests that it passes, as a bit set and as a list. */
export interface WordEntry {
  readonly bits: Uint32Array;
  readonly tests: readonly number[];
}

/** Whether a word passes a test. */
export const passes = (word: WordEntry, test: number): boolean =>
  (((word.bits[test >> 5] ?? 0) >>> (test & 31)) & 1) === 1;

/** Most distinct words kept that have no number in the vocabulary. */
const MOST_UNNUMBERED = 10_000;

const NONE: readonly number[] = [];

/** The words and stems of a rule set. What is asked once is remembered, within bounds. */
export class WordIndex {
  readonly #size: number;
  readonly #words: ReadonlyMap<string, readonly number[]>;
  /** By their first two letters. */
  readonly #stems = new Map<string, [string, readonly number[]][]>();
  readonly #byNumber: (WordEntry | undefined)[] = [];
  readonly #byWord = new Map<string, WordEntry>();

  constructor(data: Pick<RuleData, 'tests' | 'words' | 'stems'>) {
    this.#size = (data.tests + 31) >> 5;
    this.#words = new Map(data.words);
    for (const [stem, tests] of data.stems) {
      const bucket = this.#stems.get(stem.slice(0, 2));
      if (bucket) bucket.push([stem, tests]);
      else this.#stems.set(stem.slice(0, 2), [[stem, tests]]);
    }
  }

  look(token: Pick<Token, 'lower' | 'word'>): WordEntry {
    const cached = token.word >= 0 ? this.#byNumber[token.word] : this.#byWord.get(token.lower);
    if (cached) return cached;
    const tests = this.#test(token.lower);
    const bits = new Uint32Array(this.#size);
    for (const test of tests) bits[test >> 5] = (bits[test >> 5] ?? 0) | (1 << (test & 31));
    const entry: WordEntry = { bits, tests };
    if (token.word >= 0) this.#byNumber[token.word] = entry;
    else {
      if (this.#byWord.size >= MOST_UNNUMBERED) this.#byWord.clear();
      this.#byWord.set(token.lower, entry);
    }
    return entry;
  }

  #test(lower: string): readonly number[] {
    const own = this.#words.get(lower);
    const stems = this.#stems.get(lower.slice(0, 2));
    if (!stems) return own ?? NONE;
    const tests = [...(own ?? NONE)];
    for (const [stem, its] of stems) if (lower.startsWith(stem)) tests.push(...its);
    return tests;
  }
}
