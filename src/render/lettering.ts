/**
 * How wide a text is in a proportional font that is not known. Widths are those of the widest common sans serif, so that
 * what fits by them fits in any.
 */
import { characters, displayWidth } from './width.ts';

/** Groups of characters and their width in em. */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ["ijlIJ|'‘’.,:;! ", 0.32],
  ['frt()[]/\\-', 0.4],
  ['cszL?°*"“”–', 0.54],
  ['aeokvxyFPTE_', 0.62],
  ['bdghnpqu0123456789ABKRSVXZ£€$', 0.69],
  ['CDGHNUYw&#+=<>~OQ', 0.82],
  ['mMW%@—…', 1],
];
const KNOWN: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([its, width]) => Array.from(its, (character): [string, number] => [character, width])),
);

/** Width in pixels. @param size of the font, in pixels */
export function textWidth(text: string, size: number): number {
  return widthAfter(0, text) * size;
}

/** Width in em of a text of some width with another after it, added up as if they were one. */
function widthAfter(before: number, text: string): number {
  let width = before;
  for (const character of text) width += KNOWN.get(character) ?? otherWidth(character);
  return width;
}

/** Accents that stand on the letter before them take no room. */
function otherWidth(character: string): number {
  const columns = displayWidth(character);
  return columns === 0 ? 0 : columns > 1 ? 1.05 : character.charCodeAt(0) < 0x300 ? 0.75 : 0.95;
}

/** How a text is set. */
export interface Setting {
  /** Of the font, in pixels. */
  readonly size: number;
  /** In pixels, of the longest line. */
  readonly width: number;
  /** The last of them ends in `…` where the text is longer. */
  readonly lines: number;
}

/** The text in lines, broken at spaces and, where a word is too long, within it. Never empty. */
export function setLines(text: string, { size, width, lines: most }: Setting): string[] {
  const lines: string[] = [];
  let line = '';
  /** Of the line, in em. */
  let taken = 0;
  // A letter takes more than a pixel: what lies beyond does not fit.
  const beginning = text.slice(0, Math.ceil(most * width) + 1);
  const words = beginning.split(' ').filter((word) => word !== '');
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    const needed = widthAfter(taken, line === '' ? word : ` ${word}`);
    if (needed * size <= width) {
      line = longer;
      taken = needed;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = broken(word, size, width);
    line = parts.pop() ?? '';
    taken = widthAfter(0, line);
    lines.push(...parts);
    // What comes after is not shown.
    if (lines.length > most) break;
  }
  lines.push(line);
  if (lines.length <= most && beginning.length === text.length) return lines;
  const kept = lines.slice(0, most);
  const last = kept.pop() ?? '';
  return [...kept, ended(last, size, width)];
}

/** With `…` at its end, and as much before it as there is room for. */
function ended(line: string, size: number, width: number): string {
  const kept = characters(line);
  const taken: number[] = [];
  for (const character of kept) taken.push(widthAfter(taken.at(-1) ?? 0, character));
  while (kept.length > 0 && widthAfter(taken[kept.length - 1] ?? 0, '…') * size > width) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}

/** A word in pieces that fit; a character wider than the line stays whole. */
function broken(word: string, size: number, width: number): string[] {
  if (textWidth(word, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of characters(word)) {
    if (piece !== '' && textWidth(piece + character, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
