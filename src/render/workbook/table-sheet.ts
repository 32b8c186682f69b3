/** Tables as sheets: a head that stays in view, filters, and a row for each record. */
import type { CellValue, Column } from '../columns.ts';
import type { Cell, CellLink, Look } from './cell.ts';
import { lookOf } from './column-looks.ts';
import type { SheetPart } from './sheet-part.ts';
import type { Workbook } from './workbook.ts';

/** A column of a sheet. */
export interface SheetColumn<R> {
  readonly name: string;
  readonly cell: (row: R) => CellValue;
  readonly width: number;
  readonly look: Look;
  /** What its cells say, for the sheet About. */
  readonly says: string;
  /** Where a click on the cell leads. */
  readonly link?: (row: R) => CellLink | null;
  /** What a reader may choose from; without commas, 255 characters together. */
  readonly choices?: readonly string[];
}

/** A table as data: what a sheet of it is made from. */
export interface TableSheet<R> {
  /** Of the sheet, as its tab shows it. */
  readonly name: string;
  readonly columns: readonly SheetColumn<R>[];
  /** Columns at the left that stay in view; none unless given. */
  readonly frozen?: number;
}

/** The columns of a table as a sheet shows them. @param more what columns have besides, by name */
export function sheetColumns<R>(
  sheet: string,
  columns: readonly Column<R>[],
  more: Readonly<Record<string, Partial<SheetColumn<R>>>> = {},
): SheetColumn<R>[] {
  return columns.map(([name, cell]) => {
    const { width, ...look } = lookOf(name, sheet);
    return { name, cell, ...look, width: Math.max(width, roomOf(name)), ...more[name] };
  });
}

/** What the head of a column needs, with the button of its filter, in characters. */
const roomOf = (name: string): number => Math.ceil(name.length * 1.1) + 3;

/** A table that is being written into a workbook. */
export interface TablePart<in R> {
  readonly part: SheetPart;
  readonly add: (row: R) => void;
}

/** A new sheet with the head of the table. */
export function tableSheet<R>(workbook: Workbook, { name, columns, frozen = 0 }: TableSheet<R>): TablePart<R> {
  const part = workbook.sheet({
    name,
    widths: columns.map(({ width }) => width),
    frozen: { rows: 1, columns: frozen },
    isTable: true,
    choices: new Map(columns.flatMap(({ choices }, index) => (choices === undefined ? [] : [[index, choices]]))),
  });
  part.add(columns.map((column): Cell => ({ value: column.name, look: 'head' })));
  return {
    part,
    add: (row) =>
      part.add(columns.map(({ cell, look, link }) => ({ value: cell(row), look, link: link?.(row) ?? null }))),
  };
}
