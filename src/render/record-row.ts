/** A record of a document as a row of a table: what stands around it, and the columns that all such tables have. */
import type { DocumentRecord, Evidence } from '../model/report.ts';
import type { Column } from './columns.ts';
import { sectionTitles } from './sections.ts';

/** A record with what stands around it. */
export interface RecordRow<out R> {
  readonly its: R;
  readonly document: DocumentRecord | null;
  /** Title of the section that it stands in; undefined outside all. */
  readonly section: string | undefined;
}

/** What every record has. */
interface Cited {
  readonly id: string;
  readonly ref: string | null;
  readonly evidence: Evidence;
}

/** Which record it is, and of which document. */
export const namingColumns: readonly Column<RecordRow<Cited>>[] = [
  ['id', ({ its }) => its.id],
  ['ref', ({ its }) => its.ref],
  ['document', ({ document }) => document?.name],
  ['title', ({ document }) => document?.title],
  ['document_date', ({ document }) => document?.date?.value],
];

/** Where its evidence stands. */
export const placeColumns: readonly Column<RecordRow<Cited>>[] = [
  ['page', ({ its }) => its.evidence.page],
  ['page_label', ({ its }) => its.evidence.pageLabel],
  ['section', ({ section }) => section],
  ['line', ({ its }) => its.evidence.line],
  ['cite', ({ its }) => its.evidence.cite],
];

/** The rows of the records of one document, in their order. */
export function* recordRows<R extends Pick<Cited, 'evidence'>>(
  records: readonly R[],
  document: DocumentRecord | null,
): Generator<RecordRow<R>> {
  const titleOf = sectionTitles(document);
  for (const its of records) yield { its, document, section: titleOf(its.evidence) };
}
