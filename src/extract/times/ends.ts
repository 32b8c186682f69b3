/** The ends of spans of time: when "from 3 May to 9 May" is two dates of a story and when it is one period. */

import type { Token } from '../../model/annotated.ts';
import { isoDay } from '../../model/days.ts';
import { type Cell, type FiscalStart, firstDay } from '../calendar/cells.ts';
import type { Item } from './item.ts';
import { resolve } from './resolve/resolve.ts';
import { untold } from './resolve/untold.ts';
import { directionOf } from './tense.ts';
import type { RangeTerm } from './term.ts';

const DASHES = new Set(['-', '–']);

/** What tells whether a span is over: the document's date and the financial year. */
export interface Teller {
  /** Whether the whole text is a chronicle. */
  readonly isNarrative: boolean;
  readonly document: Cell | null;
  readonly fiscal: FiscalStart;
}

/**
 * The expressions of a sentence, spans that are told of as two events parted into their ends, as TIMEX3 has them: all
 * spans of a chronicle, and elsewhere those that lie behind the document in a clause of the past, with ends that are
 * joined by words and say their own year. A span ahead ("from 2026 to 2030"), one written as one figure ("2016-19") and
 * one that says its year once ("April to June 2023") stay whole: they are periods. So are those of texts without a
 * date, which nothing shows to lie behind.
 */
export function partSpans(items: readonly Item[], tokens: readonly Token[], teller: Teller): readonly Item[] {
  if (teller.isNarrative && teller.document) return items.flatMap((item) => twoYears(item, tokens) ?? endsOf(item));
  if (!items.some((item) => item.ends.length === 2)) return items;
  return items.flatMap((item) => (isToldOf(item, tokens, teller) ? endsOf(item) : [item]));
}

const endsOf = (item: Item): readonly Item[] => (item.ends.length === 2 ? item.ends : [item]);

/** "1745-46" in a chronicle: two years, and no financial year unless it is called one; null for all else. */
function twoYears(item: Item, tokens: readonly Token[]): readonly Item[] | null {
  const { term, from, to } = item;
  if (term.kind !== 'date' || term.fiscalYear === undefined || to - from !== 3) return null;
  if (!DASHES.has(tokens[from + 1]?.text ?? '')) return null;
  const year = (its: number, at: number): Item => ({
    ...item,
    from: at,
    to: at + 1,
    term: { kind: 'date', year: its },
  });
  return [year(term.fiscalYear, from), year(term.fiscalYear + 1, to - 1)];
}

/** Whether the first end takes its month or year from the last. */
function isLeaning({ first, last }: RangeTerm): boolean {
  if (first.kind !== 'date' || last.kind !== 'date') return false;
  return (
    (first.year === undefined && last.year !== undefined) || (first.day !== undefined && first.month === undefined)
  );
}

function isToldOf(item: Item, tokens: readonly Token[], { document, fiscal }: Teller): boolean {
  const [first, last] = item.ends;
  if (!document || !first || !last || item.term.kind !== 'range' || isLeaning(item.term)) return false;
  // "from 2021-22 to 2023-24": accounts run on from year to year.
  if (item.term.first.kind === 'date' && item.term.first.fiscalYear !== undefined) return false;
  // "June 3 to 5": the last end is but a number.
  if (last.to - last.from === 1 && item.term.last.kind === 'date' && item.term.last.day !== undefined) return false;
  if (DASHES.has(tokens[first.to]?.text ?? '') || directionOf(tokens, item) !== 'past') return false;
  const anchors = { ...untold(document, fiscal), direction: 'past' as const };
  const { end } = resolve(item.term.last, anchors);
  const today = isoDay(firstDay(document, fiscal));
  return end !== null && today !== null && end < today;
}
