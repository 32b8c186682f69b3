/** The columns of a table of statements that are no commitments, and its rows: one row and one quote a statement. */
import type { ReportPart } from '../../model/part.ts';
import type { Statement } from '../../model/report.ts';
import type { Column } from '../columns.ts';
import { pageLink } from '../page-link.ts';
import { namingColumns, placeColumns, type RecordRow, recordRows } from '../record-row.ts';

/** A statement with what stands around it. */
export type StatementRow = RecordRow<Statement>;

/** Name and cell of every column; names and order are public. */
export const statementColumns: readonly Column<StatementRow>[] = [
  ...namingColumns,
  ['kind', ({ its }) => its.kind],
  ['who', ({ its: { actor } }) => actor.name ?? actor.text],
  ['quote', ({ its }) => its.evidence.quote],
  ['by', ({ its }) => its.deadline?.text],
  ['by_start', ({ its }) => its.deadline?.start],
  ['by_end', ({ its }) => its.deadline?.end],
  ['by_precision', ({ its }) => its.deadline?.precision],
  ['themes', ({ its }) => its.themes.join('; ')],
  ...placeColumns,
  ['link', ({ its, document }) => pageLink(its.evidence, document)],
  ['rule', ({ its }) => its.rules.join('; ')],
];

/** The rows of one document. */
export const statementRows = ({ document, statements }: ReportPart): Generator<StatementRow> =>
  recordRows(statements, document);
