/** Where a text says when its events are: "Royal Assent was granted on 1 March 2025", "Phase 2 (2026–2028)". */
import type { Token, Words } from '../../../model/annotated.ts';
import type { Item } from '../item.ts';
import type { Anchors } from '../resolve/placement.ts';
import type { Term } from '../term.ts';
import type { Telling } from './event.ts';
import { eventName } from './event-name.ts';
import type { Edge, EventRules } from './event-rules.ts';
import { reachOf } from './horizon-reach.ts';
import { daysOf } from './term-days.ts';

/**
 * The dates that a sentence gives to events, from left to right.
 * @param items the sentence's time expressions
 * @param anchors what dates are counted from; without dates told before
 * @param isLegend whether the sentence is the legend of a table
 */
export function findTellings(
  words: Words,
  items: readonly Item[],
  rules: EventRules,
  anchors: Anchors,
  isLegend = false,
): Telling[] {
  if (items.length === 0) return [];
  const { tokens } = words;
  const dated = items.filter(({ term }) => term.kind === 'date' || term.kind === 'range' || term.kind === 'duration');
  if (dated.length === 0) return [];
  const at = new Map(dated.map((item) => [item.from, item]));
  const spanned = (isOne: (term: Term) => boolean) =>
    new Map(dated.filter(({ term }) => isOne(term)).map((item) => [item.from, item.to]));
  const spans = new Map([
    ['when', spanned((term) => term.kind !== 'duration')],
    ['span', spanned(isSpan)],
    ['length', spanned((term) => term.kind === 'duration')],
  ]);
  const found = new Map<string, { at: number; telling: Telling }>();
  for (const match of rules.rules.match(words, spans)) {
    const event = match.captures.get('event');
    const date = match.captures.get('when');
    const item = date && at.get(date[0]);
    if (!event || !item) continue;
    const { source } = match.rule;
    if (source.legend === true && !isLegend) continue;
    const said = wordsOf(tokens, ...event);
    const name = eventName(typeof source.event === 'string' ? source.event : said, rules.words);
    const isOwn = name.isOwn || OWN.has(tokens[event[0] - 1]?.lower ?? '') || OWN.has(tokens[match.from]?.lower ?? '');
    const isHorizon = source.edge === 'horizon';
    const before = tokens.slice(event[1], item.to).map(({ lower }) => lower);
    const isBehind = before.some((word) => rules.words.behind.has(word)) || tokens[item.to]?.text === '+';
    const days = isHorizon ? reachOf(item.term, name.key, isBehind, anchors) : daysOf(item.term, anchors);
    if (!days) continue;
    const edge = edgeOf(name.part === 'start' || name.part === 'end' ? name.part : source.edge);
    const key = `${event[0]} ${edge}`;
    // The first rule that speaks of an event at a place holds.
    if (!found.has(key)) found.set(key, { at: event[0], telling: { key: name.key, edge, days, isOwn } });
  }
  return [...found.values()].sort((a, b) => a.at - b.at).map(({ telling }) => telling);
}

const OWN = new Set(['this', 'our']);

const EDGES: readonly Edge[] = ['at', 'start', 'end', 'horizon'];
const edgeOf = (value: unknown): Edge => EDGES.find((edge) => edge === value) ?? 'at';

/** Whether a date covers years, as the life of a plan does. */
const isSpan = (term: Term): boolean =>
  term.kind === 'range' || (term.kind === 'date' && (term.fiscalYear !== undefined || term.academicYear !== undefined));

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token) text += (token.spaced && text ? ' ' : '') + token.lower;
  }
  return text;
}
