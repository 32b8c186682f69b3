/** A sheet of a workbook, or a table of a text file, as cells with their places. */

/** What a cell holds: a date as its ISO day; null where it is empty. */
export type SheetCell = string | number | boolean | null;

/** One row. */
export interface SheetRow {
  /** 1-based, as the program that shows the sheet counts. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

export interface Sheet {
  /** Its name; empty for a table of a text file, which has one. */
  readonly name: string;
  /** Those with something in them, in order. */
  readonly rows: readonly SheetRow[];
}

/** What is wrong in a sheet, and where. */
export interface SheetFault {
  /** `Commitments!E5`, or `row 5, column verdict` of a text file. */
  readonly place: string;
  /** What is wrong and what to do; whole sentences. */
  readonly message: string;
}

/** The columns of a sheet, known by their heads wherever they stand. */
export class Columns {
  readonly #sheet: Sheet;
  readonly #at = new Map<string, number>();
  /** The rows under the head. */
  readonly rows: readonly SheetRow[];
  /** The row of the head, 1-based. */
  readonly head: number;

  /** @param head the row that has the names of the columns */
  constructor(sheet: Sheet, head: SheetRow) {
    this.#sheet = sheet;
    this.head = head.number;
    for (const [at, cell] of head.cells.entries()) {
      const name = headName(cell);
      if (name !== '' && !this.#at.has(name)) this.#at.set(name, at);
    }
    this.rows = sheet.rows.filter(({ number }) => number > head.number);
  }

  has(name: string): boolean {
    return this.#at.has(name);
  }

  get names(): readonly string[] {
    return [...this.#at.keys()];
  }

  /** What a row holds under a head; null where it is empty or there is no such head. Texts without white space around them. */
  cell(row: SheetRow, name: string): SheetCell {
    const at = this.#at.get(name);
    const cell = at === undefined ? null : (row.cells[at] ?? null);
    if (typeof cell !== 'string') return cell;
    const text = cell.trim();
    return text === '' ? null : text;
  }

  /** The same as a text, with white space as single spaces. */
  text(row: SheetRow, name: string): string | null {
    const cell = this.cell(row, name);
    return cell === null ? null : String(cell).replace(/\s+/g, ' ');
  }

  place({ number }: Pick<SheetRow, 'number'>, name: string): string {
    const { name: sheet } = this.#sheet;
    const at = this.#at.get(name);
    if (sheet === '') return `row ${number}${at === undefined ? '' : `, column ${name}`}`;
    return `${sheet}!${at === undefined ? number : `${lettersOf(at)}${number}`}`;
  }
}

/** Rows that are looked through for the head of a table: somebody may have put a title above it. */
const HEAD_WITHIN = 20;

/** The columns of a sheet whose head has all these names; null where it is another sheet. */
export function columnsOf(sheet: Sheet, needed: readonly string[]): Columns | null {
  for (const row of sheet.rows.slice(0, HEAD_WITHIN)) {
    const names = new Set(row.cells.map(headName));
    if (needed.every((name) => names.has(name))) return new Columns(sheet, row);
  }
  return null;
}

/** A head however it is typed: `Found who` is `found_who`. */
const headName = (cell: SheetCell): string =>
  typeof cell === 'string'
    ? cell
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, '_')
    : '';

/** The letters of a column, from 0 on: A, B … Z, AA. */
function lettersOf(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest < 0 ? '' : lettersOf(rest)) + String.fromCharCode(65 + (column % 26));
}
