/** Tags, comments and addresses in angle brackets within a block of Markdown. */
import type { Span } from '../../model/document.ts';
import { isBlockElement, isElement, isHiddenElement, isStruckElement } from './elements.ts';

/** What stands in angle brackets. */
export interface Angle {
  /** Offset to go on from. */
  readonly end: number;
  /** What is left out, and what stands instead. */
  readonly edits: readonly { readonly start: number; readonly end: number; readonly put: string }[];
  /** Words that are struck out. */
  readonly struck: Span | null;
}

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9-]{0,30})(?=[\s/>])[^<>]*>/y;
const AUTOLINK = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,200}>/y;

/**
 * Reads what begins with `<` at an offset; null where that is text.
 * @param block the half-open range of the block
 */
export function readAngle(text: string, at: number, block: Span): Angle | null {
  if (text.startsWith('<!--', at)) {
    const close = text.slice(at, block.end).indexOf('-->', 4);
    return leftOut(at, close < 0 ? block.end : at + close + 3);
  }
  TAG.lastIndex = at;
  const tag = TAG.exec(text);
  const name = (tag?.[2] ?? '').toLowerCase();
  if (tag !== null && at + tag[0].length <= block.end && isElement(name)) return readTag(text, at, tag, name, block);
  AUTOLINK.lastIndex = at;
  const link = AUTOLINK.exec(text);
  if (link === null || at + link[0].length > block.end) return null;
  const end = at + link[0].length;
  const edits = [
    { start: at, end: at + 1, put: '' },
    { start: end - 1, end, put: '' },
  ];
  return { end, edits, struck: null };
}

const leftOut = (start: number, end: number, put = '', struck: Span | null = null): Angle => ({
  end,
  edits: [{ start, end, put }],
  struck,
});

function readTag(text: string, at: number, tag: RegExpExecArray, name: string, block: Span): Angle {
  const end = at + tag[0].length;
  if (tag[1] === '' && isHiddenElement(name) && !tag[0].endsWith('/>')) {
    const close = closingTag(text, name, end, block.end);
    const struck = isStruckElement(name) ? { start: end, end: closingStart(text, name, end, close) } : null;
    return leftOut(at, close, '', struck);
  }
  if (name === 'sup' && tag[1] === '') {
    const close = afterNoteNumber(text, at, end, block);
    if (close > 0) return leftOut(at, close);
  }
  return leftOut(at, end, isBlockElement(name) ? ' ' : '');
}

/** The offset after `<sup>3</sup>` where that is a note's number, not a power or an ordinal; else -1. */
function afterNoteNumber(text: string, at: number, from: number, block: Span): number {
  const content = text.slice(from, Math.min(block.end, from + 200));
  const close = content.search(/<\/sup>/i);
  if (close < 0) return -1;
  const words = content.slice(0, close).replace(/<[^<>]*>/g, '');
  if (!/^[[(]?\d{1,3}[\])]?$/.test(words.trim())) return -1;
  const before = text.slice(Math.max(block.start, at - 4), at);
  const isNote =
    content.slice(0, close).includes('<a') || before === '' || /[\p{L}]{4}$|[.,;:!?"”’)\]>]$/u.test(before);
  return isNote ? from + close + 6 : -1;
}

/** The offset after the closing tag of an element; the end of the block where it has none. */
function closingTag(text: string, name: string, from: number, end: number): number {
  const block = text.slice(0, end);
  let close = block.indexOf('</', from);
  while (close >= 0) {
    const after = close + 2 + name.length;
    if (block.slice(close + 2, after).toLowerCase() === name) {
      const stop = block.slice(after, after + 100).indexOf('>');
      return stop < 0 ? after : after + stop + 1;
    }
    close = block.indexOf('</', close + 2);
  }
  return end;
}

/** Where the closing tag that ends at an offset begins; that offset where there is none. */
function closingStart(text: string, name: string, from: number, close: number): number {
  const at = text.lastIndexOf('</', close - 1);
  return at >= from && text.slice(at + 2, at + 2 + name.length).toLowerCase() === name ? at : close;
}
