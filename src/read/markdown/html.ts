/** HTML between the paragraphs of a Markdown file: its headings, paragraphs, list items and table rows. */
import type { Span } from '../../model/document.ts';
import type { Draft } from '../flow/draft.ts';
import { newDraft, newRow } from '../flow/draft.ts';
import { isBlockElement, isHiddenElement, isStruckElement } from './elements.ts';

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9-]{0,30})(?=[\s/>])[^<>]*>|<!--|<[!?][^<>]*>/y;
const BLOCK_START = /<\/?([A-Za-z][A-Za-z0-9-]{0,30})(?=[\s/>]|$)|<!--|<[!?]/y;

/** An HTML list that is open. */
interface HtmlList {
  readonly isNumbered: boolean;
  items: number;
}

/** What is known from one stretch of HTML to the next: open lists, and the head of the open table. */
export interface HtmlState {
  readonly lists: HtmlList[];
  header: Draft | null;
}

/** Nothing open. */
export function newHtmlState(): HtmlState {
  return { lists: [], header: null };
}

/** Whether a line begins with a tag that makes it HTML rather than a paragraph with mark-up in it. */
export function beginsHtml(text: string, start: number): boolean {
  if (text.charCodeAt(start) !== 0x3c) return false;
  BLOCK_START.lastIndex = start;
  const match = BLOCK_START.exec(text);
  if (match === null) return false;
  return match[1] === undefined || (isBlockElement(match[1].toLowerCase()) && match[1].toLowerCase() !== 'br');
}

/**
 * Where HTML that begins at an offset ends: after a comment, script, style or preformatted text that it begins with,
 * else at the next blank line.
 * @returns the offset of the newline after it, or the end of the text
 */
export function htmlEnd(text: string, start: number): number {
  const begins = text.slice(start, start + 12).toLowerCase();
  let from = start;
  if (begins.startsWith('<!--')) from = closeAfter(text, '-->', start + 4);
  for (const name of ['script', 'style', 'pre', 'textarea']) {
    if (begins.startsWith(`<${name}`)) from = closeAfter(text, '>', closeAfter(text, `</${name}`, start));
  }
  let line = text.indexOf('\n', from);
  if (from > start) return line < 0 ? text.length : line;
  while (line >= 0) {
    const next = text.indexOf('\n', line + 1);
    if (text.slice(line + 1, next < 0 ? text.length : next).trim() === '') return line;
    line = next;
  }
  return text.length;
}

function closeAfter(text: string, close: string, from: number): number {
  const at = text.indexOf(close, from);
  return at < 0 ? text.length : at + close.length;
}

/**
 * The blocks of a stretch of HTML.
 * @param text the document's text
 * @param start where the stretch begins
 * @param end where it ends
 * @param state what is open from stretches before; changed
 */
export function draftHtml(text: string, start: number, end: number, state: HtmlState): Draft[] {
  const drafts: Draft[] = [];
  let open: Draft | null = null;
  let cells: Span[][] | null = null;
  let isHead = false;
  let from = start;
  const take = (to: number): void => {
    const segments = linesBetween(text, from, to);
    const cell = cells?.at(-1);
    if (cell !== undefined) cell.push(...segments);
    else if (segments.length > 0) {
      if (open === null) {
        open = newDraft('paragraph');
        drafts.push(open);
      }
      open.segments.push(...segments);
    }
  };
  const begin = (draft: Draft): void => {
    open = draft;
    drafts.push(draft);
  };
  let at = start;
  while (at < end) {
    const tagAt = text.indexOf('<', at);
    if (tagAt < 0 || tagAt >= end) break;
    TAG.lastIndex = tagAt;
    const tag = TAG.exec(text);
    if (tag === null || tagAt + tag[0].length > end) {
      at = tagAt + 1;
      continue;
    }
    const name = (tag[2] ?? '').toLowerCase();
    let after = tagAt + tag[0].length;
    if (tag[0] === '<!--') after = Math.min(end, closeAfter(text, '-->', after));
    else if (name !== '' && !isBlockElement(name) && !(isHiddenElement(name) && name !== 's')) {
      // Mark-up inside a block is for the inline scan.
      at = after;
      continue;
    }
    take(tagAt);
    const closes = tag[1] === '/';
    if (!closes && isHiddenElement(name)) {
      const close = text.indexOf(`</${name}`, after);
      if (isStruckElement(name) && cells === null) {
        const segments = linesBetween(text, after, close < 0 || close > end ? end : close);
        if (segments.length > 0) drafts.push({ ...newDraft('paragraph'), role: 'struck', segments });
      }
      after = Math.min(end, closeAfter(text, '>', close < 0 ? text.length : close));
    }
    from = after;
    at = after;
    if (name === 'br') {
      continue;
    }
    if (name === 'td' || name === 'th') {
      if (closes || cells === null) continue;
      cells.push([{ start: after, end: after }]);
      isHead &&= name === 'th';
      continue;
    }
    if (name === 'tr' || name === 'table' || name === 'tbody' || name === 'thead') {
      if (cells !== null && cells.length > 0) {
        const row: Draft = newRow(cells, isHead ? null : state.header);
        drafts.push(row);
        if (isHead) state.header = row;
      }
      if (name === 'table') state.header = null;
      cells = name === 'tr' && !closes ? [] : null;
      isHead = true;
      open = null;
      continue;
    }
    if (cells !== null) continue;
    open = null;
    if (name === 'ul' || name === 'ol') {
      if (closes) state.lists.pop();
      else if (state.lists.length < 20) state.lists.push({ isNumbered: name === 'ol', items: 0 });
    } else if (closes) {
    } else if (name === 'li') {
      const list = state.lists.at(-1);
      if (list !== undefined) list.items++;
      const marker = list?.isNumbered === true ? `${list.items}.` : '•';
      begin(newDraft('item', Math.max(state.lists.length, 1), marker));
    } else if (/^h[1-6]$/.test(name)) {
      begin(newDraft('heading', Number(name.charAt(1))));
    } else if (state.lists.length > 0 && name === 'p') {
      // The first paragraph of an item is the item.
      const last = drafts.at(-1);
      if (last?.kind === 'item' && last.segments.length === 0) open = last;
      else begin(newDraft('item', state.lists.length));
    }
  }
  from = Math.max(from, start);
  take(end);
  const rest: readonly Span[][] = cells ?? [];
  if (rest.length > 0) drafts.push(newRow(rest, isHead ? null : state.header));
  return drafts;
}

/** The lines between two offsets, without surrounding space. */
function linesBetween(text: string, from: number, to: number): Span[] {
  const segments: Span[] = [];
  let at = from;
  while (at < to) {
    let stop = text.indexOf('\n', at);
    if (stop < 0 || stop > to) stop = to;
    let start = at;
    while (start < stop && isBlank(text.charCodeAt(start))) start++;
    let end = stop;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (end > start) segments.push({ start, end });
    at = stop + 1;
  }
  return segments;
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0;
}
