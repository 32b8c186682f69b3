/** Examples of the rules that tell an author what to mend. */
import { check } from '../check/check.ts';
import { type CheckRules, compileChecks } from '../check/check-rules.ts';
import { lexical } from '../check/lexical.ts';
import type { Commitment } from '../model/report.ts';
import type { Rules } from '../rules/rules.ts';
import { named, type Prover } from './verdict.ts';

/** The day from which deadlines of examples are judged, unless their file says another. */
const EXAMPLE_AS_OF = '2026-01-31';

const compiled = new WeakMap<Rules, CheckRules>();

function checksOf(rules: Rules): CheckRules {
  const known = compiled.get(rules) ?? compileChecks(rules);
  compiled.set(rules, known);
  return known;
}

/** A `finds` has a finding of the rule whose message has the marked words; an `ignores` has none of the rule. */
export const proveCheck: Prover = ({ rule, claim, marks, example, rules, file }) => {
  const given = file['example-as-of'];
  const asOf = typeof given === 'string' ? given : EXAMPLE_AS_OF;
  const { commitments, timeline, date } = example.findings();
  const { publisher } = example.annotated.document;
  const part = { document: { date, publisher }, commitments, timeline };
  const checks = checksOf(rules);
  if (typeof rule.says === 'string') return proveSaying(rule.id, commitments, claim, checks);
  const found = check(part, checks, { asOf, levels: { [rule.id]: 'note' } });
  const own = found.filter((its) => its.rule === rule.id);
  const expected = marks.map(({ words }) => named(rule.id, words));
  const passed =
    claim === 'ignores'
      ? own.length === 0
      : own.length > 0 && marks.every(({ words }) => own.some(({ message }) => message.includes(words)));
  return { passed, expected, found: found.map((its) => `${its.rule}: ${its.message}`) };
};

/** What words say to other rules: a `finds` is a commitment of which they say it, an `ignores` one of which they do not. */
function proveSaying(id: string, commitments: readonly Commitment[], claim: 'finds' | 'ignores', checks: CheckRules) {
  const rules = checks.rules.filter((its) => its.id === id);
  const { sayings } = lexical(commitments, rules, checks.set);
  const found = [...sayings.values()].flatMap((its) => [...its].map(([saying, words]) => named(saying, words)));
  return { passed: found.length > 0 === (claim === 'finds') && commitments.length > 0, expected: [id], found };
}
