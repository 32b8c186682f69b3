/** Whether a line break was put in to fill the page or on purpose. */
import { endsClause, endsSentence, startsLower } from '../flow/line-ends.ts';
import { isCapitals } from '../flow/titles.ts';
import type { Line } from './lines.ts';

/** Lines to either side that tell how wide the column is. */
const NEARBY = 5;
/** From this width on lines are too long to have been filled by hand or by a converter. */
const WIDEST = 200;

/** Words and marks that no line of its own ends with. */
const OPEN_END = /(?:^|\s)(?:a|an|and|as|at|by|for|from|in|its|of|on|or|our|that|the|their|this|to|which|with)$|,$/;

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
 * this line leads a list or closes an entry of one. A line that stops inside a sentence breaks off only where it is short:
 * a heading or a line of an address.
 * @param isFirst whether the line is the first of its paragraph, so that it may be a heading
 */
export function breaksBetween(
  text: string,
  lines: readonly Line[],
  index: number,
  wrapping: Wrapping,
  isFirst: boolean,
): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined || next === undefined) return true;
  const length = line.end - line.start + line.indent;
  const width = widthNear(lines, index);
  const word = firstWord(text, next);
  const room = width - length;
  const fits = room > word + 1;
  const leads = endsClause(text, line.end);
  if (isShout(text, line) && !isShout(text, next)) return true;
  if (startsLower(text, next.start)) return leads && fits && room > 12;
  if (wrapping.isUnwrapped) return true;
  if (!fits) return false;
  if (leads || endsSentence(text, line.end)) return true;
  if (OPEN_END.test(text.slice(Math.max(line.start, line.end - 12), line.end))) return false;
  return room > word + 1 + width * (isFirst ? 0.12 : 0.4);
}

/** Whether a line is in capitals from end to end, and long enough to be more than a word stressed. */
function isShout(text: string, line: Line): boolean {
  if (line.end - line.start < 12 || startsLower(text, line.start + 1)) return false;
  return isCapitals(text.slice(line.start, line.end));
}

/**
 * How wide the column is near a line: the widest of the lines around it that stand without blank lines between, or the
 * second widest where there are enough, because one may be a row of a table or two columns run together.
 */
function widthNear(lines: readonly Line[], index: number): number {
  let first = 0;
  let second = 0;
  let count = 0;
  const see = (line: Line): void => {
    const width = line.end - line.start + line.indent;
    count++;
    if (width > first) {
      second = first;
      first = width;
    } else if (width > second) second = width;
  };
  for (let i = index; i >= 0 && i >= index - NEARBY; i--) {
    const line = lines[i];
    if (line === undefined) break;
    see(line);
    if (line.afterBlank) break;
  }
  for (let i = index + 1; i < lines.length && i <= index + NEARBY; i++) {
    const line = lines[i];
    if (line === undefined || line.afterBlank) break;
    see(line);
  }
  return Math.min(count > NEARBY ? second : first, WIDEST);
}

/** Length of a line's first word. */
function firstWord(text: string, line: Line): number {
  let end = line.start;
  while (end < line.end && text.charCodeAt(end) !== 0x20) end++;
  return end - line.start;
}
