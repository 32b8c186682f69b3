/** The document's own date where it can be read both ways: by the order that its other dates or its country have. */
import type { Annotated } from '../model/annotated.ts';
import { isCivilDate } from '../model/days.ts';
import type { Document, DocumentDate } from '../model/document.ts';
import type { CountryOf } from './country/country.ts';
import { numericDates, type OrderRead, orderOf } from './times/date-order.ts';

/** The date with day and month in the order found; as it is where its words leave no choice or nothing tells. */
export function orderedDate(date: DocumentDate | null, { order, source }: OrderRead): DocumentDate | null {
  if (date === null || date.source !== 'text' || source === 'default' || order === 'dmy') return date;
  const [ambiguous] = numericDates([date.quote ?? '']).ambiguous;
  const [year = '', month = '', day = ''] = date.value.split('-');
  // Reading takes the day first; where the file's metadata said otherwise, it has been turned already.
  const isDayFirst = ambiguous !== undefined && Number(ambiguous.split(/[/.-]/)[0]) === Number(day);
  return isDayFirst && isCivilDate(Number(year), Number(day), Number(month))
    ? { ...date, value: `${year}-${day}-${month}` }
    : date;
}

/**
 * A document with its own date as the search for times reads it: by the order that its other dates have, or its country.
 * What reading said of a date that it took day first is left out where something tells.
 */
export function settled({ document, sentences }: Annotated, countryOf: CountryOf): Document {
  if (!document.diagnostics.some(({ code }) => code === ORDER_GUESSED)) return document;
  const order = orderOf(numericDates(sentences.map(({ text }) => text)), null, countryOf(document)?.dateOrder ?? null);
  if (order.source === 'default') return document;
  const diagnostics = document.diagnostics.filter(({ code }) => code !== ORDER_GUESSED);
  return { ...document, date: orderedDate(document.date, order), diagnostics };
}

/** The code by which reading says that it could not tell day from month in the document's own date. */
export const ORDER_GUESSED = 'PMED-D202';
