/** What the head of a table's column says of the dates below it: those under "Due" are deadlines. */
import type { Annotated, Sentence } from '../../model/annotated.ts';
import { isHeadedBy, rowCells } from '../row-cells.ts';
import type { Item } from './item.ts';
import type { TimeRules } from './rules.ts';

/**
 * The items of a table row, those in a column of deadlines marked as such; other items as they are.
 * @param rules its columns name the words of such heads, its rule `time/by` is what they stand for
 */
export function readColumns(
  items: readonly Item[],
  sentence: Sentence,
  annotated: Annotated,
  rules: TimeRules,
): readonly Item[] {
  const by = rules.byKey.get('time/by');
  if (sentence.kind !== 'row' || items.length === 0 || !by) return items;
  const due = rowCells(sentence, annotated).filter((cell) => isHeadedBy(cell, rules.columns.due));
  if (due.length === 0) return items;
  return items.map((item) => {
    const isDate = !item.cue && (item.term.kind === 'date' || item.term.kind === 'event');
    const marks = isDate && due.some(({ from, to }) => item.from >= from && item.from < to);
    return marks ? { ...item, cue: { rule: by, from: item.from } } : item;
  });
}
