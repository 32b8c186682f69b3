/** "Short term" and the like where the document defines them: they get the days and the value of the definition. */
import type { Annotated, Sentence, Token } from '../../../model/annotated.ts';
import { isHeadedBy, type RowCell, rowCells } from '../../row-cells.ts';
import type { Item } from '../item.ts';
import type { TimeRule, TimeRules } from '../rules.ts';
import type { FoundEvent } from './event.ts';
import { eventName } from './event-name.ts';
import type { EventWords } from './event-rules.ts';

/** The rule by which terms in cells are found. */
const LABEL = 'time/term-label';

/**
 * The items of a sentence, the defined terms among them as events; in a column of times also the single words and
 * letters that the legend defines.
 */
export function withHorizons(
  items: readonly Item[],
  sentence: Sentence,
  annotated: Annotated,
  rules: TimeRules,
  lookup: (said: string) => FoundEvent,
): readonly Item[] {
  const { words } = rules.events;
  const defined = (from: number, to: number): string | null => {
    const said = wordsOf(sentence.tokens, from, to);
    if (!words.horizons.has(eventName(said, words).key)) return null;
    const { first, last, length } = lookup(said).days;
    return first || last || length !== undefined ? said : null;
  };
  const isLegend = annotated.document.blocks[sentence.block]?.role === 'legend';
  const told = items.flatMap((item) => {
    const said = item.term.kind === 'reference' ? defined(item.from, item.to) : null;
    if (said === null) return item;
    // A legend says what its terms mean; nothing is to be done in them there.
    return isLegend ? [] : asHorizon(item, said, words, lookup);
  });
  const label = sentence.kind === 'row' ? rules.byKey.get(LABEL) : undefined;
  if (!label) return told;
  const timed = rowCells(sentence, annotated).filter((cell) => isHeadedBy(cell, words.timeColumns));
  const added = timed
    .flatMap((cell) => termsOf(cell, sentence.tokens))
    .flatMap(([from, to]): Item[] => {
      const isFree = to - from <= 3 && !told.some((its) => its.from < to && its.to > from);
      const said = isFree ? defined(from, to) : null;
      return said === null ? [] : [asHorizon(labelled(from, to, label), said, words, lookup)];
    });
  return added.length === 0 ? told : [...told, ...added].sort((a, b) => a.from - b.from);
}

/** A defined term lasts as long as the definition says; one that is only bounded from below has begun by then. */
function asHorizon(item: Item, said: string, words: EventWords, lookup: (said: string) => FoundEvent): Item {
  const vagueness = words.horizons.get(eventName(said, words).key) ?? null;
  const { first, last } = lookup(said).days;
  const isOpen = first !== null && last === null;
  const rule: TimeRule = { ...item.rule, vagueness, role: 'period', relation: 'during' };
  const term = { kind: 'event', name: said, isHorizon: true } as const;
  const cue = isOpen ? { rule: { ...rule, role: 'start', relation: 'from' } as const, from: item.from } : item.cue;
  return { ...item, makes: 'event', term, rule, cue };
}

const labelled = (from: number, to: number, rule: TimeRule): Item => ({
  makes: 'event',
  from,
  to,
  term: { kind: 'reference', value: 'FUTURE_REF' },
  rule,
  rules: [rule.key],
  ends: [],
  cue: null,
});

/** Half-open token ranges of what a cell names, each part of "Short/Medium" by itself. */
function termsOf({ from, to }: RowCell, tokens: readonly Token[]): [from: number, to: number][] {
  const terms: [number, number][] = [];
  let first = from;
  for (let at = from; at <= to; at++) {
    const text = tokens[at]?.text;
    if (at < to && text !== '/' && text !== ',') continue;
    if (at > first) terms.push([first, at]);
    first = at + 1;
  }
  return terms;
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token) text += (token.spaced && text ? ' ' : '') + token.text;
  }
  return text;
}
