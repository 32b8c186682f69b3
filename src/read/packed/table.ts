/** A table of words → its rows as passages, with the names of the columns that each row's cells stand in. */
import type { Passage } from '../flow/passages.ts';
import { passage, rowPassage } from '../flow/passages.ts';
import { isShared, MOST_SHARED } from '../flow/shared-cells.ts';

/** The words of several paragraphs in one. */
export interface Words {
  readonly text: string;
  /** Runs of words that are ruled out. */
  readonly struck: readonly string[];
  readonly isBold: boolean;
}

/** A cell of a table. */
export interface Cell extends Words {
  /** From 0. */
  readonly column: number;
  /** How many columns it is wide. */
  readonly width: number;
  readonly isShaded: boolean;
  /** Whether it only goes on with the cell above it, which both rows share. */
  readonly isContinued: boolean;
}

/** A row of a table. */
export interface Row {
  readonly cells: readonly Cell[];
  /** Whether the document says that it names the columns. */
  readonly isHead: boolean;
}

/** No table of words has more columns. */
export const MOST_COLUMNS = 200;
/** The names of columns have fewer characters; where nothing but their words tells them, no more than the second. */
const LONGEST_NAME = 80;
const LONGEST_PLAIN_NAME = 40;
/** Cells with more characters than this on average hold passages of their own. */
const LONGEST_CELL = 500;
/** A table with a table in more than one cell of so many divides the page. */
const MOST_NESTED = 8;

/**
 * The rows of a table, each followed by what is ruled out in it.
 * @param hasHead whether the style of the table sets its first row apart
 */
export function tablePassages(rows: readonly Row[], hasHead: boolean): Passage[] {
  const passages: Passage[] = [];
  let header: string[] | null = null;
  let above: readonly string[] = [];
  let count = 0;
  rows.forEach(({ cells, isHead: isMarked }, index) => {
    const filled = cells.filter(({ text }) => text !== '');
    // A title over the whole table is not its first row.
    if (filled.length > 1) count++;
    const isFirst = count === 1 && index + 1 < rows.length;
    const isHead =
      filled.length > 1 &&
      (isMarked
        ? header === null || rows[index - 1]?.isHead === true
        : header === null && isFirst && areNames(filled) && (hasHead || isSetApart(filled, rows.slice(index + 1))));
    const texts = textsByColumn(cells, isHead ? [] : above);
    if (filled.length > 0) passages.push(rowPassage(texts, isHead ? null : header));
    for (const { struck } of cells) for (const one of struckPassages(struck)) passages.push(one);
    if (isHead) header = named(header, cells);
    above = isHead ? [] : texts;
  });
  return passages;
}

/** What stands in each column, in those that a cell from above covers what it says. */
function textsByColumn(cells: readonly Cell[], above: readonly string[]): string[] {
  const texts: string[] = [];
  let shared = 0;
  for (const { text, column, isContinued } of cells) {
    const from = isContinued && text === '' ? (above[column] ?? '') : '';
    const isRepeated = isShared(from) && shared++ < MOST_SHARED;
    texts[column] = isRepeated ? from : text;
  }
  return Array.from(texts, (text) => text ?? '');
}

/** What is ruled out: it stands in the text and says nothing. */
export function struckPassages(struck: readonly string[]): Passage[] {
  return struck.map((text) => passage('paragraph', text, { role: 'struck' }));
}

/** What a table is made of, counted before its words are read. */
export interface TableSize {
  /** Cells in the widest row, and in all. */
  readonly widest: number;
  readonly cells: number;
  /** Cells with tables in them. */
  readonly nested: number;
  readonly characters: number;
}

/** Whether a table only divides the page: one column, tables in many of its cells, or whole passages. */
export function isLayout({ widest, cells, nested, characters }: TableSize): boolean {
  return widest < 2 || nested * MOST_NESTED > cells || characters > cells * LONGEST_CELL;
}

/** The names of columns, below those of the rows above; a wide name stands over all its columns. */
function named(above: readonly string[] | null, cells: readonly Cell[]): string[] {
  const names = [...(above ?? [])];
  for (const { text, column, width } of cells) {
    for (let at = column; at < column + width; at++) names[at] = `${above?.[at] ?? ''} ${text}`.trim();
  }
  return Array.from(names, (name) => name ?? '');
}

/** Whether cells are short enough to name columns. */
function areNames(filled: readonly Cell[]): boolean {
  return filled.every(({ text }) => text.length < LONGEST_NAME);
}

/** Whether a first row is not like those below it: in bold, shaded, or words over numbers. */
function isSetApart(filled: readonly Cell[], below: readonly Row[]): boolean {
  const next = below[0]?.cells.filter(({ text }) => text !== '') ?? [];
  const isBold = filled.every((cell) => cell.isBold);
  if (isBold && (next.length < 2 || !next.every((cell) => cell.isBold))) return true;
  if (filled.length < 3 || next.length < 2) return false;
  const isShaded = filled.every((cell) => cell.isShaded);
  return (isShaded && next.every((cell) => !cell.isShaded)) || standsOverNumbers(filled, below);
}

/** Whether no cell of a row has a digit and all cells below one of them have some, in two rows or more. */
function standsOverNumbers(filled: readonly Cell[], below: readonly Row[]): boolean {
  if (below.length < 2 || filled.some(({ text }) => text.length > LONGEST_PLAIN_NAME || /\d/.test(text))) return false;
  return filled.some(({ column }) => {
    const values = below.flatMap(({ cells }) => cells.filter((cell) => cell.column === column && cell.text !== ''));
    return values.length * 2 > below.length && values.every(({ text }) => /\d/.test(text));
  });
}
