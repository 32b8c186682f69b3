/** no-deadline: nothing says by when. */
import type { Commitment, TimeRecord } from '../../model/report.ts';
import type { Draft, Examined } from '../draft.ts';
import { andMore, onceAList } from '../once.ts';
import { short } from '../short.ts';

/** Commitments without any time, but for those that need none. */
export function* noDeadline(examined: Examined): Generator<Draft> {
  for (const { commitment, more } of onceAList(examined.own.filter((its) => lacksDate(its, examined))))
    yield {
      commitment,
      message: `${short(commitment.action.text)}: by when?${commitment.stem === null ? andMore(more, 'action', 'sentence') : andMore(more, 'item', 'list')}`,
    };
}

function lacksDate(commitment: Commitment, examined: Examined): boolean {
  if (commitment.deadline !== null || commitment.polarity === 'negative' || !isPromise(commitment)) return false;
  if (isStanding(commitment, examined)) return false;
  const published = examined.document?.date?.value ?? null;
  return !examined.timesBy(commitment).some((time) => isAhead(time, published));
}

/** What is undertaken, planned or aimed at, and of wishes those that are put as promises: "will explore". */
export const isPromise = ({ strength, cue }: Commitment): boolean =>
  strength > 1 || /\b(?:will|shall)\b/i.test(cue.text);

/** What goes on, or is done whenever something happens, has no date by which it is done. */
const isStanding = (commitment: Commitment, { wordsFor }: Examined): boolean =>
  commitment.novelty === 'ongoing' ||
  commitment.conditions.some(({ kind }) => kind === 'event') ||
  wordsFor(commitment, 'standing') !== null;

/** A time that is not over when the document is published; vague ones are told by `vague-deadline`. */
function isAhead({ end, value, role, relation, recurrence }: TimeRecord, published: string | null): boolean {
  if (recurrence !== null || role === 'recurrence') return true;
  // One that is over all the same is told by `deadline-before-publication`.
  if (relation === 'by' || relation === 'before') return true;
  if (value === 'PAST_REF' || value === 'PRESENT_REF') return false;
  return end === null || published === null || end.slice(0, published.length) >= published;
}
