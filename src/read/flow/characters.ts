/** What a character is to clean text: kept, white space, dropped, or a ligature to be spelt out. */

/** Kept as it is. */
export const KEPT = 0;
/** White space of any kind: runs of it become one space. */
export const SPACE = 1;
/** Without a place in a citation: control characters, soft hyphens, zero-width spaces and direction overrides. */
export const DROPPED = 2;
/** A Latin ligature such as `ﬁ`, spelt out by `spelling`. */
export const LIGATURE = 3;

/** Spellings of U+FB00 to U+FB06. */
const SPELLINGS = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];

/** The class of a UTF-16 code unit: `KEPT`, `SPACE`, `DROPPED` or `LIGATURE`. */
export function classOf(code: number): number {
  if (code > 0x20 && code < 0x7f) return KEPT;
  if (code === 0x20) return SPACE;
  if (code < 0x20) return code >= 0x09 && code <= 0x0d ? SPACE : DROPPED;
  if (code <= 0x9f) return code === 0x85 ? SPACE : DROPPED;
  if (code === 0xa0) return SPACE;
  if (code === 0xad) return DROPPED;
  if (code < 0x1680) return KEPT;
  if (code < 0x2000) return code === 0x1680 ? SPACE : KEPT;
  if (code <= 0x206f) return classOfPunctuation(code);
  if (code === 0x3000) return SPACE;
  if (code === 0xfeff) return DROPPED;
  if (code >= 0xfb00 && code <= 0xfb06) return LIGATURE;
  return KEPT;
}

/** The letters that a ligature stands for; empty for any other character. */
export function spelling(code: number): string {
  return SPELLINGS[code - 0xfb00] ?? '';
}

/** General punctuation, U+2000 to U+206F. Joiners (U+200C, U+200D) stay: emoji and Indic scripts need them. */
function classOfPunctuation(code: number): number {
  if (code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f) return SPACE;
  if (code === 0x200b || code === 0x200e || code === 0x200f) return DROPPED;
  if (code >= 0x202a && code <= 0x202e) return DROPPED;
  if (code >= 0x2060 && code <= 0x2069) return DROPPED;
  return KEPT;
}
