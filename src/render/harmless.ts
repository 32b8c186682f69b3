/** Makes text from documents safe to print on a terminal. */

/** C0 and C1 controls, line separators, and every character that changes the direction of the text around it. */
const dangerous = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/**
 * Replaces, one for one so that offsets stay right, what could move the cursor, change colours, write the clipboard or
 * turn the text around: C0 controls become their picture (ESC becomes ␛), all others U+FFFD.
 * @param text any text of a document
 * @param lines whether `\n` and `\t` are kept; otherwise they become spaces
 */
export function harmless(text: string, lines = false): string {
  return text.replace(dangerous, (character) => {
    if (character === '\n' || character === '\t') return lines ? character : ' ';
    const code = character.charCodeAt(0);
    if (code < 0x20) return lines || code !== 0x0d ? String.fromCharCode(0x2400 + code) : ' ';
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}
