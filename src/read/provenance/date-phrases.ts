/** Calendar dates in a short text, as covers, colophons and file names give them. */

/** A date in a text. */
export interface DatePhrase {
  /** `2016`, `2016-09` or `2016-09-08`. */
  readonly value: string;
  readonly precision: 'day' | 'month' | 'year';
  readonly start: number;
  readonly end: number;
  /** Whether day and month may be the other way round: `03/04/2021`. */
  readonly isAmbiguous: boolean;
}

/** Names of the months in the languages of policy documents that pmed meets, with their usual short forms. */
const MONTH_NAMES = [
  'january jan janvier januar enero gennaio januari janeiro ionawr',
  'february feb février fevrier februar febrero febbraio februari fevereiro chwefror',
  'march mar mars märz marz marzo maart março mawrth',
  'april apr avril abril aprile ebrill',
  'may mai mayo maggio mei maio maj',
  'june jun juin juni junio giugno junho mehefin',
  'july jul juillet juli julio luglio julho gorffennaf',
  'august aug août aout agosto augustus augusti awst',
  'september sept sep septembre septiembre settembre setembro medi',
  'october oct octobre oktober octubre ottobre outubro hydref',
  'november nov novembre noviembre novembro tachwedd',
  'december dec décembre decembre dezember diciembre dicembre dezembro rhagfyr',
];
const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
const TOKEN = /\d+|\p{L}+/gu;
/** Every date has a year. */
const YEAR = /(?:19|20)\d\d/;
const ORDINAL = new Set(['st', 'nd', 'rd', 'th', 'er', 'of', 'de', 'den']);

/** The place that a document is dated from: `NEW DELHI, FRIDAY,`; a bracket or a volume may stand before it. */
const DATELINE =
  /^(?:[^,]{0,30}[\s\]])?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2},\s(?:[A-Z][A-Za-z]{2,5}(?:day|DAY),\s)?(?:the\s)?$/u;
/** What stands before a date and a comma without being a place. */
const NO_PLACE =
  /\b(?:agenda|board|bulletin|committee|conference|council|edition|meeting|minutes|plan|report|update),/i;
const LONGEST_DATELINE = 90;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * All dates in a text, in order, longest first at one place.
 * @param text a line or a file name; at most its first 2,000 characters are looked at
 */
export function findDatePhrases(text: string): readonly DatePhrase[] {
  const beginning = text.slice(0, 2000);
  if (!YEAR.test(beginning)) return [];
  const tokens: Token[] = [];
  for (const match of beginning.matchAll(TOKEN)) {
    tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  const phrases: DatePhrase[] = [];
  for (let i = 0; i < tokens.length; ) {
    const read = dateAt(text, tokens, i);
    if (read === null) i++;
    else {
      phrases.push(read.phrase);
      i = read.next;
    }
  }
  return phrases;
}

/** Whether a line is where a document is dated from, and when: `NEW DELHI, FRIDAY, APRIL 3, 2015`. */
export function isDateline(line: string): boolean {
  if (line.length > LONGEST_DATELINE) return false;
  return findDatePhrases(line).some(({ start, end, precision }) => {
    const before = line.slice(0, start);
    const isPlace = DATELINE.test(before) && !NO_PLACE.test(before);
    return precision !== 'year' && isPlace && !/^\s*\p{L}/u.test(line.slice(end));
  });
}

interface Read {
  readonly phrase: DatePhrase;
  readonly next: number;
}

function dateAt(text: string, tokens: readonly Token[], index: number): Read | null {
  const token = tokens[index];
  if (token === undefined) return null;
  const month = monthOf(token.text);
  if (month > 0) return monthFirst(text, tokens, index, month);
  if (!isDigit(token.text)) return null;
  return numeric(text, tokens, index) ?? dayFirst(text, tokens, index) ?? yearAlone(text, tokens, index);
}

/** `September 2016`, `September 8, 2016` */
function monthFirst(text: string, tokens: readonly Token[], index: number, month: number): Read | null {
  const name = tokens[index];
  const second = tokens[index + 1];
  if (name === undefined || second === undefined || !isClose(text, name, second)) return null;
  const year = yearOf(second.text);
  if (year > 0) return made(name, second, index + 2, year, month, null);
  const day = dayOf(second.text);
  const at = ORDINAL.has(tokens[index + 2]?.text.toLowerCase() ?? '') ? index + 3 : index + 2;
  const third = tokens[at];
  if (day === 0 || third === undefined || !isClose(text, second, third)) return null;
  const itsYear = yearOf(third.text);
  return itsYear > 0 && day <= daysIn(itsYear, month) ? made(name, third, at + 1, itsYear, month, day) : null;
}

/** `8 September 2016`, `8th of September 2016`, `10november2019` */
function dayFirst(text: string, tokens: readonly Token[], index: number): Read | null {
  const first = tokens[index];
  if (first === undefined) return null;
  const day = dayOf(first.text);
  // In `L9th November` the scanner has lost a digit.
  if (day === 0 || (/[\p{L}]/u.test(text.charAt(first.start - 1)) && /^(?:st|nd|rd|th)/.test(text.slice(first.end))))
    return null;
  let at = index + 1;
  while (ORDINAL.has(tokens[at]?.text.toLowerCase() ?? '') && at < index + 3) at++;
  const name = tokens[at];
  const last = tokens[at + 1];
  if (name === undefined || last === undefined) return null;
  const month = monthOf(name.text);
  const year = yearOf(last.text);
  // In `Version 3, June 2024` the number is no day.
  const isApart = text.slice(first.end, name.start).includes(',');
  if (month === 0 || year === 0 || isApart || !isClose(text, first, name) || !isClose(text, name, last)) return null;
  return day <= daysIn(year, month) ? made(first, last, at + 2, year, month, day) : null;
}

/** `2016-09-08`, `2016-09`, `20160908`, `8/9/2016`, `08.09.2016` */
function numeric(text: string, tokens: readonly Token[], index: number): Read | null {
  const [first, second, third] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (first === undefined) return null;
  if (first.text.length === 8) {
    const year = yearOf(first.text.slice(0, 4));
    const month = Number(first.text.slice(4, 6));
    const day = Number(first.text.slice(6));
    return year > 0 && isDay(year, month, day) ? made(first, first, index + 1, year, month, day) : null;
  }
  if (second === undefined || !isDigit(second.text)) return null;
  const mark = text.slice(first.end, second.start);
  if (mark.length !== 1 || !'-/._'.includes(mark)) return null;
  const isThree = third !== undefined && isDigit(third.text) && text.slice(second.end, third.start) === mark;
  const year = yearOf(first.text);
  const middle = Number(second.text);
  if (year > 0 && second.text.length === 2) {
    if (isThree && third.text.length === 2 && isDay(year, middle, Number(third.text))) {
      return made(first, third, index + 3, year, middle, Number(third.text));
    }
    // `2011-12` is a period as often as a month.
    return null;
  }
  if (!isThree || first.text.length > 2 || second.text.length > 2) return null;
  const lastYear = yearOf(third.text);
  const one = Number(first.text);
  if (lastYear === 0) return null;
  if (isDay(lastYear, middle, one)) {
    const isAmbiguous = isDay(lastYear, one, middle) && one !== middle;
    return made(first, third, index + 3, lastYear, middle, one, isAmbiguous);
  }
  return isDay(lastYear, one, middle) ? made(first, third, index + 3, lastYear, one, middle) : null;
}

/** A year that is no part of a period (`2021-25`, `2024/25`, `to 2030`). */
function yearAlone(text: string, tokens: readonly Token[], index: number): Read | null {
  const token = tokens[index];
  if (token === undefined) return null;
  const year = yearOf(token.text);
  if (year === 0) return null;
  const next = tokens[index + 1];
  const before = tokens[index - 1];
  if (next !== undefined && isDigit(next.text) && next.start - token.end <= 3) return null;
  if (before !== undefined && isDigit(before.text) && token.start - before.end <= 3) return null;
  if (/[-/–—]/.test(text.charAt(token.end)) && /\d/.test(text.charAt(token.end + 1))) return null;
  return made(token, token, index + 1, year, null, null);
}

function made(
  first: Token,
  last: Token,
  next: number,
  year: number,
  month: number | null,
  day: number | null,
  isAmbiguous = false,
): Read {
  const place = { start: first.start, end: last.end, isAmbiguous };
  const y = String(year);
  if (month === null) return { phrase: { value: y, precision: 'year', ...place }, next };
  const ym = `${y}-${String(month).padStart(2, '0')}`;
  if (day === null) return { phrase: { value: ym, precision: 'month', ...place }, next };
  return { phrase: { value: `${ym}-${String(day).padStart(2, '0')}`, precision: 'day', ...place }, next };
}

/** Whether only space, points, commas or name separators stand between two tokens. */
function isClose(text: string, one: Token, other: Token): boolean {
  if (other.start - one.end > 12) return false;
  return /^[\s.,_-]*$/.test(
    text
      .slice(one.end, other.start)
      .replace(/^\s?(?:st|nd|rd|th)\b/i, '')
      .replace(/\b(?:of|de)\b/i, ''),
  );
}

function isDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

function monthOf(word: string): number {
  return MONTHS.get(word.toLowerCase()) ?? 0;
}

/** A year from 1900 to 2099, or 0. */
function yearOf(digits: string): number {
  return /^(?:19|20)\d\d$/.test(digits) ? Number(digits) : 0;
}

function dayOf(digits: string): number {
  const day = digits.length <= 2 ? Number(digits) : 0;
  return day >= 1 && day <= 31 ? day : 0;
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
