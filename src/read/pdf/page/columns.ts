/** A table's segments → its columns, and what stands in each. */

import type { Run } from '../glyphs/run.ts';
import { findRows, lineOf, type Segment, segmentOf } from './lines.ts';
import { quantile } from './quantile.ts';

/** A column's place across the page. */
export interface Column {
  readonly x0: number;
  readonly x1: number;
}

/** Text of one line in one column. */
export interface Piece {
  readonly segment: Segment;
  /** The column that it begins in. */
  readonly column: number;
  /** The column that it ends in. */
  readonly last: number;
}

/** The columns of a table and its pieces in stream order. */
export interface Columns {
  readonly columns: readonly Column[];
  readonly pieces: readonly Piece[];
}

/** Runs nearer than this many em make one piece whatever column they stand in. */
const nearRuns = 0.35;
/** A gutter is at least this many em wide, */
const gutter = 0.5;
/** and crossed by at most this share of the pieces beside it. */
const crossed = 0.06;

/** A gap between texts of one row speaks for a gutter when it is this many em wide, */
const wideGap = 0.9;
/** and so many such gaps outweigh so many times as many pieces that reach over it. */
const fewestApart = 2;
const crossedRows = 1.6;

const onlyBullet = /^[^\p{L}\p{N}£$€%]{1,2}$/u;

/** The columns of a table, from the left, and its text by column. */
export function findColumns(segments: readonly Segment[]): Columns {
  const bySegment = segments.map(atomsOf);
  const atoms = bySegment.flat();
  const size = quantile(
    atoms.map((s) => s.size),
    0.5,
  );
  const left = Math.min(...atoms.map((s) => s.x0));
  const right = Math.max(...atoms.map((s) => s.x1));
  // What is wider than most columns can be is a title or a row over several columns.
  const wide = quantile(
    atoms.map((s) => s.x1 - s.x0),
    0.9,
  );
  const narrow = atoms.filter((s) => s.x1 - s.x0 <= Math.max(1.25 * wide, 0.4 * (right - left)));
  const gaps = gapsOf(atoms, wideGap * size);
  const full = gutters(narrow, gaps, gutter * size, Math.floor(crossed * narrow.length));
  const columns = mergeBullets(addSparse(full, narrow, gutter * size), narrow);
  const pieces = bySegment.flatMap((own) => split(own, columns));
  return { columns, pieces };
}

/** A segment's runs, those that stand close together as one. */
function atomsOf(segment: Segment): Segment[] {
  const out: Segment[] = [];
  let open: Run[] = [];
  let last: Run | undefined;
  for (const run of segment.runs) {
    if (last !== undefined && run.x0 - last.x1 > nearRuns * Math.max(run.size, last.size)) {
      out.push(segmentOf(open, segment.order));
      open = [];
    }
    open.push(run);
    last = run;
  }
  if (open.length > 0) out.push(segmentOf(open, segment.order));
  return out;
}

/**
 * The columns between gutters of a width: places that no more than so many atoms cross, or about as many as there are
 * rows with text on both sides, since rows of one table may be divided in other ways.
 * @param gaps the free places between two atoms of one row
 */
function gutters(atoms: readonly Segment[], gaps: readonly Column[], width: number, most: number): Column[] {
  const events = [
    ...atoms.flatMap(({ x0, x1 }) => [
      { x: x0, cover: 1, gap: 0 },
      { x: Math.max(x0, x1), cover: -1, gap: 0 },
    ]),
    ...gaps.flatMap(({ x0, x1 }) => [
      { x: x0, cover: 0, gap: 1 },
      { x: x1, cover: 0, gap: -1 },
    ]),
  ];
  events.sort((a, b) => a.x - b.x);
  const columns: { x0: number; x1: number }[] = [];
  let covered = 0;
  let apart = 0;
  let free = -Infinity;
  let isFree = true;
  events.forEach(({ x, cover, gap }, k) => {
    covered += cover;
    apart += gap;
    if (events[k + 1]?.x === x) return;
    const now = covered <= most || (apart >= fewestApart && covered <= crossedRows * apart);
    if (now && !isFree) {
      free = x;
      const open = columns.at(-1);
      if (open !== undefined) open.x1 = x;
    } else if (!now && isFree) {
      const open = columns.at(-1);
      if (open !== undefined && x - free < width) open.x1 = Infinity;
      else columns.push({ x0: x, x1: Infinity });
    }
    isFree = now;
  });
  const rightmost = atoms.reduce((x, s) => Math.max(x, s.x1), -Infinity);
  return columns.map(({ x0, x1 }) => ({ x0, x1: Math.min(x1, rightmost) }));
}

/** The free places of some width between the atoms of a row. */
function gapsOf(atoms: readonly Segment[], width: number): Column[] {
  return findRows(atoms).flatMap((row) =>
    row.slice(1).flatMap((s, k) => {
      const from = row[k]?.x1 ?? s.x0;
      return s.x0 - from >= width ? [{ x0: from, x1: s.x0 }] : [];
    }),
  );
}

/** Columns, with those between them that only a few rows fill. */
function addSparse(columns: readonly Column[], atoms: readonly Segment[], width: number): Column[] {
  const out: Column[] = [];
  for (let k = 0; k <= columns.length; k++) {
    const from = columns[k - 1]?.x1 ?? -Infinity;
    const to = columns[k]?.x0 ?? Infinity;
    const between = atoms.filter((s) => s.x0 >= from + width && s.x1 <= to - width);
    if (between.length > 0) out.push(...gutters(between, [], width, 0));
    const own = columns[k];
    if (own !== undefined) out.push(own);
  }
  return out;
}

/** Columns, those of bullets and dashes together with the next one. */
function mergeBullets(columns: readonly Column[], atoms: readonly Segment[]): Column[] {
  const marks = columns.map(() => ({ all: 0, bullets: 0 }));
  for (const atom of atoms) {
    const at = columnAt(columns, atom.x0);
    const own = marks[at];
    if (own === undefined || atom.x1 > (columns[at]?.x1 ?? 0) + 1) continue;
    own.all++;
    if (atom.weight <= 2 && onlyBullet.test(lineOf([atom]).text)) own.bullets++;
  }
  const out: Column[] = [];
  let from: number | null = null;
  columns.forEach((column, k) => {
    const { all, bullets } = marks[k] ?? { all: 0, bullets: 0 };
    if (bullets > 0 && bullets >= 0.9 * all && k + 1 < columns.length) {
      from ??= column.x0;
      return;
    }
    out.push({ x0: from ?? column.x0, x1: column.x1 });
    from = null;
  });
  return out;
}

/** The last column that begins at or left of a place, with some room for hanging text. */
function columnAt(columns: readonly Column[], x: number): number {
  let found = 0;
  for (let k = 1; k < columns.length; k++) {
    const [before, here] = [columns[k - 1], columns[k]];
    if (before === undefined || here === undefined) break;
    if (x >= Math.min(here.x0 - 1, Math.max(before.x1, (before.x1 + here.x0) / 2))) found = k;
  }
  return found;
}

/** The columns that text from `x0` to `x1` stands in, first and last: those that it overlaps, or else the nearest. */
export function columnsOf(columns: readonly Column[], x0: number, x1: number): readonly [number, number] {
  let first = -1;
  let last = -1;
  columns.forEach((column, k) => {
    if (Math.min(x1, column.x1) - Math.max(x0, column.x0) <= 0.5) return;
    if (first < 0) first = k;
    last = k;
  });
  if (first >= 0) return [first, last];
  const nearest = columnAt(columns, x0);
  return [nearest, nearest];
}

/** A segment as pieces: what stands in each column, or all of it where it reaches over a gutter as one. */
function split(atoms: readonly Segment[], columns: readonly Column[]): Piece[] {
  const groups = new Map<number, Segment[]>();
  for (const atom of atoms) {
    const [first, last] = columnsOf(columns, atom.x0, atom.x1);
    if (first !== last) {
      const whole = segmentOf(
        atoms.flatMap((a) => a.runs),
        atom.order,
      );
      const [from, to] = columnsOf(columns, whole.x0, whole.x1);
      return [{ segment: whole, column: from, last: to }];
    }
    const own = groups.get(first);
    if (own === undefined) groups.set(first, [atom]);
    else own.push(atom);
  }
  return [...groups].map(([column, own]) => {
    const segment = segmentOf(
      own.flatMap((a) => a.runs),
      own[0]?.order ?? 0,
    );
    return { segment, column, last: column };
  });
}
