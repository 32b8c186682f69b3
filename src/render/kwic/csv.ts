/** Hits as a table for spreadsheets: one row a hit. */
import type { KwicHit } from '../../model/kwic.ts';
import type { KwicPart } from '../../model/kwic-part.ts';
import type { DocumentRecord } from '../../model/report.ts';
import { type Column, cellsRow, headRow, type TableLook } from '../csv.ts';

interface Row {
  readonly its: KwicHit;
  readonly document: DocumentRecord | null;
  /** Title of the section that it stands in; undefined outside all. */
  readonly section: string | undefined;
}

/** Name and cell of every column; names and order are public. */
const columns: readonly Column<Row>[] = [
  ['ref', ({ its }) => its.ref],
  ['document', ({ document }) => document?.name],
  ['title', ({ document }) => document?.title],
  ['document_date', ({ document }) => document?.date?.value],
  ['left', ({ its }) => its.left.trim()],
  ['text', ({ its }) => its.text],
  ['right', ({ its }) => its.right.trim()],
  ['quote', ({ its }) => its.evidence.quote],
  ['kind', ({ its }) => its.kind],
  ['page', ({ its }) => its.evidence.page],
  ['page_label', ({ its }) => its.evidence.pageLabel],
  ['section', ({ section }) => section],
  ['line', ({ its }) => its.evidence.line],
  ['start', ({ its }) => its.start],
  ['end', ({ its }) => its.end],
  ['cite', ({ its }) => its.evidence.cite],
];

/** The first row, with the names of the columns. */
export const kwicHead = (look: TableLook): string => headRow(columns, look);

/** The rows of one document. */
export function* kwicRows({ document, hits }: KwicPart, look: TableLook): Generator<string> {
  const sections = new Map(document?.sections.map(({ id, title }) => [id, title]));
  for (const its of hits)
    yield cellsRow(columns, { its, document, section: sections.get(its.evidence.sectionId ?? '') }, look);
}
