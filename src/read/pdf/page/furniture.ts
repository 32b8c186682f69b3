/** Running heads, running feet and page numbers: told from the text by standing at the edge of many pages. */

import { isLegend } from '../../flow/legends.ts';
import { atEdge, type EdgePage } from './edges.ts';
import { endsInLeader, pageNumberAt } from './leaders.ts';
import { findRows, lineOf, type Segment } from './lines.ts';
import { findNumbers } from './page-numbers.ts';

/** What of a page is furniture. */
export interface Furniture {
  readonly segments: ReadonlySet<Segment>;
  /** The page's number as printed; null where none was found. */
  readonly number: string | null;
}

/** Furniture keeps its height on the page within this many points. */
const drift = 6;

/** A row of this many pieces is the head of a table rather than of a page. */
const tableCells = 4;

interface Edge {
  readonly segment: Segment;
  readonly key: string;
  /** Distance from the page's own edge, so that pages of other sizes can share a foot. */
  readonly fromTop: number;
  readonly fromBottom: number;
}

/** The furniture of every page, in the order of the pages. */
export function findFurniture(pages: readonly EdgePage[]): Furniture[] {
  const edges = pages.map((page) =>
    page.segments.filter((s) => atEdge(s, page.height)).map((s) => edgeOf(s, page.height)),
  );
  const onEdges = findRepeated(edges, pages.length);
  const titles = numberedTitles(pages, edges, onEdges);
  const repeated = (edge: Edge): boolean => onEdges(edge) && !titles.has(titleKey(edge));
  const rowsOf = pages.map((page) => findRows(page.segments));
  const numbers = findNumbers(pages, rowsOf);
  return pages.map((page, index) => {
    const segments = new Set<Segment>();
    const known = new Set((edges[index] ?? []).filter((e) => repeated(e)).map((e) => e.segment));
    const number = numbers.get(page.page);
    if (number !== undefined) known.add(number.segment);
    const rows = rowsOf[index] ?? [];
    for (const order of [rows, [...rows].reverse()]) {
      for (const [at, row] of order.entries()) {
        const weight = row.reduce((n, s) => n + s.weight, 0);
        const weightKnown = row.reduce((n, s) => n + (known.has(s) ? s.weight : 0), 0);
        const isNumbered = number?.alone === true && row.includes(number.segment);
        if (row.length >= tableCells && !isNumbered) break;
        if (isEntry(row) || headsTable(row, order[at + 1])) break;
        // What a table's words mean is repeated under every page of the table, and is wanted.
        if (isLegend(lineOf(row).text)) continue;
        const withNumber = isNumbered && standsOff(row, order[at + 1]);
        if (!withNumber && (weightKnown === 0 || weightKnown < 0.34 * weight)) break;
        for (const s of row) segments.add(s);
      }
    }
    return { segments, number: number?.label ?? null };
  });
}

/** Whether a row is an entry of a table of contents, whose dots and numbers stand at one place on many pages. */
function isEntry(row: readonly Segment[]): boolean {
  const entry = pageNumberAt(lineOf(row).text);
  return entry !== null && endsInLeader(entry.before) && /\p{L}/u.test(entry.before);
}

/** Whether a row names the columns of a table whose next row stands right below it, each piece in its place. */
function headsTable(row: readonly Segment[], next: readonly Segment[] | undefined): boolean {
  const [a, b] = [row[0], next?.[0]];
  if (a === undefined || b === undefined || next === undefined || row.length < 3 || next.length < 3) return false;
  if (a.y <= b.y || a.y - b.y > 3 * Math.max(a.size, b.size)) return false;
  const under = next.filter((s) => row.some((r) => Math.min(r.x1, s.x1) - Math.max(r.x0, s.x0) > 0));
  return under.length >= 3;
}

/** Whether an outer row is set off from the next one by more than the space between lines. */
function standsOff(row: readonly Segment[], next: readonly Segment[] | undefined): boolean {
  const [a, b] = [row[0], next?.[0]];
  return a === undefined || b === undefined || Math.abs(a.y - b.y) > 1.9 * Math.max(a.size, b.size);
}

function edgeOf(segment: Segment, height: number): Edge {
  const key = lineOf([segment])
    .text.toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/\b[ivxl]{1,6}\b/g, '#')
    .replace(/[^\p{L}#]+/gu, ' ');
  return { segment, key: key.trim().slice(0, 160), fromTop: height - segment.y, fromBottom: segment.y };
}

/** The form of a numbered text, with its size of type. */
function titleKey({ segment, key }: Edge): string {
  return `${segment.size} ${key}`;
}

/** A numbered text that stands in the middle of this many pages in the same type is a title wherever it stands. */
const titleElsewhere = 2;
const longestTitle = 40;

/**
 * The forms of numbered titles, such as "Recommendation 12", some of which happen to begin their pages: with other
 * numbers they stand inside pages as well, where running heads do not.
 */
function numberedTitles(
  pages: readonly EdgePage[],
  edges: readonly (readonly Edge[])[],
  repeats: (edge: Edge) => boolean,
): ReadonlySet<string> {
  const inside = new Map<string, number>();
  for (const list of edges)
    for (const edge of list)
      if (edge.segment.weight <= longestTitle && /^\p{L}.*#$/u.test(edge.key) && repeats(edge))
        inside.set(titleKey(edge), 0);
  if (inside.size === 0) return new Set();
  const sizes = new Set([...inside.keys()].map((key) => Number.parseFloat(key)));
  for (const { segments, height } of pages)
    for (const segment of segments) {
      if (segment.weight > longestTitle || !sizes.has(segment.size) || atEdge(segment, height)) continue;
      const key = titleKey(edgeOf(segment, height));
      const count = inside.get(key);
      if (count !== undefined) inside.set(key, count + 1);
    }
  return new Set([...inside].filter(([, count]) => count >= titleElsewhere).map(([key]) => key));
}

/** Where furniture stands on this share of the pages, text that stands there on a few pages is furniture too, */
const slotShare = 0.3;
/** such as a running head that changes from chapter to chapter. */
const fewInSlot = 2;

/** A test for edge text that stands at one height on enough pages, or on a few where other furniture stands on most. */
function findRepeated(edges: readonly (readonly Edge[])[], pages: number): (edge: Edge) => boolean {
  const enough = Math.max(3, Math.min(8, Math.ceil(0.08 * pages)));
  const heights = new Map<string, { page: number; top: number; bottom: number }[]>();
  edges.forEach((list, page) => {
    for (const { key, fromTop, fromBottom } of list) {
      const places = heights.get(key);
      const place = { page, top: fromTop, bottom: fromBottom };
      if (places === undefined) heights.set(key, [place]);
      else if (places.length < 2000) places.push(place);
    }
  });
  const counts = new Map<string, number>();
  const countNear = ({ key, fromTop, fromBottom }: Edge): number => {
    const places = heights.get(key) ?? [];
    if (places.length < fewInSlot) return places.length;
    const cell = `${key}|${Math.round(fromTop)}|${Math.round(fromBottom)}`;
    let count = counts.get(cell);
    if (count === undefined) {
      const near = new Set<number>();
      for (const place of places) {
        if (Math.abs(place.top - fromTop) <= drift || Math.abs(place.bottom - fromBottom) <= drift)
          near.add(place.page);
      }
      count = near.size;
      counts.set(cell, count);
    }
    return count;
  };
  const slots = new Map<string, Set<number>>();
  edges.forEach((list, page) => {
    for (const edge of list) {
      if (!/\p{L}/u.test(edge.key) || countNear(edge) < enough) continue;
      for (const slot of slotsOf(edge)) slots.set(slot, (slots.get(slot) ?? new Set()).add(page));
    }
  });
  return (edge) => {
    const count = countNear(edge);
    if (count >= enough) return true;
    if (count < fewInSlot || !/\p{L}/u.test(edge.key)) return false;
    return slotsOf(edge).some((slot) => (slots.get(slot)?.size ?? 0) >= Math.max(enough, slotShare * pages));
  };
}

/** Names of an edge's height, from the top and from the bottom, together with its size of type. */
function slotsOf({ segment, fromTop, fromBottom }: Edge): string[] {
  return [`top ${Math.round(fromTop)} ${segment.size}`, `bottom ${Math.round(fromBottom)} ${segment.size}`];
}
