/** Whether two reports are versions of one text at all. */
import type { Version } from '../model/version.ts';
import type { Alignment } from './align.ts';
import { sharedRuns } from './runs.ts';
import type { Unit } from './units.ts';

/** Fewest sentences on each side before a lack of matches says anything. */
const ENOUGH = 8;
/** Where so many of the sentences match, no more is asked. */
const PLAINLY = 0.25;
/** Least share of runs of words, in the middle between the least of revisions and the most of other documents. */
const LEAST_SHARED = 0.05;
/** A response quotes what it responds to, and seldom half of it. */
const QUOTED = 0.5;
/** Letters of a title that a message shows. */
const SHOWN = 60;
const RESPONSE = /\b(?:response|reply) (?:of [a-z ]{1,60})?to\b/i;

/**
 * Why two reports cannot be compared: one has no text; their languages differ; one responds to the other; or of at
 * least eight sentences on each side few match and hardly any words stand together as they did.
 * @returns a sentence for the user, or null where they can be compared
 */
export function whyNotComparable(
  before: Version,
  after: Version,
  olds: readonly Unit[],
  news: readonly Unit[],
  { matches }: Alignment,
): string | null {
  if (isEmpty(before) !== isEmpty(after)) {
    return `no text could be read in the ${isEmpty(after) ? 'new' : 'old'} version, so all of the other one would seem ${isEmpty(after) ? 'removed' : 'added'}.`;
  }
  const [one, two] = [languageOf(before), languageOf(after)];
  if (one && two && one !== two) {
    return `the old version is in ${one} and the new one in ${two}; commitments are compared within one language only.`;
  }
  const fewer = Math.min(olds.length, news.length);
  const isResponse = responds(after) !== responds(before);
  if (fewer < ENOUGH || (matches.length > PLAINLY * fewer && !isResponse)) return null;
  const shared = sharedRuns(...textsOf(before, after, olds, news));
  if (isResponse && shared < QUOTED) {
    const [side, title] = responds(after) ? ['new', titleOf(after)] : ['old', titleOf(before)];
    const shown = title.length > SHOWN ? `${title.slice(0, SHOWN).trimEnd()}…` : title;
    return `the ${side} one is a response and not a version of the other (“${shown}”).`;
  }
  if (shared >= LEAST_SHARED) return null;
  const percent = Math.round(shared * 100);
  return `the two do not look like versions of one text: ${matches.length} of ${fewer} sentences match and ${percent} % of what the shorter one says stands in the other in the same words.`;
}

/** What both say: all of it where that is known of both, else what their reports quote. */
function textsOf(
  before: Version,
  after: Version,
  olds: readonly Unit[],
  news: readonly Unit[],
): readonly [readonly string[], readonly string[]] {
  if (!before.wording || !after.wording) return [olds.map(({ quote }) => quote), news.map(({ quote }) => quote)];
  return [before.wording.passages.map(({ text }) => text), after.wording.passages.map(({ text }) => text)];
}

const isEmpty = ({ documents }: Version): boolean => documents[0]?.status === 'failed' || documents[0]?.words === 0;

const titleOf = ({ documents }: Version): string => documents[0]?.title ?? '';

const responds = (version: Version): boolean => RESPONSE.test(titleOf(version));

const languageOf = ({ documents }: Version): string | null => documents[0]?.language?.split('-')[0] ?? null;
