/** Reads amounts: which rules' matches stand, and what their captures come to. */
import type { Token, Words } from '../../model/annotated.ts';
import type { Target } from '../../model/report.ts';
import type { Match } from '../../rules/engine.ts';
import type { SpanEnds, Spans } from '../../rules/matcher.ts';
import type { NumberSpan } from './numbers.ts';
import type { QuantityRule, QuantityRules } from './rules.ts';

/** An amount, before what is said of it is read. Ranges are half-open, of tokens. */
export interface Amount {
  readonly at: number;
  readonly to: number;
  readonly value: number;
  readonly upper: number | null;
  readonly unit: string | null;
  readonly from: number | null;
  readonly comparator: Target['comparator'];
  readonly direction: QuantityRule['direction'];
  readonly of: readonly [number, number] | null;
  readonly per: readonly [number, number] | null;
}

/**
 * The amounts of a token sequence in order, none over another: of matches that overlap the longest stands, then the
 * earlier rule's; a veto stands and yields nothing.
 */
export function findAmounts(
  words: Words,
  numbers: readonly NumberSpan[],
  spans: Spans,
  rules: QuantityRules,
): Amount[] {
  const { tokens } = words;
  const ranked = rules.amounts
    .match(words, spans)
    .flatMap((match) => {
      const rule = rules.facts.get(match.rule.key);
      if (!rule) return [];
      const [at, to] = match.captures.get('extent') ?? [match.from, match.to];
      return [{ match, rule, at, to }];
    })
    .sort((a, b) => b.to - b.at - (a.to - a.at) || a.rule.order - b.rule.order || a.at - b.at);
  const taken = new Uint8Array(tokens.length);
  const numberFrom = new Map(numbers.map((number) => [number.from, number.value]));
  const found: Amount[] = [];
  for (const { match, rule, at, to } of ranked) {
    if (taken.subarray(at, to).includes(1)) continue;
    const amount = rule.makes === 'veto' ? null : read(match, rule, [at, to], tokens, numberFrom, rules);
    if (rule.makes !== 'veto' && !amount) continue;
    taken.fill(1, at, to);
    if (amount) found.push(amount);
  }
  return found.sort((a, b) => a.at - b.at);
}

function read(
  { captures }: Match,
  rule: QuantityRule,
  [at, to]: readonly [number, number],
  tokens: readonly Token[],
  numberFrom: ReadonlyMap<number, number>,
  rules: QuantityRules,
): Amount | null {
  const numberOf = (name: string): number | null => {
    const range = captures.get(name);
    return range ? (numberFrom.get(range[0]) ?? null) : null;
  };
  const given = numberOf('value');
  const value = valueFor(rule, given, numberOf('total'), captures.get('part'), tokens, rules, at);
  if (value === null) return null;
  const noun = captures.get('noun');
  const unit = unitOf(rule, captures.get('unit'), noun, tokens, rules);
  // A lone "one" counts nothing: "one hospitals board".
  if (noun && rule.value === null && given !== null && given <= 1 && rule.as === null) return null;
  const from = numberOf('from');
  const upper = numberOf('upper');
  return {
    at,
    to,
    value,
    upper: upper !== null && upper > value ? upper : null,
    unit,
    from,
    comparator: rule.comparator ?? '=',
    direction: from !== null && from !== value ? (value > from ? 'up' : 'down') : rule.direction,
    of: captures.get('of') ?? null,
    per: captures.get('per') ?? null,
  };
}

function valueFor(
  rule: QuantityRule,
  given: number | null,
  total: number | null,
  part: readonly [number, number] | undefined,
  tokens: readonly Token[],
  rules: QuantityRules,
  at: number,
): number | null {
  switch (rule.as) {
    case 'ratio':
      return given !== null && total !== null && total > given ? hundredths((100 * given) / total) : null;
    case 'part': {
      const divisor = rules.parts.get(tokens[part?.[0] ?? -1]?.lower ?? '');
      const times = given ?? 1;
      return divisor !== undefined && times < divisor ? hundredths((100 * times) / divisor) : null;
    }
    case 'times': {
      const word = tokens[at]?.lower.replace(/fold$/, '') ?? '';
      const times = rules.numbers.cardinal.get(word);
      return times === undefined ? null : 100 * times;
    }
    default:
      return rule.value ?? given;
  }
}

const hundredths = (value: number): number => Math.round(100 * value) / 100;

function unitOf(
  rule: QuantityRule,
  unit: readonly [number, number] | undefined,
  noun: readonly [number, number] | undefined,
  tokens: readonly Token[],
  { units, heads }: QuantityRules,
): string | null {
  if (rule.unit !== null) return rule.unit;
  if (unit) {
    const words = wordsOf(tokens, unit);
    return units.get(words) ?? words;
  }
  const head = noun ? tokens[noun[1] - 1]?.lower : undefined;
  return head === undefined ? null : (heads.get(head) ?? head);
}

const wordsOf = (tokens: readonly Token[], [from, to]: readonly [number, number]): string =>
  tokens
    .slice(from, to)
    .map((token) => token.lower)
    .join(' ');

/** Amounts as spans, for the rules that say something of them. */
export const spansOfAmounts = (amounts: readonly Amount[]): SpanEnds => new Map(amounts.map(({ at, to }) => [at, to]));
