/** Numbers in words: "twenty-four", "a hundred and ten", "the twenty-first", "the nineties", "nineteen ninety-six". */

import { MOST_FORMS } from '../../../annotate/forms.ts';
import type { Token, Words } from '../../../model/annotated.ts';
import { ordinal } from './amounts.ts';
import type { Shape } from './shape.ts';

/** Number words of a language: "twelve" → 12, "twelfth" → 12, "nineties" → 199. */
export interface NumberWords {
  readonly cardinal: ReadonlyMap<string, number>;
  readonly ordinal: ReadonlyMap<string, number>;
  readonly decade: ReadonlyMap<string, number>;
  /** All of them. */
  readonly all: ReadonlySet<string>;
  /** What `hasNumbers` knows of words, by their number: 1 without any number in them, 2 with one. */
  readonly known: Uint8Array;
}

/** What `NumberWords.known` begins as. */
export const nothingKnown = (): Uint8Array => new Uint8Array(MOST_FORMS);

/** Whether a word has a figure in it or is a number word. */
export function hasNumbers({ tokens, words }: Words, { all, known }: NumberWords): boolean {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? -1;
    const state = known[word];
    if (state === 1) continue;
    if (state === 2) return true;
    const lower = tokens[i]?.lower ?? '';
    const isNumber = /\d/.test(lower) || all.has(lower);
    if (word >= 0) known[word] = isNumber ? 2 : 1;
    if (isNumber) return true;
  }
  return false;
}

/** Cardinals and ordinals in words, with tens and units, hundreds and thousands, and years in words. */
export function numberWords(tokens: readonly Token[], words: NumberWords, shapes: Shape[]): void {
  for (let i = 0; i < tokens.length; ) {
    const lower = tokens[i]?.lower ?? '';
    if (!words.all.has(lower)) {
      i++;
      continue;
    }
    const decade = words.decade.get(lower);
    if (decade !== undefined) shapes.push({ kind: 'decade', from: i, to: i + 1, number: decade });
    const place = words.ordinal.get(lower);
    if (place !== undefined) shapes.push(...ordinal(i, i + 1, place));
    const size = words.cardinal.get(lower);
    if (size === undefined) {
      i++;
      continue;
    }
    const times = size >= LEAST_FACTOR ? figuresBefore(tokens[i - 1]) : null;
    if (times !== null) {
      shapes.push({ kind: 'cardinal', from: i - 1, to: i + 1, number: times * size });
      i++;
      continue;
    }
    i = cardinalRun(tokens, i, words, shapes);
  }
}

/** The least number word that counts the figures before it: "50 million", "2.5 thousand". */
const LEAST_FACTOR = 1000;

/** The number of a token in figures, else null. */
const figuresBefore = (token: Token | undefined): number | null =>
  token && /^\d{1,4}(?:\.\d{1,3})?$/.test(token.text) ? Number(token.text) : null;

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
      const unit = words.ordinal.get(lower);
      if (unit !== undefined && unit < 10 && group % 100 >= 20 && group % 10 === 0) {
        const number = total + group + unit;
        shapes.push(...ordinal(from, at + 1, number));
        return at + 1;
      }
      const next = tokens[at + 1]?.lower ?? '';
      // "twenty-four", "a hundred and ten".
      const joins =
        (lower === '-' &&
          group % 10 === 0 &&
          (words.cardinal.get(next) ?? words.ordinal.get(next) ?? 99) < 10 &&
          group >= 20) ||
        (lower === 'and' && group % 100 === 0 && group + total > 0 && (words.cardinal.get(next) ?? 100) < 100);
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
  // "two thousand and fifteen".
  if (total === 2000 && group < 100 && parts.length >= 2)
    shapes.push({ kind: 'year', from, to: at, number: total + group });
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
