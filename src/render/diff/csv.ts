/** A diff as a table for spreadsheets: one row a change and kind, so that rows sort and count by kind. */
import type { Diff } from '../../model/diff.ts';
import { cellsRow, headRow, type TableLook } from '../csv.ts';
import { changeColumns, changeRows } from './columns.ts';
import type { DiffOptions } from './options.ts';

/** The table: its head, then commitments and duties of others in the order of the new text. Dates are ISO days. */
export function diffTable(diff: Diff, options: DiffOptions, look: TableLook): string {
  const rows = [...diff.changes, ...diff.dutyChanges].flatMap((change) => changeRows(change, diff, options));
  return headRow(changeColumns, look) + rows.map((row) => cellsRow(changeColumns, row, look)).join('');
}
