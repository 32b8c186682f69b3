/** How long a relative deadline ("within six months") and the interval of a recurrence ("every two years") are, in days. */
import { dayNumber } from '../../model/day-spans.ts';
import type { TimeRecord } from '../../model/report.ts';
import { folded } from '../../words/words.ts';
import { levelledWords } from '../levelled.ts';
import type { Due } from './due.ts';

/** Days of the units of an ISO 8601 duration. */
const DAYS: Readonly<Record<string, number>> = { Y: 365.25, M: 30.4375, W: 7, D: 1 };

/**
 * Days by which a relative deadline became longer where both count from the date of their own document, or both from the
 * same event, or are lengths "within" which something is done and one counts from the document; null where they are not.
 */
export function addedLength(old: Due, now: Due): number | null {
  const [one, two] = [sinceDocument(old), sinceDocument(now)];
  if (one !== null && two !== null) return two - one;
  const [was, is] = [sinceEvent(old), sinceEvent(now)];
  if (was && is && was.event === is.event) return Math.round(is.days - was.days);
  // "within two days of a report" counts each time anew; where one side was taken to count from the document, both do.
  if ((old.time?.anchor == null) === (now.time?.anchor == null)) return null;
  const [first, second] = [within(old), within(now)];
  return first !== null && second !== null ? Math.round(second - first) : null;
}

function within({ time }: Due): number | null {
  return time?.relation === 'within' && time.type === 'DURATION' ? daysOf(time.value) : null;
}

function sinceDocument({ time, end }: Due): number | null {
  const anchor = time?.anchor;
  if (!end || !anchor || !/^\d{4}-\d{2}-\d{2}$/.test(anchor.value ?? '')) return null;
  if (anchor.kind !== 'document' && anchor.kind !== 'flag') return null;
  if (!/^P/.test(time.value) && time.type !== 'DURATION') return null;
  return dayNumber(end) - dayNumber(anchor.value ?? '');
}

/** A length that counts from an event without a date, such as adoption. */
function sinceEvent({ time }: Due): { days: number; event: string } | null {
  if (time?.anchor?.kind !== 'event') return null;
  const days = daysOf(time.value);
  return days === null ? null : { days, event: folded(time.anchor.value ?? '') };
}

/** Days of an ISO 8601 duration of one unit, such as `P6M`; null for others, and for hours and minutes. */
function daysOf(value: string): number | null {
  const parts = /^P(\d{1,4})([YMWD])$/.exec(value);
  if (!parts) return null;
  return Number(parts[1]) * (DAYS[parts[2] ?? ''] ?? 0);
}

/** Days from one time to the next of a recurrence, `null` where it is told by how many times or is under a day. */
export function intervalOf({ recurrence, text }: TimeRecord): number | null {
  const words = levelledWords(text).map((word) => word.text);
  if (words.some((word) => /^(?:once|twice|thrice|times)$/.test(word))) return null;
  return daysOf(recurrence ?? '');
}
