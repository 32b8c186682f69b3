/** Items of lists and how deeply they are nested. */
import { type Draft, linesOf, roughText } from './drafts.ts';

/** Drafts, in reading order, with those that begin with a mark as items. Long numbered paragraphs stay paragraphs. */
export function markItems(drafts: readonly Draft[]): Draft[] {
  let depths: number[] = [];
  return drafts.map((draft) => {
    if (draft.kind === 'furniture' || draft.kind === 'note' || draft.role !== null) return draft;
    const first = linesOf(draft)[0];
    const em = draft.style.size || 10;
    if (draft.kind !== 'paragraph' || draft.marker === null || !isItem(draft)) {
      const inside = depths.at(-1);
      if (draft.kind !== 'paragraph' || first === undefined || inside === undefined || first.x0 < inside + 0.5 * em)
        depths = [];
      return draft;
    }
    // Measured from the edge of the column, so that a list may go on in the next one.
    const x = (first?.x0 ?? 0) - draft.left;
    depths = depths.filter((d) => d < x + 0.6 * em);
    if (depths.length === 0 || (depths.at(-1) ?? 0) < x - 0.6 * em) depths.push(x);
    return { ...draft, kind: 'item', level: Math.min(6, depths.length) };
  });
}

/** Whether a draft with a mark is an item of a list rather than a numbered paragraph. */
export function isItem({ marker, ...draft }: Draft): boolean {
  if (marker === null) return false;
  if (marker.kind !== 'number') return true;
  if (marker.depth > 1 || Number.parseInt(marker.text.replace('(', ''), 10) >= paragraphNumber) return false;
  return roughText({ marker, ...draft }).length <= longestItem;
}

/** Numbers from here on are those of numbered paragraphs; lists do not go so far. */
const paragraphNumber = 20;
/** A numbered text longer than this many characters is a numbered paragraph. */
const longestItem = 500;
