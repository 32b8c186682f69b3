/** Says whether a figure measures what is aimed at, rather than being part of a name or a reference. */
import { Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';
import type { ClauseWords } from './clause-words.ts';

/**
 * Whether the token at `at` is a figure that measures or dates: "20%", "£3m", "1,200", "2030"; not "section 12",
 * "MOOR-12" or the "12" of "MOOR 12".
 */
export function isMeasure(tokens: readonly Token[], at: number, { referring }: ClauseWords): boolean {
  const token = tokens[at];
  if (!token || !/^[<>≤≥~£$€+]*\d/.test(token.text)) return false;
  const before = tokens[at - 1];
  // "4.1 Approach": the number of a heading.
  if (!before && /^\d+(?:\.\d+)+$/.test(token.text) && (tokens[at + 1]?.tags ?? 0) & Tag.capital) return false;
  // "(1) … (2) …" numbers the parts of a sentence.
  if (before?.text === '(' && tokens[at + 1]?.text === ')' && token.text.length <= 2) return false;
  return !before || !(before.tags & Tag.upper || referring.has(before.lower));
}
