/** Tables of contents of Markdown files: lists of nothing but links to places in the file. */
import type { Draft } from '../flow/draft.ts';

const LINK = /^(?:[*_]{1,2})?\[[^\]\n]{1,200}\]\(#[^)\s]{0,200}\)(?:[*_]{1,2})?$/;
/** Fewer links in a row may be a cross-reference. */
const FEWEST = 3;

/** Marks every run of lines that are links to places in the file, and nothing else, as contents. */
export function markLinkLists(text: string, drafts: readonly Draft[]): void {
  let run: Draft[] = [];
  const close = (): void => {
    if (run.length >= FEWEST) for (const draft of run) draft.role = 'contents';
    run = [];
  };
  for (const draft of drafts) {
    const isLink =
      (draft.kind === 'item' || draft.kind === 'paragraph') &&
      draft.segments.length > 0 &&
      draft.segments.every(({ start, end }) => LINK.test(text.slice(start, Math.min(end, start + 500))));
    if (isLink) run.push(draft);
    else close();
  }
  close();
}
