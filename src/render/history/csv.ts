/** A history as a table for spreadsheets: one row a step, and one for each commitment to which nothing happened. */
import type { History, HistoryCommitment, HistoryStep } from '../../model/history.ts';
import type { Column } from '../columns.ts';
import { cellsRow, headRow, type TableLook } from '../csv.ts';

interface Row {
  readonly its: HistoryCommitment;
  readonly step: HistoryStep | null;
  readonly history: History;
}

const documentOf = ({ its, step, history }: Row) => history.documents[(step?.version ?? its.last) - 1];

/** Name and cell of every column; names and order are public. */
const columns: readonly Column<Row>[] = [
  ['id', ({ its }) => its.id],
  ['status', ({ its }) => its.status],
  ['first', ({ its }) => its.first],
  ['last', ({ its }) => its.last],
  ['ref', ({ its }) => its.ref],
  ['who', ({ its }) => its.who],
  ['what', ({ its }) => its.what],
  ['version', ({ its, step }) => step?.version ?? its.last],
  ['document', (row) => documentOf(row)?.name],
  ['document_date', (row) => documentOf(row)?.date?.value],
  ['against', ({ step }) => step?.against],
  ['kinds', ({ step }) => step?.kinds.join('; ')],
  ['level', ({ step }) => step?.level],
  ['deadline_before', ({ step }) => step?.change?.fields.deadline?.before],
  ['deadline_after', ({ step }) => step?.change?.fields.deadline?.after],
  ['days', ({ step }) => step?.change?.fields.deadline?.days],
  ['quote_before', ({ step }) => step?.change?.before?.evidence.quote],
  ['quote', ({ its, step }) => (step === null ? its.evidence : step.evidence)?.quote],
  ['page', ({ its, step }) => (step === null ? its.evidence : step.evidence)?.page],
  ['page_label', ({ its, step }) => (step === null ? its.evidence : step.evidence)?.pageLabel],
  ['line', ({ its, step }) => (step === null ? its.evidence : step.evidence)?.line],
  ['cite', ({ its, step }) => (step === null ? its.evidence : step.evidence)?.cite],
  ['change', ({ step }) => step?.change?.id],
];

/** The table with its head. */
export function renderHistoryTable(history: History, look: TableLook): string {
  const rows = history.commitments.flatMap((its): Row[] =>
    its.steps.length === 0 ? [{ its, step: null, history }] : its.steps.map((step) => ({ its, step, history })),
  );
  return headRow(columns, look) + rows.map((row) => cellsRow(columns, row, look)).join('');
}
