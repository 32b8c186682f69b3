/** The columns of a table of commitments, and its rows: one row and one quote a commitment. */
import type { ReportPart } from '../../model/part.ts';
import type { Commitment } from '../../model/report.ts';
import type { Column } from '../columns.ts';
import { pageLink } from '../page-link.ts';
import { namingColumns, placeColumns, type RecordRow, recordRows } from '../record-row.ts';
import { what } from '../undertaking.ts';

/** A commitment with what stands around it. */
export type CommitmentRow = RecordRow<Commitment>;

/** Name and cell of every column; names and order are public. The last two are what a person said of it. */
export const commitmentColumns: readonly Column<CommitmentRow>[] = [
  ...namingColumns,
  ['who', ({ its: { actor } }) => actor.name ?? actor.text],
  ['what', ({ its }) => what({ ...its, conditions: [] })],
  ['strength', ({ its }) => its.strengthLabel],
  ['by', ({ its }) => its.deadline?.text],
  ['by_start', ({ its }) => its.deadline?.start],
  ['by_end', ({ its }) => its.deadline?.end],
  ['by_precision', ({ its }) => its.deadline?.precision],
  ['target_value', ({ its }) => its.targets[0]?.value],
  ['target_unit', ({ its }) => its.targets[0]?.unit],
  ['target_from', ({ its }) => its.targets[0]?.from],
  ['condition', ({ its }) => its.conditions.map(({ text }) => text).join('; ')],
  ['themes', ({ its }) => its.themes.join('; ')],
  ['quote', ({ its }) => its.evidence.quote],
  ...placeColumns,
  ['link', ({ its, document }) => pageLink(its.evidence, document)],
  ['owner_named', ({ its }) => its.checkable.owner],
  ['checkable', ({ its }) => its.checkable.all],
  ['attribution', ({ its }) => its.attribution],
  ['rule', ({ its }) => its.rules.join('; ')],
  ['confidence', ({ its }) => its.confidence.level],
  ['kind', ({ its }) => its.kind],
  ['polarity', ({ its }) => its.polarity],
  ['novelty', ({ its }) => its.novelty],
  ['restates', ({ its }) => its.restates],
  ['verdict', ({ its }) => its.review?.verdict],
  ['note', ({ its }) => its.review?.note],
];

/** Name and cell of every column of what a person called no commitment. */
export const rejectedColumns: readonly Column<CommitmentRow>[] = [
  ['id', ({ its }) => its.id],
  ['ref', ({ its }) => its.ref],
  ['document', ({ document }) => document?.name],
  ['quote', ({ its }) => its.evidence.quote],
  ['page', ({ its }) => its.evidence.page],
  ['page_label', ({ its }) => its.evidence.pageLabel],
  ['line', ({ its }) => its.evidence.line],
  ['note', ({ its }) => its.review?.note],
  ['reviewer', ({ its }) => its.review?.by],
  ['link', ({ its, document }) => pageLink(its.evidence, document)],
];

/** The rows of one document. Cells that are null in the JSON are empty; dates are ISO days. */
export const commitmentRows = ({ document, commitments }: ReportPart): Generator<CommitmentRow> =>
  recordRows(commitments, document);

/** The rows of what a person called no commitment, of one document. */
export const rejectedRows = ({ document, rejected = [] }: ReportPart): Generator<CommitmentRow> =>
  recordRows(rejected, document);
