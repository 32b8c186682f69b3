/** What neighbouring expressions lend each other: "in April and June 1955" says the year once, "by 2019 and 2021" the cue. */
import type { Token } from '../../model/annotated.ts';
import type { Item } from './item.ts';
import type { DateTerm } from './term.ts';

const JOINTS = new Set(['and', 'or', ',', '-', '–', 'to', 'through', 'until', '&', 'from', '(', '/']);

/** The items of a sentence, with the years and cues that stand by their neighbours only. */
export function share(items: readonly Item[], tokens: readonly Token[]): readonly Item[] {
  return items.length < 2 ? items : shareCues(shareDays(shareYears(items, tokens), tokens), tokens);
}

const AND = new Set(['and', 'or', ',', '/', '&']);

/** Dates joined to one with a cue have that cue too, from left to right. */
function shareCues(items: readonly Item[], tokens: readonly Token[]): readonly Item[] {
  const shared = [...items];
  for (let i = 1; i < shared.length; i++) {
    const item = shared[i];
    const before = shared[i - 1];
    if (!item || !before?.cue || item.cue || item.term.kind !== 'date' || before.term.kind !== 'date') continue;
    const between = tokens.slice(before.to, item.from);
    if (between.length === 1 && between.every((token) => AND.has(token.lower)))
      shared[i] = { ...item, cue: { rule: before.cue.rule, from: item.from } };
  }
  return shared;
}

/** A month or day without a year takes that of the next, from right to left. */
function shareYears(items: readonly Item[], tokens: readonly Token[]): readonly Item[] {
  const shared = [...items];
  for (let i = shared.length - 2; i >= 0; i--) {
    const item = shared[i];
    const next = shared[i + 1];
    if (!item || !next || !areJoined(item, next, tokens)) continue;
    const term = lent(item.term.kind === 'date' ? item.term : null, next.term.kind === 'date' ? next.term : null);
    if (term) shared[i] = { ...item, term };
  }
  return shared;
}

/** Words between a time of day and its day: "6 p.m. and 8 p.m. Thursday", "at 7 a.m. (0500 GMT) Friday". */
const TO_DAY = new Set(['and', 'or', 'to', '-', '–', 'until', '(', ')', ',', 'on', 'gmt', 'utc', 'local', 'time']);
const DAY_REACH = 5;

/** A time of day takes the day of the next expression, from right to left. */
function shareDays(items: readonly Item[], tokens: readonly Token[]): readonly Item[] {
  const shared = [...items];
  for (let i = shared.length - 2; i >= 0; i--) {
    const item = shared[i];
    const next = shared[i + 1];
    if (item?.makes !== 'clocktime' || item.term.kind !== 'date' || next?.term.kind !== 'date') continue;
    const { weekday, day } = next.term;
    if ((weekday === undefined && day === undefined) || next.from - item.to > DAY_REACH) continue;
    const between = tokens.slice(item.to, next.from);
    if (!between.every(({ lower }) => TO_DAY.has(lower) || /^\d+$/.test(lower))) continue;
    shared[i] = { ...item, term: { ...next.term, ...item.term } };
  }
  return shared;
}

function areJoined(item: Item, next: Item, tokens: readonly Token[]): boolean {
  if (next.from - item.to > 2) return false;
  for (let i = item.to; i < next.from; i++) if (!JOINTS.has(tokens[i]?.lower ?? '')) return false;
  return true;
}

function lent(term: DateTerm | null, next: DateTerm | null): DateTerm | null {
  if (!term || !next || next.shift || term.year !== undefined) return null;
  if (term.within || term.shift || term.direction) return null;
  // "the 22nd and 23rd of March": the first day is one of the same month.
  if (next.year === undefined && term.day !== undefined && term.month === undefined && next.month !== undefined)
    return { ...term, month: next.month };
  if (next.year === undefined) return null;
  if (term.day !== undefined && term.month === undefined) {
    if (next.month === undefined) return null;
    const wraps = next.day !== undefined && next.day < term.day;
    const index = next.year * 12 + next.month - 1 - (wraps ? 1 : 0);
    return { ...term, year: Math.floor(index / 12), month: (index % 12) + 1 };
  }
  if (term.month !== undefined) {
    const wraps = next.month !== undefined && next.month < term.month;
    return { ...term, year: wraps ? next.year - 1 : next.year };
  }
  return term.season !== undefined || term.quarter !== undefined ? { ...term, year: next.year } : null;
}
