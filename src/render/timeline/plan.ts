/**
 * The plan of a document: its dates, deadlines, periods and recurrences as rows in the order of time, each with what falls
 * due and where it is said; and apart from them what has no day. List, chart and files are views of this.
 */
import { dayNumber, firstDay } from '../../model/day-spans.ts';
import type { Day } from '../../model/days.ts';
import type { ReportPart } from '../../model/part.ts';
import type { Commitment, DocumentRecord, TimeRecord } from '../../model/report.ts';
import { itemsByTime } from './items.ts';
import { dayLabel, recurrenceLabel, spanLabel, startLabel } from './labels.ts';
import { type Loose, looseTerms } from './loose.ts';
import { isAhead, type PlanItem, type PlanRow, type PlanRowKind } from './row.ts';

/** What the plan is made of. */
export type PlanSource = Pick<ReportPart, 'document' | 'commitments' | 'statements' | 'timeline'>;

export interface PlanOptions {
  /** First and last ISO day to show, inclusive; null where open. */
  readonly from: string | null;
  readonly to: string | null;
  /** ISO day from which deadlines are judged; nothing is judged where it is null. */
  readonly asOf: string | null;
}

export interface Plan {
  readonly document: DocumentRecord | null;
  /** First day that the document's date may mean, from which deadlines run; null where it has none. */
  readonly published: Day | null;
  /**
   * In the order of time: by last day, those without one by their first, recurrences last; then deadlines, starts, periods,
   * points; then as in the document.
   */
  readonly rows: readonly PlanRow[];
  /** How many more rows lie outside `from` and `to`. */
  readonly outside: number;
  /** Times without days, in groups of the same words. */
  readonly loose: readonly Loose[];
  /** Commitments without deadline and recurrence. */
  readonly undated: readonly Commitment[];
}

/** The plan of one document, or of all records of a report taken together. */
export function planOf(source: PlanSource, { from, to, asOf }: PlanOptions): Plan {
  const { document, commitments, timeline } = source;
  const date = document?.date ?? null;
  const published = date === null ? null : dayNumber(fullDay(date.value));
  const items = itemsByTime(source);
  const judged = asOf === null ? null : dayNumber(asOf);
  const groups = new Map<string, [TimeRecord, ...TimeRecord[]]>();
  const without: TimeRecord[] = [];
  for (const time of timeline) {
    const own = items.get(time.id) ?? [];
    const kind = kindOf(time, own);
    if (kind === null) {
      without.push(time);
      continue;
    }
    const key = [time.documentId, kind, time.start, time.end, time.recurrence, ...own.map(({ id }) => id)].join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [time]);
    else group.push(time);
  }
  const rows = [...groups.values()].map((times) => {
    const own = items.get(times[0].id) ?? [];
    const isOwnDate = times.some(({ text, start }) => text === date?.quote && start?.startsWith(date.value));
    return rowOf(times, own, { isOwnDate, published, judged });
  });
  const shown = rows.filter((row) => isWithin(row, published, from, to));
  const placed = new Set(rows.flatMap((row) => row.items.map(({ id }) => id)));
  return {
    document,
    published,
    rows: shown.sort(inTime),
    outside: rows.length - shown.length,
    loose: looseTerms(without, items),
    undated: commitments.filter(({ id, deadline }) => deadline === null && !placed.has(id)),
  };
}

/** Null for a time without days. What a commitment hangs on is its deadline, whatever the words themselves are. */
function kindOf(time: TimeRecord, items: readonly PlanItem[]): PlanRowKind | null {
  const { role, start, end, recurrence, value } = time;
  if (role === 'recurrence') return recurrence === null || recurrence.includes('X') ? null : 'recurrence';
  if (start === null && end === null) return null;
  // "The last few years": how long is not said.
  if (start === null && items.length === 0 && /^P.*X/.test(value)) return null;
  if (end === null) return 'start';
  if (role === 'period') return 'period';
  if (role === 'deadline' || start === null) return 'deadline';
  return items.some(isAhead) ? 'deadline' : 'point';
}

interface Setting {
  readonly isOwnDate: boolean;
  readonly published: Day | null;
  readonly judged: Day | null;
}

function rowOf(
  times: readonly [TimeRecord, ...TimeRecord[]],
  items: readonly PlanItem[],
  { isOwnDate, published, judged }: Setting,
): PlanRow {
  const kind = kindOf(times[0], items) ?? 'point';
  const time = kind === 'recurrence' ? begun(times[0], items) : times[0];
  const start = time.start === null ? null : dayNumber(time.start);
  const end = time.end === null ? null : dayNumber(time.end);
  const label = labelOf(time, kind);
  const isJudged = kind === 'deadline' || (kind === 'period' && items.some(isAhead));
  return {
    kind,
    times,
    items,
    refs: (items.length > 0 ? items : times).map(({ ref }) => ref),
    start,
    end,
    startIso: time.start,
    endIso: time.end,
    uncertain: kind === 'deadline' ? uncertainty(time, start, end) : null,
    every: kind === 'recurrence' ? time.recurrence : null,
    label,
    when: kind === 'deadline' && start === null ? `by ${label}` : label,
    status: !isJudged || judged === null || end === null ? null : end < judged ? 'passed' : 'due',
    isPast: !items.some(isAhead) && !isOwnDate && isOver(kind, start, end, published),
    isOwnDate,
    evidence: time.evidence,
  };
}

/** A recurrence begins when what recurs does: "from January 2027 every practice will be open once a week". */
function begun(time: TimeRecord, items: readonly PlanItem[]): TimeRecord {
  const starts = new Set(
    items.map(({ commitment }) => (commitment?.deadline?.end === null ? commitment.deadline.start : null)),
  );
  const [start = null] = starts;
  if (starts.size !== 1 || start === null || time.start !== null) return time;
  return { ...time, start, precision: items[0]?.commitment?.deadline?.precision ?? null };
}

/** Without a date of the document nobody knows what is past for it: then a date that is only mentioned counts as past. */
function isOver(kind: PlanRowKind, start: Day | null, end: Day | null, published: Day | null): boolean {
  if (kind === 'recurrence') return false;
  if (published === null) return kind === 'point';
  if (end === null) return start !== null && start < published;
  return end < published || (kind === 'period' && end === published);
}

function labelOf(time: TimeRecord, kind: PlanRowKind): string {
  const { start, end, precision } = time;
  if (kind === 'recurrence') return recurrenceLabel(time);
  if (end === null) return start === null ? time.text : `from ${startLabel(start, precision)}`;
  if (start === null) return kind === 'period' ? `until ${dayLabel(end, time)}` : dayLabel(end, time);
  const label = spanLabel(start, end, time);
  return kind === 'deadline' && start !== end && !label.includes('-') ? `in ${label}` : label;
}

/**
 * The days among which a deadline lies: those that the words name, and of "by 2029" those of 2029, whose last day is what
 * is counted. "The end of 2029", "before 2030" and "within a year" name their day.
 */
function uncertainty(
  { relation, type, text, precision, end: iso }: TimeRecord,
  start: Day | null,
  end: Day | null,
): PlanRow['uncertain'] {
  if (end === null || iso === null) return null;
  if (start !== null) return end > start ? { first: start, last: end } : null;
  const isExact = relation !== 'by' || type === 'DURATION' || precision === null || fine.has(precision);
  return isExact || /\bend\b/i.test(text) ? null : { first: firstDay(iso, precision), last: end };
}

/** By the end of a week or month is how such words are meant. */
const fine: ReadonlySet<string> = new Set(['day', 'week', 'month']);

/**
 * Whether a row has a day of its own in the range: a deadline where it may fall, a period wherever it runs, a recurrence
 * from publication on.
 */
function isWithin(
  { kind, start, end, uncertain }: PlanRow,
  published: Day | null,
  from: string | null,
  to: string | null,
): boolean {
  const begun = kind === 'recurrence' ? (start ?? published) : start;
  const first = kind === 'deadline' ? (uncertain?.first ?? end) : begun;
  return (
    (to === null || first === null || first <= dayNumber(to)) &&
    (from === null || end === null || end >= dayNumber(from))
  );
}

const kinds: readonly PlanRowKind[] = ['deadline', 'start', 'period', 'point', 'recurrence'];

function inTime(a: PlanRow, b: PlanRow): number {
  return (
    Number(a.kind === 'recurrence') - Number(b.kind === 'recurrence') ||
    over(a) - over(b) ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    (a.start ?? over(a)) - (b.start ?? over(b)) ||
    a.times[0].span.start - b.times[0].span.start
  );
}

const over = ({ start, end }: PlanRow): Day => end ?? start ?? 0;

/** The first day of a date that may name only a year or month. */
const fullDay = (iso: string): string => iso + '-01-01'.slice(iso.length - 4);
