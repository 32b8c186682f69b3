/** Blocks put together again where the file has a tag for every line, as programs write around pictures and links. */
import { type Draft, linesOf, roughText } from '../drafts.ts';
import { join } from '../joins.ts';

/** Most space, in em, between lines of one text. */
const widestGap = 0.75;

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
  const before = linesOf(last).at(-1);
  if (before === undefined || ended.test(before.text)) return false;
  const text = roughText(next);
  if (/^\p{Ll}/u.test(text) || /\p{L}-$/u.test(before.text)) return true;
  // Among items with marks, one without goes on with the one before.
  return last.kind === 'item' && next.kind === 'item' && last.marker !== null;
}
