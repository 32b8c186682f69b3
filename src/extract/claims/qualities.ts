/** Smaller judgements on a claim: polarity, novelty, attribution, concreteness, confidence. */
import { Tag } from '../../annotate/tags.ts';
import type { Actor, Commitment } from '../../model/report.ts';
import type { Claim } from './claim.ts';
import { isQuoted } from './reports.ts';

const NEGATIONS = new Set(['not', "n't", 'never', 'no', 'nobody', 'neither']);

/** Negative where the verb group, or the subject, is negated. A negative commitment is a commitment (GUIDELINE 1.3). */
export function polarityOf(claim: Claim): Commitment['polarity'] {
  const { tokens } = claim.sequence;
  for (let k = claim.modal; k < claim.verb; k++)
    if (NEGATIONS.has(tokens[k]?.lower ?? '') && !(tokens[k + 1]?.lower === 'only')) return 'negative';
  const opening = tokens[claim.subject.from];
  return claim.subject.kind !== 'none' && opening && ['no', 'nobody', 'none', 'neither'].includes(opening.lower)
    ? 'negative'
    : 'positive';
}

/** What is new is the undertaking ("a new pledge"), not its object ("a new hospital"). */
const UNDERTAKING = new Set(
  'commitment commitments pledge pledges promise promises target targets ambition'.split(' '),
);
const RESTATED = /^(?:reaffirm|restate|reiterate|reconfirm|repeat|renew)/;

/** Whether a commitment is new, restated, ongoing or extended, as far as its words say. */
export function noveltyOf(claim: Claim): Commitment['novelty'] {
  const { tokens } = claim.sequence;
  if (claim.rule.novelty === 'ongoing') return 'ongoing';
  if (
    tokens.some(
      (token, i) =>
        RESTATED.test(token.lower) ||
        (token.lower === 'as' &&
          /^(?:announced|promised|committed|agreed|previously|already)$/.test(tokens[i + 1]?.lower ?? '')),
    )
  )
    return 'restated';
  const verb = tokens[claim.verb];
  if (verb && /^(?:extend|prolong)/.test(verb.lower)) return 'extended';
  if (verb && /^(?:continue|keep|maintain)$/.test(verb.lower)) return 'ongoing';
  return tokens.some((token, i) => token.lower === 'new' && UNDERTAKING.has(tokens[i + 1]?.lower ?? ''))
    ? 'new'
    : 'unknown';
}

const REPORTING = new Set(
  'said says told stated states announced announces promised pledged according reported reports explicit acknowledged acknowledges argued argues claims claimed restates restated'.split(
    ' ',
  ),
);

/**
 * Reported where a reporting verb stands before the claim with another speaker than "we", or the claim tells of
 * another body's report.
 */
export function attributionOf(
  claim: Claim,
  actor: Actor,
  publisher: string | null,
  owner: string | null,
): Commitment['attribution'] {
  if ((owner !== null && owner !== publisher) || isQuoted(claim)) return 'reported';
  if (claim.subject.kind === 'own' || /^(?:we|our|us)$/i.test(actor.text ?? '')) return 'own';
  const { tokens } = claim.sequence;
  for (let k = 0; k < claim.modal; k++) {
    const token = tokens[k];
    if (token && REPORTING.has(token.lower) && !(tokens[k - 1] && ['we', 'i'].includes(tokens[k - 1]?.lower ?? '')))
      return 'reported';
  }
  return 'own';
}

/** Verbs that say nothing one could look for afterwards. */
const VAGUE = new Set(
  'improve support strengthen work help encourage promote continue ensure enhance engage consider explore seek aim focus facilitate foster enable address develop build be have make drive embed recognise look maximise prioritise strive endeavour leverage'.split(
    ' ',
  ),
);

export const isConcrete = (action: Commitment['action']): boolean => action.verb !== null && !VAGUE.has(action.verb);

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
