/** Lines that end entries of a table of contents. */
import { endsInLeader, pageNumberAt } from './leaders.ts';
import type { Line } from './lines.ts';
import { findMarker } from './marker.ts';

/** A line without a number that is as long as this share of the longest goes on in the next one. */
const longLine = 0.6;

/** Whether a line with a page number is the second of its entry: the first is long, and has no number yet. */
function wraps(lines: readonly Line[], k: number, numbers: readonly (number | null)[], longest: number): boolean {
  const [first, second] = [lines[k - 1], lines[k]];
  if (first === undefined || second === undefined || numbers[k - 1] !== null || numbers[k] === null) return false;
  const isBegun = findMarker(second.text, second.tab?.at ?? null, true) !== null;
  return !isBegun && first.x1 - first.x0 > longLine * longest;
}

/**
 * Which lines end an entry of a table of contents: those with leaders and a page number, and, where most lines around
 * end in numbers that do not fall, those with a number. Lines are inside where an entry of two lines has them.
 */
export function findEntryEnds(lines: readonly Line[]): { ends: boolean[]; inside: boolean[] } {
  const found = lines.map((line) => pageNumberAt(line.text));
  const ends = found.map((entry) => entry !== null && endsInLeader(entry.before));
  const inside = lines.map(() => false);
  const numbers = found.map((entry) => {
    return entry !== null && /^\d+$/.test(entry.number) && /\p{L}/u.test(entry.before) ? Number(entry.number) : null;
  });
  const longest = lines.reduce((wide, line) => Math.max(wide, line.x1 - line.x0), 0);
  let from = 0;
  while (from < lines.length) {
    // The longest stretch from here in which numbers rise and no more than two lines at a time have none.
    let last = from - 1;
    let value: number | null = null;
    let hits = 0;
    for (let k = from; k < lines.length && k - last <= 3; k++) {
      const number = numbers[k];
      if (number === null || number === undefined) continue;
      if (value !== null && (number < value || number > value + 40)) break;
      value = number;
      last = k;
      hits++;
    }
    const share = hits / (last - from + 1);
    if ((hits >= 5 && share >= 0.5) || (hits >= 3 && share >= 0.75 && (numbers[from] ?? -1) < (value ?? 0)))
      for (let k = from; k <= last; k++) {
        ends[k] ||= numbers[k] !== null;
        if (wraps(lines, k, numbers, longest)) inside[k - 1] = inside[k] = true;
      }
    from = Math.max(last, from) + 1;
  }
  return { ends, inside };
}
