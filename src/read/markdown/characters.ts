/** Kinds of characters as Markdown's marks look at them, and runs of one character. */

/** Length of the run of one character that begins at an offset and ends before another. */
export function runLength(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let after = at + 1;
  while (after < end && text.charCodeAt(after) === code) after++;
  return after - at;
}

/** White space within a line or at its end. */
export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

/** A letter or digit. */
export function isWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code > 0xbf
  );
}
