/** Splits a block's tokens into sentences. */

import { Tag } from './tags.ts';
import type { RawToken } from './tokens.ts';

/** Words after which a full stop ends an abbreviation, not a sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof sir st rev hon gen col capt lt sgt no nos vol vols fig figs para paras sec secs art arts ch chap eq ed eds al etc vs cf ca approx est dept ltd inc co corp plc jr sr jan feb mar apr jun jul aug sept sep oct nov dec pp p ss s cl reg regs incl excl min max tel ext'.split(
    ' ',
  ),
);
/** Abbreviations that may well end a sentence: a following capital decides. */
const MAY_END = new Set([
  'etc',
  'al',
  'ltd',
  'inc',
  'co',
  'corp',
  'plc',
  'jr',
  'sr',
  'p',
  's',
  'no',
  'art',
  'min',
  'max',
  'ed',
  'sec',
  'reg',
  'mar',
  'dec',
  'sep',
]);

const CLOSERS = new Set([')', ']', '"', "'", '}', '»']);
const OPENERS = new Set(['(', '[', '"', "'", '{', '«', '•', '–', '*']);

/** Longest sentence, in tokens: what runs on further is no prose, and is cut, so that no later stage slows down on it. */
const LONGEST = 1_000;

/** Cuts token ranges that are longer than any sentence. */
export function cutOverlong(ranges: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return ranges.flatMap(([from, to]) => {
    const cut: [number, number][] = [];
    for (let at = from; at < to; at += LONGEST) cut.push([at, Math.min(to, at + LONGEST)]);
    return cut;
  });
}

/**
 * Half-open token ranges of the sentences in a block. A sentence ends at `.`, `!` or `?` (with the quotes, brackets and
 * footnote number that follow it) before white space and anything that can begin a sentence: neither a lower-case word
 * nor a word after an abbreviation or initial.
 */
export function splitSentences(tokens: readonly RawToken[]): [number, number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    const last = token.text.charCodeAt(token.text.length - 1);
    const stop = token.text.length === 1 && (last === 46 || last === 33 || last === 63);
    const ellipsis = token.text.length > 1 && last === 46 && token.text.startsWith('..');
    const dotted = token.text.length > 1 && last === 46 && !ellipsis;
    if (!stop && !ellipsis && !dotted) continue;
    let to = i + 1;
    while (to < tokens.length && !tokens[to]?.spaced && CLOSERS.has(tokens[to]?.text ?? '')) to++;
    // A footnote mark glued to the full stop: "delivered.12 The".
    const mark = tokens[to];
    const next = tokens[to + 1];
    if (
      mark &&
      next &&
      !mark.spaced &&
      next.spaced &&
      /^\d{1,3}$/.test(mark.text) &&
      stop &&
      !isNumberBefore(tokens, i)
    )
      to++;
    const follower = tokens[to];
    if (follower && (!follower.spaced || !beginsSentence(tokens, to))) continue;
    if (follower && last === 46 && stop && isAbbreviated(tokens, i)) continue;
    if (
      follower &&
      dotted &&
      !(follower.tags & Tag.capital && follower.tags & (Tag.determiner | Tag.pronoun | Tag.preposition))
    )
      continue;
    ranges.push([from, to]);
    from = to;
    i = to - 1;
  }
  if (from < tokens.length) ranges.push([from, tokens.length]);
  return ranges;
}

const isNumberBefore = (tokens: readonly RawToken[], i: number): boolean => {
  const before = tokens[i - 1];
  return before !== undefined && (before.tags & Tag.number) !== 0 && /^\d/.test(before.text);
};

/** Letters that bullet fonts leave behind when their glyphs are read as text. */
const GLYPH = /^(?:([nzqluv])\1?|oo?)$/;

function beginsSentence(tokens: readonly RawToken[], at: number): boolean {
  let i = at;
  while (i < tokens.length && OPENERS.has(tokens[i]?.text ?? '')) i++;
  const token = tokens[i];
  if (!token) return true;
  if (token.tags & Tag.capital) return true;
  // A bullet's glyph read as a letter: "… by 2031. zz End the levy".
  if (GLYPH.test(token.text) && tokens[i + 1]?.spaced && (tokens[i + 1]?.tags ?? 0) & Tag.capital) return true;
  if (/^\d/.test(token.text)) return true;
  // Lower-case words do not begin sentences; letters without case may.
  const first = token.text.charAt(0);
  return first.toLowerCase() === first.toUpperCase() && !(token.tags & Tag.punctuation);
}

function isAbbreviated(tokens: readonly RawToken[], stop: number): boolean {
  const before = tokens[stop - 1];
  const after = tokens[stop + 1];
  if (!before || before.tags & Tag.punctuation) return false;
  // A list number at the start of its line: "2. Next steps", "iv. Costs".
  if (stop === 1 && /^(?:\d{1,3}|[a-z]|[ivxl]{1,5})$/i.test(before.text)) return true;
  const word = before.lower;
  if (before.text.length === 1 && before.tags & Tag.capital && word !== 'i') return true;
  if (!ABBREVIATIONS.has(word)) return false;
  if (MAY_END.has(word)) {
    if (word === 'no' || word === 'p' || word === 's' || word === 'art' || word === 'sec' || word === 'reg')
      return /^\d/.test(after?.text ?? '');
    return !(after && after.tags & Tag.capital);
  }
  return true;
}
