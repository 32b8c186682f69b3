/** Terms of two halves that stand near each other: `x ~3 y`. */
import type { TermHit } from './term.ts';

/** A near term by the id of its first half: its own id, that of its second half, and how far off that may start. */
interface Near {
  readonly id: number;
  readonly second: number;
  readonly gap: number;
}

/** Near terms. Their halves are looked up under negative ids, which no caller uses. */
export interface NearTerms {
  /**
   * @param gap parts that may stand between the halves
   * @returns the ids to look the halves up under
   */
  readonly add: (id: number, gap: number) => { readonly first: number; readonly second: number };
  /** Replaces the halves among hits, in order of `from`, by the terms whose two halves stand close enough. */
  readonly join: (hits: readonly TermHit[]) => TermHit[];
}

export function nearTerms(): NearTerms {
  const nears = new Map<number, Near>();
  let half = 0;
  return {
    add(id, gap) {
      const [first, second] = [--half, --half];
      nears.set(first, { id, second, gap });
      return { first, second };
    },
    join(hits) {
      const starts = new Map<number, number[]>();
      for (const { id, from } of hits) {
        if (id >= 0) continue;
        const list = starts.get(id);
        if (list) list.push(from);
        else starts.set(id, [from]);
      }
      const joined: TermHit[] = [];
      for (const hit of hits) {
        const near = hit.id < 0 ? nears.get(hit.id) : undefined;
        if (hit.id >= 0) joined.push(hit);
        else if (near && firstFrom(starts.get(near.second) ?? [], hit.to) <= hit.to + near.gap)
          joined.push({ ...hit, id: near.id });
      }
      return joined;
    },
  };
}

/** The first of ascending numbers that is at least `least`; infinity where there is none. */
function firstFrom(ascending: readonly number[], least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? least) < least) low = middle + 1;
    else high = middle;
  }
  return ascending[low] ?? Number.POSITIVE_INFINITY;
}
