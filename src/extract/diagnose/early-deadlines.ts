/** PMED-D205: undertakings that are due before the document's own date. */
import type { Commitment, TimeRecord } from '../../model/report.ts';
import type { Dated, Said } from './dated.ts';
import { placeOf, quoted } from './quoted.ts';

const DUE = new Set<TimeRecord['relation']>(['by', 'before', 'until']);
/** Words with which one undertakes what is still to be done. */
const PROMISE = /^(?:will|shall|must|'ll)\b|\b(?:commits? to|pledges? to|is to|are to)$/i;
/** A participle right before the date: "the progress made by 2020" was made, "will be made by 2020" is to be made. */
const DONE =
  /(?<!\b(?:be|been|being|get|gets) (?:\w+ly )?)\b(?:\w{2,}ed|made|set|begun|done|laid|built|given|taken|seen|held|met|sent|won|lost|found|paid)\s*$/i;
/** Another time or subject takes over between the undertaking and the date. */
const TURN =
  /[;|:]|\b(?:which|that|who|since|after|when|where|was|were|had|has|have|having|as|published|if|because|until|from|last|under|said)\b/i;
const SHOWN = 3;

/** An undertaking with the date by which it was due. */
export interface EarlyDeadline {
  readonly commitment: Commitment;
  readonly time: TimeRecord;
}

/** The undertakings of a document that were due before its own date, in the order of the text. */
export function earlyOnes(
  commitments: readonly Commitment[],
  timeline: readonly TimeRecord[],
  documentDate: string,
): EarlyDeadline[] {
  const over = timeline.filter((time) => isOver(time, documentDate)).sort((a, b) => a.span.start - b.span.start);
  if (over.length === 0) return [];
  return commitments.flatMap((commitment) => {
    const time = isPromise(commitment) ? earlyTime(commitment, over) : undefined;
    return time ? [{ commitment, time }] : [];
  });
}

/** One warning for all such undertakings of a document, the first of them quoted; null where there are none. */
export function earlyDeadlines({ commitments, timeline, documentDate: date }: Dated): Said | null {
  if (date === null) return null;
  const documentDate = date.value;
  const early = earlyOnes(commitments, timeline, documentDate);
  const [first] = early;
  if (!first) return null;
  const shown = early
    .slice(0, SHOWN)
    .map(({ commitment: { evidence } }) =>
      [placeOf(evidence), quoted(evidence)].filter((part) => part !== '').join(' '),
    );
  const many = early.length === 1 ? 'one deadline lies' : `${early.length} deadlines lie`;
  const more = early.length > SHOWN ? `, and ${early.length - SHOWN} more` : '';
  return {
    code: 'PMED-D205',
    level: 'warning',
    page: first.time.evidence.page,
    message: `${many} before the document's date, ${documentDate}: ${shown.join('; ')}${more}.`,
    hint: 'If the document is older than that, give its date with --doc-date YYYY-MM-DD.',
  };
}

const isPromise = ({ cue, deadline, polarity, attribution }: Commitment): boolean =>
  deadline === null && polarity === 'positive' && attribution === 'own' && PROMISE.test(cue.text);

/** Whether something was due by it before the document's day. */
function isOver({ relation, end, type, precision }: TimeRecord, documentDate: string): boolean {
  if (!DUE.has(relation) || type !== 'DATE' || precision === null || end === null) return false;
  return end.slice(0, documentDate.length) < documentDate;
}

/**
 * A date by which the undertaking was due, in its own clause.
 * @param over in the order of the text
 */
function earlyTime({ cue, evidence }: Commitment, over: readonly TimeRecord[]): TimeRecord | undefined {
  for (let at = firstFrom(over, cue.end); at < over.length; at++) {
    const time = over[at];
    if (time === undefined || time.span.start > evidence.end) return undefined;
    if (time.span.end > evidence.end) continue;
    const between = betweenOf(evidence, cue.end, time.span.start);
    if (between !== null && !TURN.test(between) && !DONE.test(between.replace(LEAD, ''))) return time;
  }
  return undefined;
}

/** Index of the first time that begins at an offset of the text or after it. */
function firstFrom(times: readonly TimeRecord[], offset: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words that lead to a date. */
const LEAD = /\s(?:by|before|until|no later than|not later than|on or before|by the|by the end of|the end of)\s*$/i;

/** The words between two offsets of the text, where the quote has them as they stand there. */
function betweenOf({ quote, start, end }: Commitment['evidence'], from: number, to: number): string | null {
  return end - start === quote.length ? quote.slice(from - start, to - start) : null;
}
