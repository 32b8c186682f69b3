/** Where a text says when its events are: "Royal Assent was granted on 1 March 2025", "Phase 2 (2026–2028)". */
import type { Sentence, Token } from '../../../model/annotated.ts';
import type { Cell } from '../../calendar/cells.ts';
import type { Item } from '../item.ts';
import type { Anchors } from '../resolve/placement.ts';
import { firstEnd, laterEnd } from '../resolve/ranges.ts';
import { resolve } from '../resolve/resolve.ts';
import type { Term } from '../term.ts';
import type { Telling } from './event.ts';
import type { EventDays } from './event-days.ts';
import { eventName } from './event-name.ts';
import type { Edge, EventRules } from './event-rules.ts';

/**
 * The dates that a sentence gives to events, from left to right.
 * @param items the sentence's time expressions
 * @param anchors what dates are counted from; without dates told before
 */
export function findTellings(
  sentence: Pick<Sentence, 'tokens'>,
  items: readonly Item[],
  rules: EventRules,
  anchors: Anchors,
): Telling[] {
  const { tokens } = sentence;
  const dated = items.filter(({ term }) => term.kind === 'date' || term.kind === 'range');
  if (dated.length === 0) return [];
  const at = new Map(dated.map((item) => [item.from, item]));
  const when = new Map(dated.map((item) => [item.from, item.to]));
  const span = new Map(dated.filter(({ term }) => isSpan(term)).map((item) => [item.from, item.to]));
  const spans = new Map([
    ['when', when],
    ['span', span],
  ]);
  const found = new Map<string, { at: number; telling: Telling }>();
  for (const match of rules.rules.match(tokens, spans)) {
    const event = match.captures.get('event');
    const date = match.captures.get('when');
    const item = date && at.get(date[0]);
    if (!event || !item) continue;
    const { source } = match.rule;
    const said = wordsOf(tokens, ...event);
    const name = eventName(typeof source.event === 'string' ? source.event : said, rules.words);
    const isOwn = name.isOwn || OWN.has(tokens[event[0] - 1]?.lower ?? '') || OWN.has(tokens[match.from]?.lower ?? '');
    const days = daysOf(item.term, anchors);
    if (!days) continue;
    const edge = edgeOf(name.part === 'start' || name.part === 'end' ? name.part : source.edge);
    const key = `${event[0]} ${edge}`;
    // The first rule that speaks of an event at a place holds.
    if (!found.has(key)) found.set(key, { at: event[0], telling: { key: name.key, edge, days, isOwn } });
  }
  return [...found.values()].sort((a, b) => a.at - b.at).map(({ telling }) => telling);
}

const OWN = new Set(['this', 'our']);

const edgeOf = (value: unknown): Edge => (value === 'start' || value === 'end' ? value : 'at');

/** Whether a date covers years, as the life of a plan does. */
const isSpan = (term: Term): boolean =>
  term.kind === 'range' || (term.kind === 'date' && (term.fiscalYear !== undefined || term.academicYear !== undefined));

/** The cells of a date or range; null where it cannot be placed. */
export function daysOf(term: Term, anchors: Anchors): EventDays | null {
  if (term.kind !== 'range') return single(resolve(term, anchors).cell);
  const last = resolve(term.last, anchors);
  const first = resolve(firstEnd(term, last, anchors), anchors);
  const later = laterEnd(term, first, last, anchors);
  const end = later ? resolve(later, anchors).cell : last.cell;
  return first.cell && end ? { first: first.cell, last: end } : null;
}

const single = (cell: Cell | null): EventDays | null => cell && { first: cell, last: cell };

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token) text += (token.spaced && text ? ' ' : '') + token.lower;
  }
  return text;
}
