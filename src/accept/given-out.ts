/** Which of the entries of a file each of several items is, each entry given out for one item. */

/** What an entry and an item may have in common; null where they cannot. */
export type Key<in Traits> = (its: Traits) => string | null;

/**
 * Entries that are given out by what they have in common with items: by the first key that fits, each once. Two equal items
 * need two entries, and get them in their order. All calls together take time linear in items and entries.
 */
export class GivenOut<Entry, Traits> {
  /** Entries that are given to nothing, in their order. */
  readonly left: Set<Entry>;
  /** By each key the entries that have it, the first last. */
  readonly #waiting: readonly (readonly [key: Key<Traits>, entries: ReadonlyMap<string, Entry[]>])[];

  /** @param keys from the nearest to the farthest */
  constructor(entries: readonly Entry[], keys: readonly Key<Traits>[], of: (entry: Entry) => Traits) {
    this.left = new Set(entries);
    const reversed = [...entries].reverse().map((entry) => [entry, of(entry)] as const);
    this.#waiting = keys.map((key) => [key, byKey(reversed, key)]);
  }

  /** The items that there are entries for, each with its entry. */
  match<Item>(items: readonly Item[], of: (item: Item) => Traits): ReadonlyMap<Item, Entry> {
    const held = new Map<Item, Entry>();
    if (this.left.size === 0) return held;
    const traits = items.map((item) => [item, of(item)] as const);
    for (const [key, waiting] of this.#waiting) {
      for (const [item, its] of traits) {
        if (held.has(item) || this.left.size === 0) continue;
        const common = key(its);
        const entry = common === null ? undefined : this.#next(waiting.get(common));
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

function byKey<Entry, Traits>(
  entries: readonly (readonly [Entry, Traits])[],
  key: Key<Traits>,
): ReadonlyMap<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const [entry, traits] of entries) {
    const its = key(traits);
    if (its === null) continue;
    const others = found.get(its);
    if (others === undefined) found.set(its, [entry]);
    else others.push(entry);
  }
  return found;
}
