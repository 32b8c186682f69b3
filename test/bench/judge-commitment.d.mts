import type { Commitment } from '../../src/model/report.ts';

/** A sentence with the commitments that it makes, field by field. */
export interface Probe {
  readonly id: string;
  readonly class: string;
  readonly text: string;
  readonly want: readonly object[];
}

/** One field of one commitment: what is wanted and what was found, equal where it is right. */
export interface Judged {
  readonly field: string;
  readonly want: unknown;
  readonly got: unknown;
}

export function judge(probe: Probe, found: readonly Commitment[]): readonly Judged[];
