/** What counts as a passage: the unit that carries themes. */
import type { Sentence } from '../model/annotated.ts';

/** Sentences, list items and table rows; headings lend their words to what stands below them and are none. */
export const countPassages = (sentences: readonly Pick<Sentence, 'kind'>[]): number =>
  sentences.reduce((count, { kind }) => count + (kind === 'heading' ? 0 : 1), 0);

/** By position in `sentences`: the number of the passage, from 0; of a heading that of the passage after it. */
export function passageNumbers(sentences: readonly Pick<Sentence, 'kind'>[]): readonly number[] {
  let count = 0;
  return sentences.map(({ kind }) => (kind === 'heading' ? count : count++));
}
