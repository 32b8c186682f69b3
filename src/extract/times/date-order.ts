/** Whether 03/04/2025 is 3 April or 4 March in a document: as its unambiguous dates have it, or its country. */
import type { DateOrder } from './shapes/numeric-dates.ts';

/** The numeric dates of a document: those that can be read one way only, and those that can be read both ways. */
export interface NumericDates {
  readonly dmy: readonly string[];
  readonly mdy: readonly string[];
  readonly ambiguous: readonly string[];
}

const NUMERIC = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|(?<=\/)\d{2})(?![\d/]|[.-]\d)/g;

/** @param texts the words of time expressions */
export function numericDates(texts: Iterable<string>): NumericDates {
  const dmy: string[] = [];
  const mdy: string[] = [];
  const ambiguous: string[] = [];
  for (const text of texts) {
    if (text.length < 6) continue;
    for (const [date, first, , second] of text.matchAll(NUMERIC)) {
      const [a, b] = [Number(first), Number(second)];
      if (a > 12 && b <= 12) dmy.push(date);
      else if (b > 12 && a <= 12) mdy.push(date);
      else if (a !== b && a <= 12 && b <= 12) ambiguous.push(date);
    }
  }
  return { dmy, mdy, ambiguous };
}

/** How the ambiguous dates of a document are read, and why. */
export interface OrderRead {
  readonly order: DateOrder;
  readonly source: 'flag' | 'text' | 'country' | 'default';
}

/**
 * @param flag what the user says, or null
 * @param country the order that the document's country has, or null where no country is known
 */
export function orderOf({ dmy, mdy }: NumericDates, flag: DateOrder | null, country: DateOrder | null): OrderRead {
  if (flag !== null) return { order: flag, source: 'flag' };
  if (mdy.length > 0 !== dmy.length > 0) return { order: mdy.length > 0 ? 'mdy' : 'dmy', source: 'text' };
  return country === null ? { order: 'dmy', source: 'default' } : { order: country, source: 'country' };
}
