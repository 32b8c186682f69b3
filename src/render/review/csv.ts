/** A review sheet as one table of text: what was found, and what people added, as rows without an id. */
import type { Column } from '../columns.ts';
import { cellsRow, headRow, type TableLook } from '../csv.ts';
import { type MissedRow, missedColumns, type ReviewRow, reviewColumns } from './columns.ts';

const MISSED: ReadonlyMap<string, Column<MissedRow>[1]> = new Map([
  ...missedColumns,
  ['place', ({ entry }: MissedRow) => (entry?.page === undefined ? null : `p. ${entry.page}`)] as const,
  ['verdict', () => 'missed'] as const,
]);

/** The same columns for a commitment that pmed did not find. */
const missedCells: readonly Column<MissedRow>[] = reviewColumns.map(([name]) => [
  name,
  MISSED.get(name) ?? (() => null),
]);

export function* reviewTable(
  rows: Iterable<ReviewRow>,
  missed: Iterable<MissedRow>,
  look: TableLook,
): Generator<string> {
  yield headRow(reviewColumns, look);
  for (const row of rows) yield cellsRow(reviewColumns, row, look);
  for (const row of missed) yield cellsRow(missedCells, row, look);
}
