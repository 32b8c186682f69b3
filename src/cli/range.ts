/** `--from` and `--to`: the days between which a timeline is shown. */
import { daysInMonth } from '../model/days.ts';
import type { Call } from './command.ts';
import { flag } from './flag.ts';
import { isDate } from './flags.ts';
import { badValue } from './usage.ts';

const from = dateFlag('--from', 'only from this date on: 2026, 2026-04 or 2026-04-01');
const to = dateFlag('--to', 'only until this date; a year or month to its end');

export const rangeFlags = [from, to] as const;

/** ISO days, inclusive; null where open. */
export interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

/** @throws PmedError (exit 2) where the range ends before it begins */
export function rangeOf(call: Call): Range {
  const [given, end] = [call.get(from), call.get(to)];
  const range = { from: given === null ? null : firstDay(given), to: end === null ? null : lastDay(end) };
  if (range.from !== null && range.to !== null && range.from > range.to)
    throw badValue('--from', given ?? '', `It is after --to ${end}; give the earlier date first`);
  return range;
}

function dateFlag(long: string, help: string) {
  return flag({ long, value: '<date>', help }, (raw): string | null => {
    const given = raw.at(-1) ?? null;
    if (given === 'jsonl')
      throw badValue(long, given, 'It takes a date here, such as 2026. JSON lines:  pmed analyse --from jsonl');
    if (given !== null && !isDate(given)) throw badValue(long, given, 'Write it as 2026-04-01, 2026-04 or 2026');
    return given;
  });
}

const firstDay = (date: string): string => date + '-01-01'.slice(date.length - 4);

function lastDay(date: string): string {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  if (day !== undefined) return date;
  return `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`;
}
