/** Which matched sentences stand somewhere else than before. */
import type { Match } from './align.ts';

/**
 * Matches whose section is another one, or that left the order that most kept. A section that was renamed is the one to
 * which most of its sentences went; the order is the longest that old and new share.
 * @param matches in order of the old text
 */
export function movedOf(matches: readonly Match[]): ReadonlySet<Match> {
  const homes = homesOf(matches);
  const kept = new Set(longestRun(matches.map((match) => match.after.index)));
  return new Set(
    matches.filter((match, at) => {
      const { before, after } = match;
      const isHome = before.sectionKey === after.sectionKey || homes.get(before.sectionKey) === after.sectionKey;
      return !isHome || !kept.has(at);
    }),
  );
}

/** Where most sentences of each old section went. */
function homesOf(matches: readonly Match[]): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { before, after } of matches) {
    const counts = votes.get(before.sectionKey) ?? new Map<string, number>();
    counts.set(after.sectionKey, (counts.get(after.sectionKey) ?? 0) + 1);
    votes.set(before.sectionKey, counts);
  }
  const homes = new Map<string, string>();
  for (const [section, counts] of votes) {
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    if (best) homes.set(section, best[0]);
  }
  return homes;
}

/** Positions of a longest strictly ascending subsequence, by patience sorting (Fredman 1975). */
function longestRun(values: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [at, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (tails[low - 1] ?? -1) : -1);
    tails[low] = at;
  }
  const run: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) run.push(at);
  return run.reverse();
}
