/** Which findings or changes a baseline holds, each entry for one. */
import type { Acceptable, BaselineEntry } from '../model/accepted.ts';
import { plainWords } from './words.ts';

/** What a baseline accepts, and what of it is left. */
export interface BaselineMatch<Item, Entry> {
  readonly accepted: ReadonlyMap<Item, Entry>;
  /** Entries that nothing was found for, in their order. */
  readonly left: readonly Entry[];
}

/** Equal findings have one id with a number behind it, which depends on how many stand before. */
const withoutCount = (id: string): string => id.replace(/#\d+$/, '');

/**
 * Gives each entry to one item of its id: first to one with the same words in the same document, then to one in the same
 * document, then to any, so that a document may be renamed. Two equal findings need two entries. Linear in both.
 */
export function matchBaseline<Item, Entry extends BaselineEntry>(
  items: readonly Item[],
  entries: readonly Entry[],
  of: (item: Item) => Acceptable,
): BaselineMatch<Item, Entry> {
  const accepted = new Map<Item, Entry>();
  const left = new Set(entries);
  const keys = [
    (id: string, document: string, quote: string) => JSON.stringify([id, document, plainWords(quote)]),
    (id: string, document: string) => JSON.stringify([id, document]),
    (id: string) => id,
  ];
  for (const key of keys) {
    const waiting = new Map<string, Entry[]>();
    for (const entry of left) {
      const its = key(withoutCount(entry.id), entry.document, entry.quote);
      const others = waiting.get(its);
      if (others === undefined) waiting.set(its, [entry]);
      else others.push(entry);
    }
    for (const list of waiting.values()) list.reverse();
    for (const item of items) {
      if (accepted.has(item)) continue;
      const { id, document, places } = of(item);
      const entry = waiting.get(key(withoutCount(id), document, places[0]?.quote ?? ''))?.pop();
      if (entry === undefined) continue;
      accepted.set(item, entry);
      left.delete(entry);
    }
  }
  return { accepted, left: [...left] };
}
