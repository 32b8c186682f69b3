/** Pages of runs → the document's text in blocks. A page whose layout fails does not lose the others. */

import type { OutlineItem } from '../content.ts';
import type { Fonts } from '../glyphs/fonts.ts';
import type { RunPage } from '../glyphs/run.ts';
import { type LaidPage, layOut } from '../page/layout.ts';
import { allLines, assemble } from './assemble.ts';
import { flow } from './flow.ts';
import { vocabularyOf } from './hyphens.ts';

/** Pages put in reading order. */
export interface Arranged extends ReturnType<typeof assemble> {
  readonly laid: readonly LaidPage[];
  /** Pages that our own rules failed on, which is a fault of ours; they are left out. */
  readonly unlaid: readonly number[];
}

/**
 * Puts pages in reading order.
 * @throws what our rules throw where they fail on every page
 */
export function arrange(pages: readonly RunPage[], fonts: Fonts, outline: readonly OutlineItem[]): Arranged {
  try {
    return { ...arranged(pages, fonts, outline), unlaid: [] };
  } catch (error) {
    const kept = layable(pages, (some) => arranged(some, fonts, outline));
    if (kept.length === 0) throw error;
    const left = new Set(kept);
    const unlaid = pages.filter((page) => !left.has(page)).map(({ page }) => page);
    return { ...arranged(kept, fonts, outline), unlaid };
  }
}

function arranged(pages: readonly RunPage[], fonts: Fonts, outline: readonly OutlineItem[]) {
  const laid = layOut(pages, fonts);
  const drafts = flow(laid, outline);
  const frames = new Map(pages.map((page) => [page.page, page]));
  return {
    laid,
    ...assemble(
      drafts,
      vocabularyOf(() => allLines(drafts)),
      frames,
    ),
  };
}

/** Pages that can be laid out together: those of both halves, or of the half that has more where they cannot. */
function layable(pages: readonly RunPage[], work: (pages: readonly RunPage[]) => unknown): readonly RunPage[] {
  if (succeeds(() => work(pages))) return pages;
  if (pages.length < 2) return [];
  const middle = pages.length >> 1;
  const before = layable(pages.slice(0, middle), work);
  const after = layable(pages.slice(middle), work);
  const both = [...before, ...after];
  if (before.length === 0 || after.length === 0 || succeeds(() => work(both))) return both;
  return before.length >= after.length ? before : after;
}

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
