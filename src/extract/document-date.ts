/** The document's own date where it can be read both ways: by the order that its other dates or its country have. */
import { isCivilDate } from '../model/days.ts';
import type { DocumentDate } from '../model/document.ts';
import { numericDates, type OrderRead } from './times/date-order.ts';

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
