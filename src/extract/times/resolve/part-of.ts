/** The days of a part of a period: "early 2025", "the end of March". */
import { addMonths } from '../../../model/days.ts';
import { type Cell, firstDay, monthsIn } from '../../calendar/cells.ts';
import type { Part } from '../term.ts';
import type { Anchors, Interval } from './placement.ts';

/** Early, middle and late thirds; for a year the months that these words are taken to name. */
export function partOf(cell: Cell, part: Part, whole: Interval, anchors: Anchors): Interval {
  const [first, last] = whole;
  if (first === null || last === null) return whole;
  const today = anchors.document && firstDay(anchors.document, anchors.fiscal);
  const months = monthsIn(cell.grain);
  const size = last - first + 1;
  switch (part) {
    case 'early':
      return months === 120
        ? [first, addMonths(first, 48) - 1]
        : months >= 3
          ? [first, addMonths(first, Math.ceil(months / 3)) - 1]
          : [first, first + Math.max(1, Math.ceil(size / 3)) - 1];
    case 'mid':
      return months === 120
        ? [addMonths(first, 48), addMonths(first, 84) - 1]
        : months >= 3
          ? [addMonths(first, Math.floor(months / 3)), addMonths(first, months - Math.floor(months / 3)) - 1]
          : [first + Math.floor(size / 3), last - Math.floor(size / 3)];
    case 'late':
      return months === 120
        ? [addMonths(first, 84), last]
        : months >= 3
          ? [addMonths(first, months - Math.ceil(months / 3)), last]
          : [last - Math.ceil(size / 3) + 1, last];
    case 'start':
      return [first, first];
    case 'end':
      return [last, last];
    case 'later':
      return today !== null && today >= first && today <= last ? [today, last] : whole;
    case 'earlier':
      return today !== null && today >= first && today <= last ? [first, today] : whole;
  }
}
