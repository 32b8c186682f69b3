/** Calendar cells: a grain and a number, such as the 24,201st month. Shifting a cell is adding to its number. */
import { addMonths, civilOf, type Day, dayOf, daysInMonth, pad } from '../../model/days.ts';

/** The sizes of calendar cells. Weeks begin on Monday; a weekend is the Saturday and Sunday of a week. */
export type Grain =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'
  | 'fiscal-half'
  | 'fiscal-quarter'
  | 'fiscal-year'
  | 'academic-year';

/** The `index`th cell of a grain. Year-like grains count years AD, so that fiscal year 2024 begins in 2024. */
export interface Cell {
  readonly grain: Grain;
  readonly index: number;
}

/** The first day of the financial year. */
export interface FiscalStart {
  readonly month: number;
  readonly day: number;
}

/** Month in which the academic year begins. */
const ACADEMIC_MONTH = 9;

/** Months in a cell of a grain that is made of whole months, or 0. */
export const monthsIn = (grain: Grain): number => {
  switch (grain) {
    case 'month':
      return 1;
    case 'quarter':
    case 'season':
    case 'fiscal-quarter':
      return 3;
    case 'half':
    case 'fiscal-half':
      return 6;
    case 'year':
    case 'fiscal-year':
    case 'academic-year':
      return 12;
    case 'decade':
      return 120;
    case 'century':
      return 1200;
    case 'millennium':
      return 12000;
    default:
      return 0;
  }
};

/**
 * First month (year × 12 + month − 1) of the cell with index 0, by grain; seasons begin in March. As no year was 0, the
 * 21st century is 2001 to 2100 and the fifth before Christ 500 to 401.
 */
const originOf = (grain: Grain, fiscal: FiscalStart): number => {
  if (grain === 'season') return 2;
  if (grain === 'century' || grain === 'millennium') return 12;
  if (grain === 'academic-year') return ACADEMIC_MONTH - 1;
  return grain.startsWith('fiscal') ? fiscal.month - 1 : 0;
};

const dayOfMonthIndex = (index: number): Day => {
  const year = Math.floor(index / 12);
  return dayOf(year, index - year * 12 + 1, 1);
};

const offsetOf = (grain: Grain, fiscal: FiscalStart): number => (grain.startsWith('fiscal') ? fiscal.day - 1 : 0);

/** First day of a cell. */
export function firstDay({ grain, index }: Cell, fiscal: FiscalStart): Day {
  if (grain === 'day') return index;
  // 1970-01-01 was a Thursday: the week with index 0 begins on Monday 1969-12-29.
  if (grain === 'week') return index * 7 - 3;
  if (grain === 'weekend') return index * 7 + 2;
  return dayOfMonthIndex(originOf(grain, fiscal) + index * monthsIn(grain)) + offsetOf(grain, fiscal);
}

/** Last day of a cell, inclusive. */
export function lastDay(cell: Cell, fiscal: FiscalStart): Day {
  if (cell.grain === 'weekend') return cell.index * 7 + 3;
  return firstDay({ grain: cell.grain, index: cell.index + 1 }, fiscal) - 1;
}

/** The cell of a grain in which a day lies; for a weekend that of the day's week. */
export function cellAt(grain: Grain, day: Day, fiscal: FiscalStart): Cell {
  if (grain === 'day') return { grain, index: day };
  if (grain === 'week' || grain === 'weekend') return { grain, index: Math.floor((day + 3) / 7) };
  const { year, month, day: date } = civilOf(day);
  const months = year * 12 + month - 1 - (date < offsetOf(grain, fiscal) + 1 ? 1 : 0);
  return { grain, index: Math.floor((months - originOf(grain, fiscal)) / monthsIn(grain)) };
}

export const shift = (cell: Cell, count: number): Cell => ({ grain: cell.grain, index: cell.index + count });

const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;

const yearText = (year: number): string => (year <= 0 ? `BC${pad(1 - year, 4)}` : pad(year, 4));

/** The TIMEX3 value of a cell: `2025-03-01`, `2025-W08`, `2025-Q3`, `2025-SP`, `202`, `FY2024-Q4` … */
export function timexOf(cell: Cell): string {
  const { grain, index } = cell;
  switch (grain) {
    case 'day': {
      const { year, month, day } = civilOf(index);
      return `${yearText(year)}-${pad(month, 2)}-${pad(day, 2)}`;
    }
    case 'week':
    case 'weekend': {
      // The ISO week belongs to the year of its Thursday.
      const thursday = index * 7;
      const { year } = civilOf(thursday);
      const week = Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1;
      return `${yearText(year)}-W${pad(week, 2)}${grain === 'weekend' ? '-WE' : ''}`;
    }
    case 'month': {
      const year = Math.floor(index / 12);
      return `${yearText(year)}-${pad(index - year * 12 + 1, 2)}`;
    }
    case 'quarter':
    case 'season':
    case 'fiscal-quarter': {
      const year = Math.floor(index / 4);
      const part = index - year * 4;
      const name = grain === 'season' ? (SEASONS[part] ?? 'SP') : `Q${part + 1}`;
      return `${grain === 'fiscal-quarter' ? 'FY' : ''}${yearText(year)}-${name}`;
    }
    case 'half':
    case 'fiscal-half': {
      const year = Math.floor(index / 2);
      return `${grain === 'fiscal-half' ? 'FY' : ''}${yearText(year)}-H${index - year * 2 + 1}`;
    }
    case 'year':
      return yearText(index);
    case 'fiscal-year':
      return `FY${yearText(index)}`;
    case 'academic-year':
      return `AY${yearText(index)}`;
    case 'decade':
      return index < 0 ? `BC${pad(-1 - index, 3)}` : pad(index, 3);
    case 'century':
      return index < 0 ? `BC${pad(-1 - index, 2)}` : pad(index, 2);
    case 'millennium':
      return index < 0 ? `BC${pad(-1 - index, 1)}` : pad(index, 1);
  }
}

/** The calendar that a grain belongs to. */
export const calendarOf = (grain: Grain): 'gregorian' | 'fiscal' | 'academic' =>
  grain.startsWith('fiscal') ? 'fiscal' : grain === 'academic-year' ? 'academic' : 'gregorian';

/** A month's day, or null where the month has no such day. */
export function dayInMonth(month: Cell, day: number): Cell | null {
  const year = Math.floor(month.index / 12);
  const its = month.index - year * 12 + 1;
  return day >= 1 && day <= daysInMonth(year, its) ? { grain: 'day', index: dayOf(year, its, day) } : null;
}

/** The cell `count` grains after another day, by calendar steps: months for month-like grains, days for the rest. */
export function stepDay(day: Day, grain: Grain, count: number): Day {
  if (grain === 'day') return day + count;
  if (grain === 'week' || grain === 'weekend') return day + 7 * count;
  return addMonths(day, monthsIn(grain) * count);
}

/** Days that a cell of each grain spans, roughly: for telling which is finer. */
const SIZES: Readonly<Record<Grain, number>> = {
  day: 1,
  weekend: 7,
  week: 7,
  month: 30,
  quarter: 91,
  'fiscal-quarter': 91,
  season: 91,
  half: 182,
  'fiscal-half': 182,
  year: 365,
  'fiscal-year': 365,
  'academic-year': 365,
  decade: 3652,
  century: 36525,
  millennium: 365250,
};

/** Whether a grain is finer than another. */
export const isFiner = (a: Grain, b: Grain): boolean => SIZES[a] < SIZES[b];

/** The cell of `YYYY[-MM[-DD]]`, or null where it is no date. */
export function cellOfIso(iso: string): Cell | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match) return null;
  const year = Number(match[1]);
  if (!match[2]) return { grain: 'year', index: year };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  const cell: Cell = { grain: 'month', index: year * 12 + month - 1 };
  if (!match[3]) return cell;
  return dayInMonth(cell, Number(match[3]));
}
