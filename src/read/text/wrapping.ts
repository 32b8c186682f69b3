/** Whether a line break was put in to fill the page or on purpose. */
import { endsClause, endsSentence, startsLower } from '../flow/line-ends.ts';
import type { Line } from './lines.ts';

/** Lines to either side that tell how wide the column is. */
const NEARBY = 5;
/** From this width on lines are too long to have been filled by hand or by a converter. */
const WIDEST = 200;

/** How the lines of one document are broken. */
export interface Wrapping {
  /** Whether every line is a paragraph of its own. */
  readonly isUnwrapped: boolean;
}

/**
 * Tells from the ends of lines whether the document's lines are filled to a width or hold a paragraph each.
 * @param text the document's text
 * @param lines its lines
 */
export function wrappingOf(text: string, lines: readonly Line[]): Wrapping {
  let pairs = 0;
  let finished = 0;
  let long = 0;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i - 1];
    const next = lines[i];
    if (line === undefined || next === undefined || next.afterBlank) continue;
    const length = line.end - line.start;
    if (length < 40) continue;
    pairs++;
    if (length > WIDEST) long++;
    if (endsSentence(text, line.end) || endsClause(text, line.end)) finished++;
  }
  return { isUnwrapped: pairs > 0 && (finished * 4 >= pairs * 3 || long * 2 >= pairs) };
}

/**
 * Whether a paragraph ends at the break between two lines that stand directly one under the other.
 * Taken as filled: the first word of the next line had no room on this one. A next line in lower case goes on unless
 * this line leads a list or closes an entry of one.
 */
export function breaksBetween(text: string, lines: readonly Line[], index: number, wrapping: Wrapping): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined || next === undefined) return true;
  const room = widthNear(lines, index) - (line.end - line.start + line.indent);
  const fits = room > firstWord(text, next) + 1;
  const lastCode = text.charCodeAt(line.end - 1);
  const leads = lastCode === 0x3a || lastCode === 0x3b;
  if (startsLower(text, next.start)) return leads && fits && room > 12;
  if (wrapping.isUnwrapped) return true;
  if (!fits) return false;
  const width = line.end - line.start + line.indent + room;
  return endsSentence(text, line.end) || leads || room > firstWord(text, next) + 1 + width * 0.12;
}

/** The widest of the lines near a line that stand without blank lines between. */
function widthNear(lines: readonly Line[], index: number): number {
  let widest = 0;
  for (let i = index; i >= 0 && i >= index - NEARBY; i--) {
    const line = lines[i];
    if (line === undefined) break;
    widest = Math.max(widest, line.end - line.start + line.indent);
    if (line.afterBlank) break;
  }
  for (let i = index + 1; i < lines.length && i <= index + NEARBY; i++) {
    const line = lines[i];
    if (line === undefined || line.afterBlank) break;
    widest = Math.max(widest, line.end - line.start + line.indent);
  }
  return Math.min(widest, WIDEST);
}

/** Length of a line's first word. */
function firstWord(text: string, line: Line): number {
  let end = line.start;
  while (end < line.end && text.charCodeAt(end) !== 0x20) end++;
  return end - line.start;
}
