/** The cells of a table row, as ranges of its sentence's tokens, each with the head of its column. */
import type { Annotated, Sentence } from '../model/annotated.ts';

export interface RowCell {
  /** Half-open token range, which is empty for an empty cell. */
  readonly from: number;
  readonly to: number;
  /** The head of its column as printed, or null where the row's table has none. */
  readonly head: string | null;
}

/** The cells of a row, or of another sentence that bars part, from left to right, empty ones too. */
export function rowCells({ tokens, block }: Sentence, { document }: Annotated): readonly RowCell[] {
  const header = document.blocks[block]?.header ?? null;
  const cells: RowCell[] = [];
  let from = 0;
  for (let to = 0; to <= tokens.length; to++) {
    if (to < tokens.length && tokens[to]?.text !== '|') continue;
    cells.push({ from, to, head: header?.[cells.length] ?? null });
    from = to + 1;
  }
  return cells;
}

/** Whether the head of a cell's column has one of some words, given in lower case. */
export function isHeadedBy({ head }: RowCell, words: { has(word: string): boolean }): boolean {
  const named = head?.toLowerCase().split(/[^a-z]+/) ?? [];
  return named.some((word) => words.has(word));
}
