/** A change of a commitment, or of a duty that the text lays on others: what views have to say of both. */
import type { Change, DutyChange } from '../../model/diff.ts';
import type { Commitment } from '../../model/report.ts';
import { harmless } from '../harmless.ts';
import { what } from '../undertaking.ts';

export type AnyChange = Change | DutyChange;

/** Whether it is of a commitment. */
export const isOfCommitment = (change: AnyChange): change is Change => 'also' in change;

/** `C12`, or `S3` of a duty: by the old version where that has it. */
export const refOf = ({ before, after }: AnyChange): string => (before ?? after)?.ref ?? '';

/** Who undertakes it, or is to do it; empty where nobody is named. */
export function actorOf({ before, after }: AnyChange): string {
  const actor = (before ?? after)?.actor;
  return harmless(actor?.name ?? actor?.text ?? '');
}

/** What is undertaken; of a duty the sentence. */
export function whatOf(change: AnyChange): string {
  if (!isOfCommitment(change)) return harmless((change.before ?? change.after)?.evidence.quote ?? '');
  const record: Commitment | null = change.before ?? change.after;
  return record === null ? '' : what({ ...record, conditions: [] });
}
