/** Reads what is said of amounts: how they bind, of what and per what they are, and against what they are measured. */
import type { Token, Words } from '../../model/annotated.ts';
import type { Target } from '../../model/report.ts';
import type { Spans } from '../../rules/matcher.ts';
import type { Amount } from './amounts.ts';
import type { QuantityRule, QuantityRules } from './rules.ts';

/** What is said of one amount. Ranges are half-open, of tokens. */
export interface Said {
  comparator: Target['comparator'] | null;
  direction: QuantityRule['direction'];
  of: readonly [number, number] | null;
  per: readonly [number, number] | null;
  baseline: readonly [number, number] | null;
}

/**
 * By the first token of each amount what is said of it; of several words on one matter the earlier rule's stand.
 * @param spans with the amounts as `amount`
 * @param docYear year of the document, if known
 */
export function findCues(
  words: Words,
  amounts: readonly Amount[],
  spans: Spans,
  rules: QuantityRules,
  docYear: number | null,
): ReadonlyMap<number, Said> {
  const { tokens } = words;
  const found = new Map<number, Said>();
  const starts = new Set(amounts.map(({ at }) => at));
  for (const match of rules.cues.match(words, spans)) {
    const rule = rules.facts.get(match.rule.key);
    const at = match.captures.get('amount')?.[0];
    if (!rule || at === undefined || !starts.has(at)) continue;
    const baseline = match.captures.get('baseline') ?? null;
    if (rule.past && baseline && !isPast(tokens, baseline, docYear)) continue;
    const said = found.get(at) ?? { comparator: null, direction: null, of: null, per: null, baseline: null };
    said.comparator ??= rule.comparator;
    said.direction ??= rule.direction;
    said.of ??= match.captures.get('of') ?? null;
    said.per ??= match.captures.get('per') ?? null;
    said.baseline ??= baseline;
    found.set(at, said);
  }
  return found;
}

function isPast(tokens: readonly Token[], [from, to]: readonly [number, number], docYear: number | null): boolean {
  const year = yearOf(tokens, from, to);
  return year !== null && docYear !== null && Number(year) < docYear;
}

/** The first full year of a token range, or null. */
export function yearOf(tokens: readonly Token[], from: number, to: number): string | null {
  for (let k = from; k < to; k++) {
    const text = tokens[k]?.text ?? '';
    if (/^(?:19|20)\d\d$/.test(text)) return text;
  }
  return null;
}
