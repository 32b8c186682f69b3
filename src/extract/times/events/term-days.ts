/** The first and last cell of a date or a range. */
import type { Cell } from '../../calendar/cells.ts';
import type { Anchors } from '../resolve/placement.ts';
import { firstEnd, laterEnd } from '../resolve/ranges.ts';
import { resolve } from '../resolve/resolve.ts';
import type { Term } from '../term.ts';
import type { EventDays } from './event-days.ts';

/** The cells of a date or range; null where it cannot be placed. */
export function daysOf(term: Term, anchors: Anchors): EventDays | null {
  if (term.kind !== 'range') return single(resolve(term, anchors).cell);
  const last = resolve(term.last, anchors);
  const first = resolve(firstEnd(term, last, anchors), anchors);
  const later = laterEnd(term, first, last, anchors);
  const end = later ? resolve(later, anchors).cell : last.cell;
  return first.cell && end ? { first: first.cell, last: end } : null;
}

const single = (cell: Cell | null): EventDays | null => cell && { first: cell, last: cell };
