/** How many findings or changes are accepted, and by what, in a few words. */
import type { AcceptedBy } from '../model/accepted.ts';
import { grouped } from './numbers.ts';

const WORDS: Readonly<Record<AcceptedBy, string>> = {
  baseline: 'in the baseline',
  'ignore-file': 'ignored',
  comment: 'ignored by comment',
};

/** `6 in the baseline, 2 ignored`; empty where there are none. */
export function acceptedWords(by: readonly AcceptedBy[]): string {
  return (['baseline', 'ignore-file', 'comment'] as const)
    .map((kind) => ({ kind, count: by.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${grouped(count)} ${WORDS[kind]}`)
    .join(', ');
}
