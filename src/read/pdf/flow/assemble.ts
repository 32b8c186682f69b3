/** Drafts → the document's text and its blocks, with every block's place in the text and on its pages. */
import type { Block, BlockPart } from '../../../model/document.ts';
import { tidy } from '../glyphs/characters.ts';
import { shownBox } from '../glyphs/frame.ts';
import type { RunPage } from '../glyphs/run.ts';
import { type Draft, linesOf } from '../page/drafts.ts';
import type { Line } from '../page/lines.ts';
import { joinLine, type Vocabulary } from './hyphens.ts';

/** The text of a document and what it is made of. */
export interface Assembled {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Where each block begins in print: at its number or letter, where it has one. */
  readonly printedAt: readonly number[];
}

const leaders = /(?:\. ?){4,}|…{2,}|_{4,}/g;

/**
 * Puts the text together: blocks one after the other with a blank line between. Numbers and letters of items, headings
 * and notes are printed before their block and are not part of it; bullets are left out.
 */
export function assemble(
  drafts: readonly Draft[],
  vocabulary: Vocabulary,
  frames: ReadonlyMap<number, RunPage>,
): Assembled {
  const blocks: Block[] = [];
  const printedAt: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  const write = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const draft of drafts) {
    const { words, cuts } = wordsOf(draft, vocabulary);
    if (words === '') continue;
    if (length > 0) write('\n\n');
    printedAt.push(length);
    const printed = draft.sign ?? draft.marker?.text ?? null;
    const shown = draft.kind === 'furniture' || draft.kind === 'cell' ? null : printed;
    if (shown !== null && /[\p{L}\p{N}]/u.test(shown) && draft.marker?.kind !== 'bullet') write(`${shown} `);
    const start = length;
    write(words);
    const parts = draft.parts.map((part, k): BlockPart => {
      const frame = frames.get(part.page);
      return {
        page: part.page,
        start: start + (k === 0 ? 0 : (cuts[k] ?? 0)),
        end: start + (cuts[k + 1] ?? words.length),
        box: frame === undefined ? null : shownBox(part.box, frame),
      };
    });
    blocks.push({
      kind: draft.kind,
      ...(draft.role === null ? {} : { role: draft.role }),
      level: draft.level,
      start,
      end: length,
      text: words,
      pieces: [{ at: 0, start }],
      parts: parts.filter((part, k) => k === 0 || part.end > part.start),
      marker: shown,
      header: draft.header,
    });
  }
  return { text: pieces.join(''), blocks, printedAt };
}

/** The clean text of a draft, and where in it each part begins. */
function wordsOf(draft: Draft, vocabulary: Vocabulary): { words: string; cuts: number[] } {
  const cuts: number[] = [];
  let words = '';
  const skip =
    draft.sign === null && draft.kind !== 'furniture' && draft.kind !== 'cell' ? (draft.marker?.rest ?? 0) : 0;
  let first = true;
  for (const part of draft.parts) {
    cuts.push(words.length);
    const cells = part.cells.map((lines) => {
      let cell = '';
      for (const line of lines) {
        const own = tidyLine(first ? line.text.slice(skip) : line.text);
        first = false;
        if (own === '') continue;
        cell = joinLine(cell, own, vocabulary) + own;
      }
      return cell;
    });
    const filled = draft.kind === 'cell' ? cells.map((c) => c.trim()).filter((c) => c !== '') : cells;
    const own = clean(filled.join(draft.kind === 'cell' ? ' | ' : ' '));
    if (own === '') continue;
    if (words === '') words = own;
    else {
      words = joinLine(words, own, vocabulary);
      cuts[cuts.length - 1] = words.length;
      words += own;
    }
  }
  return { words, cuts };
}

/** A line without the odd space; a hyphen at its end, soft or hard, stays for the join. */
function tidyLine(text: string): string {
  return text
    .replace(/\u00ad(?!$)/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function clean(text: string): string {
  return tidy(text.replace(leaders, ' … '));
}

/** All lines of drafts, for the vocabulary. */
export function* allLines(drafts: readonly Draft[]): Generator<Line> {
  for (const draft of drafts) yield* linesOf(draft);
}
