/** The timeline of the screen: dates, deadlines and periods in order, with what falls due. */
import type { ReportPart } from '../../model/part.ts';
import type { DocumentRecord, TimeRecord } from '../../model/report.ts';
import { dateOfPrecision, readableDate } from '../dates.ts';
import { harmless } from '../harmless.ts';
import { place } from '../place.ts';
import type { ScreenOptions } from '../screen.ts';
import { draw, layOut } from '../table.ts';
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
  const carried = refsByTime(part);
  const rows = part.timeline.map((time) => rowOf(time, carried.get(time.id) ?? []));
  if (date !== null)
    rows.push({ key: `${date.value}~`, weight: 9, cells: [readableDate(date.value), 'document date', '', ''] });
  if (rows.length === 0) return [];
  const kept = new Set([...rows].sort((a, b) => b.weight - a.weight).slice(0, screen.all ? undefined : ROWS));
  const shown = rows.filter((row) => kept.has(row)).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const head = `${paint.head('TIMELINE')}  ${part.timeline.length}`;
  const rest = leftOut(rows.length - shown.length, screen);
  if (width < NARROW) {
    const lines = shown.flatMap(({ cells: [when = '', ...others] }) => [
      ` ${when}`,
      ...others.filter((cell) => cell !== '').map((cell) => `   ${cell}`),
    ]);
    return [
      head,
      ...layOut(
        [{ head: '', least: 1, most: 'rest' }],
        lines.map((line) => [line.trim()]),
        width - 3,
      ).rows.flatMap((row, index) =>
        (row[0] ?? []).map((line) => (lines[index]?.startsWith('   ') ? '   ' : ' ') + line),
      ),
      ...rest,
    ];
  }
  const layout = layOut(
    [
      { head: '', least: 8, most: 24 },
      { head: '', least: 4, most: Math.floor(width / 4), paint: paint.id },
      { head: '', least: 10, most: 'rest' },
      { head: '', least: 4, most: 8, paint: paint.quiet },
    ],
    shown.map((row) => row.cells),
    width - 1,
  );
  const lines = draw(layout, (text) => text).slice(1);
  return [head, ...lines.flat().map((line) => ` ${line}`), ...rest];
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
  const weight = (refs.length > 0 ? 8 : 0) + (time.role === 'deadline' ? 2 : 0) + (time.resolved ? 1 : 0);
  const what = refs.length > 0 ? listed(refs) : roles[time.role];
  return { key: key ?? '~', weight, cells: [when(time), what, `"${harmless(time.text)}"`, place(time.evidence)] };
}

const roles = {
  deadline: 'deadline',
  start: 'start',
  period: 'period',
  recurrence: 'recurring',
  point: '',
  vague: 'vague',
} as const;

/** `C1 C2 C3`, or the first few and how many more. */
function listed(refs: readonly string[]): string {
  const shown = refs.slice(0, 6).join(' ');
  return refs.length > 6 ? `${shown} and ${refs.length - 6} more` : shown;
}

function when({ start, end, precision, role, recurrence }: TimeRecord): string {
  if (role === 'recurrence') return recurrence === null ? 'recurring' : (periods[recurrence] ?? `every ${recurrence}`);
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
