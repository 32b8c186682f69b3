/** How long a part of a pattern may be: in words, and in spans of earlier steps, whose length only the sentence tells. */

/** A number of words and of spans. */
export type Stretch = readonly [words: number, spans: number];

/** Longest span of an earlier step, in words, over which vetoes and anchors are sought. */
export const LONGEST_SPAN = 40;

/** Two stretches one after the other. */
export const joined = ([a, b]: Stretch, [c, d]: Stretch): Stretch => [a + c, b + d];

/** What holds either of two stretches. */
export const longer = ([a, b]: Stretch, [c, d]: Stretch): Stretch => [Math.max(a, c), Math.max(b, d)];

/** The words of a stretch where no span has more than `span`. */
export const wordsOf = ([words, spans]: Stretch, span: number): number => words + spans * span;
