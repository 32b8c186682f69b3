/** Places dates that leave out their year or month, by the anchor and the tense of the clause. */

import { civilOf, weekdayOf } from '../../../model/days.ts';
import type { TimeRecord } from '../../../model/report.ts';
import { type Cell, cellAt, dayInMonth, firstDay, isFiner, shift } from '../../calendar/cells.ts';
import type { DateTerm } from '../term.ts';
import { anchorOf } from './anchors.ts';
import { choose, weekdayNear } from './nearest.ts';
import type { Anchors } from './placement.ts';
import { refine } from './refine.ts';

/** A weekday, day, month, season or quarter without its year: the one that the anchor and the tense point to. */
export function placeBare(term: DateTerm, anchors: Anchors): { cell: Cell; anchor: TimeRecord['anchor'] } | null {
  const { fiscal } = anchors;
  const direction = term.direction ?? anchors.direction;
  const from = anchorOf('setting', anchors);
  if (!from.cell) return null;
  const { anchor } = from;
  const here = firstDay(from.cell, fiscal);
  if (term.weekday !== undefined && term.day === undefined && term.month === undefined) {
    if (isFiner('day', from.cell.grain)) return null;
    return {
      cell: { grain: 'day', index: weekdayNear(here, term.weekday, direction, term.direction !== undefined) },
      anchor,
    };
  }
  const needsMonth = term.day !== undefined && term.month === undefined;
  if (needsMonth) {
    if (isFiner('month', from.cell.grain)) return null;
    const month = cellAt('month', here, fiscal);
    const options = [0, -1, 1].map((by) => dayInMonth(shift(month, by), term.day ?? 1));
    const cell = choose(options, here, from.cell, direction, anchors);
    return cell ? { cell, anchor } : null;
  }
  if (anchors.year !== null && term.direction === undefined) {
    const told = refine({ grain: 'year', index: anchors.year }, term, fiscal);
    if (told) return { cell: told, anchor };
  }
  const { year } = civilOf(here);
  const all = [year, year - 1, year + 1].map((y) => refine({ grain: 'year', index: y }, term, fiscal));
  // "Thursday 17 April" lies in a year in which that day is a Thursday, where one is near.
  const agreeing = all.filter((cell) => cell?.grain === 'day' && weekdayOf(cell.index) === term.weekday);
  const options = agreeing.length > 0 ? agreeing : all;
  const isCoarse = !isFiner(from.cell.grain, 'year');
  if (isCoarse) {
    // From a year alone neither tense nor nearness can choose among its days.
    const [its] = options;
    return its ? { cell: its, anchor } : null;
  }
  const cell = choose(options, here, from.cell, direction, anchors, term.direction !== undefined);
  return cell ? { cell, anchor } : null;
}
