/** Takes the matches of a step into the row of items: the longest first, each in the place of what it covers. */

import type { Match } from '../../../rules/engine.ts';
import type { Item } from '../item.ts';
import { Row } from '../row.ts';
import type { TimeRule } from '../rules.ts';
import type { Context } from './captures.ts';
import { mark } from './cues.ts';
import { extentOf, toItem } from './to-item.ts';

/** A match of a time rule with the words that it would take. */
interface Candidate {
  readonly match: Match;
  readonly rule: TimeRule;
  readonly from: number;
  readonly to: number;
}

/** Adds the matches of a step: the longest first, then by the rules' order; each replaces the items that it covers. */
export function merge(items: Item[], matches: readonly Match[], context: Context): Item[] {
  const candidates = matches.flatMap((match): Candidate[] => {
    const rule = context.rules.ruleOf.get(match.rule);
    const [from, to] = extentOf(match);
    return rule ? [{ match, rule, from, to }] : [];
  });
  candidates.sort(
    (a, b) => b.rule.priority - a.rule.priority || b.to - b.from - (a.to - a.from) || a.rule.order - b.rule.order,
  );
  const row = context.row;
  const kept = new Row(items);
  let changed = false;
  const taken = new Uint8Array(context.tokens.length);
  for (const { match, rule, from, to } of candidates) {
    if (rule.makes === 'cue') {
      changed = mark(kept, match, rule, context) || changed;
      continue;
    }
    if (isTaken(taken, from, to)) continue;
    const crossed = kept.over(from, to);
    const isFree = crossed.every(
      (other) => other.makes !== 'veto' && (other.makes === 'amount' || (other.from >= from && other.to <= to)),
    );
    if (!isFree && rule.makes !== 'veto') continue;
    // What an earlier round of the step made of these words stays: only what is longer takes its place.
    if (row.on(from, to)?.rule.step === rule.step) {
      taken.fill(1, from, to);
      continue;
    }
    const item = toItem(match, rule, context);
    if (!item) continue;
    taken.fill(1, from, to);
    kept.put(item);
    changed = true;
  }
  return changed ? kept.items() : items;
}

function isTaken(taken: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (taken[at] === 1) return true;
  return false;
}
