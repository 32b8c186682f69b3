/** Parts what was found into what is to be told and what is accepted: by comments, an ignore file and a baseline. */
import type { Acceptable, AcceptedBy, BaselineEntry, CommentRange, IgnoreEntry } from '../model/accepted.ts';
import { matchBaseline } from './baseline.ts';
import { covers } from './covers.ts';
import { holdsQuote, plainQuote } from './quote.ts';
import { plainWords } from './words.ts';

/** What people have said that they accept. */
export interface Accepting<Entry extends BaselineEntry = BaselineEntry> {
  readonly comments: readonly CommentRange[];
  readonly ignores: readonly IgnoreEntry[];
  readonly baseline: readonly Entry[];
  /** The ISO day after whose eve entries end; null where none does. */
  readonly asOf: string | null;
}

/** Something accepted, and by what. */
export interface Hidden<Item> {
  readonly item: Item;
  readonly by: AcceptedBy;
  readonly reason: string | null;
  readonly until: string | null;
}

/** What is to be told, what is not, and what accepted nothing. */
export interface Parted<Item, Entry> {
  readonly active: readonly Item[];
  readonly hidden: readonly Hidden<Item>[];
  readonly unusedComments: readonly CommentRange[];
  readonly unusedIgnores: readonly IgnoreEntry[];
  /** Entries that would hide something, had their day not passed. */
  readonly endedIgnores: readonly IgnoreEntry[];
  readonly orphans: readonly Entry[];
}

/**
 * Parts items, keeping their order. A comment comes before an entry of the ignore file, and that before the baseline, which
 * is asked only for what the others leave; a comment or entry counts as used also where another comes before it.
 * @param of what an item is accepted by
 */
export function accept<Item, Entry extends BaselineEntry>(
  items: readonly Item[],
  { comments, ignores, baseline, asOf }: Accepting<Entry>,
  of: (item: Item) => Acceptable,
): Parted<Item, Entry> {
  const commentsAt = inRanges(comments);
  const ignoring = ignoredBy(ignores);
  const used = new Set<CommentRange | IgnoreEntry>();
  const ended = new Set<IgnoreEntry>();
  const said = new Map<Item, Hidden<Item>>();
  for (const item of items) {
    const its = of(item);
    for (const comment of commentsAt(its)) {
      used.add(comment);
      if (!said.has(item)) said.set(item, { item, by: 'comment', reason: comment.reason, until: null });
    }
    for (const entry of ignoring(its)) {
      const { reason, until } = entry;
      if (until !== null && asOf !== null && asOf > until) {
        ended.add(entry);
        continue;
      }
      used.add(entry);
      if (!said.has(item)) said.set(item, { item, by: 'ignore-file', reason, until });
    }
  }
  const { accepted, left } = matchBaseline(
    items.filter((item) => !said.has(item)),
    baseline,
    of,
  );
  for (const item of accepted.keys()) said.set(item, { item, by: 'baseline', reason: null, until: null });
  return {
    active: items.filter((item) => !said.has(item)),
    hidden: items.flatMap((item) => said.get(item) ?? []),
    unusedComments: comments.filter((comment) => !used.has(comment)),
    unusedIgnores: ignores.filter((entry) => !used.has(entry) && !ended.has(entry)),
    endedIgnores: ignores.filter((entry) => ended.has(entry)),
    orphans: left,
  };
}

/** The comments that hold for an item: those in whose range one of its passages stands, or reaches into. */
function inRanges(comments: readonly CommentRange[]): (item: Acceptable) => readonly CommentRange[] {
  const byDocument = new Map<string, CommentRange[]>();
  for (const comment of comments) {
    const others = byDocument.get(comment.documentId);
    if (others === undefined) byDocument.set(comment.documentId, [comment]);
    else others.push(comment);
  }
  return (item) =>
    item.places.flatMap(({ documentId, start, end }) =>
      (byDocument.get(documentId) ?? []).filter(
        (comment) => comment.start < end && start < comment.end && covers(comment.rules, item),
      ),
    );
}

/** The entries of an ignore file that are about an item. */
function ignoredBy(ignores: readonly IgnoreEntry[]): (item: Acceptable) => readonly IgnoreEntry[] {
  const byId = new Map<string, IgnoreEntry[]>();
  const quoting: { readonly entry: IgnoreEntry; readonly quote: ReturnType<typeof plainQuote> }[] = [];
  for (const entry of ignores) {
    if (entry.id !== null) byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry]);
    else if (entry.quote !== null) quoting.push({ entry, quote: plainQuote(entry.quote) });
  }
  return (item) => {
    const own = (byId.get(item.id) ?? []).filter(({ rules }) => rules === null || covers(rules, item));
    const commitments = item.commitmentIds.flatMap((id) => byId.get(id) ?? []);
    const words = quoting.length === 0 ? [] : item.places.map(({ quote }) => plainWords(quote));
    const quoted = quoting.filter(({ quote }) => words.some((sentence) => holdsQuote(sentence, quote)));
    return [
      ...own,
      ...[...commitments, ...quoted.map(({ entry }) => entry)].filter(({ rules }) => covers(rules, item)),
    ].sort((a, b) => a.line - b.line);
  };
}
