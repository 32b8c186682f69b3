/** Findings as a table for spreadsheets: one row a finding. */
import type { Finding } from '../../model/findings.ts';
import type { FindingsPart } from '../../model/findings-part.ts';
import type { DocumentRecord } from '../../model/report.ts';
import { type Column, cellsRow, headRow, type TableLook } from '../csv.ts';
import { place } from '../place.ts';

interface Row {
  readonly its: Finding;
  readonly document: DocumentRecord | null;
  /** Title of the section that it stands in; undefined outside all. */
  readonly section: string | undefined;
}

/** Name and cell of every column; names and order are public. */
const columns: readonly Column<Row>[] = [
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

/** The first row, with the names of the columns. */
export const findingsHead = (look: TableLook): string => headRow(columns, look);

/** The rows of one document. */
export function* findingsRows({ document, findings }: FindingsPart, look: TableLook): Generator<string> {
  const sections = new Map(document?.sections.map(({ id, title }) => [id, title]));
  for (const its of findings)
    yield cellsRow(columns, { its, document, section: sections.get(its.evidence.sectionId ?? '') }, look);
}
