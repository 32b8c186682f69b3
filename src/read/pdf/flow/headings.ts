/** Headings and their levels, by size and weight of type, numbering, and the document's outline. */

import type { OutlineItem } from '../content.ts';
import { type Draft, roughText } from '../page/drafts.ts';
import { type BodyStyle, textSize } from './body.ts';
import { rankStyles } from './heading-levels.ts';
import { join } from './joins.ts';
import { plainTitle } from './titles.ts';

/** Most characters that a heading has. */
const longestHeading = 220;

/** The drafts of the whole document with headings marked and levelled. */
export function markHeadings(drafts: readonly Draft[], body: BodyStyle, outline: readonly OutlineItem[]): Draft[] {
  const titles = new Map<string, number>();
  for (const { title, level } of outline) if (!titles.has(plainTitle(title))) titles.set(plainTitle(title), level);
  const found = new Map<Draft, { outline: number | null }>();
  const textAround = sizeByPage(drafts, body);
  drafts.forEach((draft, k) => {
    if (draft.kind !== 'paragraph' || draft.role !== null || draft.style.weight > longestHeading) return;
    if (draft.tagged !== undefined) {
      if (draft.tagged === 'heading') found.set(draft, { outline: null });
      return;
    }
    const text = roughText(draft);
    const listed =
      titles.size === 0
        ? undefined
        : (titles.get(plainTitle(text)) ?? titles.get(plainTitle(text.slice(draft.marker?.rest ?? 0))));
    if (looksLikeHeading(draft, text, body, textAround(draft), drafts[k + 1], listed !== undefined))
      found.set(draft, { outline: listed ?? null });
  });
  dropLabels(drafts, found, body);
  dropSignatures(drafts, found, body);
  dropCoverLines(drafts, found, body);
  const rank = rankStyles([...found.keys()]);
  return drafts.map((draft) => {
    const heading = found.get(draft);
    if (heading === undefined) return draft;
    return { ...draft, kind: 'heading', level: Math.min(6, heading.outline ?? rank(draft)) };
  });
}

/** The size of the text around a draft: pages of a scan, and annexes, may be set smaller than the rest. */
function sizeByPage(drafts: readonly Draft[], body: BodyStyle): (draft: Draft) => number {
  const byPage = new Map<number, Draft[]>();
  for (const draft of drafts) {
    if (draft.kind === 'note') continue;
    const page = draft.parts[0]?.page ?? 0;
    const own = byPage.get(page);
    if (own === undefined) byPage.set(page, [draft]);
    else own.push(draft);
  }
  const sizes = new Map<number, number>();
  for (const [page, own] of byPage) sizes.set(page, Math.min(body.size, textSize(own) ?? body.size));
  return (draft) => sizes.get(draft.parts[0]?.page ?? 0) ?? body.size;
}

/**
 * Takes out what only looks like a heading: a line no larger than the text that no text follows on its page, such as
 * the names under a letter or the labels of a list of members.
 */
function dropLabels(drafts: readonly Draft[], found: Map<Draft, { outline: number | null }>, body: BodyStyle): void {
  let next: Draft | undefined;
  let afterNext: Draft | undefined;
  const below: Draft[] = [];
  for (const draft of [...drafts].reverse()) {
    if (draft.kind === 'note') continue;
    const heading = found.get(draft);
    const page = draft.parts[0]?.page;
    if (
      heading !== undefined &&
      heading.outline === null &&
      draft.marker === null &&
      draft.style.size < 1.08 * body.size
    ) {
      const samePage = next !== undefined && next.parts[0]?.page === page;
      // A greeting may stand between a heading and its text; names and labels do not lead to any.
      const greets = samePage && next !== undefined && /[,:]$/.test(roughText(next));
      const near = greets && afterNext !== undefined && afterNext.parts[0]?.page === page && !found.has(afterNext);
      const leads =
        next !== undefined &&
        (found.has(next) ? samePage : isText(next) || (near && afterNext !== undefined && isText(afterNext)));
      if (!leads && !isOverList(draft, below)) found.delete(draft);
    }
    afterNext = next;
    next = draft;
    if (below.unshift(draft) > fewestListed) below.pop();
  }
}

/** A list of names has this many, each in type no larger than this share of its heading's. */
const fewestListed = 4;
const listedSize = 0.9;

/** Whether a line stands over a list of short lines in smaller type, such as names, rather than being one of them. */
function isOverList(draft: Draft, below: readonly Draft[]): boolean {
  const [part] = draft.parts;
  const listed = below.filter(
    ({ kind, style, parts }) =>
      (kind === 'paragraph' || kind === 'item') &&
      style.size <= listedSize * draft.style.size &&
      parts[0]?.page === part?.page &&
      Math.abs((parts[0]?.box[0] ?? 0) - (part?.box[0] ?? 0)) < 2 * style.size,
  );
  return listed.length >= fewestListed;
}

/** Whether a draft is text that may stand below a heading: an item, a row, some sentences, or a short one. */
function isText(draft: Draft): boolean {
  if (draft.kind !== 'paragraph' || draft.marker !== null || draft.style.weight >= fewestLed) return true;
  const text = roughText(draft);
  return text.length >= 20 && /[.!?]$/.test(text) && / \p{Ll}/u.test(text);
}

/** Most lines of a signature: a name, what the person is, and where and when. */
const mostSigned = 6;

/**
 * Takes out the lines at the foot of a text that a larger heading on the next page follows: the name and the office of
 * who signs a foreword. Headings have text below them.
 */
function dropSignatures(
  drafts: readonly Draft[],
  found: Map<Draft, { outline: number | null }>,
  body: BodyStyle,
): void {
  const texts = drafts.filter((d) => d.kind !== 'note' && d.role === null);
  texts.forEach((next, k) => {
    const page = texts[k - 1]?.parts.at(-1)?.page;
    if (page === undefined || next.parts[0]?.page === page || !found.has(next)) return;
    const tail: Draft[] = [];
    for (let at = k - 1; at >= 0; at--) {
      const draft = texts[at];
      if (draft?.kind !== 'paragraph' || draft.parts[0]?.page !== page) break;
      const isLine = found.has(draft)
        ? draft.marker === null && found.get(draft)?.outline === null && draft.style.size < 1.35 * body.size
        : draft.style.weight < fewestLed;
      if (!isLine || next.style.size < 1.05 * draft.style.size) break;
      tail.push(draft);
    }
    const above = texts[k - 1 - tail.length];
    if (tail.length > mostSigned || above?.parts.at(-1)?.page !== page || above.kind !== 'paragraph') return;
    for (const draft of tail) found.delete(draft);
  });
}

/** A page among the first two with less text than this, and none of it a paragraph, is a cover. */
const coverText = 700;
const coverPages = 2;

/** On a cover, only the largest type is a heading: the title. Slogans, dates and names head nothing. */
function dropCoverLines(
  drafts: readonly Draft[],
  found: Map<Draft, { outline: number | null }>,
  body: BodyStyle,
): void {
  for (let page = 1; page <= coverPages; page++) {
    const own = drafts.filter((d) => d.parts[0]?.page === page);
    const weight = own.reduce((sum, d) => sum + d.style.weight, 0);
    if (weight >= coverText || own.some((d) => isLong(d, body) || d.contents)) continue;
    const largest = own.reduce((size, d) => (found.has(d) ? Math.max(size, d.style.size) : size), 0);
    for (const d of own) if (d.style.size < 0.97 * largest && found.get(d)?.outline === null) found.delete(d);
  }
}

/** Whether a draft is a paragraph of some length; the small print of who published and printed something is none. */
function isLong({ style }: Draft, body: BodyStyle): boolean {
  return style.weight >= 200 && style.size >= 0.85 * body.size;
}

/** Fewest letters of a text that a heading of the text's own size leads. */
const fewestLed = 60;

const leaders = /\.{4,}|(?:\. ){4,}|…{2,}/;
const chapter =
  /^(?:chapter|part|section|annex|appendix|schedule|article|pillar|goal|objective|theme)\s(?:\d{1,3}|[ivxlc]{1,6}|[a-h])\b/i;

function looksLikeHeading(
  draft: Draft,
  text: string,
  body: BodyStyle,
  around: number,
  next: Draft | undefined,
  listed: boolean,
): boolean {
  const { style, marker } = draft;
  const lines = draft.parts.reduce((n, part) => n + part.cells.flat().length, 0);
  if (text.length > longestHeading || lines > 5 || marker?.kind === 'bullet' || draft.contents || leaders.test(text))
    return false;
  const title = text.slice(marker?.rest ?? 0);
  const letters = title.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3 || letters < 0.4 * title.length) return false;
  if (listed && text.length <= 200 && !/[.;,]$/.test(text)) return true;
  const bigger = style.size / body.size;
  const ends = /[.;,]$/.test(text);
  if (style.size < 0.93 * around) return false;
  if (bigger >= 1.35) return lines <= 4 && text.length <= 160;
  if (/^\p{Ll}/u.test(text) && marker === null) return false;
  if (bigger >= 1.1) return lines <= 3 && (!ends || (text.length <= 60 && style.bold)) && text.length <= 160;
  if (ends) return false;
  if (!draft.closed && lines === 1 && next !== undefined && next.kind === 'paragraph' && next.above < 0.1) return false;
  const short = lines <= 2 && text.length <= 130;
  if (!short) return false;
  if (style.bold && !body.bold) return true;
  if (style.capitals && !body.capitals) return draft.above > 0.4 && letters >= 4;
  if (chapter.test(text)) return lines === 1 && text.length <= 80;
  // Without weight or capitals, smaller type than the document's is no heading anywhere.
  if (bigger < 0.93) return false;
  if (style.italic && !body.italic && marker === null) {
    const over = next?.kind === 'paragraph' && !next.style.italic && next.style.weight > 80 && next.above < 1.2;
    return over && draft.closed && lines === 1 && text.length <= 70 && draft.above > 0.3 && /^\p{Lu}/u.test(text);
  }
  // Laws set the titles of their sections in the middle, over their numbers.
  if (isCentred(draft) && draft.above > 0.5 && letters >= 5 && text.length <= 80 && /^\p{Lu}/u.test(text)) {
    if (next?.marker?.kind === 'number' && next.parts[0]?.page === draft.parts[0]?.page && isText(next)) return true;
  }
  // A font of its own, over text in a font of the text.
  const apart = body.fonts.size > 0 && !body.fonts.has(style.font) && marker?.kind !== 'letter';
  if (apart && draft.closed && lines === 1 && text.length <= 90 && draft.above > 0.3 && /^[\p{Lu}\d]/u.test(text)) {
    const over = next?.kind === 'paragraph' && next.role === null && body.fonts.has(next.style.font);
    if (over && isText(next) && next.above < 1.2) return true;
  }
  return marker?.kind === 'number' && style.font !== body.font && draft.above > 0.4 && text.length <= 100;
}

/** Whether a draft stands in the middle of its column, with room on both sides. */
function isCentred({ parts, left, right, style }: Draft): boolean {
  const [part] = parts;
  if (part === undefined || parts.length > 1) return false;
  const before = part.box[0] - left;
  const after = right - part.box[2];
  return before > 3 * style.size && after > 3 * style.size && Math.abs(before - after) < 1.2 * style.size;
}

/** Drafts of one page, in reading order, with the lines of a wrapped heading as one. */
export function mergeWrapped(drafts: readonly Draft[], body: BodyStyle): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const last = out.at(-1);
    if (last !== undefined && wraps(last, draft, body)) out[out.length - 1] = join(last, draft);
    else out.push(draft);
  }
  return out;
}

function wraps(last: Draft, next: Draft, body: BodyStyle): boolean {
  if (last.kind !== 'heading' || next.kind !== 'heading' || next.marker !== null) return false;
  if (last.tagged !== undefined && next.tagged !== undefined) return false;
  const [a, b] = [last.parts.at(-1), next.parts[0]];
  if (a === undefined || b === undefined || a.page !== b.page) return false;
  const alike =
    Math.abs(last.style.size - next.style.size) < 0.04 * last.style.size && last.style.bold === next.style.bold;
  const near = next.above < 0.75 && a.box[1] > b.box[1];
  // Large titles and centred lines are broken where it looks well, others where the line is full.
  const ragged = last.style.size < 1.3 * body.size && Math.abs(a.box[0] - b.box[0]) < 0.5 * last.style.size;
  if ((ragged && last.closed) || /^\([^()]*\)$/.test(roughText(next))) return false;
  return alike && near && last.style.capitals === next.style.capitals && !/[.:?!]$/.test(roughText(last));
}
