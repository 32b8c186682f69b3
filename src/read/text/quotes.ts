/** E-mail style quotation: the marks at the beginning of lines are taken off. */
import type { Line } from './lines.ts';

/** Fewer lines with a mark are something else. */
const FEWEST = 2;
const MARKS = /(?:>[ \t]?){1,8}/y;

/** The lines of a text without `> ` before them; where the depth of quotation changes, a paragraph begins. */
export function withoutQuoteMarks(text: string, lines: readonly Line[]): readonly Line[] {
  if (lines.filter((line) => isQuoted(text, line)).length < FEWEST) return lines;
  const bare: Line[] = [];
  let depth = 0;
  let afterBlank = false;
  for (const line of lines) {
    MARKS.lastIndex = line.start;
    const marks = isQuoted(text, line) ? (MARKS.exec(text)?.[0] ?? '') : '';
    const own = marks.split('>').length - 1;
    afterBlank ||= line.afterBlank || own !== depth;
    depth = own;
    let start = line.start + marks.length;
    while (start < line.end && text.charCodeAt(start) === 0x20) start++;
    // A mark alone is a blank line of what is quoted.
    if (start >= line.end) {
      afterBlank = true;
      continue;
    }
    bare.push({ ...line, start, indent: line.indent + start - line.start, afterBlank });
    afterBlank = false;
  }
  return bare;
}

function isQuoted(text: string, line: Line): boolean {
  return text.charCodeAt(line.start) === 0x3e && text.charCodeAt(line.start + 1) !== 0x3d;
}
