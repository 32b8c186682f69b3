/** Levels of headings, by their type and their numbers. */
import { type Draft, roughText } from '../page/drafts.ts';
import { findMarker } from '../page/marker.ts';

/** Levels for headings without an outline entry: greater type first, then bold, then capitals, then numbering depth. */
export function rankStyles(headings: readonly Draft[]): (draft: Draft) => number {
  const classOf = ({ style }: Draft): number =>
    Math.round(style.size * 2) * 4 + (style.bold ? 2 : 0) + (style.capitals ? 1 : 0);
  const counts = new Map<number, number>();
  for (const h of headings) counts.set(classOf(h), (counts.get(classOf(h)) ?? 0) + 1);
  const classes = [...counts.keys()].sort((a, b) => b - a);
  const levels = new Map<number, number>();
  let level = 0;
  let size = Infinity;
  for (const c of classes) {
    const here = Math.floor(c / 4);
    if (here < 0.94 * size || level === 0) {
      level++;
      size = here;
    } else if (c % 4 !== 3 && level > 0 && !levels.has(c)) {
      const sameSize = classes.filter((d) => levels.get(d) === level);
      if (sameSize.some((d) => d % 4 > c % 4)) level++;
    }
    levels.set(c, level);
  }
  // Numbered headings of one depth share a level: the first depth has the highest of its styles, the others follow.
  const byDepth = new Map<number, number>();
  for (const h of headings) {
    const depth = depthOf(h);
    if (depth === null) continue;
    byDepth.set(depth, Math.min(byDepth.get(depth) ?? 9, levels.get(classOf(h)) ?? 1));
  }
  let before: { depth: number; level: number } | undefined;
  for (const depth of [...byDepth.keys()].sort((a, b) => a - b)) {
    const own = before === undefined ? (byDepth.get(depth) ?? 1) : before.level + depth - before.depth;
    byDepth.set(depth, own);
    before = { depth, level: own };
  }
  return (draft) => {
    const depth = depthOf(draft);
    return (depth === null ? undefined : byDepth.get(depth)) ?? levels.get(classOf(draft)) ?? 1;
  };
}

function depthOf(draft: Draft): number | null {
  // A bare number before a title is a mark of it, which it would not be before a sentence.
  const marker = draft.marker ?? findMarker(roughText(draft), null, true);
  if (marker?.kind !== 'number') return null;
  // "1.0" is a first-level number.
  return /^\d+\.0\b/.test(marker.text) ? 1 : marker.depth;
}
