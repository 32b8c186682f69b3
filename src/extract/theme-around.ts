/** What stands around a passage: how much its neighbours, its paragraph and its section say of a theme. */
import type { Sentence } from '../model/annotated.ts';

/** How much of a sentence's say is left one sentence further off. */
const FADE = 0.8;

/** A half-open range of sentences. */
export type Stretch = readonly [from: number, to: number];

/** The surroundings of every sentence, by position; what holds of one theme is filled in before the next. */
export interface Surroundings {
  /** The mean over the sentences before and after, weighted by nearness, itself left out. */
  readonly around: Float64Array;
  /** The means over the other sentences of its paragraph and of its section; 0 where there are none. */
  readonly paragraph: Float64Array;
  readonly section: Float64Array;
  /** All sections, in their order; together they are all sentences. */
  readonly sections: readonly Stretch[];
  /** The sections that some sentences, in ascending order, stand in. */
  readonly sectionsOf: (those: readonly { readonly position: number }[]) => readonly Stretch[];
  /** Fills in some sections from what each sentence says; in the others no sentence says anything. */
  readonly fill: (says: Float64Array, sections: readonly Stretch[]) => void;
}

/** @param sentences of one document: those of a section, and those of a paragraph in it, follow one another */
export function surroundings(sentences: readonly Sentence[]): Surroundings {
  const { length } = sentences;
  const nearness = nearnessOf(length);
  const around = new Float64Array(length);
  const paragraph = new Float64Array(length);
  const section = new Float64Array(length);
  const sections = runsOf(sentences.map((its) => its.section));
  const paragraphs = runsOf(sentences.map((its) => its.block));
  /** By sentence, its section in `sections`; by section, its first paragraph. */
  const sectionAt = new Int32Array(length);
  const firstParagraph: number[] = [];
  let next = 0;
  sections.forEach(([from, to], at) => {
    sectionAt.fill(at, from, to);
    while ((paragraphs[next]?.[0] ?? length) < from) next++;
    firstParagraph.push(next);
  });

  function sectionsOf(those: readonly { readonly position: number }[]): readonly Stretch[] {
    const found: Stretch[] = [];
    for (const { position } of those) {
      const its = sections[sectionAt[position] ?? 0];
      if (its && its !== found.at(-1)) found.push(its);
    }
    return found;
  }

  function fill(says: Float64Array, stretches: readonly Stretch[]): void {
    fillAround(says, stretches);
    for (const stretch of stretches) {
      const [from, to] = stretch;
      fillOthers(section, says, stretch);
      for (let at = firstParagraph[sectionAt[from] ?? 0] ?? 0; (paragraphs[at]?.[0] ?? to) < to; at++)
        fillOthers(paragraph, says, paragraphs[at] ?? [to, to]);
    }
  }

  function fillAround(says: Float64Array, stretches: readonly Stretch[]): void {
    let carried = 0;
    let at = 0;
    for (const [from, to] of stretches) {
      for (; at < from && carried > 0; at++) carried *= FADE;
      for (at = from; at < to; at++) {
        around[at] = carried;
        carried = carried * FADE + (says[at] ?? 0);
      }
    }
    carried = 0;
    at = length - 1;
    for (let which = stretches.length - 1; which >= 0; which--) {
      const [from, to] = stretches[which] ?? [0, 0];
      for (; at >= to && carried > 0; at--) carried *= FADE;
      for (at = to - 1; at >= from; at--) {
        around[at] = ((around[at] ?? 0) + carried) / (nearness[at] || 1);
        carried = carried * FADE + (says[at] ?? 0);
      }
    }
  }

  return { around, paragraph, section, sections, sectionsOf, fill };
}

/** The weights of all the sentences before and after each, taken together. */
function nearnessOf(length: number): Float64Array {
  const total = new Float64Array(length);
  for (let position = 0, weight = 0; position < length; position++, weight = weight * FADE + 1)
    total[position] = weight;
  for (let position = length - 1, weight = 0; position >= 0; position--, weight = weight * FADE + 1)
    total[position] = (total[position] ?? 0) + weight;
  return total;
}

/** The ranges of neighbours in the same group. */
function runsOf(groups: readonly number[]): readonly Stretch[] {
  const runs: Stretch[] = [];
  let from = 0;
  while (from < groups.length) {
    let to = from + 1;
    while (to < groups.length && groups[to] === groups[from]) to++;
    runs.push([from, to]);
    from = to;
  }
  return runs;
}

/** Fills in the mean over the other sentences of a run, for each of its sentences. */
function fillOthers(mean: Float64Array, says: Float64Array, [from, to]: Stretch): void {
  let sum = 0;
  for (let position = from; position < to; position++) sum += says[position] ?? 0;
  const others = Math.max(1, to - from - 1);
  for (let position = from; position < to; position++) mean[position] = (sum - (says[position] ?? 0)) / others;
}
