/** Words divided at the end of a line: which hyphens belong to the word and which only to the line. */

/** What the document says about the words divided in it, in lower case. */
interface Vocabulary {
  readonly words: ReadonlySet<string>;
  readonly hyphenated: ReadonlySet<string>;
}

const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
/** First parts that keep their hyphen: they make compounds, and are seldom a divided word. */
const PREFIXES = new Set(
  'all co cross ex full half high inter long low mid multi near net non part post pre pro re self short single sub ultra under well whole year'.split(
    ' ',
  ),
);
/** Prefixes that also begin ordinary words, so that only the document itself can tell. */
const WEAK_PREFIXES = new Set([
  'co',
  'ex',
  'inter',
  'multi',
  'part',
  'post',
  'pre',
  'pro',
  're',
  'sub',
  'under',
  'all',
]);

/** What becomes of a hyphen at the end of a line: not a division, taken out, or kept without a space after it. */
export type Division = 'none' | 'joined' | 'kept';

/** Decides about the line-end hyphens of one document by the document's own words. */
export class Hyphens {
  readonly #text: string;
  #vocabulary: Vocabulary | null = null;

  /** @param text the document's text; its words are read only when the first divided word is met */
  constructor(text: string) {
    this.#text = text;
  }

  /**
   * What becomes of the hyphen that ends a line.
   * @param end offset after the line's last character
   * @param next offset of the next line's first character
   */
  divide(end: number, next: number): Division {
    const text = this.#text;
    const code = text.charCodeAt(end - 1);
    if (code === 0xad) return 'joined';
    if (code !== 0x2d && code !== 0x2010) return 'none';
    const before = text.charAt(end - 2);
    const after = text.charAt(next);
    if (isDigit(before) && isDigit(after)) return 'kept';
    if (!LETTER.test(before)) return 'none';
    if (!LETTER.test(after)) return isDigit(after) ? 'kept' : 'none';
    const left = wordBefore(text, end - 1);
    const right = wordAfter(text, next);
    const joint = text.charAt(end - 2 - left.length);
    if (!LOWER.test(after) || joint === '-' || joint === '\u2010') return 'kept';
    // `pre- and post-operative`: the first part stands alone.
    if (right === 'and' || right === 'or' || right === 'to') return 'none';
    return this.#belongs(left.toLowerCase(), right) ? 'kept' : 'joined';
  }

  /** Whether the hyphen belongs to the word made of these two parts. */
  #belongs(left: string, right: string): boolean {
    const { words, hyphenated } = this.#words();
    if (hyphenated.has(`${left}-${right}`)) return true;
    if (words.has(left + right)) return false;
    if (PREFIXES.has(left) && !WEAK_PREFIXES.has(left)) return true;
    return left.length >= 4 && right.length >= 4 && words.has(left) && words.has(right);
  }

  #words(): Vocabulary {
    this.#vocabulary ??= readVocabulary(this.#text, dividedWords(this.#text));
    return this.#vocabulary;
  }
}

/** The words that must be known to decide: the two parts of each divided word, and the parts together. */
function dividedWords(text: string): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x2d && code !== 0x2010) continue;
    let next = at + 1;
    while (next < text.length && next < at + 80 && isSpace(text.charCodeAt(next))) next++;
    if (next === at + 1) continue;
    const left = wordBefore(text, at).toLowerCase();
    const right = wordAfter(text, next).toLowerCase();
    if (left !== '' && right !== '')
      wanted
        .add(left)
        .add(right)
        .add(left + right);
  }
  return wanted;
}

/**
 * Which of the wanted words the document has, and all its hyphenated words made of two parts.
 * A word is looked up only where its length and first letter are among those wanted: texts are long, divisions few.
 */
function readVocabulary(text: string, wanted: ReadonlySet<string>): Vocabulary {
  const shapes = new Uint8Array(64 * 32);
  for (const word of wanted) shapes[shapeOf(word.charCodeAt(0), word.length)] = 1;
  const words = new Set<string>();
  const hyphenated = new Set<string>();
  let start = -1;
  let joint = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) {
      if (start < 0) start = at;
      continue;
    }
    if (start < 0) continue;
    if ((code === 0x2d || code === 0x2010) && isWordCode(text.charCodeAt(at + 1))) {
      if (joint < 0) joint = at;
      continue;
    }
    if (joint >= 0) hyphenated.add(`${text.slice(start, joint)}-${text.slice(joint + 1, at)}`.toLowerCase());
    else if (code !== 0x2d && code !== 0x2010 && shapes[shapeOf(text.charCodeAt(start), at - start)] === 1) {
      const word = text.slice(start, at).toLowerCase();
      if (wanted.has(word)) words.add(word);
    }
    start = -1;
    joint = -1;
  }
  return { words, hyphenated };
}

/** A small number for a word's first letter, whatever its case, and its length. */
function shapeOf(first: number, length: number): number {
  return (first & 31) * 64 + Math.min(length, 63);
}

function isWordCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code < 0x2000);
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 40 && LETTER.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

function wordAfter(text: string, start: number): string {
  let end = start;
  while (end < text.length && end - start < 40 && LETTER.test(text.charAt(end))) end++;
  return text.slice(start, end);
}
