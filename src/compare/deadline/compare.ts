/** Whether a deadline slipped, came forward, was dropped or added, or became vaguer or sharper. */
import type { Target } from '../../model/report.ts';
import { folded } from '../../words/words.ts';
import { type Finding, says, type Versions } from '../versions.ts';
import { bare, type Dated, type Due, dueFinding, fromDeadline, type Times } from './due.ts';
import { compareDues } from './dues.ts';
import { compareOthers, compareRecurrences, compareWords, standIn } from './elsewhere.ts';

/** What is compared: a commitment, or a statement, which has no targets. */
type Record = Dated & { readonly targets?: readonly Target[] };

/**
 * Compares when two versions of a commitment are due. Same words are the same deadline, though the date that they come
 * to may have moved with the document's; of two relative deadlines ("within six months") the lengths are compared, of
 * two recurrences the intervals. A deadline whose words still stand on the other side was overlooked there, not dropped.
 */
export function compareDeadline(
  before: Record,
  after: Record,
  versions: Versions,
  times: readonly [old: Times, now: Times],
): readonly Finding[] {
  const found = compareOwn(before, after, versions, times);
  if (found.length > 0 || versions.edits.length === 0) return found;
  const others = compareOthers(before, after, versions, times);
  if (others.length > 0) return others;
  const rates = [before, after].map(({ targets }) => (targets ?? []).map(({ text }) => text));
  const often = compareRecurrences(before, after, versions, times, [rates[0] ?? [], rates[1] ?? []]);
  return often.length > 0 ? often : compareWords(versions);
}

/** Compares the deadlines that were read; for one that only one side has, what stands in its place there. */
function compareOwn(
  before: Dated,
  after: Dated,
  versions: Versions,
  times: readonly [old: Times, now: Times],
): readonly Finding[] {
  const old = before.deadline ? fromDeadline(before.deadline, times[0]) : null;
  const now = after.deadline ? fromDeadline(after.deadline, times[1]) : null;
  if (!old && !now) return [];
  if (old && !now) {
    const other = standIn(after, times[1], old, versions.oldText);
    if (!old.isNear || (!other && says(versions.newText, bare(old)))) return [];
    return oneSided('deadline-dropped', old, other);
  }
  if (!old && now) {
    const other = standIn(before, times[0], now, versions.newText);
    if (!now.isNear || (!other && says(versions.oldText, bare(now)))) return [];
    return oneSided('deadline-added', now, other);
  }
  if (!old || !now || folded(old.text) === folded(now.text)) return [];
  if (versions.edits.length === 0 && (old.isNear || now.isNear)) return [];
  if (says(versions.newText, bare(old)) && says(versions.oldText, bare(now))) return [];
  return compareDues(old, now);
}

function oneSided(kind: 'deadline-dropped' | 'deadline-added', own: Due, other: Due | null): readonly Finding[] {
  const isDropped = kind === 'deadline-dropped';
  const alone = isDropped ? dueFinding(kind, own, null) : dueFinding(kind, null, own);
  if (!other) return [alone];
  return isDropped ? compareDues(own, other) : compareDues(other, own);
}
