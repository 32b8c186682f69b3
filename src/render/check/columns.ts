/** The columns of a table of findings, and its rows: one row a finding. */
import type { Finding } from '../../model/findings.ts';
import type { FindingsPart } from '../../model/findings-part.ts';
import type { Column } from '../columns.ts';
import { place } from '../place.ts';
import { namingColumns, placeColumns, type RecordRow, recordRows } from '../record-row.ts';

/** A finding with what stands around it. */
export type FindingRow = RecordRow<Finding>;

/** Name and cell of every column; names and order are public. */
export const findingColumns: readonly Column<FindingRow>[] = [
  ...namingColumns,
  ['level', ({ its }) => its.level],
  ['rule', ({ its }) => its.rule],
  ['message', ({ its }) => its.message],
  ['quote', ({ its }) => its.evidence.quote],
  ...placeColumns,
  ['related', ({ its }) => its.related.map(({ ref, evidence }) => `${ref ?? ''} ${place(evidence)}`.trim()).join('; ')],
  ['commitment_id', ({ its }) => its.commitmentId],
  ['time_id', ({ its }) => its.timeId],
];

/** The rows of one document. */
export const findingRows = ({ document, findings }: FindingsPart): Generator<FindingRow> =>
  recordRows(findings, document);
