/** The columns of a review sheet: what was found, and cells for what people say of it. */
import type { Commitment, DocumentRecord } from '../../model/report.ts';
import type { MissedEntry, ReviewEntry } from '../../model/review.ts';
import type { Column } from '../columns.ts';
import { pageLink } from '../page-link.ts';
import { place } from '../place.ts';

/** A commitment of a review sheet. */
export interface ReviewRow {
  readonly its: Commitment;
  readonly document: DocumentRecord;
  /** Title of the section that it stands in; undefined outside all. */
  readonly section: string | undefined;
  /** The words around it; empty where they are not known. */
  readonly context: string;
  /** What was found, as people would type it. */
  readonly found: { readonly who: string | null; readonly what: string; readonly by: string | null };
  /** What has been said of it; null where nothing was. */
  readonly entry: ReviewEntry | null;
}

/** What a choice is called where people choose it. */
const VERDICT_WORDS = { keep: 'keep', edit: 'edit', 'not-a-commitment': 'not a commitment' } as const;

/** Columns that people fill in. */
export const EDITABLE: ReadonlySet<string> = new Set(['verdict', 'who', 'what', 'by', 'note', 'reviewer']);

/** Name and cell of every column; the names are public, and how an import knows the columns. */
export const reviewColumns: readonly Column<ReviewRow>[] = [
  ['ref', ({ its }) => its.ref],
  ['quote', ({ its }) => its.evidence.quote],
  ['place', ({ its }) => place(its.evidence)],
  ['verdict', ({ entry }) => (entry === null ? null : VERDICT_WORDS[entry.verdict])],
  ['who', ({ found, entry }) => (entry?.who === undefined ? found.who : entry.who)],
  ['what', ({ found, entry }) => entry?.what ?? found.what],
  ['by', ({ found, entry }) => (entry?.by === undefined ? found.by : entry.by === null ? null : String(entry.by))],
  ['note', ({ entry }) => entry?.note],
  ['reviewer', ({ entry }) => entry?.reviewer],
  ['strength', ({ its }) => its.strengthLabel],
  ['section', ({ section }) => section],
  ['context', ({ context }) => context],
  ['restates', ({ its }) => its.restates],
  ['cite', ({ its }) => its.evidence.cite],
  ['link', ({ its, document }) => pageLink(its.evidence, document)],
  ['document', ({ document }) => document.name],
  ['id', ({ its }) => its.id],
  ['found_who', ({ found }) => found.who],
  ['found_what', ({ found }) => found.what],
  ['found_by', ({ found }) => found.by],
  ['document_sha256', ({ document }) => document.sha256],
];

/** A commitment that pmed did not find. */
export interface MissedRow {
  readonly document: string;
  /** Null for a row that is still to be filled in. */
  readonly entry: MissedEntry | null;
}

export const missedColumns: readonly Column<MissedRow>[] = [
  ['document', ({ document }) => document],
  ['quote', ({ entry }) => entry?.quote],
  ['page', ({ entry }) => (entry?.page === undefined ? null : String(entry.page))],
  ['who', ({ entry }) => entry?.who],
  ['what', ({ entry }) => entry?.what],
  ['by', ({ entry }) => (entry?.by === undefined ? null : String(entry.by))],
  ['note', ({ entry }) => entry?.note],
  ['reviewer', ({ entry }) => entry?.reviewer],
];
