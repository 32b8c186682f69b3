/** Columns side by side, as converters keep the layout of a page: the lines of each are put one below the other. */
import type { Line } from './lines.ts';

/** Columns are looked for in stretches of at most so many lines: a page. */
const LONGEST_STRETCH = 150;
/** A gutter is so wide in every line, and somewhat wider in the line where it is first seen. */
const NARROWEST = 2;
const FIRST_NARROWEST = 3;
/** So many lines must have words on both sides. */
const FEWEST = 6;
/** On both sides stand so many words a line and so many characters: less is a table of figures or names. */
const FEWEST_WORDS = 4;
const SHORTEST = 24;
/** No more columns stand side by side. */
const MOST_COLUMNS = 4;
const MOST_GAPS = 12;
/** The part of lines without columns that is passed over. */
const PASSED_OVER = 4;

/** A range of columns of characters that a line leaves free. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Lines with a gutter between them. */
interface Stretch {
  readonly end: number;
  /** Null where what stands on both sides is no prose. */
  readonly gutter: Gap | null;
}

/**
 * The lines in the order in which they are read: where prose stands in columns, each line is divided at the gutter, and
 * the left column comes before the right one. Their offsets ascend within a column and not from one to the next.
 * @param isFixed whether a line, by its start, belongs to no column: a running head
 */
export function inColumns(
  text: string,
  lines: readonly Line[],
  isFixed: (line: Line) => boolean,
  most = MOST_COLUMNS,
): readonly Line[] {
  if (most < 2 || !lines.some((line) => gapsIn(text, line).length > 0)) return lines;
  const read: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    const stretch = stretchFrom(text, lines, i, isFixed);
    const { gutter } = stretch;
    const rows = lines.slice(i, stretch.end);
    if (gutter === null) {
      read.push(...rows);
      i = stretch.end;
      continue;
    }
    const left = rows.flatMap((row) => partOf(text, row, 0, gutter.from));
    const right = rows.flatMap((row) => partOf(text, row, gutter.to, Number.POSITIVE_INFINITY));
    for (const column of [left, right]) {
      const own = withBlanks(rows, column);
      read.push(...inColumns(text, own, isFixed, most - 1));
    }
    const next = lines[stretch.end];
    i = stretch.end;
    if (next !== undefined && !next.afterBlank) {
      read.push({ ...next, afterBlank: true });
      i++;
    }
  }
  return read;
}

/**
 * The stretch of columns that begins with a line; without columns, lines to pass over: a part of those that were looked
 * at, so that the time grows with the text.
 */
function stretchFrom(text: string, lines: readonly Line[], first: number, isFixed: (line: Line) => boolean): Stretch {
  const line = lines[first];
  let seen = first;
  if (line === undefined || isFixed(line)) return { end: first + 1, gutter: null };
  for (const gap of gapsIn(text, line)) {
    if (gap.to - gap.from < FIRST_NARROWEST) continue;
    let gutter = gap;
    let end = first;
    const both: Line[] = [];
    for (; end < lines.length && end < first + LONGEST_STRETCH; end++) {
      const row = lines[end];
      if (row === undefined || isFixed(row)) break;
      const before = lines[end - 1];
      if (end > first && before !== undefined && text.slice(before.end, row.start).includes('\f')) break;
      const shared = sharedGap(text, row, gutter);
      if (shared === null) break;
      gutter = shared;
      if (columnAt(row, row.end) > gutter.to && row.indent < gutter.from) both.push(row);
    }
    seen = Math.max(seen, end);
    // What stands alone on one side below the last full line may as well come after the columns.
    const last = both.at(-1);
    if (last !== undefined && isProse(text, both, end - first, gutter))
      return { end: trimmed(lines, end, last, gutter), gutter };
  }
  return { end: first + 1 + Math.floor((seen - first) / PASSED_OVER), gutter: null };
}

/** Lines on the left alone after the last full line are no column; those on the right go on with theirs. */
function trimmed(lines: readonly Line[], end: number, last: Line, gutter: Gap): number {
  let stop = end;
  for (
    let row = lines[stop - 1];
    row !== undefined && row !== last && row.indent < gutter.from;
    row = lines[stop - 1]
  ) {
    if (!row.afterBlank) break;
    stop--;
  }
  return stop;
}

/** Whether lines divided by a gutter are prose on both sides, and begin alike on the right. */
function isProse(text: string, both: readonly Line[], rows: number, gutter: Gap): boolean {
  if (both.length < FEWEST || both.length * 2 < rows) return false;
  const lefts = both.flatMap((row) => partOf(text, row, 0, gutter.from));
  const rights = both.flatMap((row) => partOf(text, row, gutter.to, Number.POSITIVE_INFINITY));
  const starts = new Map<number, number>();
  for (const { indent } of rights) starts.set(indent, (starts.get(indent) ?? 0) + 1);
  const alike = Math.max(...starts.values());
  return alike * 2 >= rights.length && [lefts, rights].every((column) => isFilled(text, column));
}

function isFilled(text: string, column: readonly Line[]): boolean {
  let words = 0;
  let characters = 0;
  for (const { start, end } of column) {
    words += text.slice(start, end).split(/\s+/).length;
    characters += end - start;
  }
  return words >= column.length * FEWEST_WORDS && characters >= column.length * SHORTEST;
}

/** The part of a line between two columns of characters; none where it is blank. */
function partOf(text: string, line: Line, from: number, to: number): Line[] {
  let start = Math.max(line.start, line.start + from - line.indent);
  let end = Math.min(line.end, line.start + to - line.indent);
  while (start < end && text.charCodeAt(start) === 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) === 0x20) end--;
  return start < end ? [{ ...line, start, end, indent: columnAt(line, start) }] : [];
}

/** The lines of a column, indented from its own edge; blank lines stand where only the other column has words. */
function withBlanks(rows: readonly Line[], column: readonly Line[]): Line[] {
  const edge = Math.min(...column.map(({ indent }) => indent));
  let next = 0;
  let isAfterBlank = true;
  const lines: Line[] = [];
  for (const row of rows) {
    const line = column[next];
    isAfterBlank ||= row.afterBlank;
    if (line === undefined || line.start < row.start || line.start >= row.end) {
      isAfterBlank = true;
      continue;
    }
    lines.push({ ...line, indent: line.indent - edge, afterBlank: isAfterBlank });
    isAfterBlank = false;
    next++;
  }
  return lines;
}

/** What a gutter has in common with the widest gap that a line leaves in it; null where that is too narrow. */
function sharedGap(text: string, line: Line, gutter: Gap): Gap | null {
  if (line.indent >= gutter.to || columnAt(line, line.end) <= gutter.from) return gutter;
  const free: Gap[] = [
    { from: 0, to: line.indent },
    ...gapsIn(text, line),
    { from: columnAt(line, line.end), to: Number.POSITIVE_INFINITY },
  ];
  let best: Gap | null = null;
  for (const { from, to } of free) {
    const shared = { from: Math.max(from, gutter.from), to: Math.min(to, gutter.to) };
    const width = shared.to - shared.from;
    if (width >= NARROWEST && (best === null || width > best.to - best.from)) best = shared;
  }
  return best;
}

/**
 * The runs of two spaces or more inside a line; none in lines with tabs, whose columns are not known, or with more gaps
 * than columns of prose leave.
 */
function gapsIn(text: string, line: Line): readonly Gap[] {
  const printed = text.slice(line.start, line.end);
  if (!printed.includes('  ') || printed.includes('\t')) return [];
  const gaps: Gap[] = [];
  for (const match of printed.matchAll(/ {2,}/g)) {
    const from = line.indent + match.index;
    gaps.push({ from, to: from + match[0].length });
    if (gaps.length > MOST_GAPS) return [];
  }
  return gaps;
}

/** The column of characters at which an offset of a line stands. */
function columnAt(line: Line, offset: number): number {
  return line.indent + offset - line.start;
}
