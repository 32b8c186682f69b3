/** Initials that look like a word: in many types a capital I and a small l are one and the same stroke. */
import type { Run, RunPage } from '../glyphs/run.ts';

const LIKE_A_NAME = /^(\P{L}*)Al((?:['’]?s)?\P{L}*)$/u;
const CAPITALISED = /^\p{Lu}\p{Ll}/u;

/**
 * Pages on which "Al" is "AI" where it is. A first name has a surname after it: a document that has "Al" without one, at
 * least once, is about the other.
 * @param pages of one document, runs in reading order
 */
export function mendInitials(pages: readonly RunPage[]): RunPage[] {
  const isAbout = pages.some(({ runs }) => runs.some((run, at) => isBare(run, runs[at + 1])));
  if (!isAbout) return [...pages];
  return pages.map((page) => ({
    ...page,
    runs: page.runs.map((run) => ({ ...run, text: run.text.replace(LIKE_A_NAME, '$1AI$2') })),
  }));
}

function isBare(run: Run, next: Run | undefined): boolean {
  if (!LIKE_A_NAME.test(run.text)) return false;
  return next === undefined || next.y !== run.y || !CAPITALISED.test(next.text);
}
