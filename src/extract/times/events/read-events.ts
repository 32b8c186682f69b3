/** When the events of a document are, as the user, its title and its sentences say. */
import type { Annotated } from '../../../model/annotated.ts';
import type { Item } from '../item.ts';
import type { Anchors } from '../resolve/placement.ts';
import { untold } from '../resolve/untold.ts';
import type { TimeRules } from '../rules.ts';
import type { DateOrder } from '../shapes/numeric-dates.ts';
import { EventBook } from './event-book.ts';
import { titleYears } from './title-years.ts';
import { findTellings } from './told.ts';

/** What the user says of dates. */
interface Given {
  /** When events are, by name. */
  readonly anchors?: Readonly<Record<string, string>>;
  readonly dateOrder: DateOrder;
}

/**
 * @param parsed the time expressions of every sentence
 * @throws {PmedError} PMED-U201 when a date of `anchors` is none
 */
export function readEvents(
  { document: { title, blocks }, sentences }: Annotated,
  parsed: readonly (readonly Item[])[],
  rules: TimeRules,
  { anchors: given = {}, dateOrder }: Given,
  { document, fiscal }: Pick<Anchors, 'document' | 'fiscal'>,
): EventBook {
  const book = new EventBook(rules.events.words, given, document, fiscal);
  const anchors = untold(document, fiscal);
  const own = title === null ? null : titleYears(title, rules, dateOrder, anchors);
  if (own) book.tellOwn(own.days, own.names);
  for (const sentence of sentences) {
    const isLegend = blocks[sentence.block]?.role === 'legend';
    for (const telling of findTellings(sentence, parsed[sentence.index] ?? [], rules.events, anchors, isLegend))
      book.tell(telling, sentence.index);
  }
  return book;
}
