/** Laid-out pages → the drafts of the whole document: notes, headings, items, and text that runs on over breaks. */

import type { OutlineItem } from '../content.ts';
import type { Draft } from '../page/drafts.ts';
import type { LaidPage } from '../page/layout.ts';
import { struckOf } from '../page/struck-drafts.ts';
import { alignLevels } from '../structure/heading-levels.ts';
import { trustHeadings } from '../structure/tagged-headings.ts';
import { inheritHeaders } from '../tables/table-heads.ts';
import { findBody } from './body.ts';
import { markContents } from './contents.ts';
import { markHeadings, mergeWrapped } from './headings.ts';
import { goesOn, join } from './joins.ts';
import { markItems, NO_LIST } from './lists.ts';
import { markEndnotes, markNotes } from './notes.ts';

/** The drafts of the document in the order of its text. */
export function flow(pages: readonly LaidPage[], outline: readonly OutlineItem[]): Draft[] {
  const body = findBody(pages.flatMap((p) => p.drafts));
  const noted = pages.map((p) => markNotes(p.drafts, body, p.height));
  const mark = (drafts: readonly Draft[]): Draft[] => markHeadings(drafts, body, outline);
  const headed = markEndnotes(
    alignLevels(mark(trustHeadings(markContents(noted.flat(), outline, pages.length), body, mark))),
  );
  let at = 0;
  const byPage = noted.map((drafts) => {
    const own = headed.slice(at, at + drafts.length);
    at += drafts.length;
    return mergeWrapped(own, body);
  });

  const out: Draft[] = [];
  // The last text of a page waits until it is known whether the next page goes on with it.
  let waiting: Draft | undefined;
  let list = NO_LIST;
  pages.forEach((page, index) => {
    const listed = markItems(byPage[index] ?? [], list);
    list = listed.open;
    const drafts = joinColumns(listed.drafts);
    if (waiting !== undefined) {
      const first = drafts.findIndex((d) => !isAside(d));
      const next = drafts[first];
      if (next !== undefined && goesOn(waiting, next)) {
        waiting = join(waiting, next);
        drafts.splice(first, 1);
      }
      // A paragraph that fills the whole page may go on with the next one as well.
      const wholePage = waiting.parts.at(-1)?.page === page.page && drafts.every(isAside);
      if (!wholePage) {
        out.push(waiting);
        waiting = undefined;
      }
    }
    const lastAt = drafts.findLastIndex((d) => !isAside(d));
    const last = drafts[lastAt];
    const next = nextText(byPage, index);
    if (waiting === undefined && last !== undefined && next !== undefined && goesOn(last, next)) {
      waiting = last;
      drafts.splice(lastAt, 1);
    }
    out.push(...page.head, ...drafts, ...page.foot);
  });
  if (waiting !== undefined) out.push(waiting);
  return inheritHeaders(out).flatMap((draft) => (draft.role === 'struck' ? [draft] : [draft, ...struckOf(draft)]));
}

/** Whether text runs on past a draft: a note, or words that are struck out. */
function isAside({ kind, role }: Draft): boolean {
  return kind === 'note' || role === 'struck';
}

function nextText(byPage: readonly (readonly Draft[])[], index: number): Draft | undefined {
  return byPage[index + 1]?.find((d) => !isAside(d));
}

/** Joins texts of one page that go on at the top of the next column. */
function joinColumns(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const last = out.findLast((d) => !isAside(d));
    const [a, b] = [last?.parts.at(-1), draft.parts[0]];
    const newColumn = a !== undefined && b !== undefined && b.box[3] > a.box[1] + 2 && b.box[0] > a.box[0];
    if (last !== undefined && newColumn && goesOn(last, draft)) out[out.lastIndexOf(last)] = join(last, draft);
    else out.push(draft);
  }
  return out;
}
