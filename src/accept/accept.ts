/** Parts what was found into what is to be told and what is accepted: by comments, an ignore file and a baseline. */
import type { Acceptable, AcceptedBy, BaselineEntry, CommentRange, IgnoreEntry } from '../model/accepted.ts';
import { Baseline } from './baseline.ts';
import { covers } from './covers.ts';
import { Ignores } from './ignores.ts';

/** What people have said that they accept, but for comments, which are the documents' own. */
export interface Accepting<Entry extends BaselineEntry = BaselineEntry> {
  readonly ignores: readonly IgnoreEntry[];
  readonly baseline: readonly Entry[];
  /** The ISO day from which entries are judged to have ended; null where none has. */
  readonly asOf: string | null;
}

/** Something accepted, and by what. */
export interface Hidden<Item> {
  readonly item: Item;
  readonly by: AcceptedBy;
  readonly reason: string | null;
  readonly until: string | null;
}

/** What was found in one document: what is to be told, what is not, and the comments that accept nothing. */
export interface Parted<Item> {
  readonly active: readonly Item[];
  readonly hidden: readonly Hidden<Item>[];
  readonly unusedComments: readonly CommentRange[];
}

/**
 * Parts what is found, document after document. A comment comes before an entry of the ignore file, and that before the
 * baseline, which is asked only for what the others leave; a comment or entry counts as used also where another comes
 * before it.
 */
export class Acceptor<Entry extends BaselineEntry = BaselineEntry> {
  readonly #accepting: Accepting<Entry>;
  readonly #ignores: Ignores;
  readonly #baseline: Baseline<Entry>;
  readonly #used = new Set<IgnoreEntry>();
  readonly #ended = new Set<IgnoreEntry>();

  constructor(accepting: Accepting<Entry>) {
    this.#accepting = accepting;
    this.#ignores = new Ignores(accepting.ignores);
    this.#baseline = new Baseline(accepting.baseline);
  }

  /**
   * Parts the items of one document, keeping their order.
   * @param of what an item is accepted by
   */
  part<Item>(items: readonly Item[], comments: readonly CommentRange[], of: (item: Item) => Acceptable): Parted<Item> {
    const said = new Map<Item, Hidden<Item>>();
    const used = new Set<CommentRange>();
    for (const item of items) {
      const its = of(item);
      for (const comment of comments) {
        if (!isWithin(its, comment)) continue;
        used.add(comment);
        if (!said.has(item)) said.set(item, { item, by: 'comment', reason: comment.reason, until: null });
      }
      for (const entry of this.#ignores.about(its)) {
        if (!this.#holds(entry)) continue;
        const { reason, until } = entry;
        if (!said.has(item)) said.set(item, { item, by: 'ignore-file', reason, until });
      }
    }
    const others = items.filter((item) => !said.has(item));
    for (const item of this.#baseline.match(others, of).keys())
      said.set(item, { item, by: 'baseline', reason: null, until: null });
    return {
      active: items.filter((item) => !said.has(item)),
      hidden: items.flatMap((item) => said.get(item) ?? []),
      unusedComments: comments.filter((comment) => !used.has(comment)),
    };
  }

  /** Whether an entry that is about something holds; remembers what became of it. */
  #holds(entry: IgnoreEntry): boolean {
    const { asOf } = this.#accepting;
    const hasEnded = entry.until !== null && asOf !== null && asOf > entry.until;
    (hasEnded ? this.#ended : this.#used).add(entry);
    return !hasEnded;
  }

  /** Entries of the ignore file that have hidden nothing, whatever day it is. */
  get unusedIgnores(): readonly IgnoreEntry[] {
    return this.#accepting.ignores.filter((entry) => !this.#used.has(entry) && !this.#ended.has(entry));
  }

  /** Entries that would have hidden something, had their last day not passed. */
  get endedIgnores(): readonly IgnoreEntry[] {
    return this.#accepting.ignores.filter((entry) => this.#ended.has(entry));
  }

  /** Entries of the baseline that nothing was found for, in their order. */
  get orphans(): readonly Entry[] {
    return [...this.#baseline.left];
  }
}

/** Whether one of the passages of an item stands in the range of a comment that is for it, or reaches into it. */
function isWithin(item: Acceptable, comment: CommentRange): boolean {
  return (
    item.places.some(
      ({ documentId, start, end }) => documentId === comment.documentId && comment.start < end && start < comment.end,
    ) && covers(comment.rules, item)
  );
}
