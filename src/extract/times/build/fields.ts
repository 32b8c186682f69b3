/** Captures → the fields of a date: year, month, day, time of day and the rest. */

import { daysInMonth } from '../../../model/days.ts';
import type { Grain } from '../../calendar/cells.ts';
import { grainOf } from '../../calendar/durations.ts';
import type { DateTerm, Part } from '../term.ts';
import type { Captured, Constants } from './captured.ts';
import { timeOfDay } from './time-of-day.ts';
import { isUnit, unitOf } from './units.ts';

const NUMBER_FIELDS = ['decade', 'year', 'half', 'quarter', 'season', 'month', 'day', 'weekday'] as const;

/** The date that captures and constants say together; null for one that is in no calendar, such as 31 June. */
export function dateFields(captured: Captured, constants: Constants): DateTerm | null {
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
  if (era === 'bc' && fields.decade !== undefined) fields.decade = -1 - fields.decade;
  const short = number('two-digits');
  if (short !== null) fields.year = short;
  const century = number('century');
  if (century !== null) fields.century = era === 'bc' ? -century : century - 1;
  const fiscal = number('fiscal');
  if (fiscal !== null) fields.fiscalYear = fiscal;
  const academic = number('academic');
  if (academic !== null) fields.academicYear = academic;
  // A financial year named by one year is the one that ends in it.
  const ending = number('fiscal-end');
  if (ending !== null) fields.fiscalYear = ending - 1;
  if (ending !== null) fields.isNamedByEnd = true;
  const label = captured.number('label');
  if (label !== null) {
    fields.fiscalYear = label - 1;
    fields.isNamedByEnd = true;
    fields.label = label;
  }
  const clock = captured.term('clocktime');
  const time = clock?.kind === 'date' && clock.time ? clock.time : timeOfDay(captured, constants);
  if (time) fields.time = time;
  const feast = captured.entry('feast');
  if (feast !== null) fields.feast = feast;
  const around = captured.entry('around');
  if (around !== null && isUnit(around)) fields.around = grainOf(around) ?? 'day';
  const part = partOf(captured.entry('part')) ?? constants.part;
  if (part) fields.part = part;
  const nth = captured.number('nth') ?? constants.fields?.nth;
  const unit = unitOf(captured, constants);
  const grain = unit && grainOf(unit);
  if (typeof nth === 'number' && (grain || fields.weekday !== undefined))
    fields.nth = { grain: grain ?? 'day', n: nth, ...(unit === 'working-day' ? { isWorking: true } : {}) };
  if (fields.day !== undefined && fields.month !== undefined && !hasDay(fields.year, fields.month, fields.day))
    return null;
  if (within) fields.within = within;
  if (constants.direction) fields.direction = constants.direction;
  return { ...fields, kind: 'date' };
}

/** Whether a month has such a day; a February of an unknown year has 29. */
const hasDay = (year: number | undefined, month: number, day: number): boolean =>
  day <= daysInMonth(year ?? 2000, month);

/** A date counted from the anchor: "next month". Null where nothing says what is counted. */
export function shifted(captured: Captured, constants: Constants): DateTerm | null {
  const unit = unitOf(captured, constants);
  const grain: Grain | null = unit && grainOf(unit);
  const by = captured.number('by') ?? constants.by ?? 0;
  const rest = dateFields(captured, constants);
  if (!rest) return null;
  if (!grain) return null;
  const { nth: _, ...fields } = rest;
  return { ...fields, shift: { grain, by, from: constants.from ?? 'document' } };
}

const PARTS: ReadonlySet<string> = new Set<Part>(['early', 'mid', 'late', 'start', 'end', 'later', 'earlier']);
const isPart = (word: string): word is Part => PARTS.has(word);
const partOf = (word: string | null): Part | undefined => (word !== null && isPart(word) ? word : undefined);
