/** The words around a place in a text. */

/** Longer runs without a space are no words; no more characters than these are looked at for each word that is wanted. */
const LONGEST = 60;
const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at));

/**
 * What stands before and after a half-open range of a text, whole words as parted by white space; what hangs on the range
 * without a space comes with the first of them.
 * @param most words on each side
 */
export function around(
  text: string,
  from: number,
  to: number,
  most: number,
): { readonly left: string; readonly right: string } {
  return { left: text.slice(leftOf(text, from, most), from), right: text.slice(to, rightOf(text, to, most)) };
}

function leftOf(text: string, from: number, most: number): number {
  const least = whole(text, Math.max(0, from - LONGEST * most));
  let at = from;
  for (let words = 0; words < most && at > least; ) {
    const end = at;
    while (at > least && isSpace(text, at - 1)) at--;
    while (at > least && !isSpace(text, at - 1)) at--;
    if (isWord(text.slice(at, end))) words++;
  }
  return at;
}

function rightOf(text: string, to: number, most: number): number {
  const last = whole(text, Math.min(text.length, to + LONGEST * most));
  let at = to;
  for (let words = 0; words < most && at < last; ) {
    const start = at;
    while (at < last && isSpace(text, at)) at++;
    while (at < last && !isSpace(text, at)) at++;
    if (isWord(text.slice(start, at))) words++;
  }
  return at;
}

/** Marks by themselves are no words. */
const isWord = (run: string): boolean => /[\p{L}\p{N}]/u.test(run);

/** The place, or the one after it where it would split a character in two. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at);
