/** Finds the words of a set in token sequences, so that the other words cost next to nothing. */
import type { Words } from '../model/annotated.ts';
import { MOST_FORMS } from './forms.ts';

/** What is known of a form: nothing, that it is none of the words, that it is one. */
const NONE = 1;
const ONE = 2;

/** Asks of each distinct form once whether it is one of the words, and goes by its number from then on. */
export class WordFinder {
  readonly #wanted: ReadonlySet<string>;
  readonly #known = new Uint8Array(MOST_FORMS);

  /** @param wanted words in lower case */
  constructor(wanted: ReadonlySet<string>) {
    this.#wanted = wanted;
  }

  /** The position of the first of the words at or after `from`, or -1. */
  next({ tokens, words }: Words, from = 0): number {
    for (let at = from; at < words.length; at++) {
      const word = words[at] ?? -1;
      const known = this.#known[word] ?? 0;
      if (known === NONE) continue;
      if (known === ONE) return at;
      const isOne = this.#wanted.has(tokens[at]?.lower ?? '');
      if (word >= 0) this.#known[word] = isOne ? ONE : NONE;
      if (isOne) return at;
    }
    return -1;
  }
}
