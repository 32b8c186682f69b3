/** Runs → segments (pieces of a line without a wide gap) and segments → lines. */
import type { Run } from '../glyphs/run.ts';

/** Runs side by side on one base line without a wide gap between them. */
export interface Segment {
  readonly runs: readonly Run[];
  readonly x0: number;
  readonly x1: number;
  /** The base line of most of its text. */
  readonly y: number;
  /** The size of most of its text. */
  readonly size: number;
  readonly top: number;
  readonly bottom: number;
  /** How much it holds, in characters. */
  readonly weight: number;
  /** Its place in the stream. */
  readonly order: number;
}

/** How far text rises above and falls below its base line, in em. */
const rise = 0.74;
const fall = 0.22;

/** A gap up to this many em is inside a segment where the stream goes straight on, */
const streamGap = 0.9;
/** and up to this many em where the stream comes back to a line. */
const returnGap = 0.33;

/** Makes a segment of runs in reading order. */
export function segmentOf(runs: readonly Run[], order: number): Segment {
  let x0 = Infinity;
  let x1 = -Infinity;
  let weight = 0;
  for (const run of runs) {
    if (run.x0 < x0) x0 = run.x0;
    if (run.x1 > x1) x1 = run.x1;
    weight += run.text.length;
  }
  const main = mainRun(runs);
  const y = main?.y ?? 0;
  const size = main === undefined ? 0 : roundSize(main.size);
  return { runs, x0, x1, y, size, top: y + rise * size, bottom: y - fall * size, weight, order };
}

/** A size to a quarter of a point, since scaling makes sizes differ by hairs. */
function roundSize(size: number): number {
  return Math.round(size * 4) / 4;
}

/** The first run of the size that most of the text has; of equals the larger. */
function mainRun(runs: readonly Run[]): Run | undefined {
  const first = runs[0];
  if (first === undefined || runs.every((run) => run.size === first.size)) return first;
  const bySize = new Map<number, number>();
  for (const run of runs) bySize.set(roundSize(run.size), (bySize.get(roundSize(run.size)) ?? 0) + run.text.length);
  let size = 0;
  let most = 0;
  for (const [s, n] of bySize) if (n > most || (n === most && s > size)) [size, most] = [s, n];
  return runs.find((run) => roundSize(run.size) === size) ?? first;
}

/** Whether two pieces stand on one base line, a raised or lowered small one included. */
function sameBase(ay: number, aSize: number, by: number, bSize: number): boolean {
  const rise = Math.abs(ay - by);
  const small = Math.min(aSize, bSize);
  const large = Math.max(aSize, bSize);
  return rise <= 0.22 * small || (small <= 0.92 * large && rise <= (small <= 0.6 * large ? 0.56 : 0.55) * large);
}

/** The runs of a page as segments, in stream order. */
export function findSegments(runs: readonly Run[]): Segment[] {
  const groups: Run[][] = [];
  let group: Run[] = [];
  let last: Run | undefined;
  let main: Run | undefined;
  for (const run of runs) {
    if (last !== undefined && main !== undefined) {
      const em = Math.max(last.size, run.size);
      const gap = run.x0 - last.x1;
      if (gap >= -0.5 * em && gap <= streamGap * em && sameBase(main.y, main.size, run.y, run.size)) {
        group.push(run);
        last = run;
        if (run.size > main.size * 1.05 || (run.size >= main.size * 0.95 && main.text.length <= 2)) main = run;
        continue;
      }
    }
    if (group.length > 0) groups.push(group);
    group = [run];
    last = run;
    main = run;
  }
  if (group.length > 0) groups.push(group);
  return joinReturns(groups.map((g, i) => segmentOf(g, i)));
}

/** Joins segments that the stream left and came back to. */
function joinReturns(segments: readonly Segment[]): Segment[] {
  const rows = findRows(segments);
  const out: Segment[] = [];
  for (const row of rows) {
    let open: Segment | undefined;
    for (const segment of row) {
      const gap = open === undefined ? Infinity : segment.x0 - open.x1;
      if (open !== undefined && gap <= returnGap * Math.max(open.size, segment.size) && gap > -0.5 * segment.size) {
        if (sameBase(open.y, open.size, segment.y, segment.size)) {
          open = segmentOf([...open.runs, ...segment.runs], Math.min(open.order, segment.order));
          continue;
        }
      }
      if (open !== undefined) out.push(open);
      open = segment;
    }
    if (open !== undefined) out.push(open);
  }
  return out.sort((a, b) => a.order - b.order);
}

/** Segments in rows from the top down, each row from left to right. */
export function findRows(segments: readonly Segment[]): Segment[][] {
  const sorted = [...segments].sort((a, b) => b.y - a.y || a.x0 - b.x0);
  const rows: Segment[][] = [];
  let main: Segment | undefined;
  let row: Segment[] = [];
  for (const segment of sorted) {
    if (main !== undefined && sameBase(main.y, main.size, segment.y, segment.size)) {
      row.push(segment);
      if (segment.weight > main.weight && segment.size >= main.size) main = segment;
      continue;
    }
    if (row.length > 0) rows.push(row);
    row = [segment];
    main = segment;
  }
  if (row.length > 0) rows.push(row);
  for (const r of rows) r.sort((a, b) => a.x0 - b.x0 || a.order - b.order);
  return rows;
}

/** A line of text. */
export interface Line {
  /** As printed: line-end hyphens and soft hyphens are still there, marks of notes are not. */
  readonly text: string;
  readonly runs: readonly Run[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly order: number;
  /** Where the text after a bullet, number or other mark begins that a gap sets off; null without such a gap. */
  readonly tab: { readonly at: number; readonly x: number } | null;
  /** A raised number at the very start, as notes have. */
  readonly raised: string | null;
}

/** Text that stands raised and small, as the mark of a note. */
function isRaised(run: Run, main: Segment): boolean {
  const rise = run.y - main.y;
  return (
    (run.size <= 0.82 * main.size && rise >= 0.12 * main.size) ||
    (run.size <= 0.92 * main.size && rise >= 0.25 * main.size)
  );
}

const noteMark = /^(?:\d{1,3}(?:\s?,\s?\d{1,3})*|[ivx]{1,6}|[*†‡§])$/;
const power = /(?:^|[\s\d(/])[kcmdh]?m$/;
const wordBefore = /[\p{L}\p{N}.,;:!?)\]”’"'%]$/u;

/** The line that segments of one row make. */
export function lineOf(row: readonly Segment[]): Line {
  const runs = row.length === 1 ? (row[0]?.runs ?? []) : row.flatMap((s) => s.runs);
  const whole = segmentOf(runs, Math.min(...row.map((s) => s.order)));
  let text = '';
  let previous: Run | undefined;
  let tab: { at: number; x: number } | null = null;
  let raised: string | null = null;
  const spacedOut = isSpacedOut(runs);
  // Struck words leave no text, but where a space stood around them there is one.
  let parted = false;
  for (const run of runs) {
    if (run.struck !== undefined) {
      parted ||= previous !== undefined && (run.spaced || run.x0 - previous.x1 > 0.16 * run.size);
      previous = run;
      continue;
    }
    if (isRaised(run, whole) && noteMark.test(run.text)) {
      if (text === '') {
        raised = run.text;
        continue;
      }
      if (wordBefore.test(text) && !power.test(text)) {
        previous = { ...run, text: '' };
        continue;
      }
    }
    if (previous !== undefined && text !== '') {
      const em = Math.min(previous.size, run.size);
      const gap = run.x0 - previous.x1;
      // After a mark that was left out, or whose glyph has no meaning, punctuation closes up.
      const closes = previous.text === '' ? /^[.,;:)\]]/.test(run.text) : /^[.,;](?: |$)/.test(run.text) && gap < em;
      const isSpaced = (run.spaced && !isSmallCapital(previous, run)) || parted || gap > 0.16 * em;
      if (isSpaced && !closes) text += ' ';
      if (tab === null && gap > 0.4 * em && text.length <= 14) tab = { at: text.length, x: run.x0 };
    }
    parted = false;
    text += spacedOut ? run.text.replaceAll(' ', '') : closeUp(run.text);
    previous = run;
  }
  const { x0, x1, y, top, bottom, size, order } = whole;
  return { text: text.replace(/ {2,}/g, ' '), runs, x0, x1, y, top, bottom, size, order, tab, raised };
}

/** Whether a run is the rest of a word in small capitals, right after its capital: some programs put a space between. */
function isSmallCapital(capital: Run, rest: Run): boolean {
  const gap = rest.x0 - capital.x1;
  return (
    rest.font === capital.font &&
    rest.size <= 0.9 * capital.size &&
    rest.size >= 0.6 * capital.size &&
    Math.abs(gap) <= 0.1 * rest.size &&
    /(?:^|[^\p{L}])\p{Lu}$/u.test(capital.text) &&
    /^\p{Lu}/u.test(rest.text) &&
    !/\p{Ll}/u.test(rest.text)
  );
}

/** A run whose letters are set apart, among others whose letters are not. */
function closeUp(text: string): string {
  return text.length >= 9 && text.length <= 120 && (letterSpaced.test(text) || isKernedApart(text))
    ? text.replace(/(\p{L}) (?=\p{L})/gu, '$1')
    : text;
}

const letterSpaced = /^\S(?: \S)*$/u;

/** Whether the capitals of a text are set apart but for some that the font pulls together ("TA B L E 1"). */
function isKernedApart(text: string): boolean {
  const parts = text.split(' ');
  if (parts.length < 4 || parts.some((part) => part.length > 2) || /\p{Ll}/u.test(text)) return false;
  return parts.filter((part) => part.length === 1).length >= 0.6 * parts.length && /\p{L} \p{L} \p{L}/u.test(text);
}

/** Whether the letters of runs are set apart ("C H A P T E R   O N E"), so that only gaps between runs part words. */
function isSpacedOut(runs: readonly Run[]): boolean {
  let letters = 0;
  for (const { text } of runs) {
    if (text.length > 120 || !letterSpaced.test(text)) return false;
    if (text.length > 2) letters += (text.length + 1) / 2;
  }
  return letters >= 5 && runs.some(({ text }) => /\p{L} \p{L} \p{L}/u.test(text));
}
