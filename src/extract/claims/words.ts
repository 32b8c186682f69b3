/** The words of a claim as a reader would cite them, and as ids are made of them. */
import { lemma } from '../../annotate/lexicon.ts';
import { Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';
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
const CURRENCY = new Set(['£', '$', '€']);
const PERCENT = new Set(['percent', 'per', 'cent']);

/**
 * The base forms of a token range for an id: no numbers (nor what leads to one or makes it a percentage), articles or
 * modals, so that they may change and the id stay.
 */
export function baseForms(sequence: Sequence, from: number, to: number): string[] {
  const { tokens } = sequence;
  const end = Math.min(to, tokens.length);
  const forms: string[] = [];
  for (let at = from; at < end; at++) {
    const token = tokens[at];
    if (!token || isAmount(token, at > from ? tokens[at - 1] : undefined)) continue;
    const next = at + 1 < end ? tokens[at + 1] : undefined;
    const afterNext = at + 2 < end ? tokens[at + 2] : undefined;
    if (!leadsToAmount(token, next, afterNext)) forms.push(lemma(token.lower));
  }
  return forms;
}

const isFigure = (token: Token | undefined): boolean =>
  token !== undefined && ((token.tags & Tag.number) !== 0 || /\d/.test(token.text));

const isAmount = (token: Token, before: Token | undefined): boolean =>
  (token.tags & LEFT_OUT) !== 0 ||
  isFigure(token) ||
  (PERCENT.has(token.lower) && (isFigure(before) || before?.lower === 'per'));

/** "by 50%", "between 10 and 20", "to £3m": a preposition or conjunction before a figure and its currency. */
const leadsToAmount = (token: Token, next: Token | undefined, afterNext: Token | undefined): boolean =>
  (token.tags & (Tag.preposition | Tag.conjunction)) !== 0 &&
  (isFigure(next) || (CURRENCY.has(next?.text ?? '') && isFigure(afterNext)));

/** A name or title for an id: its letters in lower case. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
