/** The closed-class and shape tags of tokens: a bit each, so that a token carries all that it may be. */

/** What a token is or may be. Open-class tags (`base`, `past` …) say "can be", not "is": context decides. */
export const Tag = {
  /** Article, demonstrative, possessive or quantifier before a noun. */
  determiner: 1 << 0,
  /** Personal or demonstrative pronoun that can be a subject. */
  pronoun: 1 << 1,
  preposition: 1 << 2,
  /** Co-ordinating conjunction. */
  conjunction: 1 << 3,
  /** Word that opens a subordinate clause. */
  subordinator: 1 << 4,
  modal: 1 << 5,
  /** Any form of "be". */
  be: 1 << 6,
  /** Any form of "have". */
  have: 1 << 7,
  /** Any form of "do". */
  do: 1 << 8,
  negation: 1 << 9,
  adverb: 1 << 10,
  /** Question or relative word. */
  wh: 1 << 11,
  /** Digits or a number word. */
  number: 1 << 12,
  punctuation: 1 << 13,
  /** Can be the base form of a verb. */
  base: 1 << 14,
  /** Can be the third person singular of a verb. */
  third: 1 << 15,
  /** Can be a present participle or gerund. */
  ing: 1 << 16,
  /** Can be a past tense or past participle. */
  past: 1 << 17,
  /** Begins with a capital. */
  capital: 1 << 18,
  /** Two or more letters, all capitals. */
  upper: 1 << 19,
  /** Can be the base form of a verb, and is one far more often than it is a noun or adjective. */
  verbal: 1 << 20,
} as const;

export type TagName = keyof typeof Tag;

/** Whether a tag set has any of the bits in `mask`. */
export const has = (tags: number, mask: number): boolean => (tags & mask) !== 0;
