/** A commitment as a person corrected it. */
import type { Actor, Commitment, Deadline, Reviewed, TimeRecord } from '../model/report.ts';
import type { ReviewEntry } from '../model/review.ts';
import { type Due, dueOf, typedDue } from './due.ts';

/** A commitment by the values that people correct. */
export interface Values {
  /** The body that is bound; null where nobody is named. */
  readonly who: string | null;
  readonly what: string;
  /** As `typedDue` gives it. */
  readonly by: string | null;
}

/** @returns what pmed found, in the words of sheets and review files */
export const valuesOf = ({ actor, action, deadline }: Commitment): Values => ({
  who: actor.name ?? actor.text,
  what: action.text,
  by: typedDue(deadline),
});

/** A corrected commitment, and the time that it is now due where a person typed one. */
export interface Corrected {
  readonly commitment: Commitment;
  /** Without its `ref`. */
  readonly time: TimeRecord | null;
}

/**
 * Puts what an entry says in the place of what was found; what it says nothing of, or the same, stays with all its details.
 * @param review what stands in the commitment's `review`, but for `before`
 */
export function corrected(
  commitment: Commitment,
  entry: ReviewEntry,
  review: Omit<Reviewed, 'before' | 'verdict'>,
): Corrected {
  const before = valuesOf(commitment);
  const who = entry.who === undefined ? before.who : entry.who;
  const what = entry.what ?? before.what;
  const by = entry.by === undefined ? before.by : entry.by === null ? null : String(entry.by);
  const due = by === null || by === before.by ? null : dueOf(by);
  const time = due === null ? null : timeOf(commitment, due);
  const deadline = by === before.by ? commitment.deadline : deadlineOf(time);
  const actor = who === before.who ? commitment.actor : actorOf(commitment.actor, who);
  const { checkable } = commitment;
  const owner = who === before.who ? checkable.owner : who !== null;
  const isDue = deadline !== null && deadline.end !== null;
  const gained = Number(owner) - Number(checkable.owner) + Number(deadline !== null) - Number(before.by !== null);
  return {
    time,
    commitment: {
      ...commitment,
      actor,
      action: what === before.what ? commitment.action : { ...commitment.action, text: what },
      deadline,
      specificity: ([0, 1, 2, 3, 4] as const)[commitment.specificity + gained] ?? commitment.specificity,
      checkable: {
        owner,
        deadline: isDue,
        measure: checkable.measure,
        all: owner && isDue && checkable.measure,
      },
      review: { verdict: 'edit', ...review, before },
    },
  };
}

function actorOf({ text }: Actor, who: string | null): Actor {
  return who === null ? { text: null, name: null, resolvedBy: 'none' } : { text, name: who, resolvedBy: 'review' };
}

function deadlineOf(time: TimeRecord | null): Deadline | null {
  if (time === null) return null;
  const { id, text, end, precision } = time;
  return { timeId: id, text, start: null, end, precision, inheritedFrom: 'review' };
}

/** The time that a person typed. It has no words in the document: its span is the sentence that it is said of. */
function timeOf({ id, documentId, evidence }: Commitment, { value, end, precision }: Due): TimeRecord {
  return {
    id: id.replace(/^c-/, 't-'),
    ref: '',
    documentId,
    text: value,
    span: { start: evidence.start, end: evidence.end },
    type: 'DATE',
    value,
    start: null,
    end,
    precision,
    role: 'deadline',
    relation: 'by',
    calendar: 'gregorian',
    recurrence: null,
    vagueness: null,
    anchor: null,
    resolved: true,
    commitmentIds: [id],
    evidence,
    rules: ['review'],
  };
}
