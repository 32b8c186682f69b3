/** The outcome of a gate, as pages tell it. */
import { capital } from './capital.ts';
import { type Markup, tag } from './markup.ts';

/** What a gate decided. */
export interface Verdict {
  readonly outcome: 'pass' | 'fail' | 'none';
  /** `3 errors (--fail-on error)`, or why there is no verdict. */
  readonly reason: string;
}

const OUTCOMES: Readonly<Record<Verdict['outcome'], string>> = { pass: 'Pass', fail: 'Fail', none: 'No verdict' };

/** The outcome in a word, and the reason. */
export function verdictOf({ outcome, reason }: Verdict): Markup {
  return tag('p', { class: `verdict ${outcome}` }, tag('b', {}, OUTCOMES[outcome]), ` ${capital(reason)}`);
}
