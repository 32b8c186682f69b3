/** Numbers the clauses of a sentence, so that no pattern's gap runs from one into the next. */

import { Tag } from './tags.ts';
import type { RawToken } from './tokens.ts';

const AFTER_COMMA = new Set(
  'which who whose where while whilst whereas although though but because so unless yet however'.split(' '),
);
const CO_ORDINATORS = new Set(['and', 'or', 'but', 'so']);
const SUBJECTS = new Set('we it they he she i you this these those there'.split(' '));
const HARD = new Set([';', ':', '–']);

/**
 * Sets `clause` on the tokens of one sentence (`from`…`to`). A clause begins after a semicolon, colon or spaced dash;
 * after a comma before a relative or contrastive word or a subject pronoun; and after a co-ordinator before a subject
 * with a verb of its own ("and we will", "but the board may").
 */
export function numberClauses(tokens: readonly RawToken[], from: number, to: number): void {
  let clause = 0;
  let hasVerb = false;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token) return;
    const before = i > from ? tokens[i - 1] : undefined;
    if (before && begins(tokens, i, to, before, hasVerb)) {
      clause++;
      hasVerb = false;
    }
    token.clause = clause;
    hasVerb ||= (token.tags & SURE_VERB) !== 0;
  }
}

/** @param hasVerb whether the clause up to `i` has a verb of its own; if not, what follows "and" is part of its subject */
function begins(tokens: readonly RawToken[], i: number, to: number, before: RawToken, hasVerb: boolean): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (HARD.has(before.text)) return before.text !== '–' || (before.spaced && token.spaced);
  if (before.text === ',') {
    if (AFTER_COMMA.has(token.lower)) return !isParenthesis(tokens, i, to);
    if (SUBJECTS.has(token.lower) && isVerbal(tokens[i + 1])) return true;
    if (CO_ORDINATORS.has(token.lower)) return hasSubject(tokens, i + 1, to);
    return false;
  }
  return hasVerb && CO_ORDINATORS.has(token.lower) && hasSubject(tokens, i + 1, to);
}

/** Most words of an insertion between commas, as in "we will, where possible, publish". */
const INSERTION = 6;

/** Whether a comma closes within a few words and a verb goes on after it: the clause around the insertion continues. */
function isParenthesis(tokens: readonly RawToken[], i: number, to: number): boolean {
  for (let k = i + 1; k < Math.min(to, i + 1 + INSERTION); k++)
    if (tokens[k]?.text === ',') return ((tokens[k + 1]?.tags ?? 0) & Tag.base) !== 0;
  return false;
}

const isVerbal = (token: RawToken | undefined): boolean =>
  token !== undefined &&
  (token.tags & (Tag.modal | Tag.be | Tag.have | Tag.do | Tag.third | Tag.past | Tag.base | Tag.adverb)) !== 0;

const SURE_VERB = Tag.modal | Tag.be | Tag.have | Tag.do | Tag.verbal | Tag.past;

/** Whether a subject with a finite verb begins at `i`: a pronoun and a verb, or a short noun phrase and an auxiliary. */
function hasSubject(tokens: readonly RawToken[], i: number, to: number): boolean {
  const first = tokens[i];
  if (!first || i >= to) return false;
  if (SUBJECTS.has(first.lower)) return isVerbal(tokens[i + 1]);
  if (!(first.tags & (Tag.determiner | Tag.capital))) return false;
  for (let k = i + 1; k < Math.min(to, i + 7); k++) {
    const token = tokens[k];
    if (!token || token.tags & Tag.punctuation) return false;
    if (token.tags & (Tag.modal | Tag.be | Tag.have)) return true;
    if (token.tags & (Tag.conjunction | Tag.wh)) return false;
  }
  return false;
}
