/** Blocks in the making: what stands on one page, before headings, lists and joins are decided. */
import type { BlockKind, BlockRole, Box } from '../../../model/document.ts';
import type { Line } from './lines.ts';
import type { Paragraph } from './paragraphs.ts';

/** The lines of a block that stand on one page. */
export interface DraftPart {
  readonly page: number;
  /** Of a table row: the lines cell by cell; of everything else a single cell. */
  readonly cells: readonly (readonly Line[])[];
  readonly box: Box;
}

/** A block in the making: a paragraph whose lines may stand on several pages and in several cells. */
export interface Draft extends Omit<Paragraph, 'lines'> {
  readonly kind: BlockKind;
  readonly level: number;
  readonly parts: readonly DraftPart[];
  /** The mark of a note or other sign that is printed before the text but is not part of it. */
  readonly sign: string | null;
  /** What it is there for, where its kind does not say; null otherwise. */
  readonly role: BlockRole | null;
  /** Of a table row: the names of the columns that its filled cells stand in. */
  readonly header: readonly string[] | null;
  /** Of a table row: the names of all columns of its table, an empty one where a column has none; null without names. */
  readonly names?: readonly string[] | null;
  /** The table that a row belongs to, or -1. */
  readonly table: number;
  /** Whether the structure tree says that it is a heading, or another text; absent where no tree tells. */
  readonly tagged?: 'heading' | 'text';
}

/** A paragraph as a draft of the given kind. */
export function draftOf(paragraph: Paragraph, page: number, kind: BlockKind = 'paragraph'): Draft {
  const { lines, ...rest } = paragraph;
  return {
    ...rest,
    kind,
    level: 1,
    parts: [{ page, cells: [lines], box: boxOf(lines) }],
    sign: lines[0]?.raised ?? null,
    role: null,
    header: null,
    table: -1,
  };
}

/** The box around lines. */
export function boxOf(lines: readonly Line[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    x0 = Math.min(x0, line.x0);
    y0 = Math.min(y0, line.bottom);
    x1 = Math.max(x1, line.x1);
    y1 = Math.max(y1, line.top);
  }
  return [x0, y0, x1, y1];
}

/** Lines that were put together before: one rule after the other asks for those of the same draft. */
const known = new WeakMap<Draft['parts'], readonly Line[]>();

/** All lines of a draft. */
export function linesOf({ parts }: Pick<Draft, 'parts'>): readonly Line[] {
  const before = known.get(parts);
  if (before !== undefined) return before;
  const lines = parts.flatMap((part) => part.cells.flat());
  known.set(parts, lines);
  return lines;
}

/** The printed text of a draft, lines joined by spaces, for tests on its form. */
export function roughText(draft: Draft): string {
  return linesOf(draft)
    .map((line) => line.text)
    .join(' ');
}
