/** One pass over a block of Markdown that finds its mark-up: emphasis, links, images, code, tags, references, escapes. */
import type { Span } from '../../model/document.ts';
import { readAngle } from './angles.ts';
import { isSpace, isWord, runLength } from './characters.ts';
import { readEntity } from './entities.ts';
import { afterLink, type References } from './links.ts';
import { TickRuns } from './tick-runs.ts';

/** A range that is left out, or put otherwise. Ranges inside a longer one that is left out do not count. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  /** What stands instead: nothing, a space, or other text. */
  readonly put: string;
}

interface Bracket {
  readonly at: number;
  readonly isImage: boolean;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** Template marks longer than this are text. */
const LONGEST = 1500;
const FOOTNOTE = /\[\^[^\]\s]{1,60}\]/y;

/** Finds what to leave out of a block's segments. Its time grows with the length of the block. */
export class InlineScan {
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
  #ticks: TickRuns | null = null;

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
        return this.#angle(at);
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
    this.#ticks ??= new TickRuns(this.#text, this.#segments);
    const close = this.#ticks.nextOf(length, after);
    if (close === undefined) return after;
    this.#edit(at, after);
    this.#edit(close, close + length);
    return close + length;
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
    const words = bracket.at + (bracket.isImage ? 2 : 1);
    let end = afterLink(this.#text, words, at, this.#end, this.#references);
    if (end < 0) return at + 1;
    if (this.#text.startsWith('{:', end)) end = this.#afterBrace(end, end + 200) ?? end;
    if (bracket.isImage) this.#edit(bracket.at, end);
    else {
      this.#edit(bracket.at, bracket.at + 1);
      this.#edit(at, end);
    }
    return end;
  }

  #angle(at: number): number {
    const found = readAngle(this.#text, at, { start: this.#segments[0]?.start ?? 0, end: this.#end });
    if (found === null) return at + 1;
    this.#edits.push(...found.edits);
    if (found.struck !== null) this.#struck.push(found.struck);
    return found.end;
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
