/** What the finding of claims tells a listener: what became of every match, for explanations. */
import type { Commitment, Statement, TimeRecord } from '../../model/report.ts';
import type { Match } from '../../rules/engine.ts';
import type { Claim, ClaimRule } from './claim.ts';
import type { Sequence } from './sequence.ts';
import type { Subject } from './subject.ts';

/** Why a match gave no record. */
export type Reason =
  /** Its rule does not accept such a subject. */
  | 'subject'
  /** It stands in a clause that asks, conditions, expects or serves as a purpose. */
  | 'subordinate'
  /** It stands below a modal of possibility or duty, whose force is that of the whole. */
  | 'below-modal'
  /** Its word is a noun or a participle there. */
  | 'noun'
  /** It stands in a relative clause, which describes. */
  | 'relative'
  /** An earlier rule holds at the same verb. */
  | 'outranked'
  /** Its words lie within those of a claim before it. */
  | 'overlapped'
  /** The sentence is a question. */
  | 'question'
  /** The sentence only introduces a list, whose items carry the claim. */
  | 'open-stem'
  /** The sentence that introduces the list is complete and says nothing of its items. */
  | 'stem-ends'
  /** The item takes the force of the sentence that introduces it. */
  | 'inherited'
  /** The table row is read as a whole. */
  | 'row'
  /** The item takes the force of its heading or list. */
  | 'list'
  /** The sentence says so once, however many verbs it does it with. */
  | 'repeated';

/** Why a time in a claim's sentence or stem is not its deadline. */
export type PassedOver =
  /** What recurs or is vague is no day to be judged by. */
  | 'role'
  /** It lies before the document's date. */
  | 'past'
  /** It is a length that runs from nowhere. */
  | 'length'
  /** It says when the document speaks. */
  | 'speaking'
  /** It is part of a name. */
  | 'name'
  /** It belongs to another claim of the sentence. */
  | 'other-claim'
  /** Another time suits better. */
  | 'less-suited';

/** How the actor of a claim was found. */
export type ActorWay =
  /** Nobody is named: what stands under such a heading is the speaker's. */
  | 'heading'
  /** The body that the heading above names. */
  | 'heading-body'
  /** Nobody is named. */
  | 'nobody'
  /** Whose report or plan the words speak of. */
  | 'report'
  /** "We" and its like: the speaker. */
  | 'first-person'
  /** "We" in a quotation or with a name beside it. */
  | 'named-speaker'
  /** "It" and its like: the body spoken of. */
  | 'pointing'
  /** A plan or report, which speaks for its owner. */
  | 'document'
  /** Words that name a body, or stand for one that the document names. */
  | 'meaning';

/** A match that gave no record. */
export interface Refused {
  readonly rule: ClaimRule;
  readonly sequence: Sequence;
  /** Half-open token range of the match. */
  readonly from: number;
  readonly to: number;
  readonly subject: Subject;
  readonly reason: Reason;
  /** The rule that holds instead, where one does. */
  readonly rival: ClaimRule | null;
}

/** A listener. Without one, finding claims costs what it costs. */
export interface ClaimTrace {
  /** A match became a claim, which may yet be refused. */
  readonly claimed: (claim: Claim, match: Match) => void;
  readonly refused: (refused: Refused) => void;
  /** A time was looked at for a claim's deadline and not taken. */
  readonly passedOver: (claim: Claim, time: TimeRecord, reason: PassedOver) => void;
  /** The actor of a claim was found; `spoken` are the words that it stands for. */
  readonly named: (claim: Claim, way: ActorWay, spoken: string | null) => void;
  /** A claim became a record of the report. */
  readonly recorded: (claim: Claim, record: Commitment | Statement) => void;
}

/** A claim that gives way, as its refusal. */
export function givesWay(claim: Claim, reason: Reason, rival: ClaimRule | null = null): Refused {
  const { rule, sequence, modal, end, subject } = claim;
  return { rule, sequence, from: Math.min(modal, end), to: Math.max(modal + 1, end), subject, reason, rival };
}
