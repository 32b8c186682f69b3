/** Learns from a text which short names stand for which full ones: "NHS England (NHSE)", "the Harbour Trust ('the Trust')". */
import { Tag } from '../../annotate/tags.ts';
import type { Sentence, Token } from '../../model/annotated.ts';
import type { ProperNames } from './proper-name.ts';

/** Full names by short name, in lower case and without article; `we` where the text says who that is. */
export type Abbreviations = ReadonlyMap<string, string>;

/** Longest short form in letters and digits, and longest bracket that is looked into, in tokens. */
const LONGEST_SHORT = 12;
const LONGEST_BRACKET = 16;

/** Words by which a text says what it will call somebody. */
const NAMING = new Set(['hereafter', 'hereinafter', 'henceforth']);
const QUOTES = new Set(['"', "'"]);
const FIRST_PERSON = new Set(['we', 'us', 'our']);

/**
 * The abbreviations that sentences define, first definition first served. A short form in brackets after its long form, or the
 * other way round, is told by its letters (Schwartz and Hearst, "A simple algorithm for identifying abbreviation
 * definitions in biomedical text", PSB 2003); a short name in quotation marks, after an article or after "hereafter", "referred to
 * as" by the proper name before it.
 */
export function learnAbbreviations(sentences: readonly Sentence[], grammar: ProperNames): Abbreviations {
  const learnt = new Map<string, string>();
  for (const sentence of sentences) {
    if (!MAY_DEFINE.test(sentence.text)) continue;
    const { tokens } = sentence;
    for (let i = 1; i < tokens.length; i++) {
      const token = tokens[i];
      if (token?.text === '(') bracketed(sentence, i, grammar, learnt);
      else if (token && isNaming(tokens, i)) named(sentence, i, i, grammar, learnt);
    }
  }
  return learnt;
}

const MAY_DEFINE = /\(|\b[Hh]ere(?:in)?after\b|\bhenceforth\b|\breferred to\b|\bknown as\b/;

/** "hereafter", "referred to as", "known as". */
const isNaming = (tokens: readonly Token[], i: number): boolean =>
  NAMING.has(tokens[i]?.lower ?? '') ||
  (tokens[i]?.lower === 'as' && (tokens[i - 1]?.lower === 'known' || tokens[i - 1]?.lower === 'to'));

/** Reads the bracket that opens at `open`: a short form, a long form, or names that the text gives. */
function bracketed(sentence: Sentence, open: number, grammar: ProperNames, learnt: Map<string, string>): void {
  const { tokens, text } = sentence;
  let close = open + 1;
  while (close < tokens.length && close <= open + LONGEST_BRACKET && tokens[close]?.text !== ')') close++;
  const first = tokens[open + 1];
  const last = tokens[close - 1];
  const before = tokens[open - 1];
  if (tokens[close]?.text !== ')' || !first || !last || !before || close === open + 1) return;
  const inside = text.slice(first.at, last.at + last.text.length);
  if (close - open <= 4 && isShortForm(inside)) {
    const singular = inside.replace(/(?<=\p{Lu})s$/u, '');
    const end = before.at + before.text.length;
    const start = longFormStart(singular, text.slice(0, end));
    if (start >= 0) {
      const long = withoutArticle(text.slice(start, end));
      add(learnt, inside, long);
      if (singular !== inside) add(learnt, singular, long.replace(/s$/, ''));
    }
    return;
  }
  if (before.tags & Tag.upper && !(first.tags & Tag.determiner)) {
    if (longFormStart(before.text, inside) === 0) add(learnt, before.text, withoutArticle(inside));
    return;
  }
  let at = open + 1;
  while (at < close && !isNaming(tokens, at) && !QUOTES.has(tokens[at]?.text ?? '')) at++;
  if (at < close || (first.lower === 'the' && close - open <= 5))
    named(sentence, open, at < close ? at : open, grammar, learnt);
}

/**
 * Learns the names given after `at` ("the 'Trust', 'we' or 'us'") for the proper name before `open`.
 * @param open the bracket, or the word that names; @param at the first quotation mark, or the word that names
 */
function named(sentence: Sentence, open: number, at: number, grammar: ProperNames, learnt: Map<string, string>): void {
  const { tokens, text } = sentence;
  let end = open;
  while (end > 0 && !((tokens[end - 1]?.tags ?? 0) & Tag.capital) && open - end < 6) end--;
  const range = grammar.before(tokens, end);
  const [start, stop] = [tokens[range?.[0] ?? -1], tokens[(range?.[1] ?? 0) - 1]];
  if (!start || !stop) return;
  const full = withoutArticle(text.slice(start.at, stop.at + stop.text.length));
  let k = at;
  while (k < tokens.length && k < at + LONGEST_BRACKET) {
    const token = tokens[k];
    if (!token || token.text === ')' || token.text === ';') return;
    const isName = (token.tags & Tag.capital) !== 0 || FIRST_PERSON.has(token.lower);
    if (!isName) {
      k++;
      continue;
    }
    let to = k + 1;
    while (to < tokens.length && to < k + 5 && isInner(tokens[to])) to++;
    const tail = tokens[to - 1];
    if (tail) add(learnt, text.slice(token.at, tail.at + tail.text.length), full);
    k = to;
    if (!QUOTES.has(tokens[to]?.text ?? '')) return;
  }
}

const isInner = (token: Token | undefined): boolean =>
  token !== undefined && !(token.tags & Tag.punctuation) && ((token.tags & Tag.capital) !== 0 || token.lower === 'of');

function add(learnt: Map<string, string>, short: string, long: string): void {
  const key = withoutArticle(short).toLowerCase();
  if (long.length > key.length && !learnt.has(key)) learnt.set(key, long);
}

/** A name without its article and without the "'s" of a possessor. */
const withoutArticle = (text: string): string => text.replace(/^(?:the|a|an|our|this)\s+/i, '').replace(/['’]s$/, '');

/** Whether a bracket holds a short form: one or two words, with as many capitals as make it no word of the language. */
function isShortForm(text: string): boolean {
  if (text.length < 2 || text.length > LONGEST_SHORT || !/^[\p{Lu}\d]/u.test(text)) return false;
  return /\p{Lu}\P{Lu}*\p{Lu}/u.test(text) && !/["',;:]/.test(text);
}

/**
 * Where the long form of an abbreviation begins in the text before it, or -1: every letter or digit of the short form is found
 * from right to left, its first at the beginning of a word, within min(n + 5, 2n) words for n letters.
 * Schwartz and Hearst (2003).
 */
function longFormStart(short: string, before: string): number {
  const letters = short.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
  const from = wordsBack(before, Math.min(letters.length + 5, letters.length * 2));
  const text = before.toLowerCase();
  let at = text.length;
  for (let i = letters.length - 1; i >= 0; i--) {
    at--;
    while (at >= from && (text.charAt(at) !== letters[i] || (i === 0 && isWordPart(text.charAt(at - 1))))) at--;
    if (at < from) return -1;
  }
  return at;
}

const isWordPart = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** Offset at which the last `count` words of a text begin. */
function wordsBack(text: string, count: number): number {
  let at = text.length;
  let left = count;
  while (at > 0) {
    at--;
    if (text.charAt(at) === ' ' && --left === 0) return at + 1;
  }
  return 0;
}

/** Whether a short form in capitals stands for a name: letter by letter, from its first word into its last. */
export function abbreviates(short: string, name: string): boolean {
  if (short.length < 3 || short !== short.toUpperCase() || longFormStart(short, name) !== 0) return false;
  const last = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
  return last.includes(short.slice(-1).toLowerCase());
}
