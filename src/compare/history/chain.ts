/** Which of several documents are versions of one text, and their comparisons one by one. */
import type { Version } from '../../model/version.ts';
import type { Comparison } from '../diff.ts';

/** Versions that can be followed. */
export interface Chain {
  /** Places among all, in order. */
  readonly places: readonly number[];
  /** Of each version in the chain with the next one. */
  readonly comparisons: readonly Comparison[];
  /** Why each of the others is no version of them. */
  readonly aside: ReadonlyMap<number, string>;
}

/**
 * Compares each version with the last that could be compared, and sets aside those that cannot. It begins with the first
 * version that any later one can be compared with; where there is none, it holds the newest alone.
 * @param compare throws as `diff`
 */
export function chainOf(reports: readonly Version[], compare: (old: Version, now: Version) => Comparison): Chain {
  const foregone = new Map<number, string>();
  for (let start = 0; ; start++) {
    const chain = chainFrom(start, reports, compare);
    if (chain.places.length > 1 || start >= reports.length - 1) {
      return { ...chain, aside: new Map([...foregone, ...chain.aside]) };
    }
    const [reason = 'it cannot be compared with the others.'] = chain.aside.values();
    foregone.set(start, reason);
  }
}

function chainFrom(
  start: number,
  reports: readonly Version[],
  compare: (old: Version, now: Version) => Comparison,
): Chain {
  const places = [start];
  const comparisons: Comparison[] = [];
  const aside = new Map<number, string>();
  let last = reports[start];
  for (const [place, report] of reports.entries()) {
    if (place <= start || last === undefined) continue;
    const comparison = compare(last, report);
    if (comparison.diff.comparable) {
      places.push(place);
      comparisons.push(comparison);
      last = report;
    } else {
      const { diagnostics } = comparison.diff;
      const told = diagnostics.find(({ code }) => code === 'PMED-V501')?.message ?? 'not compared';
      aside.set(place, told.replace(/^not compared: /, ''));
    }
  }
  return { places, comparisons, aside };
}
