/** The timeline of the screen: dates, deadlines and periods in order, with what falls due. */
import type { ReportPart } from '../../model/part.ts';
import type { DocumentRecord, TimeRecord } from '../../model/report.ts';
import { dateOfPrecision, readableDate } from '../dates.ts';
import { harmless } from '../harmless.ts';
import { place } from '../place.ts';
import type { ScreenOptions } from '../screen.ts';
import { draw, layOut } from '../table.ts';
import { hang } from '../wrap.ts';
import { leftOut } from './phrases.ts';

/** Rows that the default screen spends on the timeline. */
const ROWS = 8;
const NARROW = 60;

interface Row {
  /** Sorts the rows: ISO day, or after all days. */
  readonly key: string;
  /** Higher is shown first where there is no room for all. */
  readonly weight: number;
  readonly cells: readonly string[];
}

export function timelineLines(part: ReportPart, date: DocumentRecord['date'], screen: ScreenOptions): string[] {
  const { paint, width } = screen;
  const rows = rowsOf(part, date);
  if (rows.length === 0) return [];
  const shown = screen.all ? rows : choose(rows);
  const head = `${paint.head('TIMELINE')}  ${part.timeline.length}`;
  const body = width < NARROW ? stacked(shown, width) : table(shown, screen);
  return [head, ...body, ...leftOut(rows.length - shown.length, screen)];
}

/** One row a time expression in the order of time, with the document's own date among them. */
function rowsOf(part: ReportPart, date: DocumentRecord['date']): Row[] {
  const carried = refsByTime(part);
  const own = part.timeline.find((time) => time.text === date?.quote && time.start === date.value);
  const rows = part.timeline.map((time) =>
    rowOf(time, time === own ? ['document date'] : (carried.get(time.id) ?? [])),
  );
  if (date !== null && own === undefined) {
    rows.push({ key: date.value, weight: 9, cells: [readableDate(date.value), 'document date', '', ''] });
  }
  return rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** What matters most where there is no room for all; times that are neither dated nor used are left to `--all`. */
function choose(rows: readonly Row[]): Row[] {
  const kept = new Set([...rows].sort((a, b) => b.weight - a.weight).slice(0, ROWS));
  return rows.filter((row) => kept.has(row) && row.weight > 0);
}

function table(rows: readonly Row[], { paint, width }: ScreenOptions): string[] {
  const columns = [
    { head: '', least: 8, most: 24 },
    { head: '', least: 4, most: Math.floor(width / 4), paint: paint.id },
    { head: '', least: 10, most: 'rest' },
    { head: '', least: 4, most: 8, paint: paint.quiet },
  ] as const;
  const cells = rows.map((row) => row.cells);
  const [, ...lines] = draw(layOut(columns, cells, width - 1), (text) => text);
  return lines.flat().map((line) => ` ${line}`);
}

function stacked(rows: readonly Row[], width: number): string[] {
  return rows.flatMap(({ cells: [when = '', ...others] }) => [
    ...hang(when, width, ' ', ' '),
    ...others.filter((cell) => cell !== '').flatMap((cell) => hang(cell, width, '   ', '   ')),
  ]);
}

/** The commitments and statements that hang on each time, by its id. */
function refsByTime({ commitments, statements }: ReportPart): Map<string, string[]> {
  const refs = new Map<string, string[]>();
  for (const { ref, deadline } of [...commitments, ...statements]) {
    if (deadline === null) continue;
    const list = refs.get(deadline.timeId) ?? [];
    list.push(ref);
    refs.set(deadline.timeId, list);
  }
  return refs;
}

function rowOf(time: TimeRecord, refs: readonly string[]): Row {
  const key = time.role === 'deadline' ? (time.end ?? time.start) : (time.start ?? time.end);
  const isIdle = refs.length === 0 && (time.role === 'vague' || !time.resolved);
  const weight = isIdle ? 0 : (refs.length > 0 ? 8 : 1) + (time.role === 'deadline' ? 2 : 0) + (time.resolved ? 1 : 0);
  const what = refs.length > 0 ? listed(refs) : roles[time.role];
  return { key: key ?? '~', weight, cells: [when(time), what, `"${harmless(time.text)}"`, place(time.evidence)] };
}

const roles = {
  deadline: 'deadline',
  start: 'start',
  period: 'period',
  recurrence: '',
  point: '',
  vague: 'vague',
} as const;

/** `C1 C2 C3`, or the first few and how many more. */
function listed(refs: readonly string[]): string {
  const shown = refs.slice(0, 6).join(' ');
  return refs.length > 6 ? `${shown} and ${refs.length - 6} more` : shown;
}

function when({ start, end, precision, role, recurrence }: TimeRecord): string {
  if (role === 'recurrence')
    return recurrence === null
      ? 'recurring'
      : (periods[recurrence] ?? (/X/.test(recurrence) ? 'recurring' : `every ${recurrence}`));
  if (start === null && end === null) return 'no date';
  if (role === 'deadline' && end !== null) return `by ${dateOfPrecision(end, precision === 'year' ? null : precision)}`;
  if (start === null) return `until ${dateOfPrecision(end ?? '', precision)}`;
  const from = dateOfPrecision(start, precision);
  if (end === null) return `from ${from}`;
  const to = dateOfPrecision(end, precision);
  if (from === to) return from;
  if (precision === 'year' || precision === 'month')
    return `${dateOfPrecision(start, 'month')} to ${dateOfPrecision(end, 'month')}`;
  return `${from} to ${to}`;
}

const periods: Readonly<Record<string, string>> = {
  P1D: 'every day',
  P1W: 'every week',
  P1M: 'every month',
  P3M: 'every quarter',
  P6M: 'every six months',
  P1Y: 'every year',
  P2Y: 'every two years',
};
