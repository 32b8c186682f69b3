/** Commitments as a table for spreadsheets: one row and one quote a commitment. */
import type { ReportPart } from '../../model/part.ts';
import type { Commitment, DocumentRecord } from '../../model/report.ts';
import { type Column, cellsRow, headRow, type TableLook } from '../csv.ts';
import { what } from '../undertaking.ts';

/** A commitment with what stands around it. */
interface Row {
  readonly its: Commitment;
  readonly document: DocumentRecord | null;
  /** Title of the section that it stands in; undefined outside all. */
  readonly section: string | undefined;
}

/** Name and cell of every column; names and order are public. The last two are for the reader's own remarks. */
const columns: readonly Column<Row>[] = [
  ['id', ({ its }) => its.id],
  ['ref', ({ its }) => its.ref],
  ['document', ({ document }) => document?.name],
  ['title', ({ document }) => document?.title],
  ['document_date', ({ document }) => document?.date?.value],
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
  ['page', ({ its }) => its.evidence.page],
  ['page_label', ({ its }) => its.evidence.pageLabel],
  ['section', ({ section }) => section],
  ['line', ({ its }) => its.evidence.line],
  ['cite', ({ its }) => its.evidence.cite],
  ['link', linkTo],
  ['owner_named', ({ its }) => its.checkable.owner],
  ['checkable', ({ its }) => its.checkable.all],
  ['attribution', ({ its }) => its.attribution],
  ['rule', ({ its }) => its.rules.join('; ')],
  ['confidence', ({ its }) => its.confidence.level],
  ['kind', ({ its }) => its.kind],
  ['polarity', ({ its }) => its.polarity],
  ['novelty', ({ its }) => its.novelty],
  ['restates', ({ its }) => its.restates],
  ['verdict', () => ''],
  ['note', () => ''],
];

/** The first row, with the names of the columns. */
export const commitmentsHead = (look: TableLook): string => headRow(columns, look);

/** The rows of one document. Cells that are null in the JSON are empty; dates are ISO days. */
export function* commitmentsRows(part: ReportPart, look: TableLook): Generator<string> {
  const { document, commitments } = part;
  const sections = new Map(document?.sections.map(({ id, title }) => [id, title]));
  for (const its of commitments) {
    yield cellsRow(columns, { its, document, section: sections.get(its.evidence.sectionId ?? '') }, look);
  }
}

/** `report.pdf#page=14`: opens at the page where a reader of PDF follows it; of other documents there is none. */
function linkTo({ its, document }: Row): string | null {
  if (its.evidence.page === null || document?.mediaType !== 'application/pdf') return null;
  return `${encodeURIComponent(document.name)}#page=${its.evidence.page}`;
}
