/** A page's segments → regions in reading order: columns found by recursive cuts, and tables. */

import { completeTables } from '../tables/table-edges.ts';
import { type Band, isContents, isTable, rowsIn, sharesRows, sideOf, sizesDiffer } from './bands.ts';
import { endsInLeader } from './leaders.ts';
import { findRows, lineOf, type Segment, segmentOf } from './lines.ts';
import { findMarker } from './marker.ts';
import { quantile } from './quantile.ts';
import type { Region } from './region.ts';
import { followStream } from './stretches.ts';

/** A page with more segments than this is a drawing: it is read line by line, so that no page takes long. */
const mostSegments = 6000;
/** A gutter is at least this many em wide. */
const gutterWidth = 0.9;
/** A column has at least this many rows. */
const fewestRows = 3;
/** The least gap of a table of two rows, in em. */
const smallGap = 1.5;
/** What stands below the other column is the column's own unless a gap of this many em parts it. */
const tailGap = 2.2;
/** The same where text over the full width follows: for other text, and for larger type, which heads what follows. */
const crossedGap = 1.6;
const headingGap = 0.4;
const deepest = 6;

/** The regions of a page, in reading order. */
export function findRegions(segments: readonly Segment[]): readonly Region[] {
  if (segments.length > mostSegments) return [{ kind: 'text', segments }];
  return followStream(completeTables(cut(attach(segments), 0)));
}

const onlyMark =
  /^(?:[^\p{L}\p{N}\s]{1,2}|\(?(?:\d{1,3}(?:\.\d{1,3}){0,5}|[a-zA-Z]|[ivxIVX]{1,6})[.):]{0,2}|\(? ?[a-zA-Z] ?\)|o)$/u;

const twoMarks = /^\d{1,3}[.)] ?\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)$/;

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
          (onlyMark.test(before) || twoMarks.test(before)) &&
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

/** A number or letter hangs no more than this many em out of its column. */
const furthestHung = 6;
const hungMark = /^\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})[.):]{1,2}$/;

/** Whether a segment's text begins at x or right of it, and only its numbers and letters hang out to the left. */
function hangs({ runs, x0, size }: Segment, x: number): boolean {
  if (x - x0 > furthestHung * size) return false;
  const at = runs.findIndex((run) => run.x0 >= x - 1);
  const hung = runs.slice(0, at);
  return at > 0 && hung.every(({ text }) => hungMark.test(text));
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
    const hung = segment.x0 < x - 1 && hangs(segment, x);
    // Where many numbers begin at one place, that is the column's edge.
    if (hung) score--;
    if (hung || segment.x0 >= x - 1) right.push(segment);
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

function isBand(left: readonly Segment[], right: readonly Segment[]): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const overlapTop = Math.min(top(left), top(right));
  const overlapBottom = Math.max(bottom(left), bottom(right));
  const within = (s: Segment): boolean => s.y <= overlapTop && s.y >= overlapBottom - 1;
  const l = rowsIn(left.filter(within));
  const r = rowsIn(right.filter(within));
  if (l >= fewestRows && r >= fewestRows) return true;
  // Two rows make a table only where a wide gap parts them: justified lines have gaps of their own.
  const gap = Math.min(...right.map((s) => s.x0)) - Math.max(...left.map((s) => s.x1));
  const wide = gap > smallGap * Math.max(left[0]?.size ?? 0, right[0]?.size ?? 0);
  if (wide && l >= 2 && r >= 2 && !(sideOf(left).prose && sideOf(right).prose) && sharesRows(left, right)) return true;
  // A note in the margin may be short, but it is set in another size than the text beside it.
  return l >= 1 && r >= 1 && Math.max(l, r) >= 2 && sizesDiffer(left, right) && sideOf(l > r ? left : right).prose;
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

/** A table without the headings and captions over and under it, which stand alone in their row. */
function tableRegions(segments: readonly Segment[]): Region[] {
  const rows = findRows(segments);
  const size = quantile(
    segments.map((s) => s.size),
    0.5,
  );
  const gaps = rows.slice(1).map((row, k) => (rows[k]?.[0]?.y ?? 0) - (row[0]?.y ?? 0));
  const usual = quantile(gaps, 0.5);
  const edges = rows.flatMap(([first, second]) => (first !== undefined && second !== undefined ? [first.x0] : []));
  const edge = Math.min(...edges);
  const alone = (k: number, gap: number): boolean => {
    const [only, ...others] = rows[k] ?? [];
    if (only === undefined || others.length > 0) return false;
    // Text over a table begins where the text does, and cells begin a little way in.
    return only.size > 1.08 * size || gap > 1.5 * usual || only.x0 < edge - 3;
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
