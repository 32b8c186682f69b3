/** The plan as a chart: a line a row along one axis of time, as far as the width goes. */
import type { Day } from '../../model/days.ts';
import { readableDate } from '../dates.ts';
import { linkedPlace } from '../linked.ts';
import type { ScreenOptions } from '../screen.ts';
import { pad, widest } from '../width.ts';
import { listed, wrap } from '../wrap.ts';
import { type Axis, axisOf, columnOf } from './axis.ts';
import { type Cells, cellsOf } from './chart.ts';
import { everyName, isoOf } from './labels.ts';
import type { Around } from './list.ts';
import { refsIn } from './refs.ts';
import type { PlanRow } from './row.ts';
import { type ChartSign, chartSign, legendOrder } from './signs.ts';
import { itemWords, mentionWords } from './words.ts';

/** What the chart is drawn between, and from. */
export interface ChartDays {
  readonly published: Day | null;
  readonly asOf: Day | null;
  /** Bounds that were asked for; null where the rows decide. */
  readonly from: Day | null;
  readonly to: Day | null;
}

const DECADE = 3653;
/** From here on there is room for words beside the chart. */
const WIDE = 110;
/** Below this there is none for the places. */
const NARROW = 60;

/** The axis, the rows and the legend; nothing where there are no rows. */
export function ganttLines(rows: readonly PlanRow[], days: ChartDays, source: Around, screen: ScreenOptions): string[] {
  if (rows.length === 0) return [];
  const { paint, width } = screen;
  const room = width < NARROW ? 9 : 14;
  const refs = rows.map((row) => refsIn(row, room));
  const places = rows.map(({ evidence }) => (width < NARROW ? '' : linkedPlace(evidence, source, screen)));
  const words = rows.map((row) => (width < WIDE ? '' : wordsOf(row, source, screen)));
  const labels = rows.map(labelOf);

  const refColumn = widest(refs);
  const placeColumn = widest(places);
  const wordColumn = width < WIDE ? 0 : Math.min(widest(words), Math.floor(width / 3));
  const labelColumn = Math.min(widest(labels), width < NARROW ? 12 : 19);
  const left = 1 + refColumn + 2 + (placeColumn === 0 ? 0 : placeColumn + 2) + (wordColumn === 0 ? 0 : wordColumn + 2);
  const axis = axisOf(...bounds(rows, days), Math.max(8, width - left - 2 - labelColumn));

  const used = new Set<ChartSign>();
  const lines = rows.flatMap((row, index) => {
    const cells = cellsOf(row, axis, days.published, days.asOf);
    for (const cell of cells) if (cell !== null) used.add(cell);
    const beside = wordColumn === 0 ? [''] : wrap(words[index] ?? '', wordColumn);
    const after = wrap(labels[index] ?? '', labelColumn);
    const paintLabel = row.status === 'passed' ? paint.bad : same;
    return Array.from({ length: Math.max(beside.length, after.length) }, (_, line) => {
      const first = line === 0;
      return [
        ' ',
        paint.id(pad(first ? (refs[index] ?? '') : '', refColumn)),
        '  ',
        placeColumn === 0 ? '' : `${paint.quiet(pad(first ? (places[index] ?? '') : '', placeColumn))}  `,
        wordColumn === 0 ? '' : `${pad(beside[line] ?? '', wordColumn)}  `,
        first ? drawn(cells, screen) : drawn(onlyAsOf(axis, days.asOf), screen),
        '  ',
        paintLabel(pad(after[line] ?? '', labelColumn, 'end')),
      ].join('');
    });
  });
  const signs = used.size === 0 ? [] : ['', ...legend(rows, used, days, axis, screen)];
  return [...axisLines(axis, left, days.asOf, screen), ...lines, ...signs];
}

/** Lines that each row takes in the chart. */
export function ganttHeights(rows: readonly PlanRow[], source: Around, screen: ScreenOptions): number[] {
  if (screen.width < WIDE) return rows.map(() => 1);
  return rows.map((row) => wrap(wordsOf(row, source, screen), Math.floor(screen.width / 3)).length);
}

const same = (text: string): string => text;

/** A recurrence shows where it begins. */
function labelOf({ label, status, every }: PlanRow): string {
  if (every !== null) return everyName(every);
  return status === 'passed' ? `${label}, passed` : label;
}

function wordsOf(row: PlanRow, source: Around, screen: ScreenOptions): string {
  if (row.items.length === 0) return mentionWords(row, screen);
  return row.items.map((item) => itemWords(item, row, source?.publisher ?? null, screen)).join('; ');
}

function drawn(cells: Cells, screen: ScreenOptions): string {
  return cells.map((cell) => (cell === null ? ' ' : chartSign(cell, screen))).join('');
}

function onlyAsOf(axis: Axis, asOf: Day | null): Cells {
  const column = asOf === null ? -1 : columnOf(axis, asOf);
  return Array.from({ length: axis.columns }, (_, at) => (at === column ? 'asOf' : null));
}

/**
 * First and last day of the axis. A row that lies far from all others would leave no room for them: the axis reaches ten
 * years, or four times as far as half of the rows do, and as far back before the document as after it; arrows show what
 * lies beyond.
 */
function bounds(rows: readonly PlanRow[], { published, asOf, from, to }: ChartDays): [Day, Day] {
  const dated = rows.filter(({ kind }) => kind !== 'recurrence');
  const ends = dated.flatMap(({ start, end }) => end ?? start ?? []).sort((a, b) => a - b);
  const starts = dated.flatMap(({ start, end }) => start ?? end ?? []).sort((a, b) => a - b);
  const base = published ?? starts[0] ?? from ?? to ?? asOf ?? 0;
  const median = ends[Math.floor(ends.length / 2)] ?? base;
  const far = base + Math.max(DECADE, 4 * (median - base));
  const judged = asOf === null ? [] : [asOf];
  const reach = [...ends, ...judged].filter((day) => day <= far);
  const last = to ?? [...reach, ...rhythms(rows, base, ends.length === 0)].reduce((a, b) => Math.max(a, b), base);
  const early = base - Math.max(365, last - base);
  const back = [...starts, ...judged].filter((day) => day >= early);
  const first = from ?? back.reduce((a, b) => Math.min(a, b), Math.min(base, last));
  return [first, Math.max(last, first + 27)];
}

/** Recurrences want a year and a half; where nothing else is to be seen, twice their own rhythm of up to five years. */
function rhythms(rows: readonly PlanRow[], base: Day, isAlone: boolean): Day[] {
  return rows.flatMap(({ every }) => {
    if (every === null) return [];
    const years = isAlone ? Number(/^P(\d{1,2})Y$/.exec(every)?.[1] ?? 0) : 0;
    return base + Math.round(365.25 * Math.min(10, Math.max(1.5, years * 2)));
  });
}

/** The names of years or months where there is room for them, and their marks. */
function axisLines(axis: Axis, left: number, asOf: Day | null, screen: ScreenOptions): string[] {
  const { paint, width } = screen;
  let names = ' '.repeat(left);
  const marks = Array.from({ length: axis.columns }, () => ' ');
  for (const { column, label } of axis.ticks) {
    marks[column] = '|';
    const at = left + column;
    const isFirst = names.trim() === '';
    if ((!isFirst && names.length + 1 > at) || at + label.length > width) continue;
    names = names.padEnd(at) + label;
  }
  const judged = asOf === null ? -1 : columnOf(axis, asOf);
  if (judged >= 0 && judged < marks.length) marks[judged] = chartSign('asOf', screen);
  return [names, `${' '.repeat(left)}${marks.join('')}`].map((line) => paint.quiet(line.trimEnd()));
}

/** Only the signs that occur. */
function legend(
  rows: readonly PlanRow[],
  used: ReadonlySet<ChartSign>,
  { asOf }: ChartDays,
  axis: Axis,
  screen: ScreenOptions,
): string[] {
  const isYears = rows.every(({ uncertain }) => uncertain === null || uncertain.last - uncertain.first >= 364);
  const meanings: Readonly<Record<ChartSign, string>> = {
    deadline: 'deadline',
    lead: 'from publication',
    uncertain: `precision (somewhere in ${isYears ? 'the year' : 'that time'})`,
    period: 'stated period',
    recurrence: 'recurring',
    point: 'date mentioned',
    earlier: `before ${isoOf(axis.first).slice(0, 4)}`,
    later: used.has('period') ? 'goes on, or later than shown' : 'later than shown',
    asOf: asOf === null ? '' : `as of ${readableDate(isoOf(asOf))}`,
  };
  const entries = legendOrder
    .filter((name) => used.has(name))
    .map((name) => `${chartSign(name, screen)} ${meanings[name]}`);
  return listed(entries, '   ', screen.width - 1).map((line) => ` ${screen.paint.quiet(line)}`);
}
