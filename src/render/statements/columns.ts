/** The columns of a table of statements that are no commitments, and its rows: one row and one quote a statement. */
import type { ReportPart } from '../../model/part.ts';
import type { DocumentRecord, Statement } from '../../model/report.ts';
import type { Column } from '../columns.ts';
import { pageLink } from '../page-link.ts';
import { sectionTitles } from '../sections.ts';

/** A statement with what stands around it. */
export interface StatementRow {
  readonly its: Statement;
  readonly document: DocumentRecord | null;
  /** Title of the section that it stands in; undefined outside all. */
  readonly section: string | undefined;
}

/** Name and cell of every column; names and order are public. */
export const statementColumns: readonly Column<StatementRow>[] = [
  ['id', ({ its }) => its.id],
  ['ref', ({ its }) => its.ref],
  ['document', ({ document }) => document?.name],
  ['title', ({ document }) => document?.title],
  ['document_date', ({ document }) => document?.date?.value],
  ['kind', ({ its }) => its.kind],
  ['who', ({ its: { actor } }) => actor.name ?? actor.text],
  ['quote', ({ its }) => its.evidence.quote],
  ['by', ({ its }) => its.deadline?.text],
  ['by_start', ({ its }) => its.deadline?.start],
  ['by_end', ({ its }) => its.deadline?.end],
  ['by_precision', ({ its }) => its.deadline?.precision],
  ['themes', ({ its }) => its.themes.join('; ')],
  ['page', ({ its }) => its.evidence.page],
  ['page_label', ({ its }) => its.evidence.pageLabel],
  ['section', ({ section }) => section],
  ['line', ({ its }) => its.evidence.line],
  ['cite', ({ its }) => its.evidence.cite],
  ['link', ({ its, document }) => pageLink(its.evidence, document)],
  ['rule', ({ its }) => its.rules.join('; ')],
];

/** The rows of one document. */
export function* statementRows({ document, statements }: ReportPart): Generator<StatementRow> {
  const titleOf = sectionTitles(document);
  for (const its of statements) yield { its, document, section: titleOf(its.evidence) };
}
