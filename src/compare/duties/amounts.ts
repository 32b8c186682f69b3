/** Whether a number of a duty changed; which way is better for whom, a duty does not say. */
import { type Word, wordsOf } from '../../words/words.ts';
import type { Finding, Versions } from '../versions.ts';

/**
 * One number for another in the same place.
 * @param known findings that may rest on the number already: a deadline
 */
export function compareAmounts(versions: Versions, known: readonly Finding[]): readonly Finding[] {
  const explained = new Set(
    known.flatMap(({ because }) => because.flatMap((text) => wordsOf(text).map((w) => w.text))),
  );
  const isAmount = ({ text }: Word): boolean => /^[£$€]?\d/.test(text) && !explained.has(text);
  for (const edit of versions.edits) {
    const [gone, come] = [edit.gone.filter(isAmount), edit.come.filter(isAmount)];
    const [old] = gone;
    const [now] = come;
    if (!old || !now || gone.length !== 1 || come.length !== 1 || old.text === now.text) continue;
    const change = { before: old.text, after: now.text };
    return [{ kind: 'target-changed', field: 'target', change, because: [old.text, now.text] }];
  }
  return [];
}
