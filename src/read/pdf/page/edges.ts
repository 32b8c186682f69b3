/** The edges of pages, where running heads and page numbers stand. */
import type { Segment } from './lines.ts';

/** A page's segments, as far as furniture is concerned. */
export interface EdgePage {
  /** 1-based. */
  readonly page: number;
  readonly height: number;
  readonly segments: readonly Segment[];
}

/** The share of a page's height, at the top and at the bottom, in which furniture stands. */
const zone = 0.16;

/** Whether a piece of text stands at the top or at the bottom of its page. */
export function atEdge(segment: Segment, height: number): boolean {
  return segment.y > (1 - zone) * height || segment.y < zone * height;
}
