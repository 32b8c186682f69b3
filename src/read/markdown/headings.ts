/** Headings of Markdown that are not marked as such: short bold lines, and lines that stand alone in bare text. */
import type { Span } from '../../model/document.ts';
import type { Draft } from '../flow/draft.ts';
import { endsSentence, startsLower } from '../flow/line-ends.ts';
import { readMarker } from '../flow/markers.ts';
import { isTitleLike } from '../flow/titles.ts';

const BOLD = /^(\*{2,3}|_{2,3})([\s\S]+?)(?:\*{2,3}|_{2,3})$/;
/** The longest bold heading, marks included. */
const LONGEST = 160;

/** A paragraph that is bold from beginning to end. */
interface Bold {
  readonly segments: readonly Span[];
  readonly marker: string | null;
  /** Its words, without marks and number. */
  readonly printed: string;
  /** Whether space stands before the closing mark, as converters leave it where the line goes on. */
  readonly goesOn: boolean;
}

/**
 * Makes headings of paragraphs that are bold as a whole, look like headings and have text below them. Their level is one
 * below the heading before them. In a document without a single heading of any kind, single lines that look like
 * headings and have a paragraph or list below are taken too.
 */
export function findMarkdownHeadings(text: string, drafts: readonly Draft[]): readonly Draft[] {
  const bolds = drafts.map((draft) => readBold(text, draft));
  const result: Draft[] = [];
  let level = 0;
  let found = 0;
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i];
    if (draft === undefined) continue;
    if (draft.kind === 'heading') {
      level = draft.level;
      found++;
    }
    let last = i;
    let bold = bolds[i] ?? null;
    for (
      let next = bolds[last + 1];
      bold?.goesOn === true && next !== null && next !== undefined;
      next = bolds[last + 1]
    ) {
      const printed: string = `${bold.printed} ${next.printed}`;
      if (!isTitleLike(printed)) break;
      bold = { segments: [...bold.segments, ...next.segments], marker: bold.marker, printed, goesOn: next.goesOn };
      last++;
    }
    if (bold === null || !isTitleLike(bold.printed) || bolds[last + 1] !== null || !hasBodyBelow(drafts, last)) {
      result.push(draft);
      continue;
    }
    found++;
    const { segments, marker } = bold;
    result.push({ ...draft, kind: 'heading', level: Math.min(level + 1, 6), segments: [...segments], marker });
    i = last;
  }
  return found > 0 ? result : findBareHeadings(text, result);
}

/** Headings of a text without mark-up: single lines that look like headings and have prose or a list below. */
function findBareHeadings(text: string, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft, index): Draft => {
    const segment = draft.segments[0];
    if (draft.kind !== 'paragraph' || draft.role !== undefined || draft.segments.length !== 1 || segment === undefined)
      return draft;
    if (!isTitleLike(text.slice(segment.start, segment.end)) || !isProse(text, drafts[index + 1])) return draft;
    return { ...draft, kind: 'heading', level: index === 0 ? 1 : 2 };
  });
}

function readBold(text: string, draft: Draft): Bold | null {
  const first = draft.segments[0];
  const last = draft.segments.at(-1);
  if (
    draft.kind !== 'paragraph' ||
    draft.role !== undefined ||
    first === undefined ||
    last === undefined ||
    draft.segments.length > 2
  )
    return null;
  const code = text.charCodeAt(first.start);
  if ((code !== 0x2a && code !== 0x5f) || last.end - first.start > LONGEST) return null;
  const match = BOLD.exec(text.slice(first.start, last.end));
  if (match === null) return null;
  const inner = match[2] ?? '';
  if (inner.trim() === '' || inner.includes('**')) return null;
  const open = first.start + (match[1]?.length ?? 0);
  const marker = readMarker(text, open, first.end);
  const isNumbered = marker !== null && marker.style !== 'bullet';
  const printed = text.slice(isNumbered ? marker.end : open, open + inner.length);
  return {
    segments: isNumbered
      ? [{ start: first.start, end: open }, { start: marker.end, end: first.end }, ...draft.segments.slice(1)]
      : draft.segments,
    marker: isNumbered ? marker.text : draft.marker,
    printed: printed
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/\\(?=[!-/:-@[-`{-~])/g, ''),
    goesOn: /\s$/.test(inner),
  };
}

/** Whether anything but furniture comes after. */
function hasBodyBelow(drafts: readonly Draft[], index: number): boolean {
  for (let i = index + 1; i < drafts.length; i++)
    if (drafts[i]?.kind !== 'furniture' && drafts[i]?.role !== 'contents') return true;
  return false;
}

function isProse(text: string, draft: Draft | undefined): boolean {
  const last = draft?.segments.at(-1);
  const first = draft?.segments[0];
  if (draft === undefined || first === undefined || last === undefined) return false;
  if (draft.kind === 'item') return !startsLower(text, first.start);
  return (
    draft.kind === 'paragraph' &&
    !startsLower(text, first.start) &&
    last.end - first.start > 40 &&
    endsSentence(text, last.end)
  );
}
