/** The names of events: "the end of this Parliament" is the end of `parliament`, "Phase II" is `phase 2`. */
import type { EventPart, EventWords } from './event-rules.ts';

/** What an expression says of an event. */
export interface EventName {
  /** The name that the event is known by, whatever its text calls it. */
  readonly key: string;
  /** The name as written, without determiners and parts. */
  readonly words: string;
  readonly part: EventPart;
  /** Of `year 3` and `years 1 to 3`: the first and the last number. */
  readonly years: readonly [first: number, last: number] | null;
  /** Of "the third year of the programme": the name of what has these years. */
  readonly of: string | null;
  /** Whether it is the one in hand: "this strategy", "our plan", "the plan period". */
  readonly isOwn: boolean;
}

const OWN = new Set(['this', 'our', 'current', 'present']);
/** No number is longer, in figures or in a word; of a longer word no split has to be tried. */
const YEARS = /^years? (\w{1,40})(?: ?(?:-|–|to|and) ?(\w{1,40}))?$/;
/** Longest name that is looked at, in words. */
const LONGEST = 16;

/** @param said the words of an expression, in any case */
export function eventName(said: string, words: EventWords): EventName {
  const printed = said
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, LONGEST);
  const lower = printed.map((word) => word.toLowerCase());
  const { part, rest, nth } = partOf(lower, words);
  const bare = withoutDeterminers(rest, words);
  const name = numbered(bare, words);
  const core = name.replace(/ (?:period|term)$/, '');
  const key = words.names.get(core) ?? core;
  const isPeriod = core !== name && words.schemes.has(core);
  const isOwn = isPeriod || rest.slice(0, rest.length - bare.length).some((word) => OWN.has(word));
  const its = printed.slice(printed.length - bare.length).join(' ');
  return nth === null
    ? { key, words: its, part, years: yearsOf(name, words), of: null, isOwn }
    : { key: `year ${nth}`, words: `year ${nth} of the ${its}`, part, years: [nth, nth], of: key, isOwn };
}

interface Parts {
  readonly part: EventPart;
  /** Of "the third year of …": 3. */
  readonly nth: number | null;
  readonly rest: readonly string[];
}

/** "the end of this Parliament": what comes before "of", where that is a part, and the rest. */
function partOf(said: readonly string[], words: EventWords): Parts {
  const bare = withoutDeterminers(said, words);
  const at = bare.indexOf('of');
  const before = at > 0 && at <= 2 ? bare.slice(0, at) : [];
  const [first = '', second] = before;
  const nth = second === 'year' ? numberOf(first, words) : null;
  const part = nth === null ? words.parts.get(before.join(' ')) : 'whole';
  if (part === undefined) return { part: 'whole', nth: null, rest: said };
  const inner = partOf(bare.slice(at + 1), words);
  return { part: part === 'whole' ? inner.part : part, nth: nth ?? inner.nth, rest: inner.rest };
}

function withoutDeterminers(said: readonly string[], words: EventWords): readonly string[] {
  const from = said.findIndex((word) => !words.determiners.has(word));
  return from < 0 ? said : said.slice(from);
}

/** With figures for numbers in words and Roman ones after the first word: `phase two` is `phase 2`. */
function numbered(said: readonly string[], words: EventWords): string {
  return said.map((word, at) => (at === 0 ? word : String(words.numbers.get(word) ?? word))).join(' ');
}

function yearsOf(name: string, words: EventWords): EventName['years'] {
  const match = YEARS.exec(name);
  if (!match) return null;
  const first = numberOf(match[1] ?? '', words);
  const last = match[2] === undefined ? first : numberOf(match[2], words);
  return first !== null && last !== null && last >= first ? [first, last] : null;
}

function numberOf(word: string, words: EventWords): number | null {
  const number = /^\d{1,2}$/.test(word) ? Number(word) : (words.numbers.get(word) ?? 0);
  return number > 0 ? number : null;
}
