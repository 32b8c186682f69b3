/** The words of a block with what was found in them marked, every mark with an id that can be linked to. */
import { type Content, type Markup, tag } from '../../../html/markup.ts';

/** What a mark is evidence of; its first letter is that of the refs. */
export type MarkKind = 'commitment' | 'statement' | 'time';

/** Something found in a stretch of text. */
export interface Found {
  readonly ref: string;
  readonly kind: MarkKind;
  /** Half-open range of offsets into the text of its block. */
  readonly from: number;
  readonly to: number;
  /** Whether the page has a row of it, to go back to. */
  readonly hasRow: boolean;
}

/** Something that stands before the character at an offset: the mark of a page that begins there. */
export interface Break {
  readonly at: number;
  readonly content: Content;
}

/** Gives ids: `C12-text` for the first place of something, `C12-text-2` for the next. */
export type NextId = (ref: string) => { readonly id: string; readonly isFirst: boolean };

/** Ids for one page. */
export function markIds(): NextId {
  const counts = new Map<string, number>();
  return (ref) => {
    const count = (counts.get(ref) ?? 0) + 1;
    counts.set(ref, count);
    return { id: count === 1 ? `${ref}-text` : `${ref}-text-${count}`, isFirst: count === 1 };
  };
}

const RANKS: Readonly<Record<MarkKind, number>> = { commitment: 0, statement: 1, time: 2 };

/** Longer ones first where they begin together, so that what lies within another is nested in it. */
const inOrder = (one: Found, other: Found): number =>
  one.from - other.from || other.to - one.to || RANKS[one.kind] - RANKS[other.kind];

/**
 * The text from one offset to another. What lies within something else is nested in its mark; of two that overlap, the later
 * is marked in two pieces, and what is cut by the range loses what is beyond.
 * @param breaks in order
 */
export function markedText(
  text: string,
  range: readonly [from: number, to: number],
  found: readonly Found[],
  breaks: readonly Break[],
  nextId: NextId,
): Content[] {
  const [from, to] = range;
  const own = found
    .filter((one) => one.from < to && one.to > from && one.to > one.from)
    .map((one) => ({ ...one, from: Math.max(from, one.from), to: Math.min(to, one.to) }))
    .sort(inOrder);
  let nextBreak = 0;
  const words = (start: number, end: number): Content[] => {
    const out: Content[] = [];
    let at = start;
    for (let one = breaks[nextBreak]; one !== undefined && one.at < end; one = breaks[++nextBreak]) {
      if (one.at < start) continue;
      out.push(text.slice(at, one.at), one.content);
      at = one.at;
    }
    out.push(text.slice(at, end));
    return out;
  };
  const marked = (queue: readonly Found[], start: number, end: number): Content[] => {
    const out: Content[] = [];
    let rest = queue;
    let next = 0;
    let at = start;
    for (let first = rest[next]; first !== undefined; first = rest[next]) {
      out.push(words(at, first.from));
      at = first.to;
      const equal: Found[] = [];
      const inner: Found[] = [];
      const cut: Found[] = [];
      for (let one = rest[next]; one !== undefined && one.from < at; one = rest[++next]) {
        if (one.from === first.from && one.to === at) equal.push(one);
        else inner.push(one.to > at ? { ...one, to: at } : one);
        if (one.to > at) cut.push({ ...one, from: at });
      }
      if (cut.length > 0) {
        rest = [...cut, ...rest.slice(next)].sort(inOrder);
        next = 0;
      }
      // Ids are given from the outside in, as the marks are met in reading.
      const named = equal.map((one) => ({ one, ...nextId(one.ref) }));
      out.push(named.filter(({ isFirst }) => isFirst).map(({ one }) => labelOf(one)));
      const content = marked(inner, first.from, at);
      out.push(
        named.reduceRight<Content>(
          (within, { one, id }, place) => markOf(one, id, within, inner.length === 0 && place === named.length - 1),
          content,
        ),
      );
    }
    out.push(words(at, end));
    return out;
  };
  return marked(own, from, to);
}

/** Times have no label: their own words are the link. */
function labelOf({ ref, kind, hasRow }: Found): Markup | null {
  if (kind === 'time') return null;
  return hasRow ? tag('a', { class: 'l', href: `#${ref}` }, ref) : tag('b', { class: 'l' }, ref);
}

/** @param isInnermost whether nothing is marked within, which may have links of its own */
function markOf({ ref, kind, hasRow }: Found, id: string, content: Content, isInnermost: boolean): Markup {
  switch (kind) {
    case 'commitment':
      return tag('mark', { id }, content);
    case 'statement':
      return tag('mark', { id, class: 's' }, content);
    case 'time':
      return tag('mark', { id, class: 't' }, hasRow && isInnermost ? tag('a', { href: `#${ref}` }, content) : content);
  }
}
