/** The screen of `pmed timeline`: the plan of one document as a list or a chart, and apart from it what has no day. */
import { dayNumber } from '../model/day-spans.ts';
import type { ReportPart } from '../model/part.ts';
import { readableDate } from './dates.ts';
import { harmless } from './harmless.ts';
import { counted, grouped } from './numbers.ts';
import { sources } from './report/head.ts';
import { leftOut } from './report/phrases.ts';
import { blocksText, type ScreenOptions, sign } from './screen.ts';
import { apartCounts, apartLines, foldedLine, recurringLines } from './timeline/apart.ts';
import { chooseRows } from './timeline/choose.ts';
import { foldRows } from './timeline/fold.ts';
import { ganttHeights, ganttLines } from './timeline/gantt.ts';
import { type Around, listHeights, listLines } from './timeline/list.ts';
import { type Plan, type PlanOptions, planOf } from './timeline/plan.ts';
import type { PlanRow } from './timeline/row.ts';
import { balanced, listed } from './wrap.ts';

/** How the rows are laid out. */
export type TimelineView = 'list' | 'gantt';

export interface TimelineScreen extends ScreenOptions, PlanOptions {
  readonly view: TimelineView;
}

/** Lines that the default screen spends on rows of a chart, which has an axis and a legend besides, and of a list. */
const CHART_LINES = 28;
const LIST_LINES = 34;

/** One document as a screen of about fifty lines, or as long as it takes with `all`; empty where none was read. */
export function renderTimeline(part: ReportPart, screen: TimelineScreen): string {
  const { document, commitments } = part;
  if (document === null || document.status === 'failed') return '';
  const plan = planOf(part, screen);
  const isChart = screen.view === 'gantt';
  const folded = new Map(plan.rows.map((row) => [row, screen.all ? null : foldOf(row, isChart)]));
  const of = (fold: Fold): PlanRow[] => plan.rows.filter((row) => folded.get(row) === fold);
  const rows = plan.rows.filter(
    (row) => folded.get(row) === null && !(isChart && row.isOwnDate && row.items.length === 0),
  );
  const shown = screen.all ? rows : isChart ? chartRows(rows, document, screen) : listRows(rows, document, screen);
  const left = leftBy(rows, shown);
  const body = isChart
    ? ganttLines(shown, chartDays(plan, screen), document, screen)
    : listLines(shown, document, screen);
  const top = head(plan, rows.length > 0, commitments.length, screen);
  // Of a folder's documents those that have nothing to do with these days take no more room.
  if (rows.length === 0 && isNarrowed(screen) && !screen.all) return blocksText([top]);
  return blocksText([
    top,
    [...body, ...leftOut(left, screen, ' dated')],
    [
      ...foldedLine(of('past'), of('mention'), plan, screen),
      ...(isNarrowed(screen) && !screen.all
        ? apartCounts(plan, of('idle'), screen)
        : [...recurringLines(of('idle'), document, screen), ...apartLines(plan, screen)]),
      ...outsideLine(plan, screen),
    ],
  ]);
}

/** Why a row is no line of the default screen: it is history, or only mentioned, or recurs without anybody bound. */
type Fold = 'past' | 'mention' | 'idle';

function foldOf({ kind, items, isPast, isOwnDate }: PlanRow, isChart: boolean): Fold | null {
  if (isPast) return 'past';
  if (items.length > 0 || isOwnDate) return null;
  if (kind === 'recurrence') return 'idle';
  return kind === 'point' && isChart ? 'mention' : null;
}

/** What recurs alike is one line; where there is no room for all rows, so is whatever else looks the same. */
function chartRows(rows: readonly PlanRow[], document: Around, screen: ScreenOptions): PlanRow[] {
  const first = foldRows(rows, ({ kind }) => kind === 'recurrence');
  const folded = first.length > CHART_LINES ? foldRows(first, () => true) : first;
  return chooseRows(folded, ganttHeights(folded, document, screen), CHART_LINES);
}

function listRows(rows: readonly PlanRow[], document: Around, screen: ScreenOptions): PlanRow[] {
  const choose = (among: readonly PlanRow[]): PlanRow[] =>
    chooseRows(rows, listHeights(rows, among, document, screen), LIST_LINES);
  // Fewer rows may have shorter dates and refs, which leaves room for more of them.
  return choose(choose(rows));
}

/** How many of the rows are not among those shown, which may stand for several. */
function leftBy(rows: readonly PlanRow[], shown: readonly PlanRow[]): number {
  const ids = new Set(shown.flatMap(({ times }) => times.map(({ id }) => id)));
  return rows.filter(({ times: [time] }) => !ids.has(time.id)).length;
}

function chartDays({ published }: Plan, { asOf, from, to }: PlanOptions) {
  const day = (iso: string | null) => (iso === null ? null : dayNumber(iso));
  return { published, asOf: day(asOf), from: day(from), to: day(to) };
}

/** Title, file, date, and how many commitments have a date. */
function head({ document, undated }: Plan, isDated: boolean, commitments: number, screen: TimelineScreen): string[] {
  if (document === null) return [];
  const { date, title, name } = document;
  const { asOf } = screen;
  const facts = [
    title === null ? null : harmless(name),
    date === null ? 'no date found' : `dated ${readableDate(date.value)} (${sources[date.source]})`,
    isDated ? null : isNarrowed(screen) ? 'nothing dated between these days' : 'nothing dated',
    commitments === 0
      ? 'no commitments'
      : `${grouped(undated.length)} of ${counted(commitments, 'commitment')} undated`,
    range(screen),
    asOf === null ? null : `as of ${readableDate(asOf)}`,
  ].filter((fact) => fact !== null);
  return [
    ...balanced(harmless(title ?? name), screen.width).map(screen.paint.head),
    ...listed(facts, ` ${sign('dot', screen)} `, screen.width),
  ];
}

const isNarrowed = ({ from, to }: PlanOptions): boolean => from !== null || to !== null;

function range({ from, to }: PlanOptions): string | null {
  if (from !== null && to !== null) return `shown ${readableDate(from)} to ${readableDate(to)}`;
  if (from !== null) return `shown from ${readableDate(from)}`;
  return to === null ? null : `shown until ${readableDate(to)}`;
}

function outsideLine({ outside }: Plan, { paint }: ScreenOptions): string[] {
  return outside === 0 ? [] : [paint.quiet(` ${counted(outside, 'date')} outside the days asked for.`)];
}
