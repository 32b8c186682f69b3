/** Whether two reports are versions of one text at all. */
import type { Report } from '../model/report.ts';
import { FUNCTION_WORDS } from '../words/words.ts';
import type { Alignment } from './align.ts';
import type { Unit } from './units.ts';

/** Fewest sentences on each side before a lack of matches says anything. */
const ENOUGH = 8;
const LEAST_MATCHED = 0.03;
const LEAST_SHARED = 0.3;

/**
 * Why two reports cannot be compared: their languages differ, or of at least eight sentences on each side hardly any
 * match and hardly any words are shared.
 * @returns a sentence for the user, or null where they can be compared
 */
export function whyNotComparable(
  before: Report,
  after: Report,
  olds: readonly Unit[],
  news: readonly Unit[],
  { matches }: Alignment,
): string | null {
  const [one, two] = [languageOf(before), languageOf(after)];
  if (one && two && one !== two) {
    return `the old version is in ${one} and the new one in ${two}; commitments are compared within one language only.`;
  }
  const fewer = Math.min(olds.length, news.length);
  if (fewer < ENOUGH || matches.length > LEAST_MATCHED * fewer) return null;
  const shared = sharedWords(olds, news);
  if (shared >= LEAST_SHARED) return null;
  const percent = Math.round(shared * 100);
  return `the two do not look like versions of one text: ${matches.length} of ${fewer} sentences match and ${percent} % of the words are shared.`;
}

function languageOf(report: Report): string | null {
  return report.documents[0]?.language?.split('-')[0] ?? null;
}

/** Share of the words of the side with fewer that the other side has too. */
function sharedWords(olds: readonly Unit[], news: readonly Unit[]): number {
  const [one, two] = [vocabulary(olds), vocabulary(news)];
  const [small, large] = one.size <= two.size ? [one, two] : [two, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const stem of small) if (large.has(stem)) shared++;
  return shared / small.size;
}

function vocabulary(units: readonly Unit[]): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { words } of units) for (const word of words) if (!FUNCTION_WORDS.has(word.text)) out.add(word.stem);
  return out;
}
