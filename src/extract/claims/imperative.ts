/** The grammar of lines without a finite verb of their own: where they begin, and whether they begin with an imperative. */
import { Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';
import type { ClauseWords } from './clause-words.ts';

/** Letters that bullet fonts leave behind when their glyphs are read as text. */
const BULLET = /^(?:[nzoqluv]{1,2}|[^\p{L}\p{N}])$/u;

/** Whether a line begins with what a bullet's glyph left behind ("zz Plant more trees"). */
export const hasBullet = (tokens: readonly Token[]): boolean => {
  const first = tokens[0];
  return tokens[1]?.spaced === true && first !== undefined && first.text !== '(' && BULLET.test(first.text);
};

/** Where the line proper begins: after a stray bullet and after a short label ("Schools: …", "Website – …"). */
export function opening(tokens: readonly Token[]): number {
  let at = 0;
  while (at < 2 && BULLET.test(tokens[at]?.text ?? '')) at++;
  for (let k = at + 1; k < Math.min(tokens.length - 2, at + 6); k++) {
    const token = tokens[k];
    if (token?.text === ':' || (token?.text === '–' && token.spaced)) return k + 1;
    if (token && token.tags & Tag.punctuation) break;
  }
  return at;
}

const VERB = Tag.verbal | Tag.base;
const isSure = (token: Token | undefined): boolean => token !== undefined && (token.tags & VERB) === VERB;

/**
 * Where the imperative stands with which a line begins, or -1; never one that addresses the reader. A `sure` one is a base
 * form that is a verb far more often than a noun; in a run of those, others are imperatives too ("Support …", "Use …"),
 * and so are "Be open with …", "Do not sell …" and what follows a fronted "When …," or "To …,".
 */
export function imperativeAt(tokens: readonly Token[], sure: boolean, words: ClauseWords): number {
  let at = opening(tokens);
  const adverb = tokens[at];
  if (adverb && adverb.tags & Tag.adverb && !(adverb.tags & Tag.base)) at++;
  const first = tokens[at];
  const second = tokens[at + 1];
  if (!first || !second || tokens.length - at < 3 || (at > 1 && words.part.has(tokens[0]?.lower ?? ''))) return -1;
  if (tokens.some((token) => token.lower === 'you' || token.lower === 'your')) return -1;
  if (!sure) {
    if (first.lower === 'be' && !(second.tags & Tag.punctuation)) return at;
    // "Don't know" alone is an answer in a table.
    if (first.lower === 'do' && second.tags & Tag.negation) return tokens.length - at > 3 ? at : -1;
    if (first.tags & FRONTING && !isSure(first)) return afterFronting(tokens, at, words);
  }
  if (first.tags & Tag.third || words.addressing.has(first.lower)) return -1;
  const certain = isSure(first);
  if (sure ? !certain : !(first.tags & Tag.base)) return -1;
  if (!certain && isNoun(tokens, at)) return -1;
  return second.text === ':' || (second.text === ',' && first.tags & Tag.adverb) ? -1 : at;
}

/** "Land information is held on paper": a finite verb soon after makes a doubtful first word no verb; nor has a list one. */
function isNoun(tokens: readonly Token[], at: number): boolean {
  // "Transport and storage", "Further reading": names of a trade or of a part of the text.
  const joined = tokens[at + 1]?.lower === 'and' || tokens[at + 1]?.lower === 'or';
  if (joined && tokens.length - at <= 4 && !((tokens[at + 2]?.tags ?? 0) & Tag.base)) return true;
  if ((tokens[at]?.tags ?? 0) & Tag.adverb && (tokens[at + 1]?.tags ?? 0) & Tag.ing) return true;
  // "Clean, safe transport could …" begins with adjectives; "Fund, build and run …" with verbs.
  if (tokens[at + 1]?.text === ',' && !((tokens[at + 2]?.tags ?? 0) & Tag.base)) return true;
  const finite = Tag.be | Tag.modal | Tag.have | Tag.third;
  for (let k = at + 1; k < Math.min(tokens.length, at + 7); k++) {
    const tags = tokens[k]?.tags ?? 0;
    if (tags & finite && !(tags & Tag.subordinator)) return true;
  }
  return false;
}

/** What a clause or phrase before the imperative begins with. */
const FRONTING = Tag.subordinator | Tag.preposition | Tag.wh;
/** Longest clause before an imperative, in words. */
const LONGEST_FRONT = 30;

/** "When training models, make best efforts …": a sure verb after a comma, with an object of its own. */
function afterFronting(tokens: readonly Token[], from: number, { addressing }: ClauseWords): number {
  for (let k = from + 1; k < Math.min(tokens.length - 2, from + LONGEST_FRONT); k++) {
    const token = tokens[k];
    if (token && token.tags & Tag.modal) return -1;
    const verb = tokens[k + 1];
    if (token?.text !== ',' || !isSure(verb) || addressing.has(verb?.lower ?? '')) continue;
    const next = tokens[k + 2];
    return next && next.text !== ',' && !(next.tags & (Tag.conjunction | Tag.be | Tag.modal)) ? k + 1 : -1;
  }
  return -1;
}

/** Whether a line has a verb that is finite by its form: a modal, or one of "be", "have" and "do". */
export const hasFiniteVerb = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => (token.tags & (Tag.modal | Tag.be | Tag.have | Tag.do)) !== 0 && !(token.tags & Tag.ing));
