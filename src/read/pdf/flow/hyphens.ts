/** Words broken at line ends, healed by the document's own vocabulary. */
import type { Line } from '../page/lines.ts';

/** The words of a document. */
export interface Vocabulary {
  /** How often a word in small letters, or one with a hyphen, stands inside the lines of the document. */
  readonly countOf: (word: string) => number;
}

/** The vocabulary of all lines, read when it is first asked: many documents break no word. */
export function vocabularyOf(lines: () => Iterable<Line>): Vocabulary {
  let counts: ReadonlyMap<string, number> | null = null;
  return {
    countOf: (word) => {
      counts ??= countWords(lines());
      return counts.get(word) ?? 0;
    },
  };
}

const word = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

/** The words of lines, without those at line ends, which may be broken. */
function countWords(lines: Iterable<Line>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    if (text.length > 20_000) continue;
    for (const match of text.matchAll(word)) {
      const end = match.index + match[0].length;
      if (end >= text.length - 1 && /[-\u00ad]$/.test(text)) continue;
      const key = match[0].toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

const broken = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)[-\u00ad]$/u;
const begun = /^([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)/u;

/** First parts that make compounds with a hyphen more often than they begin a broken word. */
const compounds =
  /(?:^|-)(?:self|non|well|long|short|high|low|mid|cross|half|post|value|cost|evidence|community|user|year|first|second|third|two|three|five|full|real|large|small|public|private|decision|policy)$/;

/**
 * Puts two lines together.
 * @returns the text so far, ready for the next line to follow: with a space, or without its line-end hyphen
 */
export function joinLine(text: string, next: string, vocabulary: Vocabulary): string {
  if (text === '') return '';
  if (/[/\u2013\u2014]$/.test(text) && /\S[/\u2013\u2014]$/.test(text)) return text;
  const left = broken.exec(text.slice(-60))?.[1];
  if (left === undefined) return `${text.replace(/\u00ad$/, '')} `;
  const right = begun.exec(next.slice(0, 60))?.[1];
  if (right === undefined) return `${text} `;
  const stem = text.slice(0, -1);
  if (text.endsWith('\u00ad')) return stem;
  if (!/^\p{Ll}/u.test(right)) return text;
  const last = left.slice(left.lastIndexOf('-') + 1).toLowerCase();
  const whole = vocabulary.countOf(`${last}${right}`.toLowerCase());
  const compound = vocabulary.countOf(`${left}-${right}`.toLowerCase());
  // "short- and long-term": the hyphen stands for what follows.
  if (/^(?:and|or|to|und)$/.test(right) && whole === 0) return `${text} `;
  if (whole !== compound) return whole > compound ? stem : text;
  if (left.includes('-') || compounds.test(left.toLowerCase())) return text;
  const known =
    vocabulary.countOf(last) > 1 && vocabulary.countOf(right.toLowerCase()) > 1 && last.length > 3 && right.length > 3;
  return known ? text : stem;
}
