/** New verdicts put into a review file: the later wins, and nothing else is lost. */
import type { MissedEntry, ReviewEntry, ReviewedDocument } from '../model/review.ts';
import { reviewWords, sameEntries } from './match.ts';
import type { SheetDocument } from './rows.ts';

/** What became of what was imported. */
export interface Merged {
  /** Sorted by document; verdicts by id, so that a diff shows what was decided and nothing else. */
  readonly documents: readonly ReviewedDocument[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly missed: { readonly added: number; readonly unchanged: number };
}

/** Puts the verdicts of sheets into those of a file. Verdicts that the sheets say nothing of stay. */
export function mergeReview(recorded: readonly ReviewedDocument[], imported: readonly SheetDocument[]): Merged {
  const documents = [...recorded];
  const told = { added: 0, changed: 0, unchanged: 0, missed: { added: 0, unchanged: 0 } };
  for (const its of imported) {
    const at = documents.findIndex((one) => isSame(one, its, imported));
    const old: ReviewedDocument = documents[at] ?? { document: its.document };
    const sha256 = its.sha256 ?? old.sha256;
    const verdicts = mergeVerdicts(old.verdicts ?? [], its.verdicts, told);
    const missed = mergeMissed(old.missed ?? [], its.missed, told.missed);
    const merged: ReviewedDocument = {
      document: its.document,
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(verdicts.length === 0 ? {} : { verdicts }),
      ...(missed.length === 0 ? {} : { missed }),
    };
    if (at < 0) documents.push(merged);
    else documents[at] = merged;
  }
  return { documents: sortedBy(documents, ({ document, sha256 = '' }) => [document, sha256]), ...told };
}

/** The same document: of the same bytes; else of the same name, unless the sheets know two of that name. */
function isSame(one: ReviewedDocument, its: SheetDocument, imported: readonly SheetDocument[]): boolean {
  if (its.sha256 !== null && one.sha256 === its.sha256) return true;
  if (one.document !== its.document) return false;
  const sameName = imported.filter(({ document }) => document === its.document);
  return sameName.length === 1 || one.sha256 === undefined;
}

function mergeVerdicts(
  old: readonly ReviewEntry[],
  now: readonly ReviewEntry[],
  told: { added: number; changed: number; unchanged: number },
): ReviewEntry[] {
  const same = sameEntries(old, now);
  const replaced = new Set(same.values());
  for (const entry of now) {
    const before = same.get(entry);
    if (before === undefined) told.added++;
    else if (isEqual(before, entry)) told.unchanged++;
    else told.changed++;
  }
  return sortedBy([...old.filter((one) => !replaced.has(one)), ...now], ({ id = '', quote }) => [id, quote]);
}

function mergeMissed(
  old: readonly MissedEntry[],
  now: readonly MissedEntry[],
  told: { added: number; unchanged: number },
): MissedEntry[] {
  const known = new Map(old.map((one) => [reviewWords(one.quote), one]));
  for (const one of now) {
    const words = reviewWords(one.quote);
    const before = known.get(words);
    if (before !== undefined && isEqual(before, one)) told.unchanged++;
    else told.added++;
    known.set(words, one);
  }
  return sortedBy([...known.values()], ({ quote }) => [quote]);
}

/** Whether two entries say the same, in whatever order; a year may be a number or a text. */
function isEqual(one: object, other: object): boolean {
  const plain = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? written(value) : value === null ? null : String(value);
  const written = (its: object): string =>
    JSON.stringify(
      Object.entries(its)
        .map(([key, value]) => [key, plain(value)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return written(one) === written(other);
}

/** By code units: the same everywhere. */
function sortedBy<Item>(items: readonly Item[], key: (item: Item) => readonly string[]): Item[] {
  return [...items].sort((a, b) => {
    const [one, two] = [key(a), key(b)];
    const at = one.findIndex((part, index) => part !== two[index]);
    return at < 0 ? 0 : (one[at] ?? '') < (two[at] ?? '') ? -1 : 1;
  });
}
