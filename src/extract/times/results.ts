/** Which quarter a report of results speaks of, so that "the latest quarter" and "a year earlier" mean that one. */
import { type Cell, cellAt, type FiscalStart, firstDay, lastDay, shift } from '../calendar/cells.ts';
import type { Item } from './item.ts';
import type { Direction } from './term.ts';

/** Months from which on a length of time is compared with one as long and no longer with a quarter. */
const LONGER = 4;
/** Quarters before the one spoken of from which on another is only set beside it. */
const YEAR = 4;

/**
 * The quarter spoken of after one more expression.
 * @param before the quarter spoken of so far, or null
 * @param cell where the expression was placed
 * @returns null where the text has gone on to a longer time: "for the nine months"
 */
export function quarterSpokenOf(before: Cell | null, item: Item, cell: Cell | null, day: Reported): Cell | null {
  const { term } = item;
  if (term.kind === 'date' && cell?.grain === 'quarter') {
    const isCompared = isBesides(item) || (before !== null && cell.index <= before.index - YEAR);
    const isOver = day.document !== null && lastDay(cell, day.fiscal) < firstDay(day.document, day.fiscal);
    // What is expected of the present quarter is no result.
    return isCompared || (day.direction === 'future' && !isOver) ? before : cell;
  }
  const isLonger = term.kind === 'duration' && term.unit === 'month' && (term.amount.low ?? 0) >= LONGER;
  return isLonger ? null : before;
}

/** When and how an expression is said. */
export interface Reported {
  readonly document: Cell | null;
  readonly direction: Direction;
  readonly fiscal: FiscalStart;
}

/** Whether an expression only sets another year beside the results spoken of: "the 2019 period". */
export const isBesides = ({ term }: Item): boolean =>
  term.kind === 'date' && term.shift?.from === 'results' && term.year !== undefined;

/** The last quarter that was over on the document's day: what reports of results are about unless they name another. */
export function lastQuarter(document: Cell, fiscal: FiscalStart): Cell {
  const here = cellAt('quarter', firstDay(document, fiscal), fiscal);
  return lastDay(here, fiscal) <= lastDay(document, fiscal) ? here : shift(here, -1);
}
