/** A baseline brought up to what was found. */
import type { BaselineEntry } from '../model/accepted.ts';
import { Baseline } from './baseline.ts';

/** A baseline and what became of it. */
export interface Renewed<Entry> {
  /** Sorted by document, words and id, so that what is added or dropped is all that differs. */
  readonly entries: readonly Entry[];
  readonly added: number;
  readonly gone: number;
  /** Entries of documents that were not read, or not completely. */
  readonly kept: number;
}

/**
 * @param recorded the entries that there were
 * @param found what was found, as entries
 * @param read names of the documents that were read completely: only their entries can be gone
 * @param adds whether what is new is added; else only what is gone is dropped
 */
export function renew<Entry extends BaselineEntry>(
  recorded: readonly Entry[],
  found: readonly Entry[],
  read: ReadonlySet<string>,
  adds: boolean,
): Renewed<Entry> {
  const baseline = new Baseline(recorded);
  const matched = baseline.match(found, ({ id, rule, document, quote }) => ({
    sort: rule === undefined ? 'change' : 'finding',
    id,
    names: rule === undefined ? [] : [rule],
    commitmentIds: [],
    places: [{ documentId: '', start: 0, end: 0, quote }],
    document,
  }));
  const left = [...baseline.left];
  const kept = left.filter(({ document }) => !read.has(document));
  const current = adds ? found : recorded.filter((entry) => !baseline.left.has(entry));
  return {
    entries: sorted([...current, ...kept]),
    added: adds ? found.length - matched.size : 0,
    gone: left.length - kept.length,
    kept: kept.length,
  };
}

/** Entries by document, words and id, by code units: the same everywhere. */
function sorted<Entry extends BaselineEntry>(entries: readonly Entry[]): readonly Entry[] {
  const key = ({ document, quote, id }: BaselineEntry) => [document, quote, id];
  return [...entries].sort((a, b) => {
    const [one, two] = [key(a), key(b)];
    const at = one.findIndex((part, index) => part !== two[index]);
    return at < 0 ? 0 : (one[at] ?? '') < (two[at] ?? '') ? -1 : 1;
  });
}
