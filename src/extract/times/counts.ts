/** Keeps counts in tables apart from years: "2040" between "409" and "15237" counts something. */
import type { Annotated, Sentence, Token } from '../../model/annotated.ts';
import type { Item } from './item.ts';

/** Words of the head of a column that holds years or dates. */
const DATED = /year|date|when|due|deadline|target|start|end|period|time|since|until|baseline|launch|adopted|phase/i;
/** How many plain counts in other cells of its row make a number a count. */
const LEAST = 2;

/** The items of a table row without the bare years that are counts among counts; other items as they are. */
export function uncounted(items: readonly Item[], sentence: Sentence, { document }: Annotated): readonly Item[] {
  if (sentence.kind !== 'row' || items.length === 0) return items;
  const cells = cellsOf(sentence.tokens);
  const counts = cells.filter((cell, column) => column > 0 && isCount(sentence.tokens, cell)).length;
  if (counts < LEAST) return items;
  const header = document.blocks[sentence.block]?.header ?? null;
  return items.filter((item) => {
    if (item.term.kind !== 'date' || item.term.year === undefined || item.cue || item.to - item.from > 1) return true;
    const column = cells.findIndex(([from, to]) => from === item.from && to === item.to);
    return column < 1 || DATED.test(header?.[column] ?? '');
  });
}

/** Half-open token ranges of the cells of a row. */
function cellsOf(tokens: readonly Token[]): readonly (readonly [number, number])[] {
  const bars = tokens.flatMap((token, i) => (token.text === '|' ? [i] : []));
  return [...bars, tokens.length].map((to, k) => [k === 0 ? 0 : (bars[k - 1] ?? 0) + 1, to]);
}

/** Whether a cell holds nothing but a number that is no year. */
function isCount(tokens: readonly Token[], [from, to]: readonly [number, number]): boolean {
  const text = to - from === 1 ? (tokens[from]?.text ?? '') : '';
  return /^\d[\d,.]*$/.test(text) && !/^(?:19|20)\d\d$/.test(text);
}
