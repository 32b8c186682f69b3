/** What the comparison of one sentence is given besides it, and what it gives. */
import type { Commitment, Statement } from '../../model/report.ts';
import type { Publishers } from '../actor.ts';
import type { Times } from '../deadline/due.ts';
import type { Finding } from '../versions.ts';

/** What a sentence's two reports know besides the sentence. */
export interface Surroundings {
  readonly times: readonly [old: Times, now: Times];
  readonly publishers: Publishers;
}

/** The outcome for one sentence. */
export interface SentenceChange {
  readonly before: Commitment | null;
  readonly after: Commitment | null;
  readonly statement: Statement | null;
  readonly findings: readonly Finding[];
  /** Pairs of the same sentence, besides `before` and `after`, in which something changed too. */
  readonly others: readonly (readonly [before: Commitment, after: Commitment])[];
  /** Commitments that the surviving sentence no longer makes, or makes besides. */
  readonly lost: readonly Commitment[];
  readonly gained: readonly Commitment[];
}
