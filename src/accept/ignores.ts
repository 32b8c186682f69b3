/** Which entries of an ignore file are about a finding or change. */
import type { Acceptable, IgnoreEntry, TextQuote } from '../model/accepted.ts';
import { covers } from './covers.ts';
import { holdsQuote, plainQuote } from './quote.ts';
import { plainWords } from './words.ts';

/** The entries of an ignore file, ready to be asked: by id at once, by words one after the other. */
export class Ignores {
  readonly #byId = new Map<string, IgnoreEntry[]>();
  readonly #quoting: { readonly entry: IgnoreEntry; readonly quote: TextQuote }[] = [];

  constructor(entries: readonly IgnoreEntry[]) {
    for (const entry of entries) {
      if (entry.quote !== null) this.#quoting.push({ entry, quote: plainQuote(entry.quote) });
      if (entry.id === null) continue;
      const others = this.#byId.get(entry.id);
      if (others === undefined) this.#byId.set(entry.id, [entry]);
      else others.push(entry);
    }
  }

  /** The entries about an item, in the order of the file; those that name its own id are for whatever rule it is of. */
  about(item: Acceptable): readonly IgnoreEntry[] {
    const own = (this.#byId.get(item.id) ?? []).filter(({ rules }) => rules === null || covers(rules, item));
    const byCommitment = item.commitmentIds.flatMap((id) => this.#byId.get(id) ?? []);
    const words = this.#quoting.length === 0 ? [] : item.places.map(({ quote }) => plainWords(quote));
    const byWords = this.#quoting.filter(({ quote }) => words.some((sentence) => holdsQuote(sentence, quote)));
    const others = [...byCommitment, ...byWords.map(({ entry }) => entry)].filter(({ rules }) => covers(rules, item));
    return [...own, ...others].sort((a, b) => a.line - b.line);
  }
}
