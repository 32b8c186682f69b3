/** The marks that a line of Markdown begins with: of quotation, headings, fences, and bullets inside emphasis. */
import type { Span } from '../../model/document.ts';
import type { LineAt } from '../flow/furniture.ts';
import type { Marker } from '../flow/markers.ts';
import { readMarker } from '../flow/markers.ts';
import type { Line } from '../text/lines.ts';

const HEADING = /(#{1,6})(?:[ \t]+|(?=[^#\s\d]))/y;
/** Emphasis that converters put around a bullet: `**• **Leeds`. */
const WRAPPED_BULLET = /[*_]{1,3}[ \t]*(?=[^\s*_\w])/y;
const AFTER_BULLET = /[*_]{1,3}[ \t]*/y;

/** A line without its marks of quotation, and how many there were. */
interface Quotation {
  readonly depth: number;
  readonly line: Line;
}

/** Takes the marks of quotation off a line. */
export function unquoted(text: string, line: Line): Quotation {
  let { start, indent } = line;
  let depth = 0;
  while (text.charCodeAt(start) === 0x3e) {
    depth++;
    start++;
    indent = 0;
    while (start < line.end && isBlank(text.charCodeAt(start))) {
      start++;
      indent++;
    }
    if (indent > 0) indent--;
  }
  return { depth, line: depth === 0 ? line : { start, end: line.end, indent, afterBlank: line.afterBlank } };
}

/** A heading that its marks make one; empty where no words follow them. */
interface MarkedHeading extends Span {
  readonly level: number;
}

/** What the line is as a heading with `#`, or null. */
export function markedHeading(text: string, line: Line): MarkedHeading | null {
  HEADING.lastIndex = line.start;
  const match = HEADING.exec(text);
  if (match === null) return null;
  const start = line.start + match[0].length;
  let end = line.end;
  while (end > start && text.charCodeAt(end - 1) === 0x23) end--;
  if (end < line.end && end > start && !isBlank(text.charCodeAt(end - 1))) end = line.end;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { level: match[1]?.length ?? 1, start, end };
}

/** A bullet inside emphasis, as converters write it. */
interface WrappedBullet {
  readonly marker: Marker;
  /** The marks of emphasis before the bullet where the emphasis goes on after it: `**• A plan. **It …`. */
  readonly marks: Span | null;
}

/** The bullet that emphasis stands around at the start of a line, or null. */
export function wrappedBullet(text: string, line: Line): WrappedBullet | null {
  WRAPPED_BULLET.lastIndex = line.start;
  const wrapped = WRAPPED_BULLET.exec(text);
  if (wrapped === null) return null;
  const start = line.start + wrapped[0].length;
  const marker = readMarker(text, start, line.end);
  if (marker?.style !== 'bullet' || '-*+–—o'.includes(marker.text)) return null;
  AFTER_BULLET.lastIndex = marker.end;
  const close = AFTER_BULLET.exec(text);
  if (close === null) return { marker, marks: { start: line.start, end: start } };
  const end = marker.end + close[0].length;
  return end < line.end ? { marker: { ...marker, end }, marks: null } : null;
}

/** The number or letter of a heading: `2.3`, `2.`, `A.`; a bare `10` may be part of its words. */
export function headingMarker(text: string, start: number, end: number): Marker | null {
  const marker = readMarker(text, start, end);
  return marker === null || marker.style === 'bullet' ? null : marker;
}

/** A line without the marks of headings, quotation and emphasis around it, as the search for furniture compares lines. */
export function unmarked(text: string, line: Line): LineAt {
  let { start, end } = line;
  while (start < end && isMark(text.charCodeAt(start))) start++;
  while (end > start && isMark(text.charCodeAt(end - 1))) end--;
  return start === end ? { start: line.start, end: line.end } : { start, end };
}

/** `#` `*` `_` `>` and space */
function isMark(code: number): boolean {
  return code === 0x23 || code === 0x2a || code === 0x5f || code === 0x3e || code === 0x20;
}

/** Whether a line fences code in or off. */
export function isFence(text: string, start: number, end: number): boolean {
  const mark = text.charAt(start);
  if (text.slice(start, start + 3) !== mark.repeat(3)) return false;
  return (
    mark === '~' ||
    !text
      .slice(start + 3, end)
      .replace(/^`+/, '')
      .includes('`')
  );
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0;
}
