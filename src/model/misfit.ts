/** Says what of a JSON value is not as its schema has it, in words and by the place. */
import * as v from 'valibot';

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'an object',
  null: 'null, nothing',
};

/** @returns `findings.0.id is missing`, or `findings must be a list and is text`; without a full stop */
export function misfit(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue) ?? 'the whole';
  if (issue.received === 'undefined') return `${place} is missing`;
  if (issue.expected === null) return `${place}: ${issue.message}`;
  return `${place} must be ${wordsOf(issue.expected)} and is ${wordsOf(issue.received)}`;
}

/** @param named as valibot names a type or a value: `Array`, `"baseline"`, `("error" | "note")` */
const wordsOf = (named: string): string =>
  named
    .replace(/^\((.*)\)$/, '$1')
    .split(' | ')
    .map((one) => (Object.hasOwn(WORDS, one) ? WORDS[one] : one.slice(0, 80)))
    .join(' or ');
