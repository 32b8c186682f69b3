/** Paragraphs that go on in the next column or on the next page. */
import { type Draft, linesOf } from '../page/drafts.ts';

const ends = /[.!?:;…][)\]”’"'»\d]*$/;
const hyphen = /\p{L}[-\u00ad]$/u;

/** Whether `next`, the first text after a break, goes on with `last`, the text before it. */
export function goesOn(last: Draft, next: Draft): boolean {
  if ((last.kind !== 'paragraph' && last.kind !== 'item') || last.role !== next.role) return false;
  if (next.kind !== 'paragraph' || next.marker !== null || next.sign !== null) return false;
  if (Math.abs(last.style.size - next.style.size) > 0.06 * last.style.size) return false;
  const before = linesOf(last).at(-1);
  const after = linesOf(next)[0];
  if (before === undefined || after === undefined) return false;
  if (hyphen.test(before.text) && /^\p{Ll}/u.test(after.text)) return true;
  if (ends.test(before.text)) return false;
  if (/^\p{Ll}/u.test(after.text)) return true;
  // A line that stops short ends its paragraph; a full one that ends within a sentence does not.
  if (before.x1 < last.right - 6 * before.size || last.style.bold !== next.style.bold) return false;
  return /(?:[,–—&]|\b(?:and|or|of|the|to|in|for|a|an|with|by|on|at|from|that|which|as|is|are|be|will|our|their|its))$/i.test(
    before.text,
  );
}

/** One draft of two. */
export function join(last: Draft, next: Draft): Draft {
  return { ...last, parts: mergeParts([...last.parts, ...next.parts]), closed: next.closed, right: next.right };
}

function mergeParts(parts: readonly Draft['parts'][number][]): Draft['parts'] {
  const out: Draft['parts'][number][] = [];
  for (const part of parts) {
    const open = out.at(-1);
    if (open !== undefined && open.page === part.page) {
      const box = [
        Math.min(open.box[0], part.box[0]),
        Math.min(open.box[1], part.box[1]),
        Math.max(open.box[2], part.box[2]),
        Math.max(open.box[3], part.box[3]),
      ] as const;
      out[out.length - 1] = { page: open.page, cells: [[...open.cells.flat(), ...part.cells.flat()]], box };
    } else out.push(part);
  }
  return out;
}
