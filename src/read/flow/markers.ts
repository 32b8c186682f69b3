/** Bullets, numbers and letters that begin a list item, a numbered paragraph or a numbered heading. */

/** How a marker is written; items of one list share it. */
export type MarkerStyle =
  /** A bullet; its glyph is in `text`. */
  | 'bullet'
  /** `1.` `1)` `(1)` */
  | 'number'
  /** `a.` `a)` `(a)` */
  | 'letter'
  /** `i.` `i)` `(i)` */
  | 'roman'
  /** `2.3` `2.3.` `A.1`: the place in a hierarchy. */
  | 'section';

/** A marker at the beginning of a line. */
export interface Marker {
  readonly style: MarkerStyle;
  /** As printed, without space. */
  readonly text: string;
  /** Where it stands; `end` is where the text after it begins. */
  readonly start: number;
  readonly end: number;
  /** The number or place in the alphabet; 0 for bullets. Sections: the last number. */
  readonly value: number;
  /** Depth of a section number (`2.3` is 2); 1 for all others. */
  readonly depth: number;
  /** Whether the marker's form alone makes it one: `v.` or `12.` may as well be the end of a sentence. */
  readonly sure: boolean;
}

/** Bullets that need no space after them. */
const GLYPHS = new Set('•▪■□▫●○◦◆◇►▶▸➢➤➔→✓✔✗☐☑☒❖∙⁃‣⦁⬤·');
/** Bullets that are also ordinary characters, and so need a space after them; `¢` is what scanners make of `•`. */
const SPACED = new Set('-*+–—o¢');
const NUMBERED =
  /\(?(?:(\d{1,3})|([a-z])|([ivxl]{2,6})|([A-Z]))(?:\)|\.(?=\s|\p{Lu}\p{Ll}))(?=\s|\p{Lu}\p{Ll})[ \t\u00a0]*/uy;
/** No annex has a hundred parts: a letter with a longer number is the name of a standard, such as X.509. */
const SECTION = /(?:\d{1,3}\.\d{1,3}|[A-Z]\.\d{1,2})(?:\.\d{1,3}){0,4}\.?(?=[ \t\u00a0])[ \t\u00a0]+/y;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/**
 * The marker that a line begins with, if any.
 * @param text the document's text
 * @param start offset of the line's first character that is not white space
 * @param end offset after the line's last
 */
export function readMarker(text: string, start: number, end: number): Marker | null {
  const code = text.charCodeAt(start);
  // Most lines begin with a letter that is no marker: `a` to `z` and `A` to `Z` are one only before a point or bracket.
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) {
    if (text.charCodeAt(start + 1) === 0x20) return code === 0x6f ? bullet(text, start, end) : null;
    return numbered(text, start, end);
  }
  if ((code >= 0x30 && code <= 0x39) || code === 0x28) return numbered(text, start, end);
  return bullet(text, start, end);
}

/** Whether one marker follows another in the same list: the next number or letter, or the same bullet. */
export function follows(marker: Marker, last: Marker): boolean {
  if (marker.style === 'bullet') return last.style === 'bullet' && last.text === marker.text;
  return sameForm(marker, last) && marker.value === last.value + 1;
}

/** Whether two markers are written in the same way, so that they can belong to one list. */
export function sameForm(one: Marker, other: Marker): boolean {
  if (one.style === 'bullet' || other.style === 'bullet') return one.text === other.text;
  const lettered = one.style !== 'number' && other.style !== 'number';
  if (one.style !== other.style && !lettered) return false;
  return one.text.startsWith('(') === other.text.startsWith('(') && one.text.at(-1) === other.text.at(-1);
}

/** The marker read as a letter rather than a roman number, or the other way: `i.` after `h.` is a letter. */
export function readAfter(marker: Marker, last: Marker | null): Marker {
  if (last === null || (marker.style !== 'letter' && marker.style !== 'roman')) return marker;
  const bare = marker.text.replace(/[().]/g, '').toLowerCase();
  if (last.style === 'letter' && bare.length === 1) {
    const value = bare.charCodeAt(0) - 0x60;
    if (value === last.value + 1) return { ...marker, style: 'letter', value };
  }
  if (last.style === 'roman') {
    const value = romanValue(bare);
    if (value === last.value + 1) return { ...marker, style: 'roman', value };
  }
  return marker;
}

function bullet(text: string, start: number, end: number): Marker | null {
  const glyph = text.charAt(start);
  const code = text.charCodeAt(start);
  const next = start + 1;
  // Symbol fonts put their bullets into the private use area.
  const own = GLYPHS.has(glyph) || (code >= 0xe000 && code <= 0xf8ff);
  if (!own && !(SPACED.has(glyph) && next < end && isBlank(text.charCodeAt(next)))) return null;
  let after = next;
  while (after < end && isBlank(text.charCodeAt(after))) after++;
  if (after >= end) return null;
  return { style: 'bullet', text: glyph, start, end: after, value: 0, depth: 1, sure: glyph !== '–' && glyph !== '—' };
}

function numbered(text: string, start: number, end: number): Marker | null {
  SECTION.lastIndex = start;
  const section = SECTION.exec(text);
  if (section !== null && start + section[0].length < end) {
    const printed = section[0].trimEnd();
    const numbers = printed.replace(/\.$/, '').split('.');
    const after = start + section[0].length;
    return {
      style: 'section',
      text: printed,
      start,
      end: after,
      value: Number(numbers.at(-1)),
      depth: numbers.length,
      // `3.5 million` is a quantity: a section's text begins with a capital letter, or the number is three deep.
      sure: numbers.length > 2 || /[\p{Lu}\p{N}“"‘'(]/u.test(text.charAt(after)),
    };
  }
  NUMBERED.lastIndex = start;
  const match = NUMBERED.exec(text);
  if (match === null || start + match[0].length >= end) return null;
  const printed = match[0].trimEnd();
  const open = printed.startsWith('(');
  if (open && !printed.endsWith(')')) return null;
  const [, digits, small, roman, capital] = match;
  const place = { text: printed, start, end: start + match[0].length, depth: 1 };
  const bracketed = printed.endsWith(')');
  if (digits !== undefined) return { ...place, style: 'number', value: Number(digits), sure: bracketed };
  if (roman !== undefined) {
    const value = romanValue(roman);
    return value === 0 ? null : { ...place, style: 'roman', value, sure: bracketed };
  }
  const letter = small ?? capital ?? '';
  if (letter === 'i') return { ...place, style: 'roman', value: 1, sure: true };
  const value = letter.toLowerCase().charCodeAt(0) - 0x60;
  return { ...place, style: 'letter', value, sure: bracketed };
}

/** The value of a small roman number up to 89; 0 where the letters are none. */
function romanValue(letters: string): number {
  let total = 0;
  let highest = 0;
  for (let i = letters.length - 1; i >= 0; i--) {
    const value = ROMAN_VALUES[letters.charAt(i)] ?? 0;
    if (value === 0) return 0;
    if (value < highest) total -= value;
    else {
      total += value;
      highest = value;
    }
  }
  return total;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0;
}
