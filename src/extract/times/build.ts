/** The operations that a time rule may name in `value:`: captures → term. Arithmetic only; the words are in the pack. */

import { daysInMonth } from '../../model/days.ts';
import { type Grain, monthsIn } from '../calendar/cells.ts';
import { type Amount, grainOf, type Unit } from '../calendar/durations.ts';
import type { DateTerm, Direction, DurationTerm, From, Part, Term } from './term.ts';

/** What a rule captured, as its operation reads it. */
export interface Captured {
  /** The number that a captured shape, number word or word of a table stands for. */
  readonly number: (name: string) => number | null;
  /** The term of a captured span of an earlier step. */
  readonly term: (name: string) => Term | null;
  /** What a table of the pack says of the captured word. */
  readonly entry: (name: string) => string | null;
  /** The captured words in lower case. */
  readonly words: (name: string) => string;
  readonly has: (name: string) => boolean;
}

/** Constant fields of a rule; each operation reads those that it knows. */
export interface Constants {
  readonly value?: string;
  readonly by?: number;
  readonly from?: From;
  readonly sign?: 1 | -1;
  readonly unit?: Unit;
  readonly amount?: number | null;
  readonly part?: Part;
  readonly direction?: Direction;
  readonly ref?: string;
  readonly name?: string;
  readonly fields?: Readonly<Record<string, number | string>>;
}

export type Operation =
  | 'fields'
  | 'shift'
  | 'numeric'
  | 'duration'
  | 'signed'
  | 'offset'
  | 'range'
  | 'set'
  | 'reference'
  | 'event'
  | 'amount'
  | 'same'
  | 'year-to'
  | 'length-to'
  | 'year-ago'
  | 'nothing';

const ONE: Amount = { low: 1, high: 1 };
const UNKNOWN: Amount = { low: null, high: null };

/** The term of a match, or null where its captures make no sense together (hour 30, an empty amount). */
export function build(operation: Operation, captured: Captured, constants: Constants): Term | null {
  switch (operation) {
    case 'fields':
      return dateFields(captured, constants);
    case 'shift':
      return shifted(captured, constants);
    case 'numeric':
    case 'same':
      return captured.term('time');
    case 'amount':
      return { kind: 'amount', amount: amountOf(captured, constants) };
    case 'duration':
      return duration(captured, constants);
    case 'signed': {
      const length = captured.term('duration');
      if (length?.kind !== 'duration') return null;
      const { sign = 1, from = 'document' } = constants;
      const within = captured.term('in');
      return { ...length, sign, from, ...(within ? { within } : {}) };
    }
    case 'offset': {
      const length = captured.term('duration');
      if (length?.kind !== 'duration') return null;
      const of = captured.term('of');
      return { kind: 'offset', length, sign: constants.sign ?? 1, from: of ?? constants.from ?? 'document' };
    }
    case 'range': {
      const first = captured.term('first');
      const last = captured.term('last') ?? yearOf(captured.number('last'));
      if (!last) return null;
      const year = yearOf(captured.number('first'));
      if (year && !captured.term('first')) return { kind: 'range', first: year, last };
      // "a revision Friday to December's figures" is no range.
      if (
        first?.kind === 'date' &&
        last.kind === 'date' &&
        (first.weekday === undefined) !== (last.weekday === undefined)
      )
        if (first.day === undefined && last.day === undefined && first.shift === undefined) return null;
      // "last year - FY2023" is an apposition: a dash joins only what says its year or day itself.
      if (captured.has('dash') && first?.kind === 'date' && first.shift) return null;
      if (first) return { kind: 'range', first, last };
      // "3 to 26 May", "April to June": the first end says only what differs.
      const bare = dateFields(captured, constants);
      return bare ? { kind: 'range', first: bare, last } : null;
    }
    case 'set':
      return recurrence(captured, constants);
    case 'reference':
      return { kind: 'reference', value: constants.ref ?? 'PRESENT_REF' };
    case 'event':
      return { kind: 'event', name: constants.name ?? captured.words('event') };
    case 'year-ago':
      return { kind: 'offset', length: { kind: 'duration', amount: ONE, unit: 'year' }, sign: -1, from: 'document' };
    case 'year-to': {
      const last = captured.term('of');
      return last ? { kind: 'range', first: { kind: 'year-before', end: last, months: 12 }, last } : null;
    }
    case 'length-to': {
      const last = captured.term('of');
      const length = captured.term('duration');
      if (!last || length?.kind !== 'duration' || length.amount.low === null) return null;
      const grain = grainOf(length.unit);
      const months = (grain ? monthsIn(grain) : 0) * length.amount.low;
      return months > 0 && Number.isInteger(months)
        ? { kind: 'range', first: { kind: 'year-before', end: last, months }, last }
        : null;
    }
    case 'nothing':
      return null;
  }
}

const yearOf = (year: number | null): DateTerm | null => (year === null ? null : { kind: 'date', year });

const NUMBER_FIELDS = ['decade', 'year', 'half', 'quarter', 'season', 'month', 'day', 'weekday'] as const;

function dateFields(captured: Captured, constants: Constants): DateTerm | null {
  const within = captured.term('in');
  const base = captured.term('of');
  const fields: { -readonly [K in keyof DateTerm]?: DateTerm[K] } = base?.kind === 'date' ? { ...base } : {};
  if (base && base.kind !== 'date') fields.within = base;
  const number = (name: string): number | null => {
    const constant = constants.fields?.[name];
    return typeof constant === 'number' ? constant : captured.number(name);
  };
  for (const name of NUMBER_FIELDS) {
    const value = number(name);
    if (value !== null) fields[name] = value;
  }
  const era = captured.entry('era');
  if (era === 'bc' && fields.year !== undefined) fields.year = 1 - fields.year;
  const century = number('century');
  if (century !== null) fields.century = era === 'bc' ? -century : century - 1;
  const fiscal = number('fiscal');
  if (fiscal !== null) fields.fiscalYear = fiscal;
  const academic = number('academic');
  if (academic !== null) fields.academicYear = academic;
  // A financial year named by one year is the one that ends in it.
  const ending = number('fiscal-end');
  if (ending !== null) fields.fiscalYear = ending - 1;
  const label = captured.number('label');
  if (label !== null) {
    fields.fiscalYear = label - 1;
    fields.label = label;
  }
  const clock = captured.term('clocktime');
  const time = clock?.kind === 'date' && clock.time ? clock.time : timeOfDay(captured, constants);
  if (time) fields.time = time;
  const part = partOf(captured.entry('part')) ?? constants.part;
  if (part) fields.part = part;
  const nth = captured.number('nth') ?? constants.fields?.nth;
  const unit = unitOf(captured, constants);
  const grain = unit && grainOf(unit);
  if (typeof nth === 'number' && grain) fields.nth = { grain, n: nth };
  // Thirty days hath November; a day that no such month has makes no date.
  if (
    fields.day !== undefined &&
    fields.month !== undefined &&
    fields.day > daysInMonth(fields.year ?? 2000, fields.month)
  )
    return null;
  if (within) fields.within = within;
  if (constants.direction) fields.direction = constants.direction;
  return { ...fields, kind: 'date' };
}

/** `T17:00`, `TMO`. A clock time after "p.m." is in the afternoon. */
function timeOfDay(captured: Captured, constants: Constants): string | null {
  const named = captured.entry('time') ?? constants.fields?.time;
  const clock = captured.number('clock') ?? captured.number('hour');
  if (clock === null) return typeof named === 'string' ? named : null;
  const half = captured.entry('half-day');
  let minutes = captured.has('hour') ? clock * 60 : clock;
  if (captured.has('hour') && captured.number('clock') !== null) minutes = captured.number('clock') ?? minutes;
  if ((half === 'pm' || named === 'TAF' || named === 'TEV' || named === 'TNI') && minutes < 720) minutes += 720;
  if (half === 'am' && minutes >= 720) minutes -= 720;
  if (minutes > 1440) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const PARTS = new Set<Part>(['early', 'mid', 'late', 'start', 'end', 'later', 'earlier']);
const isPart = (word: string): word is Part => PARTS.has(word as Part);
const partOf = (word: string | null): Part | undefined => (word !== null && isPart(word) ? word : undefined);

const UNITS: Readonly<Record<Unit, true>> = {
  second: true,
  minute: true,
  hour: true,
  day: true,
  'working-day': true,
  week: true,
  weekend: true,
  fortnight: true,
  month: true,
  quarter: true,
  'fiscal-quarter': true,
  season: true,
  half: true,
  year: true,
  'fiscal-year': true,
  'academic-year': true,
  decade: true,
  century: true,
  millennium: true,
  unknown: true,
};
const isUnit = (word: string): word is Unit => Object.hasOwn(UNITS, word);

function unitOf(captured: Captured, constants: Constants): Unit | null {
  const word = captured.entry('unit');
  if (word !== null && isUnit(word)) return word;
  return constants.unit ?? null;
}

function shifted(captured: Captured, constants: Constants): DateTerm | null {
  const unit = unitOf(captured, constants);
  const grain: Grain | null = unit && grainOf(unit);
  const by = captured.number('by') ?? constants.by ?? 0;
  const rest = dateFields(captured, constants);
  if (!rest) return null;
  if (!grain) return null;
  const { nth: _, ...fields } = rest;
  return { ...fields, shift: { grain, by, from: constants.from ?? 'document' } };
}

function amountOf(captured: Captured, constants: Constants): Amount {
  const whole = captured.term('amount');
  if (whole?.kind === 'amount') return whole.amount;
  const high = captured.number('high');
  const low = captured.number('low') ?? captured.number('amount') ?? high;
  if (low === null) {
    if (constants.amount === null) return UNKNOWN;
    return constants.amount === undefined ? ONE : { low: constants.amount, high: constants.amount };
  }
  const extra = captured.number('fraction') ?? 0;
  return { low: low + extra, high: (high ?? low) + extra };
}

function duration(captured: Captured, constants: Constants): DurationTerm | null {
  const unit = unitOf(captured, constants);
  if (!unit) return null;
  const within = captured.term('in');
  const second = captured.entry('more-unit');
  const more = second !== null && isUnit(second) ? captured.number('more') : null;
  return {
    kind: 'duration',
    amount: amountOf(captured, constants),
    unit,
    ...(second !== null && isUnit(second) && more !== null
      ? { more: { amount: { low: more, high: more }, unit: second } }
      : {}),
    ...(constants.sign ? { sign: constants.sign, from: constants.from ?? 'document' } : {}),
    ...(within ? { within } : {}),
  };
}

function recurrence(captured: Captured, constants: Constants): Term | null {
  const of = captured.term('of');
  const length = captured.term('duration');
  if (length?.kind === 'duration') return { kind: 'set', amount: length.amount, unit: length.unit };
  const fields = of?.kind === 'date' ? of : dateFields(captured, constants);
  const named =
    fields && (fields.month ?? fields.weekday ?? fields.season ?? fields.quarter ?? fields.time) !== undefined;
  const unit = unitOf(captured, constants);
  if (named) {
    const yearly = fields.month !== undefined || fields.season !== undefined || fields.quarter !== undefined;
    const its: Unit = yearly ? 'year' : fields.weekday !== undefined ? 'week' : 'day';
    return { kind: 'set', amount: ONE, unit: its, of: fields };
  }
  return unit ? { kind: 'set', amount: amountOf(captured, constants), unit } : null;
}
