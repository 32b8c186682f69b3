/** Hits as a table for spreadsheets: one row a hit. */
import type { KwicPart } from '../../model/kwic-part.ts';
import { cellsRow, headRow, type TableLook } from '../csv.ts';
import { hitColumns, hitRows } from './columns.ts';

/** The first row, with the names of the columns. */
export const kwicHead = (look: TableLook): string => headRow(hitColumns, look);

/** The rows of one document. */
export function* kwicRows(part: KwicPart, look: TableLook): Generator<string> {
  for (const row of hitRows(part)) yield cellsRow(hitColumns, row, look);
}
