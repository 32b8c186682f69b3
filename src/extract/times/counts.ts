/** Keeps counts in tables apart from years: "2040" between "409" and "15237" counts something. */
import type { Annotated, Sentence, Token } from '../../model/annotated.ts';
import type { ColumnWords } from '../column-words.ts';
import { isHeadedBy, type RowCell, rowCells } from '../row-cells.ts';
import type { Item } from './item.ts';

/** How many plain counts in other cells of its row make a number a count. */
const LEAST = 2;

/** The items of a table row without the bare years that are counts among counts; other items as they are. */
export function uncounted(
  items: readonly Item[],
  sentence: Sentence,
  annotated: Annotated,
  { year }: ColumnWords,
): readonly Item[] {
  if (sentence.kind !== 'row' || items.length === 0) return items;
  const [, ...cells] = rowCells(sentence, annotated);
  if (cells.filter((cell) => isCount(sentence.tokens, cell)).length < LEAST) return items;
  return items.filter((item) => {
    if (item.term.kind !== 'date' || item.term.year === undefined || item.cue || item.to - item.from > 1) return true;
    const cell = cells.find(({ from, to }) => from === item.from && to === item.to);
    return !cell || isHeadedBy(cell, year);
  });
}

/** Whether a cell holds nothing but a number that is no year. */
function isCount(tokens: readonly Token[], { from, to }: RowCell): boolean {
  const text = to - from === 1 ? (tokens[from]?.text ?? '') : '';
  return /^\d[\d,.]*$/.test(text) && !/^(?:19|20)\d\d$/.test(text);
}
