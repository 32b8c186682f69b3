/** What stands beside each other: two columns of text, the rows of a table, or a table of contents. */
import { findRows, lineOf, type Segment } from './lines.ts';
import { quantile } from './quantile.ts';

/** Text on both sides of a gutter. */
export interface Band {
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
}

/** The number of rows that segments from the top down stand in. */
export function rowsIn(sorted: readonly Segment[]): number {
  let rows = 0;
  let y = Infinity;
  for (const segment of sorted) {
    if (y - segment.y <= 0.4 * segment.size) continue;
    rows++;
    y = segment.y;
  }
  return rows;
}

/** Whether most of one side is set in another size than most of the other. */
export function sizesDiffer(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [a, b] = [left, right].map((side) =>
    quantile(
      side.map((s) => s.size),
      0.5,
    ),
  );
  return Math.abs((a ?? 0) - (b ?? 0)) > 0.12 * Math.max(a ?? 0, b ?? 0);
}

/** What is to be filled in by hand. */
const blank = /^[ .,_…]+$/;
const leader = /\.{4,}|(?:\. ){4,}|…{2,}/;

/** Whether the right side holds the page numbers of a table of contents, or most rows have leaders or blanks. */
export function isContents({ left, right }: Band): boolean {
  const led = [...left, ...right].filter(
    (s) => s.runs.some((run) => leader.test(run.text)) || s.runs.every((run) => blank.test(run.text)),
  ).length;
  if (led >= 3 && led >= 0.5 * Math.max(rowsIn(left), rowsIn(right))) return true;
  const numbers = [...right].sort((a, b) => b.y - a.y).map((s) => lineOf([s]).text.replace(/^[.… ]+/, ''));
  const pages = numbers.filter((n) => /^\d{1,4}$/.test(n)).map(Number);
  const romans = numbers.filter((n) => /^[ivxl]{1,7}$/i.test(n)).length;
  if (pages.length + romans < 0.85 * numbers.length || numbers.length < 4) return false;
  let falls = 0;
  for (let k = 1; k < pages.length; k++) if ((pages[k] ?? 0) < (pages[k - 1] ?? 0)) falls++;
  return falls <= 0.1 * pages.length;
}

/** Whether the two sides belong together row by row. */
export function isTable({ left, right }: Band): boolean {
  const turned = turns(left, right);
  if (sizesDiffer(left, right) && (turned <= 0.5 || isMargin(left, right) || isMargin(right, left))) return false;
  const l = sideOf(left);
  const r = sideOf(right);
  const fewest = Math.min(l.starts.length, r.starts.length);
  const aligned = alignment(l.starts, r.starts);
  const prose = l.prose && r.prose;
  if (!prose && turned > 0.5 && sharesRows(left, right)) return true;
  if (prose && turned > 0.5) return fewest >= 3 && aligned >= 0.8;
  // Cells that begin side by side again and again make a table, in whatever order they were written.
  if (fewest >= (prose ? 7 : 4) && aligned >= 0.9 && fewest >= 0.6 * Math.max(l.starts.length, r.starts.length))
    return true;
  // Programs write columns one after the other, and tables row by row.
  if (prose || turned <= 0.25) return false;
  return sharedRows(left, right) >= 0.5 || (fewest >= 2 && aligned >= 0.7);
}

/** Notes in a margin are set smaller than the text beside them, and take at most such shares of its width and words. */
const marginSize = 0.88;
const marginWidth = 0.5;
const marginWords = 0.3;
/** This share of the text's lines fills its width. */
const textFills = 0.3;

/** Whether one side holds notes to the running text on the other. The stream may write each with what it is about. */
function isMargin(side: readonly Segment[], text: readonly Segment[]): boolean {
  const [own, other] = [side, text].map((some) => ({
    size: quantile(
      some.map((s) => s.size),
      0.5,
    ),
    width: some.reduce((x, s) => Math.max(x, s.x1), -Infinity) - some.reduce((x, s) => Math.min(x, s.x0), Infinity),
    words: some.reduce((sum, s) => sum + s.weight, 0),
  }));
  if (own === undefined || other === undefined) return false;
  return (
    own.size <= marginSize * other.size &&
    own.width <= marginWidth * other.width &&
    own.words <= marginWords * other.words &&
    text.filter((s) => s.x1 - s.x0 >= 0.7 * other.width).length >= textFills * text.length
  );
}

/** Fewest rows, and the share of them that must hold, where the stream tells a table by going from side to side. */
const fewestPairs = 2;
const pairsHold = 0.8;

/**
 * Whether the stream writes one table row after the other: text on the left, then text beside it on the right, and the
 * next text on the left below both. Cells need not begin at one height.
 */
export function sharesRows(left: readonly Segment[], right: readonly Segment[]): boolean {
  const lefts = new Set(left);
  const stream = [...left, ...right].sort((a, b) => a.order - b.order);
  const blocks: { left: boolean; top: number; bottom: number }[] = [];
  for (const s of stream) {
    const own = lefts.has(s);
    const open = blocks.at(-1);
    if (open?.left === own) {
      open.top = Math.max(open.top, s.top);
      open.bottom = Math.min(open.bottom, s.bottom);
    } else blocks.push({ left: own, top: s.top, bottom: s.bottom });
  }
  let pairs = 0;
  let hold = 0;
  for (let k = 0; k + 1 < blocks.length; k++) {
    const [a, b, next] = [blocks[k], blocks[k + 1], blocks[k + 2]];
    if (a?.left !== true || b === undefined) continue;
    pairs++;
    const beside = a.top > b.bottom && b.top > a.bottom;
    const below = next === undefined || next.top <= Math.min(a.bottom, b.bottom) + 3;
    if (beside && below) hold++;
  }
  return pairs >= fewestPairs && hold >= pairsHold * pairs;
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
  return changes / (2 * Math.min(rowsIn(left), rowsIn(right)));
}

interface Side {
  /** Whether its lines fill its width, as running text does. */
  readonly prose: boolean;
  /** Base lines and sizes of the lines that begin after a wider gap. */
  readonly starts: readonly { readonly y: number; readonly size: number }[];
}

/** Lines of one cell are at most this many em apart. */
const loosest = 1.45;

/** How a side looks. */
export function sideOf(segments: readonly Segment[]): Side {
  const rows = findRows(segments);
  const x0 = segments.reduce((x, s) => Math.min(x, s.x0), Infinity);
  const x1 = segments.reduce((x, s) => Math.max(x, s.x1), -Infinity);
  const pitches: number[] = [];
  const mains = rows.map(mainOf);
  for (let k = 0; k + 1 < rows.length; k++) pitches.push((mains[k]?.y ?? 0) - (mains[k + 1]?.y ?? 0));
  const full = segments.filter((s) => s.x1 - s.x0 >= 0.7 * (x1 - x0)).length;
  const weights = segments.map((s) => s.weight);
  const prose = quantile(weights, 0.5) >= 20 && full >= 0.5 * segments.length;
  const size = quantile(
    segments.map((s) => s.size),
    0.5,
  );
  // Cells of one line each stand as far apart as rows do.
  const usual = Math.min(quantile(pitches, 0.3), prose ? Infinity : loosest * size);
  const starts = rows.flatMap((row, k) => {
    const first = mainOf(row);
    return first !== undefined && (k === 0 || (pitches[k - 1] ?? 0) > 1.3 * usual)
      ? [{ y: first.y, size: first.size }]
      : [];
  });
  return { prose, starts };
}

/** The piece of a row that sets its base line: the first of the largest. */
function mainOf(row: readonly Segment[]): Segment | undefined {
  return row.reduce<Segment | undefined>((main, s) => (main === undefined || s.size > main.size ? s : main), undefined);
}

/** The share of the fewer block starts of two sides that stand beside a start of the other side; 0 for few starts. */
export function alignedTops(left: readonly Segment[], right: readonly Segment[]): number {
  const [l, r] = [sideOf(left).starts, sideOf(right).starts];
  return Math.min(l.length, r.length) < 2 ? 0 : alignment(l, r);
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
