/** A row of the plan: one moment or stretch of time, with what falls due then and where it is said. */
import type { Day } from '../../model/days.ts';
import type { Commitment, Evidence, StatementKind, TimeRecord } from '../../model/report.ts';

/** A commitment or statement that hangs on a time. */
export interface PlanItem {
  readonly kind: 'commitment' | StatementKind;
  readonly id: string;
  readonly ref: string;
  /** Who: the name where "we" could be resolved, else the words; null where nobody is named. */
  readonly actor: string | null;
  readonly strength: Commitment['strengthLabel'] | null;
  /** The commitment itself; null for statements. */
  readonly commitment: Commitment | null;
  readonly evidence: Evidence;
}

/** Whether an item is still to be done: the date of an achievement or a forecast binds nobody. */
export function isAhead({ kind }: Pick<PlanItem, 'kind'>): boolean {
  return kind === 'commitment' || kind === 'obligation' || kind === 'recommendation' || kind === 'need';
}

/**
 * `deadline`: done by its last day, or some time between its first and last; `start`: from its first day on; `period`: its
 * first to its last day, or until its last where it has no first; `recurrence`: again and again; `point`: a date that is
 * mentioned.
 */
export type PlanRowKind = 'deadline' | 'start' | 'period' | 'recurrence' | 'point';

/** One moment with what falls due then. */
export interface PlanRow {
  readonly kind: PlanRowKind;
  /** The time expressions that say it, in the order of the document; never empty. */
  readonly times: readonly [TimeRecord, ...TimeRecord[]];
  /** In the order of the document; empty where the time is only mentioned. */
  readonly items: readonly PlanItem[];
  /** Of the items (C, S), or of the times (T) where there are none. */
  readonly refs: readonly string[];
  /** First and last day; null where open. A deadline ends on its last day that is still in time. */
  readonly start: Day | null;
  readonly end: Day | null;
  /** The same as ISO days. */
  readonly startIso: string | null;
  readonly endIso: string | null;
  /** The days somewhere among which the moment lies ("in 2027", "by 2029"); null where the day is known. */
  readonly uncertain: { readonly first: Day; readonly last: Day } | null;
  /** ISO 8601 period of a recurrence, else null. */
  readonly every: string | null;
  /** `31 Mar 2026`, `in 2027`, `2024-2030`, `from Apr 2027`, `yearly`. */
  readonly label: string;
  /** The same with `by` before the day of a deadline. */
  readonly when: string;
  /** Only of deadlines, and of periods that something is due in, and only where `asOf` is given. */
  readonly status: 'passed' | 'due' | null;
  /** Whether it is over when the document speaks and nobody is bound by it: history, achievements, citations. */
  readonly isPast: boolean;
  /** Whether it is the date of the document itself. */
  readonly isOwnDate: boolean;
  /** Where it is said first. */
  readonly evidence: Evidence;
}
