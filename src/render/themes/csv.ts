/** Themes as a table for spreadsheets: a row a theme a document, or a theme a section or page. */
import type { ReportPart } from '../../model/part.ts';
import { cellsRow, headRow, type TableLook } from '../csv.ts';
import { type ThemesShape, themeColumns, themeRows } from './table-columns.ts';

/** How the table of themes is written. */
export interface ThemesTable extends TableLook, ThemesShape {}

/** The first row, with the names of the columns. */
export const themesHead = (table: ThemesTable): string => headRow(themeColumns(table), table);

/** The rows of one document. */
export function* themesRows(part: ReportPart, table: ThemesTable): Generator<string> {
  const columns = themeColumns(table);
  for (const row of themeRows(part, table)) yield cellsRow(columns, row, table);
}
