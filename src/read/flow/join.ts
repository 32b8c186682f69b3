/** Paragraphs cut in two by blank lines, page breaks or furniture are put together again. */

import type { Draft } from './draft.ts';
import { endsClause, endsSentence, startsLower } from './line-ends.ts';

/** A first part shorter than this is more likely a heading or an entry of a list. */
const SHORTEST = 40;
/** More lines of furniture than this do not stand inside a paragraph. */
const MOST_BETWEEN = 6;

/**
 * Joins a paragraph or item to the one before it where that one stops in the middle of a sentence and this one goes on
 * in lower case. Furniture between the two loses its place among the blocks, because blocks do not overlap.
 * @param text the document's text
 * @param drafts in order
 * @param isFixed whether a draft must stay as it is
 */
export function joinBroken<D extends Draft>(text: string, drafts: readonly D[], isFixed: (draft: D) => boolean): D[] {
  const joined: D[] = [];
  for (const draft of drafts) {
    let last = joined.length - 1;
    while (last >= 0 && joined[last]?.kind === 'furniture') last--;
    const before = joined[last];
    const between = joined.length - 1 - last;
    const joins = before !== undefined && between <= MOST_BETWEEN && !isFixed(before) && !isFixed(draft);
    if (!joins || !goesOn(text, before, draft)) {
      joined.push(draft);
      continue;
    }
    joined.length = last + 1;
    joined[last] = { ...before, segments: [...before.segments, ...draft.segments] };
  }
  return joined;
}

function goesOn(text: string, before: Draft, draft: Draft): boolean {
  if (draft.role !== undefined || before.role !== undefined) return false;
  if (draft.marker !== null || (before.kind !== 'paragraph' && before.kind !== 'item')) return false;
  if (draft.kind !== 'paragraph' && !(draft.kind === 'item' && before.kind === 'item')) return false;
  const first = draft.segments[0];
  const last = before.segments.at(-1);
  if (first === undefined || last === undefined || first.start < last.end) return false;
  if (!startsLower(text, first.start) || endsSentence(text, last.end) || endsClause(text, last.end)) return false;
  return last.end - (before.segments[0]?.start ?? 0) >= SHORTEST;
}
