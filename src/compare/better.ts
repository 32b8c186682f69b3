/** Which way is better for a number, read from the words before it; never guessed. */
import type { Target } from '../model/report.ts';
import { stemOf, type Word } from '../words/words.ts';

/** How a number binds; null where nothing is said of it. */
export type Comparator = Target['comparator'] | null;

/** More is better, less is better, or the words do not say. */
export type Better = 'more' | 'less' | null;

const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));

/** Verbs that make something smaller. */
const LESS = stemsOf(
  'reduce cut lower limit cap halve shrink shorten decrease slash minimise minimize restrict curb trim lessen ' +
    'reduction reducing cuts',
);
/** Verbs that make something larger, and verbs of doing and giving, of which more is better. */
const MORE = stemsOf(
  'increase raise grow expand extend double triple boost recruit hire appoint employ train build plant install open ' +
    'create fund invest spend provide offer deliver add buy purchase retrofit screen test treat support fit repair ' +
    'replace restore convert electrify establish launch put give allocate award contribute lend house vaccinate ' +
    'protect conserve upgrade insulate supply connect enrol enroll educate visit inspect audit generate recycle reuse ' +
    'reinvest place host commit grant pay construct secure aside increasing reskill upskill mentor sponsor rehouse',
);
const AT_LEAST = new Set(['least', 'minimum', 'over', 'exceed', 'exceeding']);
const AT_MOST = new Set(['most', 'maximum', 'within', 'under', 'below', 'fewer', 'less']);
const LOOK_BACK = 14;
const NEAR = 4;

/**
 * Which way is better for the number at `at`: what is said of its bound (`at least`, `within`), then `by 20%` after a
 * verb of change (a greater change is better), then the nearest verb before it, then the action's own verb.
 * @param verb the action's verb, or null
 * @param comparator how the number binds, where it was read
 */
export function betterOf(words: readonly Word[], at: number, verb: string | null, comparator: Comparator): Better {
  const near = words.slice(Math.max(0, at - NEAR), at).map((word) => word.text);
  if (near.includes('no') && near.some((word) => word === 'more' || word === 'later')) return 'less';
  if (near.includes('no') && near.some((word) => word === 'fewer' || word === 'less')) return 'more';
  if (near.some((word) => AT_LEAST.has(word)) || comparator === '>=') return 'more';
  const nearest = lastKnown(words, at) ?? known(verb);
  if (near.slice(-3).includes('by') && nearest !== null) return 'more';
  if (near.some((word) => AT_MOST.has(word)) || comparator === '<=') return 'less';
  return nearest;
}

function lastKnown(words: readonly Word[], at: number): Better {
  for (let index = at - 1; index >= Math.max(0, at - LOOK_BACK); index--) {
    const word = words[index];
    const found = word ? known(word.text) : null;
    if (found) return found;
  }
  return null;
}

function known(verb: string | null): Better {
  if (verb === null) return null;
  const stem = stemOf(verb.toLowerCase());
  if (LESS.has(stem)) return 'less';
  return MORE.has(stem) ? 'more' : null;
}
