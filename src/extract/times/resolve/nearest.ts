/** Which of several like dates is meant: by the tense of the clause, and by what lies near. */
import { type Day, weekdayOf } from '../../../model/days.ts';
import { type Cell, type FiscalStart, firstDay, lastDay } from '../../calendar/cells.ts';
import type { Direction } from '../term.ts';
import type { Anchors } from './placement.ts';

/** The first option is that of the anchor's own year or month, then the one before, then the one after. */
export function choose(
  options: readonly (Cell | null)[],
  here: Day,
  from: Cell,
  direction: Direction,
  anchors: Anchors,
  strict = false,
): Cell | null {
  const { fiscal } = anchors;
  const [same = null, before = null, after = null] = options;
  if (direction === 'near') return nearest(options, here, fiscal);
  if (direction === 'onward') return nearest(options, here, fiscal, BACKWARD);
  if (direction === 'same') return same ?? after ?? before;
  const close = nearest(options, here, fiscal);
  // A date a few weeks off is that one, whatever the tense: "extended to 20 November" said on 2 November.
  // … but "will return in September", said in November, is never of the September past, nor "sold in December" of the next.
  if (!strict && close && !isWrongSide(close, here, direction, anchors) && distanceTo(close, here, fiscal) <= CLOSE)
    return close;
  const until = lastDay(from, fiscal);
  if (direction === 'past') {
    for (const option of [after, same, before])
      if (option && (strict ? lastDay(option, fiscal) < here : firstDay(option, fiscal) <= until)) return option;
    return same;
  }
  for (const option of [before, same, after])
    if (option && (strict ? firstDay(option, fiscal) > until : lastDay(option, fiscal) >= here)) return option;
  return same;
}

/** Whether a date lies on the side of the day that a clause without doubt rules out. */
function isWrongSide(cell: Cell, here: Day, direction: Direction, { isSure, fiscal }: Anchors): boolean {
  if (!isSure) return false;
  return direction === 'future' ? lastDay(cell, fiscal) < here : firstDay(cell, fiscal) > here;
}

/** How much dearer a step back is than a step on, in a story. */
const BACKWARD = 2;

/** Days within which the nearest of several like dates is meant. */
const CLOSE = 60;

const distanceTo = (cell: Cell, here: Day, fiscal: FiscalStart): number =>
  Math.max(firstDay(cell, fiscal) - here, here - lastDay(cell, fiscal), 0);

/** The option fewest days off; what lies before counts `backward` times as far. */
function nearest(options: readonly (Cell | null)[], here: Day, fiscal: FiscalStart, backward = 1): Cell | null {
  let best: Cell | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const option of options) {
    if (!option) continue;
    const distance = distanceTo(option, here, fiscal) * (lastDay(option, fiscal) < here ? backward : 1);
    if (distance >= least) continue;
    best = option;
    least = distance;
  }
  return best;
}

/** Days ahead within which a weekday is the coming one where no verb tells. */
const CLOSE_DAYS = 2;

/** The day of the week that a direction points to; `strict` keeps off the day itself. */
export function weekdayNear(here: Day, weekday: number, direction: Direction, strict: boolean): Day {
  const ahead = (weekday - weekdayOf(here) + 7) % 7;
  if (direction === 'onward') return here + ahead;
  if (direction === 'future') return here + (ahead === 0 && strict ? 7 : ahead);
  if (direction === 'near' && ahead <= CLOSE_DAYS) return here + ahead;
  if (direction !== 'same') return here - ((7 - ahead) % 7 === 0 ? (strict ? 7 : 0) : 7 - ahead);
  // The same week.
  return here - weekdayOf(here) + weekday;
}
