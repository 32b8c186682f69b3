/** Words with their numbers levelled: `thirty`, `1.2bn`, `two thirds of` and `per cent` as digits and signs. */
import { type Word, wordsOf } from '../words/words.ts';
import { FRACTIONS, MONEY_SUFFIXES, NUMBER_WORDS, SCALES, SUFFIXES } from './words/numbers.ts';

/** Levels the numbers of a text. */
export function levelledWords(text: string): readonly Word[] {
  return levelled(wordsOf(text));
}

/** Levels the numbers of an amount that was cut out of its sentence: `a third` and `half` are shares whatever is beside them. */
export function levelledAmount(text: string): readonly Word[] {
  const words = wordsOf(text);
  const end = words.findLastIndex((word) => FRACTIONS.has(word.text));
  if (end < 0 || end > 1 || end < words.length - 1) return levelled(words);
  const [by, of] = ['by', 'of'].map((word) => ({ text: word, stem: word }));
  return by && of ? levelled([by, ...words, of]).slice(1, -1) : words;
}

/**
 * The same words with numbers in digits (`twenty five million` as `25000000`), shares of a whole in per cent (`two
 * thirds of`, `9 in 10`, `by half`) and `per cent` as `%`. A number that is not written so stays as it is.
 */
export function levelled(words: readonly Word[]): readonly Word[] {
  if (!words.some(({ text }) => isNumeral(text))) return words;
  const out: Word[] = [];
  let at = 0;
  while (at < words.length) {
    const read = shareAt(words, at) ?? ratioAt(words, at) ?? numberAt(words, at);
    if (read) {
      for (const text of read.texts) out.push({ text, stem: text });
      at = read.next;
      continue;
    }
    const word = words[at];
    at++;
    if (word) out.push(word);
  }
  return out;
}

interface Reading {
  readonly texts: readonly string[];
  /** The word after it. */
  readonly next: number;
}

function isNumeral(text: string): boolean {
  return /^\d/.test(text) || NUMBER_WORDS.has(text) || FRACTIONS.has(text) || text === 'per' || text === 'percent';
}

/** `25`, `twenty five`, `2 hundred`, `1.2bn`; `per cent` after it is read with the next call. */
function numberAt(words: readonly Word[], at: number): Reading | null {
  const text = words[at]?.text ?? '';
  const next = words[at + 1]?.text ?? '';
  if (text === 'percent') return { texts: ['%'], next: at + 1 };
  if (text === 'per' && next === 'cent') return { texts: ['%'], next: at + 2 };
  const isMoney = /^[£$€]$/.test(words[at - 1]?.text ?? '');
  let value = digitsOf(text, isMoney);
  let to = at + 1;
  if (value === null) {
    const word = NUMBER_WORDS.get(text);
    if (word === undefined || ((text === 'one' || text === 'zero') && !SCALES.has(next))) return null;
    value = word;
    const unit = NUMBER_WORDS.get(next) ?? 0;
    if (word >= 20 && unit > 0 && unit < 10) {
      value += unit;
      to++;
    }
  }
  for (let scale = scaleOf(words[to]?.text); scale !== null; scale = scaleOf(words[to]?.text)) {
    value *= scale;
    to++;
  }
  return { texts: [String(Math.round(value * 1e6) / 1e6)], next: to };
}

function scaleOf(text: string | undefined): number | null {
  return SCALES.get(text ?? '') ?? null;
}

function digitsOf(text: string, isMoney: boolean): number | null {
  const parts = /^(\d{1,15}(?:\.\d{1,6})?)([a-z]{0,2})$/.exec(text);
  if (!parts) return null;
  const [, digits = '', suffix = ''] = parts;
  const scale = suffix === '' ? 1 : (SUFFIXES.get(suffix) ?? (isMoney ? MONEY_SUFFIXES.get(suffix) : undefined));
  return scale === undefined ? null : Number(digits) * scale;
}

/** `two thirds of`, `a fifth of`, `by half`, `half of`: but no `first half of` and no `each quarter`. */
function shareAt(words: readonly Word[], at: number): Reading | null {
  const text = words[at]?.text ?? '';
  const before = words[at - 1]?.text ?? '';
  if (text === 'half') {
    const isShare =
      words[at + 1]?.text === 'of' ? /^(?:of|for|see|to|by|that|than|least|over)?$/.test(before) : before === 'by';
    return isShare ? { texts: ['50', '%'], next: at + 1 } : null;
  }
  const parts = FRACTIONS.get(words[at + 1]?.text ?? '');
  const count = text === 'a' ? 1 : (NUMBER_WORDS.get(text) ?? (/^\d$/.test(text) ? Number(text) : undefined));
  if (parts === undefined || count === undefined || count >= parts || count === 0) return null;
  const after = words[at + 2]?.text ?? '';
  if (after !== 'of' && before !== 'by' && before !== 'than') return null;
  return { texts: [told((count / parts) * 100), '%'], next: at + 2 };
}

/** `9 in 10`, `one in five`. */
function ratioAt(words: readonly Word[], at: number): Reading | null {
  if (words[at + 1]?.text !== 'in') return null;
  const of = (index: number) => {
    const text = words[index]?.text ?? '';
    return NUMBER_WORDS.get(text) ?? (/^\d{1,3}$/.test(text) ? Number(text) : 0);
  };
  const [count, all] = [of(at), of(at + 2)];
  return count > 0 && count < all && all <= 100 ? { texts: [told((count / all) * 100), '%'], next: at + 3 } : null;
}

function told(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Whether a levelled word is a number. */
export function isNumber({ text }: Word): boolean {
  return /^\d/.test(text) || NUMBER_WORDS.has(text) || FRACTIONS.has(text);
}

/** Whether a word is a year, such as 2030. */
export function isYear({ text }: Word): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}

/** The value of a levelled number; null for `30th`, `2025/26` and other names. */
export function numberIn({ text }: Word): number | null {
  if (/^\d{1,20}(?:\.\d{1,6})?$/.test(text)) return Number(text);
  const parts = FRACTIONS.get(text);
  return parts === undefined ? null : 1 / parts;
}
