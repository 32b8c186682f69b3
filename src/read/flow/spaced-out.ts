/** Words whose letters stand apart ("w i l l  r e c r u i t"), as typists and scanners set them: joined again. */
import type { CleanText } from './clean.ts';

/** Four letters with a space between each; a wider space, or none at all, ends the word. */
const SPACED_OUT = /(?<=^|\s)\p{L}(?: \p{L}){3,19}(?=$|\s\s|\n|[.,;:!?])/u;
const EVERY = new RegExp(SPACED_OUT, 'gu');
const SMALL = /\p{Ll}/gu;

/** Whether a text has such a word anywhere. */
export function hasSpacedOut(text: string): boolean {
  return SPACED_OUT.test(text);
}

/** Copies a range of the document, the letters of such words without the spaces between them. */
export function addSpacedOut(clean: CleanText, text: string, start: number, end: number): void {
  let from = start;
  for (const match of text.slice(start, end).matchAll(EVERY)) {
    const [word] = match;
    if (!isWord(word)) continue;
    const at = start + match.index;
    clean.add(from, at);
    for (let letter = 0; letter < word.length; letter += 2) clean.add(at + letter, at + letter + 1);
    from = at + word.length;
  }
  clean.add(from, end);
}

/** "A B C D" are grades or options; a word is small but for its first letter, or long. */
function isWord(word: string): boolean {
  const letters = (word.length + 1) / 2;
  return letters >= 6 || (word.match(SMALL)?.length ?? 0) >= letters - 1;
}
