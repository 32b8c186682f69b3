/** Turns claims into the commitments and statements of the report. */

import { lemma } from '../../annotate/lexicon.ts';
import { Tag } from '../../annotate/tags.ts';
import type { Annotated, Sentence } from '../../model/annotated.ts';
import type {
  Commitment,
  CommitmentKind,
  Deadline,
  Statement,
  StatementKind,
  StrengthLabel,
  TimeRecord,
} from '../../model/report.ts';
import { type ConditionRules, findConditions } from '../conditions.ts';
import type { Locator } from '../evidence.ts';
import { idGiver } from '../hash.ts';
import { findQuantities } from '../quantities.ts';
import { timesBySentence, withPreposition } from '../spans.ts';
import type { TimeFinding } from '../times/finding.ts';
import { findAction } from './action.ts';
import { findActor } from './actor.ts';
import type { Claim, Strength } from './claim.ts';
import { findDeadline, type PlacedTime } from './deadline.ts';
import { attributionOf, confidenceOf, isConcrete, noveltyOf, polarityOf } from './qualities.ts';
import type { ReportOwners } from './reports.ts';
import type { Sequence } from './sequence.ts';

/** What records are made from besides the claims. */
export interface RecordContext {
  readonly annotated: Annotated;
  readonly times: readonly TimeFinding[];
  /** The records of `times`, position by position. */
  readonly timeline: readonly TimeRecord[];
  readonly conditions: ConditionRules;
  readonly locator: Locator;
  readonly owners: ReportOwners;
  readonly documentId: string;
  readonly themesOf: (sentence: Sentence) => readonly string[];
}

export interface ClaimRecords {
  readonly commitments: readonly Commitment[];
  readonly statements: readonly Statement[];
  /** Time id → ids of the commitments that it dates. */
  readonly byTime: ReadonlyMap<string, readonly string[]>;
}

const LABELS: Readonly<Record<Strength, StrengthLabel>> = {
  1: 'wished',
  2: 'aimed',
  3: 'planned',
  4: 'firm',
  5: 'binding',
};

const isCommitment = (kind: Claim['kind']): kind is CommitmentKind =>
  kind === 'commitment' || kind === 'intention' || kind === 'aspiration';

/** @param claims of each sentence, by its index */
export function recordClaims(claims: ReadonlyMap<number, readonly Claim[]>, context: RecordContext): ClaimRecords {
  const commitments: Commitment[] = [];
  const statements: Statement[] = [];
  const byTime = new Map<string, string[]>();
  const commitmentId = idGiver('c');
  const statementId = idGiver('s');
  const bySentence = timesBySentence(context.times);
  const recordOf = new Map(context.times.map((time, i) => [time, context.timeline[i]]));
  const timesOf = (sequence: Sequence): PlacedTime[] => placedTimes(sequence, bySentence, recordOf);
  for (const [, list] of [...claims].sort(([a], [b]) => a - b)) {
    for (const claim of list) {
      const times = timesOf(claim.sequence);
      if (isCommitment(claim.kind) && claim.strength !== null) {
        const commitment = toCommitment(claim, claim.kind, claim.strength, times, context, commitmentId);
        commitments.push(commitment);
        if (commitment.deadline)
          byTime.set(commitment.deadline.timeId, [...(byTime.get(commitment.deadline.timeId) ?? []), commitment.id]);
      } else if (!isCommitment(claim.kind))
        statements.push(toStatement(claim, claim.kind, times, context, statementId));
    }
  }
  return { commitments, statements, byTime };
}

/** The times of a sequence with their token ranges in it, and whether they come from the stem. */
function placedTimes(
  sequence: Sequence,
  bySentence: ReadonlyMap<number, readonly TimeFinding[]>,
  recordOf: ReadonlyMap<TimeFinding, TimeRecord | undefined>,
): PlacedTime[] {
  const placed: PlacedTime[] = [];
  const add = (host: Sentence, shift: number, inherited: boolean) => {
    for (const finding of bySentence.get(host.index) ?? []) {
      const record = recordOf.get(finding);
      if (record)
        placed.push({
          finding,
          record,
          from: withPreposition(finding, host.tokens) + shift,
          to: finding.to + shift,
          inherited,
        });
    }
  };
  if (sequence.stem) add(sequence.stem, -sequence.stemFrom, true);
  add(sequence.sentence, sequence.borrowed, false);
  return placed;
}

/** The words of a token range as a reader would cite them; a range over stem and item is cut to its item. */
function citing(sequence: Sequence): (from: number, to: number) => string {
  return (from, to) => {
    if (to <= from) return '';
    const inStem = to <= sequence.borrowed;
    const host = inStem ? sequence.stem : sequence.sentence;
    const first = sequence.tokens[inStem ? from : Math.max(from, sequence.borrowed)];
    const last = sequence.tokens[to - 1];
    if (!host || !first || !last) return '';
    return host.text.slice(first.at, last.at + (host.text.charAt(last.at) === '…' ? 1 : last.text.length));
  };
}

function toCommitment(
  claim: Claim,
  kind: CommitmentKind,
  strength: Strength,
  times: readonly PlacedTime[],
  context: RecordContext,
  giveId: (parts: readonly string[]) => string,
): Commitment {
  const { sequence } = claim;
  const { sentence, stem, tokens } = sequence;
  const textOf = citing(sequence);
  const isTime = (token: number) => times.some((time) => token >= time.from && token < time.to);
  const spans = new Map([['time', new Map(times.map((time) => [time.from, time.to]))]]);
  const conditions = findConditions(tokens, spans, context.conditions, textOf);
  const isAdjunct = (token: number) =>
    isTime(token) || conditions.some((condition) => token >= condition.at && token < condition.to);
  const { action, from, to } = findAction(claim, isAdjunct, textOf);
  const actor = findActor(claim, context.annotated, context.owners, textOf);
  const targets = findQuantities(tokens, isTime, textOf)
    .filter((quantity) => quantity.at >= sequence.borrowed)
    .map(({ at: _, to: __, ...target }) => target);
  const deadline = findDeadline(claim, times, context.annotated.document.date?.value ?? null);
  const specificity = count([
    actor.text !== null && !/^(?:we|our|us|it|its|they|their)$/i.test(actor.text) ? true : actor.name !== null,
    isConcrete(action),
    targets.length > 0,
    deadline !== null,
  ]);
  const checkable = {
    owner: actor.name !== null || actor.text !== null,
    deadline: deadline !== null && deadline.end !== null,
    measure: targets.length > 0,
  };
  const head = tokens[claim.modal];
  const tail = tokens[Math.max(claim.modal, claim.cueEnd - 1)];
  const section = context.annotated.sections[sentence.section]?.title ?? '';
  const id = giveId([...identity(claim, from, to, actor.name ?? actor.text ?? ''), plain(section)]);
  const attribution = attributionOf(claim, actor, context.annotated.document.publisher, context.owners.of(claim));
  return {
    id,
    ref: '',
    documentId: context.documentId,
    kind,
    strength,
    strengthLabel: LABELS[strength],
    cue:
      claim.source === 'heading' || !head || !tail
        ? headingCue(claim, context.annotated)
        : {
            text: textOf(
              claim.modal,
              Math.max(
                claim.modal + 1,
                claim.modal < sequence.borrowed ? Math.min(claim.cueEnd, sequence.borrowed) : claim.cueEnd,
              ),
            ),
            start: head.start,
            end:
              claim.modal < sequence.borrowed && claim.cueEnd > sequence.borrowed
                ? (tokens[sequence.borrowed - 1]?.end ?? head.end)
                : tail.end,
          },
    polarity: polarityOf(claim),
    attribution,
    novelty: noveltyOf(claim),
    actor,
    action,
    targets,
    deadline,
    conditions: conditions.map(({ text, kind: its }) => ({ text, kind: its })),
    beneficiary: null,
    themes: [...context.themesOf(sentence)],
    specificity,
    checkable: { ...checkable, all: checkable.owner && checkable.deadline && checkable.measure },
    group:
      stem || sentence.list >= 0
        ? `g-${context.annotated.document.blocks.length > 0 ? listKey(sentence, stem) : ''}`
        : `g-${id.slice(2)}`,
    stem: stem ? { quote: stem.text, start: stem.start, end: stem.end } : null,
    evidence: context.locator.sentence(sentence),
    rules: [claim.rule.key],
    confidence: confidenceOf(claim),
  };
}

const listKey = (sentence: Sentence, stem: Sentence | null): string =>
  stem ? `stem${stem.index}` : `list${sentence.list}`;

function headingCue(claim: Claim, annotated: Annotated): Commitment['cue'] {
  const section = annotated.sections[claim.sequence.sentence.section];
  const heading = section ? annotated.sentences[section.heading] : undefined;
  return heading
    ? { text: heading.text, start: heading.start, end: heading.end }
    : { text: '', start: claim.sequence.sentence.start, end: claim.sequence.sentence.start };
}

/** What a commitment says, for its id: actor, verb and object words; no numbers, dates or force. */
function identity(claim: Claim, from: number, to: number, actor: string): string[] {
  const words = claim.sequence.tokens
    .slice(from, to)
    .filter(
      (token) => !(token.tags & (Tag.punctuation | Tag.number | Tag.determiner | Tag.modal)) && !/\d/.test(token.text),
    )
    .map((token) => lemma(token.lower));
  return [plain(actor), ...words];
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

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

function toStatement(
  claim: Claim,
  kind: StatementKind,
  times: readonly PlacedTime[],
  context: RecordContext,
  giveId: (parts: readonly string[]) => string,
): Statement {
  const { sequence } = claim;
  const textOf = citing(sequence);
  const actor = findActor(claim, context.annotated, context.owners, textOf);
  const deadline: Deadline | null = findDeadline(claim, times, context.annotated.document.date?.value ?? null);
  return {
    id: giveId([kind, ...identity(claim, Math.max(sequence.borrowed, 0), sequence.tokens.length, actor.name ?? '')]),
    ref: '',
    documentId: context.documentId,
    kind,
    actor,
    deadline,
    themes: [...context.themesOf(sequence.sentence)],
    evidence: context.locator.sentence(sequence.sentence),
    rules: [claim.rule.key],
  };
}
