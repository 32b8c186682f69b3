/** Which findings or changes a baseline holds, each entry for one. */
import type { Acceptable, BaselineEntry } from '../model/accepted.ts';
import { withoutCount } from '../model/without-count.ts';
import { GivenOut, type Key } from './given-out.ts';
import { plainWords } from './words.ts';

/** From the nearest to the farthest. */
const KEYS: readonly Key<BaselineEntry>[] = [
  ({ id, document, quote }) => JSON.stringify([withoutCount(id), document, plainWords(quote)]),
  ({ rule, document, quote }) => (rule === undefined ? null : JSON.stringify([rule, document, plainWords(quote)])),
  ({ id, document }) => JSON.stringify([withoutCount(id), document]),
  ({ id }) => withoutCount(id),
  ({ rule, quote }) => (rule === undefined ? null : JSON.stringify([rule, plainWords(quote)])),
];

/**
 * The entries of a baseline, each given out for one item: by its id, first for the same words in the same document, then in
 * the same document, then anywhere, so that a document may be renamed; a finding also by its rule and words, so that the
 * heading over it may be changed, which is in the id. Two equal findings need two entries. All documents together take
 * time linear in items and entries.
 */
export class Baseline<Entry extends BaselineEntry> {
  readonly #entries: GivenOut<Entry, BaselineEntry>;

  constructor(entries: readonly Entry[]) {
    this.#entries = new GivenOut<Entry, BaselineEntry>(entries, KEYS, (entry) => entry);
  }

  /** Entries that are given to nothing, in their order. */
  get left(): ReadonlySet<Entry> {
    return this.#entries.left;
  }

  /** The items of one document that the baseline holds, each with its entry. */
  match<Item>(items: readonly Item[], of: (item: Item) => Acceptable): ReadonlyMap<Item, Entry> {
    return this.#entries.match(items, (item) => {
      const { sort, id, names, document, places } = of(item);
      const rule = sort === 'finding' ? names[0] : undefined;
      return { id, document, quote: places[0]?.quote ?? '', ...(rule === undefined ? {} : { rule }) };
    });
  }
}
