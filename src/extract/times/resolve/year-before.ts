/** With which month or day a year, or a number of months, that ends with another one begins. */

import { addMonths } from '../../../model/days.ts';
import { type Cell, firstDay, isFiner, shift } from '../../calendar/cells.ts';
import type { YearBeforeTerm } from '../term.ts';
import { placedAt } from './placed.ts';
import type { Anchors, Resolution } from './placement.ts';
import { dated, NOTHING } from './resolution.ts';

/**
 * "the twelve months to March 2025" begin in April 2024.
 * @param end where `term.end` was placed; only months and days have such a beginning
 */
export function yearBefore(term: YearBeforeTerm, end: Resolution, anchors: Anchors): Resolution {
  const { cell, anchor } = end;
  if (!cell || isFiner('month', cell.grain)) return { ...NOTHING, anchor };
  const its: Cell =
    cell.grain === 'month'
      ? shift(cell, 1 - term.months)
      : { grain: 'day', index: addMonths(firstDay(cell, anchors.fiscal) + 1, -term.months) };
  return dated(placedAt(its, anchor, anchors), undefined);
}
