/** Which entry of a review file is about which commitment of a document. */
import { GivenOut, type Key } from '../accept/given-out.ts';
import { plainWords } from '../accept/words.ts';
import type { Commitment } from '../model/report.ts';
import type { ReviewEntry } from '../model/review.ts';
import { withoutCount } from '../model/without-count.ts';

/** What an entry and a commitment are known by. */
interface Traits {
  readonly id: string | null;
  /** The quote by its words. */
  readonly words: string;
  /** The action by its words; null where it was not noted. */
  readonly what: string | null;
  /** Whether it is the only one of its words. */
  readonly isAlone: boolean;
}

const joined = (...parts: readonly (string | null)[]): string | null =>
  parts.includes(null) ? null : JSON.stringify(parts);

const SAME_ID_AND_WORDS: readonly Key<Traits>[] = [
  ({ id, words }) => joined(id, words),
  ({ id, words }) => (id === null ? null : joined(withoutCount(id), words)),
];

/**
 * From the nearest to the farthest. The id holds who, what and the heading above: where a heading was changed, words and
 * action are the same; where a number or date was changed, the id is. By its words alone an entry is known where there
 * is no other of these words: one sentence may hold two commitments.
 */
const OF_DOCUMENT: readonly Key<Traits>[] = [
  ...SAME_ID_AND_WORDS,
  ({ words, what }) => joined(words, what),
  ({ id }) => id,
  ({ id }) => (id === null ? null : withoutCount(id)),
  ({ words, isAlone }) => (isAlone ? words : null),
];

/** What is known of a commitment by the review file. */
export interface Matched {
  readonly entry: ReviewEntry;
  readonly quoteChanged: boolean;
}

/** The commitments that there are verdicts on, and the entries that are about nothing in the document. */
export interface Matching {
  readonly matched: ReadonlyMap<Commitment, Matched>;
  readonly orphans: readonly ReviewEntry[];
}

/**
 * Finds the verdicts on the commitments of one document. Each entry is given out once; a commitment without an entry whose
 * id but for its count and whose words are those of one that has one shares its verdict, as it says the same in the same
 * section. Linear in commitments and entries.
 * @param entries of this document
 * @param others of other versions of it: they hold for the same words only, and are never missed
 */
export function matchReview(
  commitments: readonly Commitment[],
  entries: readonly ReviewEntry[],
  others: readonly ReviewEntry[] = [],
): Matching {
  const words = new Map(commitments.map((one) => [one, reviewWords(one.evidence.quote)]));
  const traits = traitsOf(commitments, (one) => ({
    id: one.id,
    words: words.get(one) ?? '',
    what: plainWords(one.action.text),
  }));
  const own = new GivenOut(entries, OF_DOCUMENT, traitsOf(entries, traitsOfEntry));
  const found = new Map(own.match(commitments, traits));
  if (others.length > 0) {
    const rest = commitments.filter((one) => !found.has(one));
    const versions = new GivenOut(others, [...SAME_ID_AND_WORDS], traitsOf(others, traitsOfEntry));
    for (const [one, entry] of versions.match(rest, traits)) found.set(one, entry);
  }
  shareVerdicts(commitments, found, (one) => joined(withoutCount(one.id), words.get(one) ?? '') ?? '');
  const matched = new Map<Commitment, Matched>();
  for (const one of commitments) {
    const entry = found.get(one);
    if (entry !== undefined)
      matched.set(one, { entry, quoteChanged: reviewWords(entry.quote) !== (words.get(one) ?? '') });
  }
  return { matched, orphans: [...own.left] };
}

/** For each of the later entries the earlier one about the same commitment, where there is one. */
export function sameEntries(
  earlier: readonly ReviewEntry[],
  later: readonly ReviewEntry[],
): ReadonlyMap<ReviewEntry, ReviewEntry> {
  return new GivenOut(earlier, OF_DOCUMENT, traitsOf(earlier, traitsOfEntry)).match(
    later,
    traitsOf(later, traitsOfEntry),
  );
}

/** What is said again in the same words and section is judged as it was judged first. */
function shareVerdicts(
  commitments: readonly Commitment[],
  found: Map<Commitment, ReviewEntry>,
  keyOf: (one: Commitment) => string,
): void {
  const judged = new Map<string, ReviewEntry>();
  for (const [one, entry] of found) if (!judged.has(keyOf(one))) judged.set(keyOf(one), entry);
  for (const one of commitments) {
    const entry = found.has(one) ? undefined : judged.get(keyOf(one));
    if (entry !== undefined) found.set(one, entry);
  }
}

/** The words of a quote. A hyphen that one reading of a line's end keeps and another drops counts for nothing. */
export const reviewWords = (quote: string): string => plainWords(quote).replace(/- ?/g, '');

const traitsOfEntry = ({ id, quote, found }: ReviewEntry): Omit<Traits, 'isAlone'> => {
  const what = found?.what ?? null;
  return { id: id ?? null, words: reviewWords(quote), what: what === null ? null : plainWords(what) };
};

/** The traits of each of several, knowing which words only one of them has. */
function traitsOf<Item>(items: readonly Item[], of: (item: Item) => Omit<Traits, 'isAlone'>): (item: Item) => Traits {
  const all = new Map(items.map((item) => [item, of(item)]));
  const times = new Map<string, number>();
  for (const { words } of all.values()) times.set(words, (times.get(words) ?? 0) + 1);
  return (item) => {
    const its = all.get(item) ?? of(item);
    return { ...its, isAlone: times.get(its.words) === 1 };
  };
}
