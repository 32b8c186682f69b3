/** The numbers of the matching machine's instructions. */

/** Operations; the operands a and b that follow each in the code are named here. */
export const Op = {
  match: 0,
  /** a: word test. */
  word: 1,
  /** a: position of the word in `RuleData.strings`. */
  exact: 2,
  /** a: mask of tags. */
  tag: 3,
  /** a: position of the kind in `RuleData.strings`. */
  span: 4,
  gap: 5,
  start: 6,
  end: 7,
  /** a: where to go on; b: where to go on if that fails. */
  split: 8,
  /** a: slot. */
  save: 9,
} as const;
