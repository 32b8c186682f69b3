/** PMED-D207: one commitment with two deadlines that cannot both hold. */
import type { Commitment, TimeRecord } from '../../model/report.ts';
import type { Dated, Said } from './dated.ts';
import { placeOf, quoted } from './quoted.ts';

/** Fewest words that tell what is to be done: with fewer, two may well be different things. */
const FEWEST = 5;
/** Most messages a document. */
const MOST = 10;
/** What comes again and again has a deadline each time. */
const AGAIN =
  /\b(?:report|reports|update|updates|review|reviews|refresh|revise|progress|annual|annually|year|yearly|quarter|quarterly|survey|next|further|second|another|meeting|meetings|phase|stage|interim|first|final|consult|round|tranche)\b/i;

/** One commitment that is said with two deadlines. */
export interface DateConflict {
  readonly before: Commitment;
  readonly first: TimeRecord;
  readonly after: Commitment;
  readonly second: TimeRecord;
}

/** A warning for each pair of contradicting deadlines, both quoted. */
export function conflicts(dated: Dated): Said[] {
  const found: Said[] = [];
  for (const { before, first, after, second } of dateConflicts(dated)) {
    found.push(conflict(before, first, after, second));
    if (found.length === MOST) break;
  }
  return found;
}

/** Pairs of commitments that say the same of the same body with deadlines that cannot both hold, in the order of the text. */
export function* dateConflicts({
  commitments,
  timeline,
}: Pick<Dated, 'commitments' | 'timeline'>): Generator<DateConflict> {
  const times = new Map(timeline.map((time) => [time.id, time]));
  const known = new Map<string, Commitment>();
  for (const after of commitments) {
    const second = after.deadline && times.get(after.deadline.timeId);
    const key = second && keyOf(after, second);
    if (!second || !key) continue;
    const before = known.get(key);
    if (!before) {
      known.set(key, after);
      continue;
    }
    const first = before.deadline && times.get(before.deadline.timeId);
    if (first && !agree(second, first)) yield { before, first, after, second };
  }
}

/** What is to be done by whom, without its date; null where that is not said well enough to be told from other things. */
function keyOf({ actor, action, polarity, attribution, evidence }: Commitment, time: TimeRecord): string | null {
  if (time.role !== 'deadline' || time.end === null || attribution !== 'own') return null;
  if (AGAIN.test(action.text) || AGAIN.test(evidence.quote)) return null;
  const text = action.text.toLowerCase();
  const at = text.indexOf(time.text.toLowerCase());
  const rest = at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + time.text.length)}`;
  const words = (rest.match(/[\p{L}\d]+(?:[.,]\d+)*/gu) ?? []).filter((word) => !SMALL.has(word));
  if (words.length < FEWEST) return null;
  return [(actor.name ?? actor.text ?? '').toLowerCase(), polarity, ...words].join(' ');
}

const SMALL = new Set(
  'the a an of and to in on for with by at from before until no later than end our its their this that'.split(' '),
);

/** Whether the coarser of two dates holds the other: "by 2030" and "by March 2030" may both be meant. */
function agree(one: TimeRecord, other: TimeRecord): boolean {
  const size = Math.min(digitsOf(one), digitsOf(other));
  return (one.end ?? '').slice(0, size) === (other.end ?? '').slice(0, size);
}

const digitsOf = ({ precision }: TimeRecord): number =>
  precision === 'day' || precision === 'week' ? 10 : precision === 'month' ? 7 : 4;

function conflict(before: Commitment, first: TimeRecord, after: Commitment, second: TimeRecord): Said {
  const of = ({ end, evidence }: TimeRecord, { evidence: its }: Commitment): string =>
    `${[end, placeOf(evidence)].filter((part) => part !== '').join(', ')}: ${quoted(its)}`;
  return {
    code: 'PMED-D207',
    level: 'warning',
    page: second.evidence.page,
    message: `one commitment has two deadlines (${of(first, before)}; ${of(second, after)}).`,
    hint: 'Compare the two places in the document.',
  };
}
