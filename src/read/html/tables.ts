/** The tables of a web page: which hold data, and their rows with the names of their columns. */
import type { SourcePlace } from '../../model/document.ts';
import type { Passage } from '../flow/passages.ts';
import { rowPassage } from '../flow/passages.ts';
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
    else if (/^t(?:head|body|foot)$/.test(child.tagName)) rows.push(...childrenOf(child).filter(isElement));
  }
  return rows;
}

interface Cell {
  readonly text: string;
  readonly place: SourcePlace | null;
  readonly isHead: boolean;
}

/** A table of data while its rows are read. */
export class PageTable {
  #header: string[] | null = null;
  #row: (Cell | undefined)[] = [];
  /** For each column, for how many rows a cell from above still stands in it. */
  #covered: number[] = [];
  #column = 0;
  #isStart = true;

  /** Adds a cell to the row; `place` is where its words stand in the source. */
  cell(element: Element, text: string, inHead: boolean, place: SourcePlace | null): void {
    while ((this.#covered[this.#column] ?? 0) > 0) this.#column++;
    const columns = spanOf(element, 'colspan');
    const rows = spanOf(element, 'rowspan');
    const cell = { text, place, isHead: inHead || element.tagName === 'th' };
    for (let k = 0; k < columns && this.#column < MOST_COLUMNS; k++, this.#column++) {
      // Every column below a wide name has it; a wide value stands in the first of its columns only.
      if (k === 0 || cell.isHead) this.#row[this.#column] = cell;
      this.#covered[this.#column] = rows;
    }
  }

  /** Ends the row; gives it unless nothing stands in it. */
  endRow(): Passage | null {
    const row = this.#row;
    this.#row = [];
    this.#column = 0;
    this.#covered = this.#covered.map((rows) => Math.max(0, (rows ?? 0) - 1));
    const filled = row.filter((cell) => cell !== undefined && cell.text.trim() !== '');
    if (filled.length === 0) return null;
    const isHeader = this.#isStart && filled.length > 1 && filled.every((cell) => cell?.isHead);
    const texts = Array.from(row, (cell, column) => {
      const isRepeated = column > 0 && cell !== undefined && cell === row[column - 1];
      return isRepeated ? '' : (cell?.text ?? '');
    });
    const places = Array.from(row, (cell) => cell?.place ?? null);
    if (isHeader) {
      this.#header = Array.from(row, (cell, column) => `${this.#header?.[column] ?? ''} ${cell?.text ?? ''}`.trim());
      return rowPassage(texts, null, places);
    }
    if (filled.length > 1) this.#isStart = false;
    return rowPassage(texts, this.#header, places);
  }
}

function spanOf(element: Element, name: string): number {
  const value = Number.parseInt(attribute(element, name), 10);
  return value > 1 ? Math.min(value, MOST_COLUMNS) : 1;
}
