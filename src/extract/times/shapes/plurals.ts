/** Plural nouns by their form: after a number of four digits they tell a count from a year. */

import type { Token } from '../../../model/annotated.ts';

/** Words in -s that are no plural nouns. */
const NO_PLURAL = new Set(
  'was is has as its this his us plus thus yes versus does less across various gross business'.split(' '),
);

/** Whether a token has the shape of a plural noun. */
export function isPlural(token: Token): boolean {
  const { text, lower } = token;
  return (
    text === lower &&
    lower.length > 3 &&
    lower.endsWith('s') &&
    !lower.endsWith('ss') &&
    !lower.endsWith('us') &&
    !NO_PLURAL.has(lower)
  );
}
