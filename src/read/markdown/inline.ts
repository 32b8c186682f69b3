/**
 * Mark-up inside a block of Markdown is taken out: emphasis, links, images, code marks, tags, references, escapes.
 *
 * pmed scans Markdown itself. Measured on 136 policy documents, micromark with its syntax tree reads 0.7 MB/s; lezer's
 * parser keeps offsets and reads 5 to 7 MB/s, but takes seconds on 100 KB of `[a](`; markdown-it reads 10 MB/s, but has
 * no offsets inside a paragraph. None of them knows what converters make of PDFs, which is most of the Markdown that
 * analysts have: `**FIT FOR **` with the space inside, `**• **Leeds`, `\(NHS\)`, bullets that are no Markdown. So the
 * rules here are those of CommonMark where authors keep them, and more forgiving where converters do not.
 */
import type { Span } from '../../model/document.ts';
import type { AddLines, StruckIn } from '../flow/blocks.ts';
import type { CleanText } from '../flow/clean.ts';
import type { Hyphens } from '../flow/hyphens.ts';
import { isBlockElement, isElement, isHiddenElement, isStruckElement } from './elements.ts';
import { readEntity } from './entities.ts';

/** A range that is left out, or put otherwise. Ranges inside a longer one that is left out do not count. */
interface Edit {
  readonly start: number;
  readonly end: number;
  /** What stands instead: nothing, a space, or other text. */
  readonly put: string;
}

interface Bracket {
  readonly at: number;
  readonly isImage: boolean;
}

/** The runs of backticks of one length, and the first of them that the scan has not passed. */
interface TickRuns {
  readonly places: number[];
  next: number;
}

/** Labels of link definitions, in lower case. */
export type References = ReadonlySet<string>;

const SPECIAL = /[\\`*_[\]<&~{]/;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** Links, tags and template marks longer than this are text. */
const LONGEST = 1500;
const TAG = /<(\/?)([A-Za-z][A-Za-z0-9-]{0,30})(?=[\s/>])[^<>]*>/y;
const AUTOLINK = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,200}>/y;
const FOOTNOTE = /\[\^[^\]\s]{1,60}\]/y;

/** The way to add lines of Markdown: without mark-up, line breaks as spaces, divided words made whole. */
export function markdownLines(text: string, hyphens: Hyphens, references: References): AddLines {
  return (clean, segments) => {
    const isMarked = segments.some(({ start, end }) => SPECIAL.test(text.slice(start, end)));
    const edits = isMarked ? new InlineScan(text, segments, references).edits() : [];
    addEdited(text, clean, segments, edits, hyphens);
  };
}

/** Words between `~~`, and in `<del>`, `<s>` and `<strike>`. */
export function markdownStruck(text: string, references: References): StruckIn {
  return (segments) => {
    const isStruck = segments.some(({ start, end }) => /~~|<(?:del|s|strike)[\s>]/i.test(text.slice(start, end)));
    return isStruck ? new InlineScan(text, segments, references).struck() : [];
  };
}

/** Adds segments with their edits made. */
function addEdited(
  text: string,
  clean: CleanText,
  segments: readonly Span[],
  edits: readonly Edit[],
  hyphens: Hyphens,
): void {
  let index = 0;
  let at = 0;
  segments.forEach((segment, number) => {
    const next = segments[number + 1];
    const division = next === undefined ? 'none' : hyphens.divide(segment.end, next.start);
    const end = division === 'joined' ? segment.end - 1 : segment.end;
    at = Math.max(at, segment.start);
    for (let edit = edits[index]; edit !== undefined && edit.start < segment.end; edit = edits[index]) {
      if (edit.start < at) {
        index++;
        continue;
      }
      clean.add(at, Math.min(edit.start, end));
      if (edit.put === ' ') clean.space(edit.start);
      else clean.put(edit.put, edit.start, edit.end);
      at = edit.end;
      index++;
      if (at >= segment.end) break;
    }
    if (at < end) clean.add(at, end);
    if (next !== undefined && division === 'none') clean.space(Math.min(segment.end, text.length - 1));
  });
}

/** One pass over a block's segments that finds what to leave out. Its time grows with the length of the block. */
class InlineScan {
  readonly #text: string;
  readonly #segments: readonly Span[];
  readonly #references: References;
  readonly #end: number;
  readonly #edits: Edit[] = [];
  readonly #struck: Span[] = [];
  readonly #brackets: Bracket[] = [];
  /** Open emphasis by its character and strength: `*1`, `*2`, `_1`, `_2`, `~2`. */
  readonly #open = new Map<string, number>();
  /** Backtick runs by length, in order; read when the first is met. */
  #ticks: Map<number, TickRuns> | null = null;

  constructor(text: string, segments: readonly Span[], references: References) {
    this.#text = text;
    this.#segments = segments;
    this.#references = references;
    this.#end = segments.at(-1)?.end ?? 0;
  }

  /** The struck stretches in the order of their places, those within another left out. */
  struck(): readonly Span[] {
    this.edits();
    let last = -1;
    const outer: Span[] = [];
    for (const stretch of this.#struck.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      if (stretch.start < last) continue;
      outer.push(stretch);
      last = stretch.end;
    }
    return outer;
  }

  /** The edits in the order of their places; of two at one place the longer first. */
  edits(): readonly Edit[] {
    let at = 0;
    for (const segment of this.#segments) {
      at = Math.max(at, segment.start);
      while (at < segment.end) at = this.#step(at, segment.end);
    }
    for (const [key, start] of this.#open) this.#leaveOpen(key, start);
    return this.#edits.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Looks at one character; gives the offset to go on from. */
  #step(at: number, lineEnd: number): number {
    switch (this.#text.charCodeAt(at)) {
      case 0x5c:
        return this.#escape(at, lineEnd);
      case 0x60:
        return this.#code(at);
      case 0x2a:
      case 0x5f:
        return this.#emphasis(at, lineEnd);
      case 0x7e:
        return this.#strike(at, lineEnd);
      case 0x5b:
        return this.#openBracket(at);
      case 0x5d:
        return this.#closeBracket(at);
      case 0x3c:
        return this.#tag(at);
      case 0x26: {
        const entity = readEntity(this.#text, at);
        if (entity === null) return at + 1;
        this.#edit(at, entity.end, entity.text);
        return entity.end;
      }
      case 0x7b:
        return this.#template(at, lineEnd);
      default:
        return at + 1;
    }
  }

  #edit(start: number, end: number, put = ''): void {
    this.#edits.push({ start, end, put });
  }

  #escape(at: number, lineEnd: number): number {
    if (at + 1 >= lineEnd) this.#edit(at, at + 1, ' ');
    else if (PUNCTUATION.test(this.#text.charAt(at + 1))) {
      this.#edit(at, at + 1);
      return at + 2;
    }
    return at + 1;
  }

  #code(at: number): number {
    const length = runLength(this.#text, at, this.#end);
    const after = at + length;
    const runs = this.#tickRuns().get(length);
    if (runs === undefined) return after;
    while ((runs.places[runs.next] ?? after) < after) runs.next++;
    const close = runs.places[runs.next];
    if (close === undefined) return after;
    this.#edit(at, after);
    this.#edit(close, close + length);
    return close + length;
  }

  #tickRuns(): Map<number, TickRuns> {
    if (this.#ticks !== null) return this.#ticks;
    const runs = new Map<number, TickRuns>();
    for (const { start, end } of this.#segments) {
      const line = this.#text.slice(start, end);
      for (let at = line.indexOf('`'); at >= 0; ) {
        const length = runLength(line, at, line.length);
        const same = runs.get(length);
        if (same === undefined) runs.set(length, { places: [start + at], next: 0 });
        else same.places.push(start + at);
        at = line.indexOf('`', at + length);
      }
    }
    this.#ticks = runs;
    return runs;
  }

  #emphasis(at: number, lineEnd: number): number {
    const text = this.#text;
    const length = runLength(text, at, lineEnd);
    const after = at + length;
    const character = text.charAt(at);
    const spaceBefore = isSpace(text.charCodeAt(at - 1)) || at === this.#segments[0]?.start;
    const spaceAfter = after >= lineEnd || isSpace(text.charCodeAt(after));
    // Converters leave the space of the last word inside the emphasis; at the end of a line that still closes it.
    const isLoose = spaceBefore && spaceAfter && after < lineEnd;
    if (character === '_') {
      // Blanks to be filled in, and names such as `snake_case`, are text.
      if (length > 3 || (isWord(text.charCodeAt(at - 1)) && isWord(text.charCodeAt(after)))) return after;
    }
    if (length >= 4) {
      // What converters leave of empty bold text.
      this.#edit(at, after);
      return after;
    }
    if (length !== 1) this.#toggle(`${character}2`, at, 2, true);
    if (length !== 2) this.#toggle(`${character}1`, length === 3 ? at + 2 : at, 1, !spaceAfter, isLoose);
    return after;
  }

  /** Closes what is open, or opens. A mark with space on both sides does neither. */
  #toggle(key: string, at: number, length: number, opens: boolean, isLoose = false): void {
    const start = this.#open.get(key);
    if (start !== undefined && !isLoose) {
      this.#open.delete(key);
      this.#edit(start, start + length);
      this.#edit(at, at + length);
    } else if (start === undefined && opens && !isLoose) {
      this.#open.set(key, at);
    }
  }

  /** Strong marks without a partner are left out where they stand before a word, and are footnote marks after one. */
  #leaveOpen(key: string, at: number): void {
    if (key.charAt(1) !== '2' || key.charAt(0) === '~') return;
    const before = this.#text.charCodeAt(at - 1);
    if (at === this.#segments[0]?.start || isSpace(before)) this.#edit(at, at + 2);
  }

  /** Text struck out is no longer the document's. */
  #strike(at: number, lineEnd: number): number {
    const length = runLength(this.#text, at, lineEnd);
    if (length !== 2) return at + length;
    const start = this.#open.get('~2');
    if (start === undefined) this.#open.set('~2', at);
    else {
      this.#open.delete('~2');
      this.#edit(start, at + 2);
      this.#struck.push({ start: start + 2, end: at });
    }
    return at + 2;
  }

  #openBracket(at: number): number {
    FOOTNOTE.lastIndex = at;
    const footnote = FOOTNOTE.exec(this.#text);
    if (footnote !== null) {
      this.#edit(at, at + footnote[0].length);
      return at + footnote[0].length;
    }
    const isImage = this.#text.charAt(at - 1) === '!' && this.#text.charAt(at - 2) !== '\\';
    this.#brackets.push({ at: isImage ? at - 1 : at, isImage });
    return at + 1;
  }

  #closeBracket(at: number): number {
    const bracket = this.#brackets.pop();
    if (bracket === undefined) return at + 1;
    const text = this.#text;
    const next = text.charAt(at + 1);
    let end = -1;
    if (next === '(') end = this.#afterDestination(at + 1);
    else if (next === '[') end = this.#afterLabel(at + 1, bracket, at);
    if (end < 0 && this.#isDefined(text.slice(bracket.at + (bracket.isImage ? 2 : 1), at))) end = at + 1;
    if (end < 0) return at + 1;
    if (text.startsWith('{:', end)) end = this.#afterBrace(end, end + 200) ?? end;
    if (bracket.isImage) this.#edit(bracket.at, end);
    else {
      this.#edit(bracket.at, bracket.at + 1);
      this.#edit(at, end);
    }
    return end;
  }

  /** The offset after `(destination "title")`, or -1. */
  #afterDestination(open: number): number {
    const text = this.#text;
    const last = Math.min(this.#end, open + LONGEST);
    let depth = 0;
    let quote = '';
    for (let i = open; i < last; i++) {
      const character = text.charAt(i);
      if (character === '\\') i++;
      else if (quote !== '') {
        if (character === quote) quote = '';
      } else if ((character === '"' || character === "'") && isSpace(text.charCodeAt(i - 1))) quote = character;
      else if (character === '(') {
        // Destinations nest brackets seldom and never deep.
        if (++depth > 8) return -1;
      } else if (character === ')') {
        if (--depth === 0) return i + 1;
      }
    }
    return -1;
  }

  /** The offset after `[label]` where the label, or for `[]` the text before it, is defined; or -1. */
  #afterLabel(open: number, bracket: Bracket, close: number): number {
    const end = this.#text.indexOf(']', open);
    if (end < 0 || end > open + 300) return -1;
    const label = this.#text.slice(open + 1, end);
    const own = this.#text.slice(bracket.at + (bracket.isImage ? 2 : 1), close);
    return this.#isDefined(label.trim() === '' ? own : label) ? end + 1 : -1;
  }

  #isDefined(label: string): boolean {
    if (this.#references.size === 0 || label.length > 300) return false;
    return this.#references.has(normalLabel(label));
  }

  #tag(at: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      const close = text.slice(at, this.#end).indexOf('-->', 4);
      const end = close < 0 ? this.#end : at + close + 3;
      this.#edit(at, end);
      return end;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    const name = (tag?.[2] ?? '').toLowerCase();
    if (tag !== null && at + tag[0].length <= this.#end && isElement(name)) {
      const end = at + tag[0].length;
      if (tag[1] === '' && isHiddenElement(name) && !tag[0].endsWith('/>')) {
        const close = closingTag(text, name, end, this.#end);
        this.#edit(at, close);
        if (isStruckElement(name)) this.#struck.push({ start: end, end: closingStart(text, name, end, close) });
        return close;
      }
      if (name === 'sup' && tag[1] === '') {
        const close = this.#afterNoteNumber(at, end);
        if (close > 0) {
          this.#edit(at, close);
          return close;
        }
      }
      this.#edit(at, end, isBlockElement(name) ? ' ' : '');
      return end;
    }
    AUTOLINK.lastIndex = at;
    const link = AUTOLINK.exec(text);
    if (link === null || at + link[0].length > this.#end) return at + 1;
    const end = at + link[0].length;
    this.#edit(at, at + 1);
    this.#edit(end - 1, end);
    return end;
  }

  /** The offset after `<sup>3</sup>` where that is a note's number, not a power or an ordinal; else -1. */
  #afterNoteNumber(at: number, from: number): number {
    const text = this.#text;
    const content = text.slice(from, Math.min(this.#end, from + 200));
    const close = content.search(/<\/sup>/i);
    if (close < 0) return -1;
    const words = content.slice(0, close).replace(/<[^<>]*>/g, '');
    if (!/^[[(]?\d{1,3}[\])]?$/.test(words.trim())) return -1;
    const before = text.slice(Math.max(this.#segments[0]?.start ?? 0, at - 4), at);
    const isNote =
      content.slice(0, close).includes('<a') || before === '' || /[\p{L}]{4}$|[.,;:!?"”’)\]>]$/u.test(before);
    return isNote ? from + close + 6 : -1;
  }

  /** Marks of templates and attributes: `{{ … }}`, `{% … %}`, `{: … }`, `{#id}`. */
  #template(at: number, lineEnd: number): number {
    const next = this.#text.charAt(at + 1);
    if (next === '{' || next === '%') {
      const mark = next === '{' ? '}}' : '%}';
      const line = this.#text.slice(at, Math.min(lineEnd, at + LONGEST));
      const close = line.indexOf(mark);
      if (close < 0) return at + 2;
      this.#edit(at, at + close + 2);
      return at + close + 2;
    }
    if (next !== ':' && next !== '#') return at + 1;
    const end = this.#afterBrace(at, lineEnd);
    if (end === null) return at + 1;
    this.#edit(at, end);
    return end;
  }

  #afterBrace(at: number, lineEnd: number): number | null {
    const line = this.#text.slice(at, Math.min(lineEnd, at + 200, this.#end));
    const close = line.indexOf('}');
    return close < 0 ? null : at + close + 1;
  }
}

/** A link label as labels are compared: in lower case, white space as one space. */
export function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
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

function runLength(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let after = at + 1;
  while (after < end && text.charCodeAt(after) === code) after++;
  return after - at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function isWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code > 0xbf
  );
}
