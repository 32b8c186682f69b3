/** Commitments as a table for spreadsheets: one row and one quote a commitment. */
import type { ReportPart } from '../../model/part.ts';
import { cellsRow, headRow, type TableLook } from '../csv.ts';
import { commitmentColumns, commitmentRows } from './columns.ts';

/** The first row, with the names of the columns. */
export const commitmentsHead = (look: TableLook): string => headRow(commitmentColumns, look);

/** The rows of one document. */
export function* commitmentsRows(part: ReportPart, look: TableLook): Generator<string> {
  for (const row of commitmentRows(part)) yield cellsRow(commitmentColumns, row, look);
}
