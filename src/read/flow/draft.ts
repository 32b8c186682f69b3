/** A block before its text is cleaned: what it is and which lines of the document it is made of. */
import type { BlockKind, BlockRole, Span } from '../../model/document.ts';

/** A block in the making. Segments and cells ascend and do not overlap. */
export interface Draft {
  kind: BlockKind;
  level: number;
  /** What it is there for, where more is known than its kind. */
  role?: BlockRole;
  marker: string | null;
  /** The ranges of the document that hold its text: one a line, without line breaks, marker or surrounding space. */
  readonly segments: Span[];
  /** Of a table row: the segments of each cell, at least one each even where it is empty; `segments` is then empty. */
  readonly cells: readonly (readonly Span[])[] | null;
  /** Of a table row: the draft of the row that names its columns. */
  readonly header: Draft | null;
}

/** A draft without lines. */
export function newDraft(kind: BlockKind, level = 1, marker: string | null = null): Draft {
  return { kind, level, marker, segments: [], cells: null, header: null };
}

/** A table row. */
export function newRow(cells: readonly (readonly Span[])[], header: Draft | null): Draft {
  return { kind: 'cell', level: 1, marker: null, segments: [], cells, header };
}
