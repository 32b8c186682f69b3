/** Finds quantities: percentages, money, counts with their noun, and words such as "halve". */

import { Tag } from '../annotate/tags.ts';
import type { Token } from '../model/annotated.ts';
import type { Target } from '../model/report.ts';

/** A target with its half-open token range. */
export interface Quantity extends Target {
  readonly at: number;
  readonly to: number;
}

const UP = new Set(
  'increase increases increasing raise raises raising recruit recruiting grow growing build building train training create creating double doubling triple tripling expand expanding boost boosting deliver delivering plant planting invest investing additional extra more'.split(
    ' ',
  ),
);
const DOWN = new Set(
  'reduce reduces reducing cut cuts cutting limit limiting lower lowering halve halving shorten shortening decrease decreasing fewer less eliminate eliminating'.split(
    ' ',
  ),
);
const WORDS = new Map<string, number>(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    hundred: 100,
    thousand: 1000,
  }),
);
const SCALE = new Map<string, number>(
  Object.entries({
    hundred: 100,
    thousand: 1e3,
    k: 1e3,
    million: 1e6,
    m: 1e6,
    mn: 1e6,
    billion: 1e9,
    bn: 1e9,
    b: 1e9,
    trillion: 1e12,
    tn: 1e12,
    trn: 1e12,
  }),
);
const CURRENCY = new Set(['£', '$', '€']);
const PROPORTION = new Map<string, number>(
  Object.entries({
    halve: 50,
    halves: 50,
    halving: 50,
    double: 200,
    doubles: 200,
    doubling: 200,
    triple: 300,
    tripling: 300,
  }),
);

/** Value of a number token such as "1,500", "2.5bn" or "forty", or null. */
function numberOf(token: Token | undefined): number | null {
  if (!token) return null;
  const word = WORDS.get(token.lower);
  if (word !== undefined) return word;
  const parts = /^(\d[\d,]*(?:\.\d+)?)([a-z]{0,3})$/.exec(token.lower);
  if (!parts) return null;
  const scale = parts[2] ? SCALE.get(parts[2]) : 1;
  if (scale === undefined) return null;
  const value = Number((parts[1] ?? '').replaceAll(',', ''));
  return Number.isFinite(value) ? value * scale : null;
}

const MORE = new Set(['more', 'fewer', 'extra', 'additional', 'new', 'other']);

const comparatorBefore = (tokens: readonly Token[], at: number): Target['comparator'] => {
  const words = tokens
    .slice(Math.max(0, at - 3), at)
    .map((token) => token.lower)
    .join(' ');
  if (/(?:at least|more than|over|minimum of|exceed|excess of)$/.test(words)) return '>=';
  if (/(?:up to|at most|no more than|less than|fewer than|below|under|maximum of|within)$/.test(words)) return '<=';
  if (/(?:about|around|approximately|some|roughly|nearly|almost|circa)$/.test(words)) return '~';
  return '=';
};

/**
 * The quantities of a token sequence outside the given time expressions, in order.
 * @param isTime whether a token belongs to a time expression
 * @param scope half-open token range of the claim, for the direction that its verb gives
 * @param textOf the words of a half-open token range as a reader would cite them
 */
export function findQuantities(
  tokens: readonly Token[],
  isTime: (token: number) => boolean,
  textOf: (from: number, to: number) => string,
  scope: readonly [number, number],
): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || isTime(i)) continue;
    const proportion = PROPORTION.get(token.lower);
    if (proportion !== undefined && token.tags & (Tag.base | Tag.ing | Tag.third)) {
      found.push({
        text: token.text,
        value: proportion,
        unit: '%',
        from: null,
        comparator: '=',
        direction: proportion < 100 ? 'down' : 'up',
        at: i,
        to: i + 1,
      });
      continue;
    }
    const quantity = measureAt(tokens, i, isTime);
    if (!quantity) continue;
    const at = tokens[i - 1] && CURRENCY.has(tokens[i - 1]?.text ?? '') ? i - 1 : i;
    found.push({
      text: textOf(at, quantity.to),
      value: quantity.value,
      unit: quantity.unit,
      from: null,
      comparator: comparatorBefore(tokens, at),
      direction: directionAt(tokens, at, scope),
      at,
      to: quantity.to,
    });
    i = quantity.to - 1;
  }
  return joinRanges(found, tokens, textOf);
}

/** Whether more or less is meant: by the nearest word that says so before the quantity, or after it within the scope. */
function directionAt(
  tokens: readonly Token[],
  at: number,
  [first, last]: readonly [number, number],
): Target['direction'] {
  const said = (token: Token | undefined) =>
    token && UP.has(token.lower) ? 'up' : token && DOWN.has(token.lower) ? 'down' : null;
  for (let k = at - 1; k >= Math.min(first, at); k--) if (said(tokens[k])) return said(tokens[k]);
  for (let k = at; k < last; k++) if (said(tokens[k])) return said(tokens[k]);
  return null;
}

function measureAt(
  tokens: readonly Token[],
  i: number,
  isTime: (token: number) => boolean,
): { value: number; unit: string | null; to: number } | null {
  const token = tokens[i];
  const whole = numberOf(token);
  // "twenty-five": tens, hyphen and units are three tokens.
  const units =
    tokens[i + 1]?.text === '-' && !tokens[i + 1]?.spaced ? WORDS.get(tokens[i + 2]?.lower ?? '') : undefined;
  const isCompound =
    whole !== null && WORDS.has(token?.lower ?? '') && whole >= 20 && whole < 100 && units !== undefined && units < 10;
  const number = isCompound ? whole + units : whole;
  if (number === null || !token) return null;
  // "one of", "two-way", section and list numbers are no quantities.
  const digits = /^\d/.test(token.text);
  const before = tokens[i - 1];
  if (i === 0 && tokens[1]?.text === '.') return null;
  if (before && !token.spaced && /[./-]/.test(before.text)) return null;
  let to = isCompound ? i + 3 : i + 1;
  let value = number;
  const scale = SCALE.get(tokens[to]?.lower ?? '');
  const isMoney = before !== undefined && CURRENCY.has(before.text);
  if (scale !== undefined && (isMoney || (tokens[to]?.text.length ?? 0) > 1)) {
    value *= scale;
    to++;
  }
  if (before && CURRENCY.has(before.text)) return { value, unit: before.text, to };
  const next = tokens[to];
  if (next?.text === '%') return { value, unit: '%', to: to + 1 };
  if (next?.lower === 'percent') return { value, unit: '%', to: to + 1 };
  if (next?.lower === 'per' && tokens[to + 1]?.lower === 'cent') return { value, unit: '%', to: to + 2 };
  if (!digits && number <= 1) return null;
  if (
    digits &&
    /^(?:section|chapter|figure|table|page|para|paragraph|annex|appendix|phase|part|article|regulation|no|number|step|tier|grade|level|version|box|recommendation|action|objective|goal|priority|schedule|clause|band)s?$/.test(
      before?.lower ?? '',
    )
  )
    return null;
  // A count needs the noun that it counts, after at most three adjectives.
  for (let k = to; k < Math.min(tokens.length, to + 4); k++) {
    const word = tokens[k];
    if (word && MORE.has(word.lower)) continue;
    if (
      !word ||
      isTime(k) ||
      word.tags &
        (Tag.punctuation |
          Tag.preposition |
          Tag.modal |
          Tag.be |
          Tag.have |
          Tag.conjunction |
          Tag.determiner |
          Tag.number)
    )
      break;
    if (/[a-z]{3}s$/.test(word.lower) && !word.lower.endsWith('ss') && !(word.tags & Tag.adverb))
      return { value, unit: word.lower, to: k + 1 };
  }
  return null;
}

/** "from 18 weeks to 12 weeks", "from 20% to 15%": one target with its starting value. */
function joinRanges(
  found: readonly Quantity[],
  tokens: readonly Token[],
  textOf: (from: number, to: number) => string,
): Quantity[] {
  const joined: Quantity[] = [];
  for (const quantity of found) {
    const last = joined.at(-1);
    if (
      last &&
      tokens[last.at - 1]?.lower === 'from' &&
      tokens[quantity.at - 1]?.lower === 'to' &&
      quantity.at - last.to <= 1
    ) {
      joined.pop();
      const from = last.value;
      const direction =
        from !== null && quantity.value !== null ? (quantity.value > from ? 'up' : 'down') : quantity.direction;
      joined.push({ ...quantity, from, direction, at: last.at - 1, text: textOf(last.at - 1, quantity.to) });
    } else joined.push(quantity);
  }
  return joined;
}
