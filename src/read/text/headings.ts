/** Which paragraphs and numbered items of a plain text are headings, and how high. */
import type { Draft } from '../flow/draft.ts';
import { startsLower } from '../flow/line-ends.ts';
import { isCapitals, isDateLine, isTitleLike } from '../flow/titles.ts';
import type { TextDraft } from './drafts.ts';

/** How a heading is made; headings made alike are alike high. */
type Form =
  | { readonly kind: 'underlined'; readonly by: string }
  | { readonly kind: 'numbered'; readonly depth: number }
  | { readonly kind: 'capitals' }
  | { readonly kind: 'plain' };

/** A heading over a list or paragraph; the higher the rank, the deeper it lies. */
const RANKS = { underlined: 0, capitals: 10, plain: 20, numbered: 30 } as const;

/**
 * Turns lines that stand alone, look like headings and have text below them into headings.
 * Underlined lines always are. A line in heading form over another of the same form is a list of names, not a heading.
 * @param text the document's text
 * @param drafts its paragraphs and items in order
 */
export function findHeadings(text: string, drafts: readonly TextDraft[]): readonly Draft[] {
  const first = drafts.findIndex(
    (draft) => draft.kind !== 'furniture' && draft.role === undefined && hasLetters(text, draft),
  );
  const forms = drafts.map((draft, index) => formOf(text, draft, drafts[index + 1], index === first));
  const isHeading = drafts.map(() => false);
  for (let i = drafts.length - 1; i >= 0; i--) {
    const form = forms[i];
    if (form === null || form === undefined) continue;
    if (form.kind === 'underlined') {
      isHeading[i] = true;
      continue;
    }
    let next = i + 1;
    while (isPassedOver(text, drafts[next])) next++;
    const below = forms[next];
    if (drafts[next] === undefined) continue;
    // `Trusts may` over `plan wards` leads a list; it is no heading.
    if (form.kind === 'plain' && isLowerItem(text, drafts[next])) continue;
    if (below === null || below === undefined) isHeading[i] = isBody(text, drafts[next]) || form.kind === 'numbered';
    else isHeading[i] = isHeading[next] === true && (rankOf(form) < rankOf(below) || below.kind === 'underlined');
  }
  const title = titleAbove(text, drafts, forms, isHeading, first);
  if (title >= 0) isHeading[title] = true;
  const levels = levelsOf(forms, isHeading);
  let isUnder = false;
  return drafts.map((draft, index) => {
    if (draft.kind === 'item' && draft.mark !== null && draft.level === 1) isUnder = false;
    if (isHeading[index] !== true) return isUnder ? outOfItem(draft) : draft;
    // What is indented below a numbered heading is its text and no part of an item.
    isUnder = draft.kind === 'item';
    return { ...draft, kind: 'heading', level: levels[index] ?? 1 };
  });
}

/** Whether a draft is running text rather than a line of a list. */
function isLong({ segments }: TextDraft): boolean {
  const first = segments[0];
  return segments.length > 1 || (first !== undefined && first.end - first.start > 60);
}

/** A draft that was taken for a part of an item which turned out to be a heading. */
function outOfItem(draft: TextDraft): Draft {
  if (draft.kind !== 'item') return draft;
  if (draft.level > 1) return { ...draft, level: draft.level - 1 };
  return draft.mark === null ? { ...draft, kind: 'paragraph' } : draft;
}

/** Lines of a cover between the title and the first heading or text: organisation, place, date. */
const MOST_COVER_LINES = 4;

/** Index of the first line where it looks like a heading and only a few lines of a cover part it from the text; or -1. */
function titleAbove(
  text: string,
  drafts: readonly TextDraft[],
  forms: readonly (Form | null)[],
  isHeading: readonly boolean[],
  first: number,
): number {
  const form = forms[first];
  if (form === undefined || form === null || form.kind === 'numbered' || isHeading[first] === true) return -1;
  for (let i = first + 1; i < drafts.length && i <= first + 1 + MOST_COVER_LINES; i++) {
    if (isHeading[i] === true) return first;
    if (isBody(text, drafts[i])) return isLowerItem(text, drafts[i]) ? -1 : first;
  }
  return -1;
}

/** @param isFirst whether it is the first text of the document, which may be a title over two lines */
function formOf(text: string, draft: TextDraft, next: TextDraft | undefined, isFirst: boolean): Form | null {
  if (draft.underline !== '') return { kind: 'underlined', by: draft.underline };
  const first = draft.segments[0];
  const last = draft.segments.at(-1);
  if (first === undefined || last === undefined || draft.segments.length > 2) return null;
  if (draft.kind === 'furniture' || draft.role !== undefined || (draft.kind === 'item' && draft.mark === null))
    return null;
  const printed = draft.segments.map(({ start, end }) => text.slice(start, end)).join(' ');
  if (!isTitleLike(printed)) return null;
  const { mark } = draft;
  if (mark === null) {
    if (draft.segments.length > 1 && !isFirst && !isCapitals(printed)) return null;
    return { kind: isCapitals(printed) ? 'capitals' : 'plain' };
  }
  if (mark.style === 'section') return { kind: 'numbered', depth: mark.depth };
  if (mark.style !== 'number' || !mark.text.endsWith('.') || draft.level > 1) return null;
  // `1. Introduction` with a paragraph below is a heading, with `2. …` below it is a list.
  const isOver =
    next !== undefined && (next.kind !== 'item' || (next.mark === null && next.afterBlank && isLong(next)));
  return isOver ? { kind: 'numbered', depth: 1 } : null;
}

/** Whether a draft has words, rather than only a number. */
function hasLetters(text: string, draft: TextDraft): boolean {
  return draft.segments.some(({ start, end }) => /\p{L}{2}/u.test(text.slice(start, end)));
}

/** Whether a draft may stand between a heading and its text: furniture, or the date under a title. */
function isPassedOver(text: string, draft: TextDraft | undefined): boolean {
  const first = draft?.segments[0];
  if (draft === undefined || first === undefined) return false;
  return (
    draft.kind === 'furniture' ||
    draft.role === 'contents' ||
    (draft.segments.length === 1 && isDateLine(text.slice(first.start, first.end)))
  );
}

function isLowerItem(text: string, draft: TextDraft | undefined): boolean {
  const first = draft?.segments[0];
  return draft?.kind === 'item' && first !== undefined && startsLower(text, first.start);
}

/** Whether a draft is text that a heading can stand over, rather than another short line. */
function isBody(text: string, draft: TextDraft | undefined): boolean {
  if (draft === undefined) return false;
  if (draft.kind === 'item' || draft.kind === 'cell' || draft.segments.length > 1) return true;
  const first = draft.segments[0];
  return (
    first !== undefined &&
    (first.end - first.start > 60 || /[.:;!?]["'”’)\]]*$/.test(text.slice(first.start, first.end)))
  );
}

function rankOf(form: Form): number {
  return RANKS[form.kind] + (form.kind === 'numbered' ? form.depth : 0);
}

/** Levels: the title is 1; below it each form that the document uses has its own, in the order of their ranks. */
function levelsOf(forms: readonly (Form | null)[], isHeading: readonly boolean[]): readonly number[] {
  const underlines: string[] = [];
  let hasCapitals = false;
  let first = -1;
  forms.forEach((form, index) => {
    if (isHeading[index] !== true || form === null) return;
    if (first < 0) first = index;
    if (form.kind === 'underlined' && !underlines.includes(form.by)) underlines.push(form.by);
    if (form.kind === 'capitals' && index !== first) hasCapitals = true;
  });
  const base = underlines.length;
  return forms.map((form, index) => {
    if (isHeading[index] !== true || form === null) return 0;
    if (form.kind === 'underlined') return underlines.indexOf(form.by) + 1;
    if (form.kind === 'numbered') return form.depth + Math.max(base, 1);
    if (index === first) return 1;
    const level = form.kind === 'capitals' || !hasCapitals ? 2 : 3;
    return Math.max(level, base + 1);
  });
}
