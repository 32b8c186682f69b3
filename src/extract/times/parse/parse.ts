/** Runs the steps of the time rules over a sentence: tokens → time expressions with their terms. */

import type { Words } from '../../../model/annotated.ts';
import type { Spans } from '../../../rules/matcher.ts';
import { type Item, isTime } from '../item.ts';
import { Row } from '../row.ts';
import type { TimeRules } from '../rules.ts';
import type { DateOrder } from '../shapes/numeric-dates.ts';
import type { Shape } from '../shapes/shape.ts';
import { findShapes } from '../shapes/shapes.ts';
import { merge } from './merge.ts';
import { indexShapes } from './shape-index.ts';
import { spansOf } from './spans.ts';

/** The time expressions of a token sequence from left to right. Work is bounded by tokens × size of the rules. */
export function parseTimes(words: Words, rules: TimeRules, order: DateOrder): Item[] {
  const { tokens } = words;
  const shapes = findShapes(words, rules.numbers, order);
  const index = indexShapes(shapes);
  let items: Item[] = [];
  // What patterns are matched against, until the items change.
  let found: { readonly spans: Spans; readonly longest: number } | null = null;
  for (const step of rules.steps) {
    if (step.needs === 'numbers' && shapes.length === 0) continue;
    if (step.needs === 'items' && items.length === 0) break;
    for (let round = 0; round < step.rounds; round++) {
      found ??= { spans: spansOf(tokens, items, index.spans), longest: longestOf(shapes, items) };
      const matches = step.rules.match(words, found.spans, found.longest);
      if (matches.length === 0) break;
      const next = merge(items, matches, { tokens, rules, row: new Row(items), shapes: index });
      if (next === items) break;
      items = next;
      found = null;
    }
  }
  return items.length === 0 ? items : items.filter(isTime);
}

/** Most words of what patterns may name with a colon. */
function longestOf(shapes: readonly Shape[], items: readonly Item[]): number {
  let longest = 0;
  for (const { from, to } of shapes) longest = Math.max(longest, to - from);
  for (const { from, to } of items) longest = Math.max(longest, to - from);
  return longest;
}
