/** When events are, as the user, the text and the world say: looked up by name from where a text speaks of them. */
import { addMonths, type Day } from '../../../model/days.ts';
import { PmedError } from '../../../model/fault.ts';
import { type Cell, cellAt, type FiscalStart, firstDay, lastDay, monthsIn, shift } from '../../calendar/cells.ts';
import type { FoundEvent, Telling } from './event.ts';
import { type EventDays, partOfEvent, readEventDays, yearsFrom } from './event-days.ts';
import { type EventName, eventName } from './event-name.ts';
import type { EventWords } from './event-rules.ts';

/** What is known of an event from a sentence on. */
interface State {
  readonly sentence: number;
  readonly days: EventDays;
}

/** What was told later counts as well, but only this many of the next tellings are tried. */
const AHEAD = 4;

const UNKNOWN: EventDays = { first: null, last: null };

/** When the events of a document are. */
export class EventBook {
  readonly #words: EventWords;
  readonly #fiscal: FiscalStart;
  readonly #today: Day | null;
  readonly #given = new Map<string, EventDays>();
  readonly #told = new Map<string, State[]>();
  /** How many states of an event lie before the sentence last asked for. */
  readonly #passed = new Map<string, number>();
  #own: EventDays | null = null;
  #ownNames: ReadonlySet<string> = new Set();

  /**
   * @param given what the user says: name → `2025-03-01` or `2026-04..2028-03`
   * @param document the document's date
   * @throws {PmedError} PMED-U201 when a date of `given` is none
   */
  constructor(words: EventWords, given: Readonly<Record<string, string>>, document: Cell | null, fiscal: FiscalStart) {
    this.#words = words;
    this.#fiscal = fiscal;
    this.#today = document && firstDay(document, fiscal);
    for (const [name, value] of Object.entries(given)) {
      const days = readEventDays(value);
      if (!days) throw badDays(name, value);
      this.#given.set(eventName(name, words).key, days);
    }
  }

  /** Notes what a sentence tells; sentences come in order. */
  tell({ key, edge, days, isOwn }: Telling, sentence: number): void {
    const states = this.#told.get(key) ?? [];
    const before = states.at(-1)?.days ?? UNKNOWN;
    const now: EventDays =
      edge === 'at' || edge === 'horizon'
        ? days
        : edge === 'start'
          ? joined(days.first, before.last, this.#fiscal, 'first')
          : joined(before.first, days.last, this.#fiscal, 'last');
    states.push({ sentence, days: now });
    this.#told.set(key, states);
    if (isOwn && edge === 'at' && this.#words.schemes.has(key) && !this.#own) this.#own = days;
  }

  /** Notes the years of the document itself, as its title has them, and what it calls itself. */
  tellOwn(days: EventDays, names: readonly string[]): void {
    this.#own = days;
    this.#ownNames = new Set(names);
  }

  /** What an expression in a sentence means; sentences are asked for in order. */
  lookup(said: string, sentence: number): FoundEvent {
    const name = eventName(said, this.#words);
    const { key, part, years, of } = name;
    const given = this.#given.get(key);
    const whole = given ?? (years ? this.#years(years, of, sentence) : this.#days(name, sentence)) ?? UNKNOWN;
    const kind = given || (years && this.#isGivenYear()) ? 'flag' : 'event';
    return { days: partOfEvent(whole, part, this.#today, this.#fiscal), kind, name: name.words };
  }

  #days({ key, part, isOwn }: EventName, sentence: number): EventDays | null {
    const told = this.#toldBefore(key, sentence, part === 'end' ? 'last' : part === 'start' ? 'first' : null);
    if (told) return told;
    const known = this.#words.known.get(key);
    if (known !== undefined) return readEventDays(known);
    const isDocument = this.#ownNames.has(key) || (isOwn && this.#words.schemes.has(key));
    return isDocument ? this.#own : null;
  }

  /** The days of `year 3`, said themselves or counted from another year or from the start of the plan in hand. */
  #years([n, m]: readonly [number, number], of: string | null, sentence: number): EventDays | null {
    if (n !== m) {
      const [first, last] = [this.#years([n, n], of, sentence), this.#years([m, m], of, sentence)];
      return first && last ? { first: first.first, last: last.last } : null;
    }
    const said = this.#given.get(`year ${n}`) ?? this.#toldBefore(`year ${n}`, sentence, null);
    if (said) return said;
    for (let other = 1; other <= COUNTED; other++) {
      const key = `year ${other}`;
      const days = other === n ? null : (this.#given.get(key) ?? this.#toldBefore(key, sentence, null));
      if (days?.first && days.last) return moved(days, n - other, this.#fiscal);
    }
    const start = (of === null ? null : this.#startOf(of, sentence)) ?? this.#startOfScheme(sentence);
    return start && yearsFrom(start, [n, n], this.#fiscal);
  }

  /** The first cell of what has years: "the third year of the programme". */
  #startOf(key: string, sentence: number): Cell | null {
    const given = this.#given.get(key) ?? this.#toldBefore(key, sentence, 'first');
    return given ? given.first : this.#ownNames.has(key) ? (this.#own?.first ?? null) : null;
  }

  #isGivenYear(): boolean {
    return [...this.#given.keys()].some((key) => key.startsWith('year ') || this.#words.schemes.has(key));
  }

  /** Where the document's own plan begins: as the user says, as its title or text says, or as its programme does. */
  #startOfScheme(sentence: number): Cell | null {
    for (const [key, days] of this.#given) if (this.#words.schemes.has(key)) return days.first;
    if (this.#own?.first) return this.#own.first;
    for (const key of this.#words.schemes) {
      const told = this.#toldBefore(key, sentence, 'first');
      if (told?.first) return told.first;
    }
    return null;
  }

  /** What was last told of an event, or else what is told next; with the end that is needed. */
  #toldBefore(key: string, sentence: number, need: 'first' | 'last' | null): EventDays | null {
    const states = this.#told.get(key);
    if (!states) return null;
    let passed = this.#passed.get(key) ?? 0;
    while ((states[passed]?.sentence ?? Number.POSITIVE_INFINITY) <= sentence) passed++;
    this.#passed.set(key, passed);
    const near: EventDays[] = [
      ...states.slice(Math.max(0, passed - AHEAD), passed).reverse(),
      ...states.slice(passed, passed + AHEAD),
    ].map(({ days }) => days);
    if (need !== null) return near.find((days) => days[need] !== null) ?? null;
    return near.find(({ first, last }) => first !== null && last !== null) ?? near[0] ?? null;
  }
}

/** Both ends, without the older one where the new one lies on its wrong side: that was told of something else. */
function joined(first: Cell | null, last: Cell | null, fiscal: FiscalStart, told: 'first' | 'last'): EventDays {
  const isOrdered = !first || !last || firstDay(first, fiscal) <= lastDay(last, fiscal);
  return { first: isOrdered || told === 'first' ? first : null, last: isOrdered || told === 'last' ? last : null };
}

/** The days some years later or earlier. */
function moved({ first, last }: EventDays, years: number, fiscal: FiscalStart): EventDays {
  const by = (cell: Cell | null): Cell | null => {
    if (!cell) return null;
    const months = monthsIn(cell.grain);
    if (months > 0 && 12 % months === 0) return shift(cell, (12 / months) * years);
    return cellAt('day', addMonths(firstDay(cell, fiscal), 12 * years), fiscal);
  };
  return { first: by(first), last: by(last) };
}

/** Years by which others are counted. */
const COUNTED = 10;

function badDays(name: string, value: string): PmedError {
  return new PmedError(`'${value}' is not when '${name}' is.`, {
    code: 'PMED-U201',
    exitCode: 2,
    hint: 'Write YYYY, YYYY-MM or YYYY-MM-DD, or two of them joined by "..".',
  });
}
