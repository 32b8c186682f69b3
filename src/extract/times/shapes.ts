/** Tokens that are numbers of some kind, found by shape: years, days, ordinals, clock times, numeric dates, marks. */

import type { Token } from '../../model/annotated.ts';
import { isCivilDate } from '../../model/days.ts';
import type { DateTerm, Term } from './term.ts';

/** A span with its reading: a number, or a term where the shape alone is a date. */
export interface Shape {
  readonly kind: ShapeKind;
  readonly from: number;
  readonly to: number;
  readonly number: number;
  readonly term?: Term;
}

/** `:year` … as patterns name them. */
export type ShapeKind =
  | 'year'
  | 'short-year'
  | 'day-number'
  | 'ordinal'
  | 'cardinal'
  | 'clock'
  | 'hours'
  | 'numeric-date'
  | 'decade'
  | 'fiscal'
  | 'fiscal-mark'
  | 'academic'
  | 'quarter-mark'
  | 'half-mark'
  | 'glued'
  | 'two-digits'
  | 'year-span'
  | 'old-year'
  | 'reference-number'
  | 'address'
  | 'plural';

export type DateOrder = 'dmy' | 'mdy';

/** Number words of a language: "twelve" → 12, "twelfth" → 12, "nineties" → 199. */
export interface NumberWords {
  readonly cardinal: ReadonlyMap<string, number>;
  readonly ordinal: ReadonlyMap<string, number>;
  readonly decade: ReadonlyMap<string, number>;
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);
const glued = (token: Token | undefined, text: string): boolean =>
  token !== undefined && !token.spaced && token.text === text;
const dash = (token: Token | undefined): boolean => glued(token, '-') || glued(token, '–');

/** A two-digit year: those up to 49 are of this century. */
const fullYear = (short: number): number => short + (short < 50 ? 2000 : 1900);

/** All shapes in a token sequence, from left to right; several may begin at one token. Linear in the tokens. */
export function findShapes(tokens: readonly Token[], words: NumberWords, order: DateOrder): Shape[] {
  const shapes: Shape[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    const first = token.text.charCodeAt(0);
    if (first >= 48 && first <= 57) digits(tokens, i, order, shapes);
    else if (first === 39 && tokens[i + 1] && !tokens[i + 1]?.spaced) apostrophe(tokens, i, shapes);
    else if (token.text.length > 1 && token.text.length < 7 && 'qQhHfFaA'.includes(token.text.charAt(0)))
      marks(tokens, i, shapes);
  }
  numberWords(tokens, words, shapes);
  if (shapes.length > 0) addresses(tokens, shapes);
  // Plurals only tell counts from years.
  if (shapes.length > 0)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token && isPlural(token)) shapes.push({ kind: 'plural', from: i, to: i + 1, number: 0 });
    }
  return shapes;
}

function digits(tokens: readonly Token[], i: number, order: DateOrder, shapes: Shape[]): void {
  const token = tokens[i];
  if (!token || token.text.length > 14) return;
  const { lower } = token;
  const after = tokens[i + 1];
  if (isDigits(lower)) {
    const number = Number(lower);
    const size = lower.length;
    const date = writtenDate(tokens, i, order);
    if (date) shapes.push(date);
    const fiscal = size === 4 ? slashedYears(tokens, i) : null;
    if (fiscal) shapes.push(fiscal);
    else if (size === 4) yearSpan(tokens, i, shapes);
    if (size === 4 && number >= 1000 && number <= 2199)
      shapes.push({ kind: number >= 1600 && number <= 2100 ? 'year' : 'old-year', from: i, to: i + 1, number });
    if (!date && !fiscal) referenceNumber(tokens, i, shapes);
    if (size <= 2 && number >= 1 && number <= 31) shapes.push({ kind: 'day-number', from: i, to: i + 1, number });
    if (size === 2) shapes.push({ kind: 'two-digits', from: i, to: i + 1, number: fullYear(number) });
    if (size <= 2 && number <= 24 && glued(after, ':')) {
      const minutes = tokens[i + 2];
      const match = minutes && !minutes.spaced ? /^([0-5]\d)(am|pm)?$/.exec(minutes.lower) : null;
      if (match) {
        const seconds = glued(tokens[i + 3], ':') && /^[0-5]\d$/.test(tokens[i + 4]?.lower ?? '') ? 2 : 0;
        shapes.push(clock(i, i + 3 + seconds, number, Number(match[1]), match[2]));
      }
    }
    if (size === 4 && number % 10 === 0 && after?.lower === "'s" && decadeContext(tokens, i))
      shapes.push({ kind: 'decade', from: i, to: i + 2, number: number / 10 });
    if (size <= 6)
      shapes.push({ kind: 'cardinal', from: i, to: fraction(tokens, i), number: fractionValue(tokens, i, number) });
    return;
  }
  const ordinal = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(lower);
  if (ordinal) {
    const number = Number(ordinal[1]);
    shapes.push({ kind: 'ordinal', from: i, to: i + 1, number });
    if (number >= 1 && number <= 31) shapes.push({ kind: 'day-number', from: i, to: i + 1, number });
    return;
  }
  const decade = /^(\d{3})0s$/.exec(lower) ?? /^(\d)0s$/.exec(lower);
  if (decade) {
    const number = Number(decade[1]);
    shapes.push({
      kind: 'decade',
      from: i,
      to: i + 1,
      number: number < 10 ? number + (number < 4 ? 200 : 190) : number,
    });
    return;
  }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(lower);
  if (dotted) {
    pushDate(shapes, i, i + 1, Number(dotted[3]), Number(dotted[1]), Number(dotted[2]), order);
    return;
  }
  const time = /^(\d{1,2})(?:\.([0-5]\d))?(am|pm)$/.exec(lower);
  if (time && Number(time[1]) <= 12) {
    shapes.push(clock(i, i + 1, Number(time[1]), Number(time[2] ?? 0), time[3]));
    return;
  }
  const hours = /^(\d{1,2})\.([0-5]\d)$/.exec(lower);
  if (hours && Number(hours[1]) <= 24)
    shapes.push({ ...clock(i, i + 1, Number(hours[1]), Number(hours[2]), undefined), kind: 'hours' });
  const half = /^([12])h(\d{2}|\d{4})?$/.exec(lower);
  if (half) shapes.push({ kind: 'half-mark', from: i, to: i + 1, number: Number(half[1]) });
  const plain = Number(lower.replaceAll(',', ''));
  if (Number.isFinite(plain) && plain < 1e6) shapes.push({ kind: 'cardinal', from: i, to: i + 1, number: plain });
  const amount = /^(\d{1,3})(s|sec|secs|min|mins|h|hr|hrs|d|w|wk|wks|m|mth|mths|yr|yrs|y)$/.exec(lower);
  if (amount) shapes.push({ kind: 'glued', from: i, to: i + 1, number: Number(amount[1]) });
}

/** Web addresses and paths: words that run on without a space, with slashes and hyphens between them. */
function addresses(tokens: readonly Token[], shapes: Shape[]): void {
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && !tokens[to]?.spaced) to++;
    if (to - from >= 5 && isAddress(tokens, from, to)) shapes.push({ kind: 'address', from, to, number: 0 });
    from = to;
  }
}

function isAddress(tokens: readonly Token[], from: number, to: number): boolean {
  let slashes = 0;
  let hyphens = 0;
  let words = 0;
  for (let i = from; i < to; i++) {
    const { text, lower } = tokens[i] ?? { text: '', lower: '' };
    if (lower === 'http' || lower === 'https' || lower === 'www') return true;
    if (text === '/') slashes++;
    else if (text === '-') hyphens++;
    else if (lower.length > 2 && !/^\d/.test(lower)) words++;
  }
  return words > 1 && slashes > 0 && (hyphens > 1 || slashes > 2);
}

/** Words in -s that are no plural nouns. */
const NO_PLURAL = new Set(
  'was is has as its this his us plus thus yes versus does less across various gross business'.split(' '),
);

/** Whether a token has the shape of a plural noun. */
function isPlural(token: Token): boolean {
  const { text, lower } = token;
  return (
    text === lower &&
    lower.length > 3 &&
    lower.endsWith('s') &&
    !lower.endsWith('ss') &&
    !lower.endsWith('us') &&
    !NO_PLURAL.has(lower)
  );
}

/** `2016/679`, `9001:2015`, `0300 123 1995`: numbers joined to numbers that are neither dates nor financial years. */
function referenceNumber(tokens: readonly Token[], i: number, shapes: Shape[]): void {
  const before = tokens[i - 1];
  if (before && !tokens[i]?.spaced && (before.text === '/' || before.text === ':')) return;
  let to = i + 1;
  while (to + 1 < tokens.length && to < i + 8) {
    const sign = tokens[to];
    const next = tokens[to + 1];
    if (!sign || !next || sign.spaced || next.spaced || !isDigits(next.text)) break;
    if (!(sign.text === '/' || (sign.text === ':' && next.text.length > 2))) break;
    to += 2;
  }
  if (to > i + 1) {
    shapes.push({ kind: 'reference-number', from: i, to, number: 0 });
    return;
  }
  // A telephone number: groups of digits, the first of which begins with a zero.
  if (!tokens[i]?.text.startsWith('0') || (tokens[i]?.text.length ?? 0) < 3) return;
  while (to < tokens.length && to < i + 6 && /^\d{2,}$/.test(tokens[to]?.text ?? '')) to++;
  if (to > i + 1) shapes.push({ kind: 'reference-number', from: i, to, number: 0 });
}

/** "the 1990's", "early 1990's": the genitive of a year stands elsewhere. */
function decadeContext(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.lower ?? '';
  return ['the', 'early', 'late', 'mid', '-'].includes(before);
}

/** `1/2` after a whole number: "2 1/2 years". */
const fraction = (tokens: readonly Token[], i: number): number => (isFraction(tokens, i + 1) ? i + 4 : i + 1);
const fractionValue = (tokens: readonly Token[], i: number, whole: number): number =>
  isFraction(tokens, i + 1) ? whole + Number(tokens[i + 1]?.text) / Number(tokens[i + 3]?.text) : whole;
const isFraction = (tokens: readonly Token[], i: number): boolean =>
  /^[1-9]$/.test(tokens[i]?.text ?? '') && glued(tokens[i + 1], '/') && /^[2-9]$/.test(tokens[i + 2]?.text ?? '');

function clock(from: number, to: number, hour: number, minute: number, half: string | undefined): Shape {
  const shifted = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  return { kind: 'clock', from, to, number: shifted * 60 + minute };
}

/** `31/03/2024`, `2024-03-31`, `03/31/24`. */
function writtenDate(tokens: readonly Token[], i: number, order: DateOrder): Shape | null {
  const sign = tokens[i + 1];
  const middle = tokens[i + 2];
  const last = tokens[i + 4];
  if (!sign || !middle || middle.spaced || sign.spaced) return null;
  if (!(sign.text === '/' || sign.text === '-')) return null;
  const before = tokens[i - 1];
  if (before && !tokens[i]?.spaced && '/-'.includes(before.text)) return null;
  const a = tokens[i]?.text ?? '';
  const b = middle.text;
  if (!isDigits(b) || b.length > 2) return null;
  const hasThird = glued(tokens[i + 3], sign.text) && last !== undefined && !last.spaced && /^\d/.test(last.text);
  const c = last?.text ?? '';
  if (hasThird && (glued(tokens[i + 5], '/') || (glued(tokens[i + 5], '-') && !tokens[i + 6]?.spaced))) return null;
  const found: Shape[] = [];
  if (a.length === 4) {
    if (hasThird && /^\d{1,2}(?:t\d\d)?$/i.test(c)) {
      const day = Number(c.slice(0, 2));
      if (isCivilDate(Number(a), Number(b), day)) found.push(dateShape(i, i + 5, Number(a), Number(b), day));
    } else if (
      !hasThird &&
      b.length === 2 &&
      sign.text === '-' &&
      Number(b) >= 1 &&
      Number(b) <= 12 &&
      Number(b) !== (Number(a) + 1) % 100
    ) {
      const term: DateTerm = { kind: 'date', year: Number(a), month: Number(b) };
      if (Number(a) >= 1900 && Number(a) < 2200)
        found.push({ kind: 'numeric-date', from: i, to: i + 3, number: 0, term });
    }
  } else if (a.length <= 2 && hasThird && isDigits(c) && (c.length === 4 || (c.length === 2 && b.length === 2)))
    pushDate(found, i, i + 5, c.length === 4 ? Number(c) : fullYear(Number(c)), Number(a), Number(b), order);
  return found[0] ?? null;
}

const dateShape = (from: number, to: number, year: number, month: number, day: number): Shape => ({
  kind: 'numeric-date',
  from,
  to,
  number: 0,
  term: { kind: 'date', year, month, day },
});

/** Day and month in the order of the options, or in the only order that makes a date. */
function pushDate(
  shapes: Shape[],
  from: number,
  to: number,
  year: number,
  a: number,
  b: number,
  order: DateOrder,
): void {
  if (year < 1000 || year > 2199) return;
  const [day, month] = order === 'dmy' ? [a, b] : [b, a];
  if (isCivilDate(year, month, day)) shapes.push(dateShape(from, to, year, month, day));
  else if (isCivilDate(year, day, month)) shapes.push(dateShape(from, to, year, day, month));
}

/** `2024/25`, `2024-25`, `2024/2025`: a year that begins in one calendar year and ends in the next. */
function slashedYears(tokens: readonly Token[], i: number): Shape | null {
  const year = Number(tokens[i]?.text);
  const next = tokens[i + 2];
  if (year < 1900 || year > 2199 || !next || next.spaced) return null;
  const slash = glued(tokens[i + 1], '/');
  if (!slash && !dash(tokens[i + 1])) return null;
  if (!isDigits(next.text) || (slash && glued(tokens[i + 3], '/'))) return null;
  const its = Number(next.text);
  const follows =
    next.text.length === 2
      ? its === (year + 1) % 100
      : next.text.length === 4
        ? its === year + 1 && (slash || year >= 1990)
        : slash && its === (year + 1) % 10;
  return follows ? { kind: 'fiscal', from: i, to: i + 3, number: year } : null;
}

/** The end of `1990-94`. */
function yearSpan(tokens: readonly Token[], i: number, shapes: Shape[]): void {
  const next = tokens[i + 2];
  const year = Number(tokens[i]?.text);
  if (!dash(tokens[i + 1]) || !next || next.spaced || !/^\d\d$/.test(next.text)) return;
  const its = Math.floor(year / 100) * 100 + Number(next.text);
  if (year >= 1600 && year <= 2100 && its > year + 1 && (its > year + 12 || Number(next.text) > 12))
    shapes.push({ kind: 'year-span', from: i + 2, to: i + 3, number: its });
}

/** `'90s`, `'99`. */
function apostrophe(tokens: readonly Token[], i: number, shapes: Shape[]): void {
  const next = tokens[i + 1]?.lower ?? '';
  const decade = /^(\d)0s$/.exec(next);
  if (decade) {
    const number = Number(decade[1]);
    shapes.push({ kind: 'decade', from: i, to: i + 2, number: number + (number < 4 ? 200 : 190) });
  }
  if (/^\d\d$/.test(next)) shapes.push({ kind: 'short-year', from: i, to: i + 2, number: fullYear(Number(next)) });
}

/** `Q3`, `H1`, `FY24`. */
function marks(tokens: readonly Token[], i: number, shapes: Shape[]): void {
  const token = tokens[i];
  if (!token) return;
  const match = /^(q[1-4]|h[12]|[fa]y(?:\d{2}|\d{4}))$/.exec(token.lower);
  if (!match) return;
  const { lower } = token;
  if (lower.startsWith('q')) shapes.push({ kind: 'quarter-mark', from: i, to: i + 1, number: Number(lower.slice(1)) });
  else if (lower.startsWith('h'))
    shapes.push({ kind: 'half-mark', from: i, to: i + 1, number: Number(lower.slice(1)) });
  else {
    const number = Number(lower.slice(2));
    const year = number < 100 ? number + 2000 : number;
    const next = tokens[i + 2];
    const joined = (glued(tokens[i + 1], '/') || dash(tokens[i + 1])) && next && !next.spaced ? next.text : '';
    const follows = /^(?:\d{2}|\d{4})$/.test(joined) && Number(joined) % 100 === (year + 1) % 100;
    if (lower.startsWith('a')) {
      if (follows) shapes.push({ kind: 'academic', from: i, to: i + 3, number: year });
    } else if (follows) shapes.push({ kind: 'fiscal', from: i, to: i + 3, number: year });
    else shapes.push({ kind: 'fiscal-mark', from: i, to: i + 1, number: year });
  }
}

/** Cardinals and ordinals in words, with tens and units, hundreds and thousands, and years in words. */
function numberWords(tokens: readonly Token[], words: NumberWords, shapes: Shape[]): void {
  for (let i = 0; i < tokens.length; ) {
    const lower = tokens[i]?.lower ?? '';
    const decade = words.decade.get(lower);
    if (decade !== undefined) shapes.push({ kind: 'decade', from: i, to: i + 1, number: decade });
    const ordinal = words.ordinal.get(lower);
    if (ordinal !== undefined) {
      shapes.push({ kind: 'ordinal', from: i, to: i + 1, number: ordinal });
      if (ordinal <= 31) shapes.push({ kind: 'day-number', from: i, to: i + 1, number: ordinal });
    }
    if (!words.cardinal.has(lower)) {
      i++;
      continue;
    }
    i = cardinalRun(tokens, i, words, shapes);
  }
}

/** Reads a run of number words from `from`; gives where it ended. */
function cardinalRun(tokens: readonly Token[], from: number, words: NumberWords, shapes: Shape[]): number {
  let total = 0;
  let group = 0;
  let at = from;
  let lastSize = Number.POSITIVE_INFINITY;
  const parts: number[] = [];
  while (at < tokens.length) {
    const lower = tokens[at]?.lower ?? '';
    const value = words.cardinal.get(lower);
    if (value === undefined) {
      const ordinal = words.ordinal.get(lower);
      if (ordinal !== undefined && ordinal < 10 && group % 100 >= 20 && group % 10 === 0) {
        const number = total + group + ordinal;
        shapes.push({ kind: 'ordinal', from, to: at + 1, number });
        if (number <= 31) shapes.push({ kind: 'day-number', from, to: at + 1, number });
        return at + 1;
      }
      const next = tokens[at + 1]?.lower ?? '';
      // "twenty-four", "a hundred and ten".
      const joins =
        (lower === '-' &&
          group % 10 === 0 &&
          (words.cardinal.get(next) ?? words.ordinal.get(next) ?? 99) < 10 &&
          group >= 20) ||
        (lower === 'and' && group % 100 === 0 && group > 0 && (words.cardinal.get(next) ?? 100) < 100);
      if (!joins || at === from) break;
      at++;
      continue;
    }
    if (value >= 1000) {
      total = (total + Math.max(group, 1)) * value;
      group = 0;
      lastSize = Number.POSITIVE_INFINITY;
    } else if (value === 100) group = Math.max(group, 1) * 100;
    else {
      // "nineteen ninety-six": two numbers of two digits side by side are a year.
      if (parts.length > 0 && value >= 10 && lastSize < 100 && total === 0 && group >= 10 && group < 30) {
        const rest = yearRest(tokens, at, words);
        shapes.push({ kind: 'year', from, to: rest.to, number: group * 100 + rest.number });
        return rest.to;
      }
      if (lastSize < 100 && !(lastSize >= 20 && lastSize % 10 === 0 && value < 10)) break;
      group += value;
      lastSize = value;
    }
    parts.push(value);
    at++;
  }
  shapes.push({ kind: 'cardinal', from, to: at, number: total + group });
  if (total + group === 2000 && parts.length === 2) shapes.push({ kind: 'year', from, to: at, number: 2000 });
  return Math.max(at, from + 1);
}

function yearRest(tokens: readonly Token[], at: number, words: NumberWords): { number: number; to: number } {
  const tens = words.cardinal.get(tokens[at]?.lower ?? '') ?? 0;
  const hyphen = tokens[at + 1]?.text === '-' ? 1 : 0;
  const unit = words.cardinal.get(tokens[at + 1 + hyphen]?.lower ?? '') ?? 99;
  return tens >= 20 && tens % 10 === 0 && unit < 10
    ? { number: tens + unit, to: at + 2 + hyphen }
    : { number: tens, to: at + 1 };
}
