/** Comments meant for pmed, such as `<!-- pmed-ignore-next no-owner: reason -->`: found, taken out of what is read, and placed. */
import { type Block, isRunningText, type PmedComment, type Span } from '../model/document.ts';
import { lineAt, lineStarts } from '../model/lines.ts';

/** A comment where it stands in the source. */
export interface MarkedComment extends Span {
  /** Between `<!--` and `-->`, without surrounding space. */
  readonly text: string;
}

/** What a comment that is meant for pmed begins with. */
const OURS = /^\s*pmed-ignore/;
/** No comment of ours is longer; what goes on further is not looked through. */
const LONGEST = 2000;
/** A character without a width, and without a place in what is read. */
const NOTHING = '\u200b';

/** Whether the text of a comment is meant for pmed. */
export const isOurs = (text: string): boolean => OURS.test(text);

/**
 * The comments of a text that are meant for pmed, in order. Linear in the text.
 * @param codeIn gives what tells of an offset whether code stands there, in which a comment is shown and not made; asked
 *   with ascending offsets
 */
export function findComments(
  text: string,
  codeIn: (text: string) => (at: number) => boolean,
): readonly MarkedComment[] {
  const found: MarkedComment[] = [];
  let isCode: ((at: number) => boolean) | null = null;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', at + 4)) {
    const inside = text.slice(at + 4, at + 4 + LONGEST);
    const close = isOurs(inside) ? inside.indexOf('-->') : -1;
    if (close < 0) continue;
    isCode ??= codeIn(text);
    if (!isCode(at)) found.push({ text: inside.slice(0, close).trim(), start: at, end: at + 4 + close + 3 });
  }
  return found;
}

/**
 * The text as it would be read without the comments, every other character at its offset: a comment that has its lines to
 * itself is taken out with their end, so that it parts no paragraph, list or table.
 */
export function withoutComments(text: string, comments: readonly Span[]): string {
  if (comments.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of comments) {
    const first = text.lastIndexOf('\n', start - 1) + 1;
    const newline = text.indexOf('\n', end);
    const last = newline < 0 ? text.length : newline + 1;
    const isAlone = first >= at && isBlank(text.slice(first, start)) && isBlank(text.slice(end, last));
    const [from, to] = isAlone ? [first, last] : [start, end];
    parts.push(text.slice(at, from), NOTHING.repeat(to - from));
    at = to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

const isBlank = (text: string): boolean => text.trim() === '';

/**
 * The comments by what they hold for, as a reader gives them; nothing where there are none. Takes time linear in the text
 * and the blocks.
 * @param text the source
 * @param marked in order
 * @param blocks what was read from it; by their places in the source where they have such, else in the text
 */
export function commentsOf(
  text: string,
  marked: readonly MarkedComment[],
  blocks: readonly Block[],
): { readonly comments?: readonly PmedComment[] } {
  if (marked.length === 0) return {};
  const lines = lineStarts(text);
  const isWeb = blocks.some(({ source }) => source !== undefined);
  const placed = blocks
    .flatMap((block): readonly Placed[] => {
      const its = isWeb ? block.source : block;
      return its === undefined ? [] : [{ start: its.start, end: its.end, block, next: -1 }];
    })
    .sort((a, b) => a.start - b.start);
  for (let at = placed.length - 1, next = -1; at >= 0; at--) {
    const its = placed[at];
    if (its === undefined) continue;
    if (isRunningText(its.block) && its.block.kind !== 'heading') next = at;
    its.next = next;
  }
  let following = 0;
  let started = 0;
  const comments = marked.map(({ text: said, start, end }): PmedComment => {
    while ((placed[following]?.end ?? Number.POSITIVE_INFINITY) <= end) following++;
    while ((placed[started]?.start ?? Number.POSITIVE_INFINITY) < start) started++;
    const after = placed[following]?.block;
    const next = placed[placed[following]?.next ?? -1]?.block;
    return {
      text: said,
      line: lineAt(lines, start),
      // Within a web page's paragraph it is not known which of its words stand behind the comment.
      from: isWeb ? (after?.start ?? Number.POSITIVE_INFINITY) : end,
      to: isWeb ? (placed[started - 1]?.block.end ?? 0) : start,
      next: next === undefined ? null : { start: isWeb ? next.start : Math.max(next.start, end), end: next.end },
    };
  });
  return { comments };
}

/** A block by where it stands in the source, and the place in the list of the first from here on that says something. */
interface Placed extends Span {
  readonly block: Block;
  next: number;
}
