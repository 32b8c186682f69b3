/** The columns of a table of documents, and its rows: one row a document, also of those that could not be read. */
import { type ReportPart, summarise } from '../../model/part.ts';
import type { DocumentRecord, Summary } from '../../model/report.ts';
import type { Column } from '../columns.ts';

/** A document with what was found in it. */
export interface DocumentRow {
  readonly document: DocumentRecord;
  /** Null where its commitments were not looked for. */
  readonly summary: Summary | null;
  readonly statements: number | null;
  /** What a person called no commitment; null where commitments were not looked for. */
  readonly rejected: number | null;
  /** Ids of its themes, the strongest first. */
  readonly themes: readonly string[] | null;
}

/** Name and cell of every column; names and order are public. */
export const documentColumns: readonly Column<DocumentRow>[] = [
  ['document', ({ document }) => document.name],
  ['title', ({ document }) => document.title],
  ['publisher', ({ document }) => document.publisher],
  ['document_date', ({ document }) => document.date?.value],
  ['date_precision', ({ document }) => document.date?.precision],
  ['date_source', ({ document }) => document.date?.source],
  ['date_quote', ({ document }) => document.date?.quote],
  ['status', ({ document }) => document.status],
  ['language', ({ document }) => document.language],
  ['pages', ({ document }) => document.pages],
  ['words', ({ document }) => document.words],
  ['passages', ({ document }) => document.passages],
  ['text_coverage', ({ document }) => document.textCoverage],
  ['commitments', ({ summary }) => summary?.commitments],
  ['distinct', ({ summary }) => summary?.distinct],
  ['binding', ({ summary }) => summary?.byStrength.binding],
  ['firm', ({ summary }) => summary?.byStrength.firm],
  ['planned', ({ summary }) => summary?.byStrength.planned],
  ['aimed', ({ summary }) => summary?.byStrength.aimed],
  ['wished', ({ summary }) => summary?.byStrength.wished],
  ['checkable', ({ summary }) => summary?.checkable],
  ['undated', ({ summary }) => summary?.undated],
  ['rejected', ({ rejected }) => rejected],
  ['statements', ({ statements }) => statements],
  ['themes', ({ themes }) => themes?.slice(0, MOST_THEMES).join('; ')],
  ['fiscal_year', ({ document }) => document.fiscalYear?.start],
  ['media_type', ({ document }) => document.mediaType],
  ['bytes', ({ document }) => document.bytes],
  ['sha256', ({ document }) => document.sha256],
  ['document_id', ({ document }) => document.id],
];

/** Themes that a document's row names; all have rows of their own. */
const MOST_THEMES = 5;

/** The row of a document that was analysed; none for an input that could not even be opened. */
export function documentRow({
  document,
  commitments,
  statements,
  themes,
  rejected = [],
}: Pick<ReportPart, 'document' | 'commitments' | 'statements' | 'themes' | 'rejected'>): DocumentRow | null {
  if (document === null) return null;
  const ranked = [...themes].sort((a, b) => b.share - a.share).map(({ id }) => id);
  return {
    document,
    summary: summarise(commitments),
    statements: statements.length,
    rejected: rejected.length,
    themes: ranked,
  };
}
