/** Amounts in figures: `12`, `1,000`, `2 1/2`, `3rd`, `6mths`. */

import type { Token } from '../../../model/annotated.ts';
import { glued } from './joins.ts';
import type { Shape } from './shape.ts';

/** A whole number, with a fraction after it: "2 1/2 years". */
export function wholeNumber(tokens: readonly Token[], i: number, number: number): Shape {
  if (!isFraction(tokens, i + 1)) return { kind: 'cardinal', from: i, to: i + 1, number };
  const part = Number(tokens[i + 1]?.text) / Number(tokens[i + 3]?.text);
  return { kind: 'cardinal', from: i, to: i + 4, number: number + part };
}

const isFraction = (tokens: readonly Token[], i: number): boolean =>
  /^[1-9]$/.test(tokens[i]?.text ?? '') && glued(tokens[i + 1], '/') && /^[2-9]$/.test(tokens[i + 2]?.text ?? '');

/** `1,000`, `2.5`, `2½`. */
export function writtenNumber(i: number, lower: string): Shape | null {
  const half = /^(\d{0,3})([½¼¾])$/.exec(lower);
  if (half) {
    const number = Number(half[1]) + (half[2] === '½' ? 0.5 : half[2] === '¼' ? 0.25 : 0.75);
    return { kind: 'cardinal', from: i, to: i + 1, number };
  }
  const number = Number(lower.replaceAll(',', ''));
  return Number.isFinite(number) && number < 1e6 ? { kind: 'cardinal', from: i, to: i + 1, number } : null;
}

/** `3rd`, which may be a day of a month. */
export function figureOrdinal(i: number, lower: string): Shape[] {
  const match = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(lower);
  return match ? ordinal(i, i + 1, Number(match[1])) : [];
}

/** `3 rd`, where the letters have come loose from their number. */
export function looseOrdinal(tokens: readonly Token[], i: number, number: number): Shape[] {
  const last = number % 100 > 10 && number % 100 < 14 ? 0 : number % 10;
  const letters = last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th';
  return tokens[i + 1]?.text === letters ? ordinal(i, i + 2, number) : [];
}

/** An ordinal, and the day of a month that it may be. */
export function ordinal(from: number, to: number, number: number): Shape[] {
  const shape: Shape = { kind: 'ordinal', from, to, number };
  return number >= 1 && number <= 31 ? [shape, { ...shape, kind: 'day-number' }] : [shape];
}

/** `6mths`, `30mins`: the amount of a unit that is written on to it. */
export function gluedAmount(i: number, lower: string): Shape | null {
  const match = /^(\d{1,3})(s|sec|secs|min|mins|h|hr|hrs|d|w|wk|wks|m|mth|mths|yr|yrs|y)$/.exec(lower);
  return match ? { kind: 'glued', from: i, to: i + 1, number: Number(match[1]) } : null;
}
