/** What the head of a table's column says of the dates below it: those under "Due" are deadlines. */
import type { Annotated, Sentence } from '../../model/annotated.ts';
import type { Item } from './item.ts';
import type { TimeRules } from './rules.ts';

/**
 * The items of a table row, those in a column of deadlines marked as such; other items as they are.
 * @param rules its table `due-column` names the words of such heads, its rule `time/by` is what they stand for
 */
export function readColumns(
  items: readonly Item[],
  sentence: Sentence,
  { document }: Annotated,
  rules: TimeRules,
): readonly Item[] {
  const header = sentence.kind === 'row' ? document.blocks[sentence.block]?.header : null;
  if (!header || items.length === 0) return items;
  const words = rules.tables.get('due-column');
  const by = rules.byKey.get('time/by');
  if (!words || !by) return items;
  const isDue = header.map((head) =>
    head
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => words.has(word)),
  );
  let column = 0;
  let at = 0;
  return items.map((item) => {
    for (; at < item.from; at++) if (sentence.tokens[at]?.text === '|') column++;
    const marks = isDue[column] && !item.cue && (item.term.kind === 'date' || item.term.kind === 'event');
    return marks ? { ...item, cue: { rule: by, from: item.from } } : item;
  });
}
