/** The columns of a table of hits, and its rows: one row a hit. */
import type { KwicHit } from '../../model/kwic.ts';
import type { KwicPart } from '../../model/kwic-part.ts';
import type { DocumentRecord } from '../../model/report.ts';
import type { Column } from '../columns.ts';
import { sectionTitles } from '../sections.ts';

/** A hit with what stands around it. */
export interface HitRow {
  readonly its: KwicHit;
  readonly document: DocumentRecord | null;
  /** Title of the section that it stands in; undefined outside all. */
  readonly section: string | undefined;
}

/** Name and cell of every column; names and order are public. */
export const hitColumns: readonly Column<HitRow>[] = [
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

/** The rows of one document. */
export function* hitRows({ document, hits }: KwicPart): Generator<HitRow> {
  const titleOf = sectionTitles(document);
  for (const its of hits) yield { its, document, section: titleOf(its.evidence) };
}
