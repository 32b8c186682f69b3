/** The words of a quote as comparing and grouping see them: case, quotes, dashes, contractions, list marks levelled. */
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { MONTHS } from '../model/months.ts';

/** One word of a quote. */
export interface Word {
  /** In lower case, contractions spelt out, thousands separators and possessive endings removed. */
  readonly text: string;
  /** Porter stem of `text`; numbers are their own stems. */
  readonly stem: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'.,]*|[%£$€]/gu;
/** What may stand before a sentence: signs, then a number or letter with its point or bracket, or `5.4.1`. */
const SIGNS = /^[^\p{L}\p{N}]+\s/u;
const LIST_MARK = /^[([]?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)\]]\s+/;
const SECTION_NUMBER = /^\d{1,2}\.\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+(?=[A-Z"“])/;
/** The number of a footnote after the full stop. */
const NOTE_MARK = /(\D[.!?;:]["”’)]?) ?\d{1,3}$/;
const NOT_ASCII = /[^\x00-\x7f]/;
/** What is remembered of the words read so far is let go beyond so many of them. */
const MOST_KNOWN = 200_000;
const stems = new Map<string, string>();
const wordsOfRun = new Map<string, readonly Word[]>();

/**
 * The Porter stem of a word in lower case (Porter 1980). Words with digits are their own stems.
 * @param word one word, without marks
 */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > MOST_KNOWN) stems.clear();
  const stem = /^[a-z]{3,40}$/.test(word) ? porter.stem(word) : word;
  stems.set(word, stem);
  return stem;
}

/**
 * Cuts a quote into words. Hyphens and dashes part words; `we'll` gives `we will`, `won't` gives `will not`, `3,000`
 * gives `3000`, `council's` gives `council`; a leading bullet or number and the mark of a footnote at the end are left out.
 */
export function wordsOf(quote: string): readonly Word[] {
  const out: Word[] = [];
  const unmarked = quote.replace(NOTE_MARK, '$1');
  const plain = (NOT_ASCII.test(unmarked) ? unmarked.normalize('NFKC').replace(/\u00ad/g, '') : unmarked)
    .replace(/[’‘ʼ`]/g, "'")
    .trimStart()
    .replace(SIGNS, '')
    .replace(LIST_MARK, '')
    .replace(SECTION_NUMBER, '');
  for (const run of plain.match(WORD) ?? []) for (const word of wordsIn(run)) out.push(word);
  return out;
}

/** The words of a run of letters, digits and marks: texts have few different ones, and each is cut once. */
function wordsIn(run: string): readonly Word[] {
  const known = wordsOfRun.get(run);
  if (known !== undefined) return known;
  if (wordsOfRun.size > MOST_KNOWN) wordsOfRun.clear();
  // Made of its letters: a slice would keep all of the text in memory.
  const own = [...run].join('');
  const words = pieces(trimmed(own.toLowerCase())).map((text) => ({ text, stem: stemOf(text) }));
  wordsOfRun.set(own, words);
  return words;
}

/**
 * A key that is equal for quotes that differ only in layout: case, quotes, dashes, hyphenation, spaces and list marks.
 * Numbers that stand side by side stay apart.
 */
export function foldedKey(words: readonly Word[]): string {
  let key = '';
  let isAfterDigit = false;
  for (const { text } of words) {
    if (isAfterDigit && isDigit(text.charCodeAt(0))) key += ' ';
    key += text;
    if (text !== '') isAfterDigit = isDigit(text.charCodeAt(text.length - 1));
  }
  return key;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** `foldedKey` of a text. */
export function folded(text: string): string {
  return foldedKey(wordsOf(text));
}

function trimmed(word: string): string {
  let end = word.length;
  while (end > 1 && "'.,".includes(word.charAt(end - 1))) end--;
  return word.slice(0, end);
}

/** The words that one run of letters, digits, points, commas and apostrophes stands for. */
function pieces(run: string): readonly string[] {
  if (/^\d/.test(run)) {
    const digits = run.replace(/,(?=\d{3}(?!\d))/g, '');
    return digits.split(/[,']/).filter(Boolean);
  }
  const whole = CONTRACTED.get(run);
  if (whole) return whole;
  if (run.endsWith("n't")) return [run.slice(0, -3), 'not'];
  if (run.endsWith("'ll")) return [run.slice(0, -3), 'will'];
  if (run.endsWith("'re")) return [run.slice(0, -3), 'are'];
  if (run.endsWith("'ve")) return [run.slice(0, -3), 'have'];
  if (run.endsWith("'d")) return [run.slice(0, -2), 'would'];
  if (run.endsWith("'s")) return [run.slice(0, -2)];
  // Points part words that have run together (`economies.At`) and are no part of initials (`U.S.`).
  const isInitials = /^\p{L}\./u.test(run);
  return (isInitials ? run.replaceAll('.', '') : run).split(/[,'.]/).filter(Boolean);
}

const CONTRACTED = new Map<string, readonly string[]>([
  ["won't", ['will', 'not']],
  ["can't", ['can', 'not']],
  ["shan't", ['shall', 'not']],
  ['cannot', ['can', 'not']],
  ["let's", ['let', 'us']],
]);

/** Words that say nothing about what is done: articles, prepositions, auxiliaries, and the words of force. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its they them their theirs we us our ours i he she his her you your of in on at to for from ' +
    'by with within into onto over under between through during before after about as and or nor but so than then ' +
    'if when where while which who whom whose what how be is are was were been being am do does did have has had ' +
    'having will shall would should can could may might must ought not no never also both either each every all any ' +
    'there here such own more most other out up down off per via aim intend plan seek commit hope want propose ' +
    'continue ensure make'
  ).split(' '),
);

/** Words of calendars and clocks: a deadline may change without the commitment becoming another one. */
export const TIME_WORDS: ReadonlySet<string> = new Set(
  (
    `${MONTHS.join(' ').toLowerCase()} jan feb mar apr jun jul ` +
    'aug sep sept oct nov dec spring summer autumn fall winter quarter quarterly month monthly week weekly year ' +
    'annually annual yearly day daily decade end start early late later q1 q2 q3 q4 fy'
  ).split(' '),
);
