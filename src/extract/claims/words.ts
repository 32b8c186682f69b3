/** The words of a claim as a reader would cite them, and as ids are made of them. */
import { lemma } from '../../annotate/lexicon.ts';
import { Tag } from '../../annotate/tags.ts';
import type { Sequence } from './sequence.ts';

/** Gives the words of a half-open token range. */
export type TextOf = (from: number, to: number) => string;

/** Cites token ranges of a sequence; a range over stem and item is cut to its item. */
export function citing(sequence: Sequence): TextOf {
  return (from, to) => {
    if (to <= from) return '';
    const inStem = to <= sequence.borrowed;
    const host = inStem ? sequence.stem : sequence.sentence;
    const first = sequence.tokens[inStem ? from : Math.max(from, sequence.borrowed)];
    const last = sequence.tokens[to - 1];
    if (!host || !first || !last) return '';
    return host.text.slice(first.at, last.at + (host.text.charAt(last.at) === '…' ? 1 : last.text.length));
  };
}

const LEFT_OUT = Tag.punctuation | Tag.number | Tag.determiner | Tag.modal;

/** The base forms of a token range for an id: no numbers, articles or modals, so that they may change and the id stay. */
export function baseForms(sequence: Sequence, from: number, to: number): string[] {
  return sequence.tokens
    .slice(from, to)
    .filter((token) => !(token.tags & LEFT_OUT) && !/\d/.test(token.text))
    .map((token) => lemma(token.lower));
}

/** A name or title for an id: its letters in lower case. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
