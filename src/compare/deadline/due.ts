/** A deadline as two versions are compared by it: its days, its words, and the time expression behind it. */
import { dayNumber, firstDay, lastDay, spanOf } from '../../model/day-spans.ts';
import type { Commitment, Deadline, Precision, Report, TimeRecord } from '../../model/report.ts';
import type { Finding } from '../versions.ts';

/** A deadline, or the date that a commitment starts on where that is all it names. */
export interface Due {
  readonly text: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: Precision | null;
  readonly time: TimeRecord | null;
  /** Whether the words stand in the sentence or the stem, not in a heading. */
  readonly isNear: boolean;
}

/** A commitment or statement, as far as deadlines go. */
export type Dated = Pick<Commitment, 'id' | 'deadline' | 'evidence'>;

/** Looks up the time expressions of one report. */
export interface Times {
  readonly byId: ReadonlyMap<string, TimeRecord>;
  /** Time expressions by the start of the sentence that holds them. */
  readonly bySentence: ReadonlyMap<number, readonly TimeRecord[]>;
  /** The document's date, as precise as it is known; empty where unknown. */
  readonly today: string;
}

/** Indexes the time expressions of a report. */
export function timesOf(report: Report): Times {
  const bySentence = new Map<number, TimeRecord[]>();
  for (const time of report.timeline) {
    const list = bySentence.get(time.evidence.start);
    if (list) list.push(time);
    else bySentence.set(time.evidence.start, [time]);
  }
  const byId = new Map(report.timeline.map((time) => [time.id, time]));
  return { byId, bySentence, today: report.documents[0]?.date?.value ?? '' };
}

/** The time expressions of the sentence of a commitment or statement. */
export function timesIn({ evidence }: Dated, { bySentence }: Times): readonly TimeRecord[] {
  return (bySentence.get(evidence.start) ?? []).filter((time) => time.evidence.end === evidence.end);
}

export function fromDeadline(deadline: Deadline, times: Times): Due {
  const { text, start, end, precision, inheritedFrom, timeId } = deadline;
  return { text, start, end, precision, time: times.byId.get(timeId) ?? null, isNear: inheritedFrom !== 'heading' };
}

export function fromTime(time: TimeRecord): Due {
  const { text, start, end, precision } = time;
  return { text, start, end, precision, time, isNear: true };
}

/** The words without what only leads up to them, so that `in 2025` is still found as `during 2025`. */
export function bare(due: Due): string {
  return due.time ? due.time.text : due.text;
}

/**
 * The stretch of days that a deadline leaves open, its length as an order of precision; null where unresolved. "The end
 * of 2026" leaves open no more than its last month, where "by 2026" may be any day of the year.
 */
export function period(due: Due): { first: number; last: number; span: number } | null {
  const { text, start, end } = due;
  const isEnd = start === null && /\bend\b/i.test(text) && due.precision !== null && spanOf(due.precision) > 31;
  const precision = isEnd ? 'month' : due.precision;
  const span = precision ? spanOf(precision) : 0;
  if (end) {
    const last = dayNumber(end);
    return { first: precision ? firstDay(end, precision) : last, last, span };
  }
  if (!start) return null;
  const first = dayNumber(start);
  return { first, last: precision ? lastDay(start, precision) : first, span };
}

/** A finding about two deadlines, either of which may be missing; `days` where they are told apart by days. */
export function dueFinding(kind: Finding['kind'], old: Due | null, now: Due | null, days?: number): Finding {
  const value = (due: Due | null) => (due ? (due.end ?? due.start ?? due.text) : null);
  const change = {
    before: value(old),
    after: value(now),
    text: { before: old?.text ?? null, after: now?.text ?? null },
  };
  return {
    kind,
    field: 'deadline',
    change: days === undefined ? change : { ...change, days },
    because: [old?.text ?? '', now?.text ?? ''],
  };
}
