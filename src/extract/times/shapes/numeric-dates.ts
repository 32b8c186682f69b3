/** Dates in figures: `31/03/2024`, `2024-03-31`, `03/31/24`, `31.03.2024`. */

import type { Token } from '../../../model/annotated.ts';
import { isCivilDate } from '../../../model/days.ts';
import { glued, isDigits } from './joins.ts';
import type { Shape } from './shape.ts';
import { fullYear } from './years.ts';

/** Whether the day or the month comes first. */
export type DateOrder = 'dmy' | 'mdy';

/** `31/03/2024`, `2024-03-31`, `03/31/24`. */
export function writtenDate(tokens: readonly Token[], i: number, order: DateOrder): Shape | null {
  const sign = tokens[i + 1];
  const middle = tokens[i + 2];
  const last = tokens[i + 4];
  if (!sign || !middle || middle.spaced || sign.spaced) return null;
  if (!(sign.text === '/' || sign.text === '-')) return null;
  const before = tokens[i - 1];
  if (before && !tokens[i]?.spaced && '/-'.includes(before.text)) return null;
  const a = tokens[i]?.text ?? '';
  const b = middle.text;
  if (a.length === 2 && /^\d{4}$/.test(b)) return monthAndYear(tokens, i, Number(a), Number(b));
  if (!isDigits(b) || b.length > 2) return null;
  const hasThird = glued(tokens[i + 3], sign.text) && last !== undefined && !last.spaced && /^\d/.test(last.text);
  const c = last?.text ?? '';
  if (hasThird && (glued(tokens[i + 5], '/') || (glued(tokens[i + 5], '-') && !tokens[i + 6]?.spaced))) return null;
  if (a.length === 4) {
    if (hasThird) return dayAndTime(tokens, i, c) ?? yearFirst(i, Number(a), Number(b), c);
    return sign.text === '-' && b.length === 2 ? yearAndMonth(i, Number(a), Number(b)) : null;
  }
  const isDated =
    a.length <= 2 &&
    hasThird &&
    isDigits(c) &&
    (c.length === 4 || (c.length === 2 && (b.length === 2 || sign.text === '/')));
  if (!isDated) return null;
  return ordered(i, i + 5, c.length === 4 ? Number(c) : fullYear(Number(c)), Number(a), Number(b), order);
}

/** Signs and words before `03/2026` that show that it is a month, and no number of a paper. */
const BEFORE_MONTH = new Set('by in from until till to since before after due : | ( – - ,'.split(' '));

/** `03/2026` where the words before let it be a month. */
function monthAndYear(tokens: readonly Token[], i: number, month: number, year: number): Shape | null {
  const before = tokens[i - 1];
  const isPlaced = (!before || BEFORE_MONTH.has(before.lower)) && !'/-'.includes(tokens[i + 3]?.text ?? ' ');
  if (!isPlaced || month < 1 || month > 12 || year < 1900 || year >= 2200) return null;
  return { kind: 'numeric-date', from: i, to: i + 3, number: 0, term: { kind: 'date', year, month } };
}

/** `2024-03-31T10:00Z`, `2024-03-31T10:00:00+01:00` (ISO 8601); the zone is read over. */
function dayAndTime(tokens: readonly Token[], i: number, last: string): Shape | null {
  const match = /^(\d\d)t(\d\d)$/i.exec(last);
  const text = (at: number): string => (tokens[at] && !tokens[at]?.spaced ? (tokens[at]?.lower ?? '') : '');
  const minutes = /^([0-5]\d)z?$/.exec(text(i + 6))?.[1];
  if (!match || text(i + 5) !== ':' || minutes === undefined) return null;
  let to = i + 7;
  if (text(to) === ':' && /^\d\d(?:\.\d{1,9})?z?$/.test(text(to + 1))) to += 2;
  if (/^[+-]$/.test(text(to)) && /^\d\d$/.test(text(to + 1))) to += text(to + 2) === ':' ? 4 : 2;
  else if (text(to) === 'z') to++;
  const day = yearFirst(i, Number(tokens[i]?.text), Number(tokens[i + 2]?.text), match[1] ?? '');
  if (day?.term?.kind !== 'date' || Number(match[2]) > 24) return null;
  return { ...day, to, term: { ...day.term, time: `T${match[2]}:${minutes}` } };
}

/** `2025q3`, `2025h1` in one word. */
export function yearAndPart(i: number, lower: string): Shape | null {
  const match = /^((?:19|20)\d\d)(?:q([1-4])|h([12]))$/.exec(lower);
  if (!match) return null;
  const part = match[2] === undefined ? { half: Number(match[3]) } : { quarter: Number(match[2]) };
  return {
    kind: 'numeric-date',
    from: i,
    to: i + 1,
    number: 0,
    term: { kind: 'date', year: Number(match[1]), ...part },
  };
}

/** `2024-03-31`, `2024-03-31T12`. */
function yearFirst(i: number, year: number, month: number, last: string): Shape | null {
  const day = /^\d{1,2}(?:t\d\d)?$/i.test(last) ? Number(last.slice(0, 2)) : 0;
  return isCivilDate(year, month, day) ? dateShape(i, i + 5, year, month, day) : null;
}

/** `2024-03`, but `2024-25` and `2003-04` are years. */
function yearAndMonth(i: number, year: number, month: number): Shape | null {
  const isMonth = month >= 1 && month <= 12 && month !== (year + 1) % 100 && year >= 1900 && year < 2200;
  if (!isMonth) return null;
  return { kind: 'numeric-date', from: i, to: i + 3, number: 0, term: { kind: 'date', year, month } };
}

/** `31.03.2024`, and `2024.03.31` as stamps of signatures and files have it. */
export function dottedDate(i: number, lower: string, order: DateOrder): Shape | null {
  const stamp = /^((?:19|20)\d\d)\.(\d\d)\.(\d\d)$/.exec(lower);
  if (stamp) {
    const [year, month, day] = [Number(stamp[1]), Number(stamp[2]), Number(stamp[3])];
    return isCivilDate(year, month, day) ? dateShape(i, i + 1, year, month, day) : null;
  }
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(lower);
  return match ? ordered(i, i + 1, Number(match[3]), Number(match[1]), Number(match[2]), order) : null;
}

const dateShape = (from: number, to: number, year: number, month: number, day: number): Shape => ({
  kind: 'numeric-date',
  from,
  to,
  number: 0,
  term: { kind: 'date', year, month, day },
});

/** Day and month in the order of the options, or in the only order that makes a date. */
function ordered(from: number, to: number, year: number, a: number, b: number, order: DateOrder): Shape | null {
  if (year < 1000 || year > 2199) return null;
  const [day, month] = order === 'dmy' ? [a, b] : [b, a];
  if (isCivilDate(year, month, day)) return dateShape(from, to, year, month, day);
  return isCivilDate(year, day, month) ? dateShape(from, to, year, day, month) : null;
}

/** `2025-13-01`, `2025-02-30T12`, `99/99/2025`: in the form of a date, with a month or day that no calendar has. */
export function impossibleDate(tokens: readonly Token[], i: number): Shape | null {
  const [first, second, third] = [tokens[i], tokens[i + 2], tokens[i + 4]];
  const sign = tokens[i + 1]?.text ?? '';
  if (!first || !second || !third || (sign !== '/' && sign !== '-')) return null;
  if (!glued(tokens[i + 1], sign) || second.spaced || !glued(tokens[i + 3], sign) || third.spaced) return null;
  const day = third.text.replace(/t\d\d$/i, '');
  const sizes = [first.text, second.text, day].map((text) => (isDigits(text) ? text.length : 0)).join(' ');
  const isDated = sizes === '4 2 2' || sizes === '2 2 4';
  const isAlone = !glued(tokens[i + 5], sign) && (first.spaced || !'/-'.includes(tokens[i - 1]?.text ?? ' '));
  return isDated && isAlone ? { kind: 'impossible-date', from: i, to: i + 5, number: 0 } : null;
}
