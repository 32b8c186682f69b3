/** The marks of a row along the axis: each kind has a shape of its own, so that none is told by its colour alone. */
import type { Day } from '../../../model/days.ts';
import { element, rounded } from '../../xml.ts';
import { occurrences } from '../chart.ts';
import { isAhead, type PlanRow } from '../row.ts';
import { measures } from './look.ts';
import type { Scale } from './scale.ts';

/** What a picture may show, in the order of the legend. */
export const markNames = [
  'deadline',
  'lead',
  'uncertain',
  'period',
  'start',
  'recurrence',
  'often',
  'point',
  'beyond',
] as const;
export type MarkName = (typeof markNames)[number];

/** What is drawn for a row, and which marks it took. */
export interface Drawing {
  readonly names: readonly MarkName[];
  readonly xml: string;
}

/** Half the height of bars. */
const THICK = 4;
/** Occurrences nearer to each other than this are not told apart. */
const APART = 9;

/**
 * @param published the day from which deadlines run, or null
 * @param y the middle of the row
 */
export function drawRow(row: PlanRow, scale: Scale, published: Day | null, y: number): Drawing {
  switch (row.kind) {
    case 'deadline':
      return drawDeadline(row, scale, published, y);
    case 'start':
    case 'period':
      return drawPeriod(row, scale, y);
    case 'recurrence':
      return drawRecurrence(row, scale, published, y);
    case 'point':
      return drawPoint(row, scale, y);
  }
}

/** The mark as the legend shows it, about `x`. */
export function drawSample(name: MarkName, x: number, y: number): string {
  switch (name) {
    case 'deadline':
      return diamond(x, y);
    case 'lead':
      return leadLine(x - 9, x + 9, y);
    case 'uncertain':
      return hatched(x - 9, x + 9, y);
    case 'period':
      return bar(x - 9, x + 9, y);
    case 'start':
      return beginning(x - 7, x + 9, y);
    case 'recurrence':
      return ring(x, y, false);
    case 'often':
      return dotted(x - 9, x + 11, y);
    case 'point':
      return dot(x - 6, y) + outline(x - 1, x + 11, y);
    case 'beyond':
      return chevron(x + 3, y, 1);
  }
}

function drawDeadline({ end, uncertain }: PlanRow, scale: Scale, published: Day | null, y: number): Drawing {
  if (end === null) return nothing;
  const { axis, x, left, right } = scale;
  if (end < axis.first) return { names: ['beyond'], xml: chevron(left, y, -1) };
  const names: MarkName[] = [];
  const parts: string[] = [];
  // A day is a stretch: what is due on it is due at its end.
  const at = x(end + 1);
  const from = published === null ? null : Math.max(left, x(published));
  const to = Math.min(at, right);
  const first = uncertain === null ? to : Math.max(left, x(uncertain.first));
  const isUnsure = to - first >= 2 * measures.bar;
  const until = isUnsure ? first : to;
  if (from !== null && from < until) {
    names.push('lead');
    parts.push(leadLine(from, until, y));
  }
  if (isUnsure) {
    names.push('uncertain');
    parts.push(hatched(first, to, y));
  }
  if (end > axis.last) return { names: [...names, 'beyond'], xml: parts.join('') + chevron(right, y, 1) };
  return { names: [...names, 'deadline'], xml: parts.join('') + diamond(at, y) };
}

function drawPeriod({ kind, start, end, items }: PlanRow, scale: Scale, y: number): Drawing {
  const { axis, x, left, right } = scale;
  if (end !== null && end < axis.first) return { names: ['beyond'], xml: chevron(left, y, -1) };
  if (start !== null && start > axis.last) return { names: ['beyond'], xml: chevron(right, y, 1) };
  const names: MarkName[] = [kind === 'start' ? 'start' : 'period'];
  const from = start === null ? left : Math.max(left, x(start));
  if (kind === 'start') return { names, xml: beginning(from, right, y) };
  const to = end === null ? right : Math.min(right, x(end + 1));
  const parts = [bar(from, Math.max(to, from + measures.bar), y)];
  if (start === null || start < axis.first) parts.push(chevron(left, y, -1));
  if (end === null || end > axis.last) parts.push(chevron(right, y, 1));
  if (parts.length > 1) names.push('beyond');
  if (end !== null && end <= axis.last && items.some(isAhead)) {
    names.push('deadline');
    parts.push(diamond(to, y));
  }
  return { names, xml: parts.join('') };
}

function drawRecurrence(row: PlanRow, scale: Scale, published: Day | null, y: number): Drawing {
  const { axis, x, left, right } = scale;
  const last = Math.min(axis.last, row.end ?? axis.last);
  const places: number[] = [];
  for (const day of occurrences(row, axis, published)) {
    if (day > last) break;
    places.push(x(day));
    if (places.length > 1 && Math.abs((places[1] ?? 0) - (places[0] ?? 0)) < APART) {
      const from = Math.max(left, x(row.start ?? published ?? axis.first));
      return { names: ['often'], xml: dotted(from, Math.min(right, x(last + 1)), y) };
    }
  }
  const rings = places.map((at) => ring(at + 4, y, row.start !== null));
  return rings.length === 0 ? nothing : { names: ['recurrence'], xml: rings.join('') };
}

function drawPoint({ start, end }: PlanRow, scale: Scale, y: number): Drawing {
  const { axis, x, left, right } = scale;
  const first = start ?? end;
  const last = end ?? start;
  if (first === null || last === null) return nothing;
  if (last < axis.first) return { names: ['beyond'], xml: chevron(left, y, -1) };
  if (first > axis.last) return { names: ['beyond'], xml: chevron(right, y, 1) };
  const from = Math.max(left, x(first));
  const to = Math.min(right, x(last + 1));
  const parts = [to - from < 2 * measures.bar ? dot((from + to) / 2, y) : outline(from, to, y)];
  if (first < axis.first) parts.push(chevron(left, y, -1));
  if (last > axis.last) parts.push(chevron(right, y, 1));
  return { names: parts.length > 1 ? ['point', 'beyond'] : ['point'], xml: parts.join('') };
}

const nothing: Drawing = { names: [], xml: '' };

const diamond = (x: number, y: number): string => path('pmed-due', [x - 6, y], [x, y - 6], [x + 6, y], [x, y + 6]);

const leadLine = (from: number, to: number, y: number): string =>
  element('path', { class: 'pmed-lead', d: `M${rounded(from)} ${rounded(y)}H${rounded(to)}`, 'stroke-width': 2 });

/** Bars of lines from below to above, with a frame. */
function hatched(from: number, to: number, y: number): string {
  const lines: string[] = [];
  for (let at = from; at < to; at += 5) {
    const reach = Math.min(2 * THICK, to - at);
    lines.push(`M${rounded(at)} ${rounded(y + THICK)}l${rounded(reach)} ${rounded(-reach)}`);
  }
  return (
    element('rect', { class: 'pmed-hollow', x: from, y: y - THICK, width: to - from, height: 2 * THICK }) +
    element('path', { class: 'pmed-due-line', d: lines.join('') }) +
    element('rect', {
      class: 'pmed-due-line',
      fill: 'none',
      x: from,
      y: y - THICK,
      width: to - from,
      height: 2 * THICK,
    })
  );
}

const bar = (from: number, to: number, y: number): string =>
  element('rect', { class: 'pmed-span', x: from, y: y - THICK, width: to - from, height: 2 * THICK });

const outline = (from: number, to: number, y: number): string =>
  element('rect', {
    class: 'pmed-rule',
    fill: 'none',
    x: from,
    y: y - THICK,
    width: to - from,
    height: 2 * THICK,
    rx: THICK,
  });

/** A triangle where it begins, and a line to where the picture ends. */
const beginning = (from: number, to: number, y: number): string =>
  element('path', { class: 'pmed-span-line', d: `M${rounded(from)} ${rounded(y)}H${rounded(to)}`, 'stroke-width': 2 }) +
  path('pmed-span', [from, y - 6], [from + 8, y], [from, y + 6]);

/** Too often for rings. */
const dotted = (from: number, to: number, y: number): string =>
  element('path', {
    class: 'pmed-span-line',
    d: `M${rounded(from)} ${rounded(y)}H${rounded(to)}`,
    'stroke-width': 3,
    'stroke-dasharray': '3 3',
  });

/** Filled where the day is known. */
const ring = (x: number, y: number, isKnown: boolean): string =>
  element('circle', {
    class: `pmed-span-line ${isKnown ? 'pmed-span' : 'pmed-hollow'}`,
    cx: x,
    cy: y,
    r: 3.5,
    'stroke-width': 1.5,
  });

const dot = (x: number, y: number): string => element('circle', { class: 'pmed-quiet', cx: x, cy: y, r: 2.5 });

/** Points beyond the end of the axis. @param way -1 to the left, 1 to the right */
const chevron = (x: number, y: number, way: -1 | 1): string =>
  path('pmed-ink', [x, y], [x - 7 * way, y - 5], [x - 7 * way, y + 5]);

function path(className: string, ...points: readonly (readonly [number, number])[]): string {
  const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join('');
  return element('path', { class: className, d: `${d}Z` });
}
