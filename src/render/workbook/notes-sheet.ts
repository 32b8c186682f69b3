/** Sheets to read rather than to sort: titles, facts and short tables one below the other. */
import type { CellValue } from '../columns.ts';
import type { Cell, CellLink, Look } from './cell.ts';
import type { SheetShape } from './sheet-part.ts';

/** A row of such a sheet; null is an empty cell. */
export type NotesRow = readonly (Cell | null)[];

/** What such a sheet is. @param widths of its columns, in characters */
export const notesShape = (name: string, widths: readonly number[]): SheetShape => ({
  name,
  widths,
  frozen: { rows: 0, columns: 0 },
  isTable: false,
});

export const cell = (value: CellValue, look: Look = 'plain', link: CellLink | null = null): Cell => ({
  value,
  look: link === null ? look : 'link',
  link,
});

export const titleRow = (title: string): NotesRow => [cell(title, 'title')];

/** An empty row, and what the rows below it are about. */
export const headingRows = (heading: string): NotesRow[] => [[], [cell(heading, 'heading')]];

/** How values look beside their labels: all begin at the same place. */
const BESIDE: Readonly<Partial<Record<Look, Look>>> = { count: 'figure', share: 'portion' };

/** `Pages   64   of which …`. */
export const factRow = (label: string, { look, ...value }: Cell, remark: string | null = null): NotesRow => [
  cell(label, 'label'),
  { ...value, look: BESIDE[look] ?? look },
  ...(remark === null ? [] : [cell(remark, 'aside')]),
];
