/** Headings as the structure tree has them, where they can be headings. */
import type { BodyStyle } from '../body.ts';
import { type Draft, linesOf, roughText } from '../drafts.ts';

/** A tree that names fewer headings than one in this many pages leaves most of them untagged. */
const pagesAHeading = 6;
/** Where headings hold more than this share of the letters, their tags mean something else. */
const mostHeadings = 0.4;
/** A heading set like the text has no more characters than this, if it ends as a sentence does. */
const longestPlain = 80;

/**
 * The drafts of a document with those that cannot be headings as paragraphs again. Where the tree knows the headings, a
 * text on a tagged page that it does not name is none; where it knows hardly any, the rules of layout find the others.
 */
export function trustHeadings(drafts: readonly Draft[], body: BodyStyle): Draft[] {
  const pages = new Set<number>();
  let headings = 0;
  let inHeadings = 0;
  let inAll = 0;
  const own = drafts.map((draft): Draft => {
    if (draft.tagged === undefined) return draft;
    pages.add(draft.parts[0]?.page ?? 0);
    inAll += draft.style.weight;
    if (draft.tagged !== 'heading') return draft;
    if (isRunningText(draft, body)) return { ...draft, kind: 'paragraph', level: 1, tagged: 'text' };
    headings++;
    inHeadings += draft.style.weight;
    return draft;
  });
  const isComplete = headings >= 3 && pagesAHeading * headings >= pages.size;
  const isMeant = inHeadings <= mostHeadings * inAll;
  const styles = new Set(own.filter((draft) => draft.tagged === 'heading').map(styleKey));
  return own.map((draft) => {
    if (draft.tagged === undefined || (draft.tagged === 'heading' && isMeant)) return draft;
    // A text that is set like the headings may be one that its author forgot to tag.
    if (isComplete && isMeant && (draft.marker?.kind === 'letter' || !styles.has(styleKey(draft)))) return draft;
    const { tagged: _, ...untold } = draft;
    return untold.kind === 'heading' ? { ...untold, kind: 'paragraph', level: 1 } : untold;
  });
}

/** Whether a text is set like the running text and reads like it. */
function isRunningText(draft: Draft, body: BodyStyle): boolean {
  const { style } = draft;
  const alike = style.size < 1.05 * body.size && style.bold === body.bold && style.capitals === body.capitals;
  const text = roughText(draft);
  return alike && (linesOf(draft).length > 2 || (text.length > longestPlain && /[.;,:]$/.test(text)));
}

function styleKey({ style }: Draft): string {
  return [style.size, style.font, style.bold, style.italic, style.capitals].join('|');
}
