/** Splits a block's clean text into tokens: words, numbers, marks; contractions and hyphens apart. */

import type { Token, Words } from '../model/annotated.ts';
import type { Block } from '../model/document.ts';
import { formAt } from './forms.ts';

/** A token whose clause and place in a sentence are not yet known; `at` is an offset into the block's text. */
export type RawToken = { -readonly [K in keyof Token]: Token[K] };

const isDigit = (c: number) => c >= 48 && c <= 57;
const isUpper = (c: number) => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7);
const isApostrophe = (c: number) => c === 39 || c === 0x2019 || c === 0x2bc || c === 0x2018;
const SPACE = /\s/;
const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Class of a UTF-16 unit: 0 mark or symbol, 1 part of a word, 2 white space. */
function classOf(c: number): number {
  if (c < 128) {
    if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90) || isDigit(c)) return 1;
    return c === 32 || (c >= 9 && c <= 13) ? 2 : 0;
  }
  // Halves of surrogate pairs count as word parts, so that no token splits a pair.
  if (c >= 0xd800 && c <= 0xdfff) return 1;
  const character = String.fromCharCode(c);
  if (SPACE.test(character) || c === 0x200b || c === 0xfeff) return 2;
  return WORD.test(character) ? 1 : 0;
}
const classes = new Uint8Array(65536).fill(255);
const classAt = (text: string, at: number): number => {
  const c = text.charCodeAt(at);
  let its = classes[c] ?? 0;
  if (its === 255) {
    its = classOf(c);
    classes[c] = its;
  }
  return its;
};

/** Tokens that belong to no sentence, with the numbers of their words. */
export const numbered = (tokens: readonly Token[]): Words => ({ tokens, words: tokens.map(({ word }) => word) });

/** The words of a text that stands in no document, such as a title; their offsets are into it. */
export const looseWords = (text: string): Words => numbered(tokenise({ text, pieces: [], start: 0 }));

/** Suffixes that a contraction splits off, after the apostrophe. */
const CLITICS = new Set(['s', 'll', 're', 've', 'd', 'm']);

/**
 * The tokens of a block, in order. Offsets: `at` into `block.text`, `start`/`end` into the document's text.
 * "won't" gives `wo` `n't`, "agency's" `agency` `'s`, "2024-25" `2024` `-` `25`, "1,500.5" and "31.03.2024" one token,
 * "e.g." and "U.S." one token.
 */
export function tokenise(block: Pick<Block, 'text' | 'pieces' | 'start'>): RawToken[] {
  const { text, pieces } = block;
  const tokens: RawToken[] = [];
  let piece = 0;
  let shift = (pieces[0]?.start ?? block.start) - (pieces[0]?.at ?? 0);
  let nextAt = pieces[1]?.at ?? Number.POSITIVE_INFINITY;
  const offset = (at: number): number => {
    while (at >= nextAt) {
      piece++;
      shift = (pieces[piece]?.start ?? 0) - (pieces[piece]?.at ?? 0);
      nextAt = pieces[piece + 1]?.at ?? Number.POSITIVE_INFINITY;
    }
    return at + shift;
  };
  let spaced = true;
  const push = (from: number, to: number): void => {
    const { text: word, lower, tags, number } = formAt(text, from, to, classAt(text, from) === 1);
    const start = offset(from);
    const end = offset(to - 1) + 1;
    tokens.push({ text: word, lower, word: number, start, end, at: from, tags, clause: 0, spaced });
    spaced = false;
  };
  const length = text.length;
  let at = 0;
  while (at < length) {
    const kind = classAt(text, at);
    if (kind === 2) {
      spaced = true;
      at++;
      continue;
    }
    if (kind === 0) {
      const c = text.charCodeAt(at);
      // 'll, 's and n't are clitics only directly after a word, where wordEnd has not taken them.
      if (isApostrophe(c) && !spaced) {
        let to = at + 1;
        while (to < length && classAt(text, to) === 1) to++;
        if (CLITICS.has(text.slice(at + 1, to).toLowerCase())) {
          push(at, to);
          at = to;
          continue;
        }
      }
      if (c === 46 && text.charCodeAt(at + 1) === 46) {
        let to = at + 1;
        while (text.charCodeAt(to) === 46) to++;
        push(at, to);
        at = to;
        continue;
      }
      push(at, at + 1);
      at++;
      continue;
    }
    const to = wordEnd(text, at);
    const cut = negationCut(text, at, to);
    if (cut > at) {
      push(at, cut);
      push(cut, to);
    } else push(at, to);
    at = to;
  }
  return tokens;
}

/** Where the word that begins at `at` ends. */
function wordEnd(text: string, at: number): number {
  const length = text.length;
  let to = at;
  while (to < length && classAt(text, to) === 1) to++;
  // Dotted abbreviations: single letters with full stops between ("e.g.", "U.S.").
  if (to === at + 1 && !isDigit(text.charCodeAt(at)) && text.charCodeAt(to) === 46) {
    let end = to;
    while (text.charCodeAt(end) === 46 && classAt(text, end + 1) === 1 && end + 1 < length) {
      const after = end + 2;
      if (after < length && classAt(text, after) === 1) break;
      end = after;
    }
    if (end > to) return text.charCodeAt(end) === 46 ? end + 1 : end;
  }
  // Numbers: groups of three after commas, decimals and dotted dates.
  if (isDigit(text.charCodeAt(at))) {
    for (;;) {
      const mark = text.charCodeAt(to);
      if (!isDigit(text.charCodeAt(to - 1)) || !isDigit(text.charCodeAt(to + 1))) break;
      if (mark === 44) {
        if (!isDigit(text.charCodeAt(to + 2)) || !isDigit(text.charCodeAt(to + 3)) || isDigit(text.charCodeAt(to + 4)))
          break;
      } else if (mark !== 46) break;
      to++;
      while (to < length && classAt(text, to) === 1) to++;
    }
    return to;
  }
  // "n't" belongs to the word here and is cut off by negationCut; other apostrophes end it, but for names like O'Neill.
  if (isApostrophe(text.charCodeAt(to)) && to + 1 < length && classAt(text, to + 1) === 1) {
    let end = to + 1;
    while (end < length && classAt(text, end) === 1) end++;
    const tail = text.slice(to + 1, end).toLowerCase();
    if (tail === 't' && /n$/i.test(text.slice(at, to))) return end;
    if (to === at + 1 && isUpper(text.charCodeAt(at)) && end - to > 3) return end;
  }
  return to;
}

/** Where "n't" begins in a word, or 0. */
function negationCut(text: string, at: number, to: number): number {
  if (to - at < 4 || !isApostrophe(text.charCodeAt(to - 2))) return 0;
  return /^[tT]$/.test(text.charAt(to - 1)) && /^[nN]$/.test(text.charAt(to - 3)) ? to - 3 : 0;
}
