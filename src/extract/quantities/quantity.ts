/** A quantity of a token sequence: what it says, and where it stands. */
import type { Target } from '../../model/report.ts';

/** A target with its half-open token range. */
export interface Quantity extends Target {
  readonly at: number;
  readonly to: number;
}
