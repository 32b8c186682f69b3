/** A text without the signs that it ends with. */

/**
 * Takes signs off the end of a text in one pass; `text.replace(/[…]+$/, '')` tries every run of them anew from each of
 * its characters, which is quadratic where something else follows the run.
 * @param sign matches one UTF-16 unit, without flags: `/[\s.,]/`
 */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
