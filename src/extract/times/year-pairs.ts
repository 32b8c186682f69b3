/** Reads "2016-2017" as two calendar years where the country writes them so and the text does not call them financial. */
import type { Sentence, Token } from '../../model/annotated.ts';
import type { Item } from './item.ts';
import type { TimeRule } from './rules.ts';

/**
 * The items of each sentence, with spans of two years in full as spans of the calendar; all as they are where some
 * other financial year of the text is written with both its years ("2016-17", "fiscal year 2016-2017").
 * @param rule the rule of spans of years, which the spans then are of
 */
export function calendarPairs(
  parsed: readonly (readonly Item[])[],
  sentences: readonly Sentence[],
  rule: TimeRule,
): readonly (readonly Item[])[] {
  const isSaid = sentences.some(({ tokens, index }) => parsed[index]?.some((item) => isFinancial(item, tokens)));
  if (isSaid) return parsed;
  return sentences.map(({ tokens, index }) => (parsed[index] ?? []).map((item) => paired(item, tokens, rule)));
}

/** A financial year by both its years that no pair of calendar years could be. */
const isFinancial = (item: Item, tokens: readonly Token[]): boolean =>
  item.term.kind === 'date' &&
  item.term.fiscalYear !== undefined &&
  item.term.isNamedByEnd !== true &&
  !isPair(item, tokens);

/** Whether an item is two years in full with a dash between them, and nothing else. */
function isPair({ from, to }: Item, tokens: readonly Token[]): boolean {
  const dash = tokens[from + 1]?.text ?? '';
  return to - from === 3 && /^[-–—]$/.test(dash) && tokens[to - 1]?.text.length === 4;
}

function paired(item: Item, tokens: readonly Token[], rule: TimeRule): Item {
  const { term } = item;
  if (term.kind !== 'date' || term.fiscalYear === undefined || !isPair(item, tokens)) return item;
  const year = term.fiscalYear;
  const [first, last] = [year, year + 1].map((its) => ({ kind: 'date', year: its }) as const);
  return first && last
    ? { ...item, makes: rule.makes, term: { kind: 'range', first, last }, rule, rules: [rule.key] }
    : item;
}
