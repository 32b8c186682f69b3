/** Compiles the event packs: where texts say when events are, and the words that events go by. */
import { entriesOf, isRecord } from '../../../model/plain.ts';
import { type RuleSet, ruleSet } from '../../../rules/engine.ts';
import type { Rules } from '../../../rules/load.ts';
import { columnWords } from '../../column-words.ts';

/** What a date says of an event: all of its days, one of its ends, or how far a term such as "short term" reaches. */
export type Edge = 'at' | 'start' | 'end' | 'horizon';

/** The part of an event that is meant. */
export type EventPart =
  | 'whole'
  | 'start'
  | 'end'
  | 'rest'
  | 'first-half'
  | 'second-half'
  | 'middle'
  | 'first-year'
  | 'last-year';

/** How far off a term is. */
export type Horizon = 'near' | 'medium' | 'long';

/** The words of events. */
export interface EventWords {
  /** Other names of an event → the name that it is known by. */
  readonly names: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, EventPart>;
  /** What a document may be: "this strategy". */
  readonly schemes: ReadonlySet<string>;
  /** Words that do not tell one event from another. */
  readonly determiners: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, number>;
  /** Events whose days are known to all: `2022-04..2025-03`. */
  readonly known: ReadonlyMap<string, string>;
  /** Terms whose reach a document may define, and how far off they are where it does not. */
  readonly horizons: ReadonlyMap<string, Horizon>;
  /** Words of the head of a column whose cells are times. */
  readonly timeColumns: ReadonlySet<string>;
  /** Words before a date behind which something lies: "post 2030". */
  readonly behind: ReadonlySet<string>;
  /** What happens to each case, on no day that a report could say: "within 18 weeks of referral". */
  readonly each: ReadonlySet<string>;
}

/** Compiled event rules. */
export interface EventRules {
  readonly rules: RuleSet;
  readonly words: EventWords;
}

const PARTS: readonly EventPart[] = [
  'whole',
  'start',
  'end',
  'rest',
  'first-half',
  'second-half',
  'middle',
  'first-year',
  'last-year',
];

const HORIZONS: readonly Horizon[] = ['near', 'medium', 'long'];

/**
 * @param pack the rules of a language; the files with `pack: event` are used
 * @throws {PmedError} PMED-C305 for a pattern that cannot be read
 */
export function compileEventRules(pack: Pick<Rules, 'files' | 'ready'>): EventRules {
  const files = pack.files.filter((file) => file.pack === 'event');
  const entries = (name: string): [string, unknown][] =>
    files.flatMap(({ tables }) => (isRecord(tables) ? entriesOf(tables[name]) : []));
  const texts = (name: string): Map<string, string> =>
    new Map(entries(name).flatMap(([word, value]) => (typeof value === 'string' ? [[word, value]] : [])));
  const parts = new Map<string, EventPart>();
  for (const [word, value] of texts('event-part')) {
    const part = PARTS.find((its) => its === value);
    if (part) parts.set(word, part);
  }
  return {
    rules: ruleSet('events', files, pack.ready),
    words: {
      names: texts('event-name'),
      parts,
      schemes: new Set(entries('scheme').map(([word]) => word)),
      determiners: new Set(entries('event-determiner').map(([word]) => word)),
      numbers: new Map(
        entries('event-number').flatMap(([word, value]) => (typeof value === 'number' ? [[word, value]] : [])),
      ),
      known: texts('event-known'),
      horizons: new Map(
        entries('horizon').flatMap(([word, value]) => {
          const horizon = HORIZONS.find((its) => its === value);
          return horizon ? [[word, horizon]] : [];
        }),
      ),
      timeColumns: columnWords(pack.files).term,
      behind: new Set(entries('behind').map(([word]) => word)),
      each: new Set(entries('event-each').map(([word]) => word)),
    },
  };
}
