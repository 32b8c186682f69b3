/** Headings as the structure tree has them, where they can be headings. */
import type { BodyStyle } from '../flow/body.ts';
import { type Draft, linesOf, roughText } from '../page/drafts.ts';

/** Where headings hold more than this share of the letters, their tags mean something else. */
const mostHeadings = 0.4;
/** A tree that names fewer than this share of what looks like a heading leaves headings untagged. */
const leastNamed = 0.7;
/** A heading set like the text has no more characters than this, if it ends as a sentence does. */
const longestPlain = 80;

/**
 * The drafts of a document, with those that the tree calls headings and that cannot be any as paragraphs again, and
 * with nothing said about a text that may be a heading all the same. Where the tree knows the headings, a text that it
 * does not name is none, unless it is set exactly like one; elsewhere the rules of layout find those it leaves out.
 * @param byLayout marks the headings among drafts by the rules of layout
 */
export function trustHeadings(
  drafts: readonly Draft[],
  body: BodyStyle,
  byLayout: (drafts: readonly Draft[]) => readonly Draft[],
): readonly Draft[] {
  if (drafts.every((draft) => draft.tagged === undefined)) return drafts;
  const told = drafts.map((draft): Draft => {
    if (draft.tagged !== 'heading' || !isRunningText(draft, body)) return draft;
    return { ...draft, kind: 'paragraph', level: 1, tagged: 'text' };
  });
  const weigh = (some: readonly Draft[]): number => some.reduce((sum, draft) => sum + draft.style.weight, 0);
  const headings = told.filter((draft) => draft.tagged === 'heading');
  const isMeant = weigh(headings) <= mostHeadings * weigh(told.filter((draft) => draft.tagged !== undefined));
  if (!isMeant) return told.map(untold);
  const looking = byLayout(told.map(untold)).flatMap((draft, k) => (draft.kind === 'heading' ? (told[k] ?? []) : []));
  const named = looking.filter((draft) => draft.tagged === 'heading').length;
  const unnamed = looking.filter((draft) => draft.tagged === 'text').length;
  const isComplete = headings.length >= 3 && named >= leastNamed * (named + unnamed);
  const styles = new Set(headings.map(styleKey));
  return told.map((draft) => {
    if (draft.tagged !== 'text') return draft;
    const isVetoed = isComplete && (draft.marker?.kind === 'letter' || !styles.has(styleKey(draft)));
    return isVetoed ? draft : untold(draft);
  });
}

/** A draft of which no tree tells whether it is a heading. */
function untold(draft: Draft): Draft {
  if (draft.tagged === undefined) return draft;
  const { tagged: _, ...rest } = draft;
  return rest.kind === 'heading' ? { ...rest, kind: 'paragraph', level: 1 } : rest;
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
