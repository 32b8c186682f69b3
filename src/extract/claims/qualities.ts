/** Smaller judgements on a claim: polarity, novelty, attribution, concreteness, confidence. */
import { Tag } from '../../annotate/tags.ts';
import type { Actor, Commitment } from '../../model/report.ts';
import type { PlacedQuality } from '../qualities.ts';
import type { Claim } from './claim.ts';
import type { ClauseWords } from './clause-words.ts';
import { FRONTED } from './deadline.ts';
import { isQuoted } from './reports.ts';

/** Words by which a claim is judged, of those that its sequence holds. */
function saidOf(claim: Claim, qualities: readonly PlacedQuality[]): PlacedQuality[] {
  const { modal, cueEnd, restart, verb, subject, scope } = claim;
  const opens = subject.to > subject.from ? subject.from : scope[0];
  return qualities.filter(({ where, from, to }) => {
    // A verb that shares a cue before it shares its negation, and not the words between.
    const isBetween = restart !== null && from >= cueEnd && from < restart;
    if (where === 'verb') return from <= verb && to > modal && from >= modal && !isBetween;
    if (where === 'subject') return from === opens;
    return from < scope[1] && (from >= scope[0] || from <= FRONTED);
  });
}

/** Negative where the verb group, or the subject, is negated. A negative commitment is a commitment (GUIDELINE 1.3). */
export const polarityOf = (claim: Claim, qualities: readonly PlacedQuality[]): Commitment['polarity'] =>
  saidOf(claim, qualities).some(({ says }) => says === 'negative') ? 'negative' : 'positive';

const isNovelty = (says: PlacedQuality['says']): says is 'restated' | 'extended' | 'ongoing' | 'new' =>
  says !== 'negative' && says !== 'vague';

/** Whether a commitment is new, restated, ongoing or extended, as far as its words say. */
export function noveltyOf(claim: Claim, qualities: readonly PlacedQuality[]): Commitment['novelty'] {
  if (claim.rule.novelty === 'ongoing') return 'ongoing';
  for (const { says } of saidOf(claim, qualities)) if (isNovelty(says)) return says;
  return 'unknown';
}

/**
 * Reported where its sentence says that another than "we" says it, or the claim tells of another body's report.
 */
export function attributionOf(
  claim: Claim,
  actor: Actor,
  publisher: string | null,
  owner: string | null,
  words: ClauseWords,
): Commitment['attribution'] {
  if ((owner !== null && owner !== publisher) || isQuoted(claim, words)) return 'reported';
  if (/^(?:we|our|us)$/i.test(actor.text ?? '')) return 'own';
  return claim.isReported ? 'reported' : 'own';
}

/**
 * Whether an action is one that somebody could look for afterwards: a verb, and not one such as "improve" or "support".
 * @param verbAt token of the action's verb
 */
export const isConcrete = (
  action: Commitment['action'],
  verbAt: number,
  qualities: readonly PlacedQuality[],
): boolean =>
  action.verb !== null && !qualities.some(({ says, from, to }) => says === 'vague' && verbAt >= from && verbAt < to);

/** How sure the rule is, and what makes it less so. */
export function confidenceOf(claim: Claim): Commitment['confidence'] {
  const reasons: string[] = [];
  if (claim.source === 'stem') reasons.push('force from the sentence that introduces the list');
  if (claim.source === 'heading') reasons.push('force from the heading alone');
  if (claim.subject.kind === 'instrument') reasons.push('a plan or scheme acts, not a body');
  if (claim.subject.relative) reasons.push('in a relative clause');
  if (claim.rule.voice === 'passive') reasons.push('nobody is named who acts');
  const isLow = claim.source === 'heading' || claim.subject.relative;
  const verb = claim.sequence.tokens[claim.verb];
  if (
    !isLow &&
    reasons.length === 0 &&
    verb &&
    !(verb.tags & (Tag.base | Tag.ing | Tag.past | Tag.be | Tag.have | Tag.do))
  )
    reasons.push('the act is not a known verb');
  return { level: isLow ? 'low' : reasons.length > 0 ? 'medium' : 'high', reasons };
}
