/** A term of a word list, and the place where it is found. */

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
