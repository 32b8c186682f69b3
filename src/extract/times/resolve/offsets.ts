/** Places days at a distance: "two years ago", "three months after publication". */

import { type Cell, cellAt, cellOfIso, firstDay, type Grain, isFiner, lastDay } from '../../calendar/cells.ts';
import { addLength, grainOf } from '../../calendar/durations.ts';
import type { OffsetTerm } from '../term.ts';
import { anchorOf, eventAnchor, type Start } from './anchors.ts';
import { edgeOfEvent } from './events.ts';
import { amountFor, lengthValue } from './lengths.ts';
import { type Placed, placedAt, unplaced, wholeOf } from './placed.ts';
import type { Anchors, Resolution } from './placement.ts';
import { NOTHING } from './resolution.ts';
import { unknownShift } from './underspecified.ts';

/**
 * The day or cell that an offset leads to.
 * @param event where the expression that it counts from was placed; null when it counts from an anchor
 */
export function placeOffset(term: OffsetTerm, event: Resolution | null, anchors: Anchors): Placed {
  const { length: its, sign } = term;
  const isEvent = typeof term.from !== 'string';
  const counted = startOf(term, event, anchors);
  const from = { ...counted, cell: comparedQuarter(term, anchors) ?? counted.cell };
  const number = amountFor(its.amount);
  const value = lengthValue(its);
  if (isEvent && !from.cell) return { ...unplaced(value), anchor: from.anchor };
  if (number === null) return { ...unplaced(sign < 0 ? 'PAST_REF' : 'FUTURE_REF'), anchor: from.anchor };
  const grain = grainOf(its.unit);
  if (!from.cell || !grain) return { ...unplaced(value), anchor: from.anchor };
  const here = firstDay(from.cell, anchors.fiscal);
  const day = addLength(
    sign > 0 && from.cell.grain !== 'day' ? lastDay(from.cell, anchors.fiscal) : here,
    sign * number,
    its.unit,
  );
  // What lies further off than any calendar is placed no better than "long ago".
  if (day === null) return { ...unplaced(sign < 0 ? 'PAST_REF' : 'FUTURE_REF'), anchor: from.anchor };
  // A year before a quarter is the like quarter: reports compare quarter with quarter.
  const isCompared = anchors.quarter !== null || term.from === 'results';
  const keeps = from.cell.grain === 'quarter' && grain === 'year' && isCompared;
  // A week before some time of 2017 is on no day that could be told.
  if (!isEvent && isFiner(grain, from.cell.grain) && from.cell.grain !== 'month')
    return { ...unplaced(unknownShift(grain)), anchor: from.anchor };
  // From a day on which something happens, months are counted to the day.
  if (isEvent && from.cell.grain === 'day') return placedAt({ grain: 'day', index: day }, from.anchor, anchors);
  // "half a century ago" is told to the decade.
  const told: Grain = grain === 'century' && !Number.isInteger(number) ? 'decade' : grain;
  const target: Grain = keeps || isFiner(told, from.cell.grain) ? from.cell.grain : told;
  const cell = cellAt(target === 'fiscal-year' ? 'year' : target, day, anchors.fiscal);
  const isExact = sign > 0 && term.from === 'document' && from.cell.grain === 'day';
  return { cell, value, interval: isExact ? [day, day] : wholeOf(cell, anchors), anchor: from.anchor };
}

function startOf(term: OffsetTerm, event: Resolution | null, anchors: Anchors): Start {
  if (typeof term.from === 'string') return anchorOf(term.from, anchors);
  if (term.from.kind === 'event') return edgeOfEvent(term.from, term.sign, anchors);
  // "within a month of the end of the quarter" counts from that day, not from the quarter.
  const day = event !== null && event.start !== null && event.start === event.end ? cellOfIso(event.start) : null;
  return eventAnchor(event && day ? { ...event, cell: day } : (event ?? NOTHING));
}

/** "a year ago" beside a quarter of a report is the like quarter, not the year. */
function comparedQuarter(term: OffsetTerm, anchors: Anchors): Cell | null {
  const isYear = term.length.unit === 'year' && term.length.amount.low === 1 && term.sign < 0;
  if (!isYear || typeof term.from !== 'string') return null;
  return anchors.quarter;
}
