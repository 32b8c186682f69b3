/** Which findings or changes a baseline holds, each entry for one. */
import type { Acceptable, BaselineEntry } from '../model/accepted.ts';
import { withoutCount } from '../model/without-count.ts';
import { plainWords } from './words.ts';

/** What an entry and an item may have in common; null where they cannot. */
type Key = (its: BaselineEntry) => string | null;

/** From the nearest to the farthest. */
const KEYS: readonly Key[] = [
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
  /** Entries that are given to nothing, in their order. */
  readonly left: Set<Entry>;
  /** By each key the entries that have it, the first last. */
  readonly #waiting: readonly (readonly [key: Key, entries: ReadonlyMap<string, Entry[]>])[];

  constructor(entries: readonly Entry[]) {
    this.left = new Set(entries);
    this.#waiting = KEYS.map((key) => [key, byKey(entries, key)]);
  }

  /** The items of one document that the baseline holds, each with its entry. */
  match<Item>(items: readonly Item[], of: (item: Item) => Acceptable): ReadonlyMap<Item, Entry> {
    const held = new Map<Item, Entry>();
    for (const [key, waiting] of this.#waiting) {
      for (const item of items) {
        if (held.has(item) || this.left.size === 0) continue;
        const { sort, id, names, document, places } = of(item);
        const rule = sort === 'finding' ? names[0] : undefined;
        const its = key({ id, document, quote: places[0]?.quote ?? '', ...(rule === undefined ? {} : { rule }) });
        const entry = its === null ? undefined : this.#next(waiting.get(its));
        if (entry === undefined) continue;
        held.set(item, entry);
        this.left.delete(entry);
      }
    }
    return held;
  }

  #next(entries: Entry[] = []): Entry | undefined {
    for (let entry = entries.pop(); entry !== undefined; entry = entries.pop()) if (this.left.has(entry)) return entry;
    return undefined;
  }
}

function byKey<Entry extends BaselineEntry>(entries: readonly Entry[], key: Key): ReadonlyMap<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of [...entries].reverse()) {
    const its = key(entry);
    if (its === null) continue;
    const others = found.get(its);
    if (others === undefined) found.set(its, [entry]);
    else others.push(entry);
  }
  return found;
}
