/** Steps over what stands between the verbs of a group, and tells negations: "will, where possible, not". */
import type { Token } from '../../model/annotated.ts';
import { Tag } from '../tags.ts';
import { NON_FINITE_PARTICIPLE, VERB } from './words.ts';

const isAdverb = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.tags & (Tag.adverb | Tag.negation)) !== 0 &&
  !(token.tags & (Tag.verbal | Tag.conjunction | Tag.determiner | Tag.preposition));

/** One past the adverbs and negations that begin at `at`. */
export function skipAdverbs(tokens: readonly Token[], at: number): number {
  let k = at;
  for (;;) {
    if (isAdverb(tokens[k])) k++;
    else if (tokens[k]?.lower === 'no' && tokens[k + 1]?.lower === 'longer') k += 2;
    else return k;
  }
}

/** Longest insertion between an auxiliary and its verb, in words. */
const LONGEST_INSERTION = 14;

/** One past what may stand between a modal and its verb: adverbs, ", where possible,", "(when ready)", "by May". */
export function skipInsertion(tokens: readonly Token[], from: number): number {
  const at = skipAdverbs(tokens, from);
  const token = tokens[at];
  if (!token) return at;
  const close = token.text === '(' ? ')' : token.text === ',' || token.text === '–' ? token.text : null;
  const last = Math.min(tokens.length, at + LONGEST_INSERTION);
  if (close !== null) {
    for (let k = at + 1; k < last; k++) {
      if (tokens[k]?.text === ';') return at;
      if (tokens[k]?.text !== close) continue;
      const after = skipAdverbs(tokens, k + 1);
      return (tokens[after]?.tags ?? 0) & VERB ? after : at;
    }
    return at;
  }
  if (!(token.tags & (Tag.preposition | Tag.number))) return at;
  for (let k = at + 1; k < Math.min(last, at + 6); k++) {
    const word = tokens[k];
    if (!word || word.tags & (Tag.punctuation | Tag.modal)) return at;
    if (word.tags & (Tag.verbal | Tag.be) && !NON_FINITE_PARTICIPLE.has(word.lower) && tokens[k - 1]?.lower !== 'to')
      return k;
  }
  return at;
}

/** Whether "not" or "never" stands right before the word at `at`. */
export function negatedBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && (before.lower === 'not' || before.lower === 'never');
}

/** Whether a word within a group negates it. */
export const isNegation = (token: Token | undefined): boolean =>
  token !== undefined && (token.tags & Tag.negation) !== 0 && token.lower !== 'without' && token.lower !== 'none';

/** "nor will it", "neither does the board". */
export const isCorrelative = (token: Token | undefined): boolean =>
  token?.lower === 'nor' || token?.lower === 'neither';
