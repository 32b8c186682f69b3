/** Turns a claim into a commitment of the report. */
import type { Commitment, CommitmentKind, StrengthLabel } from '../../model/report.ts';
import { withoutCount } from '../../model/without-count.ts';
import { shortHash } from '../../words/hash.ts';
import { findAction } from './action.ts';
import { findActor } from './actor.ts';
import type { Claim, Strength } from './claim.ts';
import type { Contents } from './contents.ts';
import { findCue } from './cue.ts';
import { FRONTED, findDeadline } from './deadline.ts';
import { attributionOf, confidenceOf, isConcrete, noveltyOf, polarityOf } from './qualities.ts';
import type { RecordContext } from './record-context.ts';
import { baseForms, plain } from './words.ts';

const LABELS: Readonly<Record<Strength, StrengthLabel>> = {
  1: 'wished',
  2: 'aimed',
  3: 'planned',
  4: 'firm',
  5: 'binding',
};

/**
 * @param contents what the claim's sequence holds besides it
 * @param giveId turns what a commitment says into its id
 */
export function toCommitment(
  claim: Claim,
  kind: CommitmentKind,
  strength: Strength,
  contents: Contents,
  context: RecordContext,
  giveId: (parts: readonly string[]) => string,
): Commitment {
  const { annotated, documentId, locator, owners } = context;
  const { sequence } = claim;
  const { sentence, stem } = sequence;
  const { publisher, date } = annotated.document;
  const { textOf, adjuncts } = contents;
  const [first, last] = claim.scope;
  // What opens the sentence holds for all of its claims.
  const conditions = contents.conditions.filter(
    (condition) => condition.at <= FRONTED || (condition.at >= first && condition.at < last),
  );
  const { action, verb, from, to } = findAction(claim, adjuncts, textOf);
  const actor = findActor(claim, context, textOf);
  const targets = contents.quantities
    .filter((quantity) => quantity.at >= Math.max(first, sequence.borrowed) && quantity.at < last)
    .map(({ at: _, to: __, baselineAt: ___, ...target }) => target);
  const day = date?.value ?? null;
  const shared = contents.sharedEnds.get(claim.modal) ?? last;
  // "Publish a strategy and consult on it by May": what closes several acts holds for those before it that have no date.
  const own =
    findDeadline(claim, contents.times, day, context.trace) ??
    (shared > last ? findDeadline({ ...claim, scope: [first, shared] }, contents.times, day) : null);
  // What is merely wished has no day, and a sentence with a time of its own takes none from its heading.
  const isDated = own !== null || kind === 'aspiration' || contents.times.length > 0;
  const deadline = isDated ? own : context.above.deadline(sentence);
  const owner = actor.name !== null || actor.text !== null;
  const isDue = deadline !== null && deadline.end !== null;
  const measure = targets.length > 0;
  const section = annotated.sections[sentence.section]?.title ?? '';
  const id = giveId([plain(actor.name ?? actor.text ?? ''), ...said(claim, from, to, adjuncts), plain(section)]);
  return {
    id,
    ref: '',
    documentId,
    kind,
    strength,
    strengthLabel: LABELS[strength],
    cue: findCue(claim, annotated, textOf),
    polarity: polarityOf(claim, contents.qualities),
    attribution: attributionOf(claim, actor, publisher, owners.of(claim), context.words),
    novelty: noveltyOf(claim, contents.qualities),
    actor,
    action,
    targets,
    deadline,
    conditions: conditions.map(({ text, kind: its }) => ({ text, kind: its })),
    beneficiary: beneficiaryOf(claim, contents, from, to),
    themes: [...context.themesOf(sentence)],
    specificity: count([owner, isConcrete(action, verb, contents.qualities), measure, deadline !== null]),
    checkable: { owner, deadline: isDue, measure, all: owner && isDue && measure },
    // Items of one stem belong together; so do restatements, whose ids differ in their number alone.
    group: stem ? `g-${shortHash([plain(stem.text), plain(section)])}` : `g-${withoutCount(id.slice(2))}`,
    restates: null,
    stem: stem ? { quote: stem.text, start: stem.start, end: stem.end } : null,
    evidence: locator.sentence(sentence),
    rules: [claim.rule.key],
    confidence: confidenceOf(claim),
    review: null,
  };
}

/** Who gains by the action of a claim: in it, or its subject. */
function beneficiaryOf(claim: Claim, { beneficiaries, textOf }: Contents, from: number, to: number): string | null {
  const { subject, scope } = claim;
  const found = beneficiaries.find((its) =>
    its.isSubject
      ? its.to > subject.from && its.to <= claim.verb && its.from >= scope[0]
      : its.from >= from && its.to <= to,
  );
  return found ? textOf(found.from, found.to) : null;
}

/**
 * The words of an action for its id: a passive's cue stands inside it and is left out, as force is no part of an id, and
 * so are the dates and conditions that stand in it.
 */
function said({ sequence, modal, verb }: Claim, from: number, to: number, adjuncts: Uint8Array): string[] {
  const holdsCue = from < modal && verb < to;
  const words: string[] = [];
  for (let at = from; at < to; ) {
    const isOut = (k: number) => adjuncts[k] !== 0 || (holdsCue && k >= modal && k < verb);
    let end = at;
    while (end < to && !isOut(end)) end++;
    words.push(...baseForms(sequence, at, end));
    at = end + 1;
  }
  return words;
}

function count(stated: readonly boolean[]): 0 | 1 | 2 | 3 | 4 {
  switch (stated.filter(Boolean).length) {
    case 0:
      return 0;
    case 1:
      return 1;
    case 2:
      return 2;
    case 3:
      return 3;
    default:
      return 4;
  }
}
