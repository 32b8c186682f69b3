/** Hits as lines with the words that were found one below the other, in the middle of those around them. */
import type { KwicHit } from '../../model/kwic.ts';
import { harmless } from '../harmless.ts';
import { linkedPlace, type Source } from '../linked.ts';
import type { ScreenOptions } from '../screen.ts';
import { characters, displayWidth, pad, widest } from '../width.ts';
import { hang } from '../wrap.ts';

/** Below so many columns too little would stand beside the words: each hit is a paragraph. */
const NARROW = 60;
const GAP = '  ';

/** What closes a word and stands close to it. */
const CLOSING = /^(?:['’]s(?![\p{L}\p{N}]))?[.,;:!?)\]"'’”%…]*/u;

/** A hit in texts for the screen. */
interface Row {
  readonly where: string;
  readonly left: string;
  readonly words: string;
  /** Marks that close the words. */
  readonly closing: string;
  readonly right: string;
}

/** One line a hit; on narrow screens as many as it takes, the words in brackets. */
export function hitLines(hits: readonly KwicHit[], source: Source, screen: ScreenOptions): string[] {
  const rows = hits.map((hit): Row => {
    const { text, left, right, evidence } = hit;
    const after = harmless(right);
    const closing = CLOSING.exec(after)?.[0] ?? '';
    return {
      where: linkedPlace(evidence, source, screen),
      left: harmless(left).trim(),
      words: harmless(text),
      closing,
      right: after.slice(closing.length).trim(),
    };
  });
  const column = widest(rows.map(({ where }) => where)) + 2;
  if (screen.width < NARROW) return rows.flatMap((row) => paragraph(row, column, screen));
  const room = screen.width - 1 - column - 2 * GAP.length;
  const most = Math.floor(room / 2);
  const middle = Math.min(most, widest(rows.map(({ words }) => words)));
  const before = Math.floor((room - middle) / 2);
  return rows.map(({ where, left, words, closing, right }) => {
    const shown = shortenedWithin(words, most);
    const rest = room - before - displayWidth(shown + closing);
    return ` ${screen.paint.quiet(pad(where, column))}${pad(endOf(left, before), before, 'end')}${GAP}${screen.paint.head(shown)}${closing}${GAP}${startOf(right, rest)}`;
  });
}

function paragraph({ where, left, words, closing, right }: Row, column: number, { width }: ScreenOptions): string[] {
  const text = [left, `[${words}]${closing}`, right].filter((part) => part !== '').join(' ');
  return hang(text, width, ` ${pad(where, column)}`, ' '.repeat(column + 1));
}

/** The words at the start of a text that fit; of a single word that does not, its start. */
function startOf(text: string, width: number): string {
  return fitting(text.split(' '), width).join(' ');
}

/** The words at the end of a text that fit. */
function endOf(text: string, width: number): string {
  return fitting(text.split(' ').reverse(), width).reverse().join(' ');
}

function fitting(words: readonly string[], width: number): string[] {
  const found: string[] = [];
  let used = 0;
  for (const word of words) {
    const needs = displayWidth(word) + (used > 0 ? 1 : 0);
    if (used + needs > width) break;
    used += needs;
    found.push(word);
  }
  return found;
}

/** Words that are too wide for the middle, without those in their own middle. */
function shortenedWithin(words: string, width: number): string {
  if (displayWidth(words) <= width) return words;
  const all = characters(words);
  const half = (from: readonly string[]): string[] => {
    const kept: string[] = [];
    let used = 0;
    for (const each of from) {
      used += displayWidth(each);
      if (used > Math.floor((width - 5) / 2)) break;
      kept.push(each);
    }
    return kept;
  };
  return `${half(all).join('').trimEnd()} ... ${half(all.toReversed()).toReversed().join('').trimStart()}`;
}
