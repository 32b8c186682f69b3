/** Terms → values: places a time expression in the calendar, as far as it and its anchors allow. */

import { addMonths, civilOf, type Day, isoDay } from '../../model/days.ts';
import type { TimeRecord } from '../../model/report.ts';
import {
  type Cell,
  calendarOf,
  cellAt,
  dayInMonth,
  type FiscalStart,
  firstDay,
  type Grain,
  isFiner,
  lastDay,
  monthsIn,
  shift,
  stepDay,
  timexOf,
} from '../calendar/cells.ts';
import { type Amount, addLength, grainOf, isoLength, type Unit } from '../calendar/durations.ts';
import { choose, weekdayNear } from './nearest.ts';
import { partOf } from './part-of.ts';
import type { Anchors, Interval, Resolution } from './placement.ts';
import type { DateTerm, DurationTerm, From, OffsetTerm, RangeTerm, SetTerm, Term } from './term.ts';
import { fieldsOnly, unknownShift } from './underspecified.ts';

/** A placed date, or what is known of it when it cannot be placed. */
interface Placed {
  readonly cell: Cell | null;
  /** TIMEX3 value with X for what is unknown, when there is no cell. */
  readonly value: string;
  readonly interval: Interval;
  readonly anchor: TimeRecord['anchor'];
}

/** Places a term. Never throws; what cannot be placed has `resolved: false` and no days. */
export function resolve(term: Term, anchors: Anchors): Resolution {
  switch (term.kind) {
    case 'date': {
      const placed = place(term, anchors);
      const resolution = dated(placed, term.time);
      const isWhole = term.label !== undefined && placed.cell?.grain === 'fiscal-year';
      return isWhole ? { ...resolution, value: String(term.label) } : resolution;
    }
    case 'offset':
      return dated(placeOffset(term, anchors), undefined);
    case 'duration':
      return length(term, anchors);
    case 'range':
      return range(term, anchors);
    case 'set':
      return recurrence(term);
    case 'reference': {
      const isLength = term.value.startsWith('P') && !term.value.endsWith('_REF');
      return { ...NOTHING, type: isLength ? 'DURATION' : 'DATE', value: term.value };
    }
    case 'year-before': {
      const { cell, anchor } = resolve(term.end, anchors);
      if (!cell || isFiner('month', cell.grain)) return { ...NOTHING, anchor };
      const its: Cell =
        cell.grain === 'month'
          ? shift(cell, 1 - term.months)
          : { grain: 'day', index: addMonths(firstDay(cell, anchors.fiscal) + 1, -term.months) };
      return dated({ cell: its, value: '', interval: wholeOf(its, anchors), anchor }, undefined);
    }
    case 'event':
    case 'amount':
      return { ...NOTHING, type: 'DATE', value: '' };
  }
}

const NOTHING: Resolution = {
  type: 'DATE',
  value: '',
  start: null,
  end: null,
  precision: null,
  calendar: 'gregorian',
  recurrence: null,
  resolved: false,
  anchor: null,
  cell: null,
};

function dated(placed: Placed, time: string | undefined): Resolution {
  const { cell, interval } = placed;
  const value = cell ? timexOf(cell) : placed.value;
  const start = interval[0] === null ? null : isoDay(interval[0]);
  const end = interval[1] === null ? null : isoDay(interval[1]);
  return {
    ...NOTHING,
    type: time ? 'TIME' : 'DATE',
    value: time ? withTime(value, time) : value,
    start,
    end,
    precision: cell ? precisionOf(cell.grain) : null,
    calendar: cell ? calendarOf(cell.grain) : 'gregorian',
    resolved: start !== null || end !== null || (cell !== null && cell.grain !== 'day'),
    anchor: placed.anchor,
    cell,
  };
}

const withTime = (value: string, time: string): string =>
  /^(?:BC)?[\dX]{4}-(?:\d\d|XX|W)/.test(value) ? `${value}${time}` : `XXXX-XX-XX${time}`;

/** The name that the contract gives to a grain. */
function precisionOf(grain: Grain): TimeRecord['precision'] {
  switch (grain) {
    case 'weekend':
      return 'week';
    case 'fiscal-year':
    case 'academic-year':
      return 'year';
    case 'fiscal-quarter':
      return 'quarter';
    case 'fiscal-half':
      return 'half';
    case 'millennium':
      return 'century';
    default:
      return grain;
  }
}

const unplaced = (value: string): Placed => ({ cell: null, value, interval: [null, null], anchor: null });

const wholeOf = (cell: Cell, { fiscal }: Anchors): Interval => [firstDay(cell, fiscal), lastDay(cell, fiscal)];

function anchorOf(
  from: From,
  anchors: Anchors,
  grain: Grain = 'millennium',
): { cell: Cell | null; anchor: TimeRecord['anchor'] } {
  const looksBack = from === 'narrative' || (from === 'setting' && anchors.isNarrative);
  const usesNarrative = looksBack && anchors.narrative !== null;
  const told =
    anchors.mentions.find((mention) =>
      grain === 'quarter' ? mention.grain === grain : !isFiner(grain, mention.grain),
    ) ??
    anchors.mentions.find((mention) => !isFiner(grain, mention.grain)) ??
    anchors.narrative;
  const cell = usesNarrative ? (told && isFiner(grain, told.grain) ? anchors.document : told) : anchors.document;
  return {
    cell,
    anchor: { kind: usesNarrative ? 'narrative' : 'document', value: cell && timexOf(cell) },
  };
}

const place = (term: DateTerm, anchors: Anchors): Placed => {
  const placed = placeWhole(term, anchors);
  if (!term.part || !placed.cell) return placed;
  return { ...placed, interval: partOf(placed.cell, term.part, placed.interval, anchors) };
};

function placeWhole(term: DateTerm, anchors: Anchors): Placed {
  let anchor: TimeRecord['anchor'] = null;
  let base: Cell | null = null;
  if (term.shift) {
    const from = anchorOf(term.shift.from, anchors, term.shift.grain);
    anchor = from.anchor;
    if (!from.cell) return unplaced(unknownShift(term.shift.grain));
    base = shiftFrom(from.cell, term.shift.grain, term.shift.by, anchors.fiscal);
    if (!base) return { ...unplaced(unknownShift(term.shift.grain)), anchor };
  }
  if (term.within) {
    const outer = resolve(term.within, anchors);
    anchor = outer.anchor ?? anchor;
    if (!outer.cell) return { ...unplaced(fieldsOnly(term)), anchor };
    base = outer.cell;
  }
  const absolute = absoluteCell(term);
  if (absolute) base = absolute;
  const hasFields =
    term.half !== undefined ||
    term.quarter !== undefined ||
    term.season !== undefined ||
    term.month !== undefined ||
    term.day !== undefined ||
    term.weekday !== undefined ||
    term.nth !== undefined;
  if (!hasFields) {
    if (!base && term.time) {
      const from = anchorOf('setting', anchors);
      if (from.cell?.grain !== 'day') return unplaced('XXXX-XX-XX');
      return { cell: from.cell, value: '', interval: wholeOf(from.cell, anchors), anchor: from.anchor };
    }
    return base ? { cell: base, value: '', interval: wholeOf(base, anchors), anchor } : unplaced('XXXX');
  }
  if (!base) {
    const nearby = placeBare(term, anchors);
    if (!nearby) return unplaced(fieldsOnly(term));
    return { cell: nearby.cell, value: '', interval: wholeOf(nearby.cell, anchors), anchor: nearby.anchor };
  }
  const cell = refine(base, term, anchors.fiscal);
  return cell
    ? { cell, value: '', interval: wholeOf(cell, anchors), anchor }
    : { ...unplaced(fieldsOnly(term, base)), anchor };
}

function absoluteCell(term: DateTerm): Cell | null {
  if (term.year !== undefined) return { grain: 'year', index: term.year };
  if (term.fiscalYear !== undefined) return { grain: 'fiscal-year', index: term.fiscalYear };
  if (term.academicYear !== undefined) return { grain: 'academic-year', index: term.academicYear };
  if (term.decade !== undefined) return { grain: 'decade', index: term.decade };
  if (term.century !== undefined) return { grain: 'century', index: term.century };
  return null;
}

/** The cell `by` grains after that of an anchor; null where the anchor is too coarse ("tomorrow" from 2016). */
function shiftFrom(anchor: Cell, grain: Grain, by: number, fiscal: FiscalStart): Cell | null {
  if (isFiner(grain, anchor.grain)) return null;
  return shift(cellAt(grain, firstDay(anchor, fiscal), fiscal), by);
}

/** The cell that the finer fields of a term pick out of a cell; null where there is none such. */
function refine(base: Cell, term: DateTerm, fiscal: FiscalStart): Cell | null {
  let cell = base;
  const isFiscal = base.grain === 'fiscal-year';
  const year = (): Cell | null =>
    cell.grain === 'year' || isFiscal
      ? cell
      : isFiner(cell.grain, 'year')
        ? cellAt('year', firstDay(cell, fiscal), fiscal)
        : null;
  if (term.nth && isFiner(term.nth.grain, cell.grain)) {
    const first = firstDay(cell, fiscal);
    const last = lastDay(cell, fiscal);
    const grain = isFiscal && term.nth.grain === 'quarter' ? 'fiscal-quarter' : term.nth.grain;
    const at =
      term.nth.n > 0
        ? shift(cellAt(grain, first, fiscal), term.nth.n - 1)
        : shift(cellAt(grain, last, fiscal), term.nth.n + 1);
    if (firstDay(at, fiscal) > last || lastDay(at, fiscal) < first) return null;
    cell = at;
  }
  if (term.half !== undefined) {
    const its = year();
    if (!its) return null;
    cell = { grain: isFiscal ? 'fiscal-half' : 'half', index: its.index * 2 + term.half - 1 };
  }
  if (term.quarter !== undefined) {
    const its = year();
    if (!its) return null;
    cell = { grain: isFiscal ? 'fiscal-quarter' : 'quarter', index: its.index * 4 + term.quarter - 1 };
  }
  if (term.season !== undefined) {
    const its = year();
    if (!its) return null;
    const offset = isFiscal && term.season * 3 + 3 < fiscal.month - 1 ? 1 : 0;
    cell = { grain: 'season', index: (its.index + offset) * 4 + term.season };
  }
  if (term.month !== undefined) {
    if (isFiscal || cell.grain === 'academic-year') {
      const first = cellAt('month', firstDay(cell, fiscal), fiscal);
      const begin = ((first.index % 12) + 12) % 12;
      cell = { grain: 'month', index: first.index + ((term.month - 1 - begin + 12) % 12) };
    } else {
      const its = year();
      if (!its) return null;
      cell = { grain: 'month', index: its.index * 12 + term.month - 1 };
    }
  }
  if (term.day !== undefined) {
    const month =
      cell.grain === 'month'
        ? cell
        : isFiner(cell.grain, 'month')
          ? cellAt('month', firstDay(cell, fiscal), fiscal)
          : null;
    const day = month && dayInMonth(month, term.day);
    if (!day) return null;
    cell = day;
  } else if (term.weekday !== undefined) {
    if (cell.grain === 'month' && term.nth === undefined) return null;
    const week =
      cell.grain === 'week'
        ? cell
        : isFiner(cell.grain, 'week')
          ? cellAt('week', firstDay(cell, fiscal), fiscal)
          : null;
    if (!week) return null;
    cell = { grain: 'day', index: firstDay(week, fiscal) + term.weekday - 1 };
  }
  return cell;
}

/** A weekday, day, month, season or quarter without its year: the one that the anchor and the tense point to. */
function placeBare(term: DateTerm, anchors: Anchors): { cell: Cell; anchor: TimeRecord['anchor'] } | null {
  const { fiscal } = anchors;
  const direction = term.direction ?? anchors.direction;
  const from = anchorOf('setting', anchors);
  if (!from.cell) return null;
  const { anchor } = from;
  const here = firstDay(from.cell, fiscal);
  if (term.weekday !== undefined && term.day === undefined && term.month === undefined) {
    if (isFiner('day', from.cell.grain)) return null;
    return {
      cell: { grain: 'day', index: weekdayNear(here, term.weekday, direction, term.direction !== undefined) },
      anchor,
    };
  }
  const needsMonth = term.day !== undefined && term.month === undefined;
  if (needsMonth) {
    if (isFiner('month', from.cell.grain)) return null;
    const month = cellAt('month', here, fiscal);
    const options = [0, -1, 1].map((by) => dayInMonth(shift(month, by), term.day ?? 1));
    const cell = choose(options, here, from.cell, direction, anchors);
    return cell ? { cell, anchor } : null;
  }
  const { year } = civilOf(here);
  const options = [year, year - 1, year + 1].map((y) => refine({ grain: 'year', index: y }, term, fiscal));
  const isCoarse = !isFiner(from.cell.grain, 'year');
  if (isCoarse) {
    // From a year alone neither tense nor nearness can choose among its days.
    const [its] = options;
    return its ? { cell: its, anchor } : null;
  }
  const cell = choose(options, here, from.cell, direction, anchors, term.direction !== undefined);
  return cell ? { cell, anchor } : null;
}

const mid = (amount: Amount): number | null => amount.high ?? amount.low;

function placeOffset(term: OffsetTerm, anchors: Anchors): Placed {
  const { length: its, sign } = term;
  const isEvent = typeof term.from !== 'string';
  const from =
    typeof term.from === 'string' ? anchorOf(term.from, anchors) : eventAnchor(resolve(term.from, anchors), term.from);
  const number = mid(its.amount);
  const value = lengthValue(its);
  const compared = comparedQuarter(term, anchors);
  if (compared) from.cell = compared;
  if (isEvent && !from.cell) return { ...unplaced(value), anchor: from.anchor };
  if (number === null) return { ...unplaced(sign < 0 ? 'PAST_REF' : 'FUTURE_REF'), anchor: from.anchor };
  const grain = grainOf(its.unit);
  if (!from.cell || !grain) return { ...unplaced(value), anchor: from.anchor };
  const here = firstDay(from.cell, anchors.fiscal);
  const day = addLength(
    sign > 0 && from.cell.grain !== 'day' ? lastDay(from.cell, anchors.fiscal) : here,
    sign * number,
    its.unit,
  );
  if (day === null) return { ...unplaced(value), anchor: from.anchor };
  // A year before a quarter is the like quarter: reports compare quarter with quarter.
  const keeps = from.cell.grain === 'quarter' && grain === 'year';
  // A week before some time of 2017 is on no day that could be told.
  if (!isEvent && isFiner(grain, from.cell.grain) && from.cell.grain !== 'month')
    return { ...unplaced(unknownShift(grain)), anchor: from.anchor };
  const target: Grain = keeps || isFiner(grain, from.cell.grain) ? from.cell.grain : grain;
  const cell = cellAt(target === 'fiscal-year' ? 'year' : target, day, anchors.fiscal);
  const isExact = sign > 0 && term.from === 'document' && from.cell.grain === 'day';
  return { cell, value, interval: isExact ? [day, day] : wholeOf(cell, anchors), anchor: from.anchor };
}

/** "a year ago" beside a quarter of a report is the like quarter, not the year. */
function comparedQuarter(term: OffsetTerm, anchors: Anchors): Cell | null {
  const isYear = term.length.unit === 'year' && term.length.amount.low === 1 && term.sign < 0;
  if (!isYear || typeof term.from !== 'string') return null;
  return anchors.mentions.find((mention) => mention.grain === 'quarter') ?? null;
}

function eventAnchor(resolution: Resolution, term: Term): { cell: Cell | null; anchor: TimeRecord['anchor'] } {
  const name = term.kind === 'event' ? term.name : resolution.value;
  return { cell: resolution.cell, anchor: { kind: 'event', value: resolution.cell ? timexOf(resolution.cell) : name } };
}

function lengthValue(term: DurationTerm): string {
  const { low, high } = term.amount;
  if (term.more) {
    const [a, b] = [low, term.more.amount.low];
    if (a !== null && b !== null)
      return `${isoLength(a, term.unit)}${isoLength(b, term.more.unit).slice(isClockUnit(term.more.unit) && isClockUnit(term.unit) ? 2 : 1)}`;
  }
  if (low !== high && low !== null && high !== null)
    return `${isoLength(low, term.unit)}/${isoLength(high, term.unit)}`;
  return isoLength(low ?? high, term.unit);
}
const isClockUnit = (unit: Unit): boolean => unit === 'second' || unit === 'minute' || unit === 'hour';

function length(term: DurationTerm, anchors: Anchors): Resolution {
  const value = lengthValue(term);
  const base: Resolution = { ...NOTHING, type: 'DURATION', value };
  const number = mid(term.amount);
  const grain = grainOf(term.unit);
  if (term.within) {
    const outer = resolve(term.within, anchors);
    if (!outer.cell || number === null) return { ...base, anchor: outer.anchor };
    const [first, last] = wholeOf(outer.cell, anchors);
    if (first === null || last === null) return base;
    const [from, to] =
      (term.sign ?? 1) > 0
        ? [first, edge(addLength(first, number, term.unit), -1)]
        : [edge(addLength(last + 1, -number, term.unit), 0), last];
    return { ...base, ...days(from, to), anchor: outer.anchor, precision: grain && precisionOf(grain) };
  }
  if (!term.sign) return base;
  const from = anchorOf(term.from ?? 'document', anchors);
  const withAnchor: Resolution = { ...base, anchor: from.anchor };
  if (!from.cell) return withAnchor;
  const first = firstDay(from.cell, anchors.fiscal);
  const last = lastDay(from.cell, anchors.fiscal);
  if (number === null) return { ...withAnchor, ...(term.sign > 0 ? days(first, null) : days(null, last)) };
  if (term.unit === 'fiscal-year' || term.unit === 'academic-year') {
    const its = cellAt(term.unit, first, anchors.fiscal);
    const [a, b] = term.sign > 0 ? [shift(its, 1), shift(its, number)] : [shift(its, -number), shift(its, -1)];
    return {
      ...withAnchor,
      ...days(firstDay(a, anchors.fiscal), lastDay(b, anchors.fiscal)),
      precision: 'year',
      calendar: calendarOf(term.unit),
    };
  }
  const isDay = from.cell.grain === 'day';
  if (term.sign > 0) {
    const to = isDay
      ? edge(addLength(first, number, term.unit), term.through ? 0 : -1)
      : addLengthToCell(from.cell, number, term.unit, anchors);
    return { ...withAnchor, ...days(first, to), precision: grain && precisionOf(grain) };
  }
  const since = addLength(first, -number, term.unit);
  return { ...withAnchor, ...days(since, last), precision: grain && precisionOf(grain) };
}

const edge = (day: Day | null, by: number): Day | null => (day === null ? null : day + by);

/** The last day of the month or year that lies a length after an anchor known only to the month or year. */
function addLengthToCell(cell: Cell, number: number, unit: Unit, { fiscal }: Anchors): Day | null {
  const last = lastDay(cell, fiscal);
  const grain = grainOf(unit);
  if (!grain) return last;
  const months = monthsIn(grain);
  if (!months) return addLength(last, number, unit);
  return stepDay(last + 1, 'month', Math.round(number * months)) - 1;
}

function days(first: Day | null, last: Day | null): Pick<Resolution, 'start' | 'end' | 'resolved'> {
  const start = first === null ? null : isoDay(first);
  const end = last === null ? null : isoDay(last);
  return { start, end, resolved: start !== null || end !== null };
}

function range(term: RangeTerm, anchors: Anchors): Resolution {
  const last = resolve(term.last, anchors);
  const first = resolve(withInherited(term.first, term.last, last, anchors), anchors);
  const ordered = first.start !== null && last.end !== null && first.start > last.end && first.cell && last.cell;
  // "from October to March": the second end lies after the first.
  const after =
    ordered && first.cell && term.last.kind === 'date' && term.last.year === undefined
      ? resolve(
          { ...term.last, within: { kind: 'date', year: civilOf(firstDay(first.cell, anchors.fiscal)).year + 1 } },
          anchors,
        )
      : last;
  const isOpen = first.start === null && after.end === null;
  return {
    ...NOTHING,
    type: first.type === 'TIME' || after.type === 'TIME' ? 'TIME' : 'DATE',
    value: `${first.value}/${after.value}`,
    start: first.start,
    end: after.end,
    precision: after.precision ?? first.precision,
    calendar: after.calendar,
    resolved: !isOpen && first.resolved && after.resolved,
    anchor: after.anchor ?? first.anchor,
    cell: after.cell,
  };
}

/** The first end of a range takes from the last what it leaves out: "3 to 26 May 2025", "April to June 2023". */
function withInherited(first: Term, last: Term, resolved: Resolution, anchors: Anchors): Term {
  if (first.kind !== 'date' || !resolved.cell || last.kind !== 'date') return first;
  const isComplete =
    first.year !== undefined ||
    first.fiscalYear !== undefined ||
    first.decade !== undefined ||
    first.century !== undefined ||
    first.shift ||
    first.within;
  if (isComplete) return first;
  const end = firstDay(resolved.cell, anchors.fiscal);
  const { year, month } = civilOf(end);
  if (first.day !== undefined && first.month === undefined) {
    const wrapped = (last.day ?? 31) < first.day ? 1 : 0;
    const index = year * 12 + month - 1 - wrapped;
    return { ...first, year: Math.floor(index / 12), month: (index % 12) + 1 };
  }
  if (first.month === undefined && first.season === undefined && first.quarter === undefined) return first;
  const within = last.fiscalYear !== undefined ? { kind: 'date' as const, fiscalYear: last.fiscalYear } : null;
  if (within && first.quarter !== undefined) return { ...first, within };
  const same: DateTerm = { ...first, year };
  const its = place(same, anchors);
  return its.interval[0] !== null && its.interval[0] > end ? { ...first, year: year - 1 } : same;
}

function recurrence(term: SetTerm): Resolution {
  const period = isoLength(mid(term.amount), term.unit);
  const of = term.of;
  const day =
    of && (of.weekday !== undefined || of.month !== undefined || of.season !== undefined || of.quarter !== undefined);
  const value = of ? (day ? `${fieldsOnly(of)}${of.time ?? ''}` : `XXXX-XX-XX${of.time ?? ''}`) : period;
  return { ...NOTHING, type: 'SET', value, recurrence: period, resolved: true, precision: null };
}
