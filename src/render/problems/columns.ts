/** The columns of a table of problems in reading, and its rows: what the user should know, one row each. */
import type { DocumentRecord, ReportDiagnostic } from '../../model/report.ts';
import type { Column } from '../columns.ts';

/** A problem, and the document that it is about; null for an input that could not even be opened. */
export interface ProblemRow {
  readonly its: ReportDiagnostic;
  readonly document: DocumentRecord | null;
}

/** Name and cell of every column; names and order are public. */
export const problemColumns: readonly Column<ProblemRow>[] = [
  ['level', ({ its }) => its.level],
  ['code', ({ its }) => its.code],
  ['document', ({ document }) => document?.name],
  ['page', ({ its }) => its.page],
  ['message', ({ its }) => its.message],
  ['hint', ({ its }) => its.hint],
];

/** The problems of one document, in the order in which they were met. */
export function* problemRows(part: {
  readonly document: DocumentRecord | null;
  readonly diagnostics: readonly ReportDiagnostic[];
}): Generator<ProblemRow> {
  for (const its of part.diagnostics) yield { its, document: part.document };
}
