/** Rows of cells as text for spreadsheets and programs: RFC 4180 with `\n` for the ends of lines. */
import type { Column } from './columns.ts';
import { harmless } from './harmless.ts';

/** How a table is written. */
export interface TableLook {
  readonly separator: ',' | '\t';
  /** A byte order mark first, by which Excel knows that `’` and `£` are UTF-8. */
  readonly mark: boolean;
  /** An apostrophe before cells that a spreadsheet would compute. */
  readonly guard: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';

/** What spreadsheets take for the start of a formula, full-width forms included (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** The first row, with the names of the columns. */
export function headRow(columns: readonly Column<never>[], look: TableLook): string {
  const names = columns.map(([name]) => name);
  return (look.mark ? BYTE_ORDER_MARK : '') + tableRow(names, look);
}

/** The row of some data. What would act on a terminal is made harmless. */
export function cellsRow<R>(columns: readonly Column<R>[], row: R, look: TableLook): string {
  const cells = columns.map(([, cell]) => harmless(String(cell(row) ?? '')));
  return tableRow(cells, look);
}

/** One row with its newline. Cells are quoted where they hold a quote, a separator or the end of a line. */
export function tableRow(cells: readonly string[], { separator, guard }: TableLook): string {
  const written = cells.map((cell) => {
    const text = guard && FORMULA.test(cell) ? `'${cell}` : cell;
    return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(separator)}\n`;
}
