/** Names of columns carried on: to the rows of a table that goes on, and past heads that are printed again. */
import type { Draft } from '../page/drafts.ts';
import { cellTexts, headerOf } from './tables.ts';

/**
 * Drafts in the order of the text, in which the rows of a table that goes on from the page or part before have the names
 * of its columns. A row that only repeats those names stays without.
 */
export function inheritHeaders(drafts: readonly Draft[]): Draft[] {
  let last: Draft | undefined;
  return drafts.map((draft) => {
    if (draft.kind === 'furniture' || draft.kind === 'note') return draft;
    const own = draft.kind === 'cell' ? inherit(draft, last) : draft;
    last = own;
    return own;
  });
}

function inherit(draft: Draft, last: Draft | undefined): Draft {
  const names = last?.names ?? null;
  if (draft.names || last?.kind !== 'cell' || names === null) return draft;
  const cells = draft.parts[0]?.cells ?? [];
  if (cells.length !== names.length || !sameWidth(last, draft)) return draft;
  // The head printed again names the rows below it and is none of them.
  const texts = cellTexts(cells);
  if (texts.every((text, c) => text === names[c])) return { ...draft, names };
  return { ...draft, names, header: headerOf(cells, names) };
}

/** Whether two rows may belong to one table: the one after lies within the other's width, give or take. */
function sameWidth(a: Draft, b: Draft): boolean {
  const slack = 0.15 * (a.right - a.left) + 12;
  return b.left >= a.left - slack && b.right <= a.right + slack;
}
