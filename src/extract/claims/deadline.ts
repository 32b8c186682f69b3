/** Links a claim to the time by which it is due. */
import { has, Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';
import type { Deadline, TimeRecord } from '../../model/report.ts';
import type { TimeFinding } from '../times/finding.ts';
import type { Claim } from './claim.ts';
import type { ClaimTrace, PassedOver } from './trace.ts';

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
export function findDeadline(
  claim: Claim,
  times: readonly PlacedTime[],
  docDate: string | null,
  trace?: ClaimTrace,
): Deadline | null {
  const { tokens } = claim.sequence;
  const clause = tokens[Math.min(claim.verb, tokens.length - 1)]?.clause;
  let best: PlacedTime | null = null;
  let bestScore = 0;
  for (const time of times) {
    const against = reasonAgainst(time, claim, docDate);
    if (against) {
      trace?.passedOver(claim, time.record, against);
      continue;
    }
    const suits = SUITS[time.record.role];
    const inScope = isInScope(time, claim);
    const near = (tokens[time.from]?.clause === clause ? 2 : 0) + (inScope ? 2 : 0);
    // Between two equals the later words win: the date stands after what is due, or before all of it.
    const score = suits * 10 + near * 5 + (time.inherited ? 0 : 3) - Math.min(9, Math.abs(time.from - claim.verb)) / 10;
    const loser = score > bestScore ? best : time;
    if (loser) trace?.passedOver(claim, loser.record, 'less-suited');
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

/** Why a time is no deadline of a claim, or null where it may be one. */
function reasonAgainst(time: PlacedTime, claim: Claim, docDate: string | null): PassedOver | null {
  const { record } = time;
  if (SUITS[record.role] === 0) return 'role';
  if (!isAhead(record, docDate)) return 'past';
  if (isMereLength(record)) return 'length';
  if (isOfSpeaking(record, docDate)) return 'speaking';
  if (isOfName(time, claim.sequence.tokens)) return 'name';
  // A date of another claim is this one's too only where it opens the sentence before both.
  return !isInScope(time, claim) && time.from > FRONTED ? 'other-claim' : null;
}

const isInScope = (time: PlacedTime, { scope: [first, last] }: Claim): boolean =>
  time.inherited || (time.from >= first && time.from < last);

/** Last token at which a date or condition that opens its sentence may begin. */
export const FRONTED = 2;

/** A length of time that runs from nowhere ("an hour's travel") dates nothing. */
const isMereLength = (record: TimeRecord): boolean =>
  record.type === 'DURATION' &&
  record.role !== 'deadline' &&
  record.start === null &&
  record.end === null &&
  record.anchor === null;

/** The rule of "immediately" and its like, which say of the present that something is to be done in it. */
const AT_ONCE = 'time/immediately';

/**
 * Whether a time only says when the document speaks, or lies behind it: "now", "recently", "today", "the 21st century",
 * a clock time on its day. What is named so is told; it is due then only where a cue says so ("by the end of today").
 */
function isOfSpeaking({ role, value, rules, precision, start, end }: TimeRecord, docDate: string | null): boolean {
  if (role === 'deadline') return false;
  if (value === 'PAST_REF' || precision === 'century' || value.startsWith('XXXX-XX-XX')) return true;
  if (value === 'PRESENT_REF') return !rules.includes(AT_ONCE);
  return role === 'point' && docDate !== null && start === docDate && end === docDate;
}

/** What no name of a thing begins with. */
const FORM_WORD =
  Tag.punctuation | Tag.preposition | Tag.conjunction | Tag.subordinator | Tag.determiner | Tag.pronoun | Tag.modal |
  Tag.be | Tag.have | Tag.do | Tag.negation | Tag.adverb | Tag.wh | Tag.number; // biome-ignore format: a list

/** Whether a time without a preposition describes the noun after it: "a 20-year vision", "the 2031 standard". */
export function isModifier({ from, to, record }: PlacedTime, tokens: readonly Token[]): boolean {
  const [before, opening, after] = [tokens[from - 1], tokens[from], tokens[to]];
  if (!before || !opening || !after || has(opening.tags, Tag.preposition) || has(after.tags, FORM_WORD)) return false;
  // "A night service": the article is the noun's.
  const isLength = record.type === 'DURATION' || record.type === 'TIME';
  return has(before.tags, Tag.determiner) || before.lower === "'s" || (isLength && has(opening.tags, Tag.determiner));
}

/** Whether a time that is an event is what the verb before it acts on: "begin Phase 2". */
export function isObject({ from, record }: PlacedTime, tokens: readonly Token[]): boolean {
  const [before, opening] = [tokens[from - 1], tokens[from]];
  if (!before || !opening || record.anchor?.kind !== 'event' || has(opening.tags, Tag.preposition)) return false;
  return has(before.tags, Tag.base) && !has(before.tags, Tag.preposition | Tag.determiner);
}

/** Whether a bare year tells one of several things apart, as in "the 2031 Harbour Survey", or stamps them: "[2031]". */
function isOfName({ record, from, to }: PlacedTime, tokens: readonly Token[]): boolean {
  if (record.role !== 'point' || record.precision !== 'year' || !/^\d{4}$/.test(record.text)) return false;
  const before = tokens[to - 2];
  if (before?.text === '[') return true;
  // A preposition before the year says when: "to 2031", "into 2031".
  if (from < to - 1 && before && has(before.tags, Tag.preposition)) return false;
  const after = tokens[to];
  return after?.spaced === true && !has(after.tags, FORM_WORD);
}

/** Whether a time lies behind the document. */
export const isBehind = (record: TimeRecord, docDate: string | null): boolean =>
  docDate !== null && record.end !== null && !isAhead(record, docDate);

/** Whether a time lies on or after the document's date, so that it can be a deadline. */
export function isAhead(record: TimeRecord, docDate: string | null): boolean {
  if (docDate === null || record.end === null) return record.type !== 'SET';
  // "Over the last twenty years" ends on the day the document speaks.
  const looksBack = record.type === 'DURATION' && record.role === 'period' && (record.start ?? '') < docDate;
  if (looksBack && record.end.slice(0, docDate.length) === docDate) return false;
  return record.end.slice(0, docDate.length) >= docDate;
}
