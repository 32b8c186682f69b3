/** Columns of tables: what csv, tsv and the sheets of workbooks have in common. */

/** What a cell holds; null and undefined are an empty cell. */
export type CellValue = string | number | boolean | null | undefined;

/** A column: its name, which is public, and its cell in a row of data. */
export type Column<R> = readonly [name: string, cell: (row: R) => CellValue];
