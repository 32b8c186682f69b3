/** Examples of rules that tell more of an undertaking: on what it depends, for whom it is, whether it is new, how much. */
import type { Commitment, Target } from '../model/report.ts';
import { named, type Prover } from './verdict.ts';

/** A condition of the rule's kind with the marked words; an `ignores` has none of that kind. */
export const proveCondition: Prover = ({ rule, claim, marks, example }) => {
  const conditions = example.findings().commitments.flatMap((its) => its.conditions);
  const said = conditions.map(({ kind, text }) => named(`${kind} condition`, text));
  const expected = marks.map(({ words }) => named(`${rule.kind} condition`, words));
  const passed =
    claim === 'ignores'
      ? conditions.every(({ kind }) => kind !== rule.kind)
      : expected.every((its) => said.includes(its)) &&
        (marks.length > 0 || conditions.some(({ kind }) => kind === rule.kind));
  return { passed, expected, found: said };
};

/** The marked words gain by an undertaking; in an `ignores` nobody does. */
export const proveBeneficiary: Prover = ({ claim, marks, example }) => {
  const found = example.findings().commitments.flatMap(({ beneficiary }) => beneficiary ?? []);
  const passed =
    claim === 'ignores' ? found.length === 0 : found.length > 0 && marks.every(({ words }) => found.includes(words));
  return {
    passed,
    expected: marks.map(({ words }) => named('beneficiary', words)),
    found: found.map((words) => named('beneficiary', words)),
  };
};

/** What a rule says of an undertaking; every example is one. */
export const proveQuality: Prover = ({ rule, claim, example }) => {
  const { commitments } = example.findings();
  const says = commitments.some((its) => isSaid(its, rule.says));
  return {
    passed: commitments.length > 0 && says === (claim === 'finds'),
    expected: [claim === 'finds' ? String(rule.says) : `not ${rule.says}`],
    found: commitments.map((its) => `${qualitiesOf(its).join(', ') || 'nothing of the kind'} "${its.evidence.quote}"`),
  };
};

function isSaid(its: Commitment, says: unknown): boolean {
  return qualitiesOf(its).some((quality) => quality === says);
}

function qualitiesOf({ polarity, specificity, targets, novelty }: Commitment): string[] {
  return [
    ...(polarity === 'negative' ? ['negative'] : []),
    ...(specificity < 2 && targets.length === 0 ? ['vague'] : []),
    ...(novelty === 'unknown' ? [] : [novelty]),
  ];
}

/** In a `finds` every mark is a target; in an `ignores` there are no others than the marks. */
export const proveQuantity: Prover = ({ claim, marks, example }) => {
  const targets = example.findings().commitments.flatMap((its) => its.targets);
  const found = targets.map((target) => `"${target.text}" = ${short(target)}`);
  const expected = marks.map(({ name, words }) => `"${words}" = ${name}`);
  const passed =
    claim === 'finds'
      ? found.length > 0 && expected.every((its) => found.includes(its))
      : found.length === expected.length && found.every((its, i) => its === expected[i]);
  return { passed, expected, found };
};

/** A target in the short form of the examples: "7 % from 12 >= down per year of pupils on 2019 levels". */
function short({ value, unit, from, upper, comparator, direction, per, of, baseline }: Target): string {
  return [
    value,
    unit,
    from === null ? null : `from ${from}`,
    upper === null ? null : `upper ${upper}`,
    comparator === '=' ? null : comparator,
    direction,
    per && `per ${per}`,
    of && `of ${of}`,
    baseline && `on ${baseline.text}`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}
