/** The outcome of a gate, as pages tell it. */
import type { Verdict } from '../../model/verdict.ts';
import { capital } from './capital.ts';
import { type Markup, tag } from './markup.ts';

const OUTCOMES: Readonly<Record<Verdict['outcome'], string>> = { pass: 'Pass', fail: 'Fail', none: 'No verdict' };

/** The outcome in a word, and the reason. */
export function verdictOf({ outcome, reason }: Verdict): Markup {
  return tag('p', { class: `verdict ${outcome}` }, tag('b', {}, OUTCOMES[outcome]), ` ${capital(reason)}`);
}
