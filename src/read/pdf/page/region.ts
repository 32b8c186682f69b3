/** A part of a page that is read on its own. */
import type { Segment } from './lines.ts';

/** Segments that are read from the top down. */
export interface Region {
  readonly kind: 'text' | 'table';
  readonly segments: readonly Segment[];
}
