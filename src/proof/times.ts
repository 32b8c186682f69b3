/** Examples of rules that find times, and of those that find when events are. */
import { compiled } from '../extract/compiled.ts';
import { findTellings } from '../extract/times/events/told.ts';
import type { TimeFinding } from '../extract/times/finding.ts';
import { parseTimes } from '../extract/times/parse/parse.ts';
import { untold } from '../extract/times/resolve/untold.ts';
import type { Mark } from '../rules/examples.ts';
import type { Asked, Prover } from './verdict.ts';

/** What makes no time of its own, only a part of one or a veto: its examples are those of other rules. */
const PARTS: readonly unknown[] = ['veto', 'amount', 'happening', 'present'];

/**
 * A `finds` passes where exactly what is marked is found, `[words|value start..end role]`: the extent and the TIMEX3 value,
 * and where given the days (either may be empty) and the role; one of them by the rule. In an `ignores` the rule finds
 * nothing; a rule that makes no times of its own forbids all of them there.
 */
export const proveTime: Prover = ({ key, rule, claim, marks, example }) => {
  const times = example.times();
  const isTime = !PARTS.includes(rule.makes);
  const expected = marks.map(({ name, words }) => `"${words}" = ${name}`);
  if (claim === 'ignores') {
    const taken = times.filter(({ rules }) => !isTime || rules.includes(key));
    return { passed: taken.length === 0, expected, found: times.map((time) => shown(time, null)) };
  }
  const isMarked = times.length === marks.length && marks.every((mark, i) => isAs(times[i], mark));
  const isOwn = isTime ? times.some(({ rules }) => rules.includes(key)) : true;
  return { passed: isMarked && isOwn, expected, found: times.map((time, i) => shown(time, marks[i] ?? null)) };
};

function isAs(time: TimeFinding | undefined, { name, words }: Mark): boolean {
  if (time?.text !== words) return false;
  const [value = '', ...facts] = name.split(' ');
  return time.value === value && facts.every((fact) => fact === factOf(time, fact));
}

/** The days where a fact has days, else the role. */
const factOf = (time: TimeFinding, fact: string): string =>
  fact.includes('..') ? `${time.start ?? ''}..${time.end ?? ''}` : time.role;

/** A time in the form of a mark, with the facts that the mark has, and its rules. */
function shown(time: TimeFinding, mark: Mark | null): string {
  const [, ...facts] = (mark?.name ?? '_ .. role').split(' ');
  const told = [time.value, ...facts.map((fact) => factOf(time, fact))].join(' ');
  return `"${time.text}" = ${told} (${time.rules.join(', ')})`;
}

/** A `finds` passes where the rule captures the marked `event` and `when`; in an `ignores` no event is dated at all. */
export const proveEvent: Prover = (asked) => {
  const { claim, marks } = asked;
  const expected = [eventWords((name) => marks.find((mark) => mark.name === name)?.words ?? '')];
  if (claim === 'ignores') {
    const { length } = tellings(asked);
    return { passed: length === 0, expected: [], found: length === 0 ? [] : ['the date of an event'] };
  }
  const found = captures(asked);
  return { passed: expected.every((its) => found.includes(its)), expected, found };
};

const eventWords = (of: (name: string) => string): string => `event "${of('event')}" = when "${of('when')}"`;

function tellings({ example, rules }: Asked) {
  const { times } = compiled(rules, []);
  const anchors = untold(null, { month: 4, day: 1 });
  return example.annotated.sentences.flatMap((its) =>
    findTellings(its, parseTimes(its, times, 'dmy'), times.events, anchors),
  );
}

/** The words of events and dates that the rule captures. */
function captures({ example, rules, key }: Asked): string[] {
  const { times } = compiled(rules, []);
  return example.annotated.sentences.flatMap((its) => {
    const { tokens, text } = its;
    const items = parseTimes(its, times, 'dmy');
    const dated = items.filter(({ term }) => term.kind === 'date' || term.kind === 'range');
    const lengths = items.filter(({ term }) => term.kind === 'duration');
    const spans = new Map([
      ['length', new Map(lengths.map(({ from, to }) => [from, to]))],
      ['when', new Map(dated.map(({ from, to }) => [from, to]))],
      ['span', new Map(dated.map(({ from, to }) => [from, to]))],
    ]);
    return times.events.rules
      .match(its, spans)
      .filter(({ rule }) => rule.key === key)
      .map(({ captures: found }) =>
        eventWords((name) => {
          const [from, to] = found.get(name) ?? [0, 0];
          const last = tokens[to - 1];
          return last ? text.slice(tokens[from]?.at ?? 0, last.at + last.text.length) : '';
        }),
      );
  });
}
