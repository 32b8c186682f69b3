/** Regions → regions whose tables have all of their rows: heads and totals often stand a little apart from the rest. */
import { alignedTops, sharesRows } from '../page/bands.ts';
import { columnsOf, findColumns } from '../page/columns.ts';
import { findRows, type Segment } from '../page/lines.ts';
import { quantile } from '../page/quantile.ts';
import type { Region } from '../page/region.ts';

/** A row at a table's edge is no further from it than this many of its rows are from each other, */
const rowsAway = 1.7;
/** nor than this many em. */
const emsAway = 3.2;

/**
 * The regions of a page, in reading order, with tables that were cut through put together, and with rows directly above
 * and below a table that stand in its columns as rows of it.
 */
export function completeTables(regions: readonly Region[]): Region[] {
  if (!regions.some((r) => r.kind === 'table')) return [...regions];
  const whole = joinHalves(regions);
  let texts = new Set(whole.flatMap((r) => (r.kind === 'text' ? r.segments : [])));
  const grown = whole.map((region): Region => {
    if (region.kind === 'text') return region;
    const segments = withEdges(region.segments, texts);
    if (segments.length > region.segments.length) texts = without(texts, segments);
    return { kind: 'table', segments };
  });
  return grown.flatMap((region): Region[] => {
    if (region.kind === 'table') return [region];
    const left = region.segments.filter((s) => texts.has(s));
    return left.length === 0 ? [] : [{ kind: 'text', segments: left }];
  });
}

function without(all: ReadonlySet<Segment>, taken: readonly Segment[]): Set<Segment> {
  const out = new Set(all);
  for (const s of taken) out.delete(s);
  return out;
}

/** Tables side by side whose rows begin together are one. */
function joinHalves(regions: readonly Region[]): Region[] {
  const out: Region[] = [];
  for (const region of regions) {
    const last = out.at(-1);
    if (last?.kind === 'table' && region.kind === 'table' && beside(last.segments, region.segments))
      out[out.length - 1] = { kind: 'table', segments: [...last.segments, ...region.segments] };
    else out.push(region);
  }
  return out;
}

function beside(left: readonly Segment[], right: readonly Segment[]): boolean {
  const gap = Math.min(...right.map((s) => s.x0)) - Math.max(...left.map((s) => s.x1));
  return gap > -2 && (alignedTops(left, right) >= 0.8 || sharesRows(left, right));
}

function withEdges(segments: readonly Segment[], texts: ReadonlySet<Segment>): readonly Segment[] {
  const size = quantile(
    segments.map((s) => s.size),
    0.5,
  );
  const [x0, x1] = [Math.min(...segments.map((s) => s.x0)), Math.max(...segments.map((s) => s.x1))];
  // Names over columns of figures are wider than the figures.
  const slack = Math.max(2 * size, 0.15 * (x1 - x0));
  let top = Math.max(...segments.map((s) => s.y));
  let bottom = Math.min(...segments.map((s) => s.y));
  const near = [...texts].filter((s) => s.x0 >= x0 - slack && s.x1 <= x1 + slack);
  const isInside = (s: Segment): boolean => s.y < top + 0.35 * size && s.y > bottom - 0.35 * size;
  const inside = near.filter(isInside);
  const reach = Math.max(rowsAway * usualPitch(segments), emsAway * size);
  // The rows above, the nearest first, and below.
  const outer = findRows(near.filter((s) => !isInside(s) && s.y < top + 8 * reach && s.y > bottom - 8 * reach));
  const yOf = (row: readonly Segment[]): number => row[0]?.y ?? 0;
  const above = outer.filter((row) => yOf(row) >= top).reverse();
  const below = outer.filter((row) => yOf(row) <= bottom);
  const isNear = (row: readonly Segment[] | undefined, y: number): boolean =>
    row !== undefined && row.length >= 2 && Math.abs(yOf(row) - y) <= reach;
  const out = [...segments, ...inside];
  if (!isNear(above[0], top) && !isNear(below[0], bottom)) return out;
  const { columns } = findColumns(segments);
  if (columns.length < 2) return segments;
  const fits = (row: readonly Segment[]): boolean => {
    const taken = new Set(row.map((s) => columnsOf(columns, s.x0, s.x1)[0]));
    return taken.size === row.length && row.every((s) => s.weight <= 80);
  };
  for (const row of above) {
    if (!isNear(row, top) || !fits(row)) break;
    out.push(...row);
    top = yOf(row);
  }
  for (const row of below) {
    if (!isNear(row, bottom) || !fits(row)) break;
    out.push(...row);
    bottom = yOf(row);
  }
  return out;
}

/** The usual distance of a table's lines. */
function usualPitch(segments: readonly Segment[]): number {
  const ys = segments.map((s) => s.y).sort((a, b) => b - a);
  const pitches = ys.slice(1).flatMap((y, k) => ((ys[k] ?? y) - y > 1 ? [(ys[k] ?? y) - y] : []));
  return quantile(pitches, 0.5);
}
