/** What came to nothing: rules that matched and were refused, and the rules that came nearest with what they lack. */

import type { ExplainedNear, ExplainedRefusal, ExplainedSentence } from '../../model/explanation.ts';
import { STRENGTH_LABELS } from '../../model/kinds.ts';
import type { ScreenOptions } from '../screen.ts';
import { below, labelled } from './lines.ts';

/** Refusals that the default screen tells of. */
const TOLD = 4;

/** Refusals that say something of the sentence come first; the others only say which of two rules was taken. */
export function refusedLines({ refused, findings }: ExplainedSentence, screen: ScreenOptions): string[] {
  const isBound = findings.some(({ record }) => record === 'commitment');
  // Beside a statement it is asked why the sentence undertakes nothing.
  const isTold = findings.some(({ record }) => record === 'statement');
  const own = isTold ? refused.filter(({ strength }) => strength !== null) : refused;
  const shown = screen.all ? refused : isBound ? [] : telling(own).slice(0, TOLD);
  if (shown.length === 0) return [];
  return [...shown.flatMap((one, i) => refusalLines(one, i === 0, screen))];
}

/** Of the refusals at one word the first: others there say much the same. Which of two rules was taken is no news. */
function telling(refused: readonly ExplainedRefusal[]): ExplainedRefusal[] {
  const told = new Set<number>();
  return refused.filter(({ start, reason }) => {
    if (told.has(start) || reason === 'outranked') return false;
    told.add(start);
    return true;
  });
}

function refusalLines(
  { rule, kind, strength, matched, because }: ExplainedRefusal,
  isFirst: boolean,
  screen: ScreenOptions,
): string[] {
  const label = strength === null ? '' : `, ${STRENGTH_LABELS[strength - 1]}`;
  return [
    ...labelled(isFirst ? 'REFUSED' : '', rule, screen),
    ...below(`"${matched}" would be ${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind}${label}; ${because}`, screen),
  ];
}

export function nearLines({ nearest }: ExplainedSentence, screen: ScreenOptions): string[] {
  return nearest.flatMap((near, i) => oneNear(near, i === 0, screen));
}

function oneNear(
  { rule, description, matched, because }: ExplainedNear,
  isFirst: boolean,
  screen: ScreenOptions,
): string[] {
  return [
    ...labelled(isFirst ? 'NEAREST' : '', rule, screen),
    ...(description === null ? [] : below(description, screen)),
    ...(matched.length === 0
      ? []
      : labelled('  has', matched.map(({ finds }) => `"${finds}"`).join(', '), screen, false)),
    ...labelled('  but', because, screen, false),
  ];
}
