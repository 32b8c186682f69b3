/** A page's text and its part of the structure tree → its drafts, where the tree can be trusted. */

import type { Fonts } from '../glyphs/fonts.ts';
import { ARTIFACT, type Run } from '../glyphs/run.ts';
import type { Draft } from '../page/drafts.ts';
import { findSegments, type Segment } from '../page/lines.ts';
import { findTagBlocks } from './blocks.ts';
import { draftsByTags } from './drafts.ts';
import type { Element } from './elements.ts';
import { isLikely, leastCoverage, mostRepeats } from './gates.ts';

/** A page whose tree may be used. */
export interface TaggedPage {
  /** 1-based. */
  readonly page: number;
  readonly height: number;
  readonly root: Element;
  /** Its text without furniture. */
  readonly segments: readonly Segment[];
  /** The number that its first table gets. */
  readonly table: number;
}

/** What the tree makes of a page. */
export interface Tagged {
  readonly drafts: readonly Draft[];
  /** Text outside the tree at the page's edge. */
  readonly furniture: readonly Segment[];
  /** The number of its tables. */
  readonly tables: number;
}

/**
 * The drafts of a page by its tree.
 * @param layOut the rules of layout, for text that the tree does not tell of, and to compare with
 * @returns null where the tree covers too little of the page, or is less likely than what the layout says
 */
export function layOutByTags(
  { page, height, root, segments, table }: TaggedPage,
  fonts: Fonts,
  layOut: (segments: readonly Segment[]) => readonly Draft[],
): Tagged | null {
  const runs = segments.flatMap((segment) => segment.runs);
  const content = new Map<string, Run[]>();
  const weights = new Map<string, number>();
  for (const run of runs) {
    if (run.mark === undefined || run.mark === ARTIFACT) continue;
    const own = content.get(run.mark);
    if (own === undefined) content.set(run.mark, [run]);
    else own.push(run);
    weights.set(run.mark, (weights.get(run.mark) ?? 0) + run.text.length);
  }
  const { blocks, repeats } = findTagBlocks(root, weights);
  const used = new Set(blocks.flatMap((block) => block.ids));
  if (blocks.length === 0 || repeats > mostRepeats * used.size) return null;
  const byTags = draftsByTags(blocks, { page, content, fonts, layOut, table });
  const outside = findSegments(runs.filter((run) => run.mark === undefined || !used.has(run.mark)));
  const furniture = outside.filter((segment) => isAtEdge(segment, byTags, height));
  const left = furniture.length === 0 ? outside : outside.filter((segment) => !furniture.includes(segment));
  const weightOf = (some: readonly Segment[]): number => some.reduce((sum, segment) => sum + segment.weight, 0);
  if (weightOf(left) > (1 - leastCoverage) * (weightOf(segments) - weightOf(furniture))) return null;
  if (!isLikely(byTags, () => layOut(segments))) return null;
  return {
    drafts: left.length === 0 ? byTags : insert(layOut(left), byTags),
    furniture,
    tables: blocks.reduce((most, block) => Math.max(most, block.table + 1), 0),
  };
}

/** The share of a page's height at its top and bottom in which furniture stands. */
const zone = 0.16;

/** Artifacts of more characters may be text that was marked wrongly, such as notes under the text. */
const longestArtifact = 60;

/** Whether text that the file marks as an artifact stands at the edge of the page, beyond all that is tagged. */
function isAtEdge(segment: Segment, drafts: readonly Draft[], height: number): boolean {
  if (segment.weight > longestArtifact || segment.runs.some((run) => run.mark !== ARTIFACT)) return false;
  const boxes = drafts.flatMap((draft) => draft.parts.map((part) => part.box));
  if (segment.y > (1 - zone) * height) return boxes.every((box) => box[3] <= segment.top);
  return segment.y < zone * height && boxes.every((box) => box[1] >= segment.bottom);
}

/** Drafts of text outside the tree, each put after the tagged draft that it stands closest under. */
function insert(outside: readonly Draft[], drafts: readonly Draft[]): Draft[] {
  const after = new Map<Draft | null, Draft[]>();
  for (const draft of outside) {
    const place = drafts.reduce<{ draft: Draft | null; gap: number }>(
      (best, other) => {
        const gap = gapUnder(other, draft);
        return gap < best.gap ? { draft: other, gap } : best;
      },
      { draft: null, gap: Infinity },
    ).draft;
    after.set(place, [...(after.get(place) ?? []), draft]);
  }
  return [null, ...drafts].flatMap((draft) => [...(draft === null ? [] : [draft]), ...(after.get(draft) ?? [])]);
}

/** How far a draft stands under another in the same column; infinite where it does not. */
function gapUnder(upper: Draft, lower: Draft): number {
  const [a, b] = [upper.parts.at(-1)?.box, lower.parts[0]?.box];
  if (a === undefined || b === undefined || a[2] <= b[0] || b[2] <= a[0]) return Infinity;
  return a[1] >= b[3] - 4 ? a[1] - b[3] + 4 : Infinity;
}
