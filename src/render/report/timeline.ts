/** The timeline of the screen of a report: dates, deadlines and periods in order, with what falls due. */
import type { ReportPart } from '../../model/part.ts';
import { readableDate } from '../dates.ts';
import { harmless } from '../harmless.ts';
import { linkedPlace, type Source } from '../linked.ts';
import type { ScreenOptions } from '../screen.ts';
import { draw, layOut } from '../table.ts';
import { chooseRows } from '../timeline/choose.ts';
import type { Loose } from '../timeline/loose.ts';
import { phraseOf } from '../timeline/phrase.ts';
import { type Plan, planOf } from '../timeline/plan.ts';
import type { PlanRow } from '../timeline/row.ts';
import { hang } from '../wrap.ts';
import { leftOut } from './phrases.ts';

/** Rows that the default screen spends on the timeline. */
const ROWS = 8;
const NARROW = 60;

type Cells = readonly string[];

/** The rows that matter most; with `all` every one, those without a day last. */
export function timelineLines(part: ReportPart, screen: ScreenOptions): string[] {
  const { paint, width } = screen;
  const plan = planOf(part, { from: null, to: null, asOf: null });
  const live = plan.rows.filter(({ kind, items, isPast }) => !isPast && (kind !== 'recurrence' || items.length > 0));
  const shown = screen.all
    ? plan.rows
    : chooseRows(
        live,
        live.map(() => 1),
        ROWS,
      );
  const rows = withOwnDate(shown, plan, screen);
  if (screen.all) rows.push(...plan.loose.map((loose) => looseCells(loose, part.document, screen)));
  const rest = screen.all ? 0 : plan.rows.length + plan.loose.length - shown.length;
  if (rows.length === 0 && rest === 0) return [];
  const head = `${paint.head('TIMELINE')}  ${part.timeline.length}`;
  const body = width < NARROW ? stacked(rows, width) : rows.length === 0 ? [] : table(rows, screen);
  return [head, ...body, ...leftOut(rest, screen)];
}

/** The rows, with the document's date among them where none of its times says it. */
function withOwnDate(
  rows: readonly PlanRow[],
  { document, published, rows: all }: Plan,
  screen: ScreenOptions,
): Cells[] {
  const cells = rows.map((row) => cellsOf(row, document, screen));
  const date = document?.date ?? null;
  if (date === null || published === null || all.some(({ isOwnDate }) => isOwnDate)) return cells;
  const later = rows.findIndex(({ start, end }) => (end ?? start ?? published + 1) > published);
  cells.splice(later < 0 ? rows.length : later, 0, [readableDate(date.value), 'document date', '', '']);
  return cells;
}

const kinds = { deadline: 'deadline', start: 'start', period: 'period', recurrence: '', point: '' } as const;

function cellsOf(row: PlanRow, source: Source, screen: ScreenOptions): Cells {
  const {
    when,
    kind,
    items,
    refs,
    times: [time],
    isOwnDate,
    evidence,
  } = row;
  const what = items.length > 0 ? listed(refs) : isOwnDate ? 'document date' : kinds[kind];
  return [when, what, `"${harmless(phraseOf(time))}"`, linkedPlace(evidence, source, screen)];
}

function looseCells({ kind, items, text, times: [time] }: Loose, source: Source, screen: ScreenOptions): Cells {
  const what = items.length > 0 ? listed(items.map(({ ref }) => ref)) : kind === 'vague' ? 'vague' : '';
  return [
    kind === 'unsteady' ? 'recurring' : 'no date',
    what,
    `"${harmless(text)}"`,
    linkedPlace(time.evidence, source, screen),
  ];
}

function table(rows: readonly Cells[], { paint, width }: ScreenOptions): string[] {
  const columns = [
    { head: '', least: 8, most: 24 },
    { head: '', least: 4, most: Math.floor(width / 4), paint: paint.id },
    { head: '', least: 10, most: 'rest' },
    { head: '', least: 4, most: 8, paint: paint.quiet },
  ] as const;
  const [, ...lines] = draw(layOut(columns, rows, width - 1), (text) => text);
  return lines.flat().map((line) => ` ${line}`);
}

function stacked(rows: readonly Cells[], width: number): string[] {
  return rows.flatMap(([when = '', ...others]) => [
    ...hang(when, width, ' ', ' '),
    ...others.filter((cell) => cell !== '').flatMap((cell) => hang(cell, width, '   ', '   ')),
  ]);
}

/** `C1 C2 C3`, or the first few and how many more. */
function listed(refs: readonly string[]): string {
  const shown = refs.slice(0, 6).join(' ');
  return refs.length > 6 ? `${shown} and ${refs.length - 6} more` : shown;
}
