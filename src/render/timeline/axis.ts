/** The time axis of a chart: which column a day stands in, and where years, months or days begin. */
import { civilOf, type Day, dayOf, weekdayOf } from '../../model/days.ts';
import { readableDate } from '../dates.ts';
import { isoOf } from './labels.ts';

export interface Axis {
  /** First and last day, inclusive. */
  readonly first: Day;
  readonly last: Day;
  readonly columns: number;
  readonly ticks: readonly Tick[];
}

/** The beginning of a year, month or week. */
export interface Tick {
  readonly day: Day;
  readonly column: number;
  readonly label: string;
}

/** Between ticks: so many months, or days. */
interface Step {
  readonly months: number;
  readonly days: number;
  /** Columns that a label takes. */
  readonly label: number;
}

const steps: readonly Step[] = [
  ...[1, 7].map((days) => ({ months: 0, days, label: 11 })),
  ...[1, 3, 6].map((months) => ({ months, days: 0, label: 8 })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((years) => ({ months: years * 12, days: 0, label: 4 })),
];

/**
 * An axis over the days, from the beginning of the first year, or of the first month where months are told apart.
 * @param columns at least 1
 */
export function axisOf(first: Day, last: Day, columns: number): Axis {
  const span = Math.max(1, last - first + 1);
  const step = steps.find(({ months, days, label }) => ((months * 30.4 + days) * columns) / span >= label + 2);
  const { months, days } = step ?? { months: 60_000, days: 0 };
  const { year, month } = civilOf(first);
  const from = days > 0 ? first : dayOf(year, months >= 12 ? 1 : month, 1);
  const bare = { first: from, last, columns, ticks: [] };
  return { ...bare, ticks: days > 0 ? dayTicks(bare, days) : monthTicks(bare, months) };
}

/** The column of a day, from 0; under 0 or from `columns` on where the day lies off the axis. */
export function columnOf({ first, last, columns }: Axis, day: Day): number {
  return Math.floor(((day - first) * columns) / (last - first + 1));
}

function monthTicks(axis: Axis, every: number): Tick[] {
  const { year, month } = civilOf(axis.first);
  const ticks: Tick[] = [];
  for (let at = Math.ceil((year * 12 + month - 1) / every) * every; ; at += every) {
    const day = dayOf(Math.floor(at / 12), (at % 12) + 1, 1);
    if (day > axis.last) return ticks;
    const iso = isoOf(day);
    ticks.push({
      day,
      column: columnOf(axis, day),
      label: every < 12 ? readableDate(iso.slice(0, 7)) : iso.slice(0, 4),
    });
  }
}

/** Days, or weeks from their Monday on. */
function dayTicks(axis: Axis, every: number): Tick[] {
  const ticks: Tick[] = [];
  const start = every === 7 ? axis.first + ((8 - weekdayOf(axis.first)) % 7) : axis.first;
  for (let day = start; day <= axis.last; day += every) {
    ticks.push({ day, column: columnOf(axis, day), label: readableDate(isoOf(day)) });
  }
  return ticks;
}
