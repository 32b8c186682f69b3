/** A table's pieces → its rows: as the stream wrote them where it went row by row, else by gaps and sentences. */
import type { Piece } from '../page/columns.ts';
import { findRows, type Line, lineOf, type Segment } from '../page/lines.ts';
import { findMarker } from '../page/marker.ts';
import { quantile } from '../page/quantile.ts';

/** The pieces of one row of a table. */
export type Row = readonly Piece[];

/** A cell in the middle of its row begins no more than this many em below the top of the cells beside it. */
const tallest = 8;
/** The least share of rows with text in several columns where the stream tells the rows. */
const sideBySide = 0.2;
/** At most this share of neighbouring rows may overlap where the stream tells the rows. */
const overlaps = 0.1;

/** The rows of a table, from the top down. */
export function findTableRows(pieces: readonly Piece[]): Row[] {
  const streamed = rowsOfStream(pieces);
  const rows = streamed ?? rowsOfGaps(pieces);
  return joinTails(rows.flatMap((row) => (streamed === null ? [row] : splitRow(row))));
}

const topOf = (row: Row): number => row.reduce((y, p) => Math.max(y, p.segment.y), -Infinity);
const bottomOf = (row: Row): number => row.reduce((y, p) => Math.min(y, p.segment.y), Infinity);
const columnsOf = (row: Row): Set<number> => new Set(row.map((p) => p.column));

/**
 * Rows as the stream has them: most programs write a table cell by cell, so a row ends where the stream goes back to a
 * column further left. Null where the rows that come out stand in each other.
 */
function rowsOfStream(pieces: readonly Piece[]): Row[] | null {
  const stream = [...pieces].sort((a, b) => a.segment.order - b.segment.order || a.column - b.column);
  const rows: Piece[][] = [];
  let last: Piece | undefined;
  let isDivided = false;
  for (const piece of stream) {
    const open = rows.at(-1);
    const em = piece.segment.size;
    const back =
      last === undefined ||
      piece.column < last.column ||
      (piece.column === last.column &&
        (piece.segment.y > last.segment.y + 0.5 * em || piece.segment.y < last.segment.y - 2.6 * em)) ||
      (piece.column > last.column &&
        (piece.segment.y < bottomOf(open ?? []) - 1.3 * em || piece.segment.y > topOf(open ?? []) + tallest * em));
    if (open === undefined || back) rows.push([piece]);
    else {
      open.push(piece);
      isDivided ||= piece.column !== last?.column;
    }
    last = piece;
  }
  if (!isDivided || rows.length < 2) return null;
  // Cells that were written after the others, such as those over several columns, go to the rows they stand in.
  const whole = rows.filter((row) => columnsOf(row).size > 1 || row[0]?.column === 0);
  const strays = rows.filter((row) => !whole.includes(row));
  if (whole.filter((row) => columnsOf(row).size > 1).length < Math.max(2, sideBySide * whole.length)) return null;
  whole.sort((a, b) => topOf(b) - topOf(a));
  const merged: Piece[][] = [];
  let faults = 0;
  for (const row of whole) {
    const open = merged.at(-1);
    const em = row[0]?.segment.size ?? 10;
    if (open === undefined || topOf(row) < bottomOf(open) - 0.35 * em) {
      merged.push(row);
      continue;
    }
    // Two rows of one stream that stand side by side are one, unless they share a column.
    const own = columnsOf(open);
    if (row.some((p) => own.has(p.column)) && whole.length > 2) faults++;
    open.push(...row);
  }
  if (faults > overlaps * rows.length) return null;
  return placeStrays(merged, strays);
}

function placeStrays(rows: readonly Piece[][], strays: readonly Row[]): Row[] {
  const out: Piece[][] = [...rows];
  const ranges = rows.map((row) => ({ row, top: topOf(row), bottom: bottomOf(row) }));
  let at = 0;
  let lone: Piece[] = [];
  let last: Row | undefined;
  const sorted = strays
    .flatMap((stray) => stray.map((piece) => ({ piece, stray })))
    .sort((a, b) => b.piece.segment.y - a.piece.segment.y);
  for (const { piece, stray } of sorted) {
    const { y, size } = piece.segment;
    while (at + 1 < ranges.length && y < (ranges[at]?.bottom ?? 0) - 0.6 * size) at++;
    const range = ranges[at];
    if (range !== undefined && y <= range.top + 0.6 * size && y >= range.bottom - 0.6 * size) range.row.push(piece);
    else {
      if (last !== stray || lone.length === 0) {
        lone = [];
        out.push(lone);
      }
      lone.push(piece);
      last = stray;
    }
  }
  return out.sort((a, b) => topOf(b) - topOf(a));
}

/** A row of the stream taken apart where cells that stand side by side begin, and where lone cells follow each other. */
function splitRow(row: Row): Row[] {
  const first = Math.min(...row.map((p) => p.column));
  const own = linesOf(row.filter((p) => p.column === first));
  if (own.length < 2) return [row];
  const others = row.filter((p) => p.column !== first);
  const tops = blockTops(others);
  const pitches = own.slice(1).map((line, k) => (own[k]?.y ?? 0) - line.y);
  const tight = Math.max(quantile(pitches, 0.1), 0.9 * (own[0]?.size ?? 10));
  const right = Math.max(...own.map((l) => l.x1));
  const cuts: number[] = [];
  own.forEach((line, k) => {
    const before = own[k - 1];
    if (before === undefined) return;
    const under = others.length > 0 && line.y < Math.min(...tops) - 0.4 * line.size;
    const beside = tops.some((y) => Math.abs(y - line.y) <= 0.35 * line.size);
    const pitch = pitches[k - 1] ?? 0;
    if (!under && (beside || others.length === 0 || line.y > Math.max(...tops)) && startsCell(before, line, right))
      cuts.push(line.y);
    else if (beside && pitch > 1.12 * tight) cuts.push(line.y);
  });
  if (cuts.length === 0) return [row];
  const out: Piece[][] = [[], ...cuts.map(() => [])];
  for (const piece of row) {
    const at = cuts.filter((y) => piece.segment.y <= y + 0.4 * piece.segment.size).length;
    out[at]?.push(piece);
  }
  return out.filter((part) => part.length > 0);
}

/** The base lines at which text begins in the columns of pieces: their first lines and those after a gap. */
function blockTops(pieces: Row): number[] {
  const above = new Map<number, number>();
  const out: number[] = [];
  for (const { column, segment } of [...pieces].sort((a, b) => b.segment.y - a.segment.y)) {
    const y = above.get(column);
    if (y === undefined || y - segment.y > 1.6 * segment.size) out.push(segment.y);
    above.set(column, segment.y);
  }
  return out;
}

function linesOf(pieces: readonly Piece[]): Line[] {
  return findRows(pieces.map((p) => p.segment)).map((row) => lineOf(row));
}

const endsSentence = /[.!?:;][)\]”’"'»]*$/;
const goesOn = /(?:[,–—&-]|\b(?:and|or|of|the|to|in|for|a|an|with|by|on|at|from|that|which|as|is|are|be|will))$/i;

/** Whether a line begins another cell rather than going on with the line above it. */
function startsCell(before: Line, line: Line, right: number): boolean {
  if (Math.abs(before.size - line.size) > 0.1 * line.size) return true;
  if (findMarker(line.text, line.tab?.at ?? null, true) !== null) return true;
  if (/^\p{Ll}/u.test(line.text) || goesOn.test(before.text)) return false;
  if (before.runs.every((a) => line.runs.every((b) => a.font !== b.font))) return true;
  const word = ((line.x1 - line.x0) * firstWord(line.text)) / Math.max(1, line.text.length);
  return right - before.x1 > word + 0.6 * line.size || (endsSentence.test(before.text) && before.x1 < right - word);
}

function firstWord(text: string): number {
  const space = text.indexOf(' ', 3);
  return space < 0 ? text.length : space;
}

/** Rows by what stands beside each other: a row ends where no column goes on over the gap. */
function rowsOfGaps(pieces: readonly Piece[]): Row[] {
  const byLine = new Map<Segment, Piece>();
  for (const piece of pieces) byLine.set(piece.segment, piece);
  const visual = findRows(pieces.map((p) => p.segment)).map((row) => row.flatMap((s) => byLine.get(s) ?? []));
  const ends = new Map<number, number>();
  for (const { column, segment } of pieces) ends.set(column, Math.max(ends.get(column) ?? 0, segment.x1));
  const pitches: number[] = [];
  const above = new Map<number, Segment>();
  for (const row of visual)
    for (const { column, segment } of row) {
      const before = above.get(column);
      if (before !== undefined && before.y - segment.y > 0.5 * segment.size) pitches.push(before.y - segment.y);
      above.set(column, segment);
    }
  const size = quantile(
    pieces.map((p) => p.segment.size),
    0.5,
  );
  const tight = Math.max(quantile(pitches, 0.1), 0.9 * size);
  const spread = tight > 1.55 * size;
  const loose = !spread && pitches.filter((p) => p > 1.2 * tight + 0.5).length >= 0.12 * pitches.length;
  const out: Piece[][] = [];
  above.clear();
  for (const row of visual) {
    const open = out.at(-1);
    let holds = false;
    let parts = open === undefined;
    for (const { column, segment } of row) {
      const before = above.get(column);
      const pitch = before === undefined ? Infinity : before.y - segment.y;
      const near = pitch <= 1.2 * tight + 0.5;
      if (near && !spread) {
        const [a, b] = [before === undefined ? null : lineOf([before]), lineOf([segment])];
        if (loose || (a !== null && !startsCell(a, b, ends.get(column) ?? b.x1))) holds = true;
        else parts = true;
      } else parts = true;
    }
    if (open === undefined || (parts && !holds)) out.push([...row]);
    else open.push(...row);
    for (const { column, segment } of row) above.set(column, segment);
  }
  return out;
}

/** Rows, those with more text of one cell only together with the row above, where each row has a first cell. */
function joinTails(rows: readonly Row[]): Row[] {
  const keyed = rows.filter((row) => row.some((p) => p.column === 0)).length;
  if (keyed < 0.5 * rows.length && keyed < 3) return [...rows];
  const out: Row[] = [];
  for (const row of rows) {
    const open = out.at(-1);
    const own = columnsOf(row);
    const lone = own.size === 1 && !own.has(0);
    if (open !== undefined && lone && open.some((p) => own.has(p.column)) && near(open, row)) {
      out[out.length - 1] = [...open, ...row];
    } else out.push(row);
  }
  return out;
}

/** Whether a row follows at no more than a blank line's distance. */
function near(above: Row, row: Row): boolean {
  const em = row[0]?.segment.size ?? 10;
  return bottomOf(above) - topOf(row) <= 3 * em;
}
