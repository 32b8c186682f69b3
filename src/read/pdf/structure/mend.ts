/** Blocks put together again where the file has a tag for every line, as programs write around pictures and links. */

import { join } from '../flow/joins.ts';
import { type Draft, linesOf, roughText } from '../page/drafts.ts';
import { pageNumberAt } from '../page/leaders.ts';
import type { Line } from '../page/lines.ts';

/** Most space, in em, between lines of one text. */
const widestGap = 0.75;
/** Fewest characters of a line of running text; shorter ones stand in lists of names and in verse. */
const shortestFull = 50;

/** Drafts of one page, in order, with those joined that go on within a sentence on the next line. */
export function mendTorn(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const last = out.at(-1);
    if (last !== undefined && goesOnBelow(last, draft)) out[out.length - 1] = join(last, draft);
    else out.push(draft);
  }
  return out;
}

const ended = /[.!?:;…][)\]”’"'»]*$/;

function goesOnBelow(last: Draft, next: Draft): boolean {
  if (last.kind !== 'paragraph' && last.kind !== 'item') return false;
  if ((next.kind !== 'paragraph' && next.kind !== 'item') || next.marker !== null || next.sign !== null) return false;
  if (last.tagged !== 'text' || next.tagged !== 'text' || last.role !== null || next.role !== null) return false;
  if (next.above < -0.5 || next.above > widestGap) return false;
  const { size, bold } = last.style;
  if (Math.abs(size - next.style.size) > 0.06 * size || bold !== next.style.bold) return false;
  const [before, after] = [linesOf(last).at(-1), linesOf(next)[0]];
  if (before === undefined || after === undefined || ended.test(before.text)) return false;
  const text = roughText(next);
  if (/^\p{Ll}/u.test(text) || /\p{L}-$/u.test(before.text)) return true;
  // Among items with marks, one without goes on with the one before.
  if (last.kind === 'item' && next.kind === 'item' && last.marker !== null) return true;
  return last.kind === next.kind && isFull(before, after, last.right);
}

/**
 * Drafts of a page with the last two the other way round where the last stands above the other, which goes on over the
 * page break: programs name what is in a box after the text that the box is fastened to.
 */
export function openLast(drafts: readonly Draft[]): Draft[] {
  const at = drafts.findLastIndex((draft) => draft.kind !== 'note');
  const [open, last] = [drafts[at - 1], drafts[at]];
  const [a, b] = [open?.parts.at(-1)?.box, last?.parts.at(-1)?.box];
  if (open?.kind !== 'paragraph' || last === undefined || a === undefined || b === undefined) return [...drafts];
  if (b[1] < a[3] || ended.test(roughText(open))) return [...drafts];
  return drafts.with(at - 1, last).with(at, open);
}

/** Whether a line of running text is broken because the first word of the next did not fit. */
function isFull(line: Line, next: Line, right: number): boolean {
  if (line.text.length < shortestFull || !/[\p{L},]$/u.test(line.text)) return false;
  // Terms with what they stand for, and entries of contents, are full lines too.
  if (line.tab !== null || next.tab !== null || pageNumberAt(line.text) !== null) return false;
  const space = next.text.indexOf(' ', 1);
  const word = ((next.x1 - next.x0) * (space < 0 ? next.text.length : space)) / Math.max(1, next.text.length);
  return right - line.x1 < word + 0.6 * line.size;
}
