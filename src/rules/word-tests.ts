/** Tests on words that patterns share: each distinct word of a text is looked up once for all rules together. */
import type { Token } from '../model/annotated.ts';

interface TestWord {
  readonly word: string;
  readonly stem: boolean;
}

/** Very common words of English: the worst anchors. */
const COMMON = new Set(
  'the of and to in a is for that on be as with by we our will are it this an or from at have has not their which its can more all also was were they these been than who into but if may such there one new up out no so any other would should to - – , . : ; ( ) / " \''.split(
    ' ',
  ),
);

/** What is known of a distinct word: the tests that it passes as a bit set, and the patterns that it can anchor. */
export interface WordEntry {
  readonly bits: Uint32Array;
  /** Left to the user of the tests; null until filled. */
  anchored: readonly number[] | null;
}

/** Whether a word passes a test. */
export const passes = (word: WordEntry, test: number): boolean =>
  (((word.bits[test >> 5] ?? 0) >>> (test & 31)) & 1) === 1;

/** A growing table of word tests. Test numbers are dense from 0. */
export class WordTests {
  readonly #tests: (readonly TestWord[])[] = [];
  readonly #known = new Map<string, number>();
  readonly #exact = new Map<string, number[]>();
  /** Stems by their first two letters. */
  readonly #stems = new Map<string, { stem: string; test: number }[]>();
  /** By the word's number in the vocabulary. */
  #byNumber: (WordEntry | undefined)[] = [];
  readonly #byWord = new Map<string, WordEntry>();

  get size(): number {
    return this.#tests.length;
  }

  /** The number of the test "is this word" or "begins with this stem". */
  test(word: string, stem: boolean): number {
    return this.anyOf([{ word, stem }]);
  }

  /** The number of the test "is one of these words or begins with one of these stems". */
  anyOf(entries: readonly TestWord[]): number {
    const key = entries.map((entry) => `${entry.word}${entry.stem ? '*' : ''}`).join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = this.#tests.push(entries) - 1;
    this.#known.set(key, number);
    this.#byNumber = [];
    this.#byWord.clear();
    for (const { word, stem } of entries) {
      if (stem) {
        const bucket = this.#stems.get(word.slice(0, 2)) ?? [];
        bucket.push({ stem: word, test: number });
        this.#stems.set(word.slice(0, 2), bucket);
      } else {
        const list = this.#exact.get(word) ?? [];
        list.push(number);
        this.#exact.set(word, list);
      }
    }
    return number;
  }

  /** A rough cost of using a test as an anchor: how many words of a text are likely to pass it. */
  commonness(test: number): number {
    const entries = this.#tests[test] ?? [];
    return entries.reduce((sum, { word }) => sum + (COMMON.has(word) ? 100 : 1), 0);
  }

  /** What is known of a token's word; cached per distinct word. */
  look(token: Pick<Token, 'lower' | 'word'>): WordEntry {
    const cached = token.word >= 0 ? this.#byNumber[token.word] : this.#byWord.get(token.lower);
    if (cached) return cached;
    const entry: WordEntry = { bits: this.#test(token.lower), anchored: null };
    if (token.word >= 0) this.#byNumber[token.word] = entry;
    else {
      // Bounded, so that a text of endless distinct words does not fill the memory.
      if (this.#byWord.size > 10_000) this.#byWord.clear();
      this.#byWord.set(token.lower, entry);
    }
    return entry;
  }

  #test(lower: string): Uint32Array {
    const bits = new Uint32Array((this.#tests.length + 31) >> 5);
    const set = (test: number) => {
      bits[test >> 5] = (bits[test >> 5] ?? 0) | (1 << (test & 31));
    };
    for (const test of this.#exact.get(lower) ?? []) set(test);
    for (const { stem, test } of this.#stems.get(lower.slice(0, 2)) ?? []) if (lower.startsWith(stem)) set(test);
    return bits;
  }
}
