/** Finds quantities: percentages, money, counts with their noun, shares, rates, lengths, and words such as "halve". */
import { has, Tag } from '../../annotate/tags.ts';
import type { Token, Words } from '../../model/annotated.ts';
import type { SpanEnds, Spans } from '../../rules/matcher.ts';
import { type Amount, findAmounts, spansOfAmounts } from './amounts.ts';
import { findCues, type Said, yearOf } from './cues.ts';
import { directionOf } from './direction.ts';
import { countedEnd, nounEnd } from './nouns.ts';
import { findNumbers } from './numbers.ts';
import type { Quantity } from './quantity.ts';
import type { QuantityRules } from './rules.ts';

/** What quantities are found in. */
export interface QuantityText {
  readonly words: Words;
  /** Times without their prepositions: first token → one past the last. */
  readonly timex: SpanEnds;
  /** The words of a half-open token range as a reader would cite them. */
  readonly textOf: (from: number, to: number) => string;
  /** Year of the document, if known. */
  readonly docYear: number | null;
}

/** A quantity and the tokens of its baseline, which date nothing. */
export interface PlacedQuantity extends Quantity {
  readonly baselineAt: readonly [number, number] | null;
}

/**
 * The quantities of a token sequence, in order, none over another. Linear in the tokens.
 * @param firstOf first token of the claim that a token belongs to, within which a verb gives the direction
 */
export function findQuantities(
  { words, timex, textOf, docYear }: QuantityText,
  rules: QuantityRules,
  firstOf: (token: number) => number,
): PlacedQuantity[] {
  const { tokens } = words;
  const { numbers, byKind, spans } = quantitySpans(words, timex, rules);
  const amounts = findAmounts(words, numbers, spans, rules);
  if (amounts.length === 0) return [];
  byKind.amount = spansOfAmounts(amounts);
  const cues = findCues(words, amounts, spans, rules, docYear);
  return amounts.map((amount) => placed(amount, cues.get(amount.at), { tokens, textOf }, rules, firstOf(amount.at)));
}

/**
 * The spans that patterns of quantities may name: times, numerals outside of them, and the nouns that they count. Those
 * of amounts are the caller's to add to `byKind`.
 */
export function quantitySpans(words: Words, timex: SpanEnds, rules: QuantityRules) {
  const { tokens } = words;
  const numbers = findNumbers(tokens, rules);
  const timed = new Uint8Array(tokens.length);
  for (const [from, to] of timex) timed.fill(1, Math.max(0, from), Math.max(0, to));
  const isTime = (token: number) => timed[token] === 1;
  const outside = numbers.filter((number) => !isTime(number.from));
  const byKind: Record<string, SpanEnds> = {
    timex,
    numeral: new Map(outside.map(({ from, to }) => [from, to])),
    'any-numeral': new Map(numbers.map(({ from, to }) => [from, to])),
  };
  const spans: Spans = {
    get: (kind) => {
      if (kind === 'counted') byKind.counted ??= nounsOf(tokens, (at) => countedEnd(tokens, at, rules, isTime));
      if (kind === 'noun') byKind.noun ??= nounsOf(tokens, (at) => nounEnd(tokens, at, rules, isTime));
      return byKind[kind];
    },
  };
  return { numbers, byKind, spans };
}

/** The ends of the noun phrases that may begin at each word, where one may begin. */
function nounsOf(tokens: readonly Token[], endOf: (at: number) => number | null): SpanEnds {
  const found = new Map<number, number>();
  for (let at = 0; at < tokens.length; at++) {
    if (has(tokens[at]?.tags ?? 0, NO_NOUN)) continue;
    const end = endOf(at);
    if (end !== null) found.set(at, end);
  }
  return found;
}

const NO_NOUN = Tag.punctuation | Tag.preposition | Tag.modal | Tag.be | Tag.conjunction;

function placed(
  amount: Amount,
  said: Said | undefined,
  { tokens, textOf }: { readonly tokens: readonly Token[]; readonly textOf: QuantityText['textOf'] },
  rules: QuantityRules,
  first: number,
): PlacedQuantity {
  const { at } = amount;
  const of = amount.of ?? said?.of ?? null;
  const per = amount.per ?? said?.per ?? null;
  // A rate belongs to its amount: "£3m a year".
  const to = said?.per && said.per[0] >= amount.to ? said.per[1] : amount.to;
  const baseline = said?.baseline ?? null;
  const way = amount.direction ?? said?.direction ?? directionOf(tokens, at, to, first, rules.directions);
  return {
    text: textOf(at, to),
    value: amount.value,
    unit: amount.unit,
    from: amount.from,
    comparator: said?.comparator ?? amount.comparator,
    direction: way === 'none' ? null : way,
    upper: amount.upper,
    per: per ? textOf(per[0], per[1]) : null,
    of: of ? textOf(of[0], of[1]) : null,
    baseline: baseline
      ? { text: textOf(baseline[0], baseline[1]), value: yearOf(tokens, baseline[0], baseline[1]) }
      : null,
    at,
    to,
    baselineAt: baseline,
  };
}
