/** Cells of a sheet: what they hold, and how they look. */
import type { CellValue } from '../columns.ts';

/** How a cell looks; `styles.ts` says what that is. */
export const LOOKS = [
  'plain',
  'wrapped',
  'head',
  'title',
  'heading',
  'label',
  'quiet',
  'aside',
  'day',
  'count',
  'share',
  'figure',
  'portion',
  'link',
  'remark',
] as const;
export type Look = (typeof LOOKS)[number];

/** Where a click on a cell leads: a file beside the workbook, by a URL relative to it, or a sheet of the workbook. */
export type CellLink =
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string }
  | { readonly kind: 'sheet'; readonly sheet: string };

/** A cell that says how it looks. */
export interface Cell {
  readonly value: CellValue;
  readonly look: Look;
  readonly link?: CellLink | null;
}
