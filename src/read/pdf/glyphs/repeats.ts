/** What a page paints twice at one place, to make it bold, shaded or coloured → runs with each letter once. */
import type { Run } from './run.ts';

/** Copies are looked for among this many runs of one text on one line, so that no page takes long. */
const mostCopies = 64;

/** Runs without those set twice at one place, as some programs do to make letters look bold or shaded. */
export function dropCopies(runs: readonly Run[]): readonly Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const key = `${run.text}|${Math.round(run.y / 4)}`;
    const others = seen.get(key);
    if (others === undefined) {
      seen.set(key, [run]);
      return true;
    }
    const near = 0.12 * run.size;
    if (others.some((o) => Math.abs(o.x0 - run.x0) <= near && Math.abs(o.y - run.y) <= near)) return false;
    if (others.length < mostCopies) others.push(run);
    return true;
  });
}

/** A piece is compared with this many pieces before it. */
const lookBack = 8;
/** A letter stands where it stood before within this many em, */
const samePlace = 0.12;
/** and within a piece, where only the width of all its letters is known, within this many. */
const nearPlace = 0.3;
/** Where letters of a font overlap for other reasons, such as wrong widths, fewer of them than this share are the same. */
const mostly = 0.6;

/** Letters that are set apart have spaces between them that part no words. */
const setApart = /^\S(?: \S)*$/u;

/** Where a run's letters stand in a run before it: after so many of its letters, and how many they have in common. */
interface Match {
  readonly over: Run;
  readonly shared: number;
}

/**
 * Runs without the letters that were painted before at the same place, in the same font and size. Pieces that begin
 * with some of the letters that the piece before ends in keep the others.
 */
export function dropRepeats(runs: readonly Run[]): readonly Run[] {
  const fonts = repeatingFonts(runs);
  if (fonts.size === 0) return runs;
  const out: Run[] = [];
  for (const run of runs) {
    const match = fonts.has(run.font) ? matchOf(run, out, out.length) : undefined;
    if (match === undefined || match === null) out.push(run);
    else if (match.shared < run.text.length) {
      const rest = run.text.slice(match.shared);
      const spaced = rest.startsWith(' ') && !setApart.test(run.text);
      out.push({ ...run, text: rest.trimStart(), x0: match.over.x1, spaced, raw: null });
    }
  }
  return out;
}

/** The fonts whose pieces overlap, most of them with the same letters. */
function repeatingFonts(runs: readonly Run[]): Set<string> {
  const seen = new Map<string, { all: number; same: number }>();
  runs.forEach((run, k) => {
    const match = matchOf(run, runs, k);
    if (match === undefined) return;
    const own = seen.get(run.font) ?? { all: 0, same: 0 };
    seen.set(run.font, own);
    own.all++;
    if (match !== null) own.same++;
  });
  return new Set([...seen].filter(([, { all, same }]) => same > 0 && same >= mostly * all).map(([font]) => font));
}

/** The letters that a run shares with one before place `end`: null where it overlaps one but with others, undefined without. */
function matchOf(run: Run, before: readonly Run[], end: number): Match | null | undefined {
  let found: Match | null | undefined;
  for (let k = end - 1; k >= 0 && k >= end - lookBack; k--) {
    const over = before[k];
    if (over === undefined || over.font !== run.font || Math.abs(over.y - run.y) > samePlace * run.size) continue;
    if (Math.abs(over.size - run.size) > 0.02 * run.size || over.text === '' || run.text === '') continue;
    const glyph = Math.min((over.x1 - over.x0) / over.text.length, (run.x1 - run.x0) / run.text.length);
    if (Math.min(over.x1, run.x1) - Math.max(over.x0, run.x0) <= 0.5 * glyph) continue;
    found ??= null;
    const shared = sharedLetters(run, over);
    if (shared > 0) return { over, shared };
  }
  return found;
}

/** How many of a run's first letters stand at the same place in another: all of them, or those that the other ends in. */
function sharedLetters(run: Run, over: Run): number {
  const step = (over.x1 - over.x0) / over.text.length;
  for (let at = 0; at < over.text.length; at++) {
    const near = Math.abs(over.x0 + at * step - run.x0) <= (at === 0 ? samePlace : nearPlace) * run.size;
    if (!near) continue;
    const tail = over.text.slice(at);
    if (tail.startsWith(run.text)) return run.text.length;
    if (run.text.startsWith(tail)) return tail.length;
  }
  return 0;
}
