/** The timeline as a table for spreadsheets: one row a time expression, in the order of time, those without a day last. */
import { cellsRow, headRow, type TableLook } from '../csv.ts';
import { timeColumns, timeRows } from './columns.ts';
import type { Plan, PlanSource } from './plan.ts';

/** How the table of a timeline is written. */
export interface TimelineTable extends TableLook {
  /** Whether deadlines are judged by a day. */
  readonly judged: boolean;
}

/** The first row, with the names of the columns. */
export const timelineHead = (table: TimelineTable): string => headRow(timeColumns(table.judged), table);

/** The rows of one document. */
export function* timelineRows(source: PlanSource, plan: Plan, table: TimelineTable): Generator<string> {
  const columns = timeColumns(table.judged);
  for (const row of timeRows(source, plan)) yield cellsRow(columns, row, table);
}
