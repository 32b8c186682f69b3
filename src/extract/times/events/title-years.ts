/** The years that a document's title gives it: "Northshire Housing Strategy 2024–2030". */
import { looseWords } from '../../../annotate/tokens.ts';
import type { Token } from '../../../model/annotated.ts';
import type { Item } from '../item.ts';
import { parseTimes } from '../parse/parse.ts';
import type { Anchors } from '../resolve/placement.ts';
import type { TimeRules } from '../rules.ts';
import type { DateOrder } from '../shapes/numeric-dates.ts';
import type { EventDays } from './event-days.ts';
import { daysOf } from './term-days.ts';

/** What a title says of the document. */
export interface TitleYears {
  readonly days: EventDays;
  /** What it calls the document: `strategy`, `action plan`, `plan`. */
  readonly names: readonly string[];
}

/** Longest title that is looked at, in characters. */
const LONGEST = 300;
/** Most words that the name of a kind of document has. */
const WORDS = 3;

/** The years that a title gives to the strategy or plan that it names; null where it does not. */
export function titleYears(title: string, rules: TimeRules, order: DateOrder, anchors: Anchors): TitleYears | null {
  const text = title.slice(0, LONGEST);
  const words = looseWords(text);
  const { tokens } = words;
  const names = namesIn(tokens, rules.events.words.schemes);
  if (names.length === 0) return null;
  for (const item of parseTimes(words, rules, order)) {
    const days = yearsOf(item, tokens, anchors);
    if (days) return { days, names };
  }
  return null;
}

/** The kinds of document that words name, the longer names too: `action plan` and `plan`. */
function namesIn(tokens: readonly Token[], schemes: ReadonlySet<string>): string[] {
  const names: string[] = [];
  for (let from = 0; from < tokens.length; from++)
    for (let to = from + 1; to <= Math.min(tokens.length, from + WORDS); to++) {
      const name = tokens
        .slice(from, to)
        .map(({ lower }) => lower)
        .join(' ');
      if (schemes.has(name)) names.push(name);
    }
  return names;
}

/** Years from and to, a financial year, or the last of "to 2030". */
function yearsOf(item: Item, tokens: readonly Token[], anchors: Anchors): EventDays | null {
  const { term } = item;
  if (term.kind !== 'range' && term.kind !== 'date') return null;
  const days = daysOf(term, anchors);
  if (!days) return null;
  if (term.kind === 'range' || term.fiscalYear !== undefined) return days;
  const isLast = term.year !== undefined && (tokens[item.from - 1]?.lower ?? '') === 'to';
  return isLast ? { first: null, last: days.last } : null;
}
