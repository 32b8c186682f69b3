/** How many columns a text takes on a terminal. */
import stringWidth from 'string-width';

/** Printable ASCII, Latin letters, and the dashes, quotes, arrows, blocks and box characters that take one column. */
const narrow = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2500-\u259f]*$/;

/** Columns of the text; wide characters count two, combining ones none, colour codes none. */
export function displayWidth(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

/** The text with spaces after it (`start`) or before it (`end`) up to `width` columns; longer text stays whole. */
export function pad(text: string, width: number, align: 'start' | 'end' = 'start'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'start' ? text + space : space + text;
}
