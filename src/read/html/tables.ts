/** The tables of a web page: which hold data, and their rows with the names of their columns. */
import type { SourcePlace } from '../../model/document.ts';
import type { Passage } from '../flow/passages.ts';
import { rowPassage } from '../flow/passages.ts';
import { isShared, MOST_SHARED } from '../flow/shared-cells.ts';
import type { Survey } from './boilerplate.ts';
import type { Element } from './tree.ts';
import { attribute, childrenOf, isElement } from './tree.ts';

/** Cells with more characters than this on average hold paragraphs, and the table only lays them out. */
const LONGEST_CELL = 500;
/** No table of words has more columns. */
const MOST_COLUMNS = 200;

/** Whether a table only divides the page: one column, headings or tables in it, or whole passages in its cells. */
export function isLayout(table: Element, { facts, leftOut }: Survey): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return true;
  const own = facts.get(table);
  if (own === undefined || own.tables > 1 || own.headings > 1) return true;
  const rows = rowsOf(table);
  let cells = 0;
  let widest = 0;
  for (const row of rows) {
    const filled = childrenOf(row).filter((cell) => isElement(cell) && !leftOut.has(cell)).length;
    cells += filled;
    widest = Math.max(widest, filled);
  }
  return widest < 2 || own.characters > cells * LONGEST_CELL;
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  for (const child of childrenOf(table)) {
    if (!isElement(child)) continue;
    if (child.tagName === 'tr') rows.push(child);
    else if (/^t(?:head|body|foot)$/.test(child.tagName))
      for (const row of childrenOf(child).filter(isElement)) rows.push(row);
  }
  return rows;
}

interface Cell {
  readonly text: string;
  readonly place: SourcePlace | null;
  readonly isHead: boolean;
}

/** A column that a cell from above covers. */
interface Cover {
  /** For how many rows it still does. */
  readonly rows: number;
  /** What these rows share; null in the other columns of a wide cell, for names of columns and for long words. */
  readonly text: string | null;
}

/** A table of data while its rows are read. */
export class PageTable {
  #header: string[] | null = null;
  #row: (Cell | undefined)[] = [];
  #covered: (Cover | undefined)[] = [];
  /** The same for the rows below, as cells of this row begin it. */
  #begun: (Cover | undefined)[] = [];
  #column = 0;
  #isStart = true;

  /** Adds a cell to the row; `place` is where its words stand in the source. */
  cell(element: Element, text: string, inHead: boolean, place: SourcePlace | null): void {
    while ((this.#covered[this.#column]?.rows ?? 0) > 0) this.#column++;
    const columns = spanOf(element, 'colspan');
    const rows = spanOf(element, 'rowspan');
    const cell = { text, place, isHead: inHead || element.tagName === 'th' };
    const shared = rows > 1 && !inHead && isShared(text) ? text : null;
    for (let k = 0; k < columns && this.#column < MOST_COLUMNS; k++, this.#column++) {
      // Every column below a wide name has it; a wide value stands in the first of its columns only.
      if (k === 0 || cell.isHead) this.#row[this.#column] = cell;
      if (rows > 1) this.#begun[this.#column] = { rows: rows - 1, text: k === 0 ? shared : null };
    }
  }

  /** Ends the row; gives it unless nothing stands in it. */
  endRow(): Passage | null {
    const row = this.#row;
    const filled = row.filter((cell) => cell !== undefined && cell.text.trim() !== '');
    const isHeader = this.#isStart && filled.length > 1 && filled.every((cell) => cell?.isHead);
    const shared = isHeader || filled.length === 0 ? [] : this.#shared();
    this.#nextRow(isHeader);
    if (filled.length === 0) return null;
    const texts = Array.from({ length: Math.max(row.length, shared.length) }, (_, column) => {
      const cell = row[column];
      const isRepeated = column > 0 && cell !== undefined && cell === row[column - 1];
      return isRepeated ? '' : (cell?.text ?? shared[column] ?? '');
    });
    // Words from above stand in the source where they stand, not here.
    const places = texts.map((_, column) => row[column]?.place ?? null);
    if (isHeader) {
      const above = this.#header ?? [];
      this.#header = Array.from({ length: Math.max(row.length, above.length) }, (_, column) =>
        `${above[column] ?? ''} ${row[column]?.text ?? ''}`.trim(),
      );
      return rowPassage(texts, null, places);
    }
    if (filled.length > 1) this.#isStart = false;
    return rowPassage(texts, this.#header, places);
  }

  /** What cells from above say in this row, by column. */
  #shared(): string[] {
    const texts: string[] = [];
    let count = 0;
    this.#covered.forEach((cover, column) => {
      if (cover !== undefined && cover.rows > 0 && cover.text !== null && count++ < MOST_SHARED)
        texts[column] = cover.text;
    });
    return texts;
  }

  /** Goes on to the next row; cells of a head cover those below it without a word. */
  #nextRow(isHeader: boolean): void {
    this.#row = [];
    this.#column = 0;
    const above = this.#covered;
    const begun = this.#begun;
    this.#begun = [];
    this.#covered = Array.from({ length: Math.max(above.length, begun.length) }, (_, column) => {
      const own = begun[column];
      if (own !== undefined) return isHeader ? { ...own, text: null } : own;
      const cover = above[column];
      return cover !== undefined && cover.rows > 1 ? { ...cover, rows: cover.rows - 1 } : undefined;
    });
  }
}

function spanOf(element: Element, name: string): number {
  const value = Number.parseInt(attribute(element, name), 10);
  return value > 1 ? Math.min(value, MOST_COLUMNS) : 1;
}
