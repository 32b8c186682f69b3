/** Lines of a region → paragraphs, by leading, indents, marks, styles and lines that end early. */

import { MONTHS } from '../../../model/months.ts';
import type { Fonts } from '../glyphs/fonts.ts';
import { findEntryEnds } from './entry-ends.ts';
import { endsEarly, endsSentence, findLeading, firstWord, usesGaps } from './leading.ts';
import { findRows, type Line, lineOf, type Segment } from './lines.ts';
import { findListed } from './listed.ts';
import { findMarker, type Marker } from './marker.ts';
import { type Style, styleOf } from './style.ts';

/** Lines that make one paragraph, heading or item. */
export interface Paragraph {
  readonly lines: readonly Line[];
  readonly marker: Marker | null;
  readonly style: Style;
  /** The edges of the region that it stands in. */
  readonly left: number;
  readonly right: number;
  /** Free space above it, in em of its own size. */
  readonly above: number;
  /** Whether its last line ends so early that the next word would have fitted. */
  readonly closed: boolean;
  /** Whether it ends as an entry of a table of contents does. */
  readonly contents: boolean;
}

/** A row is taken apart where a gap is wider than this many em. */
const apart = 3.5;
const pageNumber = /^(?:\d{1,4}|[ivxl]{1,6})$/;

/** The lines of a region, from the top down. */
export function findLines(segments: readonly Segment[]): Line[] {
  const lines: Line[] = [];
  for (const row of findRows(segments)) {
    let open: Segment[] = [];
    for (const segment of row) {
      const last = open.at(-1);
      const gap = last === undefined ? 0 : (segment.x0 - last.x1) / Math.max(last.size, segment.size);
      if (last !== undefined && gap > apart && !pageNumber.test(lineOf([segment]).text)) {
        lines.push(lineOf(open));
        open = [];
      }
      open.push(segment);
    }
    if (open.length > 0) lines.push(lineOf(open));
  }
  return lines.filter((line) => line.text !== '' || line.runs.some((run) => run.struck !== undefined));
}

const startsUpper = /^[\p{Lu}\p{N}“"‘'([•]/u;
const goesOn =
  /(?:[,–—&-]|\b(?:and|or|of|the|to|in|for|a|an|with|by|on|at|from|that|which|as|is|are|be|will|our|their|its))$/i;

const brokenWord = /\p{L}[-\u00ad]$/u;

const dateLine = new RegExp(`^(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${MONTHS.join('|')}),? \\d{4}$`, 'i');

/** Arrows are marks where they begin several lines. */
const pointer = /^[»›>→] (?=\S)/;
const fewestPointed = 2;

/** No paragraph is longer; a text without any break is taken apart here. */
const mostLines = 400;

interface Open {
  lines: Line[];
  marker: Marker | null;
  above: number;
  /** Where the text of the first line begins. */
  textX: number;
  contents: boolean;
  /** Whether all of its lines are bold. */
  bold: boolean;
}

/** The paragraphs of lines that are read from the top down. */
export function findParagraphs(lines: readonly Line[], fonts: Fonts): Paragraph[] {
  const left = lines.reduce((x, l) => Math.min(x, l.x0), Infinity);
  const rights = lines.map((l) => l.x1);
  const right = rights.length > 0 ? Math.max(...rights) : 0;
  const leading = findLeading(lines, right);
  const bold = lines.map((line) => styleOf([line], fonts).bold);
  const contents = findEntryEnds(lines);
  const gapStyle = usesGaps(lines, leading, right);
  const pointed = lines.filter((line) => pointer.test(line.text)).length >= fewestPointed;
  const listed = findListed(lines, right);
  const out: Paragraph[] = [];
  let open: Open | undefined;
  const close = (next: Line | undefined): void => {
    if (open === undefined) return;
    const last = open.lines.at(-1);
    const closed =
      last === undefined || (next !== undefined ? endsEarly(last, next, right) : right - last.x1 > 5 * last.size);
    out.push({
      lines: open.lines,
      marker: open.marker,
      style: styleOf(open.lines, fonts),
      left,
      right,
      above: open.above,
      contents: open.contents,
      closed,
    });
  };
  lines.forEach((line, k) => {
    const before = lines[k - 1];
    const after = lines[k + 1];
    const pitch = before === undefined ? Infinity : before.y - line.y;
    const usual = leading(line.size);
    const breaks =
      before === undefined ||
      open === undefined ||
      startsNew({
        open,
        before,
        line,
        after,
        pitch,
        usual,
        right,
        boldBefore: bold[k - 1] === true,
        boldHere: bold[k] === true,
        entryEnds: contents.ends[k - 1] === true,
        inContents: contents.inside[k - 1] === true && contents.inside[k] === true,
        left,
        gapStyle,
        pointed: pointed && pointer.test(line.text),
        listed: listed[k] === true,
      });
    if (!breaks && open !== undefined) {
      open.lines.push(line);
      open.bold &&= bold[k] === true;
      return;
    }
    close(line);
    const marker = findMarker(line.text, line.tab?.at ?? null, false);
    const textX = marker !== null && line.tab !== null && line.tab.at <= marker.rest ? line.tab.x : line.x0;
    open = {
      lines: [line],
      marker,
      above: before === undefined ? Infinity : (before.bottom - line.top) / line.size,
      textX,
      contents: contents.inside[k] === true || contents.ends[k] === true,
      bold: bold[k] === true,
    };
  });
  close(undefined);
  return out;
}

interface Pair {
  readonly open: Open;
  readonly before: Line;
  readonly line: Line;
  readonly after: Line | undefined;
  readonly pitch: number;
  readonly usual: number;
  readonly right: number;
  readonly boldBefore: boolean;
  readonly boldHere: boolean;
  /** Whether the line before is the end of an entry of a table of contents. */
  readonly entryEnds: boolean;
  /** Whether both lines stand in a table of contents. */
  readonly inContents: boolean;
  readonly left: number;
  /** Whether wider gaps part the paragraphs around, so that a line's early end says less. */
  readonly gapStyle: boolean;
  /** Whether the line begins with an arrow that stands before others too. */
  readonly pointed: boolean;
  /** Whether the line begins an entry of a list of names or addresses, below another. */
  readonly listed: boolean;
}

/** The font of a line's longest run. */
function mainFont({ runs }: Line): string | undefined {
  return runs.reduce<Line['runs'][number] | undefined>(
    (main, run) => (main === undefined || run.text.length > main.text.length ? run : main),
    undefined,
  )?.font;
}

function isPointer({ marker }: Open): boolean {
  return marker !== null && pointer.test(`${marker.text} x`);
}

function startsNew(pair: Pair): boolean {
  const { open, before, line, after, pitch, usual, right, boldBefore, boldHere } = pair;
  const em = Math.max(before.size, line.size);
  if (pitch < 0.3 * em || pair.entryEnds || open.lines.length >= mostLines) return true;
  // A word that a hyphen breaks goes on, even where a tall letter or a table's edge sets its lines apart.
  if (brokenWord.test(before.text) && /^\p{Ll}/u.test(line.text) && pitch < 2 * usual) return false;
  if (pitch > 1.22 * usual + 0.6) return true;
  const small = Math.min(before.size, line.size);
  if (em > 1.08 * small && (before.text.length > 3 || line.text.length > 3)) return true;
  const early = endsEarly(before, line, right);
  const sentence = endsSentence.test(before.text);
  if (boldBefore !== boldHere && (early || sentence || pitch > 1.08 * usual)) {
    // A heading over its text, or the text before a heading; not an emphasised end of a line.
    if (boldBefore ? open.bold && open.lines.length <= 3 && early : early || sentence) return true;
  }
  // Bold type that ends exactly with its line is a heading, unless its sentence goes on.
  const endsBold = open.bold && !boldHere && line.runs[0]?.font !== mainFont(before);
  if (endsBold && open.lines.length <= 2 && startsUpper.test(line.text) && !goesOn.test(before.text)) return true;
  if (line.raised !== null || pair.pointed) return true;
  if (pair.listed && !goesOn.test(before.text)) return true;
  const marker = findMarker(line.text, line.tab?.at ?? null, false);
  if (marker !== null) {
    const dash = /^[-–—*>~]$/.test(marker.text);
    if (marker.kind === 'bullet' && !dash) return true;
    const sameEdge = open.marker !== null && Math.abs(line.x0 - (open.lines[0]?.x0 ?? 0)) < 0.6 * em;
    if ((early && !dash) || sameEdge) return true;
    // After a full line a number or letter may belong to the sentence: only its place tells.
    const placed = line.tab !== null || Math.abs(line.x0 - before.x0) > 0.6 * em;
    if (placed && (sentence || (open.marker !== null && /,$|\b(?:and|or)$/.test(before.text)))) return true;
    if (sentence && (dash || !/[;:]$/.test(before.text)) && marker.kind !== 'letter') return true;
  }
  if (early && dateLine.test(line.text)) return true;
  const centred =
    Math.abs((before.x0 + before.x1) / 2 - (line.x0 + line.x1) / 2) < 0.6 * em &&
    Math.abs(before.x0 - line.x0) > 0.8 * em;
  const short = early && (!pair.gapStyle || right - before.x1 > 0.3 * (right - pair.left) + firstWord(line));
  if (pair.inContents) return false;
  if (short && !centred && !(boldHere && boldBefore && open.lines.length < 3 && !sentence)) {
    if (startsUpper.test(line.text) && !(goesOn.test(before.text) && !sentence)) return true;
    if (sentence && !/^\p{Ll}/u.test(line.text)) return true;
  }
  if (centred) return false;
  const indent = line.x0 - before.x0;
  const inItem = open.marker !== null;
  // Bold type further out than an item's mark is no part of the item.
  const outside = line.x0 < (open.lines[0]?.x0 ?? 0) - 0.8 * em;
  if (inItem && outside && boldHere && !boldBefore && startsUpper.test(line.text)) return true;
  if (!inItem && indent > 0.8 * em && indent < 6 * em) {
    const returns =
      after !== undefined && Math.abs(after.x0 - before.x0) < 0.5 * em && before.y - after.y < 2.6 * usual;
    if (sentence || early) return returns || open.lines.length > 1 || indent > 1.2 * em;
  }
  // Two paragraphs in a row of which the first has but its indented line.
  const lone = open.lines.length === 1 && !inItem && Math.abs(indent) < 0.3 * em && line.x0 > pair.left + 0.8 * em;
  if (lone && sentence && after !== undefined && after.x0 < line.x0 - 0.8 * em) return true;
  if (indent < -0.8 * em) {
    if (!inItem) return open.lines.length > 1 && (sentence || early);
    const hanging = Math.abs(line.x0 - (open.lines[0]?.x0 ?? 0)) < 0.8 * em;
    if (!hanging && line.x0 < (open.lines[0]?.x0 ?? 0) - 0.8 * em) return open.lines.length > 1 || sentence || early;
    if (hanging && open.lines.length > 1 && (sentence || early)) return true;
  }
  const out = inItem && open.lines.length === 1 && indent < 0.3 * em && line.x0 < open.textX - 0.8 * em;
  if (out && early && (sentence || (isPointer(open) && startsUpper.test(line.text)))) return true;
  return false;
}
