/** Places dates in the calendar: said in full, counted from an anchor, or lying within another expression. */

import { addMonths } from '../../../model/days.ts';
import type { TimeRecord } from '../../../model/report.ts';
import {
  type Cell,
  cellAt,
  type FiscalStart,
  firstDay,
  type Grain,
  isFiner,
  monthsIn,
  shift,
} from '../../calendar/cells.ts';
import type { DateTerm } from '../term.ts';
import { anchorOf } from './anchors.ts';
import { placeBare } from './bare.ts';
import { partOf } from './part-of.ts';
import { type Placed, placedAt, unplaced } from './placed.ts';
import type { Anchors, Interval, Resolution } from './placement.ts';
import { refine } from './refine.ts';
import { fieldsOnly, unknownShift } from './underspecified.ts';

/**
 * The days of a date.
 * @param outer where `term.within` was placed; null when the term lies within nothing
 */
export function place(term: DateTerm, outer: Resolution | null, anchors: Anchors): Placed {
  const placed = placeWhole(term, outer, anchors);
  if (!term.part || !placed.cell) return placed;
  return { ...placed, interval: partOf(placed.cell, term.part, placed.interval, anchors) };
}

function placeWhole(term: DateTerm, outer: Resolution | null, anchors: Anchors): Placed {
  let anchor: TimeRecord['anchor'] = null;
  let base: Cell | null = null;
  if (term.shift) {
    const from = anchorOf(term.shift.from, anchors, term.shift.grain);
    anchor = from.anchor;
    if (!from.cell) return unplaced(unknownShift(term.shift.grain));
    base = shiftFrom(from.cell, term.shift.grain, term.shift.by, anchors.fiscal);
    if (!base)
      return { ...unplaced(unknownShift(term.shift.grain, anchor?.kind === 'narrative' ? from.cell : null)), anchor };
  }
  if (outer) {
    anchor = outer.anchor ?? anchor;
    if (!outer.cell) return { ...unplaced(fieldsOnly(term)), anchor };
    base = outer.cell;
  }
  const absolute = absoluteCell(term, anchors.fiscal);
  if (absolute) base = term.shift?.from === 'results' ? likeQuarter(absolute, anchors) : absolute;
  const hasFields =
    term.half !== undefined ||
    term.quarter !== undefined ||
    term.season !== undefined ||
    term.month !== undefined ||
    term.day !== undefined ||
    term.weekday !== undefined ||
    term.feast !== undefined ||
    term.around !== undefined ||
    term.nth !== undefined;
  if (!hasFields) {
    if (!base && term.time) {
      const from = anchorOf('setting', anchors);
      if (from.cell?.grain !== 'day') return unplaced('XXXX-XX-XX');
      return placedAt(from.cell, from.anchor, anchors);
    }
    return base ? placedAt(base, anchor, anchors) : unplaced('XXXX');
  }
  if (!base) {
    const nearby = placeBare(term, anchors);
    return nearby ? placedAt(nearby.cell, nearby.anchor, anchors) : unplaced(fieldsOnly(term));
  }
  const months = monthsIn(base.grain);
  if (term.half !== undefined && months >= monthsIn('decade')) {
    // Half a century has no name in TIMEX3: it is the century, and its own days.
    const middle = addMonths(firstDay(base, anchors.fiscal), months / 2);
    const whole = placedAt(base, anchor, anchors);
    const interval: Interval = term.half === 1 ? [whole.interval[0], middle - 1] : [middle, whole.interval[1]];
    return { ...whole, interval };
  }
  const cell = refine(base, term, anchors.fiscal);
  return cell ? placedAt(cell, anchor, anchors) : { ...unplaced(fieldsOnly(term, base)), anchor };
}

function absoluteCell(term: DateTerm, fiscal: FiscalStart): Cell | null {
  if (term.year !== undefined) return { grain: 'year', index: term.year };
  if (term.fiscalYear !== undefined) {
    const isWithinOne = term.isNamedByEnd === true && fiscal.month === 1 && fiscal.day === 1;
    return { grain: 'fiscal-year', index: term.fiscalYear + (isWithinOne ? 1 : 0) };
  }
  if (term.academicYear !== undefined) return { grain: 'academic-year', index: term.academicYear };
  if (term.decade !== undefined) return { grain: 'decade', index: term.decade };
  if (term.century !== undefined) return { grain: 'century', index: term.century };
  return null;
}

/** The quarter of another year that is set beside the one spoken of: "the 2019 period"; the whole year where none is. */
function likeQuarter(year: Cell, { quarter, fiscal }: Anchors): Cell {
  if (!quarter) return year;
  return shift(cellAt('quarter', firstDay(year, fiscal), fiscal), ((quarter.index % 4) + 4) % 4);
}

/** The cell `by` grains after that of an anchor; null where the anchor is too coarse ("tomorrow" from 2016). */
function shiftFrom(anchor: Cell, grain: Grain, by: number, fiscal: FiscalStart): Cell | null {
  if (isFiner(grain, anchor.grain)) return null;
  return shift(cellAt(grain, firstDay(anchor, fiscal), fiscal), by);
}
