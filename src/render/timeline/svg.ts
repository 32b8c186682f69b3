/**
 * The timeline as a picture: a chart with a row for every deadline, period and recurrence, that says in words what it shows.
 * It stands alone: no script, no font and nothing else from outside.
 */
import { dayNumber } from '../../model/day-spans.ts';
import { readableDate } from '../dates.ts';
import { setLines } from '../lettering.ts';
import { picture } from '../picture.ts';
import { place } from '../place.ts';
import { element, xmlText } from '../xml.ts';
import type { Plan, PlanOptions } from './plan.ts';
import { refsIn } from './refs.ts';
import type { PlanRow } from './row.ts';
import { drawLegend } from './svg/legend.ts';
import { look, measures } from './svg/look.ts';
import { drawRow, type MarkName } from './svg/marks.ts';
import { narrowed, rangeOf, stretchOf } from './svg/range.ts';
import { type Scale, scaleOf } from './svg/scale.ts';
import { descriptionOf, labelOf, remarksOf, subtitleOf, titleOf, tooltipOf, whenOf } from './svg/words.ts';

export interface PictureOptions extends PlanOptions {
  /** Also what nothing is due on: dates that are over when the document speaks, recurrences, the document's own date. */
  readonly all: boolean;
}

/** Rows after which the axis is named again. */
const ROWS_A_BLOCK = 40;

/** One chart of one document or of many, below each other on one axis. */
export function timelinePicture(plans: readonly Plan[], { asOf, from, to, all }: PictureOptions): string {
  const rows = plans.map((plan) =>
    all ? plan.rows : plan.rows.filter((row) => !isPast(row) && !isIdle(row) && !isOwn(row)),
  );
  const seen = [
    ...plans.flatMap((plan, index) => (rows[index]?.length ? (plan.published ?? []) : [])),
    ...(asOf === null ? [] : [dayNumber(asOf)]),
  ];
  const found = rangeOf(rows.flat().flatMap(stretchOf), seen);
  const range = found === null ? null : narrowed(found, from, to);
  const scale = range === null ? null : scaleOf(range);
  const sheet: Sheet = { y: measures.margin, xml: [], marks: new Set() };
  for (const [index, plan] of plans.entries()) {
    const own = rows[index] ?? [];
    drawHead(sheet, plan, subtitleOf(plan, own, asOf));
    for (let at = 0; at < own.length; at += ROWS_A_BLOCK) {
      drawBlock(sheet, plan, own.slice(at, at + ROWS_A_BLOCK), { scale, asOf });
    }
    drawRemarks(
      sheet,
      remarksOf(
        plan,
        all ? { past: [], idle: [] } : { past: plan.rows.filter(isPast), idle: plan.rows.filter(isIdle) },
      ),
    );
  }
  const legend = drawLegend(sheet.marks, sheet.y);
  const height = Math.ceil(sheet.y + legend.height + measures.margin);
  const title =
    plans.length === 1 && plans[0] ? `Timeline: ${titleOf(plans[0])}` : `Timeline of ${plans.length} documents`;
  return picture(look, {
    title,
    description: descriptionOf(plans, rows, asOf),
    height,
    content: [...sheet.xml, legend.xml],
  });
}

const isPast = (row: PlanRow): boolean => row.isPast;
const isIdle = ({ kind, items }: PlanRow): boolean => kind === 'recurrence' && items.length === 0;
const isOwn = ({ kind, isOwnDate }: PlanRow): boolean => kind === 'point' && isOwnDate;

/** What has been drawn, and how far down it reaches. */
interface Sheet {
  y: number;
  readonly xml: string[];
  readonly marks: Set<MarkName>;
}

interface Frame {
  readonly scale: Scale | null;
  readonly asOf: string | null;
}

const across = measures.width - 2 * measures.margin;

function drawHead(sheet: Sheet, plan: Plan, subtitle: string): void {
  const { margin, title, text, leading } = measures;
  // Bold letters are wider.
  for (const line of setLines(titleOf(plan), { size: title * 1.16, width: across, lines: 3 })) {
    sheet.y += title + 4;
    sheet.xml.push(written(line, margin, sheet.y, 'pmed-ink pmed-title'));
  }
  for (const line of setLines(subtitle, { size: text, width: across, lines: 2 })) {
    sheet.y += leading + 3;
    sheet.xml.push(written(line, margin, sheet.y, 'pmed-quiet'));
  }
  sheet.y += leading;
}

/** The names of the axis, and rows below them. */
function drawBlock(sheet: Sheet, plan: Plan, rows: readonly PlanRow[], { scale, asOf }: Frame): void {
  const drawn = rows.map((row) => layOut(row, plan));
  const height = drawn.reduce((sum, each) => sum + each.height, 0);
  if (asOf !== null) sheet.y += measures.leading;
  const top = sheet.y + measures.leading + 4;
  sheet.xml.push(...drawn.map((_, index) => bandOf(drawn, index, top)).filter((band) => band !== ''));
  if (scale !== null) sheet.xml.push(...drawAxis(scale, asOf, top, height));
  sheet.y = top;
  for (const { row, lines, height: its } of drawn) {
    const middle = sheet.y + its / 2;
    const drawing = scale === null ? null : drawRow(row, scale, plan.published, middle);
    for (const name of drawing?.names ?? []) sheet.marks.add(name);
    const texts = lines.flatMap(({ x, className, texts: own }) =>
      own.map((text, index) =>
        written(text, x, middle + (index - (own.length - 1) / 2) * measures.leading + 4, className),
      ),
    );
    const tooltip = element('title', {}, xmlText(tooltipOf(row, plan)));
    sheet.xml.push(element('g', {}, tooltip, ...texts, drawing?.xml ?? ''));
    sheet.y += its;
  }
  sheet.y += measures.air;
}

/** A row with its texts broken into lines. */
interface LaidOut {
  readonly row: PlanRow;
  readonly height: number;
  readonly lines: readonly { readonly x: number; readonly className: string; readonly texts: readonly string[] }[];
}

function layOut(row: PlanRow, plan: Plan): LaidOut {
  const { refs, place: where, label, when, text: size, leading, air } = measures;
  const one = { size, lines: 1 };
  const lines = [
    {
      x: refs.x,
      className: 'pmed-ink pmed-strong',
      texts: [refsIn(row, refs.letters)],
    },
    { x: where.x, className: 'pmed-quiet', texts: setLines(place(row.evidence), { ...one, width: where.width }) },
    { x: label.x, className: 'pmed-ink', texts: setLines(labelOf(row, plan), { size, width: label.width, lines: 2 }) },
    { x: when.x, className: 'pmed-ink', texts: setLines(whenOf(row), { size, width: when.width, lines: 2 }) },
  ];
  const most = Math.max(...lines.map(({ texts }) => texts.length));
  return { row, lines, height: most * leading + air };
}

/** The ground of every other row. */
function bandOf(rows: readonly LaidOut[], index: number, top: number): string {
  if (index % 2 === 0) return '';
  const above = rows.slice(0, index).reduce((sum, { height }) => sum + height, 0);
  const { margin } = measures;
  return element('rect', {
    class: 'pmed-band',
    x: margin - 6,
    y: top + above,
    width: across + 12,
    height: rows[index]?.height ?? 0,
  });
}

/** Names above, lines down to the last row. */
function drawAxis({ axis, x, left, right }: Scale, asOf: string | null, top: number, height: number): string[] {
  const upright = (at: number, className: string, dashes: string | null): string =>
    element('line', { class: className, x1: at, x2: at, y1: top - 3, y2: top + height, 'stroke-dasharray': dashes });
  const xml = axis.ticks.flatMap(({ day, label }) => [
    upright(x(day), 'pmed-grid', null),
    written(label, x(day), top - 7, 'pmed-quiet', 'middle'),
  ]);
  if (asOf === null) return xml;
  const at = x(dayNumber(asOf));
  if (at < left || at > right) return xml;
  const side = at < left + 60 ? 'start' : at > right - 60 ? 'end' : 'middle';
  return [
    ...xml,
    upright(at, 'pmed-asof', '4 3'),
    written(`as of ${readableDate(asOf)}`, at, top - 7 - measures.leading, 'pmed-ink pmed-strong', side),
  ];
}

function drawRemarks(sheet: Sheet, remarks: readonly string[]): void {
  for (const remark of remarks) {
    for (const line of setLines(remark, { size: measures.text, width: across, lines: 4 })) {
      sheet.y += measures.leading;
      sheet.xml.push(written(line, measures.margin, sheet.y, 'pmed-quiet'));
    }
    sheet.y += 4;
  }
  sheet.y += measures.leading;
}

/** A line of text. @param y of its base line */
function written(text: string, x: number, y: number, className: string, anchor: string | null = null): string {
  return element('text', { class: className, x, y, 'text-anchor': anchor }, xmlText(text));
}
