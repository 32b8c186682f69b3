/** The lines of a text: where each begins and ends without surrounding space, and how far it is indented. */

/** A line that is not blank. */
export interface Line {
  /** Offset of the first character that is not white space. */
  readonly start: number;
  /** Offset after the last character that is not white space. */
  readonly end: number;
  /** Column of `start`; a tab goes to the next multiple of four. */
  readonly indent: number;
  /** Whether blank lines or a form feed stand before it, or it is the first. */
  readonly afterBlank: boolean;
}

/**
 * The lines of a text that are not blank. Besides `\n`, form feeds, vertical tabs and Unicode's line and paragraph
 * separators end a line.
 */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const length = text.length;
  let afterBlank = true;
  let at = 0;
  while (at < length) {
    let indent = 0;
    let start = at;
    let code = 0;
    // The space before the line's first character.
    for (; start < length; start++) {
      code = text.charCodeAt(start);
      if (code === 0x20 || code === 0xa0) indent++;
      else if (code === 0x09) indent += 4 - (indent & 3);
      else if (code !== 0xfeff && code !== 0x200b && code !== 0x3000) break;
    }
    if (start >= length) break;
    if (endsLine(code)) {
      if (code === 0x0a || code === 0x0c) afterBlank = true;
      at = start + 1;
      continue;
    }
    let stop = start + 1;
    while (stop < length && !endsLine(text.charCodeAt(stop))) stop++;
    let end = stop;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    lines.push({ start, end, indent, afterBlank });
    afterBlank = text.charCodeAt(stop) === 0x0c || text.charCodeAt(stop) === 0x2029;
    at = stop + 1;
  }
  return lines;
}

function endsLine(code: number): boolean {
  return code === 0x0a || code === 0x0c || code === 0x0b || code === 0x2028 || code === 0x2029;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x200b;
}
