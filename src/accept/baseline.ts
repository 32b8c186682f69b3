/** Which findings or changes a baseline holds, each entry for one. */
import type { Acceptable, BaselineEntry } from '../model/accepted.ts';
import { plainWords } from './words.ts';

/** Equal findings have one id with a number behind it, which depends on how many stand before. */
const withoutCount = (id: string): string => id.replace(/#\d+$/, '');

/** What an entry and an item have in common, from nearest to farthest. */
type Key = (id: string, document: string, quote: string) => string;

const KEYS: readonly Key[] = [
  (id, document, quote) => JSON.stringify([id, document, plainWords(quote)]),
  (id, document) => JSON.stringify([id, document]),
  (id) => id,
];

/**
 * The entries of a baseline, given out one for each item of their id: first for the same words in the same document, then
 * in the same document, then anywhere, so that a document may be renamed. Two equal findings need two entries. All
 * documents together take time linear in items and entries.
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
        const { id, document, places } = of(item);
        const entry = this.#next(waiting.get(key(withoutCount(id), document, places[0]?.quote ?? '')));
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
    const its = key(withoutCount(entry.id), entry.document, entry.quote);
    const others = found.get(its);
    if (others === undefined) found.set(its, [entry]);
    else others.push(entry);
  }
  return found;
}
