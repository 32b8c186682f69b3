/** With which month or day a year, or a number of months, that ends with another one begins. */

import { addMonths } from '../../../model/days.ts';
import { type Cell, firstDay, type Grain, isFiner, shift } from '../../calendar/cells.ts';
import type { YearBeforeTerm } from '../term.ts';
import { placedAt } from './placed.ts';
import type { Anchors, Resolution } from './placement.ts';
import { dated, NOTHING } from './resolution.ts';

/** Grains of whole years, which a number of years steps through. */
const YEARS = new Set<Grain>(['year', 'fiscal-year', 'academic-year']);

/**
 * "the twelve months to March 2025" begin in April 2024.
 * @param end where `term.end` was placed; nothing coarser than a year has such a beginning, and a year only where
 *   whole years end with it: "the three years to 2027-28"
 */
export function yearBefore(term: YearBeforeTerm, end: Resolution, anchors: Anchors): Resolution {
  const { cell, anchor } = end;
  if (cell && YEARS.has(cell.grain) && term.months % 12 === 0)
    return dated(placedAt(shift(cell, 1 - term.months / 12), anchor, anchors), undefined);
  if (!cell || isFiner('month', cell.grain)) return { ...NOTHING, anchor };
  const its: Cell =
    cell.grain === 'month'
      ? shift(cell, 1 - term.months)
      : { grain: 'day', index: addMonths(firstDay(cell, anchors.fiscal) + 1, -term.months) };
  return dated(placedAt(its, anchor, anchors), undefined);
}
