/** Whether a passage is the one that a quotation means. */
import type { TextQuote } from '../model/accepted.ts';
import { plainWords } from './words.ts';

/**
 * Whether a sentence holds the words that are quoted, between what is said to stand before and after them, or is held by
 * them. What would stand beyond the sentence is not asked for. Linear in the sentence for each place of the words in it.
 * @param sentence as `plainWords` gives it
 * @param quote each part as `plainWords` gives it
 */
export function holdsQuote(sentence: string, { prefix, exact, suffix }: TextQuote): boolean {
  if (exact === '' || sentence === '') return false;
  if (exact.length > sentence.length) return exact.includes(sentence);
  for (let at = sentence.indexOf(exact); at >= 0; at = sentence.indexOf(exact, at + 1)) {
    const before = sentence.slice(0, at).trimEnd();
    const after = sentence.slice(at + exact.length).trimStart();
    const isBehind = before.endsWith(prefix) || prefix.endsWith(before);
    if (isBehind && (after.startsWith(suffix) || suffix.startsWith(after))) return true;
  }
  return false;
}

/** The parts of a quotation by their words alone. */
export function plainQuote({ prefix, exact, suffix }: TextQuote): TextQuote {
  return { prefix: plainWords(prefix), exact: plainWords(exact), suffix: plainWords(suffix) };
}
