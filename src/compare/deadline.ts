/** Whether a deadline slipped, came forward, was dropped or added, or became vaguer or sharper. */

import { dayNumber, firstDay, lastDay, spanOf } from '../model/day-spans.ts';
import type { Commitment, Deadline, Precision, Report, TimeRecord } from '../model/report.ts';
import { folded, type Word } from '../words/words.ts';
import { type Finding, says, type Versions } from './versions.ts';

/** A deadline, or the date that a commitment starts on where that is all it names. */
interface Due {
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

/**
 * Compares when two versions of a commitment are due. Same words are the same deadline, though the date that they come
 * to may have moved with the document's; of two relative deadlines ("within six months") the lengths are compared.
 * A deadline whose words still stand on the other side was overlooked there, not dropped.
 */
export function compareDeadline(
  before: Dated,
  after: Dated,
  versions: Versions,
  times: readonly [old: Times, now: Times],
): readonly Finding[] {
  const found = compareOwn(before, after, versions, times);
  if (found.length > 0 || versions.edits.length === 0) return found;
  const others = compareOthers(before, after, versions, times);
  return others.length > 0 ? others : compareWords(versions);
}

/** Compares the deadlines that were read. */
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
    if (!old.isNear || says(versions.newText, bare(old))) return [];
    return [finding('deadline-dropped', old, null)];
  }
  if (!old && now) {
    if (!now.isNear || says(versions.oldText, bare(now))) return [];
    return [finding('deadline-added', null, now)];
  }
  if (!old || !now || folded(old.text) === folded(now.text)) return [];
  if (versions.edits.length === 0 && (old.isNear || now.isNear)) return [];
  if (says(versions.newText, bare(old)) && says(versions.oldText, bare(now))) return [];
  return compareDues(old, now);
}

function compareDues(old: Due, now: Due): readonly Finding[] {
  const [one, two] = [period(old), period(now)];
  if (!one && !two) return [];
  if (one && !two) return [finding('deadline-vaguer', old, now)];
  if (!one && two) return [finding('deadline-sharper', old, now)];
  if (!one || !two) return [];
  const lengths = relativeLengths(old, now);
  const days = lengths ?? two.last - one.last;
  const isWithin = two.first >= one.first && two.last <= one.last;
  const isAround = two.first <= one.first && two.last >= one.last;
  const finer = two.span < one.span;
  const coarser = two.span > one.span;
  if (!lengths) {
    if (isWithin && isAround) return [];
    if (isWithin && finer) {
      if (days === 0 && (old.start === null || now.start === null)) return [];
      return [finding('deadline-sharper', old, now, days)];
    }
    if (isAround && coarser) {
      if (days === 0 && (old.start === null || now.start === null)) return [];
      return [finding('deadline-vaguer', old, now, days)];
    }
  }
  if (days === 0) return [];
  const findings = [finding(days > 0 ? 'deadline-slipped' : 'deadline-advanced', old, now, days)];
  if (!lengths && finer) findings.push(finding('deadline-sharper', old, now, days));
  if (!lengths && coarser) findings.push(finding('deadline-vaguer', old, now, days));
  return findings;
}

/** Days by which a relative deadline became longer where both count from the date of their own document; else null. */
function relativeLengths(old: Due, now: Due): number | null {
  const length = ({ time, end }: Due) => {
    const anchor = time?.anchor;
    if (!end || !anchor || !/^\d{4}-\d{2}-\d{2}$/.test(anchor.value ?? '')) return null;
    if (anchor.kind !== 'document' && anchor.kind !== 'flag') return null;
    if (!/^P/.test(time.value) && time.type !== 'DURATION') return null;
    return dayNumber(end) - dayNumber(anchor.value ?? '');
  };
  const [one, two] = [length(old), length(now)];
  return one === null || two === null ? null : two - one;
}

/** The stretch of days that a deadline leaves open, its length as an order of precision; null where unresolved. */
function period({ start, end, precision }: Due): { first: number; last: number; span: number } | null {
  const span = precision ? spanOf(precision) : 0;
  if (end) {
    const last = dayNumber(end);
    return { first: precision ? firstDay(end, precision) : last, last, span };
  }
  if (!start) return null;
  const first = dayNumber(start);
  return { first, last: precision ? lastDay(start, precision) : first, span };
}

/** Compares the one date to come that only the old sentence has with the one that only the new sentence has. */
function compareOthers(
  before: Dated,
  after: Dated,
  versions: Versions,
  times: readonly [old: Times, now: Times],
): readonly Finding[] {
  const own = ({ evidence }: Dated, { bySentence, today }: Times, otherText: string) =>
    (bySentence.get(evidence.start) ?? []).filter(
      (time) => isToCome(time, today) && !says(otherText, time.text) && time.evidence.end === evidence.end,
    );
  const olds = own(before, times[0], versions.newText);
  const news = own(after, times[1], versions.oldText);
  const [old, now] = [olds[0], news[0]];
  if (!old || !now || olds.length > 1 || news.length > 1) return [];
  return compareDues(fromTime(old), fromTime(now));
}

/** Whether a date is one that something is due on or begins at, and not one that the text looks back to. */
function isToCome({ role, start, end }: TimeRecord, today: string): boolean {
  if (role === 'deadline' || role === 'start') return true;
  return role === 'point' && (end ?? start ?? '') >= today;
}

function fromTime(time: TimeRecord): Due {
  const { text, start, end, precision } = time;
  return { text, start, end, precision, time, isNear: true };
}

const DUE_WORDS: ReadonlySet<string> = new Set(['by', 'before', 'until']);

/** A `by … 2027` that came or went as a whole, whatever day it names. */
function compareWords({ edits, oldText, newText }: Versions): readonly Finding[] {
  const words = (list: readonly Word[], otherText: string) => {
    const isDue = DUE_WORDS.has(list[0]?.text ?? '') && list.some((word) => /^20\d\d$/.test(word.text));
    const text = list.map((word) => word.text).join(' ');
    return isDue && !says(otherText, text) ? text : null;
  };
  for (const { gone, come } of edits) {
    const [old, now] = [words(gone, newText), words(come, oldText)];
    if ((old === null) === (now === null)) continue;
    const kind = old === null ? 'deadline-added' : 'deadline-dropped';
    return [{ kind, field: 'deadline', change: { before: old, after: now }, because: [old ?? now ?? ''] }];
  }
  return [];
}

function fromDeadline(deadline: Deadline, times: Times): Due {
  const { text, start, end, precision, inheritedFrom, timeId } = deadline;
  return { text, start, end, precision, time: times.byId.get(timeId) ?? null, isNear: inheritedFrom !== 'heading' };
}

/** The words without what only leads up to them, so that `in 2025` is still found as `during 2025`. */
function bare(due: Due): string {
  return due.time ? due.time.text : due.text;
}

function finding(kind: Finding['kind'], old: Due | null, now: Due | null, days?: number): Finding {
  const value = (due: Due | null) => (due ? (due.end ?? due.start ?? due.text) : null);
  const change = { before: value(old), after: value(now) };
  return {
    kind,
    field: 'deadline',
    change: days === undefined ? change : { ...change, days },
    because: [old?.text ?? '', now?.text ?? ''],
  };
}
