/** A match of a time rule → an expression with its term. */

import { Tag } from '../../../annotate/tags.ts';
import type { Match } from '../../../rules/engine.ts';
import { build } from '../build/build.ts';
import { isImpossible } from '../build/impossible.ts';
import { type Item, isTime } from '../item.ts';
import type { TimeRule } from '../rules.ts';
import type { RangeTerm, Term } from '../term.ts';
import { type Context, capturedBy } from './captures.ts';

/** What a match takes for its expression: the capture `extent`, or all of it. */
export const extentOf = (match: Match): readonly [number, number] =>
  match.captures.get('extent') ?? [match.from, match.to];

/** The expression of a match, or null where its captures make no sense together. */
export function toItem(match: Match, rule: TimeRule, context: Context): Item | null {
  const { tokens } = context;
  for (const name of rule.capitals) {
    const range = match.captures.get(name);
    if (range && !((tokens[range[0]]?.tags ?? 0) & Tag.capital)) return null;
  }
  const captured = capturedBy(match, rule, context);
  const inner = match.captures.values().flatMap(([from, to]) => context.row.on(from, to) ?? []);
  const rules = [rule.key, ...inner.flatMap((item) => item.rules)];
  const extent = extentOf(match);
  if (rule.makes === 'veto') return veto(match.from, match.to, rule, rules);
  // No part of a date that no calendar has is a date: of "29 February 2023" neither the day nor the year.
  if (isImpossible(captured, rule)) return veto(extent[0], extent[1], rule, rules);
  const term = build(rule.operation, captured, rule);
  if (!term) return null;
  const ends = term.kind === 'range' ? endsOf(term, match, inner, rule) : [];
  return { makes: rule.makes, from: extent[0], to: extent[1], term, rule, rules: [...new Set(rules)], ends, cue: null };
}

/** Keeps everything else off its words. */
function veto(from: number, to: number, rule: TimeRule, rules: readonly string[]): Item {
  return { makes: 'veto', from, to, term: { kind: 'event', name: '' }, rule, rules, ends: [], cue: null };
}

/** The two ends of a range as expressions of their own; one that the range's rule read itself becomes an item here. */
function endsOf(term: RangeTerm, match: Match, inner: readonly Item[], rule: TimeRule): readonly Item[] {
  const end = (name: string, its: Term): Item[] => {
    const range = match.captures.get(name);
    if (!range) return [];
    const [from, to] = range;
    const known = inner.find((item) => item.from === from && item.to === to && isTime(item));
    return [known ?? { makes: 'date', from, to, term: its, rule, rules: [rule.key], ends: [], cue: null }];
  };
  const first = end('first', term.first);
  return [...(first.length > 0 ? first : end('day', term.first)), ...end('last', term.last)];
}
