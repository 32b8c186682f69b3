/** Turns a claim into a commitment of the report. */
import type { Token } from '../../model/annotated.ts';
import type { Commitment, CommitmentKind, StrengthLabel } from '../../model/report.ts';
import { findConditions } from '../conditions.ts';
import { shortHash } from '../hash.ts';
import { findQuantities } from '../quantities.ts';
import { findAction } from './action.ts';
import { findActor } from './actor.ts';
import type { Claim, Strength } from './claim.ts';
import { findCue } from './cue.ts';
import { FRONTED, findDeadline, type PlacedTime } from './deadline.ts';
import { attributionOf, confidenceOf, isConcrete, noveltyOf, polarityOf } from './qualities.ts';
import type { RecordContext } from './record-context.ts';
import { baseForms, citing, plain } from './words.ts';

const LABELS: Readonly<Record<Strength, StrengthLabel>> = {
  1: 'wished',
  2: 'aimed',
  3: 'planned',
  4: 'firm',
  5: 'binding',
};

/**
 * @param times the times of the claim's sequence
 * @param giveId turns what a commitment says into its id
 */
export function toCommitment(
  claim: Claim,
  kind: CommitmentKind,
  strength: Strength,
  times: readonly PlacedTime[],
  context: RecordContext,
  giveId: (parts: readonly string[]) => string,
): Commitment {
  const { annotated, documentId, locator, owners } = context;
  const { sequence } = claim;
  const { sentence, stem, tokens } = sequence;
  const { publisher, date } = annotated.document;
  const textOf = citing(sequence);
  const timed = timedTokens(times, tokens.length);
  const isTime = (token: number) => timed[token] === 1;
  const spans = new Map([['time', new Map(times.map((time) => [time.from, time.to]))]]);
  const [first, last] = claim.scope;
  // What opens the sentence holds for all of its claims.
  const conditions = findConditions(sequence, spans, context.conditions, textOf).filter(
    (condition) => condition.at <= FRONTED || (condition.at >= first && condition.at < last),
  );
  const isAdjunct = (token: number) =>
    isTime(token) || conditions.some((condition) => token >= condition.at && token < condition.to);
  const { action, from, to } = findAction(claim, isAdjunct, textOf);
  const actor = findActor(claim, context, textOf);
  const targets = findQuantities(
    tokens,
    (token) => isTime(token) && !isMeasure(token, times, tokens),
    textOf,
    claim.scope,
  )
    .filter((quantity) => quantity.at >= Math.max(first, sequence.borrowed) && quantity.at < last)
    .map(({ at: _, to: __, ...target }) => target);
  const deadline = findDeadline(claim, times, date?.value ?? null, context.trace);
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

/** One for each token that belongs to a time. */
function timedTokens(times: readonly PlacedTime[], length: number): Uint8Array {
  const timed = new Uint8Array(length);
  for (const { from, to } of times) timed.fill(1, Math.max(0, from), Math.max(0, to));
  return timed;
}

/** Words before a length of time that make it a measure ("from 18 weeks to 12 weeks"), not a date. */
const MEASURING = new Set(['from', 'to', 'below', 'under', 'than']);

/** Whether a token belongs to a length of time that is no date but what is to be reached. */
function isMeasure(token: number, times: readonly PlacedTime[], tokens: readonly Token[]): boolean {
  const time = times.find((its) => token >= its.from && token < its.to);
  if (time?.record.type !== 'DURATION' || time.record.end !== null || time.record.role === 'deadline') return false;
  const before = [tokens[time.from]?.lower, tokens[time.from - 1]?.lower];
  return before.some((word) => word !== undefined && MEASURING.has(word));
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
