/** Examples of rules that find what is said: undertakings, other statements, and what headings announce. */
import { wordsOf } from '../extract/explain/words.ts';
import type { Commitment, Statement } from '../model/report.ts';
import type { Mark } from '../rules/examples.ts';
import { named, type Prover } from './verdict.ts';

/** A record of an example with the words that its parts hold. */
interface Said {
  readonly record: Commitment | Statement;
  /** The words of a part by the name that marks give it; empty where there are none. */
  readonly wordsOf: (name: string) => readonly string[];
}

/** Names of marks that stand for fields of the record; all others are captures of the rule. */
const FIELDS: Readonly<Record<string, (record: Commitment | Statement) => readonly (string | null)[]>> = {
  actor: ({ actor }) => [actor.text],
  action: (its) => ('action' in its ? [its.action.text] : []),
  deadline: ({ deadline }) => [deadline?.text ?? null],
  due: ({ deadline }) => [deadline?.text ?? null],
  target: (its) => ('targets' in its ? its.targets.map(({ text }) => text) : []),
  condition: (its) => ('conditions' in its ? its.conditions.map(({ text }) => text) : []),
  beneficiary: (its) => ('beneficiary' in its ? [its.beneficiary] : []),
};

/**
 * A `finds` passes where a record of the rule holds all marked words in the parts that the marks name; an `ignores`, where
 * the rule has no record.
 */
export const proveClaim: Prover = ({ key, claim, marks, example }) => {
  const { commitments, statements } = example.findings();
  const records = [...commitments, ...statements];
  const own = records.filter(({ rules }) => rules.includes(key)).map((record) => saidBy(record, example));
  const expected = marks.map(({ name, words }) => named(name, words));
  if (claim === 'ignores') return { passed: own.length === 0, expected, found: records.map(inWords) };
  const passed = own.some((said) => marks.every((mark) => holds(said, mark)));
  const found = own.length > 0 && marks.length > 0 ? own.flatMap((said) => partsOf(said, marks)) : records.map(inWords);
  return { passed, expected, found };
};

/** The names that marks in an example of a rule may have: of parts of the record, and of what the rule captures. */
export function partsOfClaim(match: readonly string[]): readonly string[] {
  const captured = match.flatMap((text) =>
    [...text.matchAll(/(?<![a-z0-9-])([a-z][a-z0-9-]*)=/g)].map(([, its]) => its),
  );
  return [...new Set([...Object.keys(FIELDS), 'verb', 'act', ...captured.filter((its) => its !== undefined)])];
}

/**
 * Examples of a pack of names stand beside no rule. A `finds` passes where the marked words are who is bound; in an
 * `ignores` nobody is named who undertakes anything.
 */
export const proveAgent: Prover = ({ claim, marks, example }) => {
  const { commitments, statements } = example.findings();
  const records = [...commitments, ...statements];
  const actors = records.map(({ actor }) => actor.text);
  const passed =
    claim === 'ignores'
      ? commitments.every(({ actor }) => actor.text === null)
      : records.length > 0 && marks.every(({ words }) => actors.includes(words));
  return {
    passed,
    expected: marks.map(({ words }) => named('actor', words)),
    found: actors.map((words) => named('actor', words)),
  };
};

function saidBy(record: Commitment | Statement, example: Parameters<Prover>[0]['example']): Said {
  const heard = example.heard();
  const claim = heard.claimOf.get(record.id);
  const captures = claim ? heard.matchOf(claim)?.captures : undefined;
  return {
    record,
    wordsOf: (name) => {
      const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
      if (field) return field(record).filter((words) => words !== null);
      const range = captures?.get(name);
      const captured = claim && range ? [wordsOf(claim.sequence, ...range)] : [];
      return name === 'verb' || name === 'act' ? [...new Set([...captured, ...mainVerb(record)])] : captured;
    },
  };
}

/** The first word of what is to be done: the verb that a reader would name, whichever the rule captures. */
const mainVerb = (record: Commitment | Statement): string[] =>
  'action' in record ? [record.action.text.split(' ', 1)[0] ?? ''] : [];

/** Whether the words stand there; a date is marked with or without the words before it ("by 2025"). */
function holds(said: Said, { name, words }: Mark): boolean {
  const isDate = name === 'deadline' || name === 'due';
  return said
    .wordsOf(name)
    .some((its) => its === words || (isDate && (words.endsWith(` ${its}`) || its.endsWith(` ${words}`))));
}

function partsOf(said: Said, marks: readonly Mark[]): string[] {
  return marks.map(({ name }) => {
    const words = said.wordsOf(name);
    return words.length === 0 ? named(name, null) : words.map((its) => named(name, its)).join(' and ');
  });
}

/** `commitment/will-action "We will publish a plan."`. */
function inWords({ rules, evidence }: Commitment | Statement): string {
  return `${rules.join(', ')} "${evidence.quote}"`;
}
