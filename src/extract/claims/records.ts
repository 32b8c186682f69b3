/** Turns claims into the commitments and statements of the report. */
import type { Sentence } from '../../model/annotated.ts';
import type { Commitment, CommitmentKind, Deadline, Statement, StatementKind, TimeRecord } from '../../model/report.ts';
import { idGiver } from '../../words/hash.ts';
import { timesBySentence, withPreposition } from '../spans.ts';
import type { TimeFinding } from '../times/finding.ts';
import { findActor } from './actor.ts';
import type { Claim } from './claim.ts';
import { toCommitment } from './commitment.ts';
import { type Contents, contentsOf } from './contents.ts';
import { findDeadline, type PlacedTime } from './deadline.ts';
import type { RecordContext } from './record-context.ts';
import type { Sequence } from './sequence.ts';
import { givesWay } from './trace.ts';
import { baseForms, citing, plain } from './words.ts';

export interface ClaimRecords {
  readonly commitments: readonly Commitment[];
  readonly statements: readonly Statement[];
  /** Time id → ids of the commitments that it dates. */
  readonly byTime: ReadonlyMap<string, readonly string[]>;
}

const isCommitment = (kind: Claim['kind']): kind is CommitmentKind =>
  kind === 'commitment' || kind === 'intention' || kind === 'aspiration';

/** @param claims of each sentence that has any, in the order of the text */
export function recordClaims(claims: Iterable<readonly Claim[]>, context: RecordContext): ClaimRecords {
  const commitments: Commitment[] = [];
  const statements: Statement[] = [];
  const byTime = new Map<string, string[]>();
  const commitmentId = idGiver('c');
  const statementId = idGiver('s');
  const bySentence = timesBySentence(context.times);
  const recordOf = new Map(context.times.map((time, i) => [time, context.timeline[i]]));
  const timesOf = (sequence: Sequence): PlacedTime[] => placedTimes(sequence, bySentence, recordOf);
  const { trace } = context;
  for (const list of claims) {
    const told = new Set<StatementKind>();
    const known = new Map<Sequence, Contents>();
    for (const claim of list) {
      const { sequence } = claim;
      if (isCommitment(claim.kind) && claim.strength !== null) {
        const contents = known.get(sequence) ?? contentsOf(sequence, list, timesOf(sequence), context);
        known.set(sequence, contents);
        const commitment = toCommitment(claim, claim.kind, claim.strength, contents, context, commitmentId);
        commitments.push(commitment);
        trace?.recorded(claim, commitment);
        const dated = commitment.deadline && byTime.get(commitment.deadline.timeId);
        if (dated) dated.push(commitment.id);
        else if (commitment.deadline) byTime.set(commitment.deadline.timeId, [commitment.id]);
      } else if (!isCommitment(claim.kind)) {
        // A sentence forecasts, obliges or denies once, however many verbs it does it with.
        if (told.has(claim.kind)) {
          trace?.refused(givesWay(claim, 'repeated'));
          continue;
        }
        told.add(claim.kind);
        const statement = toStatement(claim, claim.kind, timesOf(sequence), context, statementId);
        statements.push(statement);
        trace?.recorded(claim, statement);
      }
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

function toStatement(
  claim: Claim,
  kind: StatementKind,
  times: readonly PlacedTime[],
  context: RecordContext,
  giveId: (parts: readonly string[]) => string,
): Statement {
  const { sequence } = claim;
  const textOf = citing(sequence);
  const actor = findActor(claim, context, textOf);
  const deadline: Deadline | null = findDeadline(
    claim,
    times,
    context.annotated.document.date?.value ?? null,
    context.trace,
  );
  return {
    id: giveId([kind, plain(actor.name ?? ''), ...baseForms(sequence, sequence.borrowed, sequence.tokens.length)]),
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
