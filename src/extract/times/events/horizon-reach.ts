/** How far a term such as "short term" reaches: "Short-term – 2020", "medium term (4–6 years)", "long-term: post 2030". */
import { civilOf } from '../../../model/days.ts';
import { firstDay, lastDay } from '../../calendar/cells.ts';
import { addLength } from '../../calendar/durations.ts';
import { lengthValue } from '../resolve/lengths.ts';
import type { Anchors } from '../resolve/placement.ts';
import type { DurationTerm, Term } from '../term.ts';
import type { EventDays } from './event-days.ts';
import { daysOf } from './term-days.ts';

/** The term that begins at once, however its definition begins. */
const SHORTEST = new Set(['short term', 'near term', 'immediate term', 's', 'st', 'i', 'n']);

/**
 * The days of a term.
 * @param key the name of the term
 * @param isBehind whether what defines it is what it lies behind: "beyond 2030", "over ten years"
 */
export function reachOf(term: Term, key: string, isBehind: boolean, anchors: Anchors): EventDays | null {
  if (term.kind === 'duration') return lengthFrom(term, key, isBehind, anchors);
  const days = daysOf(term, anchors);
  if (!days) return null;
  const { first, last } = days;
  if (isBehind && last) {
    const next = lastDay(last, anchors.fiscal) + 1;
    const isYear = last.grain === 'year';
    return { first: isYear ? { grain: 'year', index: civilOf(next).year } : { grain: 'day', index: next }, last: null };
  }
  // One date is the last: what is done in the short term is done by 2020.
  return term.kind === 'range' ? days : { first: null, last: last ?? first };
}

/** The days of a term that is so long, from the document's date. */
function lengthFrom(term: DurationTerm, key: string, isBehind: boolean, anchors: Anchors): EventDays {
  const { low, high } = term.amount;
  const length = lengthValue(term);
  const { document, fiscal } = anchors;
  if (!document) return { first: null, last: null, length };
  const today = firstDay(document, fiscal);
  const from = addLength(today, low, term.unit);
  const to = addLength(lastDay(document, fiscal), high, term.unit);
  const day = (index: number | null) => (index === null ? null : { grain: 'day' as const, index });
  if (isBehind) return { first: day(to), last: null, length };
  const isAtOnce = SHORTEST.has(key) || low === high;
  const end = to !== null && document.grain === 'day' ? to - 1 : to;
  return { first: day(isAtOnce ? today : from), last: day(end), length };
}
