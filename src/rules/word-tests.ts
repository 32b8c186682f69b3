/** Numbers the tests on words that patterns share, while patterns are compiled. */

interface TestWord {
  readonly word: string;
  readonly stem: boolean;
}

/** The commonest words and marks of English, one or more in most sentences, and other very common ones: the worst anchors. */
const COMMONEST = new Set('the of and to in a , . - ( ) : / "'.split(' '));
const COMMON = new Set(
  "is for that on be as with by we our will are it this an or from at have has not their which its can more all also was were they these been than who into but if may such there one new up out no so any other would should – ; '".split(
    ' ',
  ),
);

/** A growing table of word tests. Test numbers are dense from 0. */
export class WordTests {
  readonly #tests: (readonly TestWord[])[] = [];
  readonly #known = new Map<string, number>();
  readonly #words = new Map<string, number[]>();
  readonly #stems = new Map<string, number[]>();

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
    for (const { word, stem } of entries) {
      const table = stem ? this.#stems : this.#words;
      const list = table.get(word);
      if (list) list.push(number);
      else table.set(word, [number]);
    }
    return number;
  }

  /** The number of the test "passes one of these tests". */
  union(tests: readonly number[]): number {
    return this.anyOf([...new Set(tests.flatMap((test) => this.#tests[test] ?? []))]);
  }

  /** A rough cost of using a test as an anchor: how many words of a text are likely to pass it. */
  commonness(test: number): number {
    const entries = this.#tests[test] ?? [];
    return entries.reduce((sum, { word }) => sum + (COMMONEST.has(word) ? 500 : COMMON.has(word) ? 100 : 1), 0);
  }

  /** Words and stems with the tests that they pass, sorted. */
  written(): { words: [string, number[]][]; stems: [string, number[]][] } {
    const sorted = (table: ReadonlyMap<string, number[]>) =>
      [...table].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return { words: sorted(this.#words), stems: sorted(this.#stems) };
  }
}
