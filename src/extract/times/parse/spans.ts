/** What patterns may name with a colon: `:year`, `:duration`, `:time` and the rest, by where each stands. */

import type { Token } from '../../../model/annotated.ts';
import { type Item, isTime } from '../item.ts';

/** Spans of the shapes, of every kind of item, and of all time expressions as `:time`. */
export function spansOf(
  tokens: readonly Token[],
  items: readonly Item[],
  shapes: ReadonlyMap<string, Map<number, number>>,
): ReadonlyMap<string, ReadonlyMap<number, number>> {
  if (items.length === 0) return shapes;
  const spans = new Map(shapes);
  const add = (kind: string, item: Item): void => {
    const byStart = spans.get(kind);
    if (byStart) byStart.set(item.from, item.to);
    else spans.set(kind, new Map([[item.from, item.to]]));
  };
  for (const item of items) {
    add(item.makes, item);
    if (isTime(item)) add('time', item);
    if (item.term.kind === 'offset') add('offset', item);
    if (item.term.kind === 'event' && tokens.slice(item.from, item.to).some((token) => token.lower === 'end'))
      add('end-event', item);
    if (item.term.kind === 'date' && item.term.part === 'end') add('end-date', item);
    if (item.term.kind === 'event' && isNumbered(tokens.slice(item.from, item.to))) add('numbered-event', item);
    // "the six months", but "the six-month plan": a hyphened length is an adjective, as "day-long" is.
    if (
      item.term.kind === 'duration' &&
      tokens[item.to - 2]?.text !== '-' &&
      !tokens[item.to - 1]?.lower.endsWith('long')
    )
      add('plain-duration', item);
    if (item.term.kind === 'date' && item.term.day !== undefined && item.term.year === undefined) add('bare-day', item);
    if (item.term.kind === 'date' && item.term.fiscalYear !== undefined && !item.term.part) add('fiscal-date', item);
    if (item.term.kind === 'date' && item.term.month !== undefined && item.term.day === undefined)
      if (item.term.year === undefined) add('bare-month', item);
    if (item.term.kind === 'set' && item.term.of?.month !== undefined) add('yearly', item);
    if (item.term.kind === 'date' && item.term.shift && !item.term.part) {
      const { grain } = item.term.shift;
      if (grain.endsWith('year')) add('cell-year', item);
      else if (grain === 'week') add('cell-week', item);
      else if (grain === 'month') add('cell-month', item);
      else if (grain === 'decade') add('cell-decade', item);
    }
  }
  return spans;
}

/** Whether the words are a part of something by its number: "year 3", "phase two". */
const isNumbered = ([part, number, ...rest]: readonly Token[]): boolean =>
  rest.length === 0 &&
  part !== undefined &&
  ['year', 'phase', 'stage', 'wave', 'tranche', 'round'].includes(part.lower) &&
  number !== undefined;
