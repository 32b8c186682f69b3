/** Pages whose text stands in many small places, such as cards, charts and maps → regions as the stream wrote them. */

import { findRows, lineOf, type Segment } from './lines.ts';
import { findMarker } from './marker.ts';
import type { Region } from './region.ts';

/** Lines of one piece of text are at most this many em apart, */
const nextLine = 2.1;
/** and what follows on a line no more than this many em away. */
const sameLine = 3.5;
/** Texts side by side are at least this many em apart. */
const apart = 1;
/** A page has more pieces than this only where it is a drawing of little text. */
const mostPieces = 500;

const bareNumber = /^(?:\d{1,4}|[ivxl]{1,7})$/i;

interface Place {
  readonly region: Region;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly order: number;
}

/**
 * The regions of a page as they are, or, where rows of one region hold texts that stand side by side, those that the
 * stream wrote in one go, in reading order. The stream is followed only where none of its pieces stands in another.
 */
export function followStream(regions: readonly Region[]): readonly Region[] {
  if (!regions.some((r) => r.kind === 'text' && isMixed(r.segments))) return regions;
  const texts = regions.flatMap((r) => (r.kind === 'text' ? r.segments : []));
  const pieces = stretches([...texts].sort((a, b) => a.order - b.order));
  if (pieces.length > mostPieces) return regions;
  const tables = regions.filter((r) => r.kind === 'table');
  const places = [...pieces.map((segments) => placeOf({ kind: 'text', segments })), ...tables.map(placeOf)];
  if (!areApart(places)) return regions;
  return joinBelow(inColumns(places.sort((a, b) => b.y1 - a.y1)));
}

/** The regions of places in reading order, texts that stand under each other at one edge as one. */
function joinBelow(places: readonly Place[]): Region[] {
  const out: Place[] = [];
  for (const place of places) {
    const last = out.at(-1);
    const em = place.region.segments[0]?.size ?? 10;
    const under =
      last?.region.kind === 'text' &&
      place.region.kind === 'text' &&
      place.y1 <= last.y0 + em &&
      last.y0 - place.y1 <= 4 * em &&
      Math.abs(place.x0 - last.x0) <= 3 * em;
    if (last === undefined || !under) out.push(place);
    else {
      const segments = [...last.region.segments, ...place.region.segments];
      out[out.length - 1] = { ...placeOf({ kind: 'text', segments }), y0: place.y0 };
    }
  }
  return out.map((place) => place.region);
}

/** Whether a row holds texts that stand side by side and are no marks, labels or figures of one line. */
function isMixed(segments: readonly Segment[]): boolean {
  for (const row of findRows(segments)) {
    const parts = row.some((s, k) => {
      const before = row[k - 1];
      if (before === undefined || s.x0 - before.x1 < apart * Math.max(s.size, before.size)) return false;
      // Words of a justified line follow each other in the stream; entries of contents have their numbers far off.
      const text = lineOf([before]).text;
      const isEntry = bareNumber.test(lineOf([s]).text) && /\p{L}{2}/u.test(text);
      return s.order !== before.order + 1 && !isEntry && findMarker(`${text} x`, null, true) === null;
    });
    if (parts) return true;
  }
  return false;
}

/** Segments in stream order, taken apart where the stream goes elsewhere than on along the line or to the next one. */
function stretches(stream: readonly Segment[]): Segment[][] {
  const out: Segment[][] = [];
  let x0 = 0;
  let x1 = 0;
  let last: Segment | undefined;
  for (const s of stream) {
    const open = out.at(-1);
    const em = Math.max(s.size, last?.size ?? 0);
    const fall = last === undefined ? Infinity : last.y - s.y;
    const along = Math.abs(fall) <= 0.4 * em && s.x0 >= x1 - em && s.x0 - x1 <= sameLine * em;
    const below = fall > 0.4 * em && fall <= nextLine * em && s.x0 < x1 && s.x1 > x0;
    if (open !== undefined && (along || below)) {
      open.push(s);
      x0 = Math.min(x0, s.x0);
      x1 = Math.max(x1, s.x1);
    } else {
      out.push([s]);
      x0 = s.x0;
      x1 = s.x1;
    }
    last = s;
  }
  return out;
}

function placeOf(region: Region): Place {
  const { segments } = region;
  return {
    region,
    x0: Math.min(...segments.map((s) => s.x0)),
    y0: Math.min(...segments.map((s) => s.y)),
    x1: Math.max(...segments.map((s) => s.x1)),
    y1: Math.max(...segments.map((s) => s.y + 0.5 * s.size)),
    order: Math.min(...segments.map((s) => s.order)),
  };
}

/** Whether no place reaches into another. */
function areApart(places: readonly Place[]): boolean {
  const sorted = [...places].sort((a, b) => a.x0 - b.x0);
  for (let k = 0; k < sorted.length; k++) {
    const a = sorted[k];
    if (a === undefined) break;
    for (let j = k + 1; j < sorted.length; j++) {
      const b = sorted[j];
      if (b === undefined || b.x0 >= a.x1 - 1) break;
      if (Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 1) return false;
    }
  }
  return true;
}

/** Places from the top down in reading order: slices of the page one after the other, in each its columns. */
function inColumns(places: readonly Place[], depth = 0): Place[] {
  if (places.length < 2 || depth > 8) return [...places].sort((a, b) => a.order - b.order);
  const slabs: Place[][] = [];
  for (const slice of slicesOf(places)) {
    const open = slabs.at(-1);
    // Slices with the same gutters make columns that run on.
    const own = open === undefined ? 0 : columnsOf(open).length;
    if (open !== undefined && own > 1 && columnsOf([...open, ...slice]).length >= own) open.push(...slice);
    else slabs.push([...slice]);
  }
  return slabs.flatMap((slab) => {
    const columns = columnsOf(slab);
    if (columns.length > 1) return columns.flatMap((column) => inColumns(column, depth + 1));
    return slabs.length > 1 ? inColumns(slab, depth + 1) : [...slab].sort((a, b) => a.order - b.order);
  });
}

/** Places, from the top down, in groups between which the page is free from edge to edge. */
function slicesOf(places: readonly Place[]): Place[][] {
  const out: Place[][] = [];
  let bottom = -Infinity;
  for (const place of [...places].sort((a, b) => b.y1 - a.y1)) {
    const open = out.at(-1);
    if (open === undefined || place.y1 <= bottom) out.push([place]);
    else open.push(place);
    bottom = Math.min(open === undefined || place.y1 <= bottom ? place.y0 : bottom, place.y0);
  }
  return out;
}

/** Places, from the left, in groups between which they leave the page free from top to bottom. */
function columnsOf(places: readonly Place[]): Place[][] {
  const out: Place[][] = [];
  let right = -Infinity;
  for (const place of [...places].sort((a, b) => a.x0 - b.x0)) {
    const open = out.at(-1);
    if (open === undefined || place.x0 >= right + 2) out.push([place]);
    else open.push(place);
    right = Math.max(right, place.x1);
  }
  return out.map((column) => column.sort((a, b) => b.y1 - a.y1));
}
