/** PMED-D202: dates such as 03/04/2025, which are read by an order that the text does not say. */
import { numericDates } from '../times/date-order.ts';
import type { Dated, Said } from './dated.ts';
import { examples } from './examples.ts';

const ORDERS = { dmy: 'day first', mdy: 'month first' } as const;

/**
 * One message for all dates that can be read both ways; null where there are none or the user said the order. It is a
 * note where the document's other dates leave no doubt.
 */
export function ambiguousDates({ timeline, dateOrder, documentDate }: Dated): Said | null {
  const { order, source } = dateOrder;
  const { ambiguous: all, dmy, mdy } = numericDates(timeline.map(({ text }) => text));
  // What reading said of the document's own date need not be said twice.
  const own = source === 'default' ? (documentDate?.quote ?? '') : '';
  const ambiguous = all.filter((date) => !own.includes(date));
  if (source === 'flag' || ambiguous.length === 0) return null;
  const quoted = examples(ambiguous, 2);
  const read = ambiguous.length === 1 ? `the date ${quoted} was` : `${ambiguous.length} dates (${quoted}) were`;
  const other = order === 'dmy' ? 'mdy' : 'dmy';
  const backing = order === 'dmy' ? dmy : mdy;
  const against = order === 'dmy' ? mdy : dmy;
  const isSure = source === 'text' && against.length === 0 && backing.length > 0;
  const why = isSure
    ? `as ${examples(backing, 1)} must be`
    : against.length > 0
      ? `though ${examples(against, 1)} has the ${order === 'dmy' ? 'month' : 'day'} first`
      : source === 'country'
        ? 'as in the country that it comes from'
        : 'for want of a sign';
  return {
    code: 'PMED-D202',
    level: isSure ? 'note' : 'warning',
    page: null,
    message: `${read} read ${ORDERS[order]}, ${why}.`,
    hint: `If that is wrong:  --date-order ${other}`,
  };
}
