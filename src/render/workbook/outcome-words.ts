/** The outcome of a gate, as summaries tell it. */
import type { Verdict } from '../../model/verdict.ts';

const OUTCOMES: Readonly<Record<Verdict['outcome'], string>> = { pass: 'Pass', fail: 'Fail', none: 'No verdict' };

/** `Fail: 3 errors (--fail-on error)`. */
export const outcomeWords = ({ outcome, reason }: Verdict): string => `${OUTCOMES[outcome]}: ${reason}`;
