/** Notes the words around a time expression that say what it is for: "by", "no later than", "from … on". */

import { Tag } from '../../../annotate/tags.ts';
import type { Match } from '../../../rules/engine.ts';
import { isTime } from '../item.ts';
import type { Row } from '../row.ts';
import type { TimeRule } from '../rules.ts';
import type { EventTerm } from '../term.ts';
import type { Context } from './captures.ts';

/** Notes a cue on the time expression that it captures; the first cue of a step that reaches it stays. */
export function mark(row: Row, match: Match, rule: TimeRule, context: Context): boolean {
  const time = match.captures.get('time');
  const item = time && row.on(time[0], time[1]);
  if (!item || item.cue || !isTime(item)) return false;
  const { term } = item;
  const runs = rule.sign !== undefined && term.kind === 'duration' && term.sign === undefined && !term.within;
  const placed = runs
    ? {
        ...term,
        sign: rule.sign ?? 1,
        from: eventOf(match, context) ?? rule.from ?? ('document' as const),
        through: rule.relation === 'within',
      }
    : term;
  row.put({ ...item, term: placed, cue: { rule, from: governedFrom(match.from, item.from, context) } });
  return true;
}

/** The event that a cue says a length is counted from: "within six months of commencement". */
function eventOf(match: Match, { row }: Context): EventTerm | null {
  const of = match.captures.get('of');
  const term = of && row.on(of[0], of[1])?.term;
  return term?.kind === 'event' ? term : null;
}

const FUNCTION = Tag.preposition | Tag.determiner | Tag.subordinator | Tag.conjunction | Tag.negation;

/** Where the words of a cue that go with the time alone begin: "by the end of", without the verb or noun before them. */
function governedFrom(from: number, item: number, { tokens, rules }: Context): number {
  const words = rules.tables.get('cue-word');
  let at = item;
  while (at > from) {
    const token = tokens[at - 1];
    if (!token || !((token.tags & FUNCTION) !== 0 || words?.has(token.lower))) break;
    at--;
  }
  return at;
}
