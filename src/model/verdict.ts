/** What a gate decided: the verdict of `--fail-on`, as every format tells it. */

/** A verdict and what it rests on. */
export interface Verdict {
  /** `none` where something was not read or not compared: an incomplete reading must not look like a verdict. */
  readonly outcome: 'pass' | 'fail' | 'none';
  /** `3 errors (--fail-on error)`, or why there is no verdict. */
  readonly reason: string;
}

/** `FAIL, 3 errors (--fail-on error)`: for screens and logs. */
export const verdictWords = ({ outcome, reason }: Verdict): string =>
  `${{ pass: 'pass', fail: 'FAIL', none: 'no verdict' }[outcome]}, ${reason}`;
