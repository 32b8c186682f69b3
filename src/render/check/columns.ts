/** The columns of a table of findings, and its rows: one row a finding. */
import type { Finding } from '../../model/findings.ts';
import type { FindingsPart } from '../../model/findings-part.ts';
import type { DocumentRecord } from '../../model/report.ts';
import type { Column } from '../columns.ts';
import { place } from '../place.ts';
import { sectionTitles } from '../sections.ts';

/** A finding with what stands around it. */
export interface FindingRow {
  readonly its: Finding;
  readonly document: DocumentRecord | null;
  /** Title of the section that it stands in; undefined outside all. */
  readonly section: string | undefined;
}

/** Name and cell of every column; names and order are public. */
export const findingColumns: readonly Column<FindingRow>[] = [
  ['id', ({ its }) => its.id],
  ['ref', ({ its }) => its.ref],
  ['document', ({ document }) => document?.name],
  ['title', ({ document }) => document?.title],
  ['document_date', ({ document }) => document?.date?.value],
  ['level', ({ its }) => its.level],
  ['rule', ({ its }) => its.rule],
  ['message', ({ its }) => its.message],
  ['quote', ({ its }) => its.evidence.quote],
  ['page', ({ its }) => its.evidence.page],
  ['page_label', ({ its }) => its.evidence.pageLabel],
  ['section', ({ section }) => section],
  ['line', ({ its }) => its.evidence.line],
  ['cite', ({ its }) => its.evidence.cite],
  ['related', ({ its }) => its.related.map(({ ref, evidence }) => `${ref ?? ''} ${place(evidence)}`.trim()).join('; ')],
  ['commitment_id', ({ its }) => its.commitmentId],
  ['time_id', ({ its }) => its.timeId],
];

/** The rows of one document. */
export function* findingRows({ document, findings }: FindingsPart): Generator<FindingRow> {
  const titleOf = sectionTitles(document);
  for (const its of findings) yield { its, document, section: titleOf(its.evidence) };
}
