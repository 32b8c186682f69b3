/** What was found in a document, with the verdicts of a review file: corrected, and what is no commitment taken out. */
import type { Commitment, DocumentRecord, ReportDiagnostic, TimeRecord } from '../model/report.ts';
import type { ReviewEntry } from '../model/review.ts';
import type { Review } from '../model/review-file.ts';
import { corrected } from './correct.ts';
import { entriesFor } from './entries.ts';
import { type Matched, matchReview } from './match.ts';
import { reviewDiagnostics } from './told.ts';

/** What a review is about. */
export interface Found {
  readonly commitments: readonly Commitment[];
  readonly timeline: readonly TimeRecord[];
}

/** The same, reviewed. */
export interface Applied extends Found {
  /** What a person called no commitment, in document order. */
  readonly rejected: readonly Commitment[];
  /** Entries of the review file that are about nothing that was found. */
  readonly orphans: readonly ReviewEntry[];
  /** What is to be said of all this. */
  readonly diagnostics: readonly ReportDiagnostic[];
}

/**
 * Applies what a review file says of one document. Ids and refs stay as they are; a verdict on a commitment holds for
 * what restates it only in the same words and section.
 * @param document the record of the document, or what is known of it
 * @param nextTime the number of the next time, for the refs of dates that people typed
 */
export function applyReview(
  { commitments, timeline }: Found,
  document: Pick<DocumentRecord, 'id' | 'name' | 'sha256'>,
  review: Review,
  nextTime: () => number,
): Applied {
  const { own, others } = entriesFor(document, review);
  const { matched, orphans } = matchReview(commitments, own, others);
  const rejected: Commitment[] = [];
  const kept: Commitment[] = [];
  const typed: TimeRecord[] = [];
  for (const one of commitments) {
    const its = matched.get(one);
    if (its?.entry.verdict === 'not-a-commitment') rejected.push(judged(one, its));
    else if (its?.entry.verdict === 'edit') {
      const { commitment, time } = corrected(one, its.entry, saidOf(its));
      kept.push(commitment);
      if (time !== null) typed.push({ ...time, ref: `T${nextTime()}` });
    } else kept.push(its === undefined ? one : judged(one, its));
  }
  return {
    commitments: saidFirst(kept, new Set(rejected.map(({ id }) => id))),
    rejected,
    timeline: [...timesOf(timeline, kept), ...typed],
    orphans,
    diagnostics: reviewDiagnostics({ matched: [...matched.values()], orphans, file: review.file, id: document.id }),
  };
}

const judged = (one: Commitment, its: Matched): Commitment => ({
  ...one,
  review: { verdict: its.entry.verdict, ...saidOf(its), before: null },
});

const saidOf = ({ entry, quoteChanged }: Matched) => ({
  by: entry.reviewer ?? null,
  note: entry.note ?? null,
  quoteChanged,
});

/** Where what was said first is no commitment, the next mention is the first. */
function saidFirst(commitments: readonly Commitment[], rejected: ReadonlySet<string>): readonly Commitment[] {
  const first = new Map<string, string>();
  return commitments.map((one) => {
    const { restates } = one;
    if (restates === null || !rejected.has(restates)) return one;
    const now = first.get(restates);
    if (now === undefined) first.set(restates, one.id);
    return { ...one, restates: now ?? null };
  });
}

/** The times of a document, each with the commitments that it still is a time of. */
function timesOf(timeline: readonly TimeRecord[], commitments: readonly Commitment[]): readonly TimeRecord[] {
  const left = new Map(commitments.map((one) => [one.id, one]));
  return timeline.map((time) => {
    const ids = time.commitmentIds.filter((id) => {
      const one = left.get(id);
      const isReplaced = one?.review?.before != null && one.deadline?.timeId !== time.id && time.role === 'deadline';
      return one !== undefined && !isReplaced;
    });
    return ids.length === time.commitmentIds.length ? time : { ...time, commitmentIds: ids };
  });
}
