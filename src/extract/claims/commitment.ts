/** Turns a claim into a commitment of the report. */
import type { Commitment, CommitmentKind, StrengthLabel } from '../../model/report.ts';
import { shortHash } from '../hash.ts';
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
  const { action, from, to } = findAction(claim, (token) => adjuncts[token] !== 0, textOf);
  const actor = findActor(claim, context, textOf);
  const targets = contents.quantities
    .filter((quantity) => quantity.at >= Math.max(first, sequence.borrowed) && quantity.at < last)
    .map(({ at: _, to: __, baselineAt: ___, ...target }) => target);
  const deadline = findDeadline(claim, contents.times, date?.value ?? null, context.trace);
  const owner = actor.name !== null || actor.text !== null;
  const isDue = deadline !== null && deadline.end !== null;
  const measure = targets.length > 0;
  const section = annotated.sections[sentence.section]?.title ?? '';
  const id = giveId([plain(actor.name ?? actor.text ?? ''), ...said(claim, from, to), plain(section)]);
  return {
    id,
    ref: '',
    documentId,
    kind,
    strength,
    strengthLabel: LABELS[strength],
    cue: findCue(claim, annotated, textOf),
    polarity: polarityOf(claim),
    attribution: attributionOf(claim, actor, publisher, owners.of(claim)),
    novelty: noveltyOf(claim),
    actor,
    action,
    targets,
    deadline,
    conditions: conditions.map(({ text, kind: its }) => ({ text, kind: its })),
    beneficiary: null,
    themes: [...context.themesOf(sentence)],
    specificity: count([owner, isConcrete(action), measure, deadline !== null]),
    checkable: { owner, deadline: isDue, measure, all: owner && isDue && measure },
    // Items of one stem belong together; so do restatements, whose ids differ in their number alone.
    group: stem ? `g-${shortHash([plain(stem.text), plain(section)])}` : `g-${id.slice(2).replace(/#\d+$/, '')}`,
    restates: null,
    stem: stem ? { quote: stem.text, start: stem.start, end: stem.end } : null,
    evidence: locator.sentence(sentence),
    rules: [claim.rule.key],
    confidence: confidenceOf(claim),
  };
}

/** The words of an action for its id: a passive's cue stands inside it and is left out, as force is no part of an id. */
function said({ sequence, modal, verb }: Claim, from: number, to: number): string[] {
  if (from >= modal || verb >= to) return baseForms(sequence, from, to);
  return [...baseForms(sequence, from, modal), ...baseForms(sequence, verb, to)];
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
