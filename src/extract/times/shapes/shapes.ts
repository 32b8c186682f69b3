/** Tokens that are numbers of some kind, found by shape: years, days, ordinals, clock times, numeric dates, marks. */

import type { Token, Words } from '../../../model/annotated.ts';
import { addresses } from './addresses.ts';
import { figureOrdinal, gluedAmount, looseOrdinal, wholeNumber, writtenNumber } from './amounts.ts';
import { colonTime, dottedTime, fourFigureTime, halfDayTime } from './clock-times.ts';
import { marks, slashedYears } from './financial-years.ts';
import { isDigits } from './joins.ts';
import { notedYear, raisedYear } from './noted-years.ts';
import { hasNumbers, type NumberWords, numberWords } from './number-words.ts';
import { type DateOrder, dottedDate, impossibleDate, writtenDate, yearAndPart } from './numeric-dates.ts';
import { isPlural } from './plurals.ts';
import { code, referenceNumber } from './reference-numbers.ts';
import type { Shape } from './shape.ts';
import { apostrophe, decade, decadeGenitive, fullYear, plainYear, yearSpan } from './years.ts';

const NONE: readonly Shape[] = [];

/** All shapes in a token sequence, from left to right; several may begin at one token. Linear in the tokens. */
export function findShapes(words: Words, numbers: NumberWords, order: DateOrder): readonly Shape[] {
  if (!hasNumbers(words, numbers)) return NONE;
  const { tokens } = words;
  const shapes: Shape[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    const first = token.text.charCodeAt(0);
    if (first >= 48 && first <= 57) figures(tokens, i, order, shapes);
    else if (first === 39 && tokens[i + 1] && !tokens[i + 1]?.spaced) apostrophe(tokens, i, shapes);
    else if (token.text.length > 1 && token.text.length < 7 && 'qQhHfFaA'.includes(token.text.charAt(0)))
      marks(tokens, i, shapes);
  }
  numberWords(tokens, numbers, shapes);
  if (shapes.length > 0) addresses(tokens, shapes);
  // Plurals only tell counts from years.
  if (shapes.length > 0)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token && isPlural(token)) shapes.push({ kind: 'plural', from: i, to: i + 1, number: 0 });
    }
  return shapes;
}

/** Longer words with figures in them are codes. */
const LONGEST = 14;

/** What a word that begins with a figure can be. */
function figures(tokens: readonly Token[], i: number, order: DateOrder, shapes: Shape[]): void {
  const token = tokens[i];
  if (!token || token.text.length > LONGEST) return;
  const { lower } = token;
  if (isDigits(lower)) {
    digits(tokens, i, lower, order, shapes);
    return;
  }
  const ordinals = figureOrdinal(i, lower);
  if (ordinals.length > 0) {
    shapes.push(...ordinals);
    return;
  }
  const whole =
    raisedYear(i, lower) ??
    decade(i, lower) ??
    yearAndPart(i, lower) ??
    dottedDate(i, lower, order) ??
    halfDayTime(i, lower);
  if (whole) {
    shapes.push(whole);
    return;
  }
  const half = /^([12])h(\d{2}|\d{4})?$/.exec(lower);
  if (half) shapes.push({ kind: 'half-mark', from: i, to: i + 1, number: Number(half[1]) });
  for (const shape of [dottedTime(i, lower), writtenNumber(i, lower), gluedAmount(i, lower), notedYear(i, lower)])
    if (shape) shapes.push(shape);
}

/** What a word of digits only can be, alone and with what is joined to it. */
function digits(tokens: readonly Token[], i: number, lower: string, order: DateOrder, shapes: Shape[]): void {
  const number = Number(lower);
  const size = lower.length;
  const date = writtenDate(tokens, i, order) ?? impossibleDate(tokens, i);
  if (date) shapes.push(date);
  const fiscal = size === 4 ? slashedYears(tokens, i) : null;
  if (fiscal) shapes.push(fiscal);
  if (!date && !fiscal && tokens[i - 1]?.lower !== 'fy') referenceNumber(tokens, i, shapes);
  if (size === 5 || size === 6) {
    const noted = notedYear(i, lower);
    if (noted) shapes.push(noted);
  }
  if (size === 4) {
    const its = code(tokens, i);
    if (its) shapes.push(its);
    const time = fourFigureTime(tokens, i, number);
    if (time) shapes.push(time);
    if (!fiscal) yearSpan(tokens, i, shapes);
    plainYear(i, number, shapes);
    const genitive = decadeGenitive(tokens, i, number);
    if (genitive) shapes.push(genitive);
  }
  if (size === 2) shapes.push({ kind: 'two-digits', from: i, to: i + 1, number: fullYear(number) });
  if (size <= 2) {
    shapes.push(...looseOrdinal(tokens, i, number));
    shapes.push({ kind: number >= 1 && number <= 31 ? 'day-number' : 'no-day', from: i, to: i + 1, number });
    const time = colonTime(tokens, i, number);
    if (time) shapes.push(time);
  }
  if (size <= 6) shapes.push(wholeNumber(tokens, i, number));
}
