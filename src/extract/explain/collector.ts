/** Listens to an extraction and keeps what explanations are made of. */
import type { Sentence } from '../../model/annotated.ts';
import type { Span } from '../../model/document.ts';
import type { Commitment, Statement, TimeRecord } from '../../model/report.ts';
import type { Match } from '../../rules/engine.ts';
import type { Claim } from '../claims/claim.ts';
import type { ActorWay, ClaimTrace, PassedOver, Refused } from '../claims/trace.ts';
import type { TimeFinding } from '../times/finding.ts';
import type { Item } from '../times/item.ts';
import type { Resolution } from '../times/resolve/placement.ts';
import type { TimeTrace } from '../times/trace.ts';

/** A time as it was parsed and placed. */
export interface TimeStory {
  readonly finding: TimeFinding;
  readonly item: Item;
  readonly resolution: Resolution;
  readonly sentence: Sentence;
}

/** A time that is not the deadline of a claim, and why. */
export interface OverlookedTime {
  readonly time: TimeRecord;
  readonly reason: PassedOver;
}

/** How an actor was found, and the words that it stands for. */
export interface ActorStory {
  readonly way: ActorWay;
  readonly spoken: string | null;
}

/** What was heard. */
export interface Heard {
  /** The claim of each record, by the record's id. */
  readonly claimOf: ReadonlyMap<string, Claim>;
  /** Times that were looked at for the deadline of a claim and not taken. */
  readonly passedOver: (claim: Claim) => readonly OverlookedTime[];
  readonly actorOf: (claim: Claim) => ActorStory | null;
  readonly matchOf: (claim: Claim) => Match | null;
  /** By the position of the sentence in `Annotated.sentences`. */
  readonly refused: ReadonlyMap<number, readonly Refused[]>;
  /** The time of a span of the document's text. */
  readonly timeAt: (span: Span) => TimeStory | null;
  /** All times, in the order of the text. */
  readonly times: () => readonly TimeFinding[];
}

/** A listener, and what it has heard so far. */
export function listen(): { readonly trace: ClaimTrace & TimeTrace; readonly heard: Heard } {
  const claimOf = new Map<string, Claim>();
  const matches = new Map<string, Match>();
  // A record is made of one claim object, though several may share a match.
  const passedOver = new Map<Claim, OverlookedTime[]>();
  const actors = new Map<Claim, ActorStory>();
  const refused = new Map<number, Refused[]>();
  const times = new Map<string, TimeStory>();
  return {
    trace: {
      claimed: (claim, match) => {
        matches.set(keyOf(claim), match);
      },
      refused: (one) => {
        const { index } = one.sequence.sentence;
        const list = refused.get(index);
        if (list) list.push(one);
        else refused.set(index, [one]);
      },
      passedOver: (claim, time, reason) => {
        const list = passedOver.get(claim) ?? [];
        passedOver.set(claim, [...list.filter((its) => its.time !== time), { time, reason }]);
      },
      named: (claim, way, spoken) => {
        actors.set(claim, { way, spoken });
      },
      recorded: (claim: Claim, record: Commitment | Statement) => {
        claimOf.set(record.id, claim);
      },
      timed: (finding, item, resolution, sentence) => {
        times.set(spanKey(finding.span), { finding, item, resolution, sentence });
      },
    },
    heard: {
      claimOf,
      passedOver: (claim) => passedOver.get(claim) ?? [],
      actorOf: (claim) => actors.get(claim) ?? null,
      matchOf: (claim) => matches.get(keyOf(claim)) ?? null,
      refused,
      timeAt: (span) => times.get(spanKey(span)) ?? null,
      times: () => [...times.values()].map(({ finding }) => finding),
    },
  };
}

const spanKey = ({ start, end }: Span): string => `${start} ${end}`;

/** Claims are copied on their way; what they say of their match stays. */
const keyOf = ({ rule, sequence, modal, end }: Claim): string =>
  `${sequence.stem?.index ?? ''} ${sequence.sentence.index} ${rule.key} ${modal} ${end}`;
