/** The text of a document as other programs take it: one character for each of pmed's, and places counted as they do. */

/**
 * The same text, character for character, without what makes programs count differently: a mark of byte order, which they
 * drop; a carriage return, which they take for the end of a line or a part of one; other controls; what is no character.
 */
export function sourceText(text: string): string {
  return text
    .replace(/^\ufeff/, '\u2060')
    .replaceAll('\r', '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}

/**
 * How many code points stand before an offset in UTF-16 units: REFI-QDA counts in code points.
 * @returns takes an offset; one in the middle of a character counts as before it
 */
export function codePointsBefore(text: string): (offset: number) => number {
  // The second halves of pairs: each makes the offset one more than the code points.
  const halves: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) halves.push(match.index + 1);
  return (offset) => {
    let low = 0;
    let high = halves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((halves[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const isInside = halves[low] === offset ? 1 : 0;
    return offset - low - isInside;
  };
}
