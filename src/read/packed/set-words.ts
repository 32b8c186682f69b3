/** The words of a paragraph as they are set: which are bold, how large they are, and which are ruled out. */
import type { TypeSizes } from './type-sizes.ts';

/** How words are set. */
export interface Type {
  readonly isBold: boolean;
  readonly isStruck: boolean;
  readonly isHidden: boolean;
  /** In the measure of the document; null where nothing says it. */
  readonly size: number | null;
}

/** What the words of a paragraph come to. */
export interface SetWords {
  /** Line breaks as `LINE_BREAK`. */
  text: string;
  /** Characters that are no white space, and those of them in bold. */
  characters: number;
  bold: number;
  /** The size of the smallest of them; infinite where there are none. */
  smallest: number;
  /** Words that are ruled out by their type and no longer part of the text, each run of them by itself. */
  readonly struck: string[];
}

/** No words. */
export function noWords(): SetWords {
  return { text: '', characters: 0, bold: 0, smallest: Number.POSITIVE_INFINITY, struck: [] };
}

/** Adds words to a paragraph one after the other. */
export class WordSetter {
  readonly #line: SetWords;
  readonly #sizes: TypeSizes;
  readonly #usual: number;
  /** Whether the last words were ruled out, so that the next that are belong to them. */
  #wasStruck = false;

  /**
   * @param line changed as words come
   * @param sizes counts the sizes of all words of the document
   * @param usual the size of words that have none of their own
   */
  constructor(line: SetWords, sizes: TypeSizes, usual: number) {
    this.#line = line;
    this.#sizes = sizes;
    this.#usual = usual;
  }

  /** Adds words that are not hidden; gives how many characters of the text they are, white space left out. */
  add(words: string, { isBold, isStruck, size }: Type): number {
    const line = this.#line;
    if (isStruck) {
      line.struck.push(this.#wasStruck ? `${line.struck.pop() ?? ''}${words}` : words);
      this.#wasStruck = true;
      return 0;
    }
    line.text += words;
    const count = words.replace(/\s+/g, '').length;
    if (count === 0) {
      if (this.#wasStruck) line.struck.push(`${line.struck.pop() ?? ''} `);
      return 0;
    }
    this.#wasStruck = false;
    line.characters += count;
    if (isBold) line.bold += count;
    const own = size ?? this.#usual;
    line.smallest = Math.min(line.smallest, own);
    this.#sizes.add(own, count);
    return count;
  }
}
