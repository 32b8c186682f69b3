/** The tables of a document: which cell of a row stands in which column. */
import type { Block } from '../../../../model/document.ts';

/** A cell as a half-open range of offsets into its row's text. */
export interface Cell {
  readonly from: number;
  readonly to: number;
}

/** A row with a cell for every column; null for those that it leaves empty. */
export interface Row {
  readonly index: number;
  readonly block: Block;
  readonly cells: readonly (Cell | null)[];
}

/** Rows of the same columns. */
export interface Table {
  /** The row of heads where the document has one here; a table that goes on after something else has none. */
  readonly head: Row | null;
  /** The heads by column; empty for none. */
  readonly names: readonly string[];
  readonly rows: Row[];
}

/** The cells of a row, empty ones too: they stand between bars that have space on both sides, or the row's end. */
function cellsOf({ text }: Pick<Block, 'text'>): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  const end = (to: number): void => {
    let [first, last] = [from, to];
    while (first < last && text[first] === ' ') first++;
    while (last > first && text[last - 1] === ' ') last--;
    cells.push({ from: first, to: last });
  };
  for (let bar = text.indexOf('|'); bar >= 0; bar = text.indexOf('|', bar + 1)) {
    if ((bar > 0 && text[bar - 1] !== ' ') || (bar + 1 < text.length && text[bar + 1] !== ' ')) continue;
    end(bar);
    from = bar + 1;
  }
  end(text.length);
  return cells;
}

/**
 * A run of rows as tables: another begins with every row of heads, and where rows have heads that the table before them has
 * not.
 */
export function tablesOf(run: readonly (readonly [index: number, block: Block])[]): Table[] {
  const tables: Table[] = [];
  let names: readonly string[] | null = null;
  run.forEach(([index, block], at) => {
    const cells = cellsOf(block);
    const { header } = block;
    const next = header === null ? (run[at + 1]?.[1].header ?? null) : null;
    const own = cells.map(({ from, to }) => block.text.slice(from, to));
    const columns = names === null || header === null ? null : columnsOf(header, names);
    const table = tables.at(-1);
    if (next !== null && columnsOf(next, own) !== null) {
      names = own;
      tables.push({ head: { index, block, cells }, names, rows: [] });
    } else if (table !== undefined && columns !== null && names !== null) {
      table.rows.push({ index, block, cells: placed(cells, columns, names.length) });
    } else if (table !== undefined && header === null && names === null) {
      table.rows.push({ index, block, cells });
    } else {
      names = header;
      tables.push({ head: null, names: names ?? [], rows: [{ index, block, cells }] });
    }
  });
  return tables;
}

/**
 * The column of each of a row's heads among those of its table, in order; null where they are not among them. A cell
 * without a head stands in the next column.
 */
function columnsOf(own: readonly string[], names: readonly string[]): number[] | null {
  const columns: number[] = [];
  let column = 0;
  for (const name of own) {
    while (name !== '' && column < names.length && names[column] !== name) column++;
    if (column >= names.length) return null;
    columns.push(column++);
  }
  return columns;
}

/** Cells in their columns; those that have none follow. */
function placed(cells: readonly Cell[], columns: readonly number[], width: number): (Cell | null)[] {
  const out: (Cell | null)[] = Array.from({ length: width }, () => null);
  cells.forEach((cell, at) => {
    const column = columns[at];
    if (column === undefined) out.push(cell);
    else out[column] = cell;
  });
  return out;
}
