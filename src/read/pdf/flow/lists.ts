/** Items of lists and how deeply they are nested. */
import { type Draft, linesOf, roughText } from '../page/drafts.ts';
import { findMarker } from '../page/marker.ts';
import { type Enumerator, enumeratorOf } from './enumerators.ts';

/** A level of the list that is open. */
interface Level {
  /** Its indent, in points from the edge of the column, so that a list may go on in the next one. */
  readonly x: number;
  /** The same from the edge of the page. */
  readonly pageX: number;
  readonly last: Enumerator;
}

/** A list that is open while drafts are read. */
export interface OpenList {
  readonly levels: readonly Level[];
}

export const NO_LIST: OpenList = { levels: [] };

/** What stands between the last item and the next: nothing, the end of a page, or text that is no item. */
type Break = 'none' | 'page' | 'text';

/**
 * Drafts of one page, in reading order, with those that begin with a mark as items. Long numbered paragraphs stay
 * paragraphs.
 * @param open the list that the page before ends in
 */
export function markItems(drafts: readonly Draft[], open: OpenList): { drafts: Draft[]; open: OpenList } {
  let { levels } = open;
  let between: Break = levels.length > 0 ? 'page' : 'none';
  const marked = drafts.map((draft, k): Draft => {
    if (isAttribution(draft, drafts[k - 1], drafts[k + 1])) return { ...draft, marker: null };
    if (draft.kind === 'furniture' || draft.kind === 'note' || draft.role !== null) return draft;
    const first = linesOf(draft)[0];
    const em = draft.style.size || 10;
    const pageX = first?.x0 ?? 0;
    const x = pageX - draft.left;
    if (draft.kind !== 'paragraph' || draft.marker === null || !isItem(draft)) {
      const inside = levels.at(-1);
      if (draft.kind === 'heading') levels = [];
      else if (draft.kind !== 'paragraph' || inside === undefined || x < inside.x + 0.5 * em) between = 'text';
      return draft;
    }
    const own = enumeratorOf(
      draft.marker,
      levels.map((level) => level.last),
    );
    const at: Level = { x, pageX, last: own };
    // A list within the list may begin on a new page; after other text every list is a new one.
    const within = between === 'none' || (between === 'page' && own.ordinal === 1);
    levels = (between === 'none' ? null : resume(levels, at, em)) ?? nest(within ? levels : [], at, em);
    between = 'none';
    const level = Math.min(6, levels.length);
    // "4. (1) The Board": the second number begins a list within the first.
    const inner = findMarker(roughText(draft).slice(draft.marker.rest), null, false);
    if (inner !== null && inner.kind !== 'bullet' && inner.text.startsWith('(')) {
      const last = enumeratorOf(inner, []);
      if (last.ordinal === 1) levels = [...levels, { ...at, last }];
    }
    return { ...draft, kind: 'item', level };
  });
  return { drafts: marked, open: { levels } };
}

/** The list that goes on with an item after a break: by the next number or letter, or by its bullet and place. */
function resume(levels: readonly Level[], item: Level, em: number): Level[] | null {
  const at = levels.findLastIndex(({ last, pageX }) => {
    if (item.last.ordinal === null) return last.form === item.last.form && Math.abs(pageX - item.pageX) < 1.5 * em;
    return follows(item.last, last);
  });
  const found = levels[at];
  if (found === undefined) return null;
  const shift = item.x - found.x;
  return [...levels.slice(0, at).map((level) => ({ ...level, x: level.x + shift })), item];
}

/** Whether a number or letter is the next of its series. */
function follows(next: Enumerator, last: Enumerator): boolean {
  return next.form === last.form && next.ordinal !== null && next.ordinal === (last.ordinal ?? -1) + 1;
}

/** The list with an item that follows the one before it: by its number, its indent, and at one indent by its form. */
function nest(levels: readonly Level[], item: Level, em: number): Level[] {
  const next = levels.findLastIndex(({ last }) => follows(item.last, last));
  if (next >= 0) return [...levels.slice(0, next), item];
  const outer = levels.filter(({ x }) => x < item.x - 0.6 * em);
  const beside = levels.filter(({ x }) => Math.abs(x - item.x) <= 0.6 * em);
  const last = beside.at(-1);
  if (last === undefined) return [...outer, item];
  const same = beside.findLastIndex((level) => level.last.form === item.last.form);
  if (same >= 0) return [...outer, ...beside.slice(0, same), item];
  const begins = item.last.ordinal === 1 && last.last.ordinal !== null;
  return begins ? [...outer, ...beside, item] : [...outer, item];
}

const dash = /^[-–—]$/;

/** Whether a dash stands before the name of who said the words above, and not before an item among others. */
function isAttribution(draft: Draft, before: Draft | undefined, next: Draft | undefined): boolean {
  if (draft.kind !== 'paragraph' || draft.marker === null || before === undefined) return false;
  if (!dash.test(draft.marker.text) || before.marker !== null || next?.marker?.text === draft.marker.text) return false;
  const text = roughText(draft);
  return text.length <= 120 && /^\p{Lu}/u.test(text.slice(draft.marker.rest)) && /["”’»]$/.test(roughText(before));
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
