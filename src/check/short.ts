/** The words of a commitment that a message has room for. */

/** Longest words of a message, in characters. */
const MOST = 64;

/** In quotation marks, as many whole words as there is room for. */
export function short(text: string): string {
  const whole = text.replace(/(?<![ ,;:.])[ ,;:.]+$/, '');
  if (whole.length <= MOST) return `"${whole}"`;
  const cut = text.lastIndexOf(' ', MOST - 2);
  return `"${text.slice(0, cut > MOST / 2 ? cut : MOST - 2).replace(/[,;:]$/, '')} …"`;
}
