/** The numbers of a sentence where no target was read: one for another, or one that came or went. */

import type { Word } from '../../words/words.ts';
import type { Edit } from '../edits.ts';
import { isNumber, isYear, numberIn } from '../levelled.ts';
import type { Finding, Versions } from '../versions.ts';
import { ORDINAL_HEADS } from '../words/numbers.ts';
import { type Better, betterOf } from './better.ts';
import { verdictOn } from './values.ts';

/** What bears on a number besides the words: the verb, and whether both sides promise to do it or not to do it. */
export interface Bearing {
  readonly verb: string | null;
  /** Null where one side promises what the other refuses: then no way is better. */
  readonly polarity: 'positive' | 'negative' | null;
}

/**
 * A number of the sentence for another, or a number in digits that only one side has.
 * @param explained stems that other findings rest on
 */
export function compareNumbers(
  versions: Versions,
  explained: ReadonlySet<string>,
  bearing: Bearing,
): readonly Finding[] {
  const isFree = (word: Word) => isNumber(word) && !isYear(word) && !explained.has(word.stem);
  for (const edit of versions.edits) {
    const [olds, news] = [edit.gone.filter(isFree), edit.come.filter(isFree)];
    const [old, now] = [olds[0], news[0]];
    if (olds.length + news.length === 1) {
      const lone = loneNumber(edit, old ?? null, now ?? null, versions);
      if (lone) return [lone];
    }
    if (!old || !now || olds.length !== 1 || news.length !== 1) continue;
    const [one, two] = [numberIn(old), numberIn(now)];
    if (one === null || two === null || one === two) continue;
    const kind = verdictOn(betterIn(edit, old, now, versions, bearing), one, two);
    return [{ kind, field: 'target', change: { before: one, after: two }, because: [old.text, now.text] }];
  }
  return [];
}

function betterIn(edit: Edit, old: Word, now: Word, versions: Versions, { verb, polarity }: Bearing): Better {
  const isFair = edit.gone.length === 1 && edit.come.length === 1;
  if (!isFair || polarity === null) return null;
  const shared = { target: null, verb, isNegative: polarity === 'negative' };
  const one = betterOf({ ...shared, words: versions.oldWords, at: edit.oldAt + edit.gone.indexOf(old) });
  const two = betterOf({ ...shared, words: versions.newWords, at: edit.newAt + edit.come.indexOf(now) });
  return one === two ? one : null;
}

/** A number in digits that only one side has, unless it counts chapters and the like. */
function loneNumber(edit: Edit, old: Word | null, now: Word | null, versions: Versions): Finding | null {
  const word = old ?? now;
  if (!word || !isInDigits(word, old ? versions.before.words : versions.after.words)) return null;
  const words = old ? versions.oldWords : versions.newWords;
  const at = (old ? edit.oldAt + edit.gone.indexOf(word) : edit.newAt + edit.come.indexOf(word)) - 1;
  if (ORDINAL_HEADS.has(words[at]?.text ?? '')) return null;
  const value = numberIn(word) ?? word.text;
  return old
    ? { kind: 'target-dropped', field: 'target', change: { before: value, after: null }, because: [old.text] }
    : { kind: 'target-added', field: 'target', change: { before: null, after: value }, because: [word.text] };
}

/** Whether a levelled number was written in digits: words such as "five" name ages and groups too. */
function isInDigits({ text }: Word, written: readonly Word[]): boolean {
  return written.some((word) => /^\d/.test(word.text) && text.startsWith(/^\d+/.exec(word.text)?.[0] ?? word.text));
}
