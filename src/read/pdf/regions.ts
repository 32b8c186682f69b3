/** A page's segments → regions in reading order: columns found by recursive cuts, and tables. */

import { endsInLeader } from './leaders.ts';
import { findRows, lineOf, type Segment, segmentOf } from './lines.ts';
import { findMarker } from './marker.ts';

/** Segments that are read from the top down. */
export interface Region {
  readonly kind: 'text' | 'table';
  readonly segments: readonly Segment[];
}

/** A page with more segments than this is a drawing: it is read line by line, so that no page takes long. */
const mostSegments = 6000;
/** A gutter is at least this many em wide. */
const gutterWidth = 0.9;
/** A column has at least this many rows. */
const fewestRows = 3;
/** What stands below the other column is the column's own unless a gap of this many em parts it. */
const tailGap = 2.2;
/** The same where text over the full width follows: for other text, and for larger type, which heads what follows. */
const crossedGap = 1.6;
const headingGap = 0.4;
const deepest = 6;

/** The regions of a page, in reading order. */
export function findRegions(segments: readonly Segment[]): Region[] {
  if (segments.length > mostSegments) return [{ kind: 'text', segments }];
  return cut(attach(segments), 0);
}

const onlyMark = /^(?:[^\p{L}\p{N}\s]{1,2}|\(?(?:\d{1,3}(?:\.\d{1,3}){0,5}|[a-zA-Z]|[ivxIVX]{1,6})[.):]{0,2}|o)$/u;

/** Joins marks to the text that they introduce, and page numbers of contents to their entries. */
function attach(segments: readonly Segment[]): Segment[] {
  const out: Segment[] = [];
  for (const row of findRows(segments)) {
    let open: Segment | undefined;
    for (const segment of row) {
      if (open !== undefined) {
        const before = lineOf([open]).text;
        const gap = (segment.x0 - open.x1) / Math.max(open.size, segment.size);
        const marks =
          open.weight <= 12 &&
          onlyMark.test(before) &&
          gap < 6 &&
          findMarker(`${before} x`, before.length, true) !== null;
        const leads = endsInLeader(before) || (endsInLeader(lineOf([segment]).text) && segment.weight > 3 && gap < 3);
        if (marks || leads) {
          open = segmentOf([...open.runs, ...segment.runs], Math.min(open.order, segment.order));
          continue;
        }
        out.push(open);
      }
      open = segment;
    }
    if (open !== undefined) out.push(open);
  }
  return out.sort((a, b) => a.order - b.order);
}

interface Band {
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
}

/** A way to cut: bands with two sides, and what stands between them, from the top down. */
interface Cut {
  readonly parts: readonly (Band | readonly Segment[])[];
  readonly score: number;
}

function cut(segments: readonly Segment[], depth: number): Region[] {
  if (segments.length === 0) return [];
  const whole: Region = { kind: 'text', segments };
  if (depth >= deepest || segments.length < 2 * fewestRows) return [whole];
  let best: Cut | undefined;
  const sorted = [...segments].sort((a, b) => b.y - a.y || a.x0 - b.x0);
  for (const x of leftEdges(segments)) {
    const found = cutAt(sorted, x);
    if (found !== null && found.score > (best?.score ?? 0)) best = found;
  }
  if (best === undefined) return [whole];
  return best.parts.flatMap((part): Region[] => {
    if (!('left' in part)) return cut(part, depth + 1);
    if (isContents(part)) return [{ kind: 'text', segments: [...part.left, ...part.right] }];
    if (isTable(part)) return tableRegions([...part.left, ...part.right]);
    return [...cut(part.left, depth + 1), ...cut(part.right, depth + 1)];
  });
}

/** Places where at least a column's worth of segments begin, from the left, without the leftmost. */
function leftEdges(segments: readonly Segment[]): number[] {
  const starts = segments.map((s) => s.x0).sort((a, b) => a - b);
  const first = starts[0] ?? 0;
  const edges: { x: number; count: number }[] = [];
  let from = 0;
  for (let k = 1; k <= starts.length; k++) {
    const here = starts[k];
    const base = starts[from] ?? 0;
    if (here !== undefined && here - base <= 3) continue;
    if (k - from >= 2 && base - first > 20) edges.push({ x: base, count: k - from });
    from = k;
  }
  return edges
    .sort((a, b) => b.count - a.count || a.x - b.x)
    .slice(0, 12)
    .map((e) => e.x);
}

/** The bands that a gutter ending at x makes of segments from the top down, or null where it makes none. */
function cutAt(sorted: readonly Segment[], x: number): Cut | null {
  const parts: (Band | Segment[])[] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  let outside: Segment[] = [];
  let score = 0;
  const close = (crossed: boolean): void => {
    if (isBand(left, right)) {
      const { head, band, tail } = trim(left, right, crossed);
      outside.push(...head);
      if (outside.length > 0) parts.push(outside);
      parts.push(band);
      score += band.left.length + band.right.length;
      outside = [...tail];
    } else {
      outside.push(...left, ...right);
    }
    left = [];
    right = [];
  };
  for (const segment of sorted) {
    if (segment.x0 >= x - 1) right.push(segment);
    else if (segment.x1 <= x - gutterWidth * Math.min(segment.size, 14)) left.push(segment);
    else {
      close(true);
      outside.push(segment);
    }
  }
  close(false);
  if (outside.length > 0) parts.push(outside);
  return score > 0 ? { parts, score } : null;
}

/** The number of rows that segments from the top down stand in. */
function rowsOf(sorted: readonly Segment[]): number {
  let rows = 0;
  let y = Infinity;
  for (const segment of sorted) {
    if (y - segment.y <= 0.4 * segment.size) continue;
    rows++;
    y = segment.y;
  }
  return rows;
}

function isBand(left: readonly Segment[], right: readonly Segment[]): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const overlapTop = Math.min(top(left), top(right));
  const overlapBottom = Math.max(bottom(left), bottom(right));
  const within = (s: Segment): boolean => s.y <= overlapTop && s.y >= overlapBottom - 1;
  const l = rowsOf(left.filter(within));
  const r = rowsOf(right.filter(within));
  if (l >= fewestRows && r >= fewestRows) return true;
  // A note in the margin may be short, but it is set in another size than the text beside it.
  return l >= 1 && r >= 1 && Math.max(l, r) >= 2 && sizesDiffer(left, right) && sideOf(l > r ? left : right).prose;
}

function sizesDiffer(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [a, b] = [left, right].map((side) =>
    quantile(
      side.map((s) => s.size),
      0.5,
    ),
  );
  return Math.abs((a ?? 0) - (b ?? 0)) > 0.12 * Math.max(a ?? 0, b ?? 0);
}

const top = (segments: readonly Segment[]): number => segments.reduce((y, s) => Math.max(y, s.top), -Infinity);
const bottom = (segments: readonly Segment[]): number => segments.reduce((y, s) => Math.min(y, s.bottom), Infinity);

/**
 * Takes off what stands above or below both columns and is set off by a gap. Segments come from the top down.
 * @param crossed whether text over the full width follows, to which a heading below the columns then belongs
 */
function trim(
  left: readonly Segment[],
  right: readonly Segment[],
  crossed: boolean,
): { head: Segment[]; band: Band; tail: Segment[] } {
  const [leftHead, leftBody, leftTail] = split(left, right, crossed);
  const [rightHead, rightBody, rightTail] = split(right, left, crossed);
  return {
    head: [...leftHead, ...rightHead],
    band: { left: leftBody, right: rightBody },
    tail: [...leftTail, ...rightTail],
  };
}

function split(
  side: readonly Segment[],
  other: readonly Segment[],
  crossed: boolean,
): readonly [Segment[], Segment[], Segment[]] {
  const high = top(other);
  const low = bottom(other);
  let from = 0;
  let to = side.length;
  for (let k = 0; k + 1 < side.length; k++) {
    const a = side[k];
    const b = side[k + 1];
    if (a === undefined || b === undefined) break;
    const gap = a.bottom - b.top;
    if (a.bottom > high && gap > 0.9 * Math.max(a.size, b.size)) from = k + 1;
    const needed = crossed ? (b.size > 1.08 * a.size ? headingGap : crossedGap) : tailGap;
    if (b.top < low && gap > needed * Math.max(a.size, b.size)) {
      to = k + 1;
      break;
    }
  }
  if (to - from < fewestRows) return [[], [...side], []];
  return [side.slice(0, from), side.slice(from, to), side.slice(to)];
}

/** Whether the right side holds the page numbers of a table of contents. */
function isContents({ right }: Band): boolean {
  const numbers = [...right].sort((a, b) => b.y - a.y).map((s) => lineOf([s]).text.replace(/^[.… ]+/, ''));
  const pages = numbers.filter((n) => /^\d{1,4}$/.test(n)).map(Number);
  const romans = numbers.filter((n) => /^[ivxl]{1,7}$/i.test(n)).length;
  if (pages.length + romans < 0.85 * numbers.length || numbers.length < 4) return false;
  let falls = 0;
  for (let k = 1; k < pages.length; k++) if ((pages[k] ?? 0) < (pages[k - 1] ?? 0)) falls++;
  return falls <= 0.1 * pages.length;
}

/** Whether the two sides belong together row by row. */
function isTable({ left, right }: Band): boolean {
  if (sizesDiffer(left, right)) return false;
  const l = sideOf(left);
  const r = sideOf(right);
  const aligned = alignment(l.starts, r.starts);
  if (l.prose && r.prose)
    return Math.min(l.starts.length, r.starts.length) >= 3 && aligned >= 0.8 && turns(left, right) > 0.5;
  // Programs write columns one after the other, and tables row by row.
  if (turns(left, right) <= 0.25) return false;
  return sharedRows(left, right) >= 0.5 || (Math.min(l.starts.length, r.starts.length) >= 2 && aligned >= 0.7);
}

/** How often the stream goes from one side to the other, as a share of what going row by row would take. */
function turns(left: readonly Segment[], right: readonly Segment[]): number {
  const lefts = new Set(left);
  const stream = [...left, ...right].sort((a, b) => a.order - b.order);
  let changes = 0;
  for (let k = 1; k < stream.length; k++) {
    const [a, b] = [stream[k - 1], stream[k]];
    if (a !== undefined && b !== undefined && lefts.has(a) !== lefts.has(b)) changes++;
  }
  return changes / (2 * Math.min(rowsOf(left), rowsOf(right)));
}

/** A table without the headings and captions over and under it, which stand alone in their row. */
function tableRegions(segments: readonly Segment[]): Region[] {
  const rows = findRows(segments);
  const size = quantile(
    segments.map((s) => s.size),
    0.5,
  );
  const gaps = rows.slice(1).map((row, k) => (rows[k]?.[0]?.y ?? 0) - (row[0]?.y ?? 0));
  const usual = quantile(gaps, 0.5);
  const alone = (k: number, gap: number): boolean => {
    const [only, ...others] = rows[k] ?? [];
    return only !== undefined && others.length === 0 && (only.size > 1.08 * size || gap > 1.5 * usual);
  };
  let from = 0;
  let to = rows.length;
  while (from + 2 < to && alone(from, gaps[from] ?? 0)) from++;
  while (to - 2 > from && alone(to - 1, gaps[to - 2] ?? 0)) to--;
  const parts: Region[] = [
    { kind: 'text', segments: rows.slice(0, from).flat() },
    { kind: 'table', segments: rows.slice(from, to).flat() },
    { kind: 'text', segments: rows.slice(to).flat() },
  ];
  return parts.filter((part) => part.segments.length > 0);
}

interface Side {
  /** Whether its lines fill its width, as running text does. */
  readonly prose: boolean;
  /** Base lines and sizes of the lines that begin after a wider gap. */
  readonly starts: readonly { readonly y: number; readonly size: number }[];
}

function sideOf(segments: readonly Segment[]): Side {
  const rows = findRows(segments);
  const x0 = segments.reduce((x, s) => Math.min(x, s.x0), Infinity);
  const x1 = segments.reduce((x, s) => Math.max(x, s.x1), -Infinity);
  const pitches: number[] = [];
  for (let k = 0; k + 1 < rows.length; k++) pitches.push((rows[k]?.[0]?.y ?? 0) - (rows[k + 1]?.[0]?.y ?? 0));
  const usual = quantile(pitches, 0.3);
  const starts = rows.flatMap((row, k) => {
    const first = row[0];
    return first !== undefined && (k === 0 || (pitches[k - 1] ?? 0) > 1.3 * usual)
      ? [{ y: first.y, size: first.size }]
      : [];
  });
  const full = segments.filter((s) => s.x1 - s.x0 >= 0.7 * (x1 - x0)).length;
  const weights = segments.map((s) => s.weight);
  return {
    prose: quantile(weights, 0.5) >= 20 && full >= 0.5 * segments.length,
    starts,
  };
}

function alignment(a: Side['starts'], b: Side['starts']): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const hits = few.filter((s) => many.some((t) => Math.abs(s.y - t.y) <= 0.35 * Math.max(s.size, t.size))).length;
  return few.length === 0 ? 0 : hits / few.length;
}

/** The share of the shorter side's rows that have a partner on the other side. */
function sharedRows(left: readonly Segment[], right: readonly Segment[]): number {
  const l = findRows(left);
  const r = findRows(right);
  const [few, many] = l.length <= r.length ? [l, r] : [r, l];
  const hits = few.filter(([s]) =>
    many.some(([t]) => s !== undefined && t !== undefined && Math.abs(s.y - t.y) <= 0.3 * s.size),
  ).length;
  return few.length === 0 ? 0 : hits / few.length;
}

/** The value that the given share of numbers do not exceed; 0 for none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
