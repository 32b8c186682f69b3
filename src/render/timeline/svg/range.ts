/** Which days a picture spans. */
import { dayNumber } from '../../../model/day-spans.ts';
import { civilOf, type Day, dayOf, weekdayOf } from '../../../model/days.ts';
import type { PlanRow } from '../row.ts';

/** Both inclusive. */
export interface Range {
  readonly first: Day;
  readonly last: Day;
}

/** Days that a picture spans at least. */
const LEAST = 14;
/** Fewer days than these have no outliers. */
const ENOUGH = 8;

/**
 * The range that shows the stretches. A few that end so far off that the others would stand in a third of the picture are
 * left outside.
 * @param stretches first and last day of every row
 * @param others days that should be seen as well, if they are not far off
 * @returns null for no stretches
 */
export function rangeOf(stretches: readonly Range[], others: readonly Day[]): Range | null {
  const days = [...stretches.flatMap(({ first, last }) => [first, last]), ...others].sort((a, b) => a - b);
  const ends = stretches.map(({ last }) => last).sort((a, b) => a - b);
  const cut = ends.length < ENOUGH ? 0 : Math.max(1, Math.floor(ends.length / 20));
  const low = ends[cut];
  const high = ends[ends.length - 1 - cut];
  const [first] = days;
  const last = days.at(-1);
  if (low === undefined || high === undefined || first === undefined || last === undefined) return null;
  const reach = Math.max(high - low, LEAST);
  if (cut === 0 || last - first <= 3 * reach) return whole(first, last);
  const near = days.filter((day) => day >= low - reach && day <= high + reach);
  return whole(near[0] ?? first, near.at(-1) ?? last);
}

/** The range from the beginning to the end of its years, months or weeks. */
function whole(first: Day, last: Day): Range {
  const length = last - first;
  const [from, to] = [civilOf(first), civilOf(last)];
  if (length > 3 * 366) return { first: dayOf(from.year, 1, 1), last: dayOf(to.year + 1, 1, 1) - 1 };
  if (length > 60) {
    const next = to.month === 12 ? dayOf(to.year + 1, 1, 1) : dayOf(to.year, to.month + 1, 1);
    return { first: dayOf(from.year, from.month, 1), last: next - 1 };
  }
  const missing = Math.max(2, Math.ceil((LEAST - length) / 2));
  return { first: first - missing - weekdayOf(first - missing) + 1, last: last + missing };
}

/** Days of a decade: what is mentioned and lasts longer is no reason to make the picture as long. */
const LONG = 3653;

/** The days that a row needs the picture to span; none where it has no day. */
export function stretchOf({ kind, start, end, uncertain }: PlanRow): Range[] {
  if (kind === 'point' && start !== null && end !== null && end - start > LONG) return [];
  const last = end ?? start;
  return last === null ? [] : [{ first: uncertain?.first ?? start ?? last, last }];
}

/** The range as it was asked for. @param from and `to`: ISO days, or null */
export function narrowed(found: Range, from: string | null, to: string | null): Range {
  const end = to === null ? found.last : dayNumber(to);
  const first = from === null ? Math.min(found.first, end) : dayNumber(from);
  return { first, last: Math.max(first, end) };
}
