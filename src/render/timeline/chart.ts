/** Draws a row of the plan along the axis, a sign a column. */
import { civilOf, type Day, dayOf } from '../../model/days.ts';
import { type Axis, columnOf } from './axis.ts';
import { isAhead, type PlanRow } from './row.ts';
import type { ChartSign } from './signs.ts';

/** What stands in each column; null where nothing does. */
export type Cells = (ChartSign | null)[];

/**
 * @param published the day from which deadlines run, or null
 * @param asOf the day to mark, or null
 */
export function cellsOf(row: PlanRow, axis: Axis, published: Day | null, asOf: Day | null): Cells {
  const cells: Cells = Array.from({ length: axis.columns }, () => null);
  if (asOf !== null) put(cells, columnOf(axis, asOf), 'asOf');
  switch (row.kind) {
    case 'deadline':
      drawDeadline(cells, row, axis, published);
      break;
    case 'start':
    case 'period':
      drawPeriod(cells, row, axis);
      break;
    case 'recurrence':
      drawRecurrence(cells, row, axis, published);
      break;
    case 'point':
      put(cells, columnOf(axis, middle(row)), 'point');
      break;
  }
  return markEnds(cells, row, axis);
}

function drawDeadline(cells: Cells, { end, uncertain }: PlanRow, axis: Axis, published: Day | null): void {
  if (end === null) return;
  if (published !== null && published <= end) fill(cells, columnOf(axis, published), columnOf(axis, end), 'lead');
  if (uncertain !== null) fill(cells, columnOf(axis, uncertain.first), columnOf(axis, uncertain.last), 'uncertain');
  put(cells, columnOf(axis, end), 'deadline');
}

function drawPeriod(cells: Cells, { start, end, items }: PlanRow, axis: Axis): void {
  fill(cells, start === null ? 0 : columnOf(axis, start), end === null ? cells.length : columnOf(axis, end), 'period');
  if (end !== null && items.some(isAhead)) put(cells, columnOf(axis, end), 'deadline');
}

/**
 * A mark at the beginning of each year, quarter or month after publication: when in it is not said. What comes often has
 * one in every other column.
 */
function drawRecurrence(cells: Cells, row: PlanRow, axis: Axis, published: Day | null): void {
  const last = Math.min(axis.last, row.end ?? axis.last);
  let before = -2;
  for (const day of occurrences(row, axis, published)) {
    if (day > last) return;
    const column = columnOf(axis, day);
    if (column < before + 2) continue;
    put(cells, column, 'recurrence');
    before = column;
  }
}

/** Days on the axis on which it comes again; where its first day is not said, in each year, quarter or month. */
export function* occurrences({ every, start }: PlanRow, axis: Axis, published: Day | null): Generator<Day> {
  const [, count = '', unit = ''] = /^PT?(\d{1,4})([HDWMQY])$/.exec(every ?? '') ?? [];
  const first = Math.max(axis.first, start ?? published ?? axis.first);
  const number = Math.max(1, Number(count));
  if (unit === 'H' || unit === 'D' || unit === 'W') {
    const days = unit === 'W' ? number * 7 : unit === 'D' ? number : 1;
    // More of them than columns would not be seen.
    const step = Math.max(days, Math.floor((axis.last - axis.first) / axis.columns));
    for (let day = first; day <= axis.last; day += step) yield day;
    return;
  }
  if (unit === '') return;
  const months = number * (unit === 'Y' ? 12 : unit === 'Q' ? 3 : 1);
  const { year, month } = civilOf(start ?? Math.max(axis.first, published ?? axis.first));
  const begun = year * 12 + month - 1;
  // What comes every year comes in each, and every quarter in each; of "every five years" the first may be now.
  const phase = start !== null || months > 12 ? begun : Math.floor(begun / months) * months;
  for (let at = phase; ; at += months) {
    const day = dayOf(Math.floor(at / 12), (at % 12) + 1, 1);
    if (day > axis.last) return;
    if (day >= first) yield day;
  }
}

/** Arrows at the ends of the axis where a row goes on beyond them. */
function markEnds(cells: Cells, row: PlanRow, axis: Axis): Cells {
  if (row.kind === 'recurrence') return cells;
  const from = row.kind === 'deadline' ? row.end : row.start;
  const to = row.kind === 'start' ? axis.last + 1 : row.end;
  if (from !== null && from < axis.first) put(cells, 0, 'earlier');
  if ((to !== null && to > axis.last) || (from !== null && from > axis.last)) put(cells, cells.length - 1, 'later');
  return cells;
}

const middle = ({ start, end }: PlanRow): Day => Math.floor(((start ?? end ?? 0) + (end ?? start ?? 0)) / 2);

function fill(cells: Cells, from: number, to: number, sign: ChartSign): void {
  for (let at = Math.max(0, from); at <= Math.min(cells.length - 1, to); at++) cells[at] = sign;
}

function put(cells: Cells, column: number, sign: ChartSign): void {
  if (column >= 0 && column < cells.length) cells[column] = sign;
}
