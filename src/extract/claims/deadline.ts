/** Links a claim to the time by which it is due. */
import type { Deadline, TimeRecord } from '../../model/report.ts';
import type { TimeFinding } from '../times/finding.ts';
import type { Claim } from './claim.ts';

/** A time in a claim's sequence: half-open token range with its preposition, and whether it stands in the stem. */
export interface PlacedTime {
  readonly finding: TimeFinding;
  readonly record: TimeRecord;
  readonly from: number;
  readonly to: number;
  readonly inherited: boolean;
}

/** How well a role suits a deadline; 0 not at all. */
const SUITS: Readonly<Record<TimeRecord['role'], number>> = {
  deadline: 4,
  point: 2,
  period: 2,
  start: 1,
  vague: 0,
  recurrence: 0,
};

/**
 * The time by which a claim is due: the best-suited one of its own clause, then of its sentence, then of its stem.
 * Times before the document's date are history, not deadlines.
 * @param docDate ISO date of the document, as precise as known
 */
export function findDeadline(claim: Claim, times: readonly PlacedTime[], docDate: string | null): Deadline | null {
  const { tokens } = claim.sequence;
  const clause = tokens[Math.min(claim.verb, tokens.length - 1)]?.clause;
  let best: PlacedTime | null = null;
  let bestScore = 0;
  for (const time of times) {
    const suits = SUITS[time.record.role];
    if (suits === 0 || !isAhead(time.record, docDate) || isMereLength(time.record)) continue;
    const inScope = time.inherited || (time.from >= claim.scope[0] && time.from < claim.scope[1]);
    // A date of another claim is this one's too only where it opens the sentence before both.
    if (!inScope && time.from > FRONTED) continue;
    const near = (tokens[time.from]?.clause === clause ? 2 : 0) + (inScope ? 2 : 0);
    // Between two equals the later words win: the date stands after what is due, or before all of it.
    const score = suits * 10 + near * 5 + (time.inherited ? 0 : 3) - Math.min(9, Math.abs(time.from - claim.verb)) / 10;
    if (score > bestScore) {
      best = time;
      bestScore = score;
    }
  }
  if (!best) return null;
  const { record } = best;
  const host = best.inherited ? claim.sequence.stem : claim.sequence.sentence;
  const first = tokens[Math.max(0, best.from)];
  const last = tokens[best.to - 1];
  const text = host && first && last ? host.text.slice(first.at, last.at + last.text.length) : record.text;
  return {
    timeId: record.id,
    text,
    start: record.start,
    end: record.role === 'start' ? null : record.end,
    precision: record.precision,
    inheritedFrom: best.inherited ? 'stem' : 'sentence',
  };
}

/** Last token at which a date or condition that opens its sentence may begin. */
export const FRONTED = 2;

/** A length of time that runs from nowhere ("an hour's travel") dates nothing. */
const isMereLength = (record: TimeRecord): boolean =>
  record.type === 'DURATION' &&
  record.role !== 'deadline' &&
  record.start === null &&
  record.end === null &&
  record.anchor === null;

function isAhead(record: TimeRecord, docDate: string | null): boolean {
  if (docDate === null || record.end === null) return record.type !== 'SET';
  // "Over the last twenty years" ends on the day the document speaks.
  const looksBack = record.type === 'DURATION' && record.role === 'period' && (record.start ?? '') < docDate;
  if (looksBack && record.end.slice(0, docDate.length) === docDate) return false;
  return record.end.slice(0, docDate.length) >= docDate;
}
