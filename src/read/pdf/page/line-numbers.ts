/** The numbers that drafts have beside their lines, told from the text so that they can be left out of it. */
import type { Run, RunPage } from '../glyphs/run.ts';

/** Lines are numbered one by one, or every so many of them. */
const steps = [1, 2, 5, 10] as const;
/** Numbers closer to each other than this, in points, stand in one column. */
const drift = 4;
/** Share of a page's lines (of those that a step would number) that have a number. */
const covered = 0.6;
/** A page of fewer lines tells nothing of the document. */
const fewLines = 8;
/** A document with fewer numbers beside its lines has a list or a table. */
const fewNumbers = 20;
/** Share of numbered lines that go on with a sentence: in prose most do, in lists and tables hardly any. */
const goingOn = 0.2;

interface Numbered {
  readonly numbers: ReadonlySet<Run>;
  /** How many lines with letters the page has. */
  readonly lines: number;
  /** How many of the numbered lines begin with a small letter. */
  readonly going: number;
}

/**
 * Leaves line numbers out: whole numbers in a column outside the text, rising by the same step from line to line, beside
 * most lines of most pages, where the lines are those of sentences that run on.
 * @returns the pages as they were where the document's lines are not numbered
 */
export function withoutLineNumbers(pages: readonly RunPage[]): readonly RunPage[] {
  const found = pages.map((page) => numbersOf(page.runs, fewLines, covered));
  const full = found.filter(({ lines }) => lines >= fewLines).length;
  const numbered = found.filter(({ numbers }) => numbers.size > 0);
  const count = numbered.reduce((sum, { numbers }) => sum + numbers.size, 0);
  const going = numbered.reduce((sum, page) => sum + page.going, 0);
  if (count < fewNumbers || numbered.length < full / 2 || going < goingOn * count) return pages;
  return pages.map((page) => {
    // On its last page, and beside titles, there may be few.
    const { numbers } = numbersOf(page.runs, 2, 0);
    return numbers.size === 0 ? page : { ...page, runs: page.runs.filter((run) => !numbers.has(run)) };
  });
}

function numbersOf(runs: readonly Run[], few: number, share: number): Numbered {
  const written = runs.filter(({ text }) => /\p{L}/u.test(text));
  const lines = firstOfLines(written);
  const none = { numbers: new Set<Run>(), lines: lines.length, going: 0 };
  const digits = runs.filter(({ text }) => /^\d{1,5}$/.test(text));
  if (lines.length < few || digits.length < few / 2) return none;
  const left = lines.reduce((least, { x0 }) => Math.min(least, x0), Infinity);
  const right = written.reduce((most, { x1 }) => Math.max(most, x1), -Infinity);
  const sides = [digits.filter(({ x1 }) => x1 < left), digits.filter(({ x0 }) => x0 > right)];
  const columns = sides.flatMap((side) => [inColumn(side, ({ x1 }) => x1), inColumn(side, ({ x0 }) => x0)]);
  let most: readonly Run[] = [];
  for (const column of columns) {
    for (const step of steps) {
      const rising = risingBy(column, step);
      if (rising.length * step < share * lines.length || rising.length < Math.max(2, few / 2)) continue;
      if (rising.length > most.length) most = rising;
    }
  }
  return { ...none, numbers: new Set(most), going: goingBeside(most, lines) };
}

/** The first run of each line, from the top down. */
function firstOfLines(runs: readonly Run[]): Run[] {
  const sorted = [...runs].sort((a, b) => b.y - a.y || a.x0 - b.x0);
  const out: Run[] = [];
  for (const run of sorted) {
    const last = out.at(-1);
    if (last === undefined || last.y - run.y > 0.5 * Math.min(run.size, last.size)) out.push(run);
    else if (run.x0 < last.x0) out[out.length - 1] = run;
  }
  return out;
}

/** Those that stand where most of them do, from the top down. */
function inColumn(runs: readonly Run[], edge: (run: Run) => number): readonly Run[] {
  const edges = runs.map(edge).sort((a, b) => a - b);
  const middle = edges[edges.length >> 1] ?? 0;
  return runs.filter((run) => Math.abs(edge(run) - middle) <= drift).sort((a, b) => b.y - a.y);
}

/** Those whose neighbour above or below is a step away. */
function risingBy(column: readonly Run[], step: number): Run[] {
  const values = column.map(({ text }) => Number(text));
  const follows = (at: number) => (values[at] ?? Number.NaN) - (values[at - 1] ?? Number.NaN) === step;
  return column.filter((_, at) => follows(at) || follows(at + 1));
}

/** How many of the lines beside numbers begin with a small letter. */
function goingBeside(numbers: readonly Run[], lines: readonly Run[]): number {
  let at = 0;
  let count = 0;
  for (const { y, size } of numbers) {
    while (at < lines.length && (lines[at]?.y ?? 0) > y + size / 2) at++;
    const line = lines[at];
    if (line !== undefined && Math.abs(line.y - y) <= size / 2 && /^\p{Ll}/u.test(line.text)) count++;
  }
  return count;
}
