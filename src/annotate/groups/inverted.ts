/** Finds the subject that stands after its verb: "Will the levy | be extended?", '"…," said | the chair'. */
import type { Token, TokenRange } from '../../model/annotated.ts';
import { isNounHere } from '../context.ts';
import { Tag } from '../tags.ts';
import type { Reading } from './group.ts';
import { isCorrelative } from './insertions.ts';

/** Longest subject between the auxiliary and the verb of a question, in words. */
const LONGEST_INVERTED = 12;

/** The subject that stands after its verb behind a quotation: '"…," said | the chair of the trust'; or null. */
export function speakerAfter(tokens: readonly Token[], at: number): TokenRange | null {
  const before = tokens[at - 1];
  const first = tokens[at + 1];
  if (before?.text !== '"' || !first || !((tokens[at]?.tags ?? 0) & (Tag.past | Tag.third))) return null;
  if (!(first.tags & (Tag.determiner | Tag.capital)) || first.tags & Tag.punctuation) return null;
  let to = at + 2;
  while (to < tokens.length && to - at < LONGEST_INVERTED && !((tokens[to]?.tags ?? 0) & (Tag.punctuation | Tag.modal)))
    to++;
  return [at + 1, to];
}

/** "Will the levy | be extended?": the verb after the subject that an auxiliary precedes, or -1. */
export function inversion(tokens: readonly Token[], auxiliary: number, reading: Reading, wanted: number): number {
  const before = tokens[auxiliary - 1];
  const opens = !before || before.tags & (Tag.punctuation | Tag.wh | Tag.conjunction);
  const first = tokens[auxiliary + 1];
  if (!opens || !first || !(first.tags & (Tag.determiner | Tag.pronoun | Tag.capital))) return -1;
  for (let k = auxiliary + 2; k < Math.min(tokens.length, auxiliary + LONGEST_INVERTED); k++) {
    const token = tokens[k];
    if (!token || token.tags & (Tag.modal | Tag.punctuation)) return -1;
    if (!(token.tags & wanted) || (token.tags & Tag.base && isNounHere(tokens, k))) continue;
    reading.inverted = [auxiliary + 1, k];
    reading.negated ||= isCorrelative(tokens[auxiliary - 1]);
    return k;
  }
  return -1;
}
