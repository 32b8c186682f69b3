/** Cuts the action out of a claim: from the main verb to the end of its object, without dates and conditions. */
import { lemma } from '../../annotate/lexicon.ts';
import { has, Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';
import type { Commitment } from '../../model/report.ts';
import type { Claim } from './claim.ts';

/** Longest action, in words. */
const LONGEST = 60;

/** An action with the half-open token range of its words, and the token of its verb. */
export interface PlacedAction {
  readonly action: Commitment['action'];
  readonly verb: number;
  readonly from: number;
  readonly to: number;
}

/**
 * From the main verb (in the passive from its subject: "a review will be carried out") to the end of its object; without
 * the dates and conditions that stand in it, nor clauses that are no object ("so that", "because", "which").
 * @param adjuncts not 0 for each token of a time with its preposition, or of a condition
 * @param textOf the words of a half-open token range as a reader would cite them
 */
export function findAction(
  claim: Claim,
  adjuncts: Uint8Array,
  textOf: (from: number, to: number) => string,
): PlacedAction {
  const { tokens } = claim.sequence;
  const { subject } = claim;
  const isPassive = claim.rule.voice === 'passive' && subject.to > subject.from && subject.to <= claim.modal;
  const from = verbOf(claim, adjuncts);
  const begin = isPassive ? subject.from : from;
  const parts = partsFrom(claim, from, adjuncts);
  const [first, ...others] = parts.map(([at, to]) => [at, trimmed(tokens, at, to, from)] as const);
  const to = others.at(-1)?.[1] ?? first?.[1] ?? from + 1;
  const texts = [textOf(begin, first?.[1] ?? from + 1), ...others.map(([at, end]) => textOf(at, end))];
  const head = tokens[from];
  const verbal = head && (head.tags & (Tag.base | Tag.ing | Tag.past | Tag.third | Tag.be | Tag.do | Tag.have)) !== 0;
  const voice = claim.rule.voice !== 'active' ? claim.rule.voice : verbal ? 'active' : 'verbless';
  const text = texts.filter((part) => part !== '').join(' ');
  return { action: { verb: verbal && head ? lemma(head.lower) : null, text, voice }, verb: from, from: begin, to };
}

/** The token of the main verb, or of what is to be done: after "to", adverbs, dates and conditions. */
function verbOf({ sequence: { tokens }, verb }: Claim, adjuncts: Uint8Array): number {
  let from = Math.min(verb, tokens.length - 1);
  const opening = tokens[from];
  // "aims to publish": the verb of the rule may be the word before the act.
  if (opening && (opening.lower === 'to' || opening.lower === 'that') && from + 1 < tokens.length) from++;
  while (
    from < tokens.length - 1 &&
    (adjuncts[from] !== 0 || (tokens[from]?.tags ?? 0) & (Tag.adverb | Tag.punctuation))
  )
    from++;
  return from;
}

/** The stretches of an action between the adjuncts that stand in it. */
function partsFrom({ sequence: { tokens }, scope }: Claim, from: number, adjuncts: Uint8Array): [number, number][] {
  const clause = tokens[from]?.clause;
  // The act of the claim after it is another's: "open a ward | and close another".
  const end = scope[1] > from ? scope[1] : tokens.length;
  const parts: [number, number][] = [];
  let at = from;
  let words = 0;
  for (let k = from + 1; ; k++) {
    const token = tokens[k];
    const isOver = !token || k >= end || token.clause !== clause || words++ >= LONGEST || isEnd(tokens, k);
    if (!isOver && adjuncts[k] === 0) continue;
    if (k > at) parts.push([at, k]);
    if (isOver) return parts;
    // "offer clinics at least | once a week": what measures the time belongs to it.
    const next = afterAdjunct(tokens, k, adjuncts);
    if (next === null || next >= end || tokens[next]?.clause !== clause) return parts;
    at = next;
    k = next;
  }
}

/** Words that open a clause which is no object of the action. */
const CLOSERS = new Set(['because', 'whilst', 'while', 'although', 'though', 'whereas', ';', '|']);

/** Whether the action ends before `k`: at a clause of reason or purpose, or at a mark. */
function isEnd(tokens: readonly Token[], k: number): boolean {
  const { lower } = tokens[k] ?? { lower: '' };
  const next = tokens[k + 1]?.lower ?? '';
  if (lower === 'so') return next === 'that' || next === 'as' || isSubject(tokens, k + 1);
  if (lower === 'in') return next === 'order' && tokens[k + 2]?.lower !== 'of';
  if (lower === 'as') return isSubject(tokens, k + 1) && !isCompared(tokens, k);
  return CLOSERS.has(lower);
}

/** "As many letters as we can". */
function isCompared(tokens: readonly Token[], k: number): boolean {
  for (let at = k - 1; at >= Math.max(0, k - COMPARED); at--)
    if (['as', 'so', 'such'].includes(tokens[at]?.lower ?? '')) return true;
  return false;
}
const COMPARED = 6;

const isSubject = (tokens: readonly Token[], k: number): boolean =>
  has(tokens[k]?.tags ?? 0, Tag.pronoun) && has(tokens[k + 1]?.tags ?? 0, FINITE);
const FINITE = Tag.modal | Tag.be | Tag.have | Tag.do | Tag.third | Tag.past | Tag.base;

const NO_GOING_ON =
  Tag.punctuation | Tag.conjunction | Tag.subordinator | Tag.wh | Tag.modal | Tag.pronoun | Tag.be | Tag.have;

/** Where an action goes on after the adjunct at `k` and the mark that closes it; null where it does not. */
function afterAdjunct(tokens: readonly Token[], k: number, adjuncts: Uint8Array): number | null {
  const opening = tokens[k - 1]?.text;
  let next = k;
  while (next < tokens.length && adjuncts[next] !== 0) next++;
  const closing = tokens[next]?.text;
  const isEnclosed = (opening === ',' && closing === ',') || (opening === '(' && closing === ')');
  if (isEnclosed) next++;
  const token = tokens[next];
  if (!token || adjuncts[next] !== 0) return null;
  const tags = token.tags & ~(has(token.tags, Tag.preposition) ? Tag.subordinator : 0);
  return has(tags, NO_GOING_ON) && !has(tags, Tag.determiner) ? null : next;
}

/** One past the last word of a stretch that belongs to it: no mark, conjunction or loose preposition at its end. */
function trimmed(tokens: readonly Token[], at: number, end: number, verb: number): number {
  let to = end;
  // "offer clinics at least | once a week": what measures the adjunct goes with it, as it did in the sentence.
  while (to > at + 1 && ENDS.test(tokens[to - 1]?.text ?? '')) to--;
  while (
    to > at + 1 &&
    (tokens[to - 1]?.tags ?? 0) & (Tag.conjunction | Tag.preposition) &&
    !((tokens[to - 1]?.tags ?? 0) & Tag.adverb) &&
    !PLACES.has(tokens[to - 1]?.lower ?? '') &&
    !(to - 2 === verb && PARTICLES.has(tokens[to - 1]?.lower ?? ''))
  )
    to--;
  const cut = `${tokens[to - 2]?.lower} ${tokens[to - 1]?.lower}`;
  return to > at + 2 && MEASURES.has(cut) ? to - 2 : to;
}

/** Prepositions that belong to their verb at its end: "carried out". */
const PARTICLES = new Set(['out', 'up', 'down', 'off', 'over', 'on', 'in']);
/** Prepositions that are adverbs at an end: "set out above". */
const PLACES = new Set(['above', 'below', 'across', 'inside', 'outside', 'nearby']);
const MEASURES = new Set(['at least', 'at most', 'up to', 'more than', 'less than']);
const ENDS = /^[.,;:!?()[\]"']$/;
