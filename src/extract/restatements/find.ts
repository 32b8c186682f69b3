/**
 * Finds what a document says more than once: the pledge of a summary and its chapter, of a pull quote, of a heading and
 * the text below it. Each later mention points to the first and shares its group.
 */
import type { Commitment } from '../../model/report.ts';
import { type Pledge, pledgeOf, quotes, withoutArticle } from './pledge.ts';
import { isSamePledge, type Weigh } from './same.ts';

/** Most pledges that are looked up by one stem: commoner stems tell too little. */
const MOST_BY_STEM = 64;
/** Most pledges that one is compared with. */
const MOST_COMPARED = 100;

/**
 * The same commitments in their order, `restates` and `group` set. Items under one stem keep their common group; what they
 * restate, or what restates them, joins it.
 * @param publisher who speaks, or null
 */
export function groupRestatements(commitments: readonly Commitment[], publisher: string | null): readonly Commitment[] {
  const name = withoutArticle(publisher ?? '');
  const quoted = quotes();
  const pledges = commitments.map((commitment, index) =>
    pledgeOf(commitment, index, name, quoted(commitment.evidence.quote)),
  );
  const first = firstMentions(pledges);
  const groups = new Groups();
  for (const [index, { group }] of commitments.entries()) {
    const its = commitments[first[index] ?? index];
    if (its !== undefined) groups.join(its.group, group);
  }
  return commitments.map((commitment, index) => {
    const its = commitments[first[index] ?? index];
    const restates = its === undefined || its === commitment ? null : its.id;
    return { ...commitment, group: groups.of(commitment.group), restates };
  });
}

/** For each pledge the position of the first that says the same; its own where there is none. */
function firstMentions(pledges: readonly Pledge[]): readonly number[] {
  const weigh = weights(pledges);
  const byStem = new Map<string, Pledge[]>();
  return pledges.map((pledge) => {
    const found = candidates(pledge, byStem).find((one) => isSamePledge(one, pledge, weigh));
    if (found !== undefined) return found.index;
    for (const stem of pledge.stems) {
      const own = byStem.get(stem);
      if (own === undefined) byStem.set(stem, [pledge]);
      else if (own.length < MOST_BY_STEM) own.push(pledge);
    }
    return pledge.index;
  });
}

/** Earlier pledges that share stems with one, those that share most first. */
function candidates({ stems }: Pledge, byStem: ReadonlyMap<string, readonly Pledge[]>): readonly Pledge[] {
  const shared = new Map<Pledge, number>();
  for (const stem of stems) {
    for (const other of byStem.get(stem) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  // A stem that everybody has is kept of the first only, and brings no other two together.
  const telling = stems.filter((stem) => (byStem.get(stem)?.length ?? 0) < MOST_BY_STEM).length;
  const least = Math.min(2, Math.max(1, telling));
  return [...shared]
    .filter(([, count]) => count >= least)
    .sort(([one, a], [other, b]) => b - a || one.index - other.index)
    .slice(0, MOST_COMPARED)
    .map(([pledge]) => pledge);
}

/** The rarer a stem among the pledges, the more it says. */
function weights(pledges: readonly Pledge[]): Weigh {
  const counts = new Map<string, number>();
  for (const { stems } of pledges) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const top = Math.log(1 + pledges.length);
  const known = new Map<string, number>();
  for (const [stem, count] of counts) known.set(stem, Math.log(1 + pledges.length / count) / top);
  return (stem) => known.get(stem) ?? 1;
}

/** Names of groups, of which some turn out to be one. */
class Groups {
  readonly #above = new Map<string, string>();

  /** The name that all joined groups share: that of the earliest. */
  of(name: string): string {
    let top = name;
    for (let above = this.#above.get(top); above !== undefined; above = this.#above.get(top)) top = above;
    return top;
  }

  /** Makes the second group one with the first. */
  join(first: string, second: string): void {
    const [one, other] = [this.of(first), this.of(second)];
    if (one !== other) this.#above.set(other, one);
  }
}
