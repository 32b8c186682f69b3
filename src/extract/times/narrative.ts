/** Whether a text tells of a time long before its own date, so that its months and days hang on the last date named. */

import type { Token } from '../../model/annotated.ts';
import { civilOf } from '../../model/days.ts';
import { type Cell, type FiscalStart, firstDay } from '../calendar/cells.ts';
import type { Item } from './item.ts';
import { isBesides } from './results.ts';
import type { Direction } from './term.ts';

/** Fewest dates that say something about a text. */
const LEAST = 6;
const SHARE = 0.7;
/** Years before the document's date from which a date to the month or day is of the past, and a bare year is history. */
const PAST = 1;
const HISTORY = 20;
/** Share of dates from the document's year on with which a text looks ahead, whatever it tells of the past. */
const AHEAD = 0.15;

/**
 * @param items the time expressions of the whole text
 * @param document the document's date; without one every text is told from its own dates
 */
export function narrates(items: readonly Item[], document: Cell | null): boolean {
  if (!document) return true;
  const now = yearOf(document);
  let all = 0;
  let past = 0;
  let history = 0;
  let exact = 0;
  let ahead = 0;
  for (const { term } of items) {
    if (term.kind !== 'date' || term.year === undefined) continue;
    all++;
    if (term.year > now) ahead++;
    if (term.month !== undefined) exact++;
    if (term.month !== undefined && term.year <= now - PAST) past++;
    if (term.year < now - HISTORY) history++;
  }
  if (ahead >= AHEAD * all) return false;
  return (exact >= LEAST && past >= SHARE * exact) || (all >= LEAST && history >= SHARE * all);
}

/** Words to a date, at most, in a chronicle; and the share of its dates that may lie ahead of it. */
const WORDS_TO_A_DATE = 160;
const AHEAD_OF_CHRONICLE = 0.05;

/**
 * Whether a text is a chronicle from end to end: dense with dates, and hardly one of them after its own.
 * @param items the time expressions of a text that `narrates`
 * @param words how many words the text has
 */
export function isChronicle(items: readonly Item[], words: number, document: Cell | null): boolean {
  if (!document) return false;
  const now = yearOf(document);
  let dates = 0;
  let ahead = 0;
  for (const { term } of items) {
    if (term.kind !== 'date' || (term.year ?? term.month ?? term.decade ?? term.century) === undefined) continue;
    dates++;
    if (term.year !== undefined && term.year > now) ahead++;
  }
  return dates * WORDS_TO_A_DATE >= words && ahead <= AHEAD_OF_CHRONICLE * dates;
}

const yearOf = (cell: Cell): number =>
  cell.grain === 'year' ? cell.index : cell.grain === 'month' ? Math.floor(cell.index / 12) : civilOf(cell.index).year;

/** Years that a bare year may lie before the date last told of without being an aside ("as in 1936"). */
const ASIDE = 4;

/** Where a story stands when a date is read. */
interface Story {
  readonly narrative: Cell | null;
  readonly isNarrative: boolean;
  readonly direction: Direction;
  readonly fiscal: FiscalStart;
}

/** Days before the document's from which on a bare weekday still hangs on the story. */
const FORTNIGHT = 14;

/**
 * Whether a bare weekday hangs on the document's day, whatever the text tells of: a life told from birth to death begins
 * and ends with "died on Thursday". Only beside a day long past is it that story's.
 */
export function tellsFromToday({ term }: Item, told: Cell | null, document: Cell, fiscal: FiscalStart): boolean {
  if (term.kind !== 'date' || term.weekday === undefined || term.day !== undefined || term.within) return false;
  if (document.grain !== 'day') return false;
  return told?.grain !== 'day' || firstDay(document, fiscal) - firstDay(told, fiscal) <= FORTNIGHT;
}

/** Words between "until" and its date that still belong to it. */
const UNTIL_REACH = 8;

/** Whether a date closes a state of things that began before it ("stood until the flood of Dorn in May"), beside the story. */
export function looksBeyond(tokens: readonly Token[], { from, cue }: Item): boolean {
  if (cue?.rule.relation === 'until') return true;
  const clause = tokens[from]?.clause;
  for (let i = from - 1; i >= Math.max(0, from - UNTIL_REACH); i--) {
    const token = tokens[i];
    if (!token || token.clause !== clause) return false;
    if (token.lower === 'until' || token.lower === 'till') return true;
  }
  return false;
}

/** Whether a date moves the story on, so that what follows hangs on it: no aside, no outlook, nothing told from today. */
export function carriesOn(item: Item, cell: Cell, story: Story): boolean {
  const { term, cue } = item;
  const { narrative, isNarrative, direction, fiscal } = story;
  if (term.kind === 'duration' || term.kind === 'set' || term.kind === 'event' || isBesides(item)) return false;
  if (term.kind === 'offset' && (term.from === 'document' || term.sign < 0)) return false;
  if (term.kind === 'offset' && typeof term.from === 'object' && term.from.kind === 'event') return false;
  if (term.kind === 'date' && term.shift?.from === 'document')
    return !isNarrative && cell.grain !== 'decade' && cell.grain !== 'century';
  if (!narrative || !(term.kind === 'date' && term.year !== undefined && cell.grain === 'year')) return true;
  if (direction === 'future' || cue?.rule.role === 'deadline') return false;
  return civilOf(firstDay(narrative, fiscal)).year - cell.index <= ASIDE;
}
