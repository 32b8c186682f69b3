/** Findings as a table for spreadsheets: one row a finding. */
import type { FindingsPart } from '../../model/findings-part.ts';
import { cellsRow, headRow, type TableLook } from '../csv.ts';
import { findingColumns, findingRows } from './columns.ts';

/** The first row, with the names of the columns. */
export const findingsHead = (look: TableLook): string => headRow(findingColumns, look);

/** The rows of one document. */
export function* findingsRows(part: FindingsPart, look: TableLook): Generator<string> {
  for (const row of findingRows(part)) yield cellsRow(findingColumns, row, look);
}
