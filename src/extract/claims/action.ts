/** Cuts the action out of a claim: from the main verb to the end of its object, without dates and conditions. */
import { lemma } from '../../annotate/lexicon.ts';
import { Tag } from '../../annotate/tags.ts';
import type { Commitment } from '../../model/report.ts';
import type { Claim } from './claim.ts';

/** Longest action, in words. */
const LONGEST = 60;

/** An action with the half-open token range of its words. */
export interface PlacedAction {
  readonly action: Commitment['action'];
  readonly from: number;
  readonly to: number;
}

/**
 * @param isAdjunct whether a token belongs to a time expression (with its preposition) or to a condition
 * @param textOf the words of a half-open token range as a reader would cite them
 */
export function findAction(
  claim: Claim,
  isAdjunct: (token: number) => boolean,
  textOf: (from: number, to: number) => string,
): PlacedAction {
  const { tokens } = claim.sequence;
  const { subject } = claim;
  // What is to be done in the passive is the subject with its verb: "a review will be carried out".
  const isPassive = claim.rule.voice === 'passive' && subject.to > subject.from && subject.to <= claim.modal;
  let from = Math.min(claim.verb, tokens.length - 1);
  const opening = tokens[from];
  // "aims to publish": the verb of the rule may be the word before the act.
  if (opening && (opening.lower === 'to' || opening.lower === 'that') && from + 1 < tokens.length) from++;
  while (from < tokens.length - 1 && (isAdjunct(from) || (tokens[from]?.tags ?? 0) & (Tag.adverb | Tag.punctuation)))
    from++;
  const clause = tokens[from]?.clause;
  let to = from + 1;
  while (to < tokens.length && to - from < LONGEST) {
    const token = tokens[to];
    if (!token || token.clause !== clause || isAdjunct(to) || token.text === ';' || token.text === '|') break;
    to++;
  }
  // "offer clinics at least | once a week": what measures the time belongs to it.
  const cut = `${tokens[to - 2]?.lower} ${tokens[to - 1]?.lower}`;
  if (to > from + 2 && to < tokens.length && isAdjunct(to) && MEASURES.has(cut)) to -= 2;
  while (to > from + 1 && ENDS.test(tokens[to - 1]?.text ?? '')) to--;
  while (
    to > from + 1 &&
    (tokens[to - 1]?.tags ?? 0) & (Tag.conjunction | Tag.preposition) &&
    !((tokens[to - 1]?.tags ?? 0) & Tag.adverb) &&
    !(to - 2 === from && PARTICLES.has(tokens[to - 1]?.lower ?? ''))
  )
    to--;
  const head = tokens[from];
  const verbal = head && (head.tags & (Tag.base | Tag.ing | Tag.past | Tag.third | Tag.be | Tag.do | Tag.have)) !== 0;
  const voice = claim.rule.voice !== 'active' ? claim.rule.voice : verbal ? 'active' : 'verbless';
  const begin = isPassive ? subject.from : from;
  return {
    action: { verb: verbal && head ? lemma(head.lower) : null, text: textOf(begin, to), voice },
    from: begin,
    to,
  };
}

/** Prepositions that belong to their verb at its end: "carried out". */
const PARTICLES = new Set(['out', 'up', 'down', 'off', 'over', 'on', 'in']);
const MEASURES = new Set(['at least', 'at most', 'up to', 'more than', 'less than']);
const ENDS = /^[.,;:!?)\]"']$/;
