/** Whether a text tells of a time long before its own date, so that its months and days hang on the last date named. */
import { type Cell, type FiscalStart, firstDay } from '../calendar/cells.ts';
import { civilOf } from '../calendar/days.ts';
import type { Item } from './item.ts';
import type { Direction } from './term.ts';

/** Fewest dates with a year that say something about a text. */
const LEAST = 5;
/** Years before the document's date from which a date counts as history. */
const LONG_AGO = 3;
const SHARE = 0.6;

/**
 * @param items the time expressions of the whole text
 * @param document the document's date; without one every text is told from its own dates
 */
export function narrates(items: readonly Item[], document: Cell | null): boolean {
  if (!document) return true;
  const now = yearOf(document);
  let dated = 0;
  let old = 0;
  for (const { term } of items) {
    if (term.kind !== 'date' || term.year === undefined) continue;
    dated++;
    if (term.year < now - LONG_AGO) old++;
  }
  return dated >= LEAST && old >= SHARE * dated;
}

const yearOf = (cell: Cell): number =>
  cell.grain === 'year' ? cell.index : cell.grain === 'month' ? Math.floor(cell.index / 12) : civilOf(cell.index).year;

/** Years that a bare year may lie before the date last told of without being an aside ("as in 1936"). */
const ASIDE = 4;

/** Whether a date moves the story on, so that what follows hangs on it: no aside, no outlook, nothing told from today. */
export function carriesOn(
  { term, cue }: Item,
  cell: Cell,
  narrative: Cell | null,
  direction: Direction,
  fiscal: FiscalStart,
): boolean {
  if (term.kind === 'duration' || term.kind === 'set') return false;
  if (term.kind === 'offset' && (term.from === 'document' || term.sign < 0)) return false;
  if (term.kind === 'date' && term.shift?.from === 'document')
    return cell.grain !== 'decade' && cell.grain !== 'century';
  if (!narrative || !(term.kind === 'date' && term.year !== undefined && cell.grain === 'year')) return true;
  if (direction === 'future' || cue?.rule.role === 'deadline') return false;
  const years = civilOf(firstDay(narrative, fiscal)).year - cell.index;
  return years <= ASIDE;
}
