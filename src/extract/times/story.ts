/** The years of a chronicle's bare days, months and seasons, chosen together so that its story steps back as little as it can. */
import { addMonths, civilOf, type Day } from '../../model/days.ts';
import { type Cell, cellAt, dayInMonth, type FiscalStart, firstDay, lastDay, monthsIn } from '../calendar/cells.ts';
import { grainOf } from '../calendar/durations.ts';
import type { DateTerm, Term } from './term.ts';

/** A date of a chronicle as it is told. */
export interface Told {
  readonly term: Term;
  /** Whether it looks beyond the story ("stood until the flood of Dorn in May 1745"), so that nothing hangs on it. */
  readonly isAside: boolean;
  /** Whether it is the last end of a span whose first end is the date before it. */
  readonly closes: boolean;
  /** Whether it heads what follows, so that it is no aside. */
  readonly heads: boolean;
  /** Its paragraph: a new one may take up an earlier thread. */
  readonly block: number;
}

type Interval = readonly [Day, Day];

/** A place that the story may have come to, the cost of all steps up to it, and the way there. */
interface State {
  readonly at: Interval;
  readonly cost: number;
  readonly before: State | null;
  /** Position of the bare date that was given `year` here, or -1. */
  readonly told: number;
  readonly year: number;
}

/** How much dearer a step back is than a step on, and costs in days beyond which all steps are alike: a new paragraph may take up any thread. */
const BACK = 2.5;
const FAR = 1500;
const FAR_AT_OPENING = 500;
/** Days from which on a place in the story is a bare year, and what it costs to leave one for another year at once. */
const YEARLONG = 300;
const LEAVE = 300;
/** What it costs to take a bare year for an aside, in days. */
const SKIP = 150;
/** Years around the dates told with theirs in which a bare date may lie, and bare dates that share them. */
const REACH = 2;
/** Years that a bare year may lie off the story without being an aside ("as in 1936"). */
const ASIDE = 4;
/** Most places that the story is followed from. */
const MOST_STATES = 12;

/**
 * The year of every date that does not say its own, by position; null where it says it or where nothing tells.
 * Work is bounded by dates × a constant (Viterbi, "Error bounds for convolutional codes", 1967).
 * @param limit last day that a chronicle can tell of: that of its own date
 */
export function storyYears(told: readonly Told[], limit: Day | null, fiscal: FiscalStart): (number | null)[] {
  const years: (number | null)[] = told.map(() => null);
  const ahead = nextYears(told);
  let states: readonly State[] = [];
  let asides: { readonly told: number; readonly states: readonly State[] }[] = [];
  let known: number | null = null;
  let block = -1;
  let isHeaded = false;
  const opensAt = (its: Told): boolean => {
    const opens = its.block !== block && !isHeaded;
    block = its.block;
    isHeaded = its.heads;
    return opens;
  };
  const settle = (): void => {
    const best = cheapest(states);
    const way = new Set<State | null>();
    for (let state = best; state; state = state.before) {
      way.add(state);
      if (state.told >= 0) years[state.told] = state.year;
    }
    // An aside lies near the way that was taken.
    for (const aside of asides) {
      const from = cheapest(aside.states.filter((state) => way.has(state.before))) ?? cheapest(aside.states);
      if (from) years[aside.told] = from.year;
    }
    asides = [];
    if (best) states = [{ ...best, cost: 0, before: null, told: -1 }];
  };
  told.forEach((its, i) => {
    const { term } = its;
    const shifted = stepOf(term);
    if (shifted) {
      states = states.map((state) => ({ ...state, at: shifted(state.at), before: state, told: -1 }));
      return;
    }
    if (term.kind !== 'date' || term.within || term.shift || term.direction) return;
    if (term.year !== undefined) {
      const at = placed(term, term.year, fiscal);
      if (!at || isOff(term, known) || its.isAside) return;
      known = term.year;
      // "1926–1928": what follows lies in all of these years.
      states =
        its.closes && term.month === undefined
          ? states.map((state) => ({ ...state, at: [state.at[0], Math.max(state.at[1], at[1])] }))
          : hopeful([
              ...extend(states, [{ at, year: term.year }], -1, opensAt(its)),
              ...(term.month === undefined && !its.heads
                ? states.map((state) => ({ ...state, cost: state.cost + SKIP }))
                : []),
            ]);
      if (term.month !== undefined) settle();
      return;
    }
    if (term.month === undefined && term.season === undefined) return;
    const next = ahead[i] ?? null;
    const candidates = new Set<number>();
    for (const state of states) for (const by of [-1, 0, 1]) candidates.add(civilOf(state.at[0]).year + by);
    if (next !== null) for (let by = -REACH; by <= 0; by++) candidates.add(next + by);
    const options = [...candidates].flatMap((year) => {
      const at = placed(term, year, fiscal);
      return at && (limit === null || at[0] <= limit) ? [{ at, year }] : [];
    });
    if (options.length === 0 || (states.length === 0 && next === null)) return;
    const reached = extend(states, options, i, opensAt(its));
    if (its.isAside && states.length > 0) asides.push({ told: i, states: reached });
    else states = reached;
  });
  settle();
  return years;
}

/** For every date the next year that the text says, from right to left. */
function nextYears(told: readonly Told[]): (number | null)[] {
  const years: (number | null)[] = [];
  let next: number | null = null;
  for (let i = told.length - 1; i >= 0; i--) {
    const term = told[i]?.term;
    if (term?.kind === 'date' && term.year !== undefined && term.month !== undefined) next = term.year;
    years[i] = next;
  }
  return years;
}

const isOff = (term: DateTerm, known: number | null): boolean =>
  known !== null &&
  term.month === undefined &&
  term.season === undefined &&
  Math.abs((term.year ?? known) - known) > ASIDE;

function extend(
  states: readonly State[],
  options: readonly { readonly at: Interval; readonly year: number }[],
  told: number,
  opens: boolean,
): readonly State[] {
  const reached = options.map(({ at, year }): State => {
    let best: State = { at, cost: 0, before: null, told, year };
    let least = Number.POSITIVE_INFINITY;
    for (const state of states) {
      const cost = state.cost + step(state.at, at, opens);
      if (cost >= least) continue;
      least = cost;
      best = { at, cost, before: state, told, year };
    }
    return best;
  });
  return likeliest(reached);
}

/** As many places as are worth going on from, the cheapest, so that the work on a date is bounded. */
const likeliest = (states: readonly State[]): readonly State[] =>
  states.length <= MOST_STATES ? states : states.toSorted((a, b) => a.cost - b.cost).slice(0, MOST_STATES);

/** Without the places that cost more than the cheapest and any step from it: no way leads on from them. */
function hopeful(states: readonly State[]): readonly State[] {
  const most = (cheapest(states)?.cost ?? 0) + LEAVE + FAR;
  return states.filter(({ cost }) => cost <= most);
}

function step(from: Interval, to: Interval, opens: boolean): number {
  const on = to[0] - from[1];
  const back = from[0] - to[1];
  const leaves = from[1] - from[0] > YEARLONG && (on > 0 || back > 0) ? LEAVE : 0;
  return leaves + Math.min(opens ? FAR_AT_OPENING : FAR, Math.max(on, BACK * back, 0));
}

function cheapest(states: readonly State[]): State | null {
  let best: State | null = null;
  for (const state of states) if (!best || state.cost < best.cost) best = state;
  return best;
}

/** The days of a date in a year. */
function placed(term: DateTerm, year: number, fiscal: FiscalStart): Interval | null {
  const cell = cellIn(term, year);
  return cell && [firstDay(cell, fiscal), lastDay(cell, fiscal)];
}

function cellIn(term: DateTerm, year: number): Cell | null {
  if (term.month !== undefined) {
    const month: Cell = { grain: 'month', index: year * 12 + term.month - 1 };
    return term.day === undefined ? month : dayInMonth(month, term.day);
  }
  if (term.season !== undefined) return { grain: 'season', index: year * 4 + term.season };
  return { grain: 'year', index: year };
}

/** Where "two years later" and "the following year" lead from a place in the story; null for what is no such step. */
function stepOf(term: Term): ((at: Interval) => Interval) | null {
  if (term.kind === 'offset' && term.from === 'narrative' && term.sign > 0) {
    const number = term.length.amount.high ?? term.length.amount.low;
    const grain = grainOf(term.length.unit);
    const months = grain && number !== null ? Math.round(monthsIn(grain) * number) : 0;
    return months >= 12 ? ([first, last]) => [addMonths(first, months), addMonths(last, months)] : null;
  }
  if (term.kind !== 'date' || term.shift?.grain !== 'year' || term.shift.from === 'document') return null;
  const { by } = term.shift;
  if (by < 0) return null;
  return ([first]) => {
    const year = { month: 1, day: 1 };
    const cell: Cell = { grain: 'year', index: cellAt('year', first, year).index + by };
    return by === 0 ? [first, first] : [firstDay(cell, year), lastDay(cell, year)];
  };
}
