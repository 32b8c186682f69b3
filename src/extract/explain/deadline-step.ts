/** Explains the deadline of a claim: where it stands and how its day was worked out, or where was looked in vain. */
import type { ExplainedStep } from '../../model/explanation.ts';
import type { Deadline, TimeRecord } from '../../model/report.ts';
import type { Claim } from '../claims/claim.ts';
import type { PassedOver } from '../claims/trace.ts';
import type { OverlookedTime, TimeStory } from './collector.ts';
import { arithmetic, daysWords, type TimeContext } from './time-steps.ts';

/** A deadline with the time that it is. */
export interface DatedBy {
  readonly deadline: Deadline;
  readonly time: TimeRecord | null;
  readonly story: TimeStory | null;
}

/** @param refOf the ref of a time by its id, `T3` */
export function deadlineStep(
  dated: DatedBy | null,
  claim: Claim,
  overlooked: readonly OverlookedTime[],
  context: TimeContext,
  refOf: (id: string) => string,
): ExplainedStep {
  const { stem } = claim.sequence;
  const passed = overlooked.map(
    ({ time, reason }) => `not "${time.text}" (${refOf(time.id)}): ${reasonWords(reason, time, context)}`,
  );
  const looked = stem ? 'the item and the sentence that introduces its list' : 'the sentence';
  if (!dated) {
    const none = passed.length === 0 ? [`${looked} ${stem ? 'name' : 'names'} no time`] : [`looked in ${looked}`];
    return { about: 'deadline', value: null, because: [...none, ...passed] };
  }
  const { deadline, time, story } = dated;
  const where = PLACES[deadline.inheritedFrom];
  return {
    about: 'deadline',
    value: deadline.end ?? daysWords(deadline) ?? deadline.text,
    because: [
      `"${deadline.text}" (${refOf(deadline.timeId)}) ${where}`,
      ...(time ? arithmetic(time, story, context) : []),
      ...passed,
    ],
  };
}

const PLACES: Readonly<Record<Deadline['inheritedFrom'], string>> = {
  sentence: 'in the sentence',
  stem: 'in the sentence that introduces the list',
  heading: 'in the heading above',
  review: 'as a reviewer corrected it',
};

function reasonWords(reason: PassedOver, time: TimeRecord, { date }: TimeContext): string {
  switch (reason) {
    case 'role':
      return time.role === 'recurrence' ? 'it recurs' : 'it names no day';
    case 'past':
      return date === null ? 'it recurs' : `it lies before ${date.value}, the document's date`;
    case 'length':
      return 'a length that runs from no day in particular';
    case 'speaking':
      return 'it says when the document speaks';
    case 'name':
      return 'it is part of a name';
    case 'other-claim':
      return 'it belongs to another finding of the sentence';
    case 'less-suited':
      return 'the other suits better: nearer, or said as a deadline';
  }
}
